// Plays a `do` of a TAPI 3 application: finds the objects, calls the method, waits for its return
// where that comes later, and judges it.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "harness/event_words.h"
#include "harness/ladder.h"
#include "harness/method_results.h"
#include "harness/nearest.h"
#include "harness/steps.h"
#include "harness/verbs/methods.h"
#include "harness/words.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

std::uint32_t MethodAsk::value_number() const {
    if (!words().value) return 0;
    if (const auto* given = std::get_if<std::int64_t>(&words().value->is))
        return static_cast<std::uint32_t>(*given);
    if (const auto* name = std::get_if<std::string>(&words().value->is))
        return find_constant(*name).value_or(0);
    const auto* truth = std::get_if<bool>(&words().value->is);
    return truth != nullptr && *truth ? 1 : 0;
}

lines::tapi3::VariantBool MethodAsk::value_flag() const {
    if (!words().value) return lines::tapi3::VARIANT_TRUE;
    if (const auto* truth = std::get_if<bool>(&words().value->is)) return variant_bool(*truth);
    return static_cast<lines::tapi3::VariantBool>(value_number());
}

const char* MethodAsk::value_text() const {
    if (!words().value) return nullptr;
    const auto* given = std::get_if<std::string>(&words().value->is);
    return given == nullptr ? nullptr : given->c_str();
}

namespace {

namespace tapi3 = lines::tapi3;

// The rows of all files, by method.
std::array<const MethodVerb*, tapi3::kMethodCount> collect() {
    std::array<const MethodVerb*, tapi3::kMethodCount> verbs{};
    for (const auto& rows : {tapi_verbs(), address_verbs(), call_control_verbs(), call_info_verbs(),
                             media_control_verbs()}) {
        for (const MethodVerb& row : rows) verbs[static_cast<std::size_t>(row.method)] = &row;
    }
    return verbs;
}

const MethodVerb& verb(tapi3::Method method) {
    static const auto kVerbs = collect();
    return *kVerbs[static_cast<std::size_t>(method)];
}

std::nullopt_t cannot(Run& run, std::string what) {
    run.fail({.what = std::move(what)});
    return std::nullopt;
}

// The object that a step names; nullptr, and the run has failed, where there is none.
tapi3::Call* object(Run& run, const Text& name, std::uint32_t& record) {
    record = run.log.find(name.value);
    if (record == kNone) {
        cannot(run, "no call is named " + name.value + " yet");
        return nullptr;
    }
    const CallRecord& call = run.log.calls()[record];
    if (!call.object) {
        cannot(run, run.world.seats()[call.seat].is_tapi3()
                        ? "the call " + name.value + " has been released"
                        : "the call " + name.value + " is of a TAPI 2 application");
    }
    return call.object.get();
}

// The application that acts: the one that is named, else the call's, else the first on the line.
std::uint32_t acting_seat(const Run& run, const MethodAsk& ask) {
    const Step& step = ask.step;
    if (!step.app.value.empty()) return run.world.seat(step.app.value);
    if (ask.call_record != kNone) return run.log.calls()[ask.call_record].seat;
    const std::uint32_t own = run.world.seat(step.line.value);
    if (own != kNone && run.world.seats()[own].is_tapi3()) return own;
    return run.world.seat_on(ask.device, Api::Tapi3);
}

// Methods of an address need one; where pAddress is an argument, it may be NULL.
bool needs_address(tapi3::Method method) {
    return method >= tapi3::Method::GetState && method <= tapi3::Method::EnumerateCallingCards;
}

bool find_place(MethodAsk& ask) {
    Run& run = ask.run;
    const Step& step = ask.step;
    if (!step.line.value.empty()) {
        ask.device = run.world.device(step.line.value);
        if (ask.device == kNone) {
            cannot(run, "the line " + step.line.value + " is absent");
            return false;
        }
    }
    ask.seat_index = acting_seat(run, ask);
    if (ask.seat_index == kNone || !ask.seat().is_tapi3()) {
        cannot(run, "no TAPI 3 application can be found that would do this");
        return false;
    }
    if (ask.call_record != kNone || ask.device == kNone) return true;
    ask.address = ask.tapi().address(ask.device, step.address_id.value_or(0));
    if (ask.address != nullptr || !needs_address(ask.method)) return true;
    cannot(run, fmt::format("the line {} has no address {}", step.line.value,
                            step.address_id.value_or(0)));
    return false;
}

std::optional<MethodAsk> resolve(Run& run, const Step& step) {
    MethodAsk ask{.run = run, .step = step, .method = *step.method};
    if (!step.call.value.empty()) {
        ask.call = object(run, step.call, ask.call_record);
        if (ask.call == nullptr) return std::nullopt;
        ask.device = run.log.calls()[ask.call_record].device;
    }
    if (step.with) {
        std::uint32_t record = kNone;
        ask.other = object(run, *step.with, record);
        if (ask.other == nullptr) return std::nullopt;
    }
    if (!find_place(ask)) return std::nullopt;
    return ask;
}

std::string who_text(const Step& step) {
    const std::string& who = !step.call.value.empty()   ? step.call.value
                             : !step.line.value.empty() ? step.line.value
                                                        : step.app.value;
    return fmt::format("{} of {}", do_word(step), who);
}

// How the call stands.
std::vector<std::string> call_notes(const MethodAsk& ask) {
    if (ask.call == nullptr) return {};
    std::uint32_t state = 0;
    std::uint32_t privilege = 0;
    if (ask.call->get_CallState(&state) != 0 || ask.call->get_Privilege(&privilege) != 0) return {};
    return {fmt::format("{} is {}, privilege {}", ask.step.call.value,
                        constant_text("CALL_STATE", state),
                        constant_text("CALL_PRIVILEGE", privilege))};
}

bool fail_do(MethodAsk& ask, tapi3::HResult result) {
    const Step& step = ask.step;
    Failure failure{.what = fmt::format("{} {}", who_text(step),
                                        tapi3::failed(result) ? "was refused"
                                        : step.fails != 0     ? "was not refused"
                                                              : "did not return what was expected"),
                    .expected = result_text(step, step.fails),
                    .got = result_text(step, result),
                    .notes = call_notes(ask)};
    if (ask.call_record != kNone) {
        const std::array scopes = {Scope{.of = Scope::Of::Call, .call = ask.call_record}};
        failure.messages = last_messages(ask.run, scopes);
    }
    ask.run.fail(std::move(failure));
    return false;
}

bool differs(MethodAsk& ask, std::string expected, std::string got) {
    ask.run.fail({.what = fmt::format("{} brought something else", who_text(ask.step)),
                  .expected = std::move(expected),
                  .got = std::move(got),
                  .notes = call_notes(ask)});
    return false;
}

// A number by the name of its constant where it has one.
std::string number_text(const MethodAsk& ask, std::int64_t number) {
    const std::string_view group = result_of(ask.method).group;
    return constant_text(group, static_cast<std::uint32_t>(number));
}

// Whether the method brought what the step says.
bool judge_brought(MethodAsk& ask) {
    const Step& step = ask.step;
    if (step.brings && *step.brings != ask.count)
        return differs(ask, fmt::format("{}", *step.brings), fmt::format("{}", ask.count));
    if (!step.tapi3.is) return true;
    const auto& is = step.tapi3.is->is;
    const auto* text = std::get_if<std::string>(&is);
    const bool constant = text != nullptr && result_of(ask.method).brings == Brings::Number;
    if (text != nullptr && !constant)
        return *text == ask.text || differs(ask, in_quotes(*text), in_quotes(ask.text));
    if (const auto* flag = std::get_if<bool>(&is)) {
        if (variant_bool(*flag) == ask.flag) return true;
        const auto word = [](bool truth) { return truth ? "true" : "false"; };
        return differs(ask, word(*flag), word(!*flag));
    }
    const std::int64_t number =
        constant ? find_constant(*text).value_or(0) : std::get<std::int64_t>(is);
    return number == ask.number ||
           differs(ask, number_text(ask, number), number_text(ask, ask.number));
}

// What was returned at once.
bool judge_return(MethodAsk& ask, tapi3::HResult result) {
    if (result != ask.step.fails) return fail_do(ask, result);
    if (tapi3::failed(result)) return true;
    if (verb(ask.method).keep != nullptr) verb(ask.method).keep(ask);
    return !ask.run.over() && judge_brought(ask);
}

bool await_return(MethodAsk& ask, std::uint32_t request) {
    Run& run = ask.run;
    const pbx::Duration within = ask.step.within.value_or(kWithin);
    const pbx::SimTime deadline = run.now() + within;
    while (!run.requests[request].replied && run.advance(deadline)) {
    }
    if (run.over()) return false;
    const Request returned = run.requests[request];
    if (!returned.replied) {
        run.fail({.what = fmt::format("{} did not return", who_text(ask.step)),
                  .expected = fmt::format("its return within {}", span_text(within)),
                  .notes = call_notes(ask)});
        return false;
    }
    run.requests.release(request);
    if (returned.result != ask.step.fails) return fail_do(ask, returned.result);
    const auto& chosen = ask.step.parked_at;
    if (!chosen || ask.step.fails != 0 || chosen->value == returned.text.text) return true;
    return differs(ask, chosen->value, returned.text.text);
}

}  // namespace

void name_calls(MethodAsk& ask) {
    Run& run = ask.run;
    const auto& names = ask.step.as;
    if (names.empty()) return;
    if (names.size() != ask.calls.size()) {
        run.fail({.what = fmt::format("{} brought another number of calls", who_text(ask.step)),
                  .expected = fmt::format("{}", names.size()),
                  .got = fmt::format("{}", ask.calls.size())});
        return;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::uint32_t call = run.record(ask.seat_index, *ask.calls[i]);
        const std::uint32_t named = run.log.find(names[i].value);
        if (named != kNone && named != call) {
            run.fail({.what = fmt::format("{} brought the calls in another order, or others",
                                          who_text(ask.step)),
                      .expected = names[i].value,
                      .got = run.log.call_name(call)});
            return;
        }
        if (named == kNone) run.log.name(call, names[i].value);
    }
}

bool play_method(Run& run, const Step& step) {
    auto ask = resolve(run, step);
    if (!ask) return false;
    const std::uint32_t request = run.requests.add(&step, ask->seat_index);
    ask->chosen = &run.requests[request].text.text;
    run.happenings().requested(step, ask->device);
    if (auto* trace = run.trace())
        trace->request(run.now(), step, ask->seat_index, ask->call_record, ask->device);
    const tapi3::Returned returned = verb(ask->method).call(*ask);
    const bool waits = returned.pending != 0;
    if (auto* trace = run.trace()) {
        if (waits) {
            trace->pending(run.now(), step, ask->seat_index, returned.pending);
        } else {
            trace->returned(run.now(), step, ask->seat_index, returned.result);
        }
    }
    run.requests.returned(request, static_cast<lines::LineResult>(returned.pending));
    if (!step.request.value.empty()) run.requests.name(request, step.request.value);
    run.drain();
    if (run.over()) return false;
    if (waits) return step.async || await_return(*ask, request);
    if (step.request.value.empty()) run.requests.release(request);
    return judge_return(*ask, returned.result);
}

}  // namespace pbxlab::harness
