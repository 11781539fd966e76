// JsonScan tells of a text what nlohmann's parser tells of it, up to where it is wrong.
#include "harness/json_scan.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "harness/limits.h"
#include "switch/random.h"

namespace pbxlab::harness {
namespace {

using Json = nlohmann::json;

// What both parsers told, in words.
struct Told {
    std::string events;
    bool whole = false;
    bool operator==(const Told&) const = default;
};

class Listener {
 public:
    explicit Listener(std::string& events) : events_{events} {}
    bool null() { return put("null"); }
    bool boolean(bool flag) { return put(flag ? "true" : "false"); }
    bool number_integer(std::int64_t number) { return put("i" + std::to_string(number)); }
    bool number_unsigned(std::uint64_t number) { return put("u" + std::to_string(number)); }
    bool number_float(double number, std::string_view written) {
        return put("f" + Json(number).dump() + "=" + std::string{written});
    }
    bool string(std::string_view text) { return put("s" + std::string{text}); }
    bool key(std::string_view text) { return put("k" + std::string{text}); }
    bool start_object() { return open("{"); }
    bool start_array() { return open("["); }
    bool end_object() { return close("}"); }
    bool end_array() { return close("]"); }

 private:
    bool put(const std::string& event) {
        events_ += event + '\n';
        return true;
    }
    bool open(const std::string& event) { return put(event) && ++depth_ <= kMaxDepth; }
    bool close(const std::string& event) {
        --depth_;
        return put(event);
    }
    std::string& events_;
    std::size_t depth_ = 0;
};

class Adapter : public nlohmann::json_sax<Json> {
 public:
    explicit Adapter(std::string& events) : listener_{events} {}
    bool null() override { return listener_.null(); }
    bool boolean(bool flag) override { return listener_.boolean(flag); }
    bool number_integer(number_integer_t n) override { return listener_.number_integer(n); }
    bool number_unsigned(number_unsigned_t n) override { return listener_.number_unsigned(n); }
    bool number_float(number_float_t n, const string_t& written) override {
        return listener_.number_float(n, written);
    }
    bool string(string_t& text) override { return listener_.string(text); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return listener_.start_object(); }
    bool key(string_t& text) override { return listener_.key(text); }
    bool end_object() override { return listener_.end_object(); }
    bool start_array(std::size_t) override { return listener_.start_array(); }
    bool end_array() override { return listener_.end_array(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }

 private:
    Listener listener_;
};

Told told_by_nlohmann(std::string_view text) {
    Told told;
    Adapter adapter{told.events};
    told.whole = Json::sax_parse(text.begin(), text.end(), &adapter);
    return told;
}

Told told_by_scan(std::string_view text) {
    Told told;
    Listener listener{told.events};
    told.whole = JsonScan{text, listener}.run();
    return told;
}

void expect_alike(std::string_view text) {
    const Told one = told_by_nlohmann(text);
    const Told other = told_by_scan(text);
    EXPECT_EQ(one.whole, other.whole) << text;
    EXPECT_EQ(one.events, other.events) << text;
}

constexpr std::string_view kTexts[] = {
    "", " ", "null", "nul", "nullx", "true", "tru", "false", "falsey", "[]", "{}", " [ ] ", "[",
    "{", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{,}", "{1:2}",
    "{\"a\" 1}", "[1 2]", "[]]", "{}{}", "1 2", "\"", "\"a", "\"a\"", "\"a\n\"", "\"\x1f\"",
    "\"\x7f\"", "'a'", "// a\n1", "/* a */ 1",
    // escapes
    R"("\"\\\/\b\f\n\r\t")", R"("\x")", R"("\u00e4\u20AC\uD83D\uDE00")", R"("\u12")", R"("\u12g4")",
    R"("\u-123")", R"("\uD800")", R"("\uD800x")", R"("\uD800\n")", R"("\uD800\u0041")",
    R"("\uDC00")", R"("\uD800\uDBFF")", R"("a\u0000b")", R"("\u+123")", R"("\)", R"("\u")",
    R"("ab\ncd")", "\"a\\\xC3\xA4\"",
    // characters of several bytes
    "\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\"", "\"\xC3\"", "\"\xC3", "\"\xC0\xAF\"",
    "\"\xE0\x80\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xF5\x80\x80\x80\"",
    "\"\x80\"", "\"\xE2\x82\"", "\"\\n\xE2\x82\"", "\xC3\xA4", "\"\xF0\x8F\xBF\xBF\"",
    // numbers
    "0", "-0", "00", "01", "-", "-a", "+1", "1.", ".5", "1.5", "-1.5e3", "1e", "1e+", "1e+5",
    "1E-5", "1e5x", "0x1", "9223372036854775807", "-9223372036854775808", "-9223372036854775809",
    "18446744073709551615", "18446744073709551616", "1e308", "1e309", "-1e999", "1e-999",
    "123456789012345678901234567890", "-123456789012345678901234567890", "1.0e0", "1-2", "Infinity",
    "NaN",
    // byte order marks
    "\xEF\xBB\xBF{}", "\xEF\xBB\xBF\xEF\xBB\xBF{}", "\xEF\xBB{}", "\xEF", "{}\xEF\xBB\xBF"};

TEST(JsonScan, TakesEveryTextAsNlohmannTakesIt) {
    for (const std::string_view text : kTexts) expect_alike(text);
}

TEST(JsonScan, GoesNoDeeperThanItsHandlerLetsIt) {
    const std::string open(kMaxDepth + 5, '[');
    EXPECT_FALSE(told_by_scan(open).whole);
    expect_alike(open);
    expect_alike(std::string(kMaxDepth, '[') + std::string(kMaxDepth, ']'));
}

std::vector<std::string> scenarios() {
    std::vector<std::string> texts;
    const std::filesystem::path folder = std::filesystem::path{PBXLAB_SOURCE_DIR} / "tests/harness";
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        if (file.path().extension() != ".json" || file.file_size() > 20'000) continue;
        std::ifstream in{file.path(), std::ios::binary};
        texts.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
        // A byte of value 0 is refused before the text is scanned.
        if (texts.back().find('\0') != std::string::npos) texts.pop_back();
    }
    return texts;
}

// A byte or two are others, are missing, or are there twice.
std::string damaged(std::string text, pbx::RandomStream& random) {
    constexpr std::string_view kBytes = "\"\\{}[],:0-.eu \n\x01\x80\xC3\xEDtn";
    for (std::uint64_t times = random.between(1, 2); times > 0 && !text.empty(); --times) {
        const auto at = static_cast<std::size_t>(random.between(0, text.size() - 1));
        const char byte = kBytes[static_cast<std::size_t>(random.between(0, kBytes.size() - 1))];
        switch (random.between(0, 3)) {
            case 0: text[at] = byte; break;
            case 1: text.erase(at, 1); break;
            case 2: text.insert(at, 1, byte); break;
            default: text.resize(at); break;
        }
    }
    return text;
}

TEST(JsonScan, TakesDamagedScenariosAsNlohmannTakesThem) {
    constexpr int kTimes = 20;
    pbx::RandomStream random{7, "damaged scenarios"};
    const std::vector<std::string> texts = scenarios();
    ASSERT_FALSE(texts.empty());
    for (const std::string& text : texts) {
        expect_alike(text);
        for (int i = 0; i < kTimes; ++i) expect_alike(damaged(text, random));
        if (HasFailure()) break;
    }
}

}  // namespace
}  // namespace pbxlab::harness
