// Provider profiles: files below providers/ of the scenario root, and those that are shipped.
#include "harness/provider_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/provider_keys.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kModem = R"({
 "name": "A modem", "about": "On an analog line.",
 "facts": [{"source": "https://example.com/modem", "says": "It hears nothing.",
            "settings": {"outbound_states": ["dialing"], "connect_on_dial_end": true}}],
 "assumptions": [{"why": "It has no second line.", "settings": {"call_waiting": false}}],
 "settings": {"ring_cycle": "5s"}
})";

class Profiles : public testing::Test {
 protected:
    Profiles() { write("modem", kModem); }
    void write(const std::string& name, const std::string& json) {
        folder_.write("root/providers/" + name + ".json", json);
    }
    [[nodiscard]] fs::path root() const { return folder_.path() / "root"; }
    [[nodiscard]] Result<ProviderProfile> read(const std::string& name) const {
        return read_profile({name, {}}, {{}, "a test"}, root());
    }
    // What is said about a profile that must be refused, without its file.
    [[nodiscard]] std::string refused(const std::string& json) {
        write("bad", json);
        const auto profile = read("bad");
        if (profile) return "it is accepted";
        Problem problem = profile.error();
        EXPECT_EQ(problem.file, (root() / "providers/bad.json").generic_string());
        EXPECT_NE(problem.line, 0U);
        problem.file = "bad";
        return problem.text();
    }
    [[nodiscard]] Result<Scenario> scenario(const std::string& words) const {
        const fs::path file =
            folder_.write("root/hold/x.json", R"({"name":"x",)" + words + R"(,"steps":[]})");
        return read_scenario(file, root());
    }
    Folder folder_;
};

ProviderBehaviour behaviour(const Settings& settings) {
    ProviderBehaviour made;
    apply(settings, made);
    return made;
}

std::vector<std::string> keys_of(const ProviderProfile& profile) {
    std::vector<std::string> keys;
    for (const ProfileSetting& each : profile.settings)
        keys.emplace_back(provider_keys()[each.setting.key].name);
    return keys;
}

TEST_F(Profiles, SayWhatRestsUponWhat) {
    const ProviderProfile profile = read("modem").value();
    EXPECT_EQ(profile.id, "modem");
    EXPECT_EQ(profile.name, "A modem");
    EXPECT_EQ(profile.about, "On an analog line.");
    ASSERT_THAT(keys_of(profile), ElementsAre("call_waiting", "connect_on_dial_end",
                                              "outbound_states", "ring_cycle"));
    EXPECT_EQ(profile.settings[0].reason.basis, Basis::Assumption);
    EXPECT_EQ(profile.settings[0].reason.says, "It has no second line.");
    EXPECT_EQ(profile.settings[1].reason.basis, Basis::Fact);
    EXPECT_EQ(profile.settings[1].reason.source, "https://example.com/modem");
    EXPECT_EQ(profile.settings[3].reason.basis, Basis::Stated);
}

TEST_F(Profiles, TakeOverWhatTheyDoNotSet) {
    write("fast", R"({"name":"x","extends":"modem","settings":{"ring_cycle":"1s"}})");
    write("faster", R"({"name":"x","extends":"fast","settings":{"call_waiting":true}})");
    const ProviderProfile profile = read("faster").value();
    EXPECT_THAT(profile.extends, ElementsAre("fast", "modem"));
    ASSERT_THAT(keys_of(profile), ElementsAre("call_waiting", "connect_on_dial_end",
                                              "outbound_states", "ring_cycle"));
    EXPECT_EQ(profile.settings[0].reason.profile, "faster");
    EXPECT_EQ(profile.settings[0].setting.value, 1);
    EXPECT_EQ(profile.settings[1].reason.profile, "modem");
    EXPECT_EQ(profile.settings[1].reason.basis, Basis::Fact);
    EXPECT_EQ(profile.settings[3].reason.profile, "fast");
    EXPECT_EQ(profile.settings[3].setting.value, 1'000'000);
}

TEST_F(Profiles, HaveStandingFaults) {
    write("liar", R"({"name":"x","faults":[{"drop":"callState.ringback"}],"facts":[
        {"source":"page 7","says":"It is slow.","faults":[{"slow":"hold","by":"2s"}]}]})");
    write("worse", R"({"name":"x","extends":"liar","faults":[{"duplicate":"reply"}]})");
    const ProviderProfile profile = read("worse").value();
    ASSERT_EQ(profile.faults.size(), 3U);
    EXPECT_EQ(fault_text(profile.faults[0].fault), "drop callState.ringback");
    EXPECT_EQ(profile.faults[0].reason.profile, "liar");
    EXPECT_EQ(profile.faults[1].reason.source, "page 7");
    EXPECT_EQ(profile.faults[2].reason.profile, "worse");
    const Scenario by_name = scenario(R"("provider":"worse","switch":{})").value();
    EXPECT_EQ(by_name.provider.faults.size(), 3U);
    for (const FaultWords& each : by_name.provider.faults) EXPECT_EQ(each.mark.event, 0U);
}

TEST_F(Profiles, HaveFaultsOfEveryLineAndNotOfOne) {
    EXPECT_THAT(refused(R"({"name":"x","faults":[{"drop":"callState","on":"bob"}]})"),
                HasSubstr(R"(/faults/0/on: a standing fault of "bob")"));
    EXPECT_THAT(refused(R"({"name":"x","faults":[{"drop":"reply"},{"delay":"reply","by":"1s"}]})"),
                HasSubstr("leaves none of these messages"));
    EXPECT_THAT(refused(R"({"name":"x","assumptions":[{"why":"y"}]})"),
                HasSubstr("nothing follows from this"));
}

TEST_F(Profiles, StandUnderAScenario) {
    const Scenario by_name = scenario(R"("provider":"modem","switch":{})").value();
    EXPECT_TRUE(behaviour(by_name.provider.settings).profile.connect_on_dial_end);
    const Scenario changed =
        scenario(R"("provider":{"extends":"modem","call_waiting":true},"switch":{})").value();
    EXPECT_TRUE(behaviour(changed.provider.settings).profile.connect_on_dial_end);
    EXPECT_TRUE(behaviour(changed.provider.settings).policy.call_waiting);
    EXPECT_EQ(changed.provider.profile.value().value, "modem");
}

TEST_F(Profiles, StandUnderALineInPlaceOfTheScenarios) {
    const Scenario mixed =
        scenario(
            R"("provider":"generic","switch":{"lines":{"fax":{"address":"1","provider":"modem"}}})")
            .value();
    const ProviderWords& fax = mixed.exchange.lines.at("fax").provider;
    EXPECT_EQ(fax.profile.value().value, "modem");
    EXPECT_TRUE(behaviour(fax.settings).profile.connect_on_dial_end);
    EXPECT_FALSE(behaviour(mixed.provider.settings).profile.connect_on_dial_end);
}

TEST_F(Profiles, StandUnderALineOfAnOffice) {
    folder_.write("root/offices/small.json",
                  R"({"lines":{"fax":{"address":"1","provider":"modem"}}})");
    const Scenario in_office = scenario(R"("switch":{"office":"small"})").value();
    const auto& settings = in_office.exchange.lines.at("fax").provider.settings;
    EXPECT_TRUE(behaviour(settings).profile.connect_on_dial_end);
    for (const Setting& each : settings) EXPECT_EQ(each.mark.event, 0U);
}

TEST_F(Profiles, ThatAreShippedAreThereForEveryRoot) {
    EXPECT_TRUE(read("generic").value().settings.empty());
    EXPECT_THAT(profile_names(root()), testing::IsSupersetOf({"generic", "modem"}));
}

TEST_F(Profiles, OfTheRootComeBeforeThoseShipped) {
    write("generic", R"({"name":"our own"})");
    EXPECT_EQ(read("generic").value().name, "our own");
}

TEST_F(Profiles, ThatDoNotExistAreToldWithTheNearestOne) {
    const Problem by_scenario = scenario(R"("provider":"modm","switch":{})").error();
    EXPECT_EQ(by_scenario.what, R"(unknown provider profile "modm")");
    EXPECT_EQ(by_scenario.nearest, "modem");
    EXPECT_EQ(by_scenario.pointer, "/provider");
    const Problem by_line =
        scenario(R"("switch":{"lines":{"a":{"address":"1","provider":{"extends":"x"}}}})").error();
    EXPECT_EQ(by_line.pointer, "/switch/lines/a/provider/extends");
    EXPECT_EQ(read("modm").error().file, "a test");
}

TEST_F(Profiles, AreNeverNamedAsAllOfThemAreTogether) {
    write("all", R"({"name":"x"})");
    const Problem problem = scenario(R"("provider":"all","switch":{})").error();
    EXPECT_EQ(problem.what, R"("all" stands for every provider profile, and is the name of none)");
    EXPECT_EQ(problem.pointer, "/provider");
    write("more", R"({"name":"x","extends":"all"})");
    EXPECT_EQ(read("more").error().pointer, "/extends");
}

TEST_F(Profiles, NeverLeaveTheRoot) {
    folder_.write("secret.json", kModem);
    EXPECT_THAT(scenario(R"("provider":"../../secret","switch":{})").error().what,
                HasSubstr("../../secret"));
    fs::create_symlink(folder_.path() / "secret.json", root() / "providers/link.json");
    EXPECT_THAT(read("link").error().what, HasSubstr("leaves the scenario root"));
}

TEST_F(Profiles, ThatExtendEachOtherInACircleAreRefused) {
    write("a", R"({"name":"x","extends":"b"})");
    write("b", R"({"name":"x","extends":"a"})");
    const Problem problem = read("a").error();
    EXPECT_EQ(problem.what, "the provider profile extends itself: a -> b -> a");
    EXPECT_EQ(problem.file, (root() / "providers/b.json").generic_string());
    EXPECT_EQ(problem.pointer, "/extends");
}

TEST_F(Profiles, ThatExtendTooManyAreRefused) {
    write("p0", R"({"name":"x"})");
    for (int i = 1; i < 9; ++i)
        write("p" + std::to_string(i),
              R"({"name":"x","extends":"p)" + std::to_string(i - 1) + "\"}");
    EXPECT_TRUE(read("p7"));
    EXPECT_EQ(read("p8").error().expected, "at most 8");
}

TEST_F(Profiles, SetEachKeyOnce) {
    EXPECT_EQ(refused(R"({"name":"x","settings":{"secure":false},
                          "assumptions":[{"why":"y","settings":{"secure":true}}]})"),
              R"(bad:2:74: /assumptions/0/settings/secure: the profile has set "secure" before; )"
              "expected each key once in a file");
}

TEST_F(Profiles, NeedASourceForAFactAndAReasonForAnAssumption) {
    EXPECT_THAT(refused(R"({"name":"x","facts":[{"says":"y","settings":{}}]})"),
                HasSubstr(R"("source")"));
    EXPECT_THAT(refused(R"({"name":"x","assumptions":[{"settings":{"secure":false}}]})"),
                HasSubstr(R"("why")"));
}

TEST_F(Profiles, RefuseUnknownKeysWithTheNearestOne) {
    EXPECT_THAT(refused(R"({"name":"x","settings":{"call_wating":true}})"),
                HasSubstr(R"(did you mean "call_waiting"?)"));
}

// --- runs under a profile
TEST_F(Profiles, HoldForAScenarioThatIsReadForThem) {
    const fs::path file = folder_.write(
        "root/a.json", R"({"name":"x","provider":{"call_waiting":true},"switch":{},"steps":[]})");
    const Scenario scenario = read_scenario(file, root(), {.provider = "modem"}).value();
    EXPECT_EQ(scenario.provider.profile.value().value, "modem");
    EXPECT_TRUE(behaviour(scenario.provider.settings).profile.connect_on_dial_end);
    EXPECT_TRUE(behaviour(scenario.provider.settings).policy.call_waiting);  // its own comes last
}

TEST_F(Profiles, GiveWayToTheOneThatAScenarioNames) {
    const fs::path file =
        folder_.write("root/a.json", R"({"name":"x","provider":"generic","switch":{},"steps":[]})");
    const Scenario scenario = read_scenario(file, root(), {.provider = "modem"}).value();
    EXPECT_EQ(scenario.provider.profile.value().value, "generic");
    EXPECT_TRUE(scenario.provider.settings.empty());
}

TEST_F(Profiles, ChooseTheSteps) {
    const auto count = [this](const std::string& when, const std::string& provider) {
        const fs::path file =
            folder_.write("root/a.json", R"({"name":"x","switch":{},"steps":[{"repeat":2,"steps":)"
                                         R"([{"wait":"1s"},{"wait":"1s","when":)" +
                                             when + "}]}]}");
        return read_scenario(file, root(), {.provider = provider}).value().steps.at(0).steps.size();
    };
    EXPECT_EQ(count(R"({"provider":"modem"})", "modem"), 2U);
    EXPECT_EQ(count(R"({"provider":["generic","modem"]})", "modem"), 2U);
    EXPECT_EQ(count(R"({"provider":"modem"})", "generic"), 1U);
    EXPECT_EQ(count(R"({"provider":"generic"})", ""), 2U);
    EXPECT_EQ(count(R"({"notProvider":"modem"})", "modem"), 1U);
    EXPECT_EQ(count(R"({"notProvider":"modem"})", ""), 2U);
    EXPECT_EQ(count(R"({"setting":{"connect_on_dial_end":true}})", "modem"), 2U);
    EXPECT_EQ(count(R"({"setting":{"connect_on_dial_end":true}})", ""), 1U);
    EXPECT_EQ(count(R"({"setting":{"connect_on_dial_end":true,"call_waiting":true}})", "modem"),
              1U);
    EXPECT_EQ(count(R"({"provider":"modem","setting":{"call_waiting":true}})", "modem"), 1U);
}

TEST_F(Profiles, ChooseTheStatesOfTraces) {
    const auto states_under = [this](const std::string& provider) {
        const fs::path file = folder_.write(
            "root/a.json", R"({"name":"x","switch":{"lines":{"a":{"address":"1"}}},)"
                           R"("steps":[{"line":"a","do":"makeCall","as":"a1"}],"traces":{"a1":[)"
                           R"({"state":"dialtone","when":{"notProvider":"modem"}},"dialing",)"
                           R"({"state":"proceeding","when":{"notProvider":"modem"}},)"
                           R"({"state":"connected","when":{"provider":"modem"}},"idle"]}})");
        std::vector<std::uint32_t> states;
        const Scenario read = read_scenario(file, root(), {.provider = provider}).value();
        for (const StateWord& each : read.traces.at(0).states) states.push_back(each.state);
        return states;
    };
    EXPECT_THAT(states_under("modem"),
                ElementsAre(lines::LINECALLSTATE_DIALING, lines::LINECALLSTATE_CONNECTED,
                            lines::LINECALLSTATE_IDLE));
    EXPECT_THAT(states_under(""),
                ElementsAre(lines::LINECALLSTATE_DIALTONE, lines::LINECALLSTATE_DIALING,
                            lines::LINECALLSTATE_PROCEEDING, lines::LINECALLSTATE_IDLE));
}

// --- contradictions
TEST_F(Profiles, CannotOfferWhatHasNoMeans) {
    EXPECT_EQ(
        refused(R"({"name":"x","settings":{"call_features":["park","drop"],"park_modes":[]}})"),
        R"(bad:1:70: /settings/park_modes: "park" in "call_features" without anything in )"
        R"("park_modes"; expected "call_features" without "park", or something in "park_modes")");
    EXPECT_THAT(
        refused(R"({"name":"x","settings":{"call_features":"sendUserUser","uui_send_size":0}})"),
        HasSubstr(R"("sendUserUser" in "call_features" without anything in)"));
}

TEST_F(Profiles, MayLeaveAnOfferToFollowItsMeans) {
    write("no-park", R"({"name":"x","settings":{"park_modes":[]}})");
    EXPECT_TRUE(read("no-park"));
}

TEST_F(Profiles, CannotCrossTheirBounds) {
    EXPECT_THAT(refused(R"({"name":"x","settings":{"gather_min_timeout":90000}})"),
                HasSubstr(R"("gather_min_timeout" above "gather_max_timeout")"));
    EXPECT_THAT(refused(R"({"name":"x","settings":{"lowest_api":"2.2","highest_api":"2.0"}})"),
                HasSubstr(R"("lowest_api" above "highest_api")"));
    write("rings", R"({"name":"x","settings":{"forward_max_rings":0,"forward_min_rings":4}})");
    EXPECT_TRUE(read("rings"));  // they cannot be chosen at all
}

TEST_F(Profiles, ContradictWhatTheyTakeOverAtTheirOwnPlace) {
    write("offers", R"({"name":"x","settings":{"call_features":["park"]}})");
    EXPECT_THAT(refused(R"({"name":"x","extends":"offers","settings":{"park_modes":[]}})"),
                HasSubstr("/settings/park_modes"));
}

TEST_F(Profiles, AreContradictedByAScenarioAtItsPlace) {
    write("offers", R"({"name":"x","settings":{"call_features":["park"]}})");
    const Problem problem =
        scenario(R"("provider":{"extends":"offers","park_modes":[]},"switch":{})").error();
    EXPECT_EQ(problem.pointer, "/provider/park_modes");
}

TEST(ShippedProfiles, CanAllBeReadAndHaveNothingWithoutAReason) {
    const fs::path root = source_dir() / "scenarios";
    for (const std::string& name : profile_names(root)) {
        const auto profile = read_profile({name, {}}, {{}, name}, root);
        ASSERT_TRUE(profile) << profile.error().text();
        EXPECT_FALSE(profile->about.empty()) << name;
        for (const ProfileSetting& each : profile->settings) {
            EXPECT_NE(each.reason.basis, Basis::Stated)
                << name << ": " << provider_keys()[each.setting.key].name;
        }
    }
}

}  // namespace

}  // namespace pbxlab::harness
