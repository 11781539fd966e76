// The table of the words of a step. Which of them fit together is said by shapes()
// (scenario_words_shapes.cpp).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "harness/scenario_words_step_types.h"
#include "harness/scenario_words_tapi3.h"

namespace pbxlab::harness {

template <std::size_t... N>
constexpr auto join(const std::array<Field, N>&... parts) {
    std::array<Field, (N + ...)> all{};
    std::size_t at = 0;
    const auto append = [&](const auto& part) {
        for (const Field& field : part) all[at++] = field;
    };
    (append(parts), ...);
    return all;
}

// What LINECALLINFO and LINECALLSTATUS tell: conditions of "expect" and of "check".
template <auto... At>
constexpr auto call_info_fields() {
    using C = Conditions;
    return std::array{
        field<At..., &C::caller_id>("callerId", "The caller's number as this party is told it.",
                                    kAnyText),
        field<At..., &C::caller_name>("callerName", "The caller's name as this party is told it.",
                                      kAnyText),
        field<At..., &C::caller_id_flags>(
            "callerIdFlags", "What is known of the caller, exactly (LINECALLPARTYID_).",
            Tapi<"LINECALLPARTYID">::kBits),
        field<At..., &C::called_id>("calledId", "The called number.", kAnyText),
        field<At..., &C::called_id_flags>(
            "calledIdFlags", "What is known of the called party, exactly (LINECALLPARTYID_).",
            Tapi<"LINECALLPARTYID">::kBits),
        field<At..., &C::connected_id>("connectedId", "The number of the party at the other end.",
                                       kAnyText),
        field<At..., &C::connected_name>("connectedName", "The name of the party at the other end.",
                                         kAnyText),
        field<At..., &C::connected_id_flags>(
            "connectedIdFlags", "What is known of the connected party, exactly (LINECALLPARTYID_).",
            Tapi<"LINECALLPARTYID">::kBits),
        field<At..., &C::redirecting_id>("redirectingId", "The number that sent the call on.",
                                         kAnyText),
        field<At..., &C::redirection_id>("redirectionId",
                                         "The number that the call was sent on to.", kAnyText),
        field<At..., &C::reason>("reason", "Why the call came (LINECALLREASON_).",
                                 Tapi<"LINECALLREASON">::kWord),
        field<At..., &C::origin>("origin", "Where the call comes from (LINECALLORIGIN_).",
                                 Tapi<"LINECALLORIGIN">::kWord),
        field<At..., &C::features>(
            "features", "What can be done with the call now: all of these (LINECALLFEATURE_).",
            Tapi<"LINECALLFEATURE">::kBits),
        field<At..., &C::lacks>(
            "lacks", "What cannot be done with the call now: none of these (LINECALLFEATURE_).",
            Tapi<"LINECALLFEATURE">::kBits),
        field<At..., &C::owners>("owners", "How many applications own the call.", kUnsigned),
        field<At..., &C::monitors>("monitors", "How many applications monitor the call.",
                                   kUnsigned),
        field<At..., &C::app_name>(
            "appName", "The name of the application that made, accepted or answered the call.",
            kAnyText),
        field<At..., &C::called_party>(
            "calledParty", "The called party as the caller's application described it.", kAnyText),
        field<At..., &C::comment>("comment", "The comment that the caller's application gave.",
                                  kAnyText),
        field<At..., &C::same_call_id_as>(
            "sameCallIdAs", "Another call's name: both have the same dwCallID.", kNameText),
        field<At..., &C::related_to>(
            "relatedTo", "Another call's name: dwRelatedCallID is its dwCallID.", kNameText),
    };
}

inline constexpr Choice kDoesWords[] = {
    {"answers", static_cast<int>(pbx::OutsideScript::Does::Answers)},
    {"noAnswer", static_cast<int>(pbx::OutsideScript::Does::NoAnswer)},
    {"busy", static_cast<int>(pbx::OutsideScript::Does::Busy)},
    {"rejects", static_cast<int>(pbx::OutsideScript::Does::Rejects)},
    {"specialInfo", static_cast<int>(pbx::OutsideScript::Does::SpecialInfo)},
    {"doesNotExist", static_cast<int>(pbx::OutsideScript::Does::DoesNotExist)},
    {"numberChanged", static_cast<int>(pbx::OutsideScript::Does::NumberChanged)},
    {"outOfOrder", static_cast<int>(pbx::OutsideScript::Does::OutOfOrder)},
    {"unreachable", static_cast<int>(pbx::OutsideScript::Does::Unreachable)},
    {"congestion", static_cast<int>(pbx::OutsideScript::Does::Congestion)},
};
inline constexpr Type kDoes{
    .name = "does", .form = Form::Word, .words = listed_words, .choices = kDoesWords};
inline constexpr Choice kToneWords[] = {
    {"vacant", static_cast<int>(pbx::Cause::VacantTone)},
    {"circuit", static_cast<int>(pbx::Cause::CircuitTone)},
    {"reorder", static_cast<int>(pbx::Cause::ReorderTone)},
};
inline constexpr Type kTone{
    .name = "tone", .form = Form::Word, .words = listed_words, .choices = kToneWords};
inline constexpr Type kAfter{
    .expected = "a duration such as \"2s\", or {\"least\": ..., \"most\": ...}",
    .accepts = kText | kObject,
    .form = Form::Duration,
    .most = kMaxWait.count(),
    .object = span_words};

// One span for both bounds.
template <auto... Script>
void put_after(void* object, const Value& value) {
    pbx::OutsideScript& script = reach<Script...>(object);
    script.after_least = script.after_most = pbx::Duration{value.number};
}

// What a party outside does.
template <auto... Script>
constexpr auto script_fields() {
    using S = pbx::OutsideScript;
    return std::array{
        field<Script..., &S::does>("does", "What the party does when it is called.", kDoes),
        Field{"after",
              "How long it rings before the party answers or rejects; between two bounds it is "
              "drawn by lot.",
              &kAfter, &put_after<Script...>, &open_at<Script...>},
        field<Script..., &S::tone>("tone", "With specialInfo: which information is played.", kTone),
        field<Script..., &S::clears_after>(
            "clearsAfter", "The party hangs up this long after the answer; 0s: never.", kSpan),
        field<Script..., &S::gives_up_after>(
            "givesUpAfter",
            "As a caller, the party hangs up when not answered for so long; 0s: never.", kSpan),
    };
}

// --- what some words do with their values
inline void put_conference(void* object, const Value& value) {
    Text& name = static_cast<Step*>(object)->conference.emplace();
    name.mark = value.mark;
    if (value.kind != kNull) assign(name, value);
}
inline void put_to(void* object, const Value& value) {
    Step& step = *static_cast<Step*>(object);
    step.to_null = value.kind == kNull;
    if (!step.to_null) assign(step.to, value);
}
// A name, or an id that is used as it is.
template <Text Step::*Name, std::optional<std::uint32_t> Step::*Id>
void put_name_or_id(void* object, const Value& value) {
    Step& step = *static_cast<Step*>(object);
    if (value.kind == kText) {
        assign(step.*Name, value);
    } else {
        assign(step.*Id, value);
    }
}
inline void put_null_pointer(void* object, const Value&) {
    static_cast<Step*>(object)->null_pointer = true;
}
template <Awaited Step::*What>
void put_awaited(void* object, const Value& value) {
    Step& step = *static_cast<Step*>(object);
    assign(step.*What, value);
    assign(step.state, value);
    if (step.state.event != 0) step.*What = awaited_of(step.state.event);
}

inline const ObjectWords& when_words() {
    static constexpr Field kFields[] = {
        field<&WhenWords::provider>("provider", "Under one of these profiles.", kProfileNames),
        field<&WhenWords::not_provider>("notProvider", "Under none of these profiles.",
                                        kProfileNames),
        field<&WhenWords::settings>("setting", "Where the provider behaves so.", kSettings),
    };
    static constexpr ObjectWords kWords{
        .name = "when", .what = "a condition", .fields = kFields, .not_empty = true};
    return kWords;
}
inline constexpr Type kWhen{.expected = "an object with provider, notProvider or setting",
                            .accepts = kObject,
                            .object = when_words};

inline constexpr std::array kSubjectFields = {
    field<&Step::line>("line", "The line concerned.", kNameText),
    field<&Step::call>("call", "The call concerned, by the name that an earlier \"as\" gave it.",
                       kNameText),
    field<&Step::app>(
        "app", "The application that acts or looks, where several have the line open.", kNameText),
    field<&Step::outside>("outside", "The party outside that is concerned.", kNameText),
    Field{"when", "The step is part of the scenario only under such a provider.", &kWhen, nullptr,
          &open_at<&Step::when>},
    field<&Step::request>(
        "request", "A name for this request; or the request whose reply is expected.", kNameText),
};
inline constexpr std::array kKindFields = {
    Field{"do", "An application calls this operation, or method, and waits for its reply.",
          &kOperation, &put_operation},
    Field{"expect", "Waits until this call state or message comes.", &kAwaited,
          &put_awaited<&Step::awaited>},
    field<&Step::conditions>("check", "Looks how things stand now, without waiting.", kCheck),
    field<&Step::wait>("wait",
                       "Lets this much simulated time pass; of an object, a time that is drawn.",
                       kSpanOrDrawn),
    Field{"never", "This must not come from here on, or for a span.", &kAwaited,
          &put_awaited<&Step::awaited>},
    field<&Step::steps>("anyOrder", "Expectations that may be met in any order.", kExpectations),
    field<&Step::steps>("inOrder",
                        "Expectations that are met one behind the other, whoever is told: the "
                        "order between replies, calls and lines.",
                        kExpectations),
    field<&Step::phone>("phone", "The person at the telephone does this by hand.", kPhone),
    field<&Step::injection>("inject", "Something happens outside, or a fault.", kInject),
    field<&Step::repeat>("repeat", "Plays its steps so many times.", kTimes),
};
inline constexpr std::array kParameterFields = {
    Field{"to",
          "The number that is called, redirected to, parked or picked up at, or translated; null: "
          "a NULL pointer.",
          &kTextOrNull, &put_to},
    field<&Step::as>("as", "A name for the call that comes of it; a list where several can come.",
                     kNames),
    field<&Step::digits>("digits",
                         "What is dialled or played; or the digits that a message has to bring.",
                         kAnyText),
    field<&Step::with>("with",
                       "The other call: for swapHold the held one, for completeTransfer the one "
                       "that is transferred to.",
                       kNameText),
    field<&Step::group>("group", "The pickup group whose calls are picked up.", kAnyText),
    field<&Step::parked_at>(
        "parkedAt", "Where a call has to be parked when the exchange chooses the place.", kAnyText),
    Field{"conference",
          "A name for the call that stands for the new conference; in an expectation, that call, "
          "which the message has to name; null: none.",
          &kTextOrNull, &put_conference},
    field<&Step::num_parties>("parties", "How many parties a conference is expected to have.",
                              kUnsigned),
    StepMode::word("mode",
                   "How a transfer is completed (LINETRANSFERMODE_; FINISH_MODE); transfer."),
    field<&Step::params>("params", "Call parameters (LINECALLPARAMS).", kParams),
    field<&Step::country_code>("countryCode", "The country code of the number; 0: the provider's.",
                               kUnsigned),
    field<&Step::user_user_info>(
        "userUserInfo", "User-user information that is sent, or that a call bears.", kAnyText),
    field<&Step::address_id>("addressId", "Which of the line's addresses, counted from 0.",
                             kUnsigned),
    field<&Step::select>("select", "Whether the line, an address or a call (LINECALLSELECT_).",
                         Tapi<"LINECALLSELECT">::kWord),
    StepPrivilege::bits("privilege", "Call privileges (LINECALLPRIVILEGE_; CALL_PRIVILEGE)."),
    StepMedia::bits("media", "Media modes (LINEMEDIAMODE_), or media types (TAPIMEDIATYPE_)."),
    field<&Step::version>("version",
                          "Version of the interface; the highest one when versions are negotiated.",
                          kVersionOrNumber),
    field<&Step::low_version>("lowVersion", "Lowest version when versions are negotiated.",
                              kVersionOrNumber),
    field<&Step::device>("device", "A device id instead of a line's name; 4294967295: LINEMAPPER.",
                         kUnsigned),
    field<&Step::app_specific>(
        "appSpecific", "dwAppSpecific: what the call bears, or the mark of a tone.", kUnsigned),
    field<&Step::module>("module", "The file name of a program; without it NULL.", kAnyText),
    field<&Step::priority>("priority", "1: to the top of the list, 0: off it.", kUnsigned),
    field<&Step::request_mode>("requestMode",
                               "What other programs ask for (LINEREQUESTMODE_); makeCall.",
                               Tapi<"LINEREQUESTMODE">::kBitsOrNumber),
    field<&Step::enable>("enable",
                         "Whether requests are taken, events go to the terminal, or the flags are "
                         "set, from now on; or no more.",
                         kYesNo),
    field<&Step::status_flags>("statusFlags", "Flags of the line (LINEDEVSTATUSFLAGS_).",
                               Tapi<"LINEDEVSTATUSFLAGS">::kBitsOrNumber),
    field<&Step::terminal>("terminal", "Which of the line's terminals, counted from 0; 0.",
                           kUnsigned),
    field<&Step::terminal_modes>("terminalModes",
                                 "Classes of events that go to a terminal (LINETERMMODE_).",
                                 Tapi<"LINETERMMODE">::kBitsOrNumber),
    field<&Step::call_data>("callData", "Data that are attached to the call.", kAnyText),
    field<&Step::treatment>("treatment", "What a party that waits hears (LINECALLTREATMENT_).",
                            Tapi<"LINECALLTREATMENT">::kWordOrNumber),
    field<&Step::brings>(
        "brings", "The number that the operation has to bring: a count, rings, an id.", kUnsigned),
    field<&Step::digit_modes>("digitModes", "How digits are sent (LINEDIGITMODE_); dtmf.",
                              Tapi<"LINEDIGITMODE">::kBits),
    field<&Step::num_digits>("numDigits", "How many digits are gathered.", kDigitCount),
    field<&Step::termination>("termination", "Digits that end the gathering.", kAnyText),
    field<&Step::first_timeout>("firstTimeout", "Most until the first digit; 0s: no limit.", kSpan),
    field<&Step::inter_timeout>("interTimeout", "Most between two digits; 0s: no limit.", kSpan),
    StepToneMode::bits("toneMode", "Which tone is played (LINETONEMODE_; TAPI_TONEMODE)."),
    field<&Step::duration>("duration", "How long each digit, or the tone, lasts; 0s: the usual.",
                           kSpan),
    field<&Step::frequencies>("frequencies", "The frequencies of a tone, in hertz.", kHertz),
    field<&Step::tones>("tones", "The tones that are listened for.", kToneList),
    field<&Step::address>("address", "The number of the address whose id is asked for.", kAnyText),
    field<&Step::completion_mode>("completionMode",
                                  "How the call is finished (LINECALLCOMPLMODE_); callback.",
                                  Tapi<"LINECALLCOMPLMODE">::kBitsOrNumber),
    field<&Step::message>("message", "Which message is left, counted from 0.", kUnsigned),
    field<&Step::completion>("completion",
                             "The id of a request to finish a call; they count from 1.", kUnsigned),
    field<&Step::forwards>("forwards",
                           "The rules by which calls are sent on; they replace the old ones. "
                           "Without the word: none.",
                           kForwardList),
    field<&Step::all_addresses>("allAddresses", "All addresses of the line are forwarded.", kYesNo),
    field<&Step::device_class>(
        "deviceClass", "The class of the device whose id is asked for; \"tapi/line\".", kAnyText),
    field<&Step::line_states>("lineStates", "States of the line to be told of (LINEDEVSTATE_).",
                              Tapi<"LINEDEVSTATE">::kBits),
    field<&Step::address_states>("addressStates",
                                 "States of its addresses to be told of (LINEADDRESSSTATE_).",
                                 Tapi<"LINEADDRESSSTATE">::kBitsOrNumber),
    field<&Step::total_size>("totalSize", "dwTotalSize of the structure that is to be filled.",
                             kUnsigned),
    field<&Step::used_size>("usedSize", "dwUsedSize that the filled structure must have.",
                            kUnsigned),
    field<&Step::complete>(
        "complete", "Whether all there is found room in the structure (dwNeededSize = dwUsedSize).",
        kYesNo),
    Field{"buffer", "null: the pointer to what is to be filled, or to the number, is NULL.",
          &kNothing, &put_null_pointer},
    field<&Step::raw_handle>("handle", "A number that is used as it is instead of a handle.",
                             kUnsigned),
    field<&Step::raw_bits>(
        "rawBits", "Privileges, selection, states or options as a number, to try wrong ones.",
        kUnsigned),
    field<&Step::fails>("fails", "It must be refused with this error.", kError),
    field<&Step::fails_at>(
        "failsAt", "Where the refusal has to come: as the return value or in the reply.", kFailsAt),
    field<&Step::async>("async", "Goes on without waiting for the reply.", kYesNo),
    field<&Step::within>("within", "Waits at most so long in simulated time; 60s where not said.",
                         kSpan),
    field<&Step::span>("for", "For so long; without it until the end.", kSpan),
    field<&Step::steps>("steps", "What is repeated.", kSteps),
    field<&Step::bits>("bits", "Bits that the message must have set, by what is expected.",
                       kBitTexts),
    field<&Step::count>("count", "Which ring it is; or how many: rings, trunks.", kUnsigned),
    field<&Step::provider>("provider", "What the line offers and tells differently from now on.",
                           kLineSettings),
    field<&Step::faults>("faults", "Faults from now on.", kFaults),
    field<&Step::fault_name>("name", "The name of the fault that ends.", kNameText),
};

inline constexpr std::array kTranslationFields = {
    field<&Step::translate_options>("options", "How the address is translated.",
                                    Tapi<"LINETRANSLATEOPTION">::kBitsOrNumber),
    Field{"card", "The calling card that is used, with the option cardOverride; 0: none.",
          &kNameOrId, &put_name_or_id<&Step::card_name, &Step::card>},
    Field{"location", "The location that calls are made from; 0: the default one.", &kNameOrId,
          &put_name_or_id<&Step::location_name, &Step::location>},
    field<&Step::country>("country", "The id of a country; 1: the first one, 0: all of them.",
                          kUnsigned),
    field<&Step::toll_list>("tollList", "What happens to the prefix of the number.",
                            Tapi<"LINETOLLLISTOPTION">::kWordOrNumber),
    field<&Step::gives>("gives", "What the structure must have been filled with.", kGives),
};

inline constexpr auto kStepFields =
    join(kSubjectFields, kKindFields, kParameterFields, kTranslationFields, kTapi3Fields,
         call_info_fields<&Step::conditions>(), script_fields<&Step::script>());
static_assert(kStepFields.size() <= WordSet::kMost);

// The set of the words in a text, such as "call line as".
consteval WordSet words(std::string_view list) {
    WordSet set;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        const std::size_t word = find_word(kStepFields, list.substr(0, end));
        if (word == kStepFields.size()) throw "a word that no step has";
        set.add(word);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return set;
}

}  // namespace pbxlab::harness
