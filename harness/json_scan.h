// Walks over a JSON text (RFC 8259, UTF-8) and hands what it meets to a handler, in one pass and
// without copying texts that are written without escapes. It accepts what nlohmann's parser accepts
// and tells it in the same order; what is wrong with a text that it does not accept it leaves to
// that parser to say. A byte of value 0 must not be in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pbxlab::harness {

// The single tokens of a text.
class JsonTokens {
 public:
    explicit JsonTokens(std::string_view text);

    // The character that the next token begins with; '\0' at the end of the text.
    [[nodiscard]] char peek();
    [[nodiscard]] bool at_end() { return peek() == '\0' && at_ == json_.size(); }
    // Passes the character that peek() has told.
    void pass() { ++at_; }
    // Passes true, false or null; false when something else stands there.
    [[nodiscard]] bool literal(std::string_view word);
    // Passes a text, which text() then is, its escapes resolved; false when it is malformed.
    [[nodiscard]] bool string();
    [[nodiscard]] std::string_view text() const { return text_; }

    enum class Number : std::uint8_t { None, Integer, Unsigned, Float };
    // Passes a number, which written() then is. Unsigned is one without a sign, Integer one with
    // it; Float is every other one, and those that fit into neither.
    [[nodiscard]] Number number();
    [[nodiscard]] std::int64_t integer() const { return static_cast<std::int64_t>(number_); }
    [[nodiscard]] std::uint64_t whole() const { return number_; }
    [[nodiscard]] double real() const { return real_; }
    [[nodiscard]] std::string_view written() const { return written_; }

 private:
    // The character at the place, '\0' behind the end: no such character is ever accepted.
    [[nodiscard]] char here() const { return at_ < json_.size() ? json_[at_] : '\0'; }
    [[nodiscard]] bool escaped();
    [[nodiscard]] bool escape();
    [[nodiscard]] bool character();
    [[nodiscard]] bool hex4(std::uint32_t& code);
    [[nodiscard]] std::size_t digits();
    [[nodiscard]] Number valued(bool whole);

    std::string_view json_;
    std::size_t at_ = 0;
    std::string_view text_;
    std::string unescaped_;
    std::string_view written_;
    std::uint64_t number_ = 0;
    double real_ = 0;
};

// The handler has the functions of nlohmann's SAX interface, with std::string_view for texts; each
// returns false to end the walk. It has to end it itself where lists and objects lie too deep in
// each other.
template <class Handler>
class JsonScan {
 public:
    JsonScan(std::string_view text, Handler& handler) : tokens_{text}, handler_{handler} {}

    // False when the handler has ended it, or the text is not JSON.
    [[nodiscard]] bool run() { return value() && tokens_.at_end(); }

 private:
    bool value() {
        switch (tokens_.peek()) {
            case '{': return object();
            case '[': return list();
            case '"': return tokens_.string() && handler_.string(tokens_.text());
            case 't': return tokens_.literal("true") && handler_.boolean(true);
            case 'f': return tokens_.literal("false") && handler_.boolean(false);
            case 'n': return tokens_.literal("null") && handler_.null();
            default: return number();
        }
    }
    bool number() {
        switch (tokens_.number()) {
            case JsonTokens::Number::None: return false;
            case JsonTokens::Number::Integer: return handler_.number_integer(tokens_.integer());
            case JsonTokens::Number::Unsigned: return handler_.number_unsigned(tokens_.whole());
            case JsonTokens::Number::Float: break;
        }
        return handler_.number_float(tokens_.real(), tokens_.written());
    }
    bool passes(char wanted) {
        if (tokens_.peek() != wanted) return false;
        tokens_.pass();
        return true;
    }
    bool entry() {
        return tokens_.peek() == '"' && tokens_.string() && handler_.key(tokens_.text()) &&
               passes(':') && value();
    }
    bool object() {
        tokens_.pass();
        if (!handler_.start_object()) return false;
        if (passes('}')) return handler_.end_object();
        do {
            if (!entry()) return false;
        } while (passes(','));
        return passes('}') && handler_.end_object();
    }
    bool list() {
        tokens_.pass();
        if (!handler_.start_array()) return false;
        if (passes(']')) return handler_.end_array();
        do {
            if (!value()) return false;
        } while (passes(','));
        return passes(']') && handler_.end_array();
    }

    JsonTokens tokens_;
    Handler& handler_;
};

}  // namespace pbxlab::harness
