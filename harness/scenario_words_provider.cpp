// Provider settings as words: one for each of provider_keys().
#include <algorithm>
#include <deque>

#include "harness/limits.h"
#include "harness/nearest.h"
#include "harness/provider_keys.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

Settings& settings_in(Settings& settings) { return settings; }
Settings& settings_in(ProviderWords& words) { return words.settings; }

// The key that a word of a table is: the tables have all keys, or those of the lines.
using KeyOf = std::uint16_t (*)(std::uint16_t word);
std::uint16_t any_key(std::uint16_t word) { return word; }
const std::vector<std::uint16_t>& line_keys() {
    static const std::vector<std::uint16_t> kKeys = [] {
        std::vector<std::uint16_t> keys;
        const auto all = provider_keys();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].of_exchange) keys.push_back(static_cast<std::uint16_t>(i));
        }
        return keys;
    }();
    return kKeys;
}
std::uint16_t line_key(std::uint16_t word) { return line_keys()[word]; }

template <class Object, KeyOf Key>
void put_setting(void* object, const Value& value) {
    settings_in(*static_cast<Object*>(object))
        .push_back({Key(value.word), value.number, value.mark});
}
// Bits are gathered in the setting that the list opens.
template <class Object, KeyOf Key>
void* open_setting(void* object, const Value& value) {
    put_setting<Object, Key>(object, value);
    return &settings_in(*static_cast<Object*>(object)).back().value;
}
// So are the bounds of a time that is drawn.
template <class Object, KeyOf Key>
void* open_drawn(void* object, const Value& value) {
    put_setting<Object, Key>(object, value);
    return &settings_in(*static_cast<Object*>(object)).back();
}
void add_setting_bits(void* bits, const Value& value) {
    *static_cast<std::int64_t*>(bits) |= value.number;
}

// --- a time that is drawn on each occasion
constexpr Type kMean{.expected = "a duration from \"1us\" to \"1h\"",
                     .form = Form::Duration,
                     .least = 1,
                     .most = std::chrono::microseconds{std::chrono::hours{1}}.count()};
constexpr Field kDrawnFields[] = {
    field<&Setting::value>("least", "No time is shorter than this.", kSpan),
    field<&Setting::most>("most",
                          "And none longer than this; without mean all between the two "
                          "are as likely.",
                          kSpan),
    field<&Setting::mean>("mean",
                          "Short times are likelier (exponentially), so long on average. "
                          "Bounds where none are given: next to nothing, and 20 times "
                          "this.",
                          kMean)};
constexpr std::size_t kLeastWord = 0, kMostWord = 1;
constexpr WordRule kDrawnRules[] = {{.with = "least", .needs = "most mean"},
                                    {.with = "most", .needs = "least mean"}};

std::optional<Complaint> finish_drawn(void* object, WordSet given, Mark mark) {
    constexpr std::int64_t kLongTail = 20;
    Setting& setting = *static_cast<Setting*>(object);
    const ProviderKey& key = provider_keys()[setting.key];
    if (!given.has(kLeastWord)) setting.value = std::min<std::int64_t>(1, setting.mean);
    if (!given.has(kMostWord)) setting.most = std::min(key.most, kLongTail * setting.mean);
    if (setting.value < key.least)
        return Complaint{
            mark, "least", "nothing is not a time that this takes", "a least above \"0s\"", {}};
    if (setting.value > setting.most)
        return Complaint{
            mark, "least", "a least above the most", "a least that is at most the most", {}};
    if (setting.value == setting.most) setting.most = setting.mean = 0;  // always the same
    return std::nullopt;
}

const ObjectWords& drawn_words() {
    static const ObjectWords kWords{.name = "drawn",
                                    .what = "a time that is drawn on each occasion",
                                    .fields = kDrawnFields,
                                    .finish = &finish_drawn,
                                    .not_empty = true,
                                    .rules = kDrawnRules};
    return kWords;
}

// The types and words made of the keys; made once and kept, because the tables point into it.
struct Tables {
    std::deque<std::vector<Choice>> choices;
    std::deque<Type> types;
    std::deque<Field> entries;
    std::deque<std::string> texts;
    std::vector<const Type*> key_types;  // by key

    const Type& bits(const ProviderKey& key) {
        Type word{.form = Form::Word, .words = tapi_words, .group = key.group, .any_case = true};
        word.mask = static_cast<std::uint32_t>(key.most);
        types.push_back(word);
        entries.push_back({"", "", &types.back(), &add_setting_bits});
        word.expected = "a word or a list of words";
        word.accepts = kText | kList;
        word.entry = &entries.back();
        return types.emplace_back(word);
    }

    const Type& choice(const ProviderKey& key) {
        std::vector<Choice>& list = choices.emplace_back();
        for (const std::string_view word : key.choices) {
            list.push_back({word, static_cast<std::int64_t>(list.size())});
        }
        return types.emplace_back(Type{.form = Form::Word, .words = listed_words, .choices = list});
    }

    const Type& type_of(const ProviderKey& key) {
        switch (key.type) {
            case ProviderKey::Type::Flag: return kYesNo;
            case ProviderKey::Type::Bits: return bits(key);
            case ProviderKey::Type::Choice: return choice(key);
            case ProviderKey::Type::Time:
                types.push_back(kSpan);
                if (key.draw == nullptr) break;
                types.back().name = {};
                types.back().expected =
                    "a duration such as \"250ms\", or an object with its bounds";
                types.back().accepts = kText | kObject;
                types.back().object = &drawn_words;
                break;
            case ProviderKey::Type::Number: types.push_back(kUnsigned); break;
        }
        types.back().least = key.least;
        types.back().most = key.most;
        if (key.type == ProviderKey::Type::Number)
            types.back().expected =
                texts.emplace_back("a whole number from " + std::to_string(key.least) + " to " +
                                   std::to_string(key.most));
        return types.back();
    }

    Tables() {
        for (const ProviderKey& key : provider_keys()) key_types.push_back(&type_of(key));
    }
};

const Tables& tables() {
    static const Tables kTables;
    return kTables;
}

template <class Object, KeyOf Key>
Field key_field(std::size_t index) {
    const ProviderKey& key = provider_keys()[index];
    const auto open = key.draw != nullptr ? &open_drawn<Object, Key> : &open_setting<Object, Key>;
    return {key.name, key.what, tables().key_types[index], &put_setting<Object, Key>, open};
}

// The keys first: Setting::key is the position of the word.
template <class Object>
std::vector<Field> all_keys() {
    std::vector<Field> fields;
    for (std::size_t i = 0; i < provider_keys().size(); ++i)
        fields.push_back(key_field<Object, any_key>(i));
    return fields;
}

std::vector<Field> keys_of_lines() {
    std::vector<Field> fields;
    for (const std::uint16_t key : line_keys())
        fields.push_back(key_field<Settings, line_key>(key));
    return fields;
}

std::string why_not_of_a_line(std::string_view word) {
    const auto all = provider_keys();
    if (std::ranges::find(all, word, &ProviderKey::name) == all.end()) return {};
    return in_quotes(word) + " is a way of the exchange, which stays as it is";
}

std::vector<Field> provider_fields() {
    std::vector<Field> fields = all_keys<ProviderWords>();
    fields.push_back(field<&ProviderWords::profile>(
        "extends", "The profile that holds for whatever is not set here.", kProfileName));
    return fields;
}

}  // namespace

const ObjectWords& settings_words() {
    static const std::vector<Field> kFields = all_keys<Settings>();
    static const ObjectWords kWords{
        .name = "settings", .what = "an object of provider settings", .fields = kFields};
    return kWords;
}

// What changes while calls go on is what a line offers and how it tells of it. Calls, timers and
// queues of the exchange have begun by its ways, and go on by them.
const ObjectWords& offer_words() {
    static const std::vector<Field> kFields = keys_of_lines();
    static const ObjectWords kWords{.name = "lineSettings",
                                    .what = "an object of settings of the line",
                                    .fields = kFields,
                                    .why_not = &why_not_of_a_line};
    return kWords;
}

const ObjectWords& provider_words() {
    static const std::vector<Field> kFields = provider_fields();
    static const ObjectWords kWords{
        .name = "provider", .what = "an object of provider settings", .fields = kFields};
    return kWords;
}

}  // namespace pbxlab::harness
