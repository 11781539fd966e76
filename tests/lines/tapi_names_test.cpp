#include <bit>
#include <cctype>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "lines/tapi_constants.h"

namespace pbxlab::lines {
namespace {

TEST(TapiNames, WordOfAConstant) {
    EXPECT_EQ(tapi_word("LINECALLSTATE", LINECALLSTATE_CONNECTED), "CONNECTED");
    EXPECT_EQ(tapi_word("LINECALLSTATE", 0x3), "");
    EXPECT_EQ(tapi_word("NOSUCHGROUP", 1), "");
    EXPECT_EQ(tapi_word("LINE_MESSAGES", LINE_APPNEWCALL), "APPNEWCALL");
}

TEST(TapiNames, GroupsKeepFullNamesAndValues) {
    const auto states = tapi_group("LINECALLSTATE");
    ASSERT_EQ(states.size(), 16U);
    EXPECT_EQ(states.front().full, "LINECALLSTATE_IDLE");
    EXPECT_EQ(states.front().word, "IDLE");
    EXPECT_EQ(states.back().value, 0x8000U);
    EXPECT_TRUE(tapi_group("LINECALL").empty());
}

TEST(TapiNames, BitsAsWords) {
    EXPECT_EQ(bit_words("LINECALLSTATE", 0), "0");
    EXPECT_EQ(bit_words("LINECALLSTATE", LINECALLSTATE_IDLE), "IDLE");
    EXPECT_EQ(bit_words("LINECALLSTATE", LINECALLSTATE_IDLE | LINECALLSTATE_BUSY), "IDLE|BUSY");
}

TEST(TapiNames, BitsWithoutANameAreAppendedInHexadecimal) {
    EXPECT_EQ(bit_words("LINECALLSTATE", 0x0001'0000), "0x00010000");
    EXPECT_EQ(bit_words("LINECALLSTATE", 0x8001'0001), "IDLE|0x80010000");
    EXPECT_EQ(bit_words("NOSUCHGROUP", 5), "0x00000005");
}

TEST(TapiNames, ErrorsHaveTheirFullNames) {
    EXPECT_EQ(error_name(line_error(LINEERR_INVALCALLSTATE)), "LINEERR_INVALCALLSTATE");
    EXPECT_EQ(error_name(line_error(LINEERR_ALLOCATED)), "LINEERR_ALLOCATED");
    EXPECT_EQ(error_name(0), "0x00000000");
    EXPECT_EQ(error_name(line_error(0x8000'0004)), "0x80000004") << "never assigned";
}

// The numbers of a C header: "#define NAME 0x00000001", "... 1L", "... (1 << 4)", "((DWORD)0x1)".
std::optional<std::uint32_t> number(std::string text) {
    for (const char* cast : {"(DWORD)", "(LONG)", "((DWORD)", "((LONG)"}) {
        if (text.starts_with(cast)) text.erase(0, std::string{cast}.size());
    }
    std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == ' '; });
    const auto shift = text.find("<<");
    if (shift != std::string::npos) {
        const auto left = number(text.substr(0, shift));
        const auto right = number(text.substr(shift + 2));
        if (!left || !right) return std::nullopt;
        return *left << *right;
    }
    while (!text.empty() && (text.back() == 'L' || text.back() == 'U')) text.pop_back();
    if (text.empty() || std::isdigit(static_cast<unsigned char>(text.front())) == 0)
        return std::nullopt;
    std::size_t used = 0;
    const unsigned long value = std::stoul(text, &used, 0);
    if (used != text.size()) return std::nullopt;
    return static_cast<std::uint32_t>(value);
}

std::map<std::string, std::uint32_t, std::less<>> published() {
    std::map<std::string, std::uint32_t, std::less<>> constants;
    std::ifstream header{"/usr/share/mingw-w64/include/tapi.h"};
    for (std::string line; std::getline(header, line);) {
        constexpr std::string_view kDefine = "#define ";
        if (!line.starts_with(kDefine)) continue;
        const auto name_end = line.find_first_of(" \t(", kDefine.size());
        if (name_end == std::string::npos || line[name_end] == '(') continue;
        auto value_at = line.find_first_not_of(" \t", name_end);
        if (value_at == std::string::npos) continue;
        std::string text = line.substr(value_at, line.find("/*", value_at) - value_at);
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
            text.pop_back();
        if (const auto value = number(text))
            constants[line.substr(kDefine.size(), name_end - kDefine.size())] = *value;
    }
    return constants;
}

std::vector<std::string_view> group_names() {
    std::vector<std::string_view> names;
#define TAPI_GROUP(group) names.emplace_back(#group);
#define TAPI_CONSTANT(name, value)
#define TAPI_END(group)
#include "lines/tapi_constants.inc"
#undef TAPI_GROUP
#undef TAPI_CONSTANT
#undef TAPI_END
    return names;
}

// Debian's mingw-w64-common; a header that this project had no part in.
TEST(TapiConstants, HaveTheValuesOfThePublishedHeader) {
    const auto header = published();
    ASSERT_GT(header.size(), 700U)
        << "/usr/share/mingw-w64/include/tapi.h is missing: install mingw-w64-common";
    std::size_t compared = 0;
    for (const std::string_view group : group_names()) {
        for (const TapiName& constant : tapi_group(group)) {
            const auto known = header.find(constant.full);
            if (known == header.end()) continue;
            ++compared;
            EXPECT_EQ(constant.value, known->second) << constant.full;
        }
    }
    RecordProperty("compared", static_cast<int>(compared));
    std::cout << compared << " constants compared\n";
    EXPECT_GE(compared, 400U);
}

TEST(TapiConstants, MessagesHaveThePublishedNumbers) {
    const auto header = published();
    for (const TapiName& message : tapi_group("LINE_MESSAGES")) {
        const auto known = header.find(message.full);
        if (known != header.end()) {
            EXPECT_EQ(message.value, known->second) << message.full;
        }
    }
    EXPECT_EQ(LINE_ADDRESSSTATE, 0U);
    EXPECT_EQ(LINE_REPLY, 12U);
    EXPECT_EQ(LINE_CREATE, 19U);
    EXPECT_EQ(LINE_APPNEWCALL, 23U);
    EXPECT_EQ(LINE_REMOVE, 25U);
}

TEST(TapiConstants, NoNameStandsTwiceAndBitGroupsDoNotOverlap) {
    std::map<std::string_view, int> seen;
    for (const std::string_view group : group_names()) {
        for (const TapiName& constant : tapi_group(group)) EXPECT_EQ(++seen[constant.full], 1);
    }
    for (const char* group : {"LINECALLSTATE", "LINECALLFEATURE", "LINEDEVSTATE",
                              "LINEADDRESSSTATE", "LINEDISCONNECTMODE", "LINECALLINFOSTATE"}) {
        std::uint32_t bits = 0;
        for (const TapiName& constant : tapi_group(group)) {
            EXPECT_TRUE(std::has_single_bit(constant.value)) << constant.full;
            EXPECT_EQ(bits & constant.value, 0U) << constant.full;
            bits |= constant.value;
        }
    }
}

}  // namespace
}  // namespace pbxlab::lines
