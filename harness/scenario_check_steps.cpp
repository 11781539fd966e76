// Steps refer to lines, applications, parties and requests, and to calls that earlier steps have
// named.
#include <algorithm>
#include <bit>
#include <set>
#include <string>
#include <vector>

#include "harness/limits.h"
#include "harness/nearest.h"
#include "harness/provider_contradictions.h"
#include "harness/scenario_check.h"
#include "lines/operations.h"

namespace pbxlab::harness {

namespace {

using Names = std::set<std::string, std::less<>>;
using Refused = std::optional<Complaint>;

class StepCheck {
 public:
    explicit StepCheck(const Scenario& scenario) : scenario_{scenario} {
        const SwitchWords& words = scenario.exchange;
        lines_.insert(words.line_order.begin(), words.line_order.end());
        outside_.insert(words.outside_order.begin(), words.outside_order.end());
        const TelephonyWords& telephony = scenario.telephony;
        cards_.insert(telephony.card_order.begin(), telephony.card_order.end());
        locations_.insert(telephony.location_order.begin(), telephony.location_order.end());
        // Without the section, each line has one application of its own name.
        const auto& apps =
            scenario.applications.empty() ? words.line_order : scenario.application_order;
        apps_.insert(apps.begin(), apps.end());
    }

    Refused steps(const Steps& steps, std::uint64_t times);
    Refused traces() const;

 private:
    Refused step(const Step& step, std::uint64_t times);
    Refused subjects(const Step& step) const;
    Refused calls(const Step& step) const;
    Refused request(const Step& step);
    Refused name_calls(const Step& step);
    Refused conference(const Step& step);
    Refused known(std::string_view kind, const Text& name, const Names& names) const;

    const Scenario& scenario_;
    Names lines_, outside_, apps_, cards_, locations_;
    Names calls_;  // named so far
    Names requests_;
    std::uint64_t played_ = 0;
};

void collect(const Steps& steps, Names& calls) {
    for (const Step& step : steps) {
        for (const Text& name : step.as) calls.insert(name.value);
        if (step.kind == StepKind::Do && step.conference) calls.insert(step.conference->value);
        collect(step.steps, calls);
    }
}

Refused StepCheck::known(std::string_view kind, const Text& name, const Names& names) const {
    if (name.value.empty() || names.contains(name.value)) return std::nullopt;
    const std::vector<std::string_view> words(names.begin(), names.end());
    const std::string expected =
        words.empty() ? "one that has been named; there is none" : one_of(words);
    return Complaint{name.mark,
                     {},
                     "unknown " + std::string{kind} + ' ' + in_quotes(name.value),
                     expected,
                     std::string{nearest(name.value, words)}};
}

// A person chooses one way; only an application can ask for several at once, or for none.
Refused check_way(const Step& step) {
    if (step.kind != StepKind::Phone || std::has_single_bit(step.completion_mode.value_or(1)))
        return std::nullopt;
    return Complaint{step.mark,
                     "completionMode",
                     "not one way to finish a call",
                     "one word: campOn, callback, intrude or message",
                     {}};
}

Refused StepCheck::subjects(const Step& step) const {
    if (auto refused = known("line", step.line, lines_)) return refused;
    if (auto refused = known("application", step.app, apps_)) return refused;
    if (auto refused = known("card", step.card_name, cards_)) return refused;
    if (auto refused = known("location", step.location_name, locations_)) return refused;
    return known("party outside", step.outside, outside_);
}

Refused StepCheck::calls(const Step& step) const {
    const Text* names[] = {
        &step.call, step.with ? &*step.with : nullptr,
        step.conditions->same_call_id_as ? &*step.conditions->same_call_id_as : nullptr,
        step.conditions->related_to ? &*step.conditions->related_to : nullptr,
        step.kind == StepKind::Expect && step.conference && !step.conference->value.empty()
            ? &*step.conference
            : nullptr};
    Names ever;
    for (const Text* name : names) {
        if (name == nullptr) continue;
        auto refused = known("call", *name, calls_);
        if (!refused) continue;
        collect(scenario_.steps, ever);
        if (ever.contains(name->value)) {
            refused->what =
                "the call " + in_quotes(name->value) + " is used before a step names it";
            refused->expected = "an earlier step with \"as\": " + in_quotes(name->value);
            refused->nearest.clear();
        }
        return refused;
    }
    return std::nullopt;
}

Refused StepCheck::request(const Step& step) {
    if (step.kind != StepKind::Do) return known("request", step.request, requests_);
    if (!step.request.value.empty()) requests_.insert(step.request.value);
    return std::nullopt;
}

Refused StepCheck::name_calls(const Step& step) {
    using lines::tapi3::Method;
    const bool listed =
        step.method
            ? step.method == Method::EnumerateCalls || step.method == Method::HubEnumerateCalls
            : step.op == lines::Op::GetNewCalls || step.op == lines::Op::GetConfRelatedCalls;
    const bool several = step.kind == StepKind::Do && listed;
    if (!several && step.as.size() > 1) {
        return Complaint{step.as[1].mark,
                         {},
                         "a second name for the one call that comes of this step",
                         "one name",
                         {}};
    }
    for (std::size_t i = 0; i < step.as.size(); ++i) {
        const auto same = [&](const Text& other) { return other.value == step.as[i].value; };
        if (std::any_of(step.as.begin(), step.as.begin() + static_cast<std::ptrdiff_t>(i), same)) {
            return Complaint{step.as[i].mark,
                             {},
                             in_quotes(step.as[i].value) + " is given to two calls",
                             "another name",
                             {}};
        }
        calls_.insert(step.as[i].value);
    }
    return conference(step);
}

// One that comes of an operation gets a name; one that a message names has one.
Refused StepCheck::conference(const Step& step) {
    if (!step.conference) return std::nullopt;
    const Text& name = *step.conference;
    if (step.kind == StepKind::Expect) {
        if (step.state.state == lines::LINECALLSTATE_CONFERENCED) return std::nullopt;
        return Complaint{
            name.mark, {}, "no conference comes with this state", "the state \"conferenced\"", {}};
    }
    const auto same = [&](const Text& other) { return other.value == name.value; };
    if (std::ranges::any_of(step.as, same)) {
        return Complaint{
            name.mark, {}, in_quotes(name.value) + " is given to two calls", "another name", {}};
    }
    if (!name.value.empty()) calls_.insert(name.value);
    return std::nullopt;
}

Refused StepCheck::step(const Step& step, std::uint64_t times) {
    if (auto refused = subjects(step)) return refused;
    if (auto refused = check_way(step)) return refused;
    if (auto refused = contradiction(step.provider)) return refused;
    if (auto refused = calls(step)) return refused;
    if (auto refused = request(step)) return refused;
    if (auto refused = name_calls(step)) return refused;
    played_ += times;
    if (played_ > kMaxPlayedSteps) {
        return Complaint{step.mark,
                         {},
                         "too many steps, repeats multiplied out",
                         "at most " + std::to_string(kMaxPlayedSteps) + " played steps",
                         {}};
    }
    // Both factors are bounded by their limits, or the count above has ended the check.
    const std::uint64_t inner = step.kind == StepKind::Repeat ? times * step.repeat : times;
    return steps(step.steps, inner);
}

Refused StepCheck::steps(const Steps& steps, std::uint64_t times) {
    for (const Step& one : steps) {
        if (auto refused = step(one, times)) return refused;
    }
    return std::nullopt;
}

Refused StepCheck::traces() const {
    for (const TraceWords& trace : scenario_.traces) {
        if (auto refused = known("call", trace.call, calls_)) return refused;
    }
    return std::nullopt;
}

}  // namespace

Refused check_steps(const Scenario& scenario) {
    StepCheck check{scenario};
    if (auto refused = check.steps(scenario.steps, 1)) return refused;
    return check.traces();
}

}  // namespace pbxlab::harness
