#include <algorithm>
#include <array>

#include "lines/tapi3/call_info.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

using Number = std::optional<std::uint32_t>;

// A number is all that a party is known by here.
template <PartyId CallInfo::*Party>
Number address_type(const CallInfo& info) {
    if (((info.*Party).flags & LINECALLPARTYID_ADDRESS) == 0) return std::nullopt;
    return LINEADDRESSTYPE_PHONENUMBER;
}
template <PartyId CallInfo::*Party>
std::string party_name(const CallInfo& info) {
    return (info.*Party).name;
}
template <PartyId CallInfo::*Party>
std::string party_number(const CallInfo& info) {
    return (info.*Party).number;
}
template <auto Member>
Number number(const CallInfo& info) {
    return info.*Member;
}
template <auto Member>
std::string text(const CallInfo& info) {
    return info.*Member;
}
std::string nothing(const CallInfo& /*info*/) { return {}; }

template <auto Member>
auto& param(CallFacts& facts) {
    return facts.params.*Member;
}

Number media_types(const CallInfo& info) { return media_types_of(info.media_mode); }
Number digit_duration(const CallInfo& info) { return info.dial_params.digit_duration; }

std::uint32_t& media_types_to_be(CallFacts& facts) { return facts.media_types; }
std::uint32_t& country(CallFacts& facts) { return facts.country; }
std::string& user_info(CallFacts& facts) { return facts.user_info; }

// --- on a call that is live

LineResult put_media(Engine& engine, const CallFacts& facts, std::uint32_t types) {
    const std::uint32_t offered = engine.profile(*facts.address).media_modes;
    return engine.app->set_media_mode(facts.handle, media_modes_to_make(types, offered));
}
LineResult put_app_specific(Engine& engine, const CallFacts& facts, std::uint32_t value) {
    return engine.app->set_app_specific(facts.handle, value);
}
LineResult put_treatment(Engine& engine, const CallFacts& facts, std::uint32_t value) {
    return engine.app->set_call_treatment(facts.handle, value);
}

// lineSetCallParams sets bearer mode and rates at once: what is not meant stays as it is.
LineResult put_params(Engine& engine, const CallFacts& facts,
                      void (*change)(CallParams&, std::uint32_t), std::uint32_t value) {
    CallInfo info;
    const LineResult known = engine.app->get_call_info(facts.handle, &info);
    if (known < 0) return known;
    CallParams params{.bearer_mode = info.bearer_mode, .max_rate = info.rate};
    change(params, value);
    return engine.app->set_call_params(facts.handle, params.bearer_mode, params.min_rate,
                                       params.max_rate, nullptr);
}
LineResult put_bearer(Engine& engine, const CallFacts& facts, std::uint32_t value) {
    return put_params(
        engine, facts, [](CallParams& p, std::uint32_t mode) { p.bearer_mode = mode; }, value);
}
LineResult put_lowest_rate(Engine& engine, const CallFacts& facts, std::uint32_t value) {
    return put_params(
        engine, facts, [](CallParams& p, std::uint32_t rate) { p.min_rate = rate; }, value);
}
LineResult put_highest_rate(Engine& engine, const CallFacts& facts, std::uint32_t value) {
    return put_params(
        engine, facts, [](CallParams& p, std::uint32_t rate) { p.max_rate = rate; }, value);
}

LineResult send_user_info(Engine& engine, const CallFacts& facts, std::string_view bytes) {
    return engine.app->send_user_user_info(facts.handle, bytes);
}
LineResult put_call_data(Engine& engine, const CallFacts& facts, std::string_view bytes) {
    return engine.app->set_call_data(facts.handle, bytes);
}

// clang-format off
constexpr std::array kLongs = {
    LongItem{CIL_MEDIATYPESAVAILABLE, media_types, media_types_to_be, put_media},
    LongItem{CIL_BEARERMODE, number<&CallInfo::bearer_mode>, param<&CallParams::bearer_mode>,
             put_bearer},
    LongItem{CIL_CALLERIDADDRESSTYPE, address_type<&CallInfo::caller>},
    LongItem{CIL_CALLEDIDADDRESSTYPE, address_type<&CallInfo::called>},
    LongItem{CIL_CONNECTEDIDADDRESSTYPE, address_type<&CallInfo::connected>},
    LongItem{CIL_REDIRECTIONIDADDRESSTYPE, address_type<&CallInfo::redirection>},
    LongItem{CIL_REDIRECTINGIDADDRESSTYPE, address_type<&CallInfo::redirecting>},
    LongItem{CIL_ORIGIN, number<&CallInfo::origin>},
    LongItem{CIL_REASON, number<&CallInfo::reason>},
    LongItem{CIL_APPSPECIFIC, number<&CallInfo::app_specific>, nullptr, put_app_specific},
    LongItem{CIL_CALLPARAMSFLAGS, number<&CallInfo::call_param_flags>,
             param<&CallParams::call_param_flags>},
    LongItem{CIL_CALLTREATMENT, number<&CallInfo::call_treatment>, nullptr, put_treatment},
    // Of a call that there is, one rate is known.
    LongItem{CIL_MINRATE, number<&CallInfo::rate>, param<&CallParams::min_rate>, put_lowest_rate},
    LongItem{CIL_MAXRATE, number<&CallInfo::rate>, param<&CallParams::max_rate>, put_highest_rate},
    LongItem{CIL_COUNTRYCODE, number<&CallInfo::country_code>, country},
    LongItem{CIL_CALLID, number<&CallInfo::call_id>},
    LongItem{CIL_RELATEDCALLID, number<&CallInfo::related_call_id>},
    LongItem{CIL_COMPLETIONID, number<&CallInfo::completion_id>},
    LongItem{CIL_NUMBEROFOWNERS, number<&CallInfo::num_owners>},
    LongItem{CIL_NUMBEROFMONITORS, number<&CallInfo::num_monitors>},
    LongItem{CIL_TRUNK, number<&CallInfo::trunk>},
    LongItem{CIL_RATE, number<&CallInfo::rate>, param<&CallParams::max_rate>, put_highest_rate},
    LongItem{CIL_GENERATEDIGITDURATION, digit_duration},
    LongItem{CIL_MONITORDIGITMODES, number<&CallInfo::monitor_digit_modes>},
    LongItem{CIL_MONITORMEDIAMODES, number<&CallInfo::monitor_media_modes>},
};

constexpr std::array kTexts = {
    TextItem{CIS_CALLERIDNAME, party_name<&CallInfo::caller>},
    TextItem{CIS_CALLERIDNUMBER, party_number<&CallInfo::caller>},
    TextItem{CIS_CALLEDIDNAME, party_name<&CallInfo::called>},
    TextItem{CIS_CALLEDIDNUMBER, party_number<&CallInfo::called>},
    TextItem{CIS_CONNECTEDIDNAME, party_name<&CallInfo::connected>},
    TextItem{CIS_CONNECTEDIDNUMBER, party_number<&CallInfo::connected>},
    TextItem{CIS_REDIRECTIONIDNAME, party_name<&CallInfo::redirection>},
    TextItem{CIS_REDIRECTIONIDNUMBER, party_number<&CallInfo::redirection>},
    TextItem{CIS_REDIRECTINGIDNAME, party_name<&CallInfo::redirecting>},
    TextItem{CIS_REDIRECTINGIDNUMBER, party_number<&CallInfo::redirecting>},
    TextItem{CIS_CALLEDPARTYFRIENDLYNAME, text<&CallInfo::called_party>,
             param<&CallParams::called_party>},
    TextItem{CIS_COMMENT, text<&CallInfo::comment>, param<&CallParams::comment>},
    TextItem{CIS_DISPLAYABLEADDRESS, text<&CallInfo::displayable_address>,
             param<&CallParams::displayable_address>},
    // Whose call it is: the exchange shows its caller.
    TextItem{CIS_CALLINGPARTYID, party_number<&CallInfo::caller>,
             [](CallFacts& facts) -> std::string& { return facts.calling_party; }},
};

constexpr std::array kBytes = {
    BytesItem{CIB_USERUSERINFO, text<&CallInfo::user_user_info>, user_info, send_user_info},
    BytesItem{CIB_DEVSPECIFICBUFFER, nothing},
    BytesItem{CIB_CALLDATABUFFER, text<&CallInfo::call_data>, nullptr, put_call_data},
    BytesItem{CIB_CHARGINGINFOBUFFER, nothing},
    BytesItem{CIB_HIGHLEVELCOMPATIBILITYBUFFER, nothing},
    BytesItem{CIB_LOWLEVELCOMPATIBILITYBUFFER, nothing},
};
// clang-format on

template <class Items>
auto find(const Items& items, std::uint32_t which) -> decltype(&items[0]) {
    const auto place =
        std::ranges::find_if(items, [which](const auto& each) { return each.which == which; });
    return place == items.end() ? nullptr : &*place;
}

}  // namespace

const LongItem* long_item(std::uint32_t which) { return find(kLongs, which); }

const TextItem* text_item(std::uint32_t which) { return find(kTexts, which); }

const BytesItem* bytes_item(std::uint32_t which) { return find(kBytes, which); }

}  // namespace pbxlab::lines::tapi3
