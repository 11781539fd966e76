#include "harness/json_line.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "harness/escape.h"
#include "harness/seldom.h"

namespace pbxlab::harness {
namespace {

TEST(JsonLine, HasItsMembersInTheOrderInWhichTheyAreWritten) {
    JsonLine line;
    line.begin_line();
    line.number("seq", 12U);
    line.time("t", pbx::SimTime{std::chrono::microseconds{12'034'000}});
    line.word("kind", "switch");
    line.maybe("none", "");
    line.begin_object("provider");
    line.number("least", std::numeric_limits<std::int64_t>::min());
    line.end_object();
    line.pair("connection", 3, 4'294'967'295U);
    line.numbered("handle", "h", 7);
    line.end_line();
    EXPECT_EQ(line.written(), R"({"seq":12,"t":"12.034000","kind":"switch",)"
                              R"("provider":{"least":-9223372036854775808},)"
                              R"("connection":"3.4294967295","handle":"h7"})"
                              "\n");
}

TEST(JsonLine, WritesTimesWithSixDecimals) {
    const auto written = [](std::int64_t us) {
        JsonLine line;
        line.begin_line();
        line.time("t", pbx::SimTime{std::chrono::microseconds{us}});
        line.end_line();
        return std::string{line.written()};
    };
    EXPECT_EQ(written(0), "{\"t\":\"0.000000\"}\n");
    EXPECT_EQ(written(1), "{\"t\":\"0.000001\"}\n");
    EXPECT_EQ(written(999'999), "{\"t\":\"0.999999\"}\n");
    EXPECT_EQ(written(31'622'400'000'000), "{\"t\":\"31622400.000000\"}\n");
}

TEST(JsonLine, KeepsWhateverBytesATextHas) {
    for (const std::string_view text :
         {"", "plain", "\"quoted\"", "back\\slash", "a\nb\x01\x1f", "\xC3\xA4", "\xC3", "\x7f"}) {
        JsonLine line;
        line.begin_line();
        line.text("text", text);
        line.end_line();
        std::string escaped;
        append_json(escaped, text);
        EXPECT_EQ(line.written(), "{\"text\":\"" + escaped + "\"}\n");
        EXPECT_TRUE(nlohmann::json::accept(line.written()));
    }
}

TEST(JsonLine, GrowsWithLongTextsAndManyLines) {
    JsonLine line;
    const std::string text(10'000, 'x');
    std::string expected;
    for (int i = 0; i < 20; ++i) {
        line.begin_line();
        line.text("text", text);
        line.number("i", i);
        line.end_line();
        expected += "{\"text\":\"" + text + "\",\"i\":" + std::to_string(i) + "}\n";
    }
    EXPECT_EQ(line.written(), expected);
    line.clear();
    EXPECT_EQ(line.written(), "");
}

TEST(PlainJson, IsWhatEscapingLeavesAsItIs) {
    constexpr std::size_t kPlaces = 17;
    for (int byte = 0; byte < 256; ++byte) {
        const bool plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
        for (std::size_t place = 0; place < kPlaces; ++place) {
            std::string text(kPlaces, '~');
            text[place] = static_cast<char>(byte);
            EXPECT_EQ(is_plain_json(text), plain) << byte << " at " << place;
            EXPECT_EQ(is_plain_json(text.substr(0, place + 1)), plain) << byte << " at the end";
        }
    }
}

struct Part {
    int number = 7;
};

TEST(Seldom, ReadsAsItsDefaultUntilItIsWrittenTo) {
    Seldom<Part> part;
    EXPECT_FALSE(part.written());
    EXPECT_EQ(part->number, 7);
    part.edit().number = 8;
    EXPECT_TRUE(part.written());
    EXPECT_EQ((*part).number, 8);
}

TEST(Seldom, IsCopiedWithWhatItHas) {
    Seldom<Part> part;
    Seldom<Part> none = part;
    EXPECT_FALSE(none.written());
    part.edit().number = 8;
    const Seldom<Part> copy = part;
    part.edit().number = 9;
    EXPECT_EQ(copy->number, 8);
    none = copy;
    EXPECT_EQ(none->number, 8);
}

}  // namespace
}  // namespace pbxlab::harness
