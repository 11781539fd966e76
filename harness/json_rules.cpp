#include "harness/json_rules.h"

#include <algorithm>

#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

bool is_in(std::string_view word, std::string_view list) {
    const std::vector<std::string_view> words = listed(list);
    return std::ranges::find(words, word) != words.end();
}

std::optional<Complaint> check(const WordRule& rule, const ObjectWords& words, WordSet given,
                               Mark mark) {
    for (std::size_t i = 0; i < words.fields.size(); ++i) {
        const std::string_view word = words.fields[i].name;
        if (!given.has(i)) continue;
        if (is_in(word, rule.bars))
            return Complaint{mark,
                             std::string{word},
                             in_quotes(word) + " contradicts " + in_quotes(rule.with),
                             "one of the two",
                             {}};
        if (word == rule.with || rule.takes.empty() || is_in(word, rule.takes)) continue;
        return Complaint{mark,
                         std::string{word},
                         in_quotes(word) + " does not belong to " + in_quotes(rule.with),
                         one_of(listed(rule.takes)),
                         {}};
    }
    const std::vector<std::string_view> needed = listed(rule.needs);
    const auto is_given = [&](std::string_view word) {
        return given.has(find_word(words.fields, word));
    };
    if (needed.empty() || std::ranges::any_of(needed, is_given)) return std::nullopt;
    return Complaint{mark, {}, in_quotes(rule.with) + " lacks a word", one_of(needed), {}};
}

}  // namespace

std::vector<std::string_view> listed(std::string_view words) {
    std::vector<std::string_view> list;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        list.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return list;
}

std::optional<Complaint> check_rules(const ObjectWords& words, WordSet given, Mark mark) {
    for (const WordRule& rule : words.rules) {
        if (!given.has(find_word(words.fields, rule.with))) continue;
        if (auto complaint = check(rule, words, given, mark)) return complaint;
    }
    return std::nullopt;
}

}  // namespace pbxlab::harness
