// ITAddress with its capabilities, media types, forwarding and address translation.
#include <fmt/format.h>

#include "harness/dialing_words.h"
#include "harness/verbs/methods.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

using lines::tapi3::ForwardInformation;
using lines::tapi3::Method;
using lines::tapi3::Returned;
namespace tapi3 = lines::tapi3;

template <class List>
std::uint32_t size_of(const List& list) {
    return static_cast<std::uint32_t>(list.size());
}

template <tapi3::HResult (tapi3::Address::*Get)(std::string*)>
Returned get_text(MethodAsk& ask) {
    return (ask.address->*Get)(ask.out(ask.text));
}
template <tapi3::HResult (tapi3::Address::*Get)(tapi3::VariantBool*)>
Returned get_flag(MethodAsk& ask) {
    return (ask.address->*Get)(ask.out(ask.flag));
}

Returned get_state(MethodAsk& ask) { return ask.address->get_State(ask.out(ask.number)); }

Returned create_call(MethodAsk& ask) {
    return ask.address->CreateCall(
        ask.to(), ask.words().address_type.value_or(lines::LINEADDRESSTYPE_PHONENUMBER),
        ask.media(), ask.out(ask.created));
}
void keep_call(MethodAsk& ask) {
    const std::uint32_t call = ask.run.record(ask.seat_index, *ask.created);
    if (!ask.step.as.empty()) ask.run.log.name(call, ask.step.as.front().value);
}

Returned enumerate_calls(MethodAsk& ask) {
    const tapi3::HResult result = ask.address->EnumerateCalls(ask.out(ask.calls));
    ask.count = size_of(ask.calls);
    return result;
}

// --- forwarding and the lamp

Returned create_forward_info(MethodAsk& ask) {
    return ask.address->CreateForwardInfoObject(ask.out(ask.forwarding));
}

Returned forward(MethodAsk& ask) {
    const Step& step = ask.step;
    if (step.forwards.empty()) return ask.address->Forward(nullptr, ask.other);
    ForwardInformation rules;
    (void)rules.put_NumRingsNoAnswer(step.count);
    for (const ForwardWords& each : step.forwards) {
        const tapi3::HResult result =
            rules.SetForwardType(each.mode, each.to.value.c_str(), each.caller.value.c_str());
        if (result != 0) return result;
    }
    return ask.address->Forward(&rules, ask.other);
}

Returned current_forward_info(MethodAsk& ask) {
    return ask.address->get_CurrentForwardInfo(ask.out(ask.forwarding));
}

std::string rule_text(std::uint32_t mode, const std::string& to, const std::string& caller) {
    const std::string from = caller.empty() ? "" : " from " + caller;
    return fmt::format("{}{} to {}", bits_text("LINEFORWARDMODE", mode), from,
                       to.empty() ? "nobody" : to);
}

void judge_forward_info(MethodAsk& ask) {
    std::string wanted;
    std::string got;
    const auto add = [](std::string& list, const std::string& rule) {
        list += (list.empty() ? "" : ", ") + rule;
    };
    ForwardInformation sorted;
    for (const ForwardWords& each : ask.step.forwards)
        (void)sorted.SetForwardType(each.mode, each.to.value.c_str(), each.caller.value.c_str());
    for (const auto& [mode, entry] : sorted.entries())
        add(wanted, rule_text(mode, entry.destination, entry.caller));
    for (const auto& [mode, entry] : ask.forwarding->entries())
        add(got, rule_text(mode, entry.destination, entry.caller));
    std::uint32_t rings = 0;
    (void)ask.forwarding->get_NumRingsNoAnswer(&rings);
    const bool right = wanted == got && (ask.step.count == 0 || ask.step.count == rings);
    if (right) return;
    const auto list = [](const std::string& rules, std::uint32_t number) {
        return fmt::format("{}; {} rings", rules.empty() ? "no rule" : rules, number);
    };
    ask.run.fail({.what = "get_CurrentForwardInfo gave another forwarding",
                  .expected = list(wanted, ask.step.count == 0 ? rings : ask.step.count),
                  .got = list(got, rings)});
}

Returned put_message_waiting(MethodAsk& ask) {
    return ask.address->put_MessageWaiting(ask.value_flag());
}
Returned put_do_not_disturb(MethodAsk& ask) {
    return ask.address->put_DoNotDisturb(ask.value_flag());
}

// --- capabilities, filters

Returned get_capability(MethodAsk& ask) {
    return ask.address->get_AddressCapability(ask.words().item->value, ask.out(ask.number));
}
Returned get_capability_string(MethodAsk& ask) {
    return ask.address->get_AddressCapabilityString(ask.words().item->value, ask.out(ask.text));
}
Returned query_media_type(MethodAsk& ask) {
    return ask.address->QueryMediaType(ask.media(), ask.out(ask.flag));
}
Returned put_filter(MethodAsk& ask) {
    return ask.address->put_EventFilter(ask.words().event.value_or(0),
                                        ask.words().sub_event.value_or(0),
                                        variant_bool(ask.step.enable));
}
Returned get_filter(MethodAsk& ask) {
    return ask.address->get_EventFilter(ask.words().event.value_or(0),
                                        ask.words().sub_event.value_or(0), ask.out(ask.flag));
}

// --- translation

Returned translate(MethodAsk& ask) {
    const TelephonyWords& words = ask.run.scenario.telephony;
    const std::uint32_t card = ask.step.card.value_or(card_id(words, ask.step.card_name.value));
    return ask.address->TranslateAddress(ask.to(), card, ask.step.translate_options.value_or(0),
                                         ask.out(ask.translated));
}

void judge_translation(MethodAsk& ask) {
    const Gives& gives = *ask.step.gives;
    const tapi3::AddressTranslationInfo& got = ask.translated;
    const auto judge = [&ask](std::string_view word, const std::string& wanted,
                              const std::string& now) {
        if (wanted == now || ask.run.over()) return;
        ask.run.fail(
            {.what = fmt::format("TranslateAddress did not give the {} that was expected", word),
             .expected = wanted,
             .got = now});
    };
    const auto number = [](std::uint32_t value) { return fmt::format("{}", value); };
    if (gives.dialable) judge("dialable", gives.dialable->value, got.dialable_string);
    if (gives.displayable) judge("displayable", gives.displayable->value, got.displayable_string);
    if (gives.results) {
        judge("results", bits_text("LINETRANSLATERESULT", *gives.results),
              bits_text("LINETRANSLATERESULT", got.translation_results));
    }
    if (gives.current_country)
        judge("currentCountry", number(*gives.current_country), number(got.current_country_code));
    if (gives.dest_country)
        judge("destCountry", number(*gives.dest_country), number(got.destination_country_code));
}

Returned enumerate_locations(MethodAsk& ask) {
    std::vector<lines::LocationEntry> locations;
    const tapi3::HResult result = ask.address->EnumerateLocations(ask.out(locations));
    ask.count = size_of(locations);
    return result;
}
Returned enumerate_cards(MethodAsk& ask) {
    std::vector<lines::CardEntry> cards;
    const tapi3::HResult result = ask.address->EnumerateCallingCards(ask.out(cards));
    ask.count = size_of(cards);
    return result;
}

constexpr MethodVerb kVerbs[] = {
    {Method::GetState, get_state},
    {Method::GetAddressName, get_text<&tapi3::Address::get_AddressName>},
    {Method::GetServiceProviderName, get_text<&tapi3::Address::get_ServiceProviderName>},
    {Method::CreateCall, create_call, keep_call},
    {Method::EnumerateCalls, enumerate_calls, name_calls},
    {Method::GetDialableAddress, get_text<&tapi3::Address::get_DialableAddress>},
    {Method::CreateForwardInfoObject, create_forward_info},
    {Method::Forward, forward},
    {Method::GetCurrentForwardInfo, current_forward_info, judge_forward_info},
    {Method::PutMessageWaiting, put_message_waiting},
    {Method::GetMessageWaiting, get_flag<&tapi3::Address::get_MessageWaiting>},
    {Method::PutDoNotDisturb, put_do_not_disturb},
    {Method::GetDoNotDisturb, get_flag<&tapi3::Address::get_DoNotDisturb>},
    {Method::GetAddressCapability, get_capability},
    {Method::GetAddressCapabilityString, get_capability_string},
    {Method::QueryMediaType, query_media_type},
    {Method::PutAddressEventFilter, put_filter},
    {Method::GetAddressEventFilter, get_filter},
    {Method::TranslateAddress, translate, judge_translation},
    {Method::EnumerateLocations, enumerate_locations},
    {Method::EnumerateCallingCards, enumerate_cards},
};

}  // namespace

std::span<const MethodVerb> address_verbs() { return kVerbs; }

}  // namespace pbxlab::harness
