#include "harness/expectation.h"

#include <algorithm>

#include <fmt/format.h>

#include "harness/conditions.h"
#include "harness/event_words.h"
#include "harness/run.h"
#include "harness/words.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

namespace {

std::nullopt_t unknown(Run& run, std::string_view kind, const std::string& name) {
    run.fail({.what = fmt::format("there is no {} named {}", kind, name),
              .notes = {"a name is given by \"as\" of a step that succeeded before"}});
    return std::nullopt;
}

// Without a name, the first application on the line whose interface has what is awaited.
std::uint32_t seat_for(const Run& run, const Step& step, std::uint32_t device) {
    if (step.kind == StepKind::Check) return run.world.seat_on(device);
    return run.world.seat_on(device, is_event(step.awaited) ? Api::Tapi3 : Api::Tapi2);
}

// The application and the line that a step on a line concerns.
std::optional<Scope> line_scope(Run& run, const Step& step) {
    Scope scope{.of = Scope::Of::Line, .named_too = step.kind == StepKind::Never};
    scope.device = run.world.device(step.line.value);
    scope.seat =
        step.app.value.empty() ? seat_for(run, step, scope.device) : run.world.seat(step.app.value);
    if (scope.seat != kNone && step.line.value.empty() &&
        !run.world.seats()[scope.seat].opens.empty()) {
        scope.device = run.world.seats()[scope.seat].opens.front().device;
    }
    if (scope.seat != kNone && scope.device != kNone) return scope;
    run.fail({.what = fmt::format("no application has line {} open, so nothing is told about it",
                                  step.line.value)});
    return std::nullopt;
}

// Messages that belong to no line, told to the application as a whole.
bool of_no_line(Awaited awaited) {
    switch (awaited) {
        case Awaited::Create:
        case Awaited::Remove:
        case Awaited::Reinit:
        case Awaited::Request:
        case Awaited::HubEvent:
        case Awaited::ObjectEvent:
        case Awaited::RequestEvent: return true;
        default: return false;
    }
}

std::optional<Scope> application_scope(Run& run, const Step& step) {
    Scope scope{.of = Scope::Of::Line, .device = kNone};
    const std::string& name = step.app.value.empty() ? step.line.value : step.app.value;
    const std::uint32_t device = run.world.device(step.line.value);
    scope.seat = run.world.seat(name);
    if (scope.seat == kNone) scope.seat = seat_for(run, step, device);
    // Events of TAPI 3 tell which line they concern.
    scope.only = is_event(step.awaited) ? device : kNone;
    scope.named_too = is_event(step.awaited);
    if (scope.seat != kNone) return scope;
    run.fail({.what = fmt::format("no application can be told of {}", step.line.value)});
    return std::nullopt;
}

struct AwaitedWord {
    std::string_view word;
    std::string_view bits;  // TAPI group of the bits of such a message
};
// In the order of Awaited, but for the events of TAPI 3.
constexpr AwaitedWord kAwaited[] = {{"", ""},
                                    {"callInfo", "LINECALLINFOSTATE"},
                                    {"lineDevState", "LINEDEVSTATE"},
                                    {"addressState", "LINEADDRESSSTATE"},
                                    {"close", ""},
                                    {"reply", ""},
                                    {"appNewCall", ""},
                                    {"create", ""},
                                    {"remove", ""},
                                    {"reinit", "LINEDEVSTATE"},
                                    {"monitorDigits", "LINEDIGITMODE"},
                                    {"gatherDigits", "LINEGATHERTERM"},
                                    {"generate", "LINEGENERATETERM"},
                                    {"monitorTone", ""},
                                    {"monitorMedia", ""},
                                    {"request", ""}};

// The kind of event and what it says, where that has constants.
bool is_event_of(const Step& step, const ToldEvent& event) {
    const EventKind& kind = event_kind(step.awaited);
    if (event.kind != kind.event) return false;
    if (kind.group.empty()) return true;
    return event.detail == step.state.state && event.cause == step.state.mode.value_or(event.cause);
}

bool is_kind(const Step& step, const Entry& entry) {
    const lines::Message& message = entry.message;
    if (is_event(step.awaited) || entry.event)
        return is_event(step.awaited) && entry.event && is_event_of(step, *entry.event);
    switch (step.awaited) {
        case Awaited::CallState:
            return message.id == lines::LINE_CALLSTATE &&
                   is_state(step.state, message.param1, message.param2);
        case Awaited::CallInfo: return message.id == lines::LINE_CALLINFO;
        case Awaited::LineDevState: return message.id == lines::LINE_LINEDEVSTATE;
        case Awaited::AddressState: return message.id == lines::LINE_ADDRESSSTATE;
        case Awaited::Close: return message.id == lines::LINE_CLOSE;
        case Awaited::Reply: return message.id == lines::LINE_REPLY;
        case Awaited::AppNewCall: return message.id == lines::LINE_APPNEWCALL;
        case Awaited::Create: return message.id == lines::LINE_CREATE;
        case Awaited::Remove: return message.id == lines::LINE_REMOVE;
        case Awaited::Reinit:
            return message.id == lines::LINE_LINEDEVSTATE &&
                   (message.param1 & lines::LINEDEVSTATE_REINIT) != 0;
        case Awaited::MonitorDigits: return message.id == lines::LINE_MONITORDIGITS;
        case Awaited::GatherDigits: return message.id == lines::LINE_GATHERDIGITS;
        case Awaited::Generate: return message.id == lines::LINE_GENERATE;
        case Awaited::MonitorTone: return message.id == lines::LINE_MONITORTONE;
        case Awaited::MonitorMedia: return message.id == lines::LINE_MONITORMEDIA;
        case Awaited::Request: return message.id == lines::LINE_REQUEST;
        default: return false;
    }
}

bool in_scope(const Run& run, const Scope& scope, std::uint32_t index) {
    const Entry& entry = run.log.entries()[index];
    switch (scope.of) {
        case Scope::Of::Call: return entry.call == scope.call && is_of_call(entry);
        case Scope::Of::Request: return true;  // its stream is nothing but the reply
        case Scope::Of::Line: break;
    }
    if (!run.log.same_seat(entry.seat, scope.seat)) return false;
    const bool whole = scope.device == kNone && entry.event;
    if (!whole && !run.log.same_device(entry.device, scope.device)) return false;
    if (whole && scope.only != kNone && entry.device != kNone && entry.device != scope.only)
        return false;
    return entry.call == kNone || scope.named_too || run.log.calls()[entry.call].name.empty();
}

// `asked`: the step that made the request.
Fitting fits_reply(lines::LineResult wanted, const Step& asked, const lines::Message& message) {
    const auto result = static_cast<lines::LineResult>(message.param2);
    if (result == wanted) return {.fit = Fit::Exact};
    return {.fit = Fit::Near, .why = "the reply is " + result_text(asked, result)};
}

// LINE_CREATE and LINE_REMOVE name the device.
Fitting fits_device(const Run& run, const Step& step, const lines::Message& message) {
    if (message.param1 == run.world.device(step.line.value)) return {.fit = Fit::Exact};
    return {.fit = Fit::Near, .why = fmt::format("it is device {}", message.param1)};
}

// dwParam2 of CONFERENCED names the call that stands for the conference.
void unmet_conference(const Run& run, const Text& name, const Entry& entry,
                      std::vector<std::string>& texts) {
    const std::uint32_t wanted = name.value.empty() ? kNone : run.log.find(name.value);
    const std::uint32_t told = entry.message.param2 == 0
                                   ? kNone
                                   : run.log.find(entry.seat, lines::HCall{entry.message.param2});
    if (told == wanted && (told != kNone || name.value.empty())) return;
    const bool named = told != kNone && !run.log.calls()[told].name.empty();
    texts.push_back(fmt::format("its conference is {}, not {}",
                                named                       ? run.log.calls()[told].name
                                : entry.message.param2 == 0 ? "none"
                                                            : "another call",
                                name.value.empty() ? "none" : name.value));
}

void append(std::string& text, const std::vector<std::string>& parts) {
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
}

}  // namespace

std::optional<Scope> scope_of(Run& run, const Step& step) {
    if (!step.request.value.empty()) {
        const std::uint32_t request = run.requests.find(step.request.value);
        if (request == kNone) return unknown(run, "request", step.request.value);
        return Scope{.of = Scope::Of::Request, .request = request};
    }
    if (of_no_line(step.awaited)) return application_scope(run, step);
    if (step.call.value.empty()) return line_scope(run, step);
    const std::uint32_t call = run.log.find(step.call.value);
    if (call == kNone) return unknown(run, "call", step.call.value);
    return Scope{.of = Scope::Of::Call, .call = call};
}

std::span<const std::uint32_t> stream(Run& run, const Scope& scope) {
    switch (scope.of) {
        case Scope::Of::Call: return run.log.calls()[scope.call].stream.entries;
        case Scope::Of::Line: return run.log.line(scope.seat, scope.device).entries;
        case Scope::Of::Request: break;
    }
    const Request& request = run.requests[scope.request];
    return {&request.entry, request.replied ? 1U : 0U};
}

std::size_t cursor(Run& run, const Scope& scope) {
    switch (scope.of) {
        case Scope::Of::Call: return run.log.calls()[scope.call].stream.cursor;
        case Scope::Of::Line: return run.log.line(scope.seat, scope.device).cursor;
        case Scope::Of::Request: break;
    }
    return 0;
}

Fitting fits(Run& run, const Step& step, const Scope& scope, std::uint32_t index) {
    if (!in_scope(run, scope, index)) return {};
    const Entry& entry = run.log.entries()[index];
    if (!is_kind(step, entry)) return {};
    if (step.awaited == Awaited::Reply)
        return fits_reply(step.fails, *run.requests[scope.request].step, entry.message);
    if (step.awaited == Awaited::Create || step.awaited == Awaited::Remove)
        return fits_device(run, step, entry.message);
    std::vector<std::string> unmet;
    if (step.conditions.written()) unmet = unmet_by_message(run, *step.conditions, entry);
    if (step.conference) unmet_conference(run, *step.conference, entry, unmet);
    if (unmet.empty()) return {.fit = Fit::Exact};
    Fitting fitting{.fit = Fit::Near};
    append(fitting.why, unmet);
    return fitting;
}

void consume(Run& run, const Step& step, const Scope& scope, std::size_t position) {
    const std::uint32_t index = stream(run, scope)[position];
    Entry& entry = run.log.entries()[index];
    entry.expected = true;
    if (scope.of == Scope::Of::Request) return;
    Stream& own = scope.of == Scope::Of::Call ? run.log.calls()[scope.call].stream
                                              : run.log.line(scope.seat, scope.device);
    own.cursor = std::max(own.cursor, position + 1);
    if (step.as.empty() || entry.call == kNone) return;
    run.log.name(entry.call, step.as.front().value);
    Stream& call = run.log.calls()[entry.call].stream;
    const auto behind = std::upper_bound(call.entries.begin(), call.entries.end(), index);
    call.cursor = static_cast<std::size_t>(behind - call.entries.begin());
}

namespace {

// An event without constants of its own stands for itself.
StateWord awaited_state(const Step& step) {
    StateWord word = step.state;
    if (is_event(step.awaited)) word.event = event_kind(step.awaited).event;
    return word;
}

// Of a request that is known by its name alone.
std::string any_error(lines::LineResult error) {
    const std::string name = lines::error_name(error);
    return name.starts_with("0x") ? lines::tapi3::hresult_name(error) : name;
}

}  // namespace

std::string awaited_text(const Step& step) {
    const bool of_line = step.call.value.empty() && step.request.value.empty();
    const bool of_new_call =
        step.awaited == Awaited::CallState || step.awaited == Awaited::StateEvent;
    std::string text = !of_line && !step.request.value.empty() ? "request " + step.request.value
                       : !of_line                              ? step.call.value
                       : of_new_call                           ? "a call on " + step.line.value
                       : step.line.value.empty()               ? step.app.value
                                                               : step.line.value;
    const AwaitedWord awaited = is_event(step.awaited)
                                    ? AwaitedWord{"", event_kind(step.awaited).bits}
                                    : kAwaited[static_cast<std::size_t>(step.awaited)];
    text += ": ";
    text += awaited.word.empty() ? state_text(awaited_state(step)) : std::string{awaited.word};
    if (step.awaited == Awaited::Reply && step.fails != 0) text += " " + any_error(step.fails);
    std::string with;
    append(with, conditions_text(*step.conditions, awaited.bits));
    return with.empty() ? text : text + " with " + with;
}

}  // namespace pbxlab::harness
