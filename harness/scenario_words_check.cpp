// What a "check" can look at.
#include <array>

#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"

namespace pbxlab::harness {

namespace {

using C = Conditions;
constexpr Type kState{.name = "state",
                      .expected = "a call state",
                      .form = Form::State,
                      .events = lines::TE_CALLSTATE};
constexpr Choice kPartyWords[] = {{"idle"},         {"calling"},   {"ringing"},
                                  {"hearsRinging"}, {"hearsBusy"}, {"hearsInformation"},
                                  {"talking"},      {"held"},      {"cleared"}};
constexpr Type kPartyState{
    .name = "partyState", .form = Form::Word, .words = listed_words, .choices = kPartyWords};

constexpr std::array kCallFields = {
    field<&C::state>("state", "The call's state, perhaps with its mode.", kState),
    Either<"LINECALLPRIVILEGE|CALL_PRIVILEGE", At<&C::privilege>, At<&C::call_privilege>>::bits(
        "privilege", "The application's privilege (LINECALLPRIVILEGE_; CALL_PRIVILEGE)."),
    field<&C::address_id>(
        "addressId", "Which address the call is at; or which address of the line is looked at.",
        kUnsigned),
    Either<"LINEMEDIAMODE|TAPIMEDIATYPE", At<&C::media>, At<&C::media_types>>::bits(
        "media", "The call's media modes or types, exactly (LINEMEDIAMODE_; TAPIMEDIATYPE_)."),
    field<&C::user_user_info>("userUserInfo", "The user-user information that the call bears.",
                              kAnyText),
    field<&C::app_specific>("appSpecific", "dwAppSpecific of the call.", kUnsigned),
    field<&C::call_data>("callData", "The data attached to the call.", kAnyText),
    field<&C::treatment>("treatment", "The call's treatment (LINECALLTREATMENT_).",
                         Tapi<"LINECALLTREATMENT">::kWord),
    field<&C::bearer_mode>("bearerMode", "The call's bearer mode (LINEBEARERMODE_).",
                           Tapi<"LINEBEARERMODE">::kWord),
    field<&C::rate>("rate", "The call's data rate in bit/s.", kUnsigned),
    field<&C::monitor_digit_modes>("monitorDigitModes",
                                   "Digits that somebody listens for, exactly (LINEDIGITMODE_).",
                                   Tapi<"LINEDIGITMODE">::kBits),
    field<&C::monitor_media_modes>("monitorMediaModes",
                                   "Media that somebody listens for, exactly (LINEMEDIAMODE_).",
                                   Tapi<"LINEMEDIAMODE">::kBits),
    field<&C::completion_id>("completionId", "dwCompletionID of the call; 0: none.", kUnsigned),
    field<&C::flags>("flags", "The call's parameter flags: all of these (LINECALLPARAMFLAGS_).",
                     Tapi<"LINECALLPARAMFLAGS">::kBits),
    field<&C::features2>("features2", "What it can do now: all of these (LINECALLFEATURE2_).",
                         Tapi<"LINECALLFEATURE2">::kBits),
    field<&C::lacks2>("lacks2", "What it cannot do now: none of these (LINECALLFEATURE2_).",
                      Tapi<"LINECALLFEATURE2">::kBits),
    field<&C::hub_calls>("hubCalls", "How many calls are in the call's hub.", kUnsigned),
};
constexpr std::array kLineFields = {
    field<&C::active_calls>("activeCalls", "dwNumActiveCalls of the line, or of the address.",
                            kUnsigned),
    field<&C::held_calls>("heldCalls", "dwNumOnHoldCalls of the line, or of the address.",
                          kUnsigned),
    field<&C::pending_calls>("pendingCalls", "dwNumOnHoldPendCalls of the line, or of the address.",
                             kUnsigned),
    field<&C::in_use>("inUse", "dwNumInUse of the address.", kUnsigned),
    field<&C::address_features>("addressFeatures",
                                "What the address can do now: all of these (LINEADDRFEATURE_).",
                                Tapi<"LINEADDRFEATURE">::kBits),
    field<&C::address_lacks>("addressLacks",
                             "What it cannot do now: none of these (LINEADDRFEATURE_).",
                             Tapi<"LINEADDRFEATURE">::kBits),
    field<&C::line_features>("lineFeatures",
                             "What the line can do now: all of these (LINEFEATURE_).",
                             Tapi<"LINEFEATURE">::kBits),
    field<&C::line_lacks>("lineLacks", "What it cannot do now: none of these (LINEFEATURE_).",
                          Tapi<"LINEFEATURE">::kBits),
    field<&C::completions>("completions", "dwNumCallCompletions of the line.", kUnsigned),
    field<&C::forward_modes>("forwardModes",
                             "Modes of all the address's forwarding rules, exactly; [] for none "
                             "(LINEFORWARDMODE_).",
                             Tapi<"LINEFORWARDMODE">::kBits),
    field<&C::forward_to>("forwardTo", "Where its rules send calls, with spaces between.",
                          kAnyText),
    field<&C::forward_rings>("forwardRings", "dwNumRingsNoAnswer of the address.", kUnsigned),
    field<&C::opens>("opens", "How often the line is open, over all applications.", kUnsigned),
    field<&C::status_flags>("statusFlags",
                            "dwDevStatusFlags of the line, exactly (LINEDEVSTATUSFLAGS_).",
                            Tapi<"LINEDEVSTATUSFLAGS">::kBits),
    field<&C::terminals>("terminals", "How many terminals the line has.", kUnsigned),
    field<&C::terminal>("terminal", "Which of them is looked at, counted from 0; 0.", kUnsigned),
    field<&C::terminal_modes>("terminalModes",
                              "What goes to the terminal, exactly: as set for the line, for the "
                              "address that is named, or of the call (LINETERMMODE_).",
                              Tapi<"LINETERMMODE">::kBits),
    field<&C::terminal_device>("terminalDevice", "What the terminal is (LINETERMDEV_).",
                               Tapi<"LINETERMDEV">::kWord),
    field<&C::terminal_takes>("terminalTakes",
                              "What can go to the terminal, exactly (LINETERMMODE_).",
                              Tapi<"LINETERMMODE">::kBits),
    field<&C::in_service>("inService", "Whether the line is connected and in service.", kYesNo),
    field<&C::answer_mode>("answerMode", "What answering does to an active call (LINEANSWERMODE_).",
                           Tapi<"LINEANSWERMODE">::kWord),
    field<&C::call_states>("callStates", "Call states that the address can report: all of these.",
                           Tapi<"LINECALLSTATE">::kBits),
    field<&C::missing_call_states>("missingCallStates",
                                   "Call states that it cannot report: none of these.",
                                   Tapi<"LINECALLSTATE">::kBits),
    field<&C::address_caps>("addressCaps",
                            "What the address can do (LINEADDRCAPFLAGS_): all of these.",
                            Tapi<"LINEADDRCAPFLAGS">::kBits),
    field<&C::address_caps_lack>("addressCapsLack",
                                 "What the address cannot do (LINEADDRCAPFLAGS_): none of these.",
                                 Tapi<"LINEADDRCAPFLAGS">::kBits),
};
constexpr std::array kOutsideFields = {
    field<&C::is>("is", "What the party outside is doing.", kPartyState),
};
constexpr auto kInfoFields = call_info_fields<>();
constexpr auto kCheckFields = join(kCallFields, kInfoFields, kLineFields, kOutsideFields);

std::optional<Complaint> finish_check(void* object, WordSet given, Mark) {
    Conditions& conditions = *static_cast<Conditions*>(object);
    for (std::size_t i = 0; i < kCheckFields.size(); ++i) {
        if (given.has(i)) conditions.given |= std::uint64_t{1} << i;
    }
    return std::nullopt;
}
static_assert(kCheckFields.size() <= 64);

constexpr ConditionFit kFits[] = {
    {"state", kOfCall},
    {"privilege", kOfCall},
    {"addressId", kOfCall | kOfLine},
    {"media", kOfCall},
    {"userUserInfo", kOfCall},
    {"appSpecific", kOfCall},
    {"callData", kOfCall},
    {"treatment", kOfCall},
    {"bearerMode", kOfCall},
    {"rate", kOfCall},
    {"monitorDigitModes", kOfCall},
    {"monitorMediaModes", kOfCall},
    {"completionId", kOfCall},
    {"flags", kOfCall},
    {"features2", kOfCall},
    {"lacks2", kOfCall},
    {"hubCalls", kOfCall},
    {"callerId", kOfCall},
    {"callerName", kOfCall},
    {"callerIdFlags", kOfCall},
    {"calledId", kOfCall},
    {"calledIdFlags", kOfCall},
    {"connectedId", kOfCall},
    {"connectedName", kOfCall},
    {"connectedIdFlags", kOfCall},
    {"redirectingId", kOfCall},
    {"redirectionId", kOfCall},
    {"reason", kOfCall},
    {"origin", kOfCall},
    {"features", kOfCall},
    {"lacks", kOfCall},
    {"owners", kOfCall},
    {"monitors", kOfCall},
    {"appName", kOfCall},
    {"calledParty", kOfCall},
    {"comment", kOfCall},
    {"sameCallIdAs", kOfCall},
    {"relatedTo", kOfCall},
    {"activeCalls", kOfLine},
    {"heldCalls", kOfLine},
    {"pendingCalls", kOfLine},
    {"inUse", kOfLine},
    {"addressFeatures", kOfLine},
    {"addressLacks", kOfLine},
    {"lineFeatures", kOfLine},
    {"lineLacks", kOfLine},
    {"completions", kOfLine},
    {"forwardModes", kOfLine},
    {"forwardTo", kOfLine},
    {"forwardRings", kOfLine},
    {"opens", kOfLine},
    {"statusFlags", kOfLine},
    {"terminals", kOfLine},
    {"terminal", kOfCall | kOfLine},
    {"terminalModes", kOfCall | kOfLine},
    {"terminalDevice", kOfLine},
    {"terminalTakes", kOfLine},
    {"inService", kOfLine},
    {"answerMode", kOfLine},
    {"callStates", kOfLine},
    {"missingCallStates", kOfLine},
    {"addressCaps", kOfLine},
    {"addressCapsLack", kOfLine},
    {"is", kOfOutside},
};
static_assert(std::size(kFits) == kCheckFields.size());

constexpr std::uint64_t fitting(Subject subject) {
    std::uint64_t conditions = 0;
    for (const ConditionFit& fit : kFits) {
        if ((fit.subjects & subject) != 0)
            conditions |= std::uint64_t{1} << find_word(kCheckFields, fit.word);
    }
    return conditions;
}

}  // namespace

std::span<const ConditionFit> condition_fits() { return kFits; }

std::uint64_t conditions_of(Subject subject) {
    static constexpr std::uint64_t kCall = fitting(kOfCall);
    static constexpr std::uint64_t kLine = fitting(kOfLine);
    static constexpr std::uint64_t kOutside = fitting(kOfOutside);
    return subject == kOfCall ? kCall : subject == kOfLine ? kLine : kOutside;
}

std::string_view subject_word(Subject subject) {
    if (subject == kOfCall) return "call";
    return subject == kOfLine ? "line" : "outside";
}

const ObjectWords& check_words() {
    static constexpr ObjectWords kWords{.name = "check",
                                        .what = "a check",
                                        .fields = kCheckFields,
                                        .finish = finish_check,
                                        .not_empty = true,
                                        .lookup = &kLookup<kCheckFields>};
    return kWords;
}

}  // namespace pbxlab::harness
