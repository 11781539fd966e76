#include "switch/digit_tree.h"

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "switch/random.h"

namespace pbxlab::pbx {
namespace {

TEST(DigitTree, FindsANumberAndWhatIsLonger) {
    DigitTree tree;
    EXPECT_TRUE(tree.add("100", 1));
    EXPECT_TRUE(tree.add("1001", 2));
    EXPECT_TRUE(tree.add("+4930", 3));
    EXPECT_EQ(tree.find("100").value, 1U);
    EXPECT_TRUE(tree.find("100").longer);
    EXPECT_EQ(tree.find("1001").value, 2U);
    EXPECT_FALSE(tree.find("1001").longer);
    EXPECT_EQ(tree.find("10").value, std::nullopt);
    EXPECT_TRUE(tree.find("10").longer);
    EXPECT_FALSE(tree.find("2").longer);
    EXPECT_FALSE(tree.find("10012").longer);
    EXPECT_EQ(tree.find("+4930").value, 3U);
    EXPECT_FALSE(tree.find("1x").longer) << "no digit";
    EXPECT_TRUE(tree.find("").longer);
}

TEST(DigitTree, KeepsWhatIsListedAlready) {
    DigitTree tree;
    EXPECT_TRUE(tree.add("7*", 1));
    EXPECT_FALSE(tree.add("7*", 2));
    EXPECT_TRUE(tree.add("7", 3)) << "shorter than one that is listed";
    EXPECT_FALSE(tree.add("7", 4));
    EXPECT_EQ(tree.find("7*").value, 1U);
    EXPECT_EQ(tree.find("7").value, 3U);
}

TEST(DigitTree, AgreesWithASortedListOnRandomNumbers) {
    constexpr std::string_view kDigits = "01A#+";
    RandomStream chance{3, "digit tree test"};
    const auto number = [&] {
        std::string digits;
        for (auto left = chance.between(1, 6); left > 0; --left)
            digits += kDigits[chance.between(0, kDigits.size() - 1)];
        return digits;
    };
    DigitTree tree;
    std::map<std::string, std::uint32_t> model;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        const std::string listed = number();
        EXPECT_EQ(tree.add(listed, i), model.emplace(listed, i).second);
        const std::string sought = number();
        const auto at = model.lower_bound(sought);
        const bool exact = at != model.end() && at->first == sought;
        const auto after = exact ? std::next(at) : at;
        EXPECT_EQ(tree.find(sought).value, exact ? std::optional{at->second} : std::nullopt);
        EXPECT_EQ(tree.find(sought).longer,
                  after != model.end() && after->first.starts_with(sought));
    }
}

}  // namespace
}  // namespace pbxlab::pbx
