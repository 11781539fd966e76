#include "harness/load_copies.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include <fmt/format.h>

#include "harness/limits.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kMostDigits = 15;  // of a number that can be counted up

std::optional<std::uint64_t> counted(const std::string& number) {
    std::uint64_t value = 0;
    const char* end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, value);
    const bool whole = read.ec == std::errc{} && read.ptr == end && number.size() <= kMostDigits;
    return whole ? std::optional{value} : std::nullopt;
}

// How far the numbers of one copy lie from those of the next: none of them meet.
std::uint64_t stride(const SwitchWords& words) {
    std::uint64_t lowest = ~std::uint64_t{0};
    std::uint64_t highest = 0;
    for (const auto& [name, line] : words.lines) {
        for (const AddressWords& address : line.addresses) {
            const std::uint64_t value = counted(address.number.value).value_or(0);
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
    }
    return highest < lowest ? 1 : highest - lowest + 1;
}

// What the names and numbers of a copy are called.
class Renaming {
 public:
    Renaming(const SwitchWords& words, std::uint32_t copy) {
        const std::uint64_t up = stride(words) * (copy - 1);
        for (const auto& [name, line] : words.lines) {
            names_[name] = fmt::format("{}~{}", name, copy);
            for (const AddressWords& address : line.addresses) {
                const std::string& number = address.number.value;
                numbers_[number] =
                    fmt::format("{:0{}}", counted(number).value_or(0) + up, number.size());
            }
        }
    }
    void name(std::string& text) const { put(names_, text); }
    void number(std::string& text) const { put(numbers_, text); }
    void number(std::optional<Text>& text) const {
        if (text) number(text->value);
    }
    void step(Step& step) const {
        name(step.line.value);
        name(step.app.value);
        number(step.to);
        number(step.digits.value);
        Conditions& on = step.conditions;
        for (std::optional<Text>* text : {&on.caller_id, &on.called_id, &on.connected_id,
                                          &on.redirecting_id, &on.redirection_id, &on.called_party})
            number(*text);
        if (on.app_name) name(on.app_name->value);
        for (Step& inner : step.steps) this->step(inner);
    }

 private:
    using Words = std::map<std::string, std::string>;
    static void put(const Words& words, std::string& text) {
        if (const auto word = words.find(text); word != words.end()) text = word->second;
    }
    Words names_, numbers_;
};

std::size_t count_steps(const Steps& steps) {
    std::size_t count = steps.size();
    for (const Step& step : steps) count += count_steps(step.steps);
    return count;
}

Complaint refused(Mark mark, std::string what, std::string expected) {
    return {mark, {}, std::move(what), std::move(expected), {}};
}

std::optional<Complaint> check_numbers(const SwitchWords& words) {
    for (const std::string& name : words.line_order) {
        for (const AddressWords& address : words.lines.at(name).addresses) {
            if (address.bridge) {
                return refused(address.bridge->mark,
                               "a load cannot have addresses that lines share", "lines without");
            }
            if (counted(address.number.value)) continue;
            return refused(address.number.mark,
                           "the number " + in_quotes(address.number.value) +
                               " cannot be counted up for the copies of a load",
                           fmt::format("at most {} digits 0-9", kMostDigits));
        }
    }
    return std::nullopt;
}

std::optional<Complaint> check_size(const Scenario& scenario) {
    const LoadWords& load = *scenario.load;
    const std::size_t lines = scenario.exchange.lines.size() * load.copies;
    if (lines > kMaxLines) {
        return refused(load.mark, fmt::format("a load of {} lines", lines),
                       fmt::format("at most {}", kMaxLines));
    }
    const std::size_t steps = count_steps(scenario.steps) * load.copies;
    if (steps <= kMaxLoadSteps) return std::nullopt;
    return refused(load.mark, fmt::format("a load of {} steps over all copies", steps),
                   fmt::format("at most {}", kMaxLoadSteps));
}

}  // namespace

std::optional<Complaint> check_load(const Scenario& scenario) {
    if (!scenario.load) return std::nullopt;
    const SwitchWords& words = scenario.exchange;
    if (!scenario.applications.empty() || !words.outside.empty() || !words.groups.empty() ||
        words.lines.empty()) {
        return refused(scenario.load->mark, "a load needs lines, and can have nothing else",
                       "a switch of lines without applications, parties outside and groups");
    }
    if (auto complaint = check_numbers(words)) return complaint;
    if (auto complaint = check_size(scenario)) return complaint;
    return check_switch(all_copies(scenario).exchange);
}

Scenario all_copies(const Scenario& scenario) {
    Scenario all = scenario;
    all.steps.clear();
    all.traces.clear();
    all.exchange.lines.clear();
    all.exchange.line_order.clear();
    for (std::uint32_t copy = 1; copy <= scenario.load->copies; ++copy) {
        const Renaming renaming{scenario.exchange, copy};
        for (const std::string& name : scenario.exchange.line_order) {
            LineWords line = scenario.exchange.lines.at(name);
            for (AddressWords& address : line.addresses) {
                renaming.number(address.number.value);
                std::string& group = address.pickup_group.value;
                if (!group.empty()) group += fmt::format("~{}", copy);
            }
            std::string own = name;
            renaming.name(own);
            all.exchange.line_order.push_back(own);
            all.exchange.lines.emplace(std::move(own), std::move(line));
        }
    }
    return all;
}

Scenario copy_of(const Scenario& scenario, std::uint32_t copy) {
    const Renaming renaming{scenario.exchange, copy};
    Scenario one = scenario;
    one.exchange = {};
    for (Step& step : one.steps) renaming.step(step);
    return one;
}

}  // namespace pbxlab::harness
