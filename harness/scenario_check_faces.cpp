// Applications of TAPI 2 and of TAPI 3 each have their own operations, states and messages: no step
// may ask of one what only the other has.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "harness/event_words.h"
#include "harness/method_results.h"
#include "harness/nearest.h"
#include "harness/scenario_check.h"
#include "harness/scenario_words.h"
#include "harness/tapi3_conditions.h"
#include "harness/words.h"
#include "lines/operations.h"
#include "lines/tapi3/fold.h"

namespace pbxlab::harness {

namespace {

using Refused = std::optional<Complaint>;
using lines::tapi3::MethodRow;

std::string_view name_of(Api api) { return api == Api::Tapi3 ? "TAPI 3" : "TAPI 2"; }

// Which interface the word of a step belongs to; nothing where both have it.
std::optional<Api> api_of(const Step& step) {
    switch (step.kind) {
        case StepKind::Do: return step.method ? Api::Tapi3 : Api::Tapi2;
        case StepKind::Expect:
        case StepKind::Never:
            if (step.awaited == Awaited::Reply) return std::nullopt;
            return is_event(step.awaited) ? Api::Tapi3 : Api::Tapi2;
        case StepKind::Check:
            if (!step.conditions->state) return std::nullopt;
            return step.conditions->state->event != 0 ? Api::Tapi3 : Api::Tapi2;
        default: return std::nullopt;
    }
}

// The operation that does what the method does, or the other way round; empty where there is none.
std::string_view counterpart(const Step& step) {
    const auto rows = lines::tapi3::methods();
    if (step.method) {
        const std::string_view behind = lines::tapi3::row(*step.method).behind;
        for (const lines::Operation& operation : lines::operations()) {
            if (operation.function == behind.substr(0, behind.find(','))) return operation.word;
        }
        return {};
    }
    const std::string_view function = lines::operation(step.op).function;
    const auto row = std::ranges::find_if(rows, [function](const MethodRow& each) {
        const std::size_t at = each.behind.find(function);
        const std::size_t end = at + function.size();
        return at != std::string_view::npos &&
               (end == each.behind.size() || each.behind[end] == ',');
    });
    return row == rows.end() ? std::string_view{} : row->name;
}

// The state of the other interface that goes with it.
std::string counterpart(const StateWord& word) {
    const auto folded = [](std::uint32_t state) {
        return lines::tapi3::fold({.state = state}, lines::Tapi3Habits{});
    };
    if (word.event == 0) {
        const auto state = folded(word.state);
        return state ? constant_text("CALL_STATE", *state) : std::string{};
    }
    if (word.event != lines::TE_CALLSTATE) return {};
    for (const lines::TapiName& state : lines::tapi_group("LINECALLSTATE")) {
        if (folded(state.value) == word.state) return state_text(state.value);
    }
    return {};
}

Complaint foreign(Mark mark, std::string_view word, Api api, std::string_view expected) {
    return {mark,
            std::string{word},
            in_quotes(word) + " means nothing to an application of " + std::string{name_of(api)},
            std::string{expected},
            {}};
}

Refused check_tapi2(const AppWords& app) {
    if (app.events) return foreign(app.mark, "events", Api::Tapi2, "\"api\": \"tapi3\" beside it");
    for (const OpenWords& open : app.opens) {
        if (open.media_types)
            return foreign(open.mark, "media", Api::Tapi2, "media modes: interactiveVoice ...");
    }
    return std::nullopt;
}

// Each interface has its own ways of saying what an application wants to be told.
Refused check_application(const AppWords& app) {
    constexpr std::string_view kInstead = "\"events\" of the application: [\"TE_ADDRESS\"] ...";
    if (app.api == Api::Tapi2) return check_tapi2(app);
    if (app.has_version) return foreign(app.mark, "version", Api::Tapi3, "no version");
    for (const OpenWords& open : app.opens) {
        if (open.line_states != 0) return foreign(open.mark, "lineStates", Api::Tapi3, kInstead);
        if (open.address_states != 0)
            return foreign(open.mark, "addressStates", Api::Tapi3, kInstead);
    }
    return std::nullopt;
}

class FaceCheck {
 public:
    explicit FaceCheck(const Scenario& scenario) : scenario_{scenario} {
        for (const std::string& name : scenario.application_order)
            apps_[name] = scenario.applications.at(name).api;
        if (!apps_.empty()) return;
        for (const std::string& line : scenario.exchange.line_order)
            apps_[line] = scenario.api.value_or(Api::Tapi2);
    }

    Refused scenario() {
        if (scenario_.api && !scenario_.applications.empty()) {
            return Complaint{scenario_.applications.begin()->second.mark,
                             {},
                             "\"api\" at the top is that of the lines' own applications, and "
                             "others are given",
                             "\"api\" in each application",
                             {}};
        }
        for (const std::string& name : scenario_.application_order) {
            if (auto refused = check_application(scenario_.applications.at(name))) return refused;
        }
        if (auto refused = steps(scenario_.steps)) return refused;
        if (auto refused = traces()) return refused;
        if (auto refused = faults(scenario_.faults)) return refused;
        for (const std::vector<FaultWords>* each : injected_) {
            if (auto refused = faults(*each)) return refused;
        }
        return faces();
    }

 private:
    Refused steps(const Steps& steps);
    Refused step(const Step& step);
    Refused speaks(const Step& step, Api word, Api whose, const std::string& who) const;
    Refused words(const Step& step, Api whose) const;
    Refused traces() const;
    Refused faces() const;
    Refused faults(const std::vector<FaultWords>& faults) const;
    [[nodiscard]] std::optional<Api> api(const std::map<std::string, Api>& of,
                                         const Text& name) const {
        const auto known = of.find(name.value);
        return known == of.end() ? std::nullopt : std::optional{known->second};
    }

    const Scenario& scenario_;
    std::map<std::string, Api> apps_, calls_;
    std::vector<const std::vector<FaultWords>*> injected_;
};

Refused FaceCheck::speaks(const Step& step, Api word, Api whose, const std::string& who) const {
    if (word == whose) return std::nullopt;
    const std::string what = who + " is of " + std::string{name_of(whose)} + ", and this is of " +
                             std::string{name_of(word)};
    const std::string expected = "what " + std::string{name_of(whose)} + " has";
    std::string near;
    if (step.kind == StepKind::Do) near = counterpart(step);
    if (step.kind == StepKind::Check) near = counterpart(*step.conditions->state);
    const bool state = step.awaited == Awaited::CallState || step.awaited == Awaited::StateEvent;
    if ((step.kind == StepKind::Expect || step.kind == StepKind::Never) && state)
        near = counterpart(step.state);
    return Complaint{step.mark, std::string{kind_word(step.kind)}, what, expected, near};
}

// What can be looked at.
Refused FaceCheck::words(const Step& step, Api whose) const {
    if (step.kind != StepKind::Check || step.call.value.empty()) return std::nullopt;
    const auto refuse = [&step](std::string_view word, std::string_view api,
                                const std::string& expected) {
        return Complaint{
            step.conditions->mark,
            std::string{word},
            in_quotes(word) + " is nothing that a call of " + std::string{api} + " tells",
            expected,
            {}};
    };
    const auto fields = check_words().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if ((step.conditions->given >> i & 1U) == 0) continue;
        const std::string_view word = fields[i].name;
        if (whose == Api::Tapi3 && !is_told_by_tapi3(word))
            return refuse(word, "TAPI 3", one_of(told_by_tapi3()));
        if (whose == Api::Tapi2 && word == "hubCalls")
            return refuse(word, "TAPI 2", "what LINECALLINFO and LINECALLSTATUS tell");
    }
    return std::nullopt;
}

Refused FaceCheck::step(const Step& step) {
    const std::optional<Api> word = api_of(step);
    if (auto refused = check_method(step)) return refused;
    if (!step.faults.empty()) injected_.push_back(&step.faults);
    if (!step.app.value.empty()) {
        const auto whose = api(apps_, step.app);
        if (word && whose) {
            if (auto refused = speaks(step, *word, *whose, "application " + step.app.value))
                return refused;
        }
    }
    for (const Text* name : {&step.call, step.with ? &*step.with : nullptr}) {
        if (name == nullptr) continue;
        const auto whose = api(calls_, *name);
        if (!whose) continue;
        if (word) {
            if (auto refused = speaks(step, *word, *whose, "call " + name->value)) return refused;
        }
        if (auto refused = words(step, *whose)) return refused;
    }
    const bool some = apps_.empty() || std::ranges::any_of(apps_, [&word](const auto& app) {
                          return !word || app.second == *word;
                      });
    if (!some && step.kind != StepKind::Check) {
        const Api other = word == Api::Tapi3 ? Api::Tapi2 : Api::Tapi3;
        if (auto refused = speaks(step, *word, other, "every application")) return refused;
    }
    for (const Text& name : step.as) calls_[name.value] = word.value_or(Api::Tapi2);
    if (step.kind == StepKind::Do && step.conference)
        calls_[step.conference->value] = word.value_or(Api::Tapi2);
    return steps(step.steps);
}

Refused FaceCheck::steps(const Steps& steps) {
    for (const Step& each : steps) {
        if (auto refused = step(each)) return refused;
    }
    return std::nullopt;
}

Refused FaceCheck::traces() const {
    for (const TraceWords& trace : scenario_.traces) {
        const auto whose = api(calls_, trace.call);
        if (!whose) continue;
        for (const StateWord& state : trace.states) {
            if (state.any() || (state.event != 0) == (*whose == Api::Tapi3)) continue;
            return Complaint{state.mark,
                             {},
                             "call " + trace.call.value + " is of " + std::string{name_of(*whose)} +
                                 ", which has no such state",
                             "a state of " + std::string{name_of(*whose)},
                             counterpart(state)};
        }
    }
    return std::nullopt;
}

// Faults act on what TAPI 2 has: its calls are there before a TAPI 3 application knows of them.
Refused FaceCheck::faults(const std::vector<FaultWords>& faults) const {
    for (const FaultWords& fault : faults) {
        if (api(calls_, fault.call) != Api::Tapi3) continue;
        return Complaint{fault.call.mark,
                         {},
                         in_quotes(fault.call.value) + " is a call of TAPI 3, which no fault names",
                         "\"on\" with its line, or \"app\" with the application",
                         {}};
    }
    return std::nullopt;
}

Refused FaceCheck::faces() const {
    for (const FacesWords& each : scenario_.faces) {
        for (const auto& [name, wanted] :
             {std::pair{&each.tapi2, Api::Tapi2}, std::pair{&each.tapi3, Api::Tapi3}}) {
            const auto whose = api(calls_, *name);
            if (whose == wanted) continue;
            return Complaint{name->mark,
                             {},
                             in_quotes(name->value) + " is no call of a " +
                                 std::string{name_of(wanted)} + " application",
                             "the call of a TAPI 2 application, and behind it one of TAPI 3",
                             {}};
        }
    }
    return std::nullopt;
}

}  // namespace

Refused check_faces(const Scenario& scenario) { return FaceCheck{scenario}.scenario(); }

}  // namespace pbxlab::harness
