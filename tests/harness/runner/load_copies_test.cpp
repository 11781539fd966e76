// What a load makes copies of, and what it cannot.
#include "harness/load_copies.h"

#include <gmock/gmock.h>

#include "harness/scenario_reader.h"

namespace pbxlab::harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kLines = R"("lines": {"alice": {"address": "2000"}, "bob": {"address": "2001"}})";

// Behind the calls and the rate of the load; words of the switch; steps; what stands beside them.
Result<Scenario> read(const std::string& load, const std::string& words,
                      const std::string& steps = {}, const std::string& more = {}) {
    return parse_scenario(R"({"name": "x", "load": {"calls": 1, "rate": "1/s")" + load +
                              R"(}, "switch": {)" + words + "}" + more + R"(, "steps": [)" + steps +
                              "]}",
                          "x.json", "/nowhere");
}
std::string what(const Result<Scenario>& scenario) {
    return scenario ? std::string{"accepted"} : scenario.error().what;
}
std::string with_number(const std::string& number, const std::string& copies) {
    return what(
        read(", \"copies\": " + copies, R"("lines": {"a": {"address": ")" + number + R"("}})"));
}
std::string with_step(const std::string& step) {
    return what(read("", kLines + R"(, "outside": {"zoe": {"number": "5550"}})", step));
}

TEST(LoadCopies, HaveNumbersThatAreCountedUp) {
    const Scenario scenario = read(R"(, "copies": 500)", kLines,
                                   R"({"line": "alice", "do": "makeCall", "to": "2001", "as": "a1"},
                {"line": "bob", "expect": "offering", "as": "b1", "callerId": "2000"},
                {"call": "b1", "do": "answer"})")
                                  .value();
    const Scenario all = all_copies(scenario);
    EXPECT_EQ(all.exchange.line_order.size(), 1000U);
    EXPECT_EQ(all.exchange.lines.at("bob~500").addresses[0].number.value, "2999");
    const Scenario third = copy_of(scenario, 3);
    EXPECT_EQ(third.steps[0].line.value, "alice~3");
    EXPECT_EQ(third.steps[0].to->value, "2005");
    EXPECT_EQ(third.steps[1].conditions->caller_id->value, "2004");
    EXPECT_EQ(third.steps[2].call.value, "b1");
}

TEST(LoadCopies, HaveOrbitsAndPickupGroupsOfTheirOwn) {
    const Scenario scenario =
        read(R"(, "copies": 3)",
             R"("lines": {"alice": {"address": "2000"}, "bob": {"address": "2001",
             "pickupGroup": "desk"}}, "park": {"orbits": ["2002"], "attendant": "alice"})",
             R"({"line": "alice", "do": "makeCall", "to": "2001", "as": "a1"},
                {"call": "a1", "do": "park", "parkedAt": "2002"},
                {"line": "bob", "do": "unpark", "to": "2002", "as": "b1"},
                {"line": "bob", "do": "pickup", "group": "desk", "as": "b2"})")
            .value();
    const Scenario all = all_copies(scenario);
    ASSERT_EQ(all.exchange.park->orbits.size(), 3U);
    EXPECT_EQ(all.exchange.park->orbits[2].value, "2008");
    EXPECT_EQ(all.exchange.park->attendant->value, "alice~1");
    const Scenario third = copy_of(scenario, 3);
    EXPECT_EQ(third.steps[1].parked_at->value, "2008");
    EXPECT_EQ(third.steps[2].to->value, "2008");
    EXPECT_EQ(third.steps[3].group->value, "desk~3");
}

TEST(LoadCopies, HavePartiesOutsideThatAreDialledBehindTheTrunkAccess) {
    const Scenario scenario =
        read(R"(, "copies": 3)",
             kLines + R"(, "trunkAccess": "00", "outside": {"zoe": {"number": "0550"},
             "yan": {"number": "0552"}, "ulf": {"number": "+0559"}})",
             R"({"outside": "zoe", "inject": "calls", "to": "2000"},
                {"line": "alice", "expect": "offering", "callerId": "0550", "as": "a1"},
                {"line": "alice", "do": "makeCall", "to": "000552", "as": "a2"},
                {"line": "alice", "do": "makeCall", "to": "+0559", "as": "a3"},
                {"call": "a1", "do": "dial", "digits": "000551"})")
            .value();
    const Scenario all = all_copies(scenario);
    EXPECT_THAT(all.exchange.outside_order, ElementsAre("zoe~1", "yan~1", "ulf~1", "zoe~2", "yan~2",
                                                        "ulf~2", "zoe~3", "yan~3", "ulf~3"));
    EXPECT_EQ(all.exchange.outside.at("ulf~3").number.value, "+0579");
    EXPECT_EQ(all.exchange.trunks, 24U);
    const Steps steps = copy_of(scenario, 2).steps;
    EXPECT_EQ(steps[0].outside.value, "zoe~2");
    EXPECT_EQ(steps[0].to->value, "2002");
    EXPECT_EQ(steps[1].conditions->caller_id->value, "0560");
    EXPECT_EQ(steps[2].to->value, "000562");
    EXPECT_EQ(steps[3].to->value, "+0569");
    EXPECT_EQ(steps[4].digits.value, "000551");  // nobody's
}

TEST(LoadCopies, HaveGroupsOfTheirOwnMembers) {
    const Scenario all = all_copies(
        read(R"(, "copies": 2)",
             kLines + R"(, "groups": {"sales": {"number": "2005", "stages": [{"members": ["alice"]},
             {"members": ["2001"]}], "overflow": "2006"}, "desk": {"number": "2006",
             "members": ["bob"]}})")
            .value());
    const GroupWords& sales = all.exchange.groups.at("sales~2");
    EXPECT_EQ(sales.number.value, "2012");
    EXPECT_EQ(sales.stages[0].members[0].value, "alice~2");
    EXPECT_EQ(sales.stages[1].members[0].value, "2008");
    EXPECT_EQ(sales.overflow->value, "2013");
    EXPECT_EQ(all.exchange.groups.at("desk~1").members[0].value, "bob~1");
}

TEST(LoadCopies, HaveSharedAddressesAndPickupGroupsOfTheirOwn) {
    const Scenario all =
        all_copies(read(R"(, "copies": 2)",
                        R"("lines": {"boss": {"addresses": [{"number": "1", "sharing": "joined"}],
             "pickupGroup": "g"}, "desk": {"addresses": ["2", {"bridge": "1"}]}})")
                       .value());
    EXPECT_EQ(all.exchange.lines.at("boss~2").addresses[0].pickup_group.value, "g~2");
    EXPECT_EQ(all.exchange.lines.at("desk~2").addresses[0].number.value, "4");
    EXPECT_EQ(all.exchange.lines.at("desk~2").addresses[1].bridge->value, "3");
}

TEST(LoadCopies, HaveApplicationsOnTheirOwnLines) {
    const Scenario scenario =
        read(
            R"(, "copies": 2)", kLines,
            R"({"app": "crm", "line": "bob", "expect": "offering", "appName": "crm"})",
            R"(, "applications": {"crm": {"lines": ["alice", "bob"]}, "tape": {"lines": ["bob"]}})")
            .value();
    const Scenario all = all_copies(scenario);
    EXPECT_THAT(all.application_order, ElementsAre("crm~1", "tape~1", "crm~2", "tape~2"));
    EXPECT_EQ(all.applications.at("crm~2").opens[1].line.value, "bob~2");
    const Step step = copy_of(scenario, 2).steps[0];
    EXPECT_EQ(step.app.value, "crm~2");
    EXPECT_EQ(step.conditions->app_name->value, "crm~2");
}

TEST(LoadCopies, NeedNumbersThatCanBeCountedUpWithoutGrowing) {
    EXPECT_EQ(with_number("*1", "2"),
              "the number \"*1\" cannot be counted up for the copies of a load");
    EXPECT_EQ(with_number("1234567890123456", "2"),
              "the number \"1234567890123456\" cannot be counted up for the copies of a load");
    EXPECT_EQ(with_number("01", "89"), "accepted");
    EXPECT_EQ(with_number("01", "100"), "the number \"01\" would be 100 in the last of 100 copies");
    EXPECT_THAT(with_number("899", "2"), HasSubstr("begins with the trunk access digits \"9\""));
    EXPECT_EQ(what(read(R"(, "copies": 2)", kLines + R"(, "outside": {"zoe": {"number": "9"}})")),
              "the number \"9\" would be 10 in the last of 2 copies");
    EXPECT_EQ(what(read("", kLines + R"(, "groups": {"g": {"number": "2*", "members": ["bob"]}})")),
              "the number \"2*\" cannot be counted up for the copies of a load");
    EXPECT_EQ(what(read("", kLines + R"(, "outside": {"zoe": {"number": "2001"}})")),
              "the number \"2001\" is inside and outside");
}

TEST(LoadCopies, AreOfABoundedSize) {
    EXPECT_EQ(what(read(R"(, "copies": 1000)", kLines)), "accepted");
    std::string steps = R"({"wait": "1s"})";
    for (int i = 0; i < 1007; ++i) steps += R"(, {"wait": "1s"})";
    EXPECT_EQ(what(read("", kLines, steps)), "a load of 100800 steps over all copies");
    std::string parties;
    std::string apps;
    for (int i = 100; i < 111; ++i) {
        const std::string n = std::to_string(i);
        parties += (parties.empty() ? "\"p" : ", \"p") + n + R"(": {"number": "5550)" + n + "\"}";
        apps += (apps.empty() ? "\"a" : ", \"a") + n + R"(": {"lines": ["bob"]})";
    }
    EXPECT_EQ(what(read(R"(, "copies": 1000)", kLines + R"(, "outside": {)" + parties + "}")),
              "a load of 11000 parties outside");
    EXPECT_EQ(what(read(R"(, "copies": 1000)", kLines, {}, R"(, "applications": {)" + apps + "}")),
              "a load of 11000 applications");
}

TEST(LoadCopies, HaveNothingThatChangesForGood) {
    EXPECT_EQ(what(read("", R"("outside": {})")), "a load without lines");
    EXPECT_EQ(what(read("", R"("lines": {"a": {"address": "1", "absent": true}})")),
              "the line \"a\" of a load is absent at first");
    const std::string refused = "a call of a load changes the switch for others";
    for (const char* word : {"create", "remove", "close"}) {
        EXPECT_EQ(with_step(R"({"line": "bob", "inject": ")" + std::string{word} + "\"}"), refused);
    }
    EXPECT_EQ(with_step(R"({"inject": "reinit"})"), refused);
    EXPECT_EQ(with_step(R"({"inject": "trunks", "count": 1})"), refused);
    EXPECT_EQ(with_step(R"({"repeat": 2, "steps": [{"inject": "reinit"}]})"), refused);
    EXPECT_EQ(with_step(R"({"line": "bob", "inject": "msgWaitOn"})"), "accepted");
}

TEST(LoadCopies, AreCheckedLikeAnyScenario) {
    EXPECT_EQ(what(read("", kLines, {}, R"(, "telephony": {"locations": {"home": {"country": 1,
        "area": "425", "card": "visa"}}})")),
              "unknown card \"visa\"");
    EXPECT_EQ(what(read("", kLines, {}, R"(, "applications": {"crm": {"lines": ["alicia"]}})")),
              "unknown line \"alicia\"");
    EXPECT_EQ(with_step(R"({"outside": "zoo", "inject": "hangsUp"})"),
              "unknown party outside \"zoo\"");
}

}  // namespace
}  // namespace pbxlab::harness
