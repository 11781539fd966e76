// Each call operation in each state that a call can be in, for owners and monitors, with the
// feature granted and withheld, with a good handle and bad ones, below and above version 2.0. What
// must come of it is said here, from Appendix D and section 1.4 of the reference's operations, and
// not taken from the product's own table.
#include <iostream>

#include "tests/conformance/ask.h"
#include "tests/conformance/scene.h"

namespace pbxlab::lines::test {
namespace {

enum class Form : std::uint8_t {
    Plain,
    ToOwner,
    ToMonitor,
    AsHeld,        // the second call of a swap
    AsTarget,      // of a transfer
    Confers,       // a transfer that becomes a conference
    ConfersTo,     // the second call of one
    AsConference,  // where it can be, the call is a conference
    AsParty,       // that is to be added to one
};
enum class HandleKind : std::uint8_t { Live, Stale, Foreign, Null };

constexpr std::uint32_t kAny = 0xFFFF;
constexpr std::uint32_t kNotIdle = kAny & ~LINECALLSTATE_IDLE;

constexpr std::uint32_t kHeld =
    LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDTRANSFER | LINECALLSTATE_ONHOLDPENDCONF;
constexpr std::uint32_t kConference = LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_CONFERENCED;

constexpr std::uint32_t kSame = 0;

struct Rule {
    Op op;
    Form form;
    bool owners_only;
    bool replies;
    std::uint32_t states;   // in which it is allowed
    std::uint32_t feature;  // LINECALLFEATURE_; 0: cannot be withheld
    std::uint32_t becomes;  // state afterwards; kSame: whatever it is without the request
};
constexpr Rule kRules[] = {
    {Op::Dial, Form::Plain, true, true, LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING,
     LINECALLFEATURE_DIAL, LINECALLSTATE_RINGBACK},
    {Op::Accept, Form::Plain, true, true, LINECALLSTATE_OFFERING, LINECALLFEATURE_ACCEPT,
     LINECALLSTATE_ACCEPTED},
    {Op::Answer, Form::Plain, true, true, LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED,
     LINECALLFEATURE_ANSWER, LINECALLSTATE_CONNECTED},
    {Op::Drop, Form::Plain, true, true, kNotIdle, LINECALLFEATURE_DROP, LINECALLSTATE_IDLE},
    {Op::Hold, Form::Plain, true, true, LINECALLSTATE_CONNECTED, LINECALLFEATURE_HOLD,
     LINECALLSTATE_ONHOLD},
    {Op::Unhold, Form::Plain, true, true, kHeld, LINECALLFEATURE_UNHOLD, LINECALLSTATE_CONNECTED},
    {Op::SwapHold, Form::Plain, true, true, LINECALLSTATE_CONNECTED, LINECALLFEATURE_SWAPHOLD,
     LINECALLSTATE_ONHOLD},
    {Op::SwapHold, Form::AsHeld, true, true, kHeld, LINECALLFEATURE_SWAPHOLD,
     LINECALLSTATE_CONNECTED},
    {Op::Redirect, Form::Plain, true, true, LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED,
     LINECALLFEATURE_REDIRECT, LINECALLSTATE_IDLE},
    {Op::SetupTransfer, Form::Plain, true, true, LINECALLSTATE_CONNECTED,
     LINECALLFEATURE_SETUPTRANSFER, LINECALLSTATE_ONHOLDPENDTRANSFER},
    {Op::Park, Form::Plain, true, true, LINECALLSTATE_CONNECTED, LINECALLFEATURE_PARK,
     LINECALLSTATE_IDLE},
    {Op::BlindTransfer, Form::Plain, true, true, LINECALLSTATE_CONNECTED,
     LINECALLFEATURE_BLINDTRANSFER, LINECALLSTATE_IDLE},
    {Op::CompleteTransfer, Form::Plain, true, true, LINECALLSTATE_ONHOLDPENDTRANSFER,
     LINECALLFEATURE_COMPLETETRANSF, LINECALLSTATE_IDLE},
    {Op::CompleteTransfer, Form::AsTarget, true, true,
     LINECALLSTATE_CONNECTED | LINECALLSTATE_RINGBACK, LINECALLFEATURE_COMPLETETRANSF,
     LINECALLSTATE_IDLE},
    {Op::CompleteTransfer, Form::Confers, true, true, LINECALLSTATE_ONHOLDPENDTRANSFER,
     LINECALLFEATURE_COMPLETETRANSF, LINECALLSTATE_CONFERENCED},
    {Op::CompleteTransfer, Form::ConfersTo, true, true,
     LINECALLSTATE_CONNECTED | LINECALLSTATE_RINGBACK, LINECALLFEATURE_COMPLETETRANSF,
     LINECALLSTATE_CONFERENCED},
    {Op::SetupConference, Form::Plain, true, true, LINECALLSTATE_CONNECTED,
     LINECALLFEATURE_SETUPCONF, LINECALLSTATE_CONFERENCED},
    {Op::PrepareAddToConference, Form::AsConference, true, true, LINECALLSTATE_CONNECTED,
     LINECALLFEATURE_PREPAREADDCONF, LINECALLSTATE_ONHOLDPENDCONF},
    {Op::AddToConference, Form::AsConference, true, true,
     LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDCONF, LINECALLFEATURE_ADDTOCONF,
     LINECALLSTATE_CONNECTED},
    {Op::AddToConference, Form::AsParty, true, true,
     LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD | LINECALLSTATE_RINGBACK,
     LINECALLFEATURE_ADDTOCONF, LINECALLSTATE_CONFERENCED},
    {Op::RemoveFromConference, Form::Plain, true, true, LINECALLSTATE_CONFERENCED,
     LINECALLFEATURE_REMOVEFROMCONF, LINECALLSTATE_IDLE},
    {Op::GetConfRelatedCalls, Form::Plain, false, false, kConference, 0, 0},
    {Op::SendUserUserInfo, Form::Plain, true, true,
     LINECALLSTATE_CONNECTED | LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED |
         LINECALLSTATE_RINGBACK,
     LINECALLFEATURE_SENDUSERUSER, kSame},
    {Op::ReleaseUserUserInfo, Form::Plain, true, true, kAny, LINECALLFEATURE_RELEASEUSERUSERINFO,
     kSame},
    {Op::SecureCall, Form::Plain, true, true, kNotIdle, LINECALLFEATURE_SECURECALL, kSame},
    {Op::SetCallData, Form::Plain, true, true, kNotIdle, LINECALLFEATURE_SETCALLDATA, kSame},
    {Op::SetCallTreatment, Form::Plain, true, true, kNotIdle, LINECALLFEATURE_SETTREATMENT, kSame},
    {Op::SetCallParams, Form::Plain, true, true, kNotIdle & ~LINECALLSTATE_DISCONNECTED,
     LINECALLFEATURE_SETCALLPARAMS, kSame},
    {Op::SetTerminal, Form::Plain, false, true, kAny, LINECALLFEATURE_SETTERMINAL, kSame},
    {Op::HandOff, Form::Plain, true, false, kAny, 0, 0},
    {Op::CompleteCall, Form::Plain, true, true, LINECALLSTATE_BUSY | LINECALLSTATE_RINGBACK,
     LINECALLFEATURE_COMPLETECALL, LINECALLSTATE_IDLE},
    {Op::GenerateDigits, Form::Plain, true, false, LINECALLSTATE_CONNECTED,
     LINECALLFEATURE_GENERATEDIGITS, kSame},
    {Op::GenerateTone, Form::Plain, true, false, LINECALLSTATE_CONNECTED,
     LINECALLFEATURE_GENERATETONE, kSame},
    {Op::GatherDigits, Form::Plain, true, false, kNotIdle & ~LINECALLSTATE_DISCONNECTED,
     LINECALLFEATURE_GATHERDIGITS, kSame},
    {Op::MonitorDigits, Form::Plain, false, false, kNotIdle & ~LINECALLSTATE_DISCONNECTED,
     LINECALLFEATURE_MONITORDIGITS, kSame},
    {Op::MonitorTones, Form::Plain, false, false, kNotIdle, LINECALLFEATURE_MONITORTONES, kSame},
    {Op::MonitorMedia, Form::Plain, false, false, kNotIdle, LINECALLFEATURE_MONITORMEDIA, kSame},
    {Op::SetAppSpecific, Form::Plain, true, false, kAny, 0, 0},
    {Op::SetMediaMode, Form::Plain, true, false, kAny, 0, 0},
    {Op::DeallocateCall, Form::Plain, false, false, kAny, 0, 0},
    {Op::GetCallInfo, Form::Plain, false, false, kAny, 0, 0},
    {Op::GetCallStatus, Form::Plain, false, false, kAny, 0, 0},
    {Op::SetCallPrivilege, Form::ToOwner, false, false, kAny, 0, 0},
    {Op::SetCallPrivilege, Form::ToMonitor, false, false, kAny, 0, 0},
};

struct Cell {
    const Rule& rule;
    std::uint32_t state;
    bool owner;
    bool granted;
    HandleKind handle;
    std::uint32_t version;
};

bool is_target(const Rule& rule) {
    return rule.form == Form::AsTarget || rule.form == Form::ConfersTo;
}
bool is_second(const Rule& rule) {
    return rule.form == Form::AsHeld || rule.form == Form::AsParty || is_target(rule);
}
// States in which a conference is brought that can be in other states, too.
constexpr std::uint32_t kOfConferences = LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD |
                                         LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_IDLE;

// A conference can be no party of another; a member is one already (nf-tapi-lineaddtoconference).
bool is_wrong_party(const Cell& cell) {
    return cell.rule.form == Form::AsParty && (cell.state & kConference) != 0;
}

std::string wrong_handle(const Rule& rule) {
    if (is_target(rule)) return "INVALCONSULTCALLHANDLE";
    return rule.form == Form::AsConference ? "INVALCONFCALLHANDLE" : "INVALCALLHANDLE";
}

std::string expected(const Cell& cell) {
    const bool conference =
        cell.rule.form != Form::AsConference || (cell.state & kOfConferences) != 0;
    if (cell.handle != HandleKind::Live || !conference) return wrong_handle(cell.rule);
    if (!cell.owner && cell.rule.owners_only) return "NOTOWNER";
    if (!cell.granted) return "OPERATIONUNAVAIL";
    if (is_wrong_party(cell)) return "INVALCALLHANDLE";
    if ((cell.rule.states & cell.state) == 0)
        return cell.rule.op == Op::GetConfRelatedCalls ? "NOCONFERENCE" : "INVALCALLSTATE";
    const bool live = cell.state != LINECALLSTATE_IDLE;
    const bool gives_up = cell.rule.op == Op::DeallocateCall && cell.version < kTapi20;
    const bool steps_back = cell.rule.form == Form::ToMonitor;
    if (cell.owner && live && (gives_up || steps_back)) return "INVALCALLSTATE";
    return cell.rule.replies ? "asked" : "ok";
}

class Play {
 public:
    explicit Play(const Cell& cell) : cell_(cell), scene_(spec_of(cell), cell.version) {
        if (cell.rule.op == Op::SwapHold) {
            partner_ = scene_.bring(cell.rule.form == Form::AsHeld ? LINECALLSTATE_CONNECTED
                                                                   : LINECALLSTATE_ONHOLD);
        }
        if (cell.rule.op == Op::CompleteTransfer && !is_target(cell.rule))
            partner_ = scene_.bring(LINECALLSTATE_CONNECTED);
        stale_ = scene_.bring(LINECALLSTATE_IDLE);
        subject_ = bring_subject();
        if (is_target(cell.rule)) {
            scene_.next_far();  // nobody is transferred to itself
            partner_ = scene_.bring(LINECALLSTATE_ONHOLDPENDTRANSFER);
        }
        if (cell.rule.form == Form::AsParty) partner_ = scene_.bring(LINECALLSTATE_ONHOLDPENDCONF);
        // Where the conference is not held for somebody, any call will do.
        if (cell.rule.op == Op::AddToConference && partner_ == 0)
            partner_ = scene_.bring(LINECALLSTATE_CONNECTED);
        for (Seat* seat : {&scene_.owner, &scene_.monitor})
            seat->app->deallocate_call(seat->h(stale_));
    }

    void check() {
        ASSERT_EQ(seat().status(seat().h(subject_)).call_state, cell_.state);
        scene_.owner.told();
        scene_.monitor.told();
        const std::string before = scene_.snapshot();
        Answers answers;
        const LineResult result = ask(scene_.office, cell_.rule.op, request(), answers);
        ASSERT_EQ(outcome(result), expected(cell_));
        if (result < 0) {
            EXPECT_EQ(scene_.snapshot(), before) << "a refused request changes nothing";
        } else if (result > 0) {
            check_reply(result);
        }
        scene_.office.check();
    }

 private:
    static OfficeSpec spec_of(const Cell& cell) {
        OfficeSpec spec = scene_spec();
        spec.policy.auto_accept = cell.state == LINECALLSTATE_ACCEPTED;
        if (cell.rule.op == Op::SetTerminal) spec.lines[0].profile.terminals = 3;
        if (!cell.granted) spec.lines[0].profile.call_features = ~cell.rule.feature;
        if (cell.rule.op == Op::AddToConference) {
            spec.lines[0].profile.conference_held = true;
            spec.lines[0].profile.conference_make = true;
        }
        return spec;
    }

    std::size_t bring_subject() {
        const bool conference =
            cell_.rule.form == Form::AsConference && (cell_.state & kOfConferences) != 0;
        if (!conference) return scene_.bring(cell_.state);
        if (cell_.state != LINECALLSTATE_ONHOLDPENDCONF)
            return scene_.conference(cell_.state).conference;
        const Scene::Conference calls = scene_.confer(cell_.rule.op == Op::AddToConference);
        if (cell_.rule.op == Op::AddToConference) partner_ = calls.second;
        return calls.conference;
    }

    Seat& seat() { return cell_.owner ? scene_.owner : scene_.monitor; }
    Seat& other_seat() { return cell_.owner ? scene_.monitor : scene_.owner; }

    HCall handle() {
        switch (cell_.handle) {
            case HandleKind::Live: return seat().h(subject_);
            case HandleKind::Stale: return seat().h(stale_);
            case HandleKind::Foreign: return other_seat().h(subject_);
            case HandleKind::Null: break;
        }
        return kNoCall;
    }

    Ask request() {
        Ask ask{.app = seat().app, .line = seat().line, .call = handle()};
        if (partner_ != 0) ask.other = seat().h(partner_);
        if (is_second(cell_.rule)) std::swap(ask.call, ask.other);
        if (cell_.rule.form == Form::Confers || cell_.rule.form == Form::ConfersTo)
            ask.transfer_mode = LINETRANSFERMODE_CONFERENCE;
        if (cell_.rule.form == Form::ToMonitor) ask.privilege = LINECALLPRIVILEGE_MONITOR;
        ask.number = cell_.state == LINECALLSTATE_DIALING ? "02" : "1002";
        if (cell_.rule.op == Op::Park) ask.number = "701";
        if (cell_.rule.op == Op::SetTerminal) ask.select = LINECALLSELECT_CALL;
        return ask;
    }

    void check_reply(LineResult id) {
        seat().all.clear();
        scene_.office.run(1s);
        seat().told();
        int replies = 0;
        for (const Message& m : seat().all) {
            if (m.id != LINE_REPLY) continue;
            ++replies;
            EXPECT_EQ(m.param1, static_cast<std::uint32_t>(id));
            EXPECT_EQ(m.param2, 0U) << outcome(static_cast<LineResult>(m.param2));
        }
        EXPECT_EQ(replies, 1);
        if (cell_.rule.becomes == kSame) return;
        EXPECT_EQ(tapi_word("LINECALLSTATE", seat().status(seat().h(subject_)).call_state),
                  tapi_word("LINECALLSTATE", cell_.rule.becomes));
    }

    Cell cell_;
    Scene scene_;
    std::size_t partner_ = 0, stale_ = 0, subject_ = 0;
};

std::string describe(const Cell& cell) {
    constexpr std::array kHandles = {"live", "stale", "foreign", "null"};
    return std::string{operation(cell.rule.op).function} +
           (cell.rule.form == Form::Plain
                ? ""
                : " form " + std::to_string(static_cast<int>(cell.rule.form))) +
           " in " + std::string{tapi_word("LINECALLSTATE", cell.state)} + " by " +
           (cell.owner ? "an owner" : "a monitor") + (cell.granted ? "" : ", withheld") + ", " +
           kHandles[static_cast<std::size_t>(cell.handle)] + " handle, version " +
           std::to_string(cell.version >> 16U);
}

std::size_t play_all(const Rule& rule) {
    std::size_t cells = 0;
    for (const std::uint32_t state : kReachableStates) {
        // The number is routed while its partner is brought into place.
        const bool moves_on = is_target(rule) || rule.op == Op::AddToConference;
        if (moves_on && state == LINECALLSTATE_PROCEEDING) continue;
        for (const bool owner : {true, false}) {
            for (const bool granted : {true, false}) {
                if (!granted && rule.feature == 0) continue;
                for (const HandleKind handle :
                     {HandleKind::Live, HandleKind::Stale, HandleKind::Foreign, HandleKind::Null}) {
                    for (const std::uint32_t version : {kTapi14, kTapi22}) {
                        const Cell cell{rule, state, owner, granted, handle, version};
                        SCOPED_TRACE(describe(cell));
                        Play{cell}.check();
                        ++cells;
                    }
                }
            }
        }
    }
    return cells;
}

TEST(StateMatrix, EveryOperationInEveryState) {
    std::size_t cells = 0;
    for (const Rule& rule : kRules) {
        cells += play_all(rule);
        if (HasFailure()) break;
    }
    RecordProperty("cells", static_cast<int>(cells));
    std::cout << cells << " cells\n";
    EXPECT_GT(cells, 4000U);
}

}  // namespace
}  // namespace pbxlab::lines::test
