#include "harness/provider_keys.h"

#include <algorithm>
#include <array>

#include "harness/provider_keys_exchange.h"
#include "harness/provider_keys_line.h"

namespace pbxlab::harness {

namespace {

constexpr auto joined() {
    std::array<ProviderKey, keys::kExchangeKeys.size() + keys::kLineKeys.size()> all{};
    const auto line = std::ranges::copy(keys::kExchangeKeys, all.begin()).out;
    std::ranges::copy(keys::kLineKeys, line);
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

void apply(const Settings& settings, ProviderBehaviour& behaviour) {
    for (const Setting& setting : settings) kKeys[setting.key].set(behaviour, setting.value);
}

}  // namespace pbxlab::harness
