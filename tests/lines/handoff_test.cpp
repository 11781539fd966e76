// lineHandoff (reference: call-model 10; nf-tapi-linehandoffw).
#include <tuple>

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_MONITOR | LINECALLPRIVILEGE_OWNER;
constexpr std::uint32_t kVoice = LINEMEDIAMODE_INTERACTIVEVOICE;
constexpr std::uint32_t kFax = LINEMEDIAMODE_G3FAX;

// Line 2 has called line 1, where the first to open it, front.exe, has answered.
struct Desk {
    Desk() : caller(office.open(1)), front(open("front.exe", kVoice)) {}
    Seat& open(const std::string& module, std::uint32_t media,
               std::uint32_t privileges = LINECALLPRIVILEGE_OWNER,
               std::uint32_t version = kTapi22) {
        return office.open(
            0, {.privileges = privileges, .media = media, .version = version, .module = module});
    }
    void talk() {
        std::tie(far, call) = office.connect(caller, front);
        caller.told();
    }
    LineResult to_module(const char* module) { return front.app->hand_off(call, module, 0); }
    LineResult to_mode(std::uint32_t mode) { return front.app->hand_off(call, nullptr, mode); }
    Office office;
    Seat& caller;
    Seat& front;
    HCall far{}, call{};
};

TEST(HandOff, GivesAHandleToWhomeverHadNone) {
    Desk d;
    Seat& agent = d.open("agent.exe", kFax);
    d.talk();
    EXPECT_EQ(d.to_module("Agent.EXE"), 0);
    EXPECT_EQ(agent.told(), "NEWCALL h1 OWNER; CS h1 CONNECTED/ACTIVE p3=OWNER");
    EXPECT_EQ(d.front.told(), "") << "whoever hands it off is not told";
    EXPECT_EQ(d.caller.told(), "") << "the other end has no part in it";
    EXPECT_EQ(d.front.info(d.call).num_owners, 2U);
    EXPECT_EQ(d.front.status(d.call).call_privilege, LINECALLPRIVILEGE_OWNER);
}

TEST(HandOff, BeforeVersion20IsToldByTheStateAlone) {  // line-appnewcall
    Desk d;
    Seat& agent = d.open("agent.exe", kFax, LINECALLPRIVILEGE_OWNER, kTapi14);
    d.talk();
    EXPECT_EQ(d.to_module("agent.exe"), 0);
    EXPECT_EQ(agent.told(), "CS h1 CONNECTED/ACTIVE p3=OWNER");
}

TEST(HandOff, MakesAMonitorAnOwnerThroughItsHandle) {  // edge case 109
    Desk d;
    Seat& agent = d.open("agent.exe", kVoice, kBoth);
    Seat& watcher = d.open("watcher.exe", 0, LINECALLPRIVILEGE_MONITOR);
    d.talk();
    agent.told();
    watcher.told();
    EXPECT_EQ(d.to_module("agent.exe"), 0);
    EXPECT_EQ(agent.told(), "CS h1 CONNECTED/ACTIVE p3=OWNER");
    EXPECT_EQ(watcher.told(), "INFO h1 NUMOWNERINCR|NUMMONITORS");
    EXPECT_EQ(d.front.told(), "");
    EXPECT_EQ(d.to_module("agent.exe"), 0);
    EXPECT_EQ(agent.told(), "CS h1 CONNECTED/ACTIVE p3=OWNER") << "to an owner, once more";
    EXPECT_EQ(watcher.told(), "") << "no count has changed";
}

TEST(HandOff, NeedsTheLineOpenAsOwner) {
    Desk d;
    d.open("watcher.exe", 0, LINECALLPRIVILEGE_MONITOR);
    d.office.open(2, {.module = "elsewhere.exe"});
    d.talk();
    for (const char* module : {"watcher.exe", "elsewhere.exe", "absent.exe", ""})
        EXPECT_EQ(outcome(d.to_module(module)), "TARGETNOTFOUND") << module;
}

TEST(HandOff, ByNameToOneselfSucceedsAndSaysNothing) {
    Desk d;
    d.talk();
    EXPECT_EQ(d.to_module("front.exe"), 0);
    EXPECT_EQ(d.front.told(), "");
}

TEST(HandOff, OfSeveralInstancesTakesTheFirstOtherOne) {
    Desk d;
    Seat& second = d.open("front.exe", kVoice);
    Seat& third = d.open("front.exe", kVoice);
    d.talk();
    EXPECT_EQ(d.to_module("front.exe"), 0);
    EXPECT_EQ(second.told(), "NEWCALL h1 OWNER; CS h1 CONNECTED/ACTIVE p3=OWNER");
    EXPECT_EQ(third.told(), "");
    EXPECT_EQ(second.app->hand_off(second.h(1), "front.exe", 0), 0);
    EXPECT_EQ(d.front.told(), "CS h1 CONNECTED/ACTIVE p3=OWNER");
}

TEST(HandOff, ByMediaModeGoesToTheHighestPriority) {
    Desk d;
    Seat& first = d.open("first.exe", kFax);
    Seat& second = d.open("second.exe", kFax);
    d.talk();
    EXPECT_EQ(d.to_mode(kFax), 0);
    EXPECT_EQ(first.told(), "NEWCALL h1 OWNER; CS h1 CONNECTED/ACTIVE p3=OWNER");
    EXPECT_EQ(first.app->set_app_priority("second.exe", kFax, 0, 1), 0);
    EXPECT_EQ(d.to_mode(kFax), 0);
    EXPECT_EQ(second.told(), "NEWCALL h1 OWNER; CS h1 CONNECTED/ACTIVE p3=OWNER");
    EXPECT_EQ(d.front.info(d.call).media_mode, kVoice) << "the call keeps its media mode";
}

TEST(HandOff, ByMediaModeNeverGoesToOneself) {
    Desk d;
    d.open("other.exe", kVoice);
    d.talk();
    EXPECT_EQ(outcome(d.to_mode(kVoice)), "TARGETSELF") << "it comes first for the mode";
    EXPECT_EQ(d.front.app->set_app_priority("other.exe", kVoice, 0, 1), 0);
    EXPECT_EQ(outcome(d.to_mode(kVoice)), "ok");
}

TEST(HandOff, DoesNotTryOtherModesThanTheOneAskedFor) {  // edge case 157
    Desk d;
    d.open("fax.exe", kFax);
    d.talk();
    EXPECT_EQ(d.front.app->set_media_mode(d.call, LINEMEDIAMODE_UNKNOWN | kFax), 0);
    EXPECT_EQ(outcome(d.to_mode(LINEMEDIAMODE_UNKNOWN)), "TARGETNOTFOUND");
}

TEST(HandOff, OfADisconnectedOrIdleCallTellsTheTargetAlone) {
    Desk d;
    Seat& agent = d.open("agent.exe", kFax);
    Seat& watcher = d.open("watcher.exe", 0, LINECALLPRIVILEGE_MONITOR);
    d.talk();
    EXPECT_GT(d.front.app->drop(d.call), 0);
    d.office.run();
    watcher.told();
    EXPECT_EQ(d.to_module("agent.exe"), 0);
    EXPECT_EQ(agent.told(), "NEWCALL h1 OWNER; CS h1 IDLE p3=OWNER");
    EXPECT_EQ(watcher.told(), "");
}

TEST(HandOff, TheCallLivesOnWhenItsFirstOwnerGoes) {
    Desk d;
    Seat& agent = d.open("agent.exe", kFax);
    d.talk();
    EXPECT_EQ(d.to_module("agent.exe"), 0);
    EXPECT_EQ(d.front.app->shutdown(), 0);
    d.office.run();
    EXPECT_EQ(agent.told(),
              "NEWCALL h1 OWNER; CS h1 CONNECTED/ACTIVE p3=OWNER; INFO h1 NUMOWNERDECR");
    EXPECT_GT(agent.app->drop(agent.h(1)), 0);
    d.office.run();
    EXPECT_EQ(d.caller.told(), "CS h1 DISCONNECTED/NORMAL");
}

TEST(Priorities, StandInTheOrderInWhichTheyWerePutToTheTop) {  // nf-tapi-linesetapppriorityw
    Office office;
    Application& app = office.application();
    for (const char* module : {"c.exe", "b.exe", "a.exe", "B.EXE"})
        EXPECT_EQ(app.set_app_priority(module, kVoice, 0, 1), 0);
    const auto place = [&](const char* module, std::uint32_t mode) {
        std::uint32_t priority = 99;
        EXPECT_EQ(app.get_app_priority(module, mode, LINEREQUESTMODE_MAKECALL, &priority), 0);
        return priority;
    };
    EXPECT_EQ(place("b.exe", kVoice), 1U);
    EXPECT_EQ(place("A.exe", kVoice), 2U);
    EXPECT_EQ(place("c.exe", kVoice), 3U);
    EXPECT_EQ(place("b.exe", kFax), 0U);
    EXPECT_EQ(place("b.exe", 0), 0U) << "requests have a list of their own";
    EXPECT_EQ(app.set_app_priority("a.exe", kVoice, 0, 0), 0);
    EXPECT_EQ(place("a.exe", kVoice), 0U);
    EXPECT_EQ(place("c.exe", kVoice), 2U);
}

TEST(Priorities, NeedNoApplicationToBeInitialised) {
    Office office;
    std::uint32_t priority = 99;
    Application& nobody = office.telephony.without_application();
    EXPECT_EQ(nobody.set_app_priority("a.exe", kVoice, 0, 1), 0);
    EXPECT_EQ(nobody.get_app_priority("a.exe", kVoice, 0, &priority), 0);
    EXPECT_EQ(priority, 1U);
}

}  // namespace
}  // namespace pbxlab::lines::test
