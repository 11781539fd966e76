// From request id to reply: order, point and place (reference: tapi2-operations 1.1 to 1.3).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

TEST(Requests, IdsArePositiveAndEachIsAnsweredOnce) {
    Office office;
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const auto [call, other] = office.connect(a, b);
    a.all.clear();
    std::vector<std::uint32_t> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(static_cast<std::uint32_t>(a.app->hold(call)));
        office.run();
        ids.push_back(static_cast<std::uint32_t>(a.app->unhold(call)));
        office.run();
    }
    a.told();
    std::vector<std::uint32_t> answered;
    for (const Message& m : a.all) {
        if (m.id == LINE_REPLY) answered.push_back(m.param1);
    }
    EXPECT_EQ(answered, ids);
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::unique(ids).size(), 0U);
    EXPECT_GT(ids.front(), 0U);
    EXPECT_LE(ids.back(), 0x7FFF'FFFFU);
}

TEST(Requests, ReplyGoesToTheRequesterAlone) {
    Office office;
    Seat& a = office.open(0, {.instance = 9});
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    m.told();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(m.told(), "CS h1 ONHOLD");
    EXPECT_EQ(a.told(), "REPLY ok; CS h1 ONHOLD");
    const Message& reply = a.all[a.all.size() - 2];
    EXPECT_EQ(reply.device, 0U);
    EXPECT_EQ(reply.param3, 0U);
    EXPECT_EQ(reply.callback_instance, 9U);
}

TEST(Requests, StateMayComeBeforeTheReplyOfExistingCalls) {  // edge case 140
    Profile profile;
    profile.reply_order = ReplyOrder::StateFirst;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall& call = a.make("1002");
    office.run();
    EXPECT_TRUE(a.told().starts_with("REPLY ok; CS h1 DIALTONE"))
        << "never for requests that create a call";
    b.app->answer(b.h(1));
    office.run();
    a.told();
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 ONHOLD; REPLY ok");
    a.app->unhold(call);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 CONNECTED/ACTIVE; REPLY ok");
    a.app->drop(call);
    office.run();
    EXPECT_EQ(a.told(), "CS h1 IDLE; REPLY ok");
}

TEST(Requests, SuccessMayBeReportedWhenTheRequestWasIssued) {  // reply_point
    Profile profile;
    profile.reply_point = ReplyPoint::RequestIssued;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    a.app->hold(call);
    EXPECT_EQ(a.told(), "REPLY ok") << "at once";
    EXPECT_EQ(a.state(call), "CONNECTED/ACTIVE");
    office.run();
    EXPECT_EQ(a.told(), "CS h1 ONHOLD");
}

TEST(Requests, BestEffortRepliesSayNothingOfALaterRefusal) {
    Profile profile;
    profile.reply_point = ReplyPoint::RequestIssued;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    a.app->hold(call);
    a.app->hold(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY ok; REPLY ok; CS h1 ONHOLD");
    const HCall& made = a.make("1003");
    EXPECT_EQ(a.told(), "") << "a call is reported made when it is";
    office.run(50ms);
    EXPECT_EQ(a.told(), "REPLY ok");
    EXPECT_NE(made, kNoCall);
}

TEST(Requests, ErrorsMayComeInTheReply) {  // error_delivery
    Profile profile;
    profile.error_delivery = ErrorDelivery::Reply;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    EXPECT_EQ(outcome(a.app->unhold(call)), "asked");
    EXPECT_EQ(a.told(), "");
    office.run();
    EXPECT_EQ(a.told(), "REPLY INVALCALLSTATE");
    EXPECT_EQ(outcome(a.app->dial(call, "1?", 0)), "asked");
    EXPECT_EQ(outcome(a.app->drop(call, std::string(200, 'u'))), "asked");
    HCall made{};
    EXPECT_EQ(outcome(a.app->make_call(a.line, &made, "9-9", 0, nullptr)), "asked");
    office.run();
    EXPECT_EQ(a.told(), "REPLY DIALPROMPT; REPLY USERUSERINFOTOOBIG; REPLY INVALADDRESS");
    EXPECT_EQ(a.state(call), "CONNECTED/ACTIVE");
    EXPECT_EQ(made, kNoCall);
    // Handles, ownership and pointers are known before the provider is asked.
    EXPECT_EQ(outcome(a.app->unhold(HCall{7})), "INVALCALLHANDLE");
    EXPECT_EQ(outcome(m.app->unhold(m.h(1))), "NOTOWNER");
    EXPECT_EQ(outcome(a.app->dial(call, nullptr, 0)), "INVALPOINTER");
    EXPECT_EQ(outcome(m.app->swap_hold(m.h(1), m.h(1))), "NOTOWNER");
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    a.make("1003");
    office.run();
    EXPECT_EQ(outcome(m.app->swap_hold(m.h(1), m.h(2))), "NOTOWNER") << "of the second call";
    // A synchronous function has no reply.
    EXPECT_EQ(outcome(a.app->set_call_privilege(call, 0)), "INVALCALLPRIVILEGE");
}

TEST(Requests, AnErrorOnItsWayIsForgottenWithItsLine) {
    Profile profile;
    profile.error_delivery = ErrorDelivery::Reply;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    a.app->unhold(call);
    a.app->close(a.line);
    office.run();
    EXPECT_EQ(a.told(), "");
}

TEST(Requests, AnErrorOnItsWayComesWhenTheCallIsGivenUp) {
    Profile profile;
    profile.error_delivery = ErrorDelivery::Reply;
    Office office{with(profile)};
    Seat& a = office.open(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    a.app->unhold(call);
    a.app->deallocate_call(call);
    office.run();
    EXPECT_EQ(a.told(), "REPLY OPERATIONFAILED");
}

TEST(Requests, OwnersAreServedInTheOrderInWhichTheyAsked) {  // call-model 7
    Office office;
    Seat& a = office.open(0);
    Seat& m = office.monitor(0);
    Seat& b = office.open(1);
    const HCall call = office.connect(a, b).first;
    m.app->set_call_privilege(m.h(1), LINECALLPRIVILEGE_OWNER);
    m.told();
    a.told();
    m.app->drop(m.h(1));
    a.app->hold(call);
    office.run();
    EXPECT_EQ(m.told(), "REPLY ok; CS h1 IDLE");
    EXPECT_EQ(a.told(), "CS h1 IDLE; REPLY INVALCALLSTATE");
}

}  // namespace
}  // namespace pbxlab::lines::test
