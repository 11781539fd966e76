// Reading of every kind of step, from good/every_step.json and single steps.
#include <set>

#include <gtest/gtest.h>

#include "harness/json_place.h"
#include "harness/scenario_words.h"
#include "lines/operations.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

using namespace std::chrono_literals;
using lines::Op;

const Steps& every_step() {
    static const Scenario kScenario =
        read_scenario(reader_tests() / "good/every_step.json", reader_tests()).value();
    return kScenario.steps;
}

TEST(DoStep, TakesAllThatMakesACall) {
    const Step& step = every_step()[0];
    EXPECT_EQ(step.kind, StepKind::Do);
    EXPECT_EQ(step.op, Op::MakeCall);
    EXPECT_EQ(step.line.value, "alice");
    EXPECT_EQ(step.app.value, "crm");
    EXPECT_EQ(step.to.value().value, "1002");
    EXPECT_FALSE(step.to_null);
    ASSERT_EQ(step.as.size(), 1U);
    EXPECT_EQ(step.as[0].value, "a1");
    EXPECT_EQ(step.country_code, 49U);
    EXPECT_EQ(step.raw_handle, 7U);
    EXPECT_TRUE(step.null_pointer);
    EXPECT_TRUE(step.async);
    EXPECT_EQ(step.request.value, "r1");
    EXPECT_EQ(step.within, 10s);
    EXPECT_EQ(step.fails, lines::line_error(lines::LINEERR_INVALPOINTER));
    EXPECT_EQ(step.fails_at, FailsAt::Return);
}

TEST(DoStep, TakesCallParameters) {
    const Step& step = every_step()[0];
    ASSERT_TRUE(step.has_params);
    const lines::CallParams& params = step.params;
    EXPECT_EQ(params.bearer_mode, lines::LINEBEARERMODE_VOICE);
    EXPECT_EQ(params.min_rate, 1U);
    EXPECT_EQ(params.max_rate, 64000U);
    EXPECT_EQ(params.media_mode,
              lines::LINEMEDIAMODE_INTERACTIVEVOICE | lines::LINEMEDIAMODE_DATAMODEM);
    EXPECT_EQ(params.call_param_flags,
              lines::LINECALLPARAMFLAGS_SECURE | lines::LINECALLPARAMFLAGS_BLOCKID);
    EXPECT_EQ(params.address_mode, lines::LINEADDRESSMODE_ADDRESSID);
    EXPECT_EQ(params.address_id, 0U);
    EXPECT_EQ(params.orig_address, "1001");
    EXPECT_EQ(params.called_party, "Bob");
    EXPECT_EQ(params.comment, "about the order");
    EXPECT_EQ(params.displayable_address, "10-02");
    EXPECT_EQ(params.no_answer_timeout, 30U);
    EXPECT_EQ(params.user_user_info, "hello");
    EXPECT_EQ(params.total_size, 176U);
}

TEST(DoStep, TakesWrongNumbersWhereWordsBelong) {
    const Step& step = every_step()[1];
    EXPECT_TRUE(step.to_null);
    EXPECT_FALSE(step.to);
    EXPECT_EQ(step.params.bearer_mode, 3U);
    EXPECT_EQ(step.params.media_mode, 6U);
    EXPECT_EQ(step.params.call_param_flags, 0xFFFF'FFFFU);
    EXPECT_EQ(step.params.address_mode, 9U);
    EXPECT_EQ(step_of(R"({"line":"bob","do":"negotiateApiVersion","version":196608})").version,
              lines::kTapi30);
}

TEST(DoStep, KnowsWhatIsNotSaid) {
    const Step step = step_of(R"({"line":"alice","do":"makeCall","as":"a2"})");
    EXPECT_FALSE(step.to);
    EXPECT_FALSE(step.to_null);
    EXPECT_FALSE(step.has_params);
    EXPECT_FALSE(step.null_pointer);
    EXPECT_FALSE(step.raw_handle || step.raw_bits || step.total_size || step.within ||
                 step.address_id);
    EXPECT_EQ(step.fails, 0);
    EXPECT_EQ(step.fails_at, FailsAt::Anywhere);
    EXPECT_FALSE(step.async);
}

TEST(DoStep, CallsEveryOperation) {
    std::set<Op> seen;
    for (const Step& step : every_step()) {
        if (step.kind == StepKind::Do) seen.insert(step.op);
    }
    EXPECT_EQ(seen.size(), lines::kOpCount);
}

TEST(DoStep, IsWaitedForOnlyWhenItsOperationIsAsynchronous) {
    const std::size_t async = find_word(step_words().fields, "async");
    for (const lines::Operation& operation : lines::operations()) {
        std::size_t rows = 0;
        for (const Shape& shape : shapes()) {
            if (shape.kind != StepKind::Do || shape.variant != static_cast<int>(operation.op))
                continue;
            ++rows;
            EXPECT_EQ(shape.takes.has(async), operation.asynchronous) << operation.word;
        }
        EXPECT_EQ(rows, 1U) << operation.word;
    }
}

TEST(DoStep, TakesTheParametersOfItsOperation) {
    EXPECT_EQ(step_of(R"({"call":"a1","do":"dial","digits":"10"})").digits.value, "10");
    EXPECT_EQ(step_of(R"({"call":"a1","do":"swapHold","with":"a1"})").with.value().value, "a1");
    EXPECT_EQ(step_of(R"({"call":"a1","do":"answer","userUserInfo":"hi"})").user_user_info.value,
              "hi");
    const Step calls = step_of(
        R"({"line":"bob","do":"getNewCalls","addressId":1,"select":"address","as":["n1","n2"]})");
    EXPECT_EQ(calls.address_id, 1U);
    EXPECT_EQ(calls.select, lines::LINECALLSELECT_ADDRESS);
    EXPECT_EQ(calls.as.size(), 2U);
    const Step open = step_of(
        R"({"device":4294967295,"app":"bob","do":"open","privilege":["owner"],"media":"unknown"})");
    EXPECT_EQ(open.device, lines::LINEMAPPER);
    EXPECT_EQ(open.privilege, lines::LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(open.media, lines::LINEMEDIAMODE_UNKNOWN);
    const Step versions =
        step_of(R"({"line":"bob","do":"negotiateApiVersion","lowVersion":"1.4","version":"2.1"})");
    EXPECT_EQ(versions.low_version, lines::kTapi14);
    EXPECT_EQ(versions.version, lines::kTapi21);
    const Step states = step_of(
        R"({"line":"bob","do":"setStatusMessages","lineStates":["ringing","close"],"addressStates":"NUMCALLS"})");
    EXPECT_EQ(states.line_states, lines::LINEDEVSTATE_RINGING | lines::LINEDEVSTATE_CLOSE);
    EXPECT_EQ(states.address_states, lines::LINEADDRESSSTATE_NUMCALLS);
    const Step small =
        step_of(R"({"call":"a1","do":"getCallInfo","totalSize":8,"usedSize":4,"complete":false})");
    EXPECT_EQ(small.total_size, 8U);
    EXPECT_EQ(small.used_size, 4U);
    EXPECT_EQ(small.complete, false);
    EXPECT_EQ(step_of(R"({"call":"a1","do":"setCallPrivilege","rawBits":5})").raw_bits, 5U);
}

TEST(ExpectStep, TakesEveryConditionOfACall) {
    const Step& step = every_step()[4];
    EXPECT_EQ(step.kind, StepKind::Expect);
    EXPECT_EQ(step.awaited, Awaited::CallState);
    EXPECT_EQ(step.state.state, lines::LINECALLSTATE_OFFERING);
    EXPECT_FALSE(step.state.mode);
    const Conditions& c = *step.conditions;
    EXPECT_EQ(c.mark.event, step.mark.event);
    EXPECT_EQ(c.caller_id.value().value, "1001");
    EXPECT_EQ(c.caller_name.value().value, "Alice");
    EXPECT_EQ(c.caller_id_flags, lines::LINECALLPARTYID_NAME | lines::LINECALLPARTYID_ADDRESS);
    EXPECT_EQ(c.called_id.value().value, "1002");
    EXPECT_EQ(c.called_id_flags, lines::LINECALLPARTYID_ADDRESS);
    EXPECT_EQ(c.connected_id.value().value, "1001");
    EXPECT_EQ(c.connected_name.value().value, "Alice");
    EXPECT_EQ(c.connected_id_flags, lines::LINECALLPARTYID_NAME | lines::LINECALLPARTYID_ADDRESS);
    EXPECT_EQ(c.redirecting_id.value().value, "1003");
    EXPECT_EQ(c.redirection_id.value().value, "1004");
    EXPECT_EQ(c.reason, lines::LINECALLREASON_DIRECT);
    EXPECT_EQ(c.origin, lines::LINECALLORIGIN_INTERNAL);
    EXPECT_EQ(c.features, lines::LINECALLFEATURE_ANSWER | lines::LINECALLFEATURE_DROP);
    EXPECT_EQ(c.lacks, lines::LINECALLFEATURE_HOLD);
    EXPECT_EQ(c.owners, 1U);
    EXPECT_EQ(c.monitors, 0U);
    EXPECT_EQ(c.app_name.value().value, "crm");
    EXPECT_EQ(c.called_party.value().value, "Bob");
    EXPECT_EQ(c.comment.value().value, "about the order");
    EXPECT_EQ(c.same_call_id_as.value().value, "a1");
}

TEST(ExpectStep, MakesConditionsOfWordsThatAreParametersElsewhere) {
    const Step& step = every_step()[4];
    EXPECT_EQ(step.conditions->privilege, lines::LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(step.conditions->media, lines::LINEMEDIAMODE_INTERACTIVEVOICE);
    EXPECT_EQ(step.conditions->address_id, 0U);
    EXPECT_EQ(step.conditions->user_user_info.value().value, "hello");
    EXPECT_FALSE(step.privilege || step.media || step.address_id);
    EXPECT_TRUE(step.user_user_info.value.empty());
    const Step ring =
        step_of(R"({"line":"bob","expect":"lineDevState","bits":"ringing","count":2})");
    EXPECT_EQ(ring.conditions->count, 2U);
    EXPECT_EQ(ring.count, 0U);
}

TEST(ExpectStep, ReadsBitsByWhatIsAwaitedWhateverTheOrderOfWords) {
    EXPECT_EQ(
        step_of(R"({"bits":["numCalls"],"line":"bob","expect":"lineDevState"})").conditions->bits,
        lines::LINEDEVSTATE_NUMCALLS);
    EXPECT_EQ(
        step_of(R"({"bits":"numCalls","line":"bob","expect":"addressState"})").conditions->bits,
        lines::LINEADDRESSSTATE_NUMCALLS);
    EXPECT_EQ(step_of(R"({"call":"a1","never":"callInfo","bits":["callerId","calledId"]})")
                  .conditions->bits,
              lines::LINECALLINFOSTATE_CALLERID | lines::LINECALLINFOSTATE_CALLEDID);
}

TEST(ExpectStep, KnowsEveryMessage) {
    const auto awaited = [](const std::string& rest) { return step_of("{" + rest + "}").awaited; };
    EXPECT_EQ(awaited(R"("call":"a1","expect":"callInfo")"), Awaited::CallInfo);
    EXPECT_EQ(awaited(R"("line":"bob","expect":"lineDevState")"), Awaited::LineDevState);
    EXPECT_EQ(awaited(R"("line":"bob","expect":"addressState")"), Awaited::AddressState);
    EXPECT_EQ(awaited(R"("line":"bob","expect":"close")"), Awaited::Close);
    EXPECT_EQ(awaited(R"("line":"bob","expect":"appNewCall")"), Awaited::AppNewCall);
    EXPECT_EQ(every_step()[11].awaited, Awaited::Reply);
    EXPECT_EQ(every_step()[11].fails, lines::line_error(lines::LINEERR_OPERATIONFAILED));
}

TEST(ExpectStep, ReadsStatesAndModesInAnyCase) {
    const Step step = step_of(R"({"call":"a1","expect":"CONNECTED/activeheld"})");
    EXPECT_EQ(step.state.state, lines::LINECALLSTATE_CONNECTED);
    EXPECT_EQ(step.state.mode, lines::LINECONNECTEDMODE_ACTIVEHELD);
    EXPECT_EQ(step_of(R"({"call":"a1","expect":"onholdpendtransfer"})").state.state,
              lines::LINECALLSTATE_ONHOLDPENDTRANSFER);
}

TEST(NeverStep, HoldsToTheEndOrForASpan) {
    const Step& step = every_step()[12];
    EXPECT_EQ(step.kind, StepKind::Never);
    EXPECT_EQ(step.state.mode, lines::LINEDISCONNECTMODE_BUSY);
    EXPECT_EQ(step.span, 1s);
    EXPECT_EQ(step.conditions->reason, lines::LINECALLREASON_DIRECT);
    EXPECT_FALSE(step_of(R"({"call":"a1","never":"idle"})").span);
}

TEST(CheckStep, LooksAtACall) {
    const Conditions c =
        *step_of(
             R"({"call":"a1","check":{"state":"connected/activeHeld","privilege":"owner","features":[],)"
             R"("userUserInfo":"","media":["g3Fax"],"addressId":1}})")
             .conditions;
    EXPECT_EQ(c.state.value().state, lines::LINECALLSTATE_CONNECTED);
    EXPECT_EQ(c.state.value().mode, lines::LINECONNECTEDMODE_ACTIVEHELD);
    EXPECT_EQ(c.privilege, lines::LINECALLPRIVILEGE_OWNER);
    EXPECT_EQ(c.features, 0U);
    EXPECT_EQ(c.user_user_info.value().value, "");
    EXPECT_EQ(c.media, lines::LINEMEDIAMODE_G3FAX);
    EXPECT_EQ(c.address_id, 1U);
}

TEST(DoStep, NamesTheConferenceAndTheCallToTheNextParty) {
    const Step step =
        step_of(R"({"call":"a1","do":"setupConference","conference":"k","as":"a2","parties":3})");
    EXPECT_EQ(step.conference.value().value, "k");
    EXPECT_EQ(step.as.at(0).value, "a2");
    EXPECT_EQ(step.num_parties, 3U);
    const Step nothing = step_of(R"({"line":"bob","do":"setupConference"})");
    EXPECT_FALSE(nothing.conference);
    EXPECT_EQ(nothing.num_parties, 0U);
}

TEST(ExpectStep, TellsAConferenceFromNoneAndFromAny) {
    const auto conference = [](const char* json) { return step_of(json).conference; };
    EXPECT_EQ(conference(R"({"call":"a1","expect":"conferenced","conference":"a1"})")->value, "a1");
    EXPECT_EQ(conference(R"({"call":"a1","expect":"conferenced","conference":null})")->value, "");
    EXPECT_FALSE(conference(R"({"call":"a1","expect":"conferenced"})"));
}

TEST(DoStep, TakesForwardingRules) {
    const Step step = step_of(
        R"({"line":"bob","do":"forward","allAddresses":true,"count":3,"forwards":[)"
        R"({"mode":"busyNaSpecific","caller":"1001","to":"1002","countryCode":49},{"mode":3}]})");
    EXPECT_TRUE(step.all_addresses);
    EXPECT_EQ(step.count, 3U);
    ASSERT_EQ(step.forwards.size(), 2U);
    EXPECT_EQ(step.forwards[0].mode, lines::LINEFORWARDMODE_BUSYNASPECIFIC);
    EXPECT_EQ(step.forwards[0].caller.value, "1001");
    EXPECT_EQ(step.forwards[0].to.value, "1002");
    EXPECT_EQ(step.forwards[0].country_code, 49U);
    EXPECT_EQ(step.forwards[1].mode, 3U);
    EXPECT_EQ(step.forwards[1].to.value, "");
}

TEST(CheckStep, LooksAtForwarding) {
    const Conditions c =
        *step_of(R"({"line":"bob","check":{"forwardModes":[],"forwardTo":"1 2","forwardRings":3}})")
             .conditions;
    EXPECT_EQ(c.forward_modes, 0U);
    EXPECT_EQ(c.forward_to.value().value, "1 2");
    EXPECT_EQ(c.forward_rings, 3U);
}

TEST(CheckStep, LooksAtALine) {
    const Conditions c =
        *step_of(
             R"({"line":"bob","check":{"activeCalls":1,"heldCalls":2,"inUse":3,"addressFeatures":"makeCall",)"
             R"("addressLacks":["pickup"],"lineFeatures":"makeCall","lineLacks":"forward","opens":4,)"
             R"("inService":false,"answerMode":"hold","callStates":["onHold","busy"],"missingCallStates":"conferenced"}})")
             .conditions;
    EXPECT_EQ(c.active_calls, 1U);
    EXPECT_EQ(c.held_calls, 2U);
    EXPECT_EQ(c.in_use, 3U);
    EXPECT_EQ(c.address_features, lines::LINEADDRFEATURE_MAKECALL);
    EXPECT_EQ(c.address_lacks, lines::LINEADDRFEATURE_PICKUP);
    EXPECT_EQ(c.line_features, lines::LINEFEATURE_MAKECALL);
    EXPECT_EQ(c.line_lacks, lines::LINEFEATURE_FORWARD);
    EXPECT_EQ(c.opens, 4U);
    EXPECT_EQ(c.in_service, false);
    EXPECT_EQ(c.answer_mode, lines::LINEANSWERMODE_HOLD);
    EXPECT_EQ(c.call_states, lines::LINECALLSTATE_ONHOLD | lines::LINECALLSTATE_BUSY);
    EXPECT_EQ(c.missing_call_states, lines::LINECALLSTATE_CONFERENCED);
}

TEST(DoStep, TakesFlagsOfALine) {
    const Step step = step_of(R"({"line":"bob","do":"setLineDevStatus","enable":false,)"
                              R"("statusFlags":["msgWait","locked"]})");
    EXPECT_EQ(step.status_flags,
              lines::LINEDEVSTATUSFLAGS_MSGWAIT | lines::LINEDEVSTATUSFLAGS_LOCKED);
    EXPECT_FALSE(step.enable);
}

TEST(DoStep, TakesTerminalsAndWhatGoesThere) {
    const Step step = step_of(R"({"line":"bob","do":"setTerminal","terminal":2,"enable":false,)"
                              R"("terminalModes":["ringer","mediaFromLine"]})");
    EXPECT_EQ(step.terminal, 2U);
    EXPECT_EQ(step.terminal_modes, lines::LINETERMMODE_RINGER | lines::LINETERMMODE_MEDIAFROMLINE);
    EXPECT_FALSE(step.enable);
    const Conditions c =
        *step_of(R"({"line":"bob","check":{"terminals":3,"terminal":1,"terminalModes":"lamps",)"
                 R"("terminalDevice":"headset","terminalTakes":["mediaBidirect"]}})")
             .conditions;
    EXPECT_EQ(c.terminals, 3U);
    EXPECT_EQ(c.terminal, 1U);
    EXPECT_EQ(c.terminal_modes, lines::LINETERMMODE_LAMPS);
    EXPECT_EQ(c.terminal_device, lines::LINETERMDEV_HEADSET);
    EXPECT_EQ(c.terminal_takes, lines::LINETERMMODE_MEDIABIDIRECT);
}

TEST(CheckStep, LooksAtAPartyOutside) {
    for (const char* state : {"idle", "calling", "ringing", "hearsRinging", "hearsBusy",
                              "hearsInformation", "talking", "held", "cleared"}) {
        const Step step =
            step_of(R"({"outside":"carol","check":{"is":")" + std::string{state} + "\"}}");
        EXPECT_EQ(step.conditions->is.value().value, state);
        EXPECT_EQ(step.outside.value, "carol");
    }
}

TEST(OtherSteps, AreReadByKind) {
    EXPECT_EQ(step_of(R"({"wait":"1.5s"})").wait, 1500ms);
    const Step any =
        step_of(R"({"anyOrder":[{"call":"a1","expect":"idle"},{"call":"a1","expect":"busy"}]})");
    EXPECT_EQ(any.kind, StepKind::AnyOrder);
    ASSERT_EQ(any.steps.size(), 2U);
    EXPECT_EQ(any.steps[1].state.state, lines::LINECALLSTATE_BUSY);
    const Step repeat =
        step_of(R"({"repeat":3,"steps":[{"wait":"1ms"},{"repeat":1000000,"steps":[]}]})");
    EXPECT_EQ(repeat.kind, StepKind::Repeat);
    EXPECT_EQ(repeat.repeat, 3U);
    ASSERT_EQ(repeat.steps.size(), 2U);
    EXPECT_EQ(repeat.steps[1].repeat, 1'000'000U);
}

TEST(DoStep, TakesWhatACallBearsAndWhatAnOperationGives) {
    const auto step = [](const std::string& rest) { return step_of("{\"do\":" + rest + "}"); };
    EXPECT_EQ(step(R"("setAppSpecific","call":"a1","appSpecific":7)").app_specific, 7U);
    EXPECT_EQ(step(R"("setMediaMode","call":"a1","media":"g3Fax")").media,
              lines::LINEMEDIAMODE_G3FAX);
    EXPECT_EQ(step(R"("setNumRings","line":"bob","count":3)").count, 3U);
    EXPECT_EQ(step(R"("getNumRings","line":"bob","brings":3)").brings, 3U);
    EXPECT_EQ(step(R"("getAddressId","line":"bob","address":"1002")").address.value, "1002");
    EXPECT_EQ(step(R"("getId","line":"bob","deviceClass":"wave/in")").device_class.value,
              "wave/in");
    const Step info = step_of(R"({"call":"a1","expect":"callInfo","appSpecific":7})");
    EXPECT_EQ(info.conditions->app_specific, 7U);
    EXPECT_FALSE(info.app_specific);
    const Step check = step_of(R"({"call":"a1","check":{"appSpecific":8,"flags":"secure"}})");
    EXPECT_EQ(check.conditions->app_specific, 8U);
    EXPECT_EQ(check.conditions->flags, lines::LINECALLPARAMFLAGS_SECURE);
}

TEST(DoStep, TakesDigitsTonesAndMedia) {
    const auto step = [](const std::string& rest) {
        return step_of("{\"call\":\"a1\",\"do\":" + rest + "}");
    };
    const Step played =
        step(R"("generateDigits","digits":"12","digitModes":"pulse","duration":"1s")");
    EXPECT_EQ(played.digits.value, "12");
    EXPECT_EQ(played.digit_modes, lines::LINEDIGITMODE_PULSE);
    EXPECT_EQ(played.duration, 1s);
    const Step gathered = step(
        R"("gatherDigits","numDigits":4,"termination":"#","firstTimeout":"5s","interTimeout":"2s")");
    EXPECT_EQ(gathered.num_digits, 4U);
    EXPECT_EQ(gathered.termination.value, "#");
    EXPECT_EQ(gathered.first_timeout, 5s);
    EXPECT_EQ(gathered.inter_timeout, 2s);
    const Step tone = step(R"("generateTone","toneMode":"custom","frequencies":[440,480])");
    EXPECT_EQ(tone.tone_mode, lines::LINETONEMODE_CUSTOM);
    EXPECT_EQ(tone.frequencies, (std::vector<std::uint32_t>{440, 480}));
    const Step tones = step(
        R"("monitorTones","tones":[{"frequencies":[1100],"duration":"1s","appSpecific":3},{}])");
    ASSERT_EQ(tones.tones.size(), 2U);
    EXPECT_EQ(tones.tones[0].frequencies, std::vector<std::uint32_t>{1100});
    EXPECT_EQ(tones.tones[0].duration, 1s);
    EXPECT_EQ(tones.tones[0].app_specific, 3U);
    EXPECT_TRUE(tones.tones[1].frequencies.empty());
    const Step heard = step_of(
        R"({"call":"a1","expect":"gatherDigits","digits":"12","bits":["termDigit","bufferFull"]})");
    EXPECT_EQ(heard.awaited, Awaited::GatherDigits);
    EXPECT_EQ(heard.conditions->digits.value().value, "12");
    EXPECT_EQ(heard.conditions->bits,
              lines::LINEGATHERTERM_TERMDIGIT | lines::LINEGATHERTERM_BUFFERFULL);
    const Step outside = step_of(R"({"inject":"tone","outside":"carol","frequencies":[1100]})");
    EXPECT_EQ(outside.injection, Injection::Tone);
}

TEST(OtherSteps, ActByHand) {
    const auto act = [](const std::string& rest) {
        return step_of(R"({"line":"alice","phone":)" + rest + "}");
    };
    EXPECT_EQ(act(R"("lift","addressId":0)").phone, PhoneAct::Lift);
    EXPECT_EQ(act(R"("lift","addressId":1)").address_id, 1U);
    EXPECT_EQ(act(R"("dial","digits":"1002#")").phone, PhoneAct::Dial);
    EXPECT_EQ(act(R"("dial","digits":"1002#")").digits.value, "1002#");
    EXPECT_EQ(act(R"("answer")").phone, PhoneAct::Answer);
    EXPECT_EQ(act(R"("flash")").phone, PhoneAct::Flash);
    EXPECT_EQ(act(R"("hangUp")").phone, PhoneAct::HangUp);
    EXPECT_EQ(act(R"("forward","count":2)").phone, PhoneAct::Forward);
    EXPECT_EQ(act(R"("park")").phone, PhoneAct::Park);
    EXPECT_EQ(act(R"("unpark","digits":"701")").phone, PhoneAct::Unpark);
    EXPECT_EQ(act(R"("confer")").phone, PhoneAct::Confer);
    EXPECT_EQ(act(R"("complete","completionMode":"campOn")").phone, PhoneAct::Complete);
    EXPECT_EQ(act(R"("uncomplete")").phone, PhoneAct::Uncomplete);
    EXPECT_EQ(act(R"("pickup","digits":"1002")").phone, PhoneAct::Pickup);
    EXPECT_EQ(act(R"("consult")").phone, PhoneAct::Consult);
    EXPECT_EQ(act(R"("transfer")").phone, PhoneAct::Transfer);
}

TEST(OtherSteps, ActFromOutside) {
    const auto inject = [](const std::string& rest) {
        return step_of("{\"inject\":" + rest + "}");
    };
    EXPECT_EQ(inject(R"("calls","outside":"carol","to":"1001")").injection, Injection::Calls);
    EXPECT_EQ(inject(R"("calls","outside":"carol","to":"1001")").to.value().value, "1001");
    EXPECT_EQ(inject(R"("answers","outside":"carol")").injection, Injection::Answers);
    EXPECT_EQ(inject(R"("rejects","outside":"carol")").injection, Injection::Rejects);
    EXPECT_EQ(inject(R"("hangsUp","outside":"carol")").injection, Injection::HangsUp);
    EXPECT_EQ(inject(R"("outOfService","line":"bob")").injection, Injection::OutOfService);
    EXPECT_EQ(inject(R"("inService","line":"bob")").injection, Injection::InService);
    EXPECT_EQ(inject(R"("trunks","count":2)").injection, Injection::Trunks);
    EXPECT_EQ(inject(R"("trunks","count":2)").count, 2U);
    const pbx::OutsideScript script =
        inject(
            R"("script","outside":"carol","does":"rejects","after":{"least":"1s","most":"2s"},"clearsAfter":"3s","givesUpAfter":"4s")")
            .script;
    EXPECT_EQ(script.does, pbx::OutsideScript::Does::Rejects);
    EXPECT_EQ(script.after_least, 1s);
    EXPECT_EQ(script.after_most, 2s);
    EXPECT_EQ(script.clears_after, 3s);
    EXPECT_EQ(script.gives_up_after, 4s);
}

TEST(EveryStep, IsMarkedWithItsOpeningBrace) {
    const std::string json = file_text(reader_tests() / "good/every_step.json");
    for (std::size_t i = 0; i < every_step().size(); ++i) {
        const Place place = place_of(json, every_step()[i].mark);
        EXPECT_EQ(place.pointer, "/steps/" + std::to_string(i));
        EXPECT_EQ(place.column, 5U);
    }
}

}  // namespace

}  // namespace pbxlab::harness
