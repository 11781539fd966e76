// Reading of what happens to lines while applications run.
#include <algorithm>

#include <gtest/gtest.h>

#include "harness/provider_keys.h"
#include "harness/scenario_words.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

TEST(LineLifeStep, KnowsEveryInjection) {
    const std::pair<const char*, Injection> rows[] = {
        {"create", Injection::Create},         {"remove", Injection::Remove},
        {"close", Injection::Close},           {"disconnect", Injection::Disconnect},
        {"connect", Injection::Connect},       {"msgWaitOn", Injection::MsgWaitOn},
        {"msgWaitOff", Injection::MsgWaitOff},
    };
    for (const auto& [word, injection] : rows) {
        const Step step = step_of(R"({"line":"bob","inject":")" + std::string{word} + "\"}");
        EXPECT_EQ(step.injection, injection) << word;
        EXPECT_EQ(step.line.value, "bob");
    }
    EXPECT_EQ(step_of(R"({"inject":"reinit"})").injection, Injection::Reinit);
}

TEST(LineLifeStep, ConcernsOneAddressWhereItSaysSo) {
    EXPECT_EQ(step_of(R"({"line":"bob","inject":"outOfService","addressId":1})").address_id, 1U);
    EXPECT_FALSE(step_of(R"({"line":"bob","inject":"outOfService"})").address_id);
}

TEST(LineLifeStep, SaysWhatTheLineOffersFromNowOn) {
    const Step step =
        step_of(R"({"line":"bob","inject":"capsChange","provider":{"dial_billing":false}})");
    ProviderBehaviour behaviour;
    apply(step.provider, behaviour);
    EXPECT_FALSE(behaviour.profile.dial_billing);
}

// Every key of a line, and none of the exchange, which does not change with what a line offers.
TEST(LineLifeStep, ChangesNothingOfTheExchange) {
    const pbx::Policy usual;
    std::size_t of_lines = 0;
    for (const Field& field : offer_words().fields) {
        const auto keys = provider_keys();
        const auto key = std::ranges::find(keys, field.name, &ProviderKey::name);
        ASSERT_NE(key, keys.end()) << field.name;
        EXPECT_FALSE(key->of_exchange) << field.name;
        ++of_lines;
        Settings settings;
        field.put(&settings,
                  {.number = key->most,
                   .word = static_cast<std::uint16_t>(&field - offer_words().fields.data())});
        ASSERT_EQ(settings.size(), 1U);
        EXPECT_EQ(provider_keys()[settings[0].key].name, field.name);
        ProviderBehaviour behaviour;
        harness::apply(settings, behaviour);
        EXPECT_EQ(behaviour.policy, usual) << field.name;
    }
    const auto exchange =
        static_cast<std::size_t>(std::ranges::count_if(provider_keys(), &ProviderKey::of_exchange));
    EXPECT_EQ(of_lines + exchange, provider_keys().size());
    EXPECT_GT(exchange, 50U);
}

TEST(LineLifeStep, AwaitsWhatBelongsToNoLine) {
    EXPECT_EQ(step_of(R"({"line":"bob","app":"alice","expect":"create"})").awaited,
              Awaited::Create);
    EXPECT_EQ(step_of(R"({"line":"bob","expect":"remove"})").awaited, Awaited::Remove);
    const Step reinit = step_of(R"({"app":"alice","expect":"reinit","bits":"capsChange"})");
    EXPECT_EQ(reinit.awaited, Awaited::Reinit);
    EXPECT_EQ(reinit.conditions->bits, lines::LINEDEVSTATE_CAPSCHANGE);
}

TEST(AbsentLine, IsSaidOfTheLine) {
    const Scenario scenario = parse(R"({"name":"x","switch":{"lines":{"a":{"address":"1"},)"
                                    R"("b":{"address":"2","absent":true}}},"steps":[]})")
                                  .value();
    EXPECT_FALSE(scenario.exchange.lines.at("a").absent);
    EXPECT_TRUE(scenario.exchange.lines.at("b").absent);
}

}  // namespace

}  // namespace pbxlab::harness
