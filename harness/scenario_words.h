// The words of the scenario language: one table of words for each object, and one that says which
// words fit which kind of step. The reader, the messages and the JSON Schema are all made from
// these.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "harness/json_words.h"

namespace pbxlab::harness {

[[nodiscard]] const ObjectWords& scenario_words();     // into Scenario
[[nodiscard]] const ObjectWords& office_words();       // into SwitchWords: an office file
[[nodiscard]] const ObjectWords& switch_words();       // the same with "office"
[[nodiscard]] const ObjectWords& load_words();         // into LoadWords
[[nodiscard]] const ObjectWords& application_words();  // into AppWords
[[nodiscard]] const ObjectWords& telephony_words();    // into TelephonyWords
[[nodiscard]] const ObjectWords& gives_words();        // into Gives
[[nodiscard]] const ObjectWords& provider_words();     // into ProviderWords
[[nodiscard]] const ObjectWords& settings_words();     // into Settings
[[nodiscard]] const ObjectWords& offer_words();        // the same of lines alone
[[nodiscard]] const ObjectWords& profile_words();      // into ProfileWords: a profile file
[[nodiscard]] const ObjectWords& step_words();         // into Step
[[nodiscard]] const ObjectWords& expectation_words();  // into Step: those that have "expect"
[[nodiscard]] const ObjectWords& check_words();        // into Conditions: what a "check" looks at
[[nodiscard]] const ObjectWords& group_words();        // into GroupWords
[[nodiscard]] const ObjectWords& params_words();       // into lines::CallParams
[[nodiscard]] const ObjectWords& span_words();
[[nodiscard]] const ObjectWords& forward_words();  // into ForwardWords
const ObjectWords& tone_words();                   // into pbx::OutsideScript: {"least", "most"}

// Which words fit a step. Every row that matches a step counts: it needs one word of each group in
// `needs`, takes only the words of `takes` (when that is not empty) and none of `bars`.
struct Shape {
    static constexpr int kAny = -1;

    StepKind kind;
    int variant = kAny;          // lines::Op, Awaited, PhoneAct or Injection, by kind
    std::string_view with = {};  // only when this word is given
    std::span<const WordSet> needs = {};
    WordSet takes = {};
    WordSet bars = {};
};
[[nodiscard]] std::span<const Shape> shapes();
// Those of the methods and events of TAPI 3.
[[nodiscard]] std::span<const Shape> tapi3_shapes();
[[nodiscard]] bool matches(const Shape& shape, StepKind kind, int variant, WordSet given);

// The word that makes a step of a kind: "do".
[[nodiscard]] std::string_view kind_word(StepKind kind);
// The kind of a step with these words; of the first one when there are several.
[[nodiscard]] std::optional<StepKind> kind_of(WordSet given);
// The variant of a step, as Shape has it.
[[nodiscard]] int variant_of(const Step& step, StepKind kind);
// The words that fit what is known of a step; its subjects and kinds when nothing is.
[[nodiscard]] WordSet fitting_words(const Step& step, WordSet given);
// The first word that does not belong to the step, or that it lacks.
[[nodiscard]] std::optional<Complaint> check_shape(const Step& step, WordSet given, Mark mark);

// The TAPI group of the bits that a message of this kind brings; empty when it brings none.
[[nodiscard]] std::string_view bits_group(Awaited awaited);

// Whom a condition of a "check" can be looked up at.
enum Subject : std::uint8_t { kOfCall = 1, kOfLine = 2, kOfOutside = 4 };
struct ConditionFit {
    std::string_view word;
    std::uint8_t subjects;
};
[[nodiscard]] std::span<const ConditionFit> condition_fits();
// Those that can be looked up there: bits, by their position in check_words().
[[nodiscard]] std::uint64_t conditions_of(Subject subject);
[[nodiscard]] std::string_view subject_word(Subject subject);

}  // namespace pbxlab::harness
