// Reading of all that stands around the steps, from good/everything_else.json.
#include <gtest/gtest.h>

#include "harness/json_place.h"
#include "harness/provider_keys.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

using namespace std::chrono_literals;
using Does = pbx::OutsideScript::Does;

const Scenario& everything_else() {
    static const Scenario kScenario =
        read_scenario(reader_tests() / "good/everything_else.json", source_dir() / "tests").value();
    return kScenario;
}

std::vector<std::string> values(const std::vector<Text>& texts) {
    std::vector<std::string> list;
    list.reserve(texts.size());
    for (const Text& text : texts) list.push_back(text.value);
    return list;
}

TEST(ScenarioFile, KnowsItsFileAndItsPathBelowTheRoot) {
    EXPECT_TRUE(everything_else().file.ends_with("tests/harness/reader/good/everything_else.json"));
    EXPECT_EQ(everything_else().path, "harness/reader/good/everything_else.json");
    EXPECT_EQ(parse_scenario(with_steps(""), "other.json", "/nowhere").value().path, "other.json");
}

TEST(ScenarioFile, TellsWhatItIsAbout) {
    const Scenario& scenario = everything_else();
    EXPECT_EQ(scenario.name.value, "Everything but the steps");
    EXPECT_EQ(scenario.why.value, "the reader must know each of its words");
    EXPECT_EQ(values(scenario.about), (std::vector<std::string>{"lineHold", "EC-7"}));
    EXPECT_EQ(values(scenario.tags), std::vector<std::string>{"reader"});
    EXPECT_TRUE(scenario.strict);
    EXPECT_EQ(scenario.settle, 10s);
}

TEST(ScenarioFile, HasDefaultsForWhatItDoesNotSay) {
    const Scenario scenario =
        parse(R"({"name":"x","switch":{"lines":{"a":{"address":"1"}}},"steps":[]})").value();
    EXPECT_EQ(scenario.settle, 5s);
    EXPECT_FALSE(scenario.strict);
    EXPECT_TRUE(scenario.applications.empty());
    const LineWords& line = scenario.exchange.lines.at("a");
    EXPECT_FALSE(line.max_active || line.max_held || line.line_max_active);
    EXPECT_FALSE(scenario.exchange.trunks || scenario.exchange.trunk_access ||
                 scenario.exchange.outside_length);
}

TEST(SwitchOfAScenario, HasItsLinesInOrderOfAppearance) {
    const SwitchWords& words = everything_else().exchange;
    EXPECT_EQ(words.line_order,
              (std::vector<std::string>{"alice", "bob", "star_1-x", "desk", "place"}));
    EXPECT_TRUE(words.lines.at("place").addresses.at(0).orbit);
    EXPECT_EQ(words.lines.at("place").addresses.at(0).number.value, "702");
    const LineWords& alice = words.lines.at("alice");
    ASSERT_EQ(alice.addresses.size(), 1U);
    EXPECT_EQ(alice.addresses[0].number.value, "1001");
    EXPECT_EQ(alice.addresses[0].name.value, "Alice");
    EXPECT_EQ(alice.max_active, 3U);
    EXPECT_EQ(alice.max_held, 5U);
    EXPECT_EQ(alice.max_conference, 4U);
    EXPECT_EQ(alice.max_transfer_conference, 5U);
    EXPECT_EQ(alice.line_max_active, 4U);
    ProviderBehaviour behaviour;
    apply(alice.provider.settings, behaviour);
    EXPECT_TRUE(behaviour.policy.hold_makes_new);
    EXPECT_EQ(words.lines.at("star_1-x").addresses[0].number.value, "*#0AD");
}

TEST(SwitchOfAScenario, HasItsSharedAddresses) {
    const SwitchWords& words = everything_else().exchange;
    const AddressWords& first = words.lines.at("star_1-x").addresses.front();
    EXPECT_EQ(first.sharing, pbx::Sharing::Joined);
    EXPECT_FALSE(first.bridge.has_value());
    const AddressWords& second = words.lines.at("desk").addresses.at(1);
    EXPECT_EQ(second.bridge.value().value, "*#0AD");
    EXPECT_TRUE(second.looks_only);
    EXPECT_FALSE(second.rings);
    EXPECT_EQ(second.rings_after, 7s);
    EXPECT_EQ(second.max_active, 4U);
    EXPECT_EQ(second.pickup_group.value, "front");
    EXPECT_EQ(words.lines.at("alice").addresses[0].pickup_group.value, "12");
    EXPECT_EQ(words.lines.at("bob").addresses[0].pickup_group.value, "");
}

TEST(SwitchOfAScenario, HasItsForwarding) {
    const SwitchWords& words = everything_else().exchange;
    const AddressWords& alice = words.lines.at("alice").addresses[0];
    ASSERT_EQ(alice.forwards.size(), 2U);
    EXPECT_EQ(alice.forwards[0].mode, lines::LINEFORWARDMODE_BUSYSPECIFIC);
    EXPECT_EQ(alice.forwards[0].caller.value, "1002");
    EXPECT_EQ(alice.forwards[0].to.value, "1003");
    EXPECT_EQ(alice.forwards[1].to.value, "");
    EXPECT_EQ(alice.forward_rings, 4U);
    const AddressWords& second = words.lines.at("desk").addresses.at(1);
    EXPECT_TRUE(second.forwards.empty());
    EXPECT_EQ(second.forward_rings, 2U);
}

TEST(SwitchOfAScenario, HasItsHuntGroups) {
    const SwitchWords& words = everything_else().exchange;
    EXPECT_EQ(words.group_order, (std::vector<std::string>{"all", "staged"}));
    const GroupWords& all = words.groups.at("all");
    EXPECT_EQ(all.number.value, "2000");
    EXPECT_EQ(all.name.value, "All");
    EXPECT_EQ(all.ring, GroupWords::Ring::AllAtOnce);
    EXPECT_EQ(values(all.members), (std::vector<std::string>{"alice", "1012"}));
    EXPECT_EQ(all.ring_time, 20s);
    EXPECT_EQ(all.rounds, 0U);
    EXPECT_TRUE(all.rings_busy);
    EXPECT_EQ(all.queue.places, 3U);
    EXPECT_EQ(all.queue.longest_wait, 5min);
    EXPECT_EQ(all.queue.announce_after, 10s);
    EXPECT_EQ(all.queue.announce_every, 30s);
    EXPECT_TRUE(all.queue.announcement_answers);
    EXPECT_EQ(all.overflow.value().value, "2001");
    const GroupWords& staged = words.groups.at("staged");
    EXPECT_EQ(staged.ring, GroupWords::Ring::LongestIdle);
    EXPECT_EQ(staged.rounds, 1U);
    ASSERT_EQ(staged.stages.size(), 2U);
    EXPECT_EQ(staged.stages[0].time, 0s);
    EXPECT_EQ(staged.stages[1].time, 15s);
    EXPECT_EQ(values(staged.stages[1].members), (std::vector<std::string>{"alice", "bob"}));
}

TEST(SwitchOfAScenario, GivesEachAddressItsOwnNameElseTheLines) {
    const LineWords& bob = everything_else().exchange.lines.at("bob");
    ASSERT_EQ(bob.addresses.size(), 2U);
    EXPECT_EQ(bob.addresses[0].number.value, "1002");
    EXPECT_EQ(bob.addresses[0].name.value, "Bob");
    EXPECT_EQ(bob.addresses[1].number.value, "1012");
    EXPECT_EQ(bob.addresses[1].name.value, "Second");
    EXPECT_EQ(bob.addresses[1].max_active, 1U);
    EXPECT_EQ(bob.addresses[1].max_held, 0U);
    EXPECT_EQ(bob.addresses[1].max_conference, 2U);
    EXPECT_EQ(bob.addresses[1].max_transfer_conference, 1000U);
}

TEST(SwitchOfAScenario, HasPartiesOutside) {
    const SwitchWords& words = everything_else().exchange;
    EXPECT_EQ(words.outside_order, (std::vector<std::string>{"carol", "dave"}));
    const OutsideWords& carol = words.outside.at("carol");
    EXPECT_EQ(carol.number.value, "+495551234");
    EXPECT_EQ(carol.name.value, "Carol");
    EXPECT_EQ(carol.shows_number, pbx::Disclosure::Withheld);
    EXPECT_EQ(carol.media, lines::LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(carol.script.does, Does::Answers);
    EXPECT_EQ(carol.script.after_least, 1s);
    EXPECT_EQ(carol.script.after_most, 2s);
    EXPECT_EQ(carol.script.clears_after, 3s);
    EXPECT_EQ(carol.script.gives_up_after, 4s);
    const OutsideWords& dave = words.outside.at("dave");
    EXPECT_EQ(dave.shows_number, pbx::Disclosure::OutOfArea);
    EXPECT_EQ(dave.script.does, Does::SpecialInfo);
    EXPECT_EQ(dave.script.tone, pbx::Cause::ReorderTone);
    EXPECT_EQ(dave.script.after_least, 1500ms);
    EXPECT_EQ(dave.script.after_most, 1500ms);
}

TEST(SwitchOfAScenario, HasTrunks) {
    const SwitchWords& words = everything_else().exchange;
    EXPECT_EQ(words.trunks, 2U);
    EXPECT_EQ(words.trunk_access.value().value, "0");
    EXPECT_EQ(words.outside_length, 7U);
}

TEST(SwitchOfAScenario, KnowsEveryWayOfAPartyOutside) {
    constexpr std::pair<const char*, Does> ways[] = {{"answers", Does::Answers},
                                                     {"noAnswer", Does::NoAnswer},
                                                     {"busy", Does::Busy},
                                                     {"rejects", Does::Rejects},
                                                     {"specialInfo", Does::SpecialInfo},
                                                     {"doesNotExist", Does::DoesNotExist},
                                                     {"numberChanged", Does::NumberChanged},
                                                     {"outOfOrder", Does::OutOfOrder},
                                                     {"unreachable", Does::Unreachable},
                                                     {"congestion", Does::Congestion}};
    for (const auto& [word, does] : ways) {
        EXPECT_EQ(
            step_of(R"({"outside":"carol","inject":"script","does":")" + std::string{word} + "\"}")
                .script.does,
            does);
    }
}

TEST(ApplicationsOfAScenario, OpenTheirLinesInOrder) {
    const Scenario& scenario = everything_else();
    EXPECT_EQ(scenario.application_order, (std::vector<std::string>{"crm", "recorder"}));
    const AppWords& crm = scenario.applications.at("crm");
    EXPECT_EQ(crm.module.value, "crm.exe");
    EXPECT_EQ(crm.version, lines::kTapi21);
    EXPECT_EQ(crm.priority, 1U);
    ASSERT_EQ(crm.opens.size(), 2U);
    const OpenWords& alice = crm.opens[0];
    EXPECT_EQ(alice.line.value, "alice");
    EXPECT_EQ(alice.privileges, lines::LINECALLPRIVILEGE_OWNER | lines::LINECALLPRIVILEGE_MONITOR);
    EXPECT_EQ(alice.media, lines::LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(alice.line_states, lines::LINEDEVSTATE_RINGING);
    EXPECT_EQ(alice.address_states, lines::LINEADDRESSSTATE_NUMCALLS);
    EXPECT_EQ(alice.single_address, 0U);
    EXPECT_EQ(crm.opens[1].line.value, "bob");
    EXPECT_NE(crm.opens[1].mark.event, 0U);
}

TEST(ApplicationsOfAScenario, MayOpenALineWithoutPrivileges) {
    const AppWords& recorder = everything_else().applications.at("recorder");
    EXPECT_EQ(recorder.opens[0].privileges, lines::LINECALLPRIVILEGE_NONE);
    EXPECT_EQ(recorder.version, lines::kTapi22);
    EXPECT_EQ(recorder.priority, 0U);
    EXPECT_TRUE(recorder.module.value.empty());
}

TEST(TracesOfAScenario, AreStatesModesAndRuns) {
    const Scenario& scenario = everything_else();
    ASSERT_EQ(scenario.traces.size(), 1U);
    EXPECT_EQ(scenario.traces[0].call.value, "a1");
    const std::vector<StateWord>& states = scenario.traces[0].states;
    ASSERT_EQ(states.size(), 5U);
    EXPECT_EQ(states[0].state, lines::LINECALLSTATE_DIALTONE);
    EXPECT_FALSE(states[0].mode);
    EXPECT_EQ(states[1].state, 0U);
    EXPECT_EQ(states[2].state, lines::LINECALLSTATE_CONNECTED);
    EXPECT_EQ(states[2].mode, lines::LINECONNECTEDMODE_ACTIVEHELD);
    EXPECT_EQ(states[3].state, lines::LINECALLSTATE_DISCONNECTED);
    EXPECT_EQ(states[3].mode, lines::LINEDISCONNECTMODE_BUSY);
    EXPECT_EQ(
        place_of(file_text(reader_tests() / "good/everything_else.json"), states[4].mark).pointer,
        "/traces/a1/4");
}

TEST(ProviderOfAScenario, IsKeptInItsOrderWithPlaces) {
    const Scenario& scenario = everything_else();
    ASSERT_EQ(scenario.provider.settings.size(), provider_keys().size());
    const std::string json = file_text(reader_tests() / "good/everything_else.json");
    for (const Setting& setting : scenario.provider.settings) {
        const std::string pointer = place_of(json, setting.mark).pointer;
        EXPECT_EQ(pointer, "/provider/" + std::string{provider_keys()[setting.key].name});
    }
}

TEST(ProviderOfAScenario, SaysNothingThatIsTheDefault) {
    for (const Setting& setting : everything_else().provider.settings) {
        const ProviderKey& key = provider_keys()[setting.key];
        EXPECT_NE(setting.value, key.get(ProviderBehaviour{})) << key.name;
    }
}

}  // namespace

}  // namespace pbxlab::harness
