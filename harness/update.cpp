#include "harness/update.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "harness/json_file.h"
#include "harness/limits.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kNone = std::string_view::npos;

// Where a value stands: [begin, end).
struct Range {
    std::size_t begin = 0, end = 0;
};

// All of these are given text that has been read as JSON before, but survive any.
std::size_t skip_space(std::string_view json, std::size_t at) {
    return std::min(json.find_first_not_of(kSpace, at), json.size());
}

std::size_t string_end(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\') ++at;
    }
    return std::min(at + 1, json.size());
}

std::size_t value_end(std::string_view json, std::size_t at) {
    int depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (c == '"') {
            at = string_end(json, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            --depth;
            ++at;
        } else if (depth == 0) {
            return std::min(json.find_first_of(" \t\r\n,]}", at), json.size());
        } else {
            at = std::min(json.find_first_of("\"{}[]", at), json.size());
        }
        if (depth == 0) return at;
    }
    return at;
}

// Whether a text of the file, with its quotation marks, is this word, in escapes or not.
bool reads(std::string_view quoted, std::string_view word) {
    if (quoted.size() < 2) return false;
    if (quoted.find('\\') == kNone) return quoted.substr(1, quoted.size() - 2) == word;
    const auto text = nlohmann::json::parse(quoted.begin(), quoted.end(), nullptr, false);
    return text.is_string() && text.get_ref<const std::string&>() == word;
}

// The value behind a word of the object that begins at `at`.
std::optional<Range> member(std::string_view json, std::size_t at, std::string_view name) {
    for (++at; at < json.size();) {
        at = skip_space(json, at);
        if (at >= json.size() || json[at] != '"') return std::nullopt;
        const std::size_t key_end = string_end(json, at);
        const std::string_view key = json.substr(at, key_end - at);
        at = skip_space(json, skip_space(json, key_end) + 1);  // behind the colon
        const std::size_t end = value_end(json, at);
        if (reads(key, name)) return Range{at, end};
        at = skip_space(json, end);
        if (at < json.size() && json[at] == ',') ++at;
    }
    return std::nullopt;
}

std::string list_text(const SeenTrace& trace) {
    std::string text;
    for (const std::string& state : trace.states)
        text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", state);
    return '[' + text + ']';
}

// How the file breaks and indents its lines.
struct Layout {
    std::string newline, indent;
};
Layout layout_of(std::string_view json, std::size_t root) {
    Layout layout{json.find("\r\n") == kNone ? "\n" : "\r\n", "  "};
    const std::size_t first = skip_space(json, root + 1);
    const std::size_t line = json.substr(0, first).rfind('\n');
    if (line != kNone && line > root && first > line + 1)
        layout.indent = json.substr(line + 1, first - line - 1);
    return layout;
}

std::string entry_text(const SeenTrace& trace, const Layout& layout) {
    return fmt::format("{0}{1}{1}\"{2}\": {3}", layout.newline, layout.indent, trace.call,
                       list_text(trace));
}

std::string section_text(std::span<const SeenTrace> traces, const Layout& layout) {
    std::string text = "{";
    for (const SeenTrace& trace : traces)
        text += (text.size() > 1 ? "," : "") + entry_text(trace, layout);
    return text + layout.newline + layout.indent + '}';
}

// Puts `added` behind the last thing before the end of an object.
void append(std::string& json, std::size_t object_end, const std::string& added) {
    const std::size_t last = json.find_last_not_of(kSpace, object_end - 2);
    json.insert(last + 1, (json[last] == '{' ? "" : ",") + added);
}

bool put(std::string& json, std::size_t root, const SeenTrace& trace, const Layout& layout) {
    const auto section = member(json, root, "traces");
    if (!section || json[section->begin] != '{') return false;
    if (const auto own = member(json, section->begin, trace.call)) {
        json.replace(own->begin, own->end - own->begin, list_text(trace));
    } else {
        append(json, section->end, entry_text(trace, layout));
    }
    return true;
}

// The document of a scenario; discarded when it is none.
nlohmann::json document(std::string_view json) {
    const auto bounded = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        return depth <= static_cast<int>(kMaxDepth);
    };
    return nlohmann::json::parse(json.begin(), json.end(), bounded, false);
}

// Whether `after` is the document that `before` is, with these traces.
bool differ_only_by(std::span<const SeenTrace> traces, std::string_view before,
                    std::string_view after) {
    nlohmann::json expected = document(before);
    if (!expected.is_object()) return false;
    nlohmann::json& section = expected["traces"];
    if (section.is_null()) section = nlohmann::json::object();
    if (!section.is_object()) return false;
    for (const SeenTrace& trace : traces) section[trace.call] = trace.states;
    return document(after) == expected;
}

// In the same folder, so that it can take the file's place in one step.
fs::path beside(const fs::path& file) {
    return file.parent_path() / fmt::format(".{}.{}.tmp", file.filename().string(), ::getpid());
}

bool write(const fs::path& file, const std::string& text) {
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    out << text;
    out.close();
    return !out.fail();
}

}  // namespace

std::optional<std::string> with_traces(std::string_view json, std::span<const SeenTrace> traces) {
    std::string text{json};
    const std::size_t root = json.find('{');
    if (root == kNone) return std::nullopt;
    const Layout layout = layout_of(json, root);
    if (const auto section = member(text, root, "traces")) {
        if (member(text, section->begin, "") == std::nullopt &&
            skip_space(text, section->begin + 1) == section->end - 1) {
            text.replace(section->begin, section->end - section->begin,
                         section_text(traces, layout));
            return text;
        }
        for (const SeenTrace& trace : traces) {
            if (!put(text, root, trace, layout)) return std::nullopt;
        }
        return text;
    }
    append(text, value_end(text, root),
           layout.newline + layout.indent + "\"traces\": " + section_text(traces, layout));
    return text;
}

std::optional<std::string> update_traces(const fs::path& file, std::span<const SeenTrace> traces) {
    if (traces.empty()) return std::nullopt;
    const auto json = read_file(file, file.generic_string());
    if (!json) return json.error().text();
    const auto text = with_traces(*json, traces);
    if (!text || !differ_only_by(traces, *json, *text))
        return "there is no place for traces in " + file.generic_string();
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    const fs::path fresh = beside(real);
    if (!error && write(fresh, *text)) {
        fs::permissions(fresh, fs::status(real).permissions(), error);
        if (!error) fs::rename(fresh, real, error);
        if (!error) return std::nullopt;
    }
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return "cannot write " + file.generic_string();
}

}  // namespace pbxlab::harness
