#include "harness/provider_keys.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "harness/scenario_words_tapi.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

using namespace std::chrono_literals;

using Type = ProviderKey::Type;

const ProviderKey& key(std::string_view name) {
    for (const ProviderKey& each : provider_keys()) {
        if (each.name == name) return each;
    }
    throw std::runtime_error("no such key");
}

// Values that a key can be set to: all words of a choice, both flags, both ends of a range.
std::vector<std::int64_t> values_of(const ProviderKey& each) {
    std::vector<std::int64_t> values;
    switch (each.type) {
        case Type::Flag: return {0, 1};
        case Type::Choice:
            for (std::size_t i = 0; i < each.choices.size(); ++i)
                values.push_back(static_cast<std::int64_t>(i));
            return values;
        case Type::Bits:
            for (const lines::TapiName& name : lines::tapi_group(each.group)) {
                if (each.most == 0 || (each.most & name.value) != 0) values.push_back(name.value);
            }
            return values;
        case Type::Number:
        case Type::Time: break;
    }
    return {each.least, each.least + 1, each.most};
}

bool same(const ProviderBehaviour& a, const ProviderBehaviour& b) {
    return a.policy == b.policy && a.profile == b.profile;
}

TEST(ProviderKeys, AreSortedByName) {
    const auto keys = provider_keys();
    for (std::size_t i = 1; i < keys.size(); ++i) EXPECT_LT(keys[i - 1].name, keys[i].name);
}

TEST(ProviderKeys, GiveBackWhatWasSet) {
    for (const ProviderKey& each : provider_keys()) {
        for (const std::int64_t value : values_of(each)) {
            ProviderBehaviour behaviour;
            each.set(behaviour, value);
            EXPECT_EQ(each.get(behaviour), value) << each.name;
        }
    }
}

TEST(ProviderKeys, HaveTheStructsDefaults) {
    for (const ProviderKey& each : provider_keys()) {
        ProviderBehaviour behaviour;
        const std::int64_t value = each.get(behaviour);
        each.set(behaviour, value);
        EXPECT_TRUE(same(behaviour, {})) << each.name;
        if (each.type == Type::Number || each.type == Type::Time) {
            EXPECT_GE(value, each.least) << each.name;
            EXPECT_LE(value, each.most) << each.name;
        }
    }
}

Setting drawn(std::string_view name, std::string_view json) {
    const auto scenario = parse(fmt::format(R"({{"name": "x", "provider": {{"{}": {}}},
            "switch": {{"lines": {{"a": {{"address": "1"}}}}}}, "steps": [{{"wait": "1s"}}]}})",
                                            name, json));
    return scenario.value().provider.settings.front();
}

TEST(ProviderKeys, TimesCanBeDrawn) {
    ProviderBehaviour behaviour;
    apply({drawn("answer_time", R"({"least": "150ms", "most": "400ms"})")}, behaviour);
    EXPECT_EQ(behaviour.policy.answer_time, (pbx::Delay{150ms, 400ms}));
    apply({drawn("answer_time", R"({"mean": "200ms", "most": "2s"})")}, behaviour);
    EXPECT_EQ(behaviour.policy.answer_time, (pbx::Delay{1us, 2s, 200ms}));
    apply({drawn("answer_time", R"({"mean": "200ms"})")}, behaviour);
    EXPECT_EQ(behaviour.policy.answer_time, (pbx::Delay{1us, 4s, 200ms}));
    apply({drawn("answer_time", R"({"least": "1s", "most": "1s"})")}, behaviour);
    EXPECT_EQ(behaviour.policy.answer_time, pbx::Delay{1s});
    const Setting setting = drawn("answer_time", R"({"least": "150ms", "most": "400ms"})");
    EXPECT_EQ(value_text(key("answer_time"), setting), "150 ms to 400 ms");
}

// Two keys say the same thing in two ways only when one withholds what the other offers.
bool are_one_thing(std::string_view a, std::string_view b) {
    return "withheld_" + std::string{a} == b || "withheld_" + std::string{b} == a;
}

TEST(ProviderKeys, EachSetOneThing) {
    for (const ProviderKey& each : provider_keys()) {
        bool changes = false;
        for (const std::int64_t value : values_of(each)) {
            ProviderBehaviour behaviour;
            each.set(behaviour, value);
            changes = changes || !same(behaviour, {});
            for (const ProviderKey& other : provider_keys()) {
                if (other.name == each.name || are_one_thing(each.name, other.name)) continue;
                EXPECT_EQ(other.get(behaviour), other.get({}))
                    << each.name << " changes " << other.name;
            }
        }
        EXPECT_TRUE(changes) << each.name;
    }
}

// How many members a struct can be initialized with.
struct Anything {
    template <class T>
    operator T() const;  // NOLINT(google-explicit-constructor): it stands for any value
};
template <class Struct, class... Member>
constexpr std::size_t fields() {
    if constexpr (requires { Struct{Member{}..., Anything{}}; }) {
        return fields<Struct, Member..., Anything>();
    } else {
        return sizeof...(Member);
    }
}

TEST(ProviderKeys, CoverEveryFieldOfPolicyAndProfile) {
    // bad_number_style and transfer_idle_order set a field of each struct; three keys withhold what
    // three others offer.
    // And what TAPI 3 shows is one field of the profile.
    EXPECT_EQ(provider_keys().size(), fields<pbx::Policy>() + fields<lines::Profile>() - 2 + 3 +
                                          fields<lines::Tapi3Habits>() - 1);
}

TEST(ProviderKeys, OfDelaysAreNeverZero) {
    for (const ProviderKey& each : provider_keys()) {
        if (each.type == Type::Time && each.get({}) > 0 && each.name.ends_with("_time") &&
            each.name != "max_call_time") {
            EXPECT_EQ(each.least, 1) << each.name;
        }
    }
    EXPECT_EQ(key("ring_cycle").least, 1);
    EXPECT_EQ(key("dial_tone_delay").least, 1);
    EXPECT_EQ(key("caller_id_delay").least, 0);
}

TEST(ProviderKeys, OfBadNumbersSetTheLineOrTheExchange) {
    ProviderBehaviour behaviour;
    key("bad_number_style").set(behaviour, 1);
    EXPECT_EQ(behaviour.profile.bad_number, lines::BadNumber::FailCall);
    EXPECT_EQ(behaviour.policy.on_bad_number, pbx::Treatment::Intercept);
    key("bad_number_style").set(behaviour, 2);
    EXPECT_EQ(behaviour.profile.bad_number, lines::BadNumber::RefuseAtReturn);
    key("bad_number_style").set(behaviour, 0);
    EXPECT_TRUE(same(behaviour, {}));
}

// reference: tapi2-operations, Appendix A
TEST(ProviderWords, AreThoseOfTheReference) {
    const auto set = [](const std::string& words) {
        const Result<Scenario> scenario =
            parse(R"({"name":"x","provider":{)" + words + R"(},"switch":{},"steps":[]})");
        ProviderBehaviour behaviour;
        if (!scenario) throw std::runtime_error(scenario.error().text());
        apply(scenario->provider.settings, behaviour);
        return behaviour;
    };
    EXPECT_EQ(set(R"("error_delivery":"reply")").profile.error_delivery,
              lines::ErrorDelivery::Reply);
    EXPECT_EQ(set(R"("reply_point":"request-issued")").profile.reply_point,
              lines::ReplyPoint::RequestIssued);
    EXPECT_EQ(set(R"("reply_vs_state_order":"state-first")").profile.reply_order,
              lines::ReplyOrder::StateFirst);
    EXPECT_EQ(set(R"("abandon_style":"idle")").profile.abandon_style, lines::AbandonStyle::Idle);
    EXPECT_EQ(set(R"("losing_station_style":"idle")").profile.losing_style,
              lines::LosingStyle::Idle);
    EXPECT_EQ(set(R"("unowned_incoming":"drop")").profile.unowned_incoming, lines::Unowned::Drop);
    EXPECT_TRUE(set(R"("dial_states":"any")").profile.dial_anywhere);
    EXPECT_EQ(set(R"("highest_api":"2.0")").profile.highest_api, lines::kTapi20);
    EXPECT_EQ(set(R"("failed_call_style":"busy-then-disconnected")").policy.on_busy,
              pbx::Treatment::ToneThenClear);
    EXPECT_EQ(set(R"("failed_call_style":"disconnected")").policy.on_busy, pbx::Treatment::Clear);
    EXPECT_EQ(set(R"("trunk_busy_style":"special-info")").policy.on_trunks_busy,
              pbx::Treatment::Intercept);
    EXPECT_EQ(set(R"("answer_mode":"none")").policy.on_answer, pbx::OnAnswer::LeaveActive);
    EXPECT_EQ(set(R"("answer_mode":"drop")").policy.on_answer, pbx::OnAnswer::DropActive);
    EXPECT_EQ(set(R"("unhold_with_active":"refuse")").policy.on_retrieve, pbx::OnRetrieve::Refuse);
    EXPECT_EQ(set(R"("reject_result":"busy")").policy.on_reject, pbx::OnReject::BusyCaller);
    EXPECT_EQ(set(R"("reject_result":"forward-on-busy")").policy.on_reject,
              pbx::OnReject::ForwardBusy);
    EXPECT_TRUE(set(R"("forward_consult":true)").profile.forward_consult);
    EXPECT_TRUE(set(R"("transfer_new_handle_at_target":true)").policy.transfer_renews_target);
    EXPECT_EQ(set(R"("oos_calls":"unknown")").policy.on_service_loss,
              pbx::OnServiceLoss::LoseSight);
    EXPECT_EQ(set(R"("self_call":"refuse")").policy.self_call, pbx::SelfCall::Refuse);
    EXPECT_EQ(set(R"("forward_loop_style":"disconnect")").policy.on_forward_loop,
              pbx::OnForwardLoop::Disconnect);
    EXPECT_FALSE(set(R"("forward_busy_vs_callwait":"wait-first")").policy.forwards_before_waiting);
    EXPECT_EQ(set(R"("forward_chain_max":2)").policy.most_diversions, 2U);
    EXPECT_FALSE(set(R"("forward_external_notice":false)").profile.forward_external_notice);
    EXPECT_EQ(set(R"("busy_auto_clear":"10s")").policy.tone_limit, pbx::Duration{10'000'000});
    EXPECT_EQ(set(R"("outbound_states":[])").profile.outbound_states, 0U);
    EXPECT_EQ(set(R"("outbound_states":["DIALTONE","proceeding"])").profile.outbound_states,
              lines::LINECALLSTATE_DIALTONE | lines::LINECALLSTATE_PROCEEDING);
    EXPECT_EQ(set(R"("withheld_call_features":["hold","swapHold"])").profile.call_features,
              ~(lines::LINECALLFEATURE_HOLD | lines::LINECALLFEATURE_SWAPHOLD));
}

TEST(TapiWords, AreTheGroupsWordsInMixedCase) {
    for (const char* group :
         {"LINECALLSTATE", "LINECALLREASON", "LINECALLINFOSTATE", "LINEDEVSTATE", "LINECALLFEATURE",
          "LINEADDRFEATURE", "LINEMEDIAMODE", "LINEDISCONNECTMODE"}) {
        const auto words = tapi_words(harness::Type{.group = group});
        const auto names = lines::tapi_group(group);
        ASSERT_EQ(words.size(), names.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            EXPECT_TRUE(same_word(words[i].word, names[i].word)) << words[i].word;
            EXPECT_EQ(words[i].value, names[i].value);
        }
    }
}

TEST(TapiWords, ForStatesAreThoseOfTheLanguage) {
    std::string states;
    for (const Choice& choice : state_words()) {
        if (choice.word.find('/') == std::string_view::npos)
            states += std::string{choice.word} + ' ';
    }
    EXPECT_EQ(states,
              "idle offering accepted dialtone dialing ringback busy specialInfo connected "
              "proceeding onHold conferenced "
              "onHoldPendConf onHoldPendTransfer disconnected unknown ");
}

}  // namespace

}  // namespace pbxlab::harness
