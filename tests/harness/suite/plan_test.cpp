#include "harness/plan.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "harness/limits.h"
#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

using testing::ElementsAre;

class Planning : public Folder {
 protected:
    [[nodiscard]] std::vector<ScenarioFile> files() const {
        return find_scenarios({path_.generic_string()}).value();
    }
    [[nodiscard]] std::vector<std::string> names(const Selection& selection) const {
        std::vector<std::string> names;
        const auto plan = plan_runs(files(), selection);
        EXPECT_TRUE(plan);
        for (const PlannedRun& run : plan->runs) names.push_back(run.name);
        return names;
    }
    void tagged(const std::string& name, const std::string& tags) const {
        write(name, R"({"name": "x", "tags": )" + tags + R"(, "switch": {}, "steps": []})");
    }
};

TEST_F(Planning, KeepsWhatFitsOneOfTheFilters) {
    for (const char* name : {"hold/a.json", "hold/b.json", "drop/a.json"}) good(name);
    EXPECT_THAT(names({.filters = {"drop/*", "hold/a"}}),
                ElementsAre("drop/a.json", "hold/a.json"));
    EXPECT_THAT(names({.filters = {"nothing"}}), ElementsAre());
}

TEST_F(Planning, KeepsScenariosByTheirTags) {
    tagged("a.json", R"(["slow", "night"])");
    tagged("b.json", R"(["slow"])");
    tagged("c.json", "[]");
    EXPECT_THAT(names({.tags = {"slow"}}), ElementsAre("a.json", "b.json"));
    EXPECT_THAT(names({.tags = {"nig*", "other"}}), ElementsAre("a.json"));
    EXPECT_THAT(names({.without_tags = {"slow"}}), ElementsAre("c.json"));
    EXPECT_THAT(names({.tags = {"slow"}, .without_tags = {"night"}}), ElementsAre("b.json"));
}

TEST_F(Planning, KeepsAFileThatIsNoScenarioSoThatItIsTold) {
    write("broken.json", "{");
    EXPECT_THAT(names({.tags = {"slow"}, .without_tags = {"night"}}), ElementsAre("broken.json"));
}

TEST_F(Planning, GivesEachRepeatItsNumberAndSeed) {
    good("a.json");
    good("b.json");
    const auto plan = plan_runs(files(), {.seed = 18446744073709551615U, .repeat = 2});
    ASSERT_EQ(plan->runs.size(), 4U);
    EXPECT_EQ(plan->runs[1].name, "a.json#2");
    EXPECT_EQ(plan->runs[0].seed, 18446744073709551615U);
    EXPECT_EQ(plan->runs[1].seed, 0U);
    EXPECT_EQ(plan->runs[2].name, "b.json#1");
}

TEST_F(Planning, RefusesMoreRunsThanTheLimit) {
    good("a.json");
    good("b.json");
    const auto plan = plan_runs(files(), {.repeat = kMaxRuns});
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().what, "more than 1000000 runs, matrices and repeats multiplied out");
}

TEST_F(Planning, MultipliesAScenarioByItsMatrix) {
    write("a.json", R"({"name": "x", "matrix": {"to": ["1", "2"], "n": [3]}, "tags": ["t"],
        "switch": {}, "steps": []})");
    good("b.json");
    EXPECT_THAT(names({}), ElementsAre("a.json[to=1,n=3]", "a.json[to=2,n=3]", "b.json"));
    EXPECT_THAT(names({.filters = {"to=2"}}), ElementsAre("a.json[to=2,n=3]"));
    EXPECT_THAT(names({.tags = {"t"}, .repeat = 2, .shard = {3, 4}}),
                ElementsAre("a.json[to=2,n=3]#2"));
    EXPECT_EQ(plan_runs(files(), {})->runs[1].variant, 1U);
}

TEST_F(Planning, HasOneRunOfAMatrixThatIsRefused) {
    write("a.json", R"({"name": "x", "matrix": {"to": []}, "switch": {}, "steps": []})");
    EXPECT_THAT(names({}), ElementsAre("a.json"));
}

TEST_F(Planning, ShufflesTheSameWayForTheSameSeed) {
    for (int i = 0; i < 10; ++i) good(std::to_string(i) + ".json");
    const auto in_order = names({});
    const auto one = names({.seed = 1, .order = Order::Random});
    EXPECT_NE(one, in_order);
    EXPECT_EQ(names({.seed = 1, .order = Order::Random}), one);
    EXPECT_NE(names({.seed = 2, .order = Order::Random}), one);
    EXPECT_THAT(one, testing::UnorderedElementsAreArray(in_order));
    auto reversed = in_order;
    std::reverse(reversed.begin(), reversed.end());
    EXPECT_EQ(names({.order = Order::Reverse}), reversed);
}

TEST_F(Planning, DividesTheWholeIntoShardsWithoutOverlap) {
    for (int i = 0; i < 11; ++i) good(std::to_string(i) + ".json");
    const auto whole = names({.repeat = 2});
    for (const std::uint64_t total : {1U, 2U, 3U, 5U, 22U, 30U}) {
        std::vector<std::string> all;
        for (std::uint64_t index = 0; index < total; ++index) {
            const auto part = names({.repeat = 2, .order = Order::Random, .shard = {index, total}});
            EXPECT_LE(part.size(), (whole.size() + total - 1) / total);
            all.insert(all.end(), part.begin(), part.end());
        }
        EXPECT_THAT(all, testing::UnorderedElementsAreArray(whole)) << total;
    }
    EXPECT_EQ(plan_runs(files(), {.shard = {1, 2}})->chosen, 11U);
}

}  // namespace
}  // namespace pbxlab::harness::test
