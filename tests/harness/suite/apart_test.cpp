// Suites under provider profiles: what holds there, what does not apply, and what is a failure.
#include <gmock/gmock.h>

#include "harness/suite.h"
#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kSwitch =
    R"("switch": {"lines": {"alice": {"address": "1001"}, "bob": {"address": "1002"}}})";
constexpr const char* kCall = R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},)"
                              R"({"line": "bob", "expect": "offering", "as": "b1"})";

class UnderProviders : public Folder {
 protected:
    UnderProviders() {
        write("providers/deaf.json",
              R"({"name": "x", "settings": {"outbound_states": "dialing", "ring_cycle": "5s"}})");
        write("providers/poor.json", R"({"name": "x", "settings":
              {"withheld_call_features": ["hold", "park"], "ring_cycle": "5s"}})");
    }
    void scenario(const std::string& name, const std::string& more, const std::string& steps) {
        write(name,
              R"({"name": "x", )" + more + kSwitch + R"(, "steps": [)" + kCall + steps + "]}");
    }
    SuiteResult run(const std::vector<std::string>& providers) {
        const auto files = find_scenarios({path_.generic_string()});
        const auto plan = plan_runs(files.value(), {.providers = providers});
        if (!plan) {
            problem_ = plan.error();
            return {};
        }
        return run_suite(plan->runs, {.jobs = 1});
    }
    static std::vector<std::string> ids(const SuiteResult& result) {
        std::vector<std::string> ids;
        for (const CaseResult& each : result.cases) ids.push_back(each.id);
        return ids;
    }
    Problem problem_;
};

TEST_F(UnderProviders, PassWhereNothingMattersToThem) {
    scenario("a.json", "", "");
    const SuiteResult result = run({"deaf", "poor"});
    EXPECT_THAT(ids(result), ElementsAre("a.json@deaf", "a.json@poor"));
    EXPECT_EQ(result.count(CaseOutcome::Passed), 2U);
}

TEST_F(UnderProviders, DoNotApplyWhereTheProviderDoesOtherwise) {
    scenario("a.json", "", R"(,{"call": "a1", "expect": "ringback"})");
    const SuiteResult result = run({"deaf", "poor"});
    ASSERT_EQ(result.cases.size(), 2U);
    EXPECT_EQ(result.cases[0].outcome, CaseOutcome::Apart);
    EXPECT_THAT(result.cases[0].message,
                HasSubstr("deaf does otherwise: outbound_states (step 3: what was expected"));
    EXPECT_EQ(result.cases[0].text, "SKIP  a.json@deaf  " + result.cases[0].message + "\n");
    EXPECT_EQ(result.cases[1].outcome, CaseOutcome::Passed);
    EXPECT_EQ(result.exit_code(), kExitPassed);
    EXPECT_THAT(result.summary(), HasSubstr("1 passed, 0 failed, 1 does not apply (2 scenarios"));
}

TEST_F(UnderProviders, DoNotApplyWhereTheProviderDoesNotOfferWhatTheyDo) {
    scenario("a.json", "",
             R"(,{"call": "b1", "do": "answer"},{"call": "a1", "expect": "connected"},)"
             R"({"call": "a1", "do": "hold"})");
    const SuiteResult result = run({"poor"});
    EXPECT_EQ(result.cases[0].message,
              "poor does not offer lineHold (step 5; withheld_call_features)");
}

TEST_F(UnderProviders, DoNotApplyWhereTheirOwnSettingsContradictTheProvider) {
    write("providers/new.json", R"({"name": "x", "settings": {"lowest_api": "2.2"}})");
    scenario("a.json", R"("provider": {"highest_api": "2.0"}, )", "");
    const SuiteResult result = run({"new"});
    ASSERT_EQ(result.cases.size(), 1U);
    EXPECT_EQ(result.cases[0].outcome, CaseOutcome::Apart);
    EXPECT_EQ(result.cases[0].message,
              R"(it cannot be had with new: "lowest_api" above "highest_api")");
    scenario("a.json", R"("providers": "new", "provider": {"highest_api": "2.0"}, )", "");
    EXPECT_EQ(run({}).cases[0].outcome, CaseOutcome::Broken);
}

TEST_F(UnderProviders, FailWhereTheProviderMakesNoDifference) {
    scenario("a.json", "", R"(,{"call": "b1", "expect": "accepted"})");
    const SuiteResult result = run({"deaf"});
    EXPECT_EQ(result.cases[0].outcome, CaseOutcome::Failed);
    EXPECT_THAT(result.cases[0].text, HasSubstr("FAIL  a.json@deaf"));
    EXPECT_THAT(result.cases[0].text, HasSubstr("--seed 1 --provider deaf\n"));
}

TEST_F(UnderProviders, FailWhereTheyNameTheProvider) {
    scenario("a.json", R"("providers": ["poor", "deaf"], )",
             R"(,{"call": "a1", "expect": "ringback"})");
    SuiteResult result = run({});
    EXPECT_THAT(ids(result), ElementsAre("a.json@poor", "a.json@deaf"));
    EXPECT_EQ(result.cases[0].outcome, CaseOutcome::Passed);
    EXPECT_EQ(result.cases[1].outcome, CaseOutcome::Failed);
    result = run({"deaf"});
    EXPECT_THAT(ids(result), ElementsAre("a.json@deaf"));
    EXPECT_EQ(result.cases[0].outcome, CaseOutcome::Failed);
    EXPECT_EQ(run({"generic"}).cases[0].outcome, CaseOutcome::Passed);
}

TEST_F(UnderProviders, StandForEveryProfileAsAll) {
    scenario("a.json", R"("providers": "all", )", "");
    const std::vector<std::string> under = ids(run({}));
    EXPECT_THAT(under, testing::IsSupersetOf({"a.json@deaf", "a.json@generic", "a.json@poor"}));
    EXPECT_EQ(ids(run({"all"})), under);
}

TEST_F(UnderProviders, ArePlayedOnlyUnderTheOneThatTheyAreAbout) {
    scenario("a.json", R"("provider": "deaf", )", "");
    EXPECT_THAT(ids(run({})), ElementsAre("a.json"));
    EXPECT_THAT(ids(run({"all"})), ElementsAre("a.json"));
    EXPECT_EQ(run({"all"}).cases[0].outcome, CaseOutcome::Passed);
    const SuiteResult other = run({"poor"});
    EXPECT_EQ(other.cases[0].outcome, CaseOutcome::Apart);
    EXPECT_EQ(other.cases[0].message, "it is about deaf");
}

TEST_F(UnderProviders, AreEachARunOfTheMatrix) {
    scenario("a.json", R"("matrix": {"n": [1, 2]}, )", "");
    EXPECT_THAT(ids(run({"deaf"})), ElementsAre("a.json[n=1]@deaf", "a.json[n=2]@deaf"));
}

TEST_F(UnderProviders, ComeFromTheMatrix) {
    scenario("a.json", R"("matrix": {"p": ["deaf", "poor"]}, "provider": "${p}", )", "");
    EXPECT_THAT(ids(run({})), ElementsAre("a.json[p=deaf]", "a.json[p=poor]"));
    const SuiteResult under = run({"deaf"});
    ASSERT_EQ(under.cases.size(), 2U);
    EXPECT_EQ(under.cases[0].outcome, CaseOutcome::Passed);
    EXPECT_EQ(under.cases[1].message, "it is about poor");
    scenario("a.json", R"("matrix": {"p": ["deaf", "poor"]}, "providers": ["${p}"], )", "");
    EXPECT_THAT(ids(run({})), ElementsAre("a.json[p=deaf]@deaf", "a.json[p=poor]@poor"));
}

TEST_F(UnderProviders, AreEachPlayedOnceHoweverOftenTheyAreNamed) {
    scenario("a.json", "", "");
    EXPECT_THAT(ids(run({"deaf", "poor", "deaf"})), ElementsAre("a.json@deaf", "a.json@poor"));
    scenario("a.json", R"("providers": ["deaf", "deaf"], )", "");
    EXPECT_THAT(ids(run({})), ElementsAre("a.json@deaf"));
}

TEST_F(UnderProviders, AreRefusedForAProfileThatDoesNotExist) {
    scenario("a.json", "", "");
    EXPECT_TRUE(run({"deef"}).cases.empty());
    EXPECT_EQ(problem_.what, R"(unknown provider profile "deef")");
    EXPECT_EQ(problem_.nearest, "deaf");
}

TEST_F(UnderProviders, AreRefusedWhereAProfileHasTheNameThatStandsForAll) {
    scenario("a.json", "", "");
    write("providers/all.json", R"({"name": "x"})");
    for (const char* asked : {"all", "deaf"}) {
        EXPECT_TRUE(run({asked}).cases.empty());
        EXPECT_EQ(problem_.what, R"("all" stands for every provider profile)");
        EXPECT_EQ(problem_.file, (path_ / "providers/all.json").generic_string());
    }
}

}  // namespace
}  // namespace pbxlab::harness::test
