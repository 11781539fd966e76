#include "tests/bench/report.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace pbxlab::bench {

namespace {

using Json = nlohmann::ordered_json;
constexpr int kFormat = 1;

std::string_view unit_of(Kind kind) {
    switch (kind) {
        case Kind::Milliseconds: return " ms";
        case Kind::Nanoseconds: return " ns";
        case Kind::Bytes: return " B";
        case Kind::Allocations: return "";
        default: return "x";
    }
}

std::string number(double value, Kind kind) {
    const double size = std::abs(value);
    const int decimals = size == 0 || size >= 1000 ? 0 : size >= 100 ? 1 : 2;
    return fmt::format("{:.{}f}{}", value, decimals, unit_of(kind));
}

std::string goal_of(const Figure& figure) {
    if (figure.goal.must == Must::Nothing) return {};
    return fmt::format("{} {}", figure.goal.must == Must::BeAtLeast ? ">=" : "<=",
                       number(figure.goal.value, figure.kind));
}

std::string_view verdict(const Measured& each) {
    const Goal& goal = each.figure->goal;
    if (goal.must == Must::Nothing || !each.problem.empty()) return "";
    if (meets(goal, each.value)) return goal.gate ? "met" : "reached";
    return goal.gate ? "NOT MET" : "not reached";
}

std::string change(const Measured& each, const Baseline* baseline) {
    if (baseline == nullptr || !each.problem.empty()) return {};
    const auto found = baseline->find(each.figure->key);
    if (found == baseline->end()) return "new";
    if (found->second == 0) return each.value == 0 ? "same" : "was 0";
    return fmt::format("{:+.1f} %", (each.value / found->second - 1) * 100);
}

std::string shown(const Measured& each) {
    return each.problem.empty() ? number(each.value, each.figure->kind) : "-";
}

}  // namespace

std::string table(const std::vector<Measured>& all, const Baseline* baseline) {
    std::string text = fmt::format("{:<58} {:>10}  {:<12} {:<11}{}\n", "case", "figure", "goal", "",
                                   baseline != nullptr ? " change" : "");
    std::string_view theme;
    for (const Measured& each : all) {
        if (each.figure->theme != theme) {
            theme = each.figure->theme;
            text += fmt::format("\n{}\n", theme);
        }
        std::string line =
            fmt::format("  {:<56} {:>10}  {:<12} {:<11} {}", each.figure->text, shown(each),
                        goal_of(*each.figure), verdict(each), change(each, baseline));
        if (!each.problem.empty()) line += "not measured: " + each.problem;
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string markdown(const std::vector<Measured>& all) {
    std::string text =
        "| case | figure | half of the turns between | goal | |\n"
        "| --- | --- | --- | --- | --- |\n";
    for (const Measured& each : all) {
        const Kind kind = each.figure->kind;
        const std::string between =
            each.problem.empty()
                ? fmt::format("{} and {}", number(each.low, kind), number(each.high, kind))
                : each.problem;
        text += fmt::format("| {} | {} | {} | {} | {} |\n", each.figure->text, shown(each), between,
                            goal_of(*each.figure), verdict(each));
    }
    return text;
}

std::string json(const std::vector<Measured>& all) {
    Json figures = Json::array();
    for (const Measured& each : all) {
        Json figure = {{"key", each.figure->key}, {"case", each.figure->text}};
        if (each.problem.empty()) {
            figure["value"] = each.value;
            figure["low"] = each.low;
            figure["high"] = each.high;
        } else {
            figure["problem"] = each.problem;
        }
        if (each.figure->goal.must != Must::Nothing) {
            const bool least = each.figure->goal.must == Must::BeAtLeast;
            figure[least ? "atLeast" : "atMost"] = each.figure->goal.value;
            figure["met"] = each.problem.empty() && meets(each.figure->goal, each.value);
        }
        figures.push_back(std::move(figure));
    }
    return Json{{"kind", "figures"}, {"format", kFormat}, {"figures", std::move(figures)}}.dump(2) +
           "\n";
}

Baseline read_baseline(const std::string& text) {
    Baseline baseline;
    try {
        const Json whole = Json::parse(text);
        if (whole.at("kind") != "figures" || whole.at("format") != kFormat)
            throw std::runtime_error{"it is not of this format"};
        for (const Json& figure : whole.at("figures")) {
            if (figure.contains("value"))
                baseline[figure.at("key").get<std::string>()] = figure.at("value").get<double>();
        }
    } catch (const Json::exception&) {
        throw std::runtime_error{"it is not what --json has written"};
    }
    return baseline;
}

bool all_met(const std::vector<Measured>& all) {
    return std::ranges::all_of(all, [](const Measured& each) {
        const Goal& goal = each.figure->goal;
        if (goal.must == Must::Nothing || !goal.gate) return true;
        return each.problem.empty() && meets(goal, each.value);
    });
}

}  // namespace pbxlab::bench
