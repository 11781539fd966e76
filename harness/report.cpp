#include "harness/report.h"

#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "harness/escape.h"
#include "harness/limits.h"
#include "harness/load_report.h"
#include "harness/scenario_reader.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kShownLine = 160;  // bytes of a scenario's line that are shown

// The text of a line of a file, without leading space; empty when there is none.
std::string line_of(const std::string& file, std::uint32_t number) {
    std::ifstream in{file, std::ios::binary};
    std::string line;
    std::size_t bytes = 0;
    for (std::uint32_t i = 0; i < number && bytes <= kMaxFileBytes; ++i) {
        if (!std::getline(in, line)) return {};
        bytes += line.size() + 1;
    }
    line.erase(0, line.find_first_not_of(" \t"));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (line.size() > kShownLine) line = line.substr(0, kShownLine) + " ...";
    return one_line(line);
}

void append_place(std::string& out, const Scenario& scenario, const Mark& mark,
                  std::string_view what) {
    const Place place = locate(std::filesystem::path{scenario.file}, mark);
    if (place.line == 0) return;
    out += fmt::format("  {}:{}:{}: {}\n", one_line(scenario.file), place.line, place.column, what);
    const std::string line = line_of(scenario.file, place.line);
    if (!line.empty()) out += fmt::format("      {}\n", line);
}

void append_field(std::string& out, std::string_view name, const std::string& value) {
    if (!value.empty())
        out += fmt::format("  {:<10}{}\n", std::string{name} + ':', one_line(value));
}

void append_block(std::string& out, std::string_view name, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += fmt::format("  {}:\n", name);
    for (const std::string& line : lines) out += fmt::format("      {}\n", one_line(line));
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string command(const Scenario& scenario, const RunResult& result, const ReportStyle& style) {
    std::string text =
        fmt::format("pbxlab run {} --seed {}", shell_quoted(scenario.file), result.seed);
    if (!style.filter.empty()) text += " --filter " + shell_quoted(style.filter);
    return style.options.empty() ? text : text + ' ' + style.options;
}

std::string id_of(const Scenario& scenario, const ReportStyle& style) {
    if (!style.id.empty()) return one_line(style.id);
    return one_line(scenario.path.empty() ? scenario.file : scenario.path);
}

// For what cannot be printed, as most shells read it.
std::string ansi_quoted(const std::string& text) {
    std::string quoted = "$'";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F) {
            quoted += fmt::format("\\{:03o}", byte);
        } else {
            if (c == '\'' || c == '\\') quoted += '\\';
            quoted += c;
        }
    }
    return quoted + '\'';
}

}  // namespace

std::string shell_quoted(const std::string& text) {
    std::string path = text.starts_with('-') ? "./" + text : text;
    if (one_line(path) != path) return ansi_quoted(path);
    static constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./+-";
    if (!path.empty() && path.find_first_not_of(kPlain) == std::string::npos) return path;
    std::string quoted = "'";
    for (const char c : path) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + '\'';
}

std::string passed_text(const Scenario& scenario, const RunResult& result,
                        const ReportStyle& style) {
    if (result.load) {
        std::string text = fmt::format("{}  {}  {} ({}, {} simulated)\n", kPassWord,
                                       id_of(scenario, style), one_line(scenario.name.value),
                                       load_text(*result.load), span_text(result.simulated));
        for (const std::string& line : load_lines(*result.load)) text += "  " + line + '\n';
        return text;
    }
    return fmt::format("{}  {}  {} ({} step{}, {} simulated)\n", kPassWord, id_of(scenario, style),
                       one_line(scenario.name.value), result.steps, result.steps == 1 ? "" : "s",
                       span_text(result.simulated));
}

std::string failure_summary(const Failure& failure) {
    std::string text = failure.what;
    if (!failure.expected.empty()) text += "; expected " + failure.expected;
    if (!failure.got.empty()) text += "; got " + failure.got;
    return one_line(text);
}

std::string failed_text(const Scenario& scenario, const RunResult& result,
                        const ReportStyle& style) {
    if (!result.failure) return {};
    const Failure& failure = *result.failure;
    std::string out = fmt::format("{}  {}  {}\n", kFailWord, id_of(scenario, style),
                                  one_line(scenario.name.value));
    const std::string when =
        failure.step == 0 ? "at the end" : fmt::format("step {}", failure.step);
    if (failure.mark)
        append_place(out, scenario, *failure.mark,
                     failure.during ? "watched or listed here" : when);
    if (failure.during) append_place(out, scenario, *failure.during, when + " was being played");
    out += fmt::format("  {} at {} s ({})\n", one_line(failure.what), time_text(failure.at), when);
    append_field(out, "expected", failure.expected);
    append_field(out, "got", failure.got);
    if (result.load) {
        append_field(out, "load", load_text(*result.load));
        for (const std::string& line : load_lines(*result.load)) out += "  " + line + '\n';
    }
    append_block(out, "notes", failure.notes);
    append_block(out, "last messages", failure.messages);
    append_block(out, "ladder", lines_of(failure.ladder));
    append_field(out, "why", scenario.why.value);
    out += fmt::format("  {:<10}{}\n", "again:", command(scenario, result, style));
    return out;
}

std::string progress_text(std::size_t done, std::size_t total, std::string_view id,
                          std::size_t width) {
    constexpr std::string_view kGap = "...";
    const auto inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const std::string front = fmt::format("[{}/{}] ", done, total);
    const std::string name = one_line(id);
    if (front.size() + name.size() <= width) return front + name;
    if (front.size() + kGap.size() >= width) return front.substr(0, width);
    std::size_t from = name.size() - (width - front.size() - kGap.size());
    while (from < name.size() && inside(name[from])) ++from;
    return fmt::format("{}{}{}", front, kGap, name.substr(from));
}

std::string broken_text(const Problem& problem) {
    return fmt::format("{} {}\n", kErrorWord, problem.text());
}

}  // namespace pbxlab::harness
