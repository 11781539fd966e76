// Offices: files below offices/ of the scenario root, and no others.
#include <gtest/gtest.h>

#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

constexpr const char* kOffice =
    R"({"lines":{"alice":{"address":"1001"},"bob":{"address":"1002"}},)"
    R"("outside":{"carol":{"number":"77"}},"trunks":3,"trunkAccess":"0","outsideLength":4})";

std::string scenario_with(const std::string& words) {
    return R"({"name":"x","switch":{)" + words + R"(},"steps":[]})";
}

// A scenario root with an office "small" and a secret beside it.
class Office : public testing::Test {
 protected:
    Office() { folder_.write("root/offices/small.json", kOffice); }
    [[nodiscard]] Result<Scenario> read(const std::string& words) const {
        const fs::path file = folder_.write("root/hold/x.json", scenario_with(words));
        return read_scenario(file, root());
    }
    [[nodiscard]] fs::path root() const { return folder_.path() / "root"; }
    Folder folder_;
};

TEST_F(Office, GivesItsLinesPartiesAndTrunks) {
    const SwitchWords words = read(R"("office":"small")").value().exchange;
    EXPECT_EQ(words.line_order, (std::vector<std::string>{"alice", "bob"}));
    EXPECT_EQ(words.lines.at("bob").addresses[0].number.value, "1002");
    EXPECT_EQ(words.outside_order, std::vector<std::string>{"carol"});
    EXPECT_EQ(words.trunks, 3U);
    EXPECT_EQ(words.trunk_access.value().value, "0");
    EXPECT_EQ(words.outside_length, 4U);
    EXPECT_EQ(words.office.value().value, "small");
}

TEST_F(Office, IsAddedToAndReplacedByName) {
    const SwitchWords words =
        read(
            R"("office":"small","lines":{"dave":{"address":"1004"},"alice":{"address":"1009"}},"trunks":1,)"
            R"("outside":{"carol":{"number":"78"},"erin":{"number":"79"}},"trunkAccess":"9")")
            .value()
            .exchange;
    EXPECT_EQ(words.line_order, (std::vector<std::string>{"alice", "bob", "dave"}));
    EXPECT_EQ(words.lines.at("alice").addresses[0].number.value, "1009");
    EXPECT_EQ(words.outside_order, (std::vector<std::string>{"carol", "erin"}));
    EXPECT_EQ(words.outside.at("carol").number.value, "78");
    EXPECT_EQ(words.trunks, 1U);
    EXPECT_EQ(words.trunk_access.value().value, "9");
    EXPECT_EQ(words.outside_length, 4U);
}

TEST_F(Office, MayStandInAFolderBelowOffices) {
    folder_.write("root/offices/shops/north.json", kOffice);
    EXPECT_EQ(read(R"("office":"shops/north")").value().exchange.lines.size(), 2U);
}

TEST_F(Office, HasItsMistakesToldInItsOwnFile) {
    folder_.write("root/offices/broken.json",
                  "{\n \"lines\": {\"alice\": {\"adress\": \"1001\"}}}");
    const Problem problem = read(R"("office":"broken")").error();
    EXPECT_EQ(problem.file, (root() / "offices/broken.json").generic_string());
    EXPECT_EQ(problem.line, 2U);
    EXPECT_EQ(problem.column, 22U);
    EXPECT_EQ(problem.pointer, "/lines/alice");
    EXPECT_EQ(problem.nearest, "address");
    folder_.write("root/offices/twice.json",
                  R"({"lines":{"a":{"address":"1"},"b":{"address":"1"}}})");
    EXPECT_EQ(read(R"("office":"twice")").error().pointer, "/lines/b/address");
}

TEST_F(Office, MayStartFromAnotherOffice) {
    folder_.write("root/offices/big.json",
                  R"({"office":"small","lines":{"dave":{"address":"1004"}},"trunks":9})");
    folder_.write("root/offices/bigger.json",
                  R"({"office":"big","lines":{"alice":{"address":"1008"}}})");
    const SwitchWords words = read(R"("office":"bigger","outsideLength":6)").value().exchange;
    EXPECT_EQ(words.line_order, (std::vector<std::string>{"alice", "bob", "dave"}));
    EXPECT_EQ(words.lines.at("alice").addresses[0].number.value, "1008");
    EXPECT_EQ(words.trunks, 9U);
    EXPECT_EQ(words.outside_length, 6U);
    EXPECT_EQ(words.outside_order, std::vector<std::string>{"carol"});
}

TEST_F(Office, ThatStartsFromItselfIsRefusedWithTheCircle) {
    folder_.write("root/offices/a.json", R"({"office":"b"})");
    folder_.write("root/offices/b.json", R"({"office":"c"})");
    folder_.write("root/offices/c.json", R"({"lines":{},"office":"b"})");
    const Problem problem = read(R"("office":"a")").error();
    EXPECT_EQ(problem.what, "the office starts from itself: b -> c -> b");
    EXPECT_EQ(problem.file, (root() / "offices/c.json").generic_string());
    EXPECT_EQ(problem.pointer, "/office");
    EXPECT_EQ(problem.column, 22U);
    folder_.write("root/offices/self.json", R"({"office":"self"})");
    EXPECT_EQ(read(R"("office":"self")").error().what,
              "the office starts from itself: self -> self");
}

TEST_F(Office, ThatStartsFromItselfThroughALinkIsRefused) {
    folder_.write("root/offices/a.json", R"({"office":"same"})");
    fs::create_symlink("a.json", root() / "offices/same.json");
    EXPECT_EQ(read(R"("office":"a")").error().what, "the office starts from itself: a -> same");
}

TEST_F(Office, MayStartFromOthersOnlySoOften) {
    for (int i = 1; i <= 9; ++i) {
        folder_.write("root/offices/o" + std::to_string(i) + ".json",
                      i == 1 ? kOffice : R"({"office":"o)" + std::to_string(i - 1) + "\"}");
    }
    EXPECT_TRUE(read(R"("office":"o8")").has_value());
    const Problem problem = read(R"("office":"o9")").error();
    EXPECT_EQ(problem.what, "too long a chain of offices that start from each other");
    EXPECT_EQ(problem.expected, "at most 8");
    EXPECT_EQ(problem.file, (root() / "offices/o2.json").generic_string());
}

TEST_F(Office, CollidesWithTheOneItStartsFromInItsOwnFile) {
    folder_.write("root/offices/big.json",
                  R"({"office":"small","lines":{"dave":{"address":"1002"}}})");
    const Problem added = read(R"("office":"big")").error();
    EXPECT_EQ(added.file, (root() / "offices/big.json").generic_string());
    EXPECT_EQ(added.pointer, "/lines/dave/address");
    folder_.write("root/offices/access.json", R"({"office":"small","trunkAccess":"1"})");
    EXPECT_EQ(read(R"("office":"access")").error().pointer, "/office");
}

TEST_F(Office, StartsFromNoneThatIsUnknownOrOutsideTheRoot) {
    folder_.write("root/offices/lost.json", R"({"office":"smal"})");
    const Problem lost = read(R"("office":"lost")").error();
    EXPECT_EQ(lost.file, (root() / "offices/lost.json").generic_string());
    EXPECT_EQ(lost.nearest, "small");
    folder_.write("secret.json", kOffice);
    fs::create_symlink("../../secret.json", root() / "offices/link.json");
    folder_.write("root/offices/thief.json", R"({"office":"link"})");
    EXPECT_EQ(read(R"("office":"thief")").error().what,
              "the office \"link\" leaves the scenario root");
}

TEST_F(Office, BelowAFolderIsAmongTheNearest) {
    folder_.write("root/offices/shops/north.json", kOffice);
    EXPECT_EQ(read(R"("office":"shops/nort")").error().nearest, "shops/north");
}

TEST_F(Office, ThatCannotBeReadIsNotAmongTheNearest) {
    folder_.write("secret.json", kOffice);
    fs::create_symlink("nowhere.json", root() / "offices/lost.json");
    fs::create_symlink("round.json", root() / "offices/round.json");
    fs::create_symlink("../../secret.json", root() / "offices/secret.json");
    fs::create_symlink("small.json", root() / "offices/same.json");
    fs::create_directory(root() / "offices/folder.json");
    for (const char* name : {"los", "roun", "secre", "folde"}) {
        const Problem problem = read(R"("office":")" + std::string{name} + "\"").error();
        EXPECT_EQ(problem.expected, "one of: same, small");
        EXPECT_EQ(problem.nearest, "") << name;
    }
}

TEST_F(Office, CollidesWithTheScenarioAtAPlaceOfTheScenario) {
    const Problem added = read(R"("office":"small","lines":{"dave":{"address":"1002"}})").error();
    EXPECT_EQ(added.pointer, "/switch/lines/dave/address");
    const Problem access = read(R"("office":"small","trunkAccess":"1")").error();
    EXPECT_EQ(access.pointer, "/switch/office");
    EXPECT_TRUE(access.file.ends_with("x.json"));
}

TEST_F(Office, ThatDoesNotExistIsRefusedWithTheNearestOne) {
    const Problem problem = read(R"("office":"smal")").error();
    EXPECT_EQ(problem.what, "unknown office \"smal\"");
    EXPECT_EQ(problem.nearest, "small");
    EXPECT_EQ(problem.pointer, "/switch/office");
}

TEST_F(Office, IsNoLinkThatLeadsOutOfTheRoot) {
    folder_.write("secret.json", kOffice);
    fs::create_symlink("../../secret.json", root() / "offices/link.json");
    fs::create_directory_symlink("../..", root() / "offices/up");
    for (const char* name : {"link", "up/secret"}) {
        const Result<Scenario> scenario = read(R"("office":")" + std::string{name} + "\"");
        ASSERT_FALSE(scenario.has_value()) << name;
        EXPECT_NE(scenario.error().what.find("leaves the scenario root"), std::string::npos)
            << scenario.error().text();
    }
}

TEST_F(Office, MayBeALinkWithinTheRoot) {
    fs::create_symlink("small.json", root() / "offices/same.json");
    EXPECT_TRUE(read(R"("office":"same")").has_value());
}

TEST_F(Office, ThatIsNoRegularFileIsRefused) {
    fs::create_directory(root() / "offices/folder.json");
    EXPECT_EQ(read(R"("office":"folder")").error().what, "not a regular file");
}

TEST(ScenarioRoot, IsTheNearestFolderAboveThatHasOfficesOrASchema) {
    const Folder folder;
    folder.write("a/schema/scenario.schema.json", "{}");
    folder.write("a/b/offices/small.json", kOffice);
    EXPECT_EQ(scenario_root(folder.path() / "a/x.json"), folder.path() / "a");
    EXPECT_EQ(scenario_root(folder.path() / "a/c/d/x.json"), folder.path() / "a");
    EXPECT_EQ(scenario_root(folder.path() / "a/b/c/x.json"), folder.path() / "a/b");
}

TEST(ScenarioRoot, IsTheFilesOwnFolderWhereNoneAboveHasOne) {
    const Folder folder;
    EXPECT_EQ(scenario_root(folder.path() / "x.json"), folder.path());
    EXPECT_EQ(scenario_root("/x.json"), "/");
}

}  // namespace

}  // namespace pbxlab::harness
