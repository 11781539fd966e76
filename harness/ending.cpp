#include "harness/ending.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "harness/event_words.h"
#include "harness/ladder.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

bool names_mode(std::span<const StateWord> words) {
    return std::any_of(words.begin(), words.end(),
                       [](const StateWord& word) { return word.mode.has_value(); });
}

std::vector<ToldState> told_states(const Run& run, const CallRecord& call) {
    std::vector<ToldState> told;
    for (const std::uint32_t index : call.stream.entries) {
        const Entry& entry = run.log.entries()[index];
        const lines::Message& message = entry.message;
        if (entry.event && entry.event->kind == lines::TE_CALLSTATE)
            told.push_back({entry.event->detail, entry.event->cause, entry.event->kind});
        if (message.id == lines::LINE_CALLSTATE)
            told.push_back({plain_state(message.param1), message.param2});
    }
    return told;
}

std::vector<ToldState> collapsed(std::span<const ToldState> told) {
    std::vector<ToldState> states{told.begin(), told.end()};
    const auto same = [](const ToldState& a, const ToldState& b) { return a.state == b.state; };
    states.erase(std::unique(states.begin(), states.end(), same), states.end());
    return states;
}

// reached[i]: the first i words can stand for all states so far.
std::vector<bool> start(std::span<const StateWord> words) {
    std::vector<bool> reached(words.size() + 1);
    reached[0] = true;
    for (std::size_t i = 0; i < words.size() && words[i].any(); ++i) reached[i + 1] = true;
    return reached;
}

bool is_told(const StateWord& word, const ToldState& told) {
    if (word.event != told.event) return false;
    if (word.event == 0) return is_state(word, told.state, told.mode);
    return word.state == told.state && word.mode.value_or(told.mode) == told.mode;
}

std::string told_text(const ToldState& told, bool modes) {
    const std::uint32_t mode = modes ? told.mode : 0;
    if (told.event != 0) return event_text(told.event, told.state, mode);
    return state_text(told.state, mode);
}

std::vector<bool> advance(std::span<const StateWord> words, const std::vector<bool>& reached,
                          const ToldState& told) {
    std::vector<bool> next(words.size() + 1);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].any()) {
            next[i + 1] = next[i] || reached[i] || reached[i + 1];
        } else {
            next[i + 1] = reached[i] && is_told(words[i], told);
        }
    }
    return next;
}

template <class List, class Write>
std::string list_text(const List& list, Write write) {
    std::string text;
    for (const auto& each : list) text += (text.empty() ? "" : ", ") + write(each);
    return text.empty() ? "(none)" : text;
}

SeenTrace seen_trace(const std::string& call, const std::vector<ToldState>& told, bool modes) {
    SeenTrace seen{.call = call, .states = {}};
    for (const ToldState& each : modes ? told : collapsed(told))
        seen.states.push_back(told_text(each, modes));
    return seen;
}

void judge_trace(Run& run, const TraceWords& trace) {
    const std::uint32_t call = run.log.find(trace.call.value);
    if (call == kNone) {
        run.fail({.mark = trace.call.mark,
                  .what = fmt::format("there is a trace of {}, but no call got that name",
                                      trace.call.value)});
        return;
    }
    const bool modes = names_mode(trace.states);
    const std::vector<ToldState> told = told_states(run, run.log.calls()[call]);
    if (trace_matches(trace.states, told)) return;
    const std::array scopes = {Scope{.of = Scope::Of::Call, .call = call}};
    const auto write_told = [modes](const ToldState& each) { return told_text(each, modes); };
    run.fail({.mark = trace.call.mark,
              .what = fmt::format("the states of {} were not those of its trace", trace.call.value),
              .expected =
                  list_text(trace.states, [](const StateWord& word) { return state_text(word); }),
              .got = modes ? list_text(told, write_told) : list_text(collapsed(told), write_told),
              .messages = last_messages(run, scopes)});
}

// Messages that nobody need ask for: states that a trace lists, and the announcement of a call that
// a step has named.
bool is_covered(const Run& run, const Entry& entry, const std::vector<std::uint32_t>& traced) {
    if (entry.call == kNone) return false;
    const bool traced_call = std::find(traced.begin(), traced.end(), entry.call) != traced.end();
    if (entry.event && entry.event->kind == lines::TE_CALLSTATE) return traced_call;
    if (entry.message.id == lines::LINE_APPNEWCALL ||
        (entry.event && entry.event->kind == lines::TE_CALLNOTIFICATION))
        return !run.log.calls()[entry.call].name.empty();
    return entry.message.id == lines::LINE_CALLSTATE && traced_call;
}

}  // namespace

bool trace_matches(std::span<const StateWord> words, std::span<const ToldState> told) {
    const std::vector<ToldState> fewer =
        names_mode(words) ? std::vector<ToldState>{} : collapsed(told);
    if (!names_mode(words)) told = fewer;
    std::vector<bool> reached = start(words);
    for (const ToldState& each : told) reached = advance(words, reached, each);
    return reached.back();
}

void settle(Run& run) {
    const pbx::SimTime until = run.now() + run.scenario.settle;
    while (run.advance(until)) {
    }
}

void judge_traces(Run& run) {
    for (const TraceWords& trace : run.scenario.traces) {
        if (run.over()) return;
        if (run.options.update && run.log.find(trace.call.value) != kNone) continue;
        judge_trace(run, trace);
    }
}

std::vector<SeenTrace> differing_traces(const Run& run) {
    std::vector<SeenTrace> seen;
    if (run.over()) return seen;
    for (const TraceWords& trace : run.scenario.traces) {
        const std::uint32_t call = run.log.find(trace.call.value);
        if (call == kNone) continue;
        const std::vector<ToldState> told = told_states(run, run.log.calls()[call]);
        if (!trace_matches(trace.states, told))
            seen.push_back(seen_trace(trace.call.value, told, names_mode(trace.states)));
    }
    if (!run.scenario.traces.empty()) return seen;
    const auto& calls = run.log.calls();
    for (std::uint32_t call = 0; call < calls.size(); ++call) {
        if (!calls[call].name.empty() && run.log.find(calls[call].name) == call)
            seen.push_back(seen_trace(calls[call].name, told_states(run, calls[call]), false));
    }
    return seen;
}

// A fault that was added several times, by a repeated step or for each copy of a load, is one.
void judge_faults(Run& run) {
    const auto& faults = run.world.faults().faults();
    for (const PlannedFault& fault : faults) {
        if (run.over() || fault.words->optional || fault.standing) continue;
        bool fired = false;
        for (std::uint32_t i = 0; i < faults.size(); ++i) {
            if (faults[i].words->mark.event == fault.words->mark.event)
                fired = fired || run.world.fired(i) != 0;
        }
        if (fired) continue;
        run.fail({.mark = fault.words->mark,
                  .what = "this fault never fired: " + fault_text(*fault.words),
                  .expected = "an effect of it, or \"optional\": true"});
    }
}

std::vector<FaultCount> fault_counts(const World& world) {
    std::vector<FaultCount> counts;
    const auto& faults = world.faults().faults();
    for (std::uint32_t i = 0; i < faults.size(); ++i)
        counts.push_back({fault_text(*faults[i].words), world.fired(i)});
    return counts;
}

void judge_strict(Run& run) {
    if (!run.scenario.strict || run.over()) return;
    std::vector<std::uint32_t> traced;
    traced.reserve(run.scenario.traces.size());
    for (const TraceWords& trace : run.scenario.traces) {
        traced.push_back(run.log.find(trace.call.value));
    }
    const auto& entries = run.log.entries();
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (entries[i].expected || is_covered(run, entries[i], traced)) continue;
        return run.fail({.what = "the scenario is strict, and a message came that no step expected",
                         .got = describe(run, i)});
    }
}

}  // namespace pbxlab::harness
