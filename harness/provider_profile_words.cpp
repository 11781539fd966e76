// A provider profile as words.
#include "harness/provider_profile.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_fault.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

constexpr Type kUrl{.name = "source",
                    .expected = "where it is published: a web address, or a title and page",
                    .form = Form::NotEmpty};

constexpr Field kFactFields[] = {
    field<&ReasonWords::source>("source", "Where this is published: best a web address.", kUrl,
                                kRequired),
    field<&ReasonWords::says>("says", "What is said there, in a sentence.", kTitle, kRequired),
    field<&ReasonWords::settings>("settings", "What follows from it.", kSettings),
    field<&ReasonWords::faults>("faults", "What it does wrong by that.", kFaults),
};
const ObjectWords& fact_words() {
    static constexpr ObjectWords kWords{
        .name = "fact", .what = "something documented", .fields = kFactFields};
    return kWords;
}

constexpr Field kAssumptionFields[] = {
    field<&ReasonWords::says>("why", "Why it is taken to be so.", kTitle, kRequired),
    field<&ReasonWords::settings>("settings", "What is assumed.", kSettings),
    field<&ReasonWords::faults>("faults", "What it is assumed to do wrong.", kFaults),
};
const ObjectWords& assumption_words() {
    static constexpr ObjectWords kWords{
        .name = "assumption", .what = "something assumed", .fields = kAssumptionFields};
    return kWords;
}

constexpr Type kFact{.expected = "an object with source, says, and settings or faults",
                     .accepts = kObject,
                     .object = fact_words};
constexpr Field kFactEntry = entry<ReasonWords>("Something documented.", kFact);
constexpr Type kFacts{.expected = "a list of facts", .accepts = kList, .entry = &kFactEntry};
constexpr Type kAssumption{.expected = "an object with why, and settings or faults",
                           .accepts = kObject,
                           .object = assumption_words};
constexpr Field kAssumptionEntry = entry<ReasonWords>("Something assumed.", kAssumption);
constexpr Type kAssumptions{
    .expected = "a list of assumptions", .accepts = kList, .entry = &kAssumptionEntry};

constexpr Field kProfileFields[] = {
    Field{"$schema", "The schema of this file, for editors.", &kAnyText,
          [](void*, const Value&) {}},
    field<&ProfileWords::name>("name", "What the provider is, in a line.", kTitle, kRequired),
    field<&ProfileWords::about>("about", "Who meets it, and what it does differently.", kAnyText),
    field<&ProfileWords::extends>("extends", "The profile that holds for whatever is not set here.",
                                  kProfileName),
    field<&ProfileWords::facts>("facts", "What is documented, each with its source.", kFacts),
    field<&ProfileWords::assumptions>("assumptions", "What is not documented but taken to be so.",
                                      kAssumptions),
    field<&ProfileWords::settings>("settings", "What is set without a reason given.", kSettings),
    field<&ProfileWords::faults>("faults", "What it does wrong, without a reason given.", kFaults),
};

}  // namespace

const ObjectWords& profile_words() {
    static constexpr ObjectWords kWords{
        .name = "profileFile", .what = "a provider profile", .fields = kProfileFields};
    return kWords;
}

}  // namespace pbxlab::harness
