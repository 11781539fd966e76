#include "harness/json_fault.h"

#include <cassert>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

// nlohmann's "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while
// parsing value - invalid literal; last read: 'x'; expected end of input" without what is said
// better elsewhere.
SyntaxMistake in_own_words(std::string text, std::size_t offset) {
    SyntaxMistake mistake;
    mistake.offset = offset;
    for (const std::string_view lead : {"] ", " - "}) {
        const std::size_t at = text.find(lead);
        if (at != std::string::npos) text.erase(0, at + lead.size());
    }
    const std::size_t expected = text.find("; expected ");
    if (expected != std::string::npos) {
        mistake.expected = printable(text.substr(expected + 11), 80);
        text.resize(expected);
    }
    const std::size_t read = text.find("; last read: ");
    if (read != std::string::npos) text.resize(read);
    mistake.what = "not JSON: " + printable(text, 200);
    return mistake;
}

// Listens for nothing but what is wrong with a text.
class Fault : public nlohmann::json_sax<nlohmann::json> {
 public:
    [[nodiscard]] SyntaxMistake take() && { return std::move(mistake_); }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& error) override {
        mistake_ = in_own_words(error.what(), position == 0 ? 0 : position - 1);
        return false;
    }

 private:
    SyntaxMistake mistake_;
};

}  // namespace

SyntaxMistake json_fault(std::string_view text) {
    Fault fault;
    [[maybe_unused]] const bool accepted =
        nlohmann::json::sax_parse(text.begin(), text.end(), &fault);
    assert(!accepted);
    return std::move(fault).take();
}

}  // namespace pbxlab::harness
