// Steps, and the objects inside them.
#include "harness/scenario_words_step.h"

#include <array>

#include "harness/limits.h"
#include "harness/method_results.h"
#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

constexpr auto kKinds = [] {
    std::array<std::string_view, kKindFields.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kKindFields[i].name;
    return names;
}();

// Whether a word is given; of several, one of them.
bool has(WordSet given, const WordSet& these) { return !(given & these).empty(); }

constexpr WordSet kUserUserInfo = words("userUserInfo");
constexpr WordSet kDigits = words("digits");
constexpr WordSet kCount = words("count");
constexpr WordSet kCall = words("call");
constexpr WordSet kLine = words("line");
constexpr WordSet kParams = words("params");
constexpr WordSet kExpect = words("expect");

// Words that mean a parameter in "do" and a condition in "expect" and "never".
constexpr WordSet kConditions =
    words("privilege media instance addressId appSpecific userUserInfo digits count");

void move_to_conditions(Step& step, WordSet given, Mark mark) {
    if (step.tapi3.cause) step.state.mode = step.tapi3.cause;
    if (!has(given, kConditions) && !step.conditions.written()) return;
    Conditions& conditions = step.conditions.edit();
    conditions.mark = mark;
    conditions.privilege = std::exchange(step.privilege, std::nullopt);
    conditions.media = std::exchange(step.media, std::nullopt);
    conditions.media_types = std::exchange(step.tapi3.media, std::nullopt);
    conditions.call_privilege = std::exchange(step.tapi3.privilege, std::nullopt);
    conditions.instance = std::exchange(step.tapi3.instance, std::nullopt);
    conditions.address_id = std::exchange(step.address_id, std::nullopt);
    conditions.app_specific = std::exchange(step.app_specific, std::nullopt);
    if (has(given, kUserUserInfo))
        conditions.user_user_info = std::exchange(step.user_user_info, {});
    if (has(given, kDigits)) conditions.digits = std::exchange(step.digits, {});
    if (has(given, kCount)) conditions.count = std::exchange(step.count, 0U);
}

std::optional<Complaint> resolve_bits(Step& step) {
    if (step.bits.empty()) return std::nullopt;
    const std::string_view group = bits_group(step.awaited);
    std::uint32_t bits = 0;
    for (const Text& text : step.bits) {
        const auto bit = find_tapi(group, text.value);
        if (!bit) {
            std::vector<std::string_view> known;
            for (const Choice& choice : tapi_words(Type{.group = group}))
                known.push_back(choice.word);
            return Complaint{text.mark,
                             {},
                             "unknown word " + in_quotes(text.value),
                             one_of(known),
                             std::string{nearest(text.value, known)}};
        }
        bits |= *bit;
    }
    step.conditions.edit().bits = bits;
    return std::nullopt;
}

Subject subject_of(WordSet given) {
    if (has(given, kCall)) return kOfCall;
    return has(given, kLine) ? kOfLine : kOfOutside;
}

std::string subject_name(Subject subject) {
    return subject == kOfOutside ? "a party outside" : "a " + std::string{subject_word(subject)};
}

// A terminal alone holds nothing.
std::optional<Complaint> check_terminal(const Step& step) {
    const Conditions& wanted = *step.conditions;
    if (!wanted.terminal || wanted.terminal_modes || wanted.terminal_device ||
        wanted.terminal_takes)
        return std::nullopt;
    return Complaint{wanted.mark,
                     "terminal",
                     "nothing is looked up at the terminal",
                     "\"terminalModes\", \"terminalDevice\" or \"terminalTakes\" beside it",
                     {}};
}

std::optional<Complaint> check_conditions(const Step& step, WordSet given) {
    const Subject subject = subject_of(given);
    if ((step.conditions->given & ~conditions_of(subject)) == 0) return check_terminal(step);
    const std::span<const Field> fields = check_words().fields;
    for (const ConditionFit& fit : condition_fits()) {
        const std::size_t word = find_word(fields, fit.word);
        if ((step.conditions->given >> word & 1U) == 0 || (fit.subjects & subject) != 0) continue;
        std::vector<std::string_view> fitting;
        for (const ConditionFit& other : condition_fits()) {
            if ((other.subjects & subject) != 0) fitting.push_back(other.word);
        }
        return Complaint{step.conditions->mark,
                         std::string{fit.word},
                         in_quotes(fit.word) + " cannot be looked up at " + subject_name(subject),
                         one_of(fitting),
                         {}};
    }
    return check_terminal(step);
}

std::optional<Complaint> finish_step(void* object, WordSet given, Mark mark) {
    Step& step = *static_cast<Step*>(object);
    step.kind = kind_of(given).value_or(StepKind::Wait);
    if (auto complaint = check_shape(step, given, mark)) return complaint;
    choose_namesake(step);
    step.has_params = has(given, kParams);
    if (step.kind == StepKind::Check) return check_conditions(step, given);
    if (step.kind != StepKind::Expect && step.kind != StepKind::Never) return std::nullopt;
    move_to_conditions(step, given, mark);
    return resolve_bits(step);
}

std::optional<Complaint> finish_expectation(void* object, WordSet given, Mark mark) {
    if (has(given, kExpect)) return finish_step(object, given, mark);
    return Complaint{
        mark, {}, "a step in a group of expectations without \"expect\"", "\"expect\"", {}};
}

WordSet fitting_step(const void* object, WordSet given) {
    return fitting_words(*static_cast<const Step*>(object), given);
}

// --- parameters of a call
using P = lines::CallParams;
void put_digit_duration(void* object, const Value& value) {
    assign(static_cast<P*>(object)->dial_params.digit_duration, value);
}
constexpr Field kParamsFields[] = {
    field<&P::bearer_mode>("bearerMode", "dwBearerMode; 0: voice.",
                           Tapi<"LINEBEARERMODE">::kWordOrNumber),
    field<&P::min_rate>("minRate", "Lowest data rate in bit/s.", kUnsigned),
    field<&P::max_rate>("maxRate", "Highest data rate in bit/s; 0: the highest of the line.",
                        kUnsigned),
    field<&P::media_mode>("mediaMode", "dwMediaMode; 0: interactive voice.",
                          Tapi<"LINEMEDIAMODE">::kBitsOrNumber),
    field<&P::call_param_flags>("flags", "dwCallParamFlags.",
                                Tapi<"LINECALLPARAMFLAGS">::kBitsOrNumber),
    field<&P::address_mode>("addressMode", "How the calling address is given; 0: addressId.",
                            Tapi<"LINEADDRESSMODE">::kWordOrNumber),
    field<&P::address_id>("addressId", "The calling address, counted from 0.", kUnsigned),
    field<&P::orig_address>("origAddress", "The calling address's number.", kAnyText),
    field<&P::called_party>("calledParty", "Who is called, in words.", kAnyText),
    field<&P::comment>("comment", "A comment that the call bears.", kAnyText),
    field<&P::displayable_address>("displayableAddress", "The number as it is shown.", kAnyText),
    Field{"digitDuration", "How long a dialled digit lasts, in ms; 0: as it is.", &kUnsigned,
          &put_digit_duration},
    field<&P::no_answer_timeout>(
        "noAnswerTimeout", "Seconds until an unanswered call is given up; 0: never.", kUnsigned),
    field<&P::user_user_info>("userUserInfo", "User-user information that goes with the call.",
                              kAnyText),
    field<&P::total_size>("totalSize", "dwTotalSize of the structure.", kUnsigned),
    field<&P::target_address>("targetAddress", "The number that a transfer in one step dials.",
                              kAnyText),
};

// --- a span to draw from
using S = pbx::OutsideScript;
constexpr Field kSpanFields[] = {
    field<&S::after_least>("least", "Shortest span.", kSpan, kRequired),
    field<&S::after_most>("most", "Longest span.", kSpan, kRequired),
};
std::optional<Complaint> finish_span(void* object, WordSet, Mark mark) {
    const S& script = *static_cast<const S*>(object);
    if (script.after_least <= script.after_most) return std::nullopt;
    return Complaint{
        mark, {}, "\"least\" is more than \"most\"", "\"least\" not more than \"most\"", {}};
}

// --- a forwarding rule
using F = ForwardWords;
constexpr Field kForwardFields[] = {
    field<&F::mode>("mode", "When it holds, and for whose calls (LINEFORWARDMODE_).",
                    Tapi<"LINEFORWARDMODE">::kBitsOrNumber, kRequired),
    field<&F::caller>("caller", "The caller's number, in the modes for one caller.", kAnyText),
    field<&F::to>("to", "Where such calls go; without it they are turned away.", kAnyText),
    field<&F::country_code>("countryCode", "The country code of that number.", kUnsigned),
};

// --- a tone that is listened for
using T = ToneWords;
constexpr Field kToneFields[] = {
    field<&T::frequencies>("frequencies", "Its frequencies in hertz; none: silence.", kHertz),
    field<&T::duration>("duration", "How long it must be heard.", kSpan),
    field<&T::app_specific>("appSpecific", "The mark that LINE_MONITORTONE bears.", kUnsigned),
};

}  // namespace

std::string_view bits_group(Awaited awaited) {
    switch (awaited) {
        case Awaited::CallInfo: return "LINECALLINFOSTATE";
        case Awaited::LineDevState:
        case Awaited::Reinit: return "LINEDEVSTATE";
        case Awaited::AddressState: return "LINEADDRESSSTATE";
        case Awaited::MonitorDigits: return "LINEDIGITMODE";
        case Awaited::GatherDigits: return "LINEGATHERTERM";
        case Awaited::Generate: return "LINEGENERATETERM";
        default: return event_kind(awaited).bits;
    }
}

const ObjectWords& step_words() {
    static constexpr ObjectWords kWords{.name = "step",
                                        .what = "a step",
                                        .fields = kStepFields,
                                        .exactly_one = kKinds,
                                        .finish = finish_step,
                                        .fitting = fitting_step,
                                        .most_in_file = kMaxSteps,
                                        .lookup = &kLookup<kStepFields, kKinds>};
    return kWords;
}

const ObjectWords& expectation_words() {
    static constexpr ObjectWords kWords{.name = "expectation",
                                        .what = "a step",
                                        .fields = kStepFields,
                                        .exactly_one = kKinds,
                                        .finish = finish_expectation,
                                        .fitting = fitting_step,
                                        .most_in_file = kMaxSteps,
                                        .narrows = "step",
                                        .must = "expect",
                                        .lookup = &kLookup<kStepFields, kKinds>};
    return kWords;
}

const ObjectWords& params_words() {
    static constexpr ObjectWords kWords{
        .name = "params", .what = "an object of call parameters", .fields = kParamsFields};
    return kWords;
}

const ObjectWords& tone_words() {
    static constexpr ObjectWords kWords{
        .name = "listenedTone", .what = "a tone", .fields = kToneFields};
    return kWords;
}

const ObjectWords& forward_words() {
    static constexpr ObjectWords kWords{
        .name = "forward", .what = "a forwarding rule", .fields = kForwardFields};
    return kWords;
}

const ObjectWords& span_words() {
    static constexpr ObjectWords kWords{
        .name = "span", .what = "a span", .fields = kSpanFields, .finish = finish_span};
    return kWords;
}

}  // namespace pbxlab::harness
