#include <array>
#include <bit>
#include <cstddef>
#include <string>

#include "lines/bit_words.h"
#include "lines/tapi3/habits.h"
#include "lines/tapi_constants.h"

namespace pbxlab::lines {

namespace {

// Every constant of every group, in the order of the list.
constexpr TapiName kNames[] = {
#define TAPI_GROUP(group)
#define TAPI_CONSTANT(name, value) {#name, {}, value},
#define TAPI_END(group)
#include "lines/tapi3/streaming.inc"
#include "lines/tapi_constants.inc"
#undef TAPI_GROUP
#undef TAPI_CONSTANT
#undef TAPI_END
};
constexpr std::size_t kNameCount = std::size(kNames);

struct Group {
    std::string_view name;
    std::size_t first = 0;
    std::size_t count = 0;
};

enum class Entry : std::uint8_t { Begin, Constant, End };
struct Line {
    Entry entry;
    std::string_view name;
};
constexpr Line kLines[] = {
#define TAPI_GROUP(group) {Entry::Begin, #group},
#define TAPI_CONSTANT(name, value) {Entry::Constant, #name},
#define TAPI_END(group) {Entry::End, #group},
#include "lines/tapi3/streaming.inc"
#include "lines/tapi_constants.inc"
#undef TAPI_GROUP
#undef TAPI_CONSTANT
#undef TAPI_END
};

constexpr std::size_t count_groups() {
    std::size_t groups = 0;
    for (const Line& line : kLines) groups += line.entry == Entry::Begin ? 1U : 0U;
    return groups;
}

constexpr auto make_groups() {
    std::array<Group, count_groups()> groups{};
    std::size_t group = 0;
    std::size_t constant = 0;
    for (const Line& line : kLines) {
        switch (line.entry) {
            case Entry::Begin: groups[group] = {line.name, constant, 0}; break;
            case Entry::Constant: ++constant; break;
            case Entry::End:
                groups[group].count = constant - groups[group].first;
                ++group;
                break;
        }
    }
    return groups;
}
constexpr auto kGroups = make_groups();

constexpr std::size_t hash_of(std::string_view name) {  // FNV-1a
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16'777'619U;
    return hash;
}

// Groups by the hash of their name: place in kGroups plus 1; 0: free.
constexpr auto kGroupPlaces = [] {
    std::array<std::uint16_t, std::bit_ceil(2 * kGroups.size())> places{};
    for (std::size_t i = 0; i < kGroups.size(); ++i) {
        std::size_t at = hash_of(kGroups[i].name) % places.size();
        while (places[at] != 0) at = (at + 1) % places.size();
        places[at] = static_cast<std::uint16_t>(i + 1);
    }
    return places;
}();

const Group* find_group(std::string_view name) {
    std::size_t at = hash_of(name) % kGroupPlaces.size();
    for (; kGroupPlaces[at] != 0; at = (at + 1) % kGroupPlaces.size()) {
        const Group& group = kGroups[kGroupPlaces[at] - 1U];
        if (group.name == name) return &group;
    }
    return nullptr;
}

// The group's own name is the prefix of its constants; messages are LINE_ plus a word.
constexpr std::string_view prefix_of(std::string_view group) {
    return group == "LINE_MESSAGES" ? std::string_view{"LINE"} : group;
}

constexpr auto make_words() {
    std::array<TapiName, kNameCount> names{};
    for (const Group& group : kGroups) {
        for (std::size_t i = group.first; i < group.first + group.count; ++i) {
            names[i] = kNames[i];
            const std::size_t prefix = prefix_of(group.name).size();
            // The enumerations of TAPI 3 have prefixes of their own, which belong to the word.
            const bool named = names[i].full.starts_with(prefix_of(group.name)) &&
                               names[i].full.substr(prefix).starts_with('_');
            names[i].word = named ? names[i].full.substr(prefix + 1) : names[i].full;
        }
    }
    return names;
}
constexpr auto kWords = make_words();

std::string hex(std::uint32_t value) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "0x00000000";
    for (std::size_t i = 0; i < 8; ++i) text[9 - i] = kDigits[(value >> (4 * i)) & 0xFU];
    return text;
}

}  // namespace

std::span<const TapiName> tapi_group(std::string_view group) {
    const Group* const entry = find_group(group);
    if (entry == nullptr) return {};
    return std::span{kWords}.subspan(entry->first, entry->count);
}

std::string_view tapi_word(std::string_view group, std::uint32_t value) {
    for (const TapiName& name : tapi_group(group)) {
        if (name.value == value) return name.word;
    }
    return {};
}

std::string error_name(LineResult error) {
    const auto code = static_cast<std::uint32_t>(error);
    for (const std::string_view group : {"LINEERR", "TAPIERR"}) {
        for (const TapiName& name : tapi_group(group)) {
            if (name.value == code) return std::string{name.full};
        }
    }
    return hex(code);
}

void append_bit_words(std::string& text, std::string_view group, std::uint32_t bits) {
    if (bits == 0) {
        text += '0';
        return;
    }
    std::string_view between;
    for (const TapiName& name : tapi_group(group)) {
        if ((bits & name.value) != name.value || name.value == 0) continue;
        text += between;
        text += name.word;
        between = "|";
        bits &= ~name.value;
    }
    if (bits != 0) text.append(between).append(hex(bits));
}

std::string bit_words(std::string_view group, std::uint32_t bits) {
    std::string text;
    append_bit_words(text, group, bits);
    return text;
}

}  // namespace pbxlab::lines
