// How a language written in JSON is described: tables of objects, their words, and what may stand
// behind each. One machine (json_reader.h) reads by these tables straight into structs, and the
// JSON Schema is written from the same ones.
//
//   constexpr Field kParty[] = {
//       field<&Party::number>("number", "what is dialled", kNumber, kRequired),
//       field<&Party::name>("name", "shown to others", kText)};
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "harness/scenario.h"
#include "harness/seldom.h"

namespace pbxlab::harness {

// A mistake, placed by event numbers only: at the event `mark`, or when `key` is given at that word
// of the object that was opened by the event.
struct Complaint {
    Mark mark;
    std::string key;
    std::string what, expected, nearest;
};

// A set of words of one object, by their position in its table.
class WordSet {
 public:
    static constexpr std::size_t kMost = 256;

    constexpr void add(std::size_t word) { parts_[word / 64] |= std::uint64_t{1} << (word % 64); }
    [[nodiscard]] constexpr bool has(std::size_t word) const {
        return (parts_[word / 64] >> (word % 64) & 1U) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return *this == WordSet{}; }
    constexpr bool operator==(const WordSet&) const = default;
    friend constexpr WordSet operator|(WordSet a, const WordSet& b) {
        for (std::size_t i = 0; i < kParts; ++i) a.parts_[i] |= b.parts_[i];
        return a;
    }
    friend constexpr WordSet operator&(WordSet a, const WordSet& b) {
        for (std::size_t i = 0; i < kParts; ++i) a.parts_[i] &= b.parts_[i];
        return a;
    }
    // Whether there is exactly one word in it.
    [[nodiscard]] constexpr bool single() const {
        int count = 0;
        for (const std::uint64_t part : parts_) count += std::popcount(part);
        return count == 1;
    }
    [[nodiscard]] constexpr bool contains(const WordSet& other) const {
        return (other & ~*this).empty();
    }
    friend constexpr WordSet operator~(WordSet a) {
        for (std::uint64_t& part : a.parts_) part = ~part;
        return a;
    }

 private:
    static constexpr std::size_t kParts = kMost / 64;
    std::array<std::uint64_t, kParts> parts_{};
};

// What JSON may stand somewhere; bits. A map is an object whose names are free, an object has a
// table of words.
enum JsonKind : std::uint8_t {
    kText = 1,
    kNumber = 2,
    kFlag = 4,
    kNull = 8,
    kObject = 16,
    kMap = 32,
    kList = 64,
};

// What a text has to be.
enum class Form : std::uint8_t {
    Free,           // anything without NUL
    NotEmpty,       // at least one character
    Name,           // [A-Za-z][A-Za-z0-9_-]*, at most kMaxNameBytes
    Path,           // names with '/' between them, not leaving the folder they start in
    Digits,         // dialable: 0-9 A-D * #
    OutsideNumber,  // the same, perhaps with a '+' in front
    AccessDigits,   // dialable or empty
    Rate,           // "200/s": a whole number to 999999 in a second, minute (m) or hour (h)
    Share,          // "2.5%": up to 100, with at most four digits behind the point
    Duration,       // durations.h, between Type::least and Type::most microseconds
    Word,           // one of Type::words()
    State,          // a call state, perhaps with '/' and its mode; or one of Type::choices
    EdgeCase,       // one of Type::words(), or "EC-" and a number
};

// A word that stands for a value.
struct Choice {
    std::string_view word;
    std::int64_t value = 0;
};

struct ObjectWords;
struct Field;

// What may stand behind a word, in a list or in a map.
struct Type {
    std::string_view name;      // "duration"; the schema's $defs are named so where it is not empty
    std::string_view expected;  // "a duration such as \"250ms\""; for messages
    std::uint8_t accepts = kText;
    Form form = Form::Free;
    std::span<const Choice> (*words)(const Type&) = nullptr;  // Form::Word, Form::EdgeCase
    std::string_view group;                                   // argument of `words`: a TAPI group
    std::span<const Choice>
        choices;               // argument of `words`: a fixed list; other words of Form::State
    bool any_case = false;     // TAPI's words are
    std::uint32_t mask = 0;    // of the group only these; 0: all
    std::uint32_t events = 0;  // Form::State: what these TAPI_EVENT say may stand here too
    std::int64_t least = 0, most = 0;          // numbers and durations, inclusive
    const ObjectWords& (*object)() = nullptr;  // kObject
    const Field* entry = nullptr;              // kList, kMap: what each entry is
    std::uint32_t least_entries = 0;
    std::uint32_t most_entries = 1'000'000;
    bool literal = false;  // a text stays as it is written: no value of a matrix is put into it
};

// One value on its way into a struct.
struct Value {
    JsonKind kind = kText;
    std::string_view text;    // a text; for an entry of a map its name
    std::int64_t number = 0;  // number, flag, and what a word or duration means
    StateWord state;          // Form::State
    Mark mark;
    std::uint16_t word = 0;  // which word of the object it stands behind
    std::string_view entry;  // the name of the entry of a map
};

// One word of an object, or the entries of a list or map.
struct Field {
    std::string_view name;
    std::string_view what;  // shown by editors
    const Type* type = nullptr;
    void (*put)(void* object, const Value& value) = nullptr;  // takes a text, number, flag or null
    void* (*open)(void* object, const Value& value) = nullptr;  // where an object, list or map
                                                                // goes; nullptr: that name is taken
    bool required = false;
};

// What holds for an object in which a word is given; words with spaces between them.
struct WordRule {
    std::string_view with;
    std::string_view takes = {};  // only these; empty: whatever there is
    std::string_view needs = {};  // one of these at least; empty: none
    std::string_view bars = {};   // none of these
};

// What is known of a large table beforehand, so that it need not be looked through.
struct WordLookup {
    std::span<const std::uint16_t> places;  // by hash: place in the table plus 1; 0: free
    WordSet required;
    WordSet exactly_one;
};

// An object with a table of words.
struct ObjectWords {
    std::string_view name;                          // in the schema's $defs
    std::string_view what;                          // "a step"
    std::span<const Field> fields;                  // at most WordSet::kMost
    std::span<const std::string_view> exactly_one;  // of these words
    // Looks at the whole object when it ends.
    std::optional<Complaint> (*finish)(void* object, WordSet given, Mark mark) = nullptr;
    // The words that fit what is known so far, for messages.
    WordSet (*fitting)(const void* object, WordSet given) = nullptr;
    // Counted against this many in a whole file.
    std::size_t most_in_file = 0;
    bool not_empty = false;         // at least one word
    std::string_view narrows = {};  // these are objects of that name, that have the word `must`
    std::string_view must = {};
    std::span<const WordRule> rules = {};  // which words fit together
    // Of a word that is none of these but stands elsewhere: why it cannot stand here; else empty.
    std::string (*why_not)(std::string_view word) = nullptr;
    const WordLookup* lookup = nullptr;  // large tables have one: kLookup
};

// --- writing values into struct members
inline void assign(std::string& member, const Value& v) { member = std::string{v.text}; }
inline void assign(Text& member, const Value& v) { member = {std::string{v.text}, v.mark}; }
inline void assign(StateWord& member, const Value& v) {
    member = v.state;
    member.mark = v.mark;
}
inline void assign(bool& member, const Value& v) { member = v.number != 0; }
inline void assign(pbx::Duration& member, const Value& v) { member = pbx::Duration{v.number}; }
template <class T>
    requires((std::is_integral_v<T> && !std::is_same_v<T, bool>) || std::is_enum_v<T>)
void assign(T& member, const Value& v) {
    member = static_cast<T>(v.number);
}
template <class T>
void assign(std::optional<T>& member, const Value& v) {
    assign(member.emplace(), v);
}
template <class T>
    requires requires(T& t, const Value& v) { assign(t, v); }
void assign(std::vector<T>& member, const Value& v) {
    assign(member.emplace_back(), v);
}

template <class T>
concept HasMark = requires(T& t) { requires std::is_same_v<decltype(t.mark), Mark>; };

// --- making room for an object or list in a struct member; bits start empty
template <class T>
void* make_room(T& member, const Value& v) {
    if constexpr (std::is_same_v<T, std::uint32_t>) member = 0;
    if constexpr (HasMark<T>) member.mark = v.mark;
    return &member;
}
template <class T>
void* make_room(std::optional<T>& member, const Value& v) {
    return make_room(member.emplace(), v);
}

template <class C, class M>
constexpr C owner_of(M C::*);
// A part that is seldom there gets its room.
template <class Member>
Member& room_of(Member& member) {
    return member;
}
template <class T>
T& room_of(Seldom<T>& member) {
    return member.edit();
}
template <auto First, auto... Rest>
auto& reach(void* object) {
    using Owner = decltype(owner_of(First));
    auto& member = room_of(static_cast<Owner*>(object)->*First);
    if constexpr (sizeof...(Rest) == 0) {
        return member;
    } else {
        return reach<Rest...>(&member);
    }
}
template <auto... Path>
void put_into(void* object, const Value& value) {
    assign(reach<Path...>(object), value);
}
template <auto... Path>
void* open_at(void* object, const Value& value) {
    return make_room(reach<Path...>(object), value);
}

inline constexpr bool kRequired = true;

// The word whose value goes to the member that the path leads to.
template <auto... Path>
constexpr Field field(std::string_view name, std::string_view what, const Type& type,
                      bool required = false) {
    using Member = std::remove_reference_t<decltype(reach<Path...>(nullptr))>;
    Field made{name, what, &type, nullptr, &open_at<Path...>, required};
    if constexpr (requires(Member& m, const Value& v) { assign(m, v); })
        made.put = &put_into<Path...>;
    return made;
}

// Entries of a list that goes into a vector.
template <class T>
constexpr Field entry(std::string_view what, const Type& type) {
    Field made{"", what, &type};
    made.open = [](void* list, const Value& v) -> void* {
        return make_room(static_cast<std::vector<T>*>(list)->emplace_back(), v);
    };
    if constexpr (requires(T& t, const Value& v) { assign(t, v); }) {
        made.put = [](void* list, const Value& v) {
            assign(static_cast<std::vector<T>*>(list)->emplace_back(), v);
        };
    }
    return made;
}

// Position of a word in a table; the table's size when it has no such word.
constexpr std::size_t find_word(std::span<const Field> fields, std::string_view name) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name) return i;
    }
    return fields.size();
}

constexpr std::size_t hash_of_word(std::string_view word) {  // FNV-1a
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : word) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16'777'619U;
    return hash;
}

template <const auto& Fields>
inline constexpr auto kWordPlaces = [] {
    std::array<std::uint16_t, std::bit_ceil(2 * std::size(Fields))> places{};
    for (std::size_t i = 0; i < std::size(Fields); ++i) {
        std::size_t at = hash_of_word(Fields[i].name) % places.size();
        while (places[at] != 0) at = (at + 1) % places.size();
        places[at] = static_cast<std::uint16_t>(i + 1);
    }
    return places;
}();

inline constexpr std::array<std::string_view, 0> kNoWords{};

template <const auto& Fields, const auto& ExactlyOne = kNoWords>
inline constexpr WordLookup kLookup = [] {
    WordLookup lookup{.places = kWordPlaces<Fields>};
    for (std::size_t i = 0; i < std::size(Fields); ++i) {
        if (Fields[i].required) lookup.required.add(i);
    }
    for (const std::string_view word : ExactlyOne) lookup.exactly_one.add(find_word(Fields, word));
    return lookup;
}();

// The same as find_word() of its fields.
[[nodiscard]] constexpr std::size_t find_word(const ObjectWords& words, std::string_view name) {
    if (words.lookup == nullptr) return find_word(words.fields, name);
    const std::span<const std::uint16_t> places = words.lookup->places;
    std::size_t at = hash_of_word(name) % places.size();
    for (; places[at] != 0; at = (at + 1) % places.size()) {
        if (words.fields[places[at] - 1U].name == name) return places[at] - 1U;
    }
    return words.fields.size();
}

}  // namespace pbxlab::harness
