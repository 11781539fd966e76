// lineCompleteCall and lineUncompleteCall as applications see them.
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

OfficeSpec no_waiting(const Profile& profile = {}) {
    OfficeSpec spec = with(profile);
    spec.policy.call_waiting = false;
    return spec;
}

// The first line has called the second, whose telephone is off hook.
struct Refused {
    explicit Refused(const OfficeSpec& spec = no_waiting())
        : office(spec), a(office.open(0)), b(office.open(1)) {
        EXPECT_EQ(a.app->set_status_messages(
                      a.line, LINEDEVSTATE_NUMCOMPLETIONS | LINEDEVSTATE_COMPLCANCEL, 0),
                  0);
        EXPECT_EQ(office.exchange.phone_lift(office.telephony.station_of(1)), pbx::Refusal::None);
        office.run();
        const HCall& made = a.make("1002");
        office.run();
        call = made;
        a.told();
        b.told();
        EXPECT_EQ(a.state(call), "BUSY/STATION");
    }
    void hang_up() {
        EXPECT_EQ(office.exchange.phone_hang_up(office.telephony.station_of(1)),
                  pbx::Refusal::None);
        office.run();
    }
    Office office;
    Seat& a;
    Seat& b;
    HCall call = kNoCall;
    std::uint32_t id = 0;
};

TEST(CompleteCall, FillsTheIdWithItsReplyAndTellsTheRestAfterwards) {  // nf-tapi-linecompletecall
    Refused scene;
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CALLBACK, 0), 0);
    EXPECT_EQ(scene.id, 0U);
    scene.office.run();
    EXPECT_EQ(scene.id, 1U);
    EXPECT_EQ(scene.a.told(), "REPLY ok; LDS NUMCOMPLETIONS; CS h1 IDLE");
    LineDevStatus status;
    EXPECT_EQ(scene.a.app->get_line_dev_status(scene.a.line, &status), 0);
    EXPECT_EQ(status.num_call_completions, 1U);
}

// lineaddresscaps: dwMaxCallCompletions
TEST(CompleteCall, IsNotOfferedWhereNoRequestCanBeOutstanding) {
    OfficeSpec spec = no_waiting();
    spec.policy.max_completions = 0;
    Refused scene{spec};
    EXPECT_EQ(scene.a.status(scene.call).call_features & LINECALLFEATURE_COMPLETECALL, 0U);
    EXPECT_EQ(
        outcome(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CALLBACK, 0)),
        "OPERATIONUNAVAIL");
    EXPECT_EQ(outcome(scene.a.app->uncomplete_call(scene.a.line, 1)), "OPERATIONUNAVAIL");
}

TEST(CompleteCall, HasItsIdWhereRepliesComeEarlyOrLateToo) {
    Profile early;
    early.reply_point = ReplyPoint::RequestIssued;
    Profile late;
    late.reply_order = ReplyOrder::StateFirst;
    for (const Profile& profile : {early, late}) {
        Refused scene{no_waiting(profile)};
        EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CAMPON, 0),
                  0);
        scene.office.run();
        EXPECT_EQ(scene.id, 1U);
    }
}

TEST(CompleteCall, LeavesNoIdWhenItIsRefused) {
    Refused scene;
    EXPECT_GT(scene.a.app->drop(scene.call, ""), 0);
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CALLBACK, 0), 0);
    scene.office.run();
    EXPECT_EQ(scene.id, 0U);
    EXPECT_EQ(scene.a.told(), "REPLY ok; CS h1 IDLE; REPLY INVALCALLSTATE");
}

TEST(CompleteCall, ByCampingOnShowsTheCallToTheFirstOwnerOfTheBusyLine) {
    Refused scene;
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CAMPON, 0), 0);
    scene.office.run();
    EXPECT_EQ(scene.a.told(), "REPLY ok; LDS NUMCOMPLETIONS");
    EXPECT_EQ(scene.b.told(), "NEWCALL h1 OWNER; CS h1 ONHOLD p3=OWNER");
    const HCall camped = scene.b.h(1);
    EXPECT_EQ(scene.b.info(camped).reason, LINECALLREASON_CAMPEDON);
    EXPECT_EQ(scene.b.info(camped).call_id, scene.a.info(scene.call).call_id);
    scene.hang_up();
    EXPECT_EQ(scene.a.told(), "CS h1 RINGBACK");
}

TEST(CompleteCall, ByMessageIsOverAtOnce) {
    Profile profile;
    profile.completion_modes = LINECALLCOMPLMODE_MESSAGE;
    Refused scene{no_waiting(profile)};
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_MESSAGE, 0), 0);
    scene.office.run();
    EXPECT_EQ(scene.id, 1U);
    EXPECT_EQ(scene.a.told(), "REPLY ok; CS h1 IDLE") << "nothing has become outstanding";
    EXPECT_EQ(outcome(scene.a.app->uncomplete_call(scene.a.line, 1)), "INVALCOMPLETIONID");
}

TEST(CompletionId, IsInTheCallBack) {  // reference: call-model 12
    Refused scene;
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CALLBACK, 0), 0);
    scene.hang_up();
    const CallInfo info = scene.a.info(scene.a.h(2));
    EXPECT_EQ(info.completion_id, 1U);
    EXPECT_EQ(info.reason, LINECALLREASON_CALLCOMPLETION);
    EXPECT_EQ(info.origin, LINECALLORIGIN_INTERNAL);
    EXPECT_EQ(info.caller.number, "1002");
    EXPECT_EQ(info.called.number, "1001");
    EXPECT_EQ(info.related_call_id, scene.a.info(scene.call).call_id);
}

TEST(UncompleteCall, TakesOnlyIdsOfItsOwnLine) {  // nf-tapi-lineuncompletecall
    Refused scene;
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CALLBACK, 0), 0);
    scene.office.run();
    EXPECT_EQ(outcome(scene.b.app->uncomplete_call(scene.b.line, 1)), "INVALCOMPLETIONID");
    EXPECT_GT(scene.a.app->uncomplete_call(scene.a.line, 1), 0);
    scene.a.told();
    scene.office.run();
    EXPECT_EQ(scene.a.told(), "REPLY ok; LDS NUMCOMPLETIONS");
    EXPECT_EQ(outcome(scene.a.app->uncomplete_call(scene.a.line, 1)), "INVALCOMPLETIONID");
}

TEST(Completion, CancelledByTheSwitchIsToldWithItsId) {  // linedevstate--constants
    Refused scene;
    EXPECT_GT(scene.a.app->complete_call(scene.call, &scene.id, LINECALLCOMPLMODE_CALLBACK, 0), 0);
    scene.office.run();
    scene.a.told();
    EXPECT_EQ(scene.office.exchange.cancel_completion(1), pbx::Refusal::None);
    EXPECT_EQ(scene.a.told(), "LDS COMPLCANCEL 1 0; LDS NUMCOMPLETIONS");
}

}  // namespace
}  // namespace pbxlab::lines::test
