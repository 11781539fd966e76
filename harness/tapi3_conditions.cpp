#include "harness/tapi3_conditions.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "harness/conditions.h"
#include "harness/event_words.h"
#include "harness/run.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

namespace tapi3 = lines::tapi3;
using C = Conditions;
using Texts = std::vector<std::string>;

struct LongRow {
    std::string_view word;
    std::optional<std::uint32_t> C::*wanted;
    std::uint32_t item;      // CALLINFO_LONG
    std::string_view group;  // of its value; empty: a number
    bool bits = false;
};
constexpr LongRow kLongs[] = {
    {"reason", &C::reason, lines::CIL_REASON, "LINECALLREASON"},
    {"origin", &C::origin, lines::CIL_ORIGIN, "LINECALLORIGIN"},
    {"owners", &C::owners, lines::CIL_NUMBEROFOWNERS, ""},
    {"monitors", &C::monitors, lines::CIL_NUMBEROFMONITORS, ""},
    {"media", &C::media_types, lines::CIL_MEDIATYPESAVAILABLE, "TAPIMEDIATYPE", true},
    {"appSpecific", &C::app_specific, lines::CIL_APPSPECIFIC, ""},
    {"treatment", &C::treatment, lines::CIL_CALLTREATMENT, "LINECALLTREATMENT"},
    {"bearerMode", &C::bearer_mode, lines::CIL_BEARERMODE, "LINEBEARERMODE"},
    {"rate", &C::rate, lines::CIL_RATE, ""},
    {"completionId", &C::completion_id, lines::CIL_COMPLETIONID, ""},
    {"flags", &C::flags, lines::CIL_CALLPARAMSFLAGS, "LINECALLPARAMFLAGS", true},
    {"monitorDigitModes", &C::monitor_digit_modes, lines::CIL_MONITORDIGITMODES, "LINEDIGITMODE",
     true},
};

struct StringRow {
    std::string_view word;
    std::optional<Text> C::*wanted;
    std::uint32_t item;   // CALLINFO_STRING, or
    bool buffer = false;  // CALLINFO_BUFFER
};
constexpr StringRow kStrings[] = {
    {"callerId", &C::caller_id, lines::CIS_CALLERIDNUMBER},
    {"callerName", &C::caller_name, lines::CIS_CALLERIDNAME},
    {"calledId", &C::called_id, lines::CIS_CALLEDIDNUMBER},
    {"connectedId", &C::connected_id, lines::CIS_CONNECTEDIDNUMBER},
    {"connectedName", &C::connected_name, lines::CIS_CONNECTEDIDNAME},
    {"redirectingId", &C::redirecting_id, lines::CIS_REDIRECTINGIDNUMBER},
    {"redirectionId", &C::redirection_id, lines::CIS_REDIRECTIONIDNUMBER},
    {"calledParty", &C::called_party, lines::CIS_CALLEDPARTYFRIENDLYNAME},
    {"comment", &C::comment, lines::CIS_COMMENT},
    {"userUserInfo", &C::user_user_info, lines::CIB_USERUSERINFO, true},
    {"callData", &C::call_data, lines::CIB_CALLDATABUFFER, true},
};
constexpr std::string_view kOthers[] = {"state",    "privilege",    "addressId",
                                        "hubCalls", "sameCallIdAs", "relatedTo"};

std::string value_text(const LongRow& row, std::uint32_t value) {
    if (row.bits) return bits_text(row.group, value);
    if (row.group.empty()) return fmt::format("{}", value);
    return scenario_word(lines::tapi_word(row.group, value), row.group);
}

std::string refused_text(std::string_view word, tapi3::HResult result) {
    return fmt::format("{} cannot be looked at: {}", word, tapi3::hresult_name(result));
}

void unmet_longs(tapi3::Call& call, const C& wanted, Texts& texts) {
    for (const LongRow& row : kLongs) {
        const std::optional<std::uint32_t>& asked = wanted.*row.wanted;
        if (!asked) continue;
        std::uint32_t now = 0;
        const tapi3::HResult result = call.get_CallInfoLong(row.item, &now);
        if (result != 0) {
            texts.push_back(refused_text(row.word, result));
        } else if (now != *asked) {
            texts.push_back(fmt::format("{} is {}, not {}", row.word, value_text(row, now),
                                        value_text(row, *asked)));
        }
    }
}

// What is not provided is an empty text.
void unmet_strings(tapi3::Call& call, const C& wanted, Texts& texts) {
    for (const StringRow& row : kStrings) {
        const std::optional<Text>& asked = wanted.*row.wanted;
        if (!asked) continue;
        std::string now;
        const tapi3::HResult result = row.buffer ? call.GetCallInfoBuffer(row.item, &now)
                                                 : call.get_CallInfoString(row.item, &now);
        const bool none = result == tapi3::hresult(lines::TAPI_E_NOITEMS);
        if (result != 0 && !none) {
            texts.push_back(refused_text(row.word, result));
        } else if (now != asked->value) {
            texts.push_back(fmt::format("{} is \"{}\", not \"{}\"", row.word, now, asked->value));
        }
    }
}

// The cause with which the call's state was told last.
std::uint32_t last_cause(Run& run, const CallRecord& record) {
    std::uint32_t cause = 0;
    for (const std::uint32_t index : record.stream.entries) {
        const auto& event = run.log.entries()[index].event;
        if (event && event->kind == lines::TE_CALLSTATE) cause = event->cause;
    }
    return cause;
}

void unmet_call_state(Run& run, const CallRecord& record, const C& wanted, Texts& texts) {
    if (!wanted.state) return;
    std::uint32_t now = 0;
    (void)record.object->get_CallState(&now);
    const std::uint32_t cause = wanted.state->mode ? last_cause(run, record) : 0;
    if (now == wanted.state->state && cause == wanted.state->mode.value_or(0)) return;
    texts.push_back(fmt::format("state is {}, not {}", event_text(lines::TE_CALLSTATE, now, cause),
                                event_text(*wanted.state)));
}

// In the words of either interface.
void unmet_privilege(tapi3::Call& call, const C& wanted, Texts& texts) {
    if (!wanted.privilege && !wanted.call_privilege) return;
    const std::uint32_t asked = wanted.call_privilege.value_or(
        wanted.privilege == lines::LINECALLPRIVILEGE_OWNER ? lines::CP_OWNER : lines::CP_MONITOR);
    std::uint32_t now = 0;
    (void)call.get_Privilege(&now);
    if (now != asked)
        texts.push_back(fmt::format("privilege is {}, not {}", constant_text("CALL_PRIVILEGE", now),
                                    constant_text("CALL_PRIVILEGE", asked)));
}

void unmet_place(tapi3::Call& call, const C& wanted, Texts& texts) {
    tapi3::Address* address = nullptr;
    if (wanted.address_id && call.get_Address(&address) == 0 &&
        address->address_id() != *wanted.address_id)
        texts.push_back(
            fmt::format("addressId is {}, not {}", address->address_id(), *wanted.address_id));
    if (!wanted.hub_calls) return;
    tapi3::Ref<tapi3::CallHub> hub;
    std::uint32_t now = 0;
    const tapi3::HResult result = call.get_CallHub(&hub);
    if (result == 0) (void)hub->get_NumCalls(&now);
    if (result != 0) {
        texts.push_back(refused_text("hubCalls", result));
    } else if (now != *wanted.hub_calls) {
        texts.push_back(fmt::format("hubCalls is {}, not {}", now, *wanted.hub_calls));
    }
}

void unmet_id(Run& run, tapi3::Call& call, std::string_view word, std::uint32_t item,
              const std::optional<Text>& other, Texts& texts) {
    if (!other) return;
    std::uint32_t now = 0;
    if (const tapi3::HResult result = call.get_CallInfoLong(item, &now); result != 0) {
        texts.push_back(refused_text(word, result));
        return;
    }
    const std::uint32_t its = run.log.find(other->value);
    std::string error = its == kNone ? "there is no call named " + other->value : "";
    const std::uint32_t id = its == kNone ? 0 : call_id_of(run, its, error);
    if (!error.empty()) {
        texts.push_back(error);
    } else if (id != now) {
        texts.push_back(
            fmt::format("its {} is {}, the call id of {} is {}", word, now, other->value, id));
    }
}

// Checks what the event says itself and takes it out of what is left to be looked up.
void unmet_said(C& wanted, const ToldEvent& event, const std::string& digits, Texts& texts) {
    const auto settle = [&texts](std::string_view word, std::optional<std::uint32_t>& asked,
                                 std::uint32_t now) {
        if (asked && *asked != now)
            texts.push_back(fmt::format("{} is {}, not {}", word, now, *asked));
        asked.reset();
    };
    settle("instance", wanted.instance, event.instance);
    if (wanted.bits && (event.detail & *wanted.bits) != *wanted.bits) {
        const std::string_view group = event_kind(awaited_of(event.kind)).bits;
        texts.push_back(fmt::format("bits is {}, not {}", bits_text(group, event.detail),
                                    bits_text(group, *wanted.bits)));
    }
    if (event.kind == lines::TE_TONEEVENT) settle("appSpecific", wanted.app_specific, event.detail);
    if (event.kind == lines::TE_ADDRESS) settle("addressId", wanted.address_id, event.address_id);
    if (wanted.digits && wanted.digits->value != digits)
        texts.push_back(
            fmt::format("the digits are \"{}\", not \"{}\"", digits, wanted.digits->value));
}

}  // namespace

std::vector<std::string_view> told_by_tapi3() {
    std::vector<std::string_view> words(std::begin(kOthers), std::end(kOthers));
    for (const StringRow& row : kStrings) words.push_back(row.word);
    for (const LongRow& row : kLongs) words.push_back(row.word);
    return words;
}

bool is_told_by_tapi3(std::string_view word) {
    const auto words = told_by_tapi3();
    return std::ranges::find(words, word) != words.end();
}

Texts unmet_by_object(Run& run, const Conditions& wanted, std::uint32_t call) {
    const CallRecord record = run.log.calls()[call];
    if (!record.object) return {"it has been released"};
    tapi3::Call& object = *record.object;
    Texts texts;
    unmet_call_state(run, record, wanted, texts);
    unmet_privilege(object, wanted, texts);
    unmet_longs(object, wanted, texts);
    unmet_strings(object, wanted, texts);
    unmet_place(object, wanted, texts);
    unmet_id(run, object, "call id", lines::CIL_CALLID, wanted.same_call_id_as, texts);
    unmet_id(run, object, "related call id", lines::CIL_RELATEDCALLID, wanted.related_to, texts);
    if (wanted.media && !wanted.media_types)
        texts.emplace_back("a call of TAPI 3 has media types, TAPIMEDIATYPE_AUDIO ...");
    return texts;
}

Texts unmet_by_event(Run& run, const Conditions& wanted, const Entry& entry) {
    Texts texts;
    Conditions left = wanted;
    unmet_said(left, *entry.event, entry.digits, texts);
    if (entry.call == kNone) return texts;
    for (std::string& text : unmet_by_object(run, left, entry.call))
        texts.push_back(std::move(text));
    return texts;
}

std::uint32_t call_id_of(Run& run, std::uint32_t call, std::string& error) {
    const CallRecord record = run.log.calls()[call];
    const std::string who = run.log.call_name(call);
    std::uint32_t id = 0;
    if (!run.world.seats()[record.seat].is_tapi3()) {
        Snapshot snapshot = Snapshot::of_call(run, record.seat, record.handle);
        id = snapshot.info().call_id;
        if (snapshot.error() != 0)
            error =
                fmt::format("{} cannot be looked at: {}", who, lines::error_name(snapshot.error()));
        return id;
    }
    const tapi3::HResult result = record.object
                                      ? record.object->get_CallInfoLong(lines::CIL_CALLID, &id)
                                      : tapi3::hresult(lines::TAPI_E_INVALCALLSTATE);
    if (result != 0) error = refused_text(who, result);
    return id;
}

}  // namespace pbxlab::harness
