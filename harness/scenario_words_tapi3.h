// Words of a step that only methods and events of TAPI 3 take.
#pragma once

#include <array>

#include "harness/scenario_words_constants.h"
#include "harness/scenario_words_step_types.h"

namespace pbxlab::harness {

using StepMedia =
    Either<"LINEMEDIAMODE|TAPIMEDIATYPE", At<&Step::media>, At<&Step::tapi3, &MethodWords::media>>;
using StepPrivilege = Either<"LINECALLPRIVILEGE|CALL_PRIVILEGE", At<&Step::privilege>,
                             At<&Step::tapi3, &MethodWords::privilege>>;
using StepToneMode = Either<"LINETONEMODE|TAPI_TONEMODE", At<&Step::tone_mode>,
                            At<&Step::tapi3, &MethodWords::tone_mode>>;
using StepMode = Either<"LINETRANSFERMODE|FINISH_MODE", At<&Step::transfer_mode>,
                        At<&Step::tapi3, &MethodWords::finish_mode>>;

// Whole numbers of a value that is put or got, as TAPI has them.
inline constexpr Type kPlainValue{.expected = "a text, a whole number, true or false",
                                  .accepts = kText | kNumber | kFlag,
                                  .most = kAnyNumber};
inline constexpr Type kItem{.expected = "a number, or an item",
                            .accepts = kText | kNumber,
                            .form = Form::Word,
                            .words = item_words,
                            .most = kAnyNumber};
inline constexpr Type kDetail{.expected = "a number, or a constant",
                              .accepts = kText | kNumber,
                              .form = Form::Word,
                              .words = detail_words,
                              .most = kAnyNumber};

// --- what some words do with their values
template <std::optional<PlainValue> MethodWords::*Member>
void put_plain(void* object, const Value& value) {
    PlainValue& plain = (static_cast<Step*>(object)->tapi3.*Member).emplace();
    plain.mark = value.mark;
    if (value.kind == kFlag) plain.is = value.number != 0;
    if (value.kind == kNumber) plain.is = value.number;
    if (value.kind == kText) plain.is = std::string{value.text};
}
inline void put_item(void* object, const Value& value) {
    ItemWord& item = static_cast<Step*>(object)->tapi3.item.emplace();
    item.mark = value.mark;
    item.value = static_cast<std::uint32_t>(value.number);
    if (value.kind == kText)
        item.group = static_cast<std::uint32_t>(value.number >> kItemGroupShift);
}
inline void put_registration(void* object, const Value& value) {
    MethodWords& words = static_cast<Step*>(object)->tapi3;
    if (value.kind == kText) {
        assign(words.registration, value);
    } else {
        assign(words.cookie, value);
    }
}

using M = MethodWords;
inline constexpr std::array kTapi3Fields = {
    field<&Step::tapi3, &M::sync>("sync", "fSync: the method returns with the outcome.", kYesNo),
    field<&Step::tapi3, &M::hold>("hold", "fHold: hold the call, or take it back.", kYesNo),
    field<&Step::tapi3, &M::owner>("owner", "fOwner: calls are to be owned; true.", kYesNo),
    field<&Step::tapi3, &M::monitor>("monitor", "fMonitor: calls are to be monitored; true.",
                                     kYesNo),
    field<&Step::tapi3, &M::address_type>("addressType",
                                          "lAddressType (LINEADDRESSTYPE_); PHONENUMBER.",
                                          Constant<"LINEADDRESSTYPE">::kBitsOrNumber),
    field<&Step::tapi3, &M::code>("code", "Why the call is ended (DISCONNECT_CODE); DC_NORMAL.",
                                  Constant<"DISCONNECT_CODE">::kWordOrNumber),
    field<&Step::tapi3, &M::level>("level", "ServiceLevel (QOS_SERVICE_LEVEL).",
                                   Constant<"QOS_SERVICE_LEVEL">::kWordOrNumber),
    field<&Step::tapi3, &M::events>("events", "Kinds of events that are told (TAPI_EVENT).",
                                    Constant<"TAPI_EVENT">::kBitsOrNumber),
    field<&Step::tapi3, &M::event>("event", "One kind of event (TAPI_EVENT).",
                                   Constant<"TAPI_EVENT">::kWordOrNumber),
    field<&Step::tapi3, &M::sub_event>("subEvent", "What such an event says: CS_OFFERING ...",
                                       kDetail),
    field<&Step::tapi3, &M::instance>(
        "instance", "lCallbackInstance: what a registration gives, or an event has to bear.",
        kUnsigned),
    Field{"item", "What is got or put: CIL_REASON, CIS_COMMENT, AC_LINEID ...", &kItem, &put_item},
    Field{"is", "What must be got: a number, a constant, a text, true or false.", &kPlainValue,
          &put_plain<&M::is>},
    Field{"value", "What is put.", &kPlainValue, &put_plain<&M::value>},
    Field{"registration", "A name for the registration, or which one it is.", &kNameOrId,
          &put_registration},
    field<&Step::tapi3, &M::cause>("cause",
                                   "Why the call ended (CALL_STATE_EVENT_CAUSE), in an expectation "
                                   "of CS_DISCONNECTED.",
                                   Constant<"CALL_STATE_EVENT_CAUSE">::kWord),
    field<&Step::conditions, &Conditions::hub_calls>(
        "hubCalls", "How many calls are in the call's hub.", kUnsigned),
};

}  // namespace pbxlab::harness
