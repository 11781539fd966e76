#include "harness/find_files.h"

#include <gmock/gmock.h>

#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FindFiles : public Folder {
 protected:
    std::vector<std::string> ids(const std::vector<std::string>& paths) {
        const auto found = find_scenarios(paths);
        EXPECT_TRUE(found);
        std::vector<std::string> ids;
        for (const ScenarioFile& file : *found) ids.push_back(file.id);
        return ids;
    }
    std::string root() const { return path_.generic_string(); }
};

TEST_F(FindFiles, SortsBytewiseByPath) {
    for (const char* name : {"b.json", "a/z.json", "a.json", "B.json", "a-b/c.json"}) good(name);
    EXPECT_THAT(ids({root()}), ElementsAre("B.json", "a-b/c.json", "a.json", "a/z.json", "b.json"));
}

TEST_F(FindFiles, TakesOnlyJsonAndNoSchemasOrOffices) {
    good("a.json");
    write("notes.txt", "");
    write("schema/scenario.schema.json", "{}");
    write("offices/small.json", "{}");
    write("deep/offices/small.json", "{}");
    EXPECT_THAT(ids({root()}), ElementsAre("a.json"));
}

TEST_F(FindFiles, TakesAFileThatIsNamedWhateverItIs) {
    const std::string file = write("offices/small.json", "{}");
    EXPECT_THAT(ids({file}), ElementsAre("offices/small.json"));
}

TEST_F(FindFiles, TakesEachFileOnce) {
    const std::string file = good("hold/a.json");
    EXPECT_THAT(ids({root(), file, root() + "/hold/../hold/a.json", root() + "/hold/"}),
                ElementsAre("hold/a.json"));
}

TEST_F(FindFiles, GivesTheSameIdWhereverItStarts) {
    good("hold/a.json");
    EXPECT_EQ(ids({root() + "/hold"}), ids({root()}));
}

TEST_F(FindFiles, GivesTheSameIdByARelativePath) {
    good("hold/a.json");
    EXPECT_THAT(ids({std::filesystem::relative(path_).generic_string()}),
                ElementsAre("hold/a.json"));
}

TEST_F(FindFiles, DoesNotFollowLinksInCircles) {
    good("a/a.json");
    std::filesystem::create_directory_symlink(path_, path_ / "a" / "up");
    EXPECT_THAT(ids({root()}), ElementsAre("a/a.json"));
}

TEST_F(FindFiles, FollowsALinkThatIsNamed) {
    good("a/a.json");
    std::filesystem::create_directory_symlink(path_ / "a", path_ / "link");
    EXPECT_THAT(ids({root() + "/link"}), ElementsAre("link/a.json"));
}

TEST_F(FindFiles, TellsWhatDoesNotExist) {
    const auto found = find_scenarios({root() + "/none"});
    ASSERT_FALSE(found);
    EXPECT_THAT(found.error().text(), HasSubstr("there is no such file or folder"));
}

TEST_F(FindFiles, FindsNothingInAnEmptyFolder) { EXPECT_THAT(ids({root()}), IsEmpty()); }

TEST(Filter, IsAPartOfThePathOrAPattern) {
    EXPECT_TRUE(filter_fits("swap", "hold/swap-two.json"));
    EXPECT_FALSE(filter_fits("swop", "hold/swap-two.json"));
    EXPECT_TRUE(filter_fits("hold/*", "hold/swap-two.json"));
    EXPECT_FALSE(filter_fits("swap*", "hold/swap-two.json"));
    EXPECT_TRUE(filter_fits("*swap*", "hold/swap-two.json"));
    EXPECT_TRUE(filter_fits("h?ld/*.json", "hold/swap-two.json"));
    EXPECT_FALSE(filter_fits("h?d/*", "hold/swap-two.json"));
    EXPECT_TRUE(filter_fits("*", ""));
    EXPECT_TRUE(filter_fits("**a*", "bab"));
    EXPECT_FALSE(filter_fits("?", ""));
}

TEST(Filter, IsAPartOfThePathEvenWithAStar) {
    EXPECT_TRUE(filter_fits("[to=*72]", "a.json[to=*72]"));
    EXPECT_TRUE(filter_fits("[to=1?]", "a.json[to=1?]"));
    EXPECT_FALSE(filter_fits("[to=*72]", "a.json[to=172]"));
}

TEST(Filter, TakesNoTimeForManyStars) {
    const std::string text(5000, 'a');
    EXPECT_FALSE(filter_fits("*a*a*a*a*a*a*a*a*a*b", text));
}

}  // namespace
}  // namespace pbxlab::harness::test
