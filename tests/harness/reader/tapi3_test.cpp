// Reading of the steps and applications of TAPI 3, from good/tapi3.json and single steps.
#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/event_words.h"
#include "harness/method_results.h"
#include "harness/scenario_words.h"
#include "harness/words.h"
#include "lines/tapi3/method.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::Method;
using testing::HasSubstr;

const Scenario& all() {
    static const Scenario kScenario =
        read_scenario(reader_tests() / "good/tapi3.json", reader_tests()).value();
    return kScenario;
}

const Step& step_with(Method method) {
    return *std::ranges::find(all().steps, method, &Step::method);
}

TEST(MethodStep, CallsEveryMethod) {
    std::set<Method> seen;
    for (const Step& step : all().steps) {
        if (step.method) seen.insert(*step.method);
    }
    EXPECT_EQ(seen.size(), lines::tapi3::kMethodCount);
}

TEST(MethodStep, IsWaitedForWhereItsMethodMayHaveToWait) {
    const std::size_t async = find_word(step_words().fields, "async");
    for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) {
        const int variant = variant_of(Step{.method = row.method}, StepKind::Do);
        for (const Shape& shape : shapes()) {
            if (shape.kind != StepKind::Do || shape.variant != variant || !row.waits) continue;
            EXPECT_TRUE(shape.takes.has(async)) << row.name;
        }
    }
}

TEST(MethodStep, OfOneNameIsThatOfWhomItConcerns) {
    const auto method = [](std::string_view name, std::string_view who) {
        Step step = {.method = Method::PutEventFilter};
        if (name == "get_State") step.method = Method::GetState;
        if (who == "call") step.call.value = "a1";
        if (who == "line") step.line.value = "alice";
        choose_namesake(step);
        return step.method;
    };
    EXPECT_EQ(method("put_EventFilter", "app"), Method::PutEventFilter);
    EXPECT_EQ(method("put_EventFilter", "line"), Method::PutAddressEventFilter);
    EXPECT_EQ(method("put_EventFilter", "call"), Method::PutCallEventFilter);
    EXPECT_EQ(method("get_State", "line"), Method::GetState);
    EXPECT_EQ(method("get_State", "call"), Method::GetHubState);
}

TEST(MethodStep, TakesTheArgumentsOfItsMethod) {
    const Step& create = step_with(Method::CreateCall);
    EXPECT_EQ(create.tapi3.address_type, lines::LINEADDRESSTYPE_PHONENUMBER);
    EXPECT_EQ(create.tapi3.media, lines::TAPIMEDIATYPE_AUDIO);
    EXPECT_EQ(create.media, std::nullopt);
    const Step& connect = step_with(Method::Connect);
    EXPECT_EQ(connect.tapi3.sync, true);
    EXPECT_EQ(connect.fails, lines::line_error(lines::TAPI_E_TIMEOUT));
    EXPECT_EQ(step_with(Method::Disconnect).tapi3.code, lines::DC_REJECTED);
    EXPECT_EQ(step_with(Method::Hold).tapi3.hold, true);
    EXPECT_EQ(step_with(Method::Finish).tapi3.finish_mode, lines::FM_ASCONFERENCE);
    EXPECT_EQ(step_with(Method::Finish).transfer_mode, std::nullopt);
    EXPECT_EQ(step_with(Method::GenerateTone).tapi3.tone_mode, lines::TTM_BEEP);
    EXPECT_EQ(step_with(Method::SetQOS).tapi3.level, lines::QSL_NEEDED);
    const Step& filter = step_with(Method::PutAddressEventFilter);
    EXPECT_EQ(filter.tapi3.event, lines::TE_ADDRESS);
    EXPECT_EQ(filter.tapi3.sub_event, lines::AE_RINGING);
    EXPECT_FALSE(filter.enable);
    EXPECT_EQ(step_with(Method::PutEventFilter).tapi3.events,
              lines::TE_CALLSTATE | lines::TE_CALLHUB);
    EXPECT_EQ(step_with(Method::Initialize).fails, 1);
}

TEST(MethodStep, KnowsItemsByTheirNamesAndNumbers) {
    const Step& reason = step_with(Method::GetCallInfoLong);
    EXPECT_EQ(reason.tapi3.item.value().value, lines::CIL_REASON);
    EXPECT_EQ(item_text(*reason.tapi3.item), "CIL_REASON");
    EXPECT_EQ(plain_text(*reason.tapi3.is), "LINECALLREASON_DIRECT");
    EXPECT_EQ(find_constant("LINECALLREASON_DIRECT"), lines::LINECALLREASON_DIRECT);
    EXPECT_EQ(find_constant("CHS_IDLE"), lines::CHS_IDLE);
    EXPECT_EQ(find_constant("CHS_IDLER"), std::nullopt);
}

// The last step of a scenario of TAPI 3 in which there is a call "a".
Step event_step(const std::string& step) {
    return parse_scenario(
               R"({"name":"x","api":"tapi3","switch":{"lines":{"bob":{"address":"1"}}},"steps":[)"
               R"({"line":"bob","do":"CreateCall","as":"a"},)" +
                   step + "]}",
               "x.json", "/nowhere")
        .value()
        .steps.back();
}

TEST(EventStep, WaitsForWhatTheConstantSays) {
    const Step offering = event_step(R"({"line":"bob","expect":"CS_OFFERING","as":"b1"})");
    EXPECT_EQ(offering.awaited, Awaited::StateEvent);
    EXPECT_EQ(offering.state.event, lines::TE_CALLSTATE);
    EXPECT_EQ(offering.state.state, lines::CS_OFFERING);
    EXPECT_EQ(step_of(R"({"line":"bob","expect":"offering"})").awaited, Awaited::CallState);
    const Step busy =
        event_step(R"({"call":"a","expect":"CS_DISCONNECTED","cause":"CEC_DISCONNECT_BUSY"})");
    EXPECT_EQ(busy.state.mode, lines::CEC_DISCONNECT_BUSY);
    EXPECT_EQ(state_text(busy.state), "CS_DISCONNECTED/CEC_DISCONNECT_BUSY");
    EXPECT_EQ(event_step(R"({"app":"bob","never":"CHE_CALLHUBNEW"})").awaited, Awaited::HubEvent);
    const Step digits =
        event_step(R"({"call":"a","expect":"TE_GATHERDIGITS","bits":"TGT_CANCEL"})");
    EXPECT_EQ(digits.conditions->bits, lines::TGT_CANCEL);
}

TEST(EventStep, EveryKindOfEventHasWords) {
    for (const EventKind& kind : event_kinds()) {
        EXPECT_EQ(awaited_of(kind.event), kind.awaited);
        EXPECT_FALSE(words_of(kind).empty()) << kind.event;
        EXPECT_TRUE(is_event(kind.awaited));
    }
    EXPECT_EQ(awaited_of(lines::TE_AGENT), Awaited::CallState);
}

TEST(Tapi3Application, IsToldApartFromOthers) {
    const Scenario& scenario = all();
    EXPECT_EQ(scenario.applications.at("old").api, Api::Tapi2);
    const AppWords& app = scenario.applications.at("new");
    EXPECT_EQ(app.api, Api::Tapi3);
    EXPECT_EQ(app.events, lines::TE_CALLSTATE | lines::TE_CALLNOTIFICATION);
    EXPECT_EQ(app.opens.at(1).media_types, lines::TAPIMEDIATYPE_AUDIO);
    EXPECT_EQ(app.opens.at(1).media.value_or(0), 0U);
    EXPECT_EQ(app.opens.at(0).media, std::nullopt);
    EXPECT_EQ(scenario.applications.at("all").opens.at(0).media, lines::LINEMEDIAMODE_DATAMODEM);
    ASSERT_EQ(scenario.faces.size(), 1U);
    EXPECT_EQ(scenario.faces[0].tapi2.value, "a1");
    EXPECT_EQ(scenario.faces[0].tapi3.value, "b3");
}

}  // namespace

}  // namespace pbxlab::harness
