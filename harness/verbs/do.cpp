// Plays a `do`: finds the application and the handles, makes the request, waits for its reply and
// judges both.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "harness/ladder.h"
#include "harness/steps.h"
#include "harness/verbs/verbs.h"
#include "harness/words.h"

namespace pbxlab::harness {

std::uint32_t Ask::version() const {
    return step.version.value_or(run.world.version_on(seat(), device_id()));
}

namespace {

constexpr auto all_verbs() {
    std::array<const Verb*, lines::kOpCount> none{};
    return none;
}

// The rows of all files, by operation.
std::array<const Verb*, lines::kOpCount> collect() {
    auto verbs = all_verbs();
    const auto put = [&verbs](const auto& rows) {
        for (const Verb& row : rows) verbs[static_cast<std::size_t>(row.op)] = &row;
    };
    put(kSessionVerbs);
    put(kStatusVerbs);
    put(kCallVerbs);
    put(kElsewhereVerbs);
    put(kCallDataVerbs);
    put(kTranslationVerbs);
    put(kCallBearsVerbs);
    put(kHandingOnVerbs);
    put(kAddressVerbs);
    put(kInbandVerbs);
    put(kTransferVerbs);
    put(kConferenceVerbs);
    put(kForwardVerbs);
    return verbs;
}

const Verb& verb(lines::Op op) {
    static const std::array<const Verb*, lines::kOpCount> kVerbs = collect();
    return *kVerbs[static_cast<std::size_t>(op)];
}

std::nullopt_t cannot(Run& run, std::string what) {
    run.fail({.what = std::move(what)});
    return std::nullopt;
}

// The application that acts: the one that is named, else the call's, else the line's first.
std::uint32_t acting_seat(Run& run, const Step& step, std::uint32_t call, std::uint32_t device) {
    if (!step.app.value.empty()) return run.world.seat(step.app.value);
    if (call != kNone) return run.log.calls()[call].seat;
    const std::uint32_t first = device == kNone ? kNone : run.world.seat_on(device, Api::Tapi2);
    return first != kNone ? first : run.world.seat(step.line.value);
}

std::optional<Ask> resolve(Run& run, const Step& step) {
    Ask ask{.run = run, .step = step};
    if (!step.call.value.empty()) {
        ask.call_record = run.log.find(step.call.value);
        if (ask.call_record == kNone)
            return cannot(run, "no call is named " + step.call.value + " yet");
        ask.call = run.log.calls()[ask.call_record].handle;
        ask.device = run.log.calls()[ask.call_record].device;
    }
    if (!step.line.value.empty()) {
        ask.device = run.world.device(step.line.value);
        if (ask.device == kNone) return cannot(run, "the line " + step.line.value + " is absent");
    }
    ask.seat_index = acting_seat(run, step, ask.call_record, ask.device);
    if (ask.seat_index == kNone)
        return cannot(run, "no application can be found that would do this");
    if (ask.seat().is_tapi3())
        return cannot(run, fmt::format("application {} is of TAPI 3, and this is of TAPI 2",
                                       ask.seat().name));
    if (step.with) {
        const std::uint32_t other = run.log.find(step.with->value);
        if (other == kNone) return cannot(run, "no call is named " + step.with->value + " yet");
        ask.other = run.log.calls()[other].handle;
    }
    ask.line = ask.seat().line_on(ask.device);
    if (step.raw_handle) {
        ask.call = lines::HCall{*step.raw_handle};
        ask.line = lines::HLine{*step.raw_handle};
    }
    return ask;
}

std::string who_text(const Step& step) {
    const std::string& who = !step.call.value.empty()   ? step.call.value
                             : !step.line.value.empty() ? step.line.value
                                                        : step.app.value;
    return fmt::format("{} of {}", lines::operation(step.op).word, who);
}

std::string result_text(lines::LineResult result) {
    return result < 0 ? lines::error_name(result) : "success";
}

// Why a refusal may come: the rows of the guard table that give it, and how the call stands.
std::vector<std::string> reasons(Ask& ask, lines::LineResult error) {
    std::vector<std::string> notes;
    for (const lines::Guard& guard : lines::guards(ask.step.op)) {
        if (lines::line_error(guard.error) == error) notes.push_back("a rule: " + describe(guard));
    }
    if (notes.empty()) notes.emplace_back("a refusal of the switch, not of a rule of the lines");
    lines::CallStatus status;
    if (ask.call != lines::kNoCall && ask.app().get_call_status(ask.call, &status) == 0) {
        notes.push_back(
            fmt::format("{} is {}, privilege {}", ask.step.call.value,
                        state_text(plain_state(status.call_state), status.call_state_mode),
                        bits_text("LINECALLPRIVILEGE", status.call_privilege)));
    }
    return notes;
}

bool fail_do(Ask& ask, std::string_view where, lines::LineResult result) {
    const Step& step = ask.step;
    Failure failure{.what = result < 0
                                ? fmt::format("{} was refused {}", who_text(step), where)
                                : fmt::format("{} was not refused {}", who_text(step), where),
                    .expected = step.fails == 0 ? "success" : lines::error_name(step.fails),
                    .got = result_text(result)};
    if (step.fails != 0 && step.fails_at == FailsAt::Return) failure.expected += " at return";
    if (step.fails != 0 && step.fails_at == FailsAt::Reply) failure.expected += " in the reply";
    if (result < 0) {
        failure.notes = reasons(ask, result);
        failure.refused = lines::operation(step.op).function;
        failure.error = result;
        failure.no_room = static_cast<std::uint32_t>(result) == lines::LINEERR_CALLUNAVAIL;
    }
    if (ask.call_record != kNone) {
        const std::array scopes = {Scope{.of = Scope::Of::Call, .call = ask.call_record}};
        failure.messages = last_messages(ask.run, scopes);
    }
    ask.run.fail(std::move(failure));
    return false;
}

// Whether a structure was filled as far as the step says.
bool judge_filled(Ask& ask) {
    const Step& step = ask.step;
    const bool complete = ask.needed_size == ask.used_size;
    const bool right = step.complete.value_or(complete) == complete &&
                       step.used_size.value_or(ask.used_size) == ask.used_size;
    if (right) return true;
    ask.run.fail(
        {.what = who_text(step) + " did not fill its structure as expected",
         .got = fmt::format("dwNeededSize {}, dwUsedSize {}", ask.needed_size, ask.used_size)});
    return false;
}

// Whether the operation gave the number that the step says.
bool judge_given(Ask& ask) {
    const Step& step = ask.step;
    if (step.brings.value_or(ask.brought) == ask.brought) return true;
    ask.run.fail({.what = who_text(step) + " gave another number",
                  .expected = fmt::format("{}", *step.brings),
                  .got = fmt::format("{}", ask.brought)});
    return false;
}

// What was returned: true when it is right; then `done` says whether that was all.
bool judge_return(Ask& ask, lines::LineResult result, bool& done) {
    const Step& step = ask.step;
    const bool asynchronous = lines::operation(step.op).asynchronous;
    done = result < 0 || !asynchronous;
    if (result < 0) {
        const bool right = result == step.fails && step.fails_at != FailsAt::Reply;
        return right || fail_do(ask, "at return", result);
    }
    if (step.fails != 0 && (!asynchronous || step.fails_at == FailsAt::Return)) {
        return fail_do(ask, "at return", result);
    }
    if (asynchronous && result == 0) {
        ask.run.fail({.what = who_text(step) + " returned neither a request id nor an error"});
        return false;
    }
    if (!asynchronous && verb(step.op).keep != nullptr) verb(step.op).keep(ask);
    return !ask.run.over() && judge_filled(ask) && judge_given(ask);
}

// Whether the exchange chose the address that the step says.
bool judge_chosen(Ask& ask, const std::string& chosen) {
    const auto& expected = ask.step.parked_at;
    if (!expected || ask.step.fails != 0 || expected->value == chosen) return true;
    ask.run.fail({.what = who_text(ask.step) + " chose another address",
                  .expected = expected->value,
                  .got = chosen});
    return false;
}

bool await_reply(Ask& ask, std::uint32_t request) {
    Run& run = ask.run;
    const pbx::Duration within = ask.step.within.value_or(kWithin);
    const pbx::SimTime deadline = run.now() + within;
    while (!run.requests[request].replied && run.advance(deadline)) {
    }
    if (run.over()) return false;
    const Request answered = run.requests[request];
    if (!answered.replied) {
        run.fail({.what = fmt::format("no reply to {} came", who_text(ask.step)),
                  .expected = fmt::format("the reply to request {} within {}", answered.id,
                                          span_text(within))});
        return false;
    }
    run.requests.release(request);
    if (answered.result != ask.step.fails) return fail_do(ask, "in the reply", answered.result);
    return judge_chosen(ask, answered.text.text);
}

}  // namespace

bool play_do(Run& run, const Step& step) {
    if (step.method) return play_method(run, step);
    auto ask = resolve(run, step);
    if (!ask) return false;
    const std::uint32_t request = run.requests.add(&step, ask->seat_index);
    ask->target = &run.requests[request].target;
    ask->conference = &run.requests[request].conference;
    ask->text = &run.requests[request].text;
    ask->number_target = &run.requests[request].number;
    run.happenings().requested(step, ask->device);
    if (auto* trace = run.trace()) {
        trace->request(run.now(), step, ask->seat_index, ask->call_record, ask->device);
    }
    const lines::LineResult result = verb(step.op).call(*ask);
    if (auto* trace = run.trace()) trace->returned(run.now(), step, ask->seat_index, result);
    run.requests.returned(request, result);
    if (!step.request.value.empty()) run.requests.name(request, step.request.value);
    run.drain();
    if (run.over()) return false;

    bool done = false;
    if (!judge_return(*ask, result, done)) return false;
    if (done) {
        if (step.request.value.empty()) run.requests.release(request);
        return true;
    }
    return step.async || await_reply(*ask, request);
}

}  // namespace pbxlab::harness
