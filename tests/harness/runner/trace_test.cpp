#include "harness/trace.h"

#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/harness/runner/play.h"

namespace pbxlab::harness::test {
namespace {

using nlohmann::json;

std::vector<json> records(const std::string& text) {
    std::vector<json> all;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
    return all;
}

std::vector<json> trace_of(const Scenario& scenario) {
    StringSink sink;
    expect_passed(run_scenario(scenario, {.seed = 42, .trace = &sink}));
    return records(sink.text);
}

std::vector<json> of_kind(const std::vector<json>& all, std::string_view kind) {
    std::vector<json> some;
    for (const json& each : all) {
        if (each.at("kind") == kind) some.push_back(each);
    }
    return some;
}

TEST(Trace, StartsWithAHeader) {
    Scenario scenario = over_three_lines("");
    scenario.path = "hold/swap.json";
    scenario.file = "/somewhere/else/hold/swap.json";
    const auto all = trace_of(scenario);
    EXPECT_EQ(all.front(),
              json::parse(
                  R"({"kind":"trace","format":1,"scenario":"hold/swap.json","name":"test","seed":42,
                                           "provider":{}})"));
}

TEST(Trace, NamesTheSettingsOfTheProvider) {
    const auto all = trace_of(over_three_lines("", R"("provider": {"ring_cycle": "4s"})"));
    EXPECT_EQ(all.front().at("provider"), json::parse(R"({"ring_cycle":4000000})"));
    EXPECT_FALSE(all.front().contains("profile"));
    const auto named = trace_of(over_three_lines("", R"("provider": "generic")"));
    EXPECT_EQ(named.front().at("profile"), "generic");
}

TEST(Trace, NumbersItsRecordsInOrderOfTime) {
    const auto all = trace_of(over_three_lines(connected(R"({"call": "a1", "do": "drop"})")));
    std::uint64_t number = 0;
    double time = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
        EXPECT_EQ(all[i].at("seq"), ++number);
        EXPECT_GE(std::stod(all[i].at("t").get<std::string>()), time);
        time = std::stod(all[i].at("t").get<std::string>());
    }
    EXPECT_GT(number, 20U);
}

TEST(Trace, HoldsRequestReturnAndReply) {
    const auto all =
        trace_of(over_three_lines(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
        {"call": "a1", "do": "hold", "fails": "LINEERR_INVALCALLSTATE"})"));
    const auto requests = of_kind(all, "request");
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0],
              json::parse(
                  R"({"seq":1,"t":"0.000000","kind":"request","app":"alice","op":"lineMakeCall",
                "line":"alice","to":"1002"})"));
    EXPECT_EQ(requests[1].at("call"), "a1");
    const auto returns = of_kind(all, "return");
    ASSERT_EQ(returns.size(), 2U);
    EXPECT_EQ(returns[0].at("result"), 1);
    EXPECT_EQ(returns[1].at("error"), "LINEERR_INVALCALLSTATE");
    const auto replies = of_kind(all, "reply");
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_EQ(replies[0].at("request"), 1);
    EXPECT_EQ(replies[0].at("result"), "0");
}

TEST(Trace, NamesCallsOnceTheyHaveANameAndHandlesBefore) {
    const auto messages =
        of_kind(trace_of(over_three_lines(connected(R"({"wait": "1s"})"))), "message");
    std::vector<json> bobs;
    for (const json& each : messages) {
        if (each.at("app") == "bob") bobs.push_back(each);
    }
    ASSERT_GE(bobs.size(), 3U);
    EXPECT_EQ(bobs.front().at("message"), "APPNEWCALL");
    EXPECT_EQ(bobs.front().at("handle"), "h1");
    EXPECT_FALSE(bobs.front().contains("call"));
    EXPECT_EQ(bobs.back().at("call"), "b1");
    EXPECT_EQ(bobs[1].at("text"), "CALLSTATE OFFERING/ACTIVE OWNER");
    EXPECT_EQ(bobs[1].at("param1"), lines::LINECALLSTATE_OFFERING);
    EXPECT_EQ(bobs[1].at("param2"), lines::LINEOFFERINGMODE_ACTIVE);
    EXPECT_EQ(bobs[1].at("param3"), lines::LINECALLPRIVILEGE_OWNER);
}

TEST(Trace, TellsWhatTheSwitchDidBeforeTheMessagesAboutIt) {
    const auto all = trace_of(
        over_three_lines(R"({"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"})"));
    const auto place = [&all](std::string_view key, std::string_view value) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].contains(key) && all[i].at(std::string{key}) == value) return i;
        }
        return all.size();
    };
    EXPECT_LT(place("to", "dialTone"), place("text", "CALLSTATE DIALTONE/NORMAL OWNER"));
    EXPECT_LT(place("to", "dialTone"), place("text", "CALLSTATE DIALTONE/NORMAL"));
    EXPECT_LT(place("text", "CALLSTATE DIALTONE/NORMAL"), place("to", "dialing"));
}

TEST(Trace, HoldsWhatPersonsAndTheOutsideWorldDo) {
    const auto all = trace_of(over_three_lines(
        R"({"line": "alice", "phone": "lift"}, {"line": "alice", "phone": "dial", "digits": "1002"},
        {"outside": "zoe", "inject": "calls", "to": "1003"})"));
    EXPECT_EQ(of_kind(all, "phone")[1].at("digits"), "1002");
    json inject = of_kind(all, "inject")[0];
    inject.erase("seq");
    EXPECT_EQ(
        inject,
        json::parse(
            R"({"t":"0.000000","kind":"inject","act":"calls","party":"zoe","digits":"1003"})"));
}

TEST(Trace, IsJsonWhateverNamesHold) {
    Scenario scenario = over_three_lines("");
    scenario.name.value = "a \"name\"\n with \xFF and \\ and \x01";
    const auto all = trace_of(scenario);
    EXPECT_EQ(all.front().at("name"), "a \"name\"\n with \xEF\xBF\xBD and \\ and \x01");
}

TEST(Trace, DoesNotHoldTheCleanUp) {
    const auto all = trace_of(over_three_lines(connected(R"({"wait": "1s"})")));
    for (const json& each : all) EXPECT_NE(each.value("to", ""), "null");
}

}  // namespace
}  // namespace pbxlab::harness::test
