// The types of values that the words of the scenario language take.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "harness/json_words.h"
#include "harness/limits.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_tapi.h"

namespace pbxlab::harness {

inline constexpr std::int64_t kAnyNumber = 0xFFFF'FFFF;

inline constexpr Type kAnyText{.expected = "a text"};
inline constexpr Type kTitle{.expected = "a text that is not empty", .form = Form::NotEmpty};
inline constexpr Type kNameText{
    .name = "name",
    .expected = "a name: a letter, then letters, digits, _ and -, 64 in all",
    .form = Form::Name};
inline constexpr Type kNumberText{.name = "number",
                                  .expected = "a number of 1 to 40 characters out of 0-9 A-D * #",
                                  .form = Form::Digits};
inline constexpr Type kOutsideNumber{
    .name = "outsideNumber",
    .expected = "a number of 1 to 40 characters out of 0-9 A-D * #, perhaps with + in front",
    .form = Form::OutsideNumber};
inline constexpr Type kYesNo{.expected = "true or false", .accepts = kFlag};
inline constexpr Type kUnsigned{
    .expected = "a whole number from 0 to 4294967295", .accepts = kNumber, .most = kAnyNumber};
inline constexpr Type kSpan{.name = "duration",
                            .expected = "a duration such as \"250ms\", \"1.5s\", \"2m\" or \"24h\"",
                            .form = Form::Duration,
                            .most = kMaxWait.count()};
// A span, or a time that is drawn on each occasion.
[[nodiscard]] const ObjectWords& drawn_span_words();
inline constexpr Type kSpanOrDrawn{
    .expected =
        "a duration such as \"250ms\", \"1.5s\", \"2m\" or \"24h\", or an object with "
        "\"least\" and \"most\", or \"mean\"",
    .accepts = kText | kObject,
    .form = Form::Duration,
    .most = kMaxWait.count(),
    .object = drawn_span_words};
inline void assign(pbx::Delay& member, const Value& v) { member = pbx::Duration{v.number}; }
inline constexpr Type kNothing{.expected = "null", .accepts = kNull};

// A list of texts or names, or one that stands for itself.
inline constexpr Field kTitleEntry = entry<Text>("", kTitle);
inline constexpr Type kTitles{
    .expected = "a list of texts", .accepts = kList, .entry = &kTitleEntry};
inline constexpr Field kNameEntry = entry<Text>("", kNameText);
inline constexpr Type kNames{
    .expected = "a name, or a list of names: a letter, then letters, digits, _ and -, 64 in all",
    .accepts = kText | kList,
    .form = Form::Name,
    .entry = &kNameEntry,
    .least_entries = 1,
    .most_entries = 100};

// Versions of the interface.
inline constexpr Choice kVersionWords[] = {{"1.3", lines::kTapi13},
                                           {"1.4", lines::kTapi14},
                                           {"2.0", lines::kTapi20},
                                           {"2.1", lines::kTapi21},
                                           {"2.2", lines::kTapi22}};
inline constexpr Type kVersion{
    .name = "version", .form = Form::Word, .words = listed_words, .choices = kVersionWords};
inline constexpr Type kVersionOrNumber{.expected = "a number, or a version",
                                       .accepts = kText | kNumber,
                                       .form = Form::Word,
                                       .words = listed_words,
                                       .choices = kVersionWords,
                                       .most = kAnyNumber};

// The name of a TAPI group as a template argument.
template <std::size_t N>
struct GroupName {
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr GroupName(const char (&text)[N]) { std::copy_n(text, N, letters); }
    [[nodiscard]] constexpr std::string_view view() const { return {letters, N - 1}; }
    char letters[N]{};
};

// Adds the bit of one word to bits that started empty.
inline void add_bits(void* bits, const Value& value) {
    *static_cast<std::uint32_t*>(bits) |= static_cast<std::uint32_t>(value.number);
}

// The types that a TAPI group makes. Letters are compared without regard to case.
template <GroupName Group>
struct Tapi {
    static constexpr Type kWord{.name = Group.view(),
                                .form = Form::Word,
                                .words = tapi_words,
                                .group = Group.view(),
                                .any_case = true};
    static constexpr Field kEntry{"", "", &kWord, &add_bits};
    static constexpr Type kBits{.expected = "a word or a list of words",
                                .accepts = kText | kList,
                                .form = Form::Word,
                                .words = tapi_words,
                                .group = Group.view(),
                                .any_case = true,
                                .entry = &kEntry};
    // A number is taken as it is, so that wrong values can be tried.
    static constexpr Type kWordOrNumber{.expected = "a number, or a word",
                                        .accepts = kText | kNumber,
                                        .form = Form::Word,
                                        .words = tapi_words,
                                        .group = Group.view(),
                                        .any_case = true,
                                        .most = kAnyNumber};
    static constexpr Type kBitsOrNumber{.expected = "a number, a word or a list of words",
                                        .accepts = kText | kNumber | kList,
                                        .form = Form::Word,
                                        .words = tapi_words,
                                        .group = Group.view(),
                                        .any_case = true,
                                        .most = kAnyNumber,
                                        .entry = &kEntry};
};

// Makes room for a new name in a map and remembers its order; nullptr when the name is taken.
template <class T>
void* add_named(std::map<std::string, T>& map, std::vector<std::string>& order,
                const Value& value) {
    const auto [at, is_new] = map.try_emplace(std::string{value.text});
    if (!is_new) return nullptr;
    order.push_back(at->first);
    return make_room(at->second, value);
}
// Maps are filled through the struct that has the map and its order.
inline void* same_object(void* object, const Value&) { return object; }

inline constexpr Type kProfileName{
    .name = "profile", .expected = "the name of a profile, without .json", .form = Form::Path};
inline constexpr Field kProfileEntry = entry<Text>("", kProfileName);
inline constexpr Type kProfileNames{.expected = "the name of a profile, or a list of them",
                                    .accepts = kText | kList,
                                    .form = Form::Path,
                                    .entry = &kProfileEntry,
                                    .least_entries = 1,
                                    .most_entries = 100};
// A profile by its name alone stands for an object with nothing else.
inline constexpr Type kProvider{
    .expected = "the name of a profile, or an object of provider settings",
    .accepts = kText | kObject,
    .form = Form::Path,
    .object = provider_words};
inline constexpr Type kSettings{
    .expected = "an object of provider settings", .accepts = kObject, .object = settings_words};
inline constexpr Type kLineSettings{
    .expected = "an object of settings of the line", .accepts = kObject, .object = offer_words};
inline void assign(ProviderWords& member, const Value& v) {
    member.mark = v.mark;
    assign(member.profile, v);
}

// A whole number between two bounds.
constexpr Type whole_number(std::string_view expected, std::int64_t least, std::int64_t most) {
    return {.expected = expected, .accepts = kNumber, .least = least, .most = most};
}

}  // namespace pbxlab::harness
