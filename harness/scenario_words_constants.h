// Words of TAPI 3: constants under their full names, also beside the words that TAPI 2 has in the
// same place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "harness/json_words.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

// The constants of `type.group`.
[[nodiscard]] std::span<const Choice> constant_words(const Type& type);
// The words of `type.group`, "LINEMEDIAMODE|TAPIMEDIATYPE": first those of TAPI 2, as scenarios
// spell them, then the constants of TAPI 3, their values with kOfTapi3.
inline constexpr std::int64_t kOfTapi3 = std::int64_t{1} << 32;
[[nodiscard]] std::span<const Choice> either_words(const Type& type);
// Items of calls and addresses: the place of their enumeration stands above the value.
inline constexpr unsigned kItemGroupShift = 32;
[[nodiscard]] std::span<const Choice> item_words(const Type& type);
// What events say, of all kinds: the value alone.
[[nodiscard]] std::span<const Choice> detail_words(const Type& type);

template <GroupName Group>
struct Constant {
    static constexpr Type kWordOrNumber{.expected = "a number, or a constant",
                                        .accepts = kText | kNumber,
                                        .form = Form::Word,
                                        .words = constant_words,
                                        .group = Group.view(),
                                        .most = kAnyNumber};
    static constexpr Type kWord{
        .name = Group.view(), .form = Form::Word, .words = constant_words, .group = Group.view()};
    static constexpr Field kEntry{"", "", &kWord, &add_bits};
    static constexpr Type kBitsOrNumber{.expected = "a number, a constant or a list of constants",
                                        .accepts = kText | kNumber | kList,
                                        .form = Form::Word,
                                        .words = constant_words,
                                        .group = Group.view(),
                                        .most = kAnyNumber,
                                        .entry = &kEntry};
};

// Where a value goes: a path of members, as field() takes it.
template <auto... Path>
struct At {
    static auto& of(void* object) { return reach<Path...>(object); }
};

// A value of TAPI 2 goes to one place, one of TAPI 3 to the other; a number to both.
template <class Two, class Three>
void put_either(void* object, const Value& value) {
    const auto bits = static_cast<std::uint32_t>(value.number);
    const bool three = value.number >= kOfTapi3;
    if (value.kind == kNumber || !three) Two::of(object) = Two::of(object).value_or(0) | bits;
    if (value.kind == kNumber || three) Three::of(object) = Three::of(object).value_or(0) | bits;
}
// A list, perhaps of nothing: then it is TAPI 2's.
template <class Two>
void* open_either(void* object, const Value&) {
    Two::of(object).emplace(0);
    return object;
}

template <GroupName Groups, class Two, class Three>
struct Either {
    static constexpr Type kWord{.name = Groups.view(),
                                .form = Form::Word,
                                .words = either_words,
                                .group = Groups.view(),
                                .any_case = true};
    static constexpr Type kWordOrNumber{.expected = "a number, or a word",
                                        .accepts = kText | kNumber,
                                        .form = Form::Word,
                                        .words = either_words,
                                        .group = Groups.view(),
                                        .any_case = true,
                                        .most = kAnyNumber};
    static constexpr Field kEntry{"", "", &kWord, &put_either<Two, Three>};
    static constexpr Type kBits{.expected = "a word or a list of words",
                                .accepts = kText | kList,
                                .form = Form::Word,
                                .words = either_words,
                                .group = Groups.view(),
                                .any_case = true,
                                .entry = &kEntry};
    static constexpr Field bits(std::string_view name, std::string_view what) {
        return {name, what, &kBits, &put_either<Two, Three>, &open_either<Two>};
    }
    static constexpr Field word(std::string_view name, std::string_view what) {
        return {name, what, &kWordOrNumber, &put_either<Two, Three>};
    }
};

}  // namespace pbxlab::harness
