#include "harness/json_missing.h"

#include <string>

#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

bool is_complete(const ObjectWords& words, WordSet given) {
    const WordLookup& known = *words.lookup;
    return given.contains(known.required) && (!words.not_empty || !given.empty()) &&
           (words.exactly_one.empty() || (given & known.exactly_one).single());
}

}  // namespace

std::optional<Complaint> missing(const ObjectWords& words, WordSet given, Mark mark) {
    if (words.lookup != nullptr && is_complete(words, given)) return std::nullopt;
    for (std::size_t i = 0; i < words.fields.size(); ++i) {
        if (!words.fields[i].required || given.has(i)) continue;
        const std::string name = in_quotes(words.fields[i].name);
        return Complaint{mark, {}, std::string{words.what} + " lacks " + name, name, {}};
    }
    if (words.not_empty && given.empty()) {
        return Complaint{
            mark, {}, std::string{words.what} + " of nothing", "at least one word", {}};
    }
    std::string_view first;
    for (const std::string_view name : words.exactly_one) {
        if (!given.has(find_word(words.fields, name))) continue;
        if (!first.empty()) {
            return Complaint{mark,
                             std::string{name},
                             "both " + in_quotes(first) + " and " + in_quotes(name) + " in " +
                                 std::string{words.what},
                             "only " + one_of(words.exactly_one),
                             {}};
        }
        first = name;
    }
    if (!first.empty() || words.exactly_one.empty()) return std::nullopt;
    return Complaint{
        mark, {}, std::string{words.what} + " lacks a word", one_of(words.exactly_one), {}};
}

}  // namespace pbxlab::harness
