#include "harness/json_place.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "harness/limits.h"

namespace pbxlab::harness {

namespace {

enum class Token : std::uint8_t { Open, Close, Key, Scalar, End };

// Walks over the events of a JSON text. It trusts the text as far as the reader has accepted it,
// and stops at the end of the text whatever stands there.
class Walk {
 public:
    explicit Walk(std::string_view json) : json_{json} {
        if (json_.starts_with(kByteOrderMark)) next_ = kByteOrderMark.size();
    }

    // The next event; afterwards start() is where it begins.
    Token step();
    [[nodiscard]] std::size_t start() const { return start_; }
    [[nodiscard]] std::size_t depth() const { return levels_.size(); }
    // The name of the entry that the last event began or is in.
    [[nodiscard]] std::string_view key() const {
        return levels_.empty() ? std::string_view{} : levels_.back().key;
    }
    // JSON Pointer of the last event; of its object when it is a word.
    [[nodiscard]] std::string pointer() const;
    [[nodiscard]] std::string pointer_of_key() const { return pointer_to(levels_.size()); }

 private:
    struct Level {
        bool object = false;
        bool key_next = false;  // object: the next text is a word
        std::size_t index = 0;  // list: entries so far
        std::string_view key;   // as written, between its quotation marks
    };
    void skip_space();
    void skip_text();
    Token open(char bracket);
    Token text();
    void entry();  // a value begins
    [[nodiscard]] std::string pointer_to(std::size_t levels) const;

    std::string_view json_;
    std::size_t next_ = 0;
    std::size_t start_ = 0;
    std::vector<Level> levels_;
    std::size_t named_ = 0;  // levels whose entry the last event belongs to
};

void Walk::skip_space() {
    constexpr std::string_view kBetween = " \t\r\n,:";
    next_ = std::min(json_.find_first_not_of(kBetween, next_), json_.size());
}

void Walk::skip_text() {
    ++next_;
    while (next_ < json_.size() && json_[next_] != '"') next_ += json_[next_] == '\\' ? 2U : 1U;
    next_ = std::min(next_ + 1, json_.size());
}

void Walk::entry() {
    named_ = levels_.size();
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (level.object) {
        level.key_next = true;
    } else {
        ++level.index;
    }
}

Token Walk::open(char bracket) {
    entry();
    ++next_;
    if (levels_.size() > kMaxDepth) return Token::End;  // the reader has refused it
    const bool object = bracket == '{';
    levels_.push_back({object, object, 0, {}});
    return Token::Open;
}

Token Walk::text() {
    const bool word = !levels_.empty() && levels_.back().object && levels_.back().key_next;
    skip_text();
    if (!word) {
        entry();
        return Token::Scalar;
    }
    named_ = levels_.size() - 1;
    levels_.back().key = json_.substr(start_ + 1, next_ - start_ - 2);
    levels_.back().key_next = false;
    return Token::Key;
}

Token Walk::step() {
    skip_space();
    start_ = next_;
    if (next_ == json_.size()) return Token::End;
    const char first = json_[next_];
    if (first == '{' || first == '[') return open(first);
    if (first == '"') return text();
    if (first == '}' || first == ']') {
        ++next_;
        if (levels_.empty()) return Token::End;
        levels_.pop_back();
        named_ = levels_.size();
        return Token::Close;
    }
    entry();
    next_ = std::min(json_.find_first_of(" \t\r\n,:{}[]\"", next_), json_.size());
    return Token::Scalar;
}

// A word as it is meant, its escapes resolved, written as a pointer wants it.
std::string pointer_part(std::string_view written) {
    std::string word{written};
    if (written.find('\\') != std::string_view::npos) {
        const auto text = nlohmann::json::parse('"' + word + '"', nullptr, false);
        if (text.is_string()) word = text.get<std::string>();
    }
    std::string part = "/";
    for (const char c : word) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

std::string Walk::pointer_to(std::size_t levels) const {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) {
        const Level& level = levels_[i];
        if (level.object) {
            text += pointer_part(level.key);
        } else {
            text += '/' + std::to_string(level.index == 0 ? 0 : level.index - 1);
        }
    }
    return text;
}

std::string Walk::pointer() const { return pointer_to(named_); }

void set_line_and_column(Place& place, std::string_view json, std::size_t offset) {
    const std::string_view before = json.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    place.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
    place.column = static_cast<std::uint32_t>(1 + before.size() - line_start);
}

// The word `key` in the object that has just been opened; false when it has none.
bool find_key(Walk& walk, std::string_view key) {
    const std::size_t depth = walk.depth();
    bool found = false;
    for (Token token = walk.step(); token != Token::End && walk.depth() >= depth;
         token = walk.step()) {
        if (token != Token::Key || walk.depth() != depth) continue;
        found = pointer_part(walk.key()) == '/' + std::string{key};
        if (found) break;
    }
    return found;
}

}  // namespace

Place place_of(std::string_view json, Mark mark, std::string_view key) {
    Place place;
    if (mark.event == 0) return place;
    Walk walk{json};
    for (std::uint32_t event = 0; event < mark.event; ++event) {
        if (walk.step() == Token::End) return place;
    }
    if (Walk inside = walk; !key.empty() && find_key(inside, key)) {
        set_line_and_column(place, json, inside.start());
        place.pointer = inside.pointer_of_key();
        return place;
    }
    set_line_and_column(place, json, walk.start());
    place.pointer = walk.pointer();
    return place;
}

Place place_of_byte(std::string_view json, std::size_t offset) {
    Place place;
    offset = std::min(offset, json.size());
    std::size_t events = 0;
    for (Walk walk{json}; walk.step() != Token::End && walk.start() < offset;) ++events;
    Walk again{json};
    for (std::size_t event = 0; event < events; ++event) again.step();
    place.pointer = again.pointer();
    set_line_and_column(place, json, offset);
    return place;
}

Problem problem_at(std::string_view json, const std::string& file, const ReadMistake& mistake) {
    Problem problem;
    problem.file = file;
    Place place;
    if (const auto* syntax = std::get_if<SyntaxMistake>(&mistake)) {
        place = place_of_byte(json, syntax->offset);
        problem.what = syntax->what;
        problem.expected = syntax->expected;
    } else {
        const auto& complaint = std::get<Complaint>(mistake);
        place = place_of(json, complaint.mark, complaint.key);
        problem.what = complaint.what;
        problem.expected = complaint.expected;
        problem.nearest = complaint.nearest;
    }
    problem.line = place.line;
    problem.column = place.column;
    problem.pointer = std::move(place.pointer);
    return problem;
}

}  // namespace pbxlab::harness
