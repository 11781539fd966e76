#include "harness/provider_keys.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "harness/nearest.h"
#include "harness/provider_keys_exchange.h"
#include "harness/provider_keys_line.h"
#include "harness/provider_keys_tapi3.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

constexpr auto joined() {
    std::array<ProviderKey,
               keys::kExchangeKeys.size() + keys::kLineKeys.size() + keys::kTapi3Keys.size()>
        all{};
    const auto line = std::ranges::copy(keys::kExchangeKeys, all.begin()).out;
    for (auto key = all.begin(); key != line; ++key) key->of_exchange = true;
    const auto tapi3 = std::ranges::copy(keys::kLineKeys, line).out;
    std::ranges::copy(keys::kTapi3Keys, tapi3);
    std::ranges::sort(all, {}, &ProviderKey::name);
    return all;
}
constexpr auto kKeys = joined();

constexpr bool unique() {
    return std::ranges::adjacent_find(kKeys, {}, &ProviderKey::name) == kKeys.end();
}
static_assert(unique(), "two provider keys have one name");

}  // namespace

std::span<const ProviderKey> provider_keys() { return kKeys; }

std::string type_text(const ProviderKey& key) {
    switch (key.type) {
        case ProviderKey::Type::Flag: return "true or false";
        case ProviderKey::Type::Number:
            return fmt::format("a whole number from {} to {}", key.least, key.most);
        case ProviderKey::Type::Time: {
            std::string text = key.least == 0 ? "a time, which may be 0s" : "a time";
            if (key.draw != nullptr) text += "; or drawn: least and most, or mean";
            return text;
        }
        case ProviderKey::Type::Choice: return one_of(key.choices);
        case ProviderKey::Type::Bits: return fmt::format("words of {}", key.group);
    }
    return {};
}

std::string value_text(const ProviderKey& key, std::int64_t value) {
    switch (key.type) {
        case ProviderKey::Type::Flag: return value != 0 ? "true" : "false";
        case ProviderKey::Type::Number: return std::to_string(value);
        case ProviderKey::Type::Time: return span_text(pbx::Duration{value});
        case ProviderKey::Type::Choice:
            return std::string{key.choices[static_cast<std::size_t>(value)]};
        case ProviderKey::Type::Bits: {
            const auto bits = static_cast<std::uint32_t>(value);
            return bits == ~0U ? "all" : bits_text(key.group, bits);
        }
    }
    return {};
}

std::string value_text(const ProviderKey& key, const Setting& setting) {
    if (setting.most == 0) return value_text(key, setting.value);
    std::string range =
        fmt::format("{} to {}", value_text(key, setting.value), value_text(key, setting.most));
    if (setting.mean == 0) return range;
    return fmt::format("{} on average, {}", value_text(key, setting.mean), range);
}

void apply(const Settings& settings, ProviderBehaviour& behaviour) {
    for (const Setting& setting : settings) {
        const ProviderKey& key = kKeys[setting.key];
        if (setting.most != 0 && key.draw != nullptr) {
            key.draw(behaviour, {pbx::Duration{setting.value}, pbx::Duration{setting.most},
                                 pbx::Duration{setting.mean}});
        } else {
            key.set(behaviour, setting.value);
        }
    }
}

}  // namespace pbxlab::harness
