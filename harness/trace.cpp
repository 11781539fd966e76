#include "harness/trace.h"

#include "harness/event_words.h"
#include "harness/provider_keys.h"
#include "harness/words.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

namespace {

constexpr int kFormat = 1;
constexpr std::size_t kFlushAt = 1U << 16U;

// Numbers of a step that go into its request, in this order, when they are given.
struct StepNumber {
    std::string_view key;
    std::optional<std::uint32_t> Step::*member;
};
constexpr StepNumber kStepNumbers[] = {
    {"addressId", &Step::address_id},
    {"select", &Step::select},
    {"privilege", &Step::privilege},
    {"media", &Step::media},
    {"version", &Step::version},
    {"lowVersion", &Step::low_version},
    {"device", &Step::device},
    {"totalSize", &Step::total_size},
    {"handle", &Step::raw_handle},
    {"rawBits", &Step::raw_bits},
    {"options", &Step::translate_options},
    {"card", &Step::card},
    {"location", &Step::location},
    {"country", &Step::country},
    {"tollList", &Step::toll_list},
    {"appSpecific", &Step::app_specific},
    {"digitModes", &Step::digit_modes},
    {"toneMode", &Step::tone_mode},
    {"priority", &Step::priority},
    {"requestMode", &Step::request_mode},
    {"treatment", &Step::treatment},
    {"terminal", &Step::terminal},
    {"terminalModes", &Step::terminal_modes},
    {"statusFlags", &Step::status_flags},
};

struct MethodNumber {
    std::string_view key;
    std::optional<std::uint32_t> MethodWords::*member;
};
constexpr MethodNumber kMethodNumbers[] = {
    {"addressType", &MethodWords::address_type},
    {"mediaTypes", &MethodWords::media},
    {"code", &MethodWords::code},
    {"finishMode", &MethodWords::finish_mode},
    {"toneMode", &MethodWords::tone_mode},
    {"level", &MethodWords::level},
    {"events", &MethodWords::events},
    {"event", &MethodWords::event},
    {"subEvent", &MethodWords::sub_event},
    {"instance", &MethodWords::instance},
};

}  // namespace

TraceWriter::TraceWriter(TraceSink& sink, const World& world, const MessageLog& log)
    : sink_{sink}, world_{world}, log_{log} {}

TraceWriter::~TraceWriter() { flush(); }

void TraceWriter::flush() {
    if (!line_.written().empty()) sink_.write(line_.written());
    line_.clear();
}

void TraceWriter::start(pbx::SimTime at, std::string_view kind) {
    line_.begin_line();
    line_.number("seq", ++sequence_);
    line_.time("t", at);
    line_.word("kind", kind);
}

void TraceWriter::finish() {
    line_.end_line();
    if (line_.written().size() >= kFlushAt) flush();
}

void TraceWriter::header(const Scenario& scenario, std::uint64_t seed) {
    line_.begin_line();
    line_.word("kind", "trace");
    line_.number("format", kFormat);
    line_.text("scenario", scenario.path);
    line_.text("name", scenario.name.value);
    if (!scenario.variant.empty()) line_.text("run", scenario.variant);
    line_.number("seed", seed);
    if (scenario.provider.profile) line_.text("profile", scenario.provider.profile->value);
    line_.begin_object("provider");
    for (const Setting& setting : scenario.provider.settings) {
        const ProviderKey& key = provider_keys()[setting.key];
        if (setting.most != 0) {
            line_.text(key.name, value_text(key, setting));
        } else {
            line_.number(key.name, setting.value);
        }
    }
    line_.end_object();
    finish();
}

// Which operation, or which method of which interface.
void TraceWriter::what(const Step& step) {
    if (!step.method) return line_.word("op", lines::operation(step.op).function);
    const lines::tapi3::MethodRow& row = lines::tapi3::row(*step.method);
    line_.word("interface", row.interface);
    line_.word("method", row.name);
}

// What has a value that stands for itself where it is not given.
void TraceWriter::arguments(const Step& step) {
    using lines::Op;
    if (step.op == Op::RegisterRequestRecipient || step.op == Op::SetTerminal ||
        step.op == Op::SetLineDevStatus)
        line_.text("enable", step.enable ? "true" : "false");
    if (step.op == Op::SetNumRings) line_.number("count", step.count);
}

// What only methods take.
void TraceWriter::arguments(const MethodWords& words) {
    const auto flag = [this](std::string_view key, const std::optional<bool>& given) {
        if (given) line_.text(key, *given ? "true" : "false");
    };
    for (const MethodNumber& each : kMethodNumbers) {
        if (words.*each.member) line_.number(each.key, *(words.*each.member));
    }
    flag("sync", words.sync);
    flag("hold", words.hold);
    flag("owner", words.owner);
    flag("monitor", words.monitor);
    if (words.item) line_.text("item", item_text(*words.item));
    line_.maybe("registration", words.registration.value);
    if (words.value) line_.text("value", plain_text(*words.value));
}

void TraceWriter::request(pbx::SimTime at, const Step& step, std::uint32_t seat, std::uint32_t call,
                          std::uint32_t device) {
    start(at, "request");
    line_.text("app", world_.seats()[seat].name);
    what(step);
    if (device != kNone) line_.text("line", world_.line_names()[device]);
    if (call != kNone) line_.text("call", log_.call_name(call));
    if (step.with) line_.text("with", step.with->value);
    if (step.to) line_.text("to", step.to->value);
    line_.maybe("digits", step.digits.value);
    line_.maybe("card", step.card_name.value);
    line_.maybe("location", step.location_name.value);
    line_.maybe("userUserInfo", step.user_user_info.value);
    line_.maybe("address", step.address.value);
    line_.maybe("deviceClass", step.device_class.value);
    line_.maybe("module", step.module.value);
    line_.maybe("callData", step.call_data.value);
    if (step.method) {
        arguments(step.tapi3);
        if (!step.enable) line_.text("enable", "false");
    } else {
        arguments(step);
    }
    if (step.country_code != 0) line_.number("countryCode", step.country_code);
    for (const StepNumber& each : kStepNumbers) {
        if (step.*each.member) line_.number(each.key, *(step.*each.member));
    }
    if (step.line_states != 0)
        line_.text("lineStates", lines::bit_words("LINEDEVSTATE", step.line_states));
    if (step.address_states != 0) {
        line_.text("addressStates", lines::bit_words("LINEADDRESSSTATE", step.address_states));
    }
    finish();
}

void TraceWriter::returned(pbx::SimTime at, const Step& step, std::uint32_t seat,
                           lines::LineResult result) {
    start(at, "return");
    line_.text("app", world_.seats()[seat].name);
    what(step);
    if (step.method) {
        line_.text("result", lines::tapi3::hresult_name(result));
    } else if (result < 0) {
        line_.text("error", lines::error_name(result));
    } else {
        line_.number("result", result);
    }
    finish();
}

void TraceWriter::pending(pbx::SimTime at, const Step& step, std::uint32_t seat,
                          std::uint32_t pending) {
    start(at, "return");
    line_.text("app", world_.seats()[seat].name);
    what(step);
    line_.number("pending", pending);
    finish();
}

void TraceWriter::act(pbx::SimTime at, std::string_view kind, std::string_view what,
                      std::string_view who, std::string_view digits) {
    start(at, kind);
    line_.text("act", what);
    line_.maybe("party", who);
    line_.maybe("digits", digits);
    finish();
}

void TraceWriter::event(const Entry& entry) {
    const ToldEvent& event = *entry.event;
    const EventKind& kind = event_kind(awaited_of(event.kind));
    start(entry.message.at, "event");
    line_.text("app", world_.seats()[entry.seat].name);
    line_.text("event", constant_text("TAPI_EVENT", event.kind));
    if (entry.device != kNone) line_.text("line", world_.line_names()[entry.device]);
    if (entry.call != kNone) {
        const CallRecord& call = log_.calls()[entry.call];
        line_.numbered("object", "h", call.ordinal);
        line_.maybe("call", call.name);
    }
    if (!kind.group.empty()) line_.text("detail", constant_text(kind.group, event.detail));
    if (kind.group.empty()) line_.number("detail", event.detail);
    if (event.kind == lines::TE_CALLSTATE)
        line_.text("cause", constant_text("CALL_STATE_EVENT_CAUSE", event.cause));
    if (event.hub != 0) line_.number("hub", event.hub);
    if (event.instance != 0) line_.number("instance", event.instance);
    line_.maybe("digits", entry.digits);
    finish();
}

void TraceWriter::message(const Entry& entry) {
    if (entry.event) return event(entry);
    const lines::Message& message = entry.message;
    const bool reply = message.id == lines::LINE_REPLY;
    start(message.at, reply ? "reply" : "message");
    line_.text("app", world_.seats()[entry.seat].name);
    if (reply) {
        const auto result = static_cast<lines::LineResult>(message.param2);
        line_.number("request", message.param1);
        line_.text("result", entry.tapi3   ? lines::tapi3::hresult_name(result)
                             : result == 0 ? "0"
                                           : lines::error_name(result));
        return finish();
    }
    line_.word("message", lines::tapi_word("LINE_MESSAGES", message.id));
    if (entry.device != kNone) line_.text("line", world_.line_names()[entry.device]);
    if (entry.call != kNone) {
        const CallRecord& call = log_.calls()[entry.call];
        line_.numbered("handle", "h", call.ordinal);
        line_.maybe("call", call.name);
    }
    text_.clear();
    append_message_text(text_, message);
    line_.text("text", text_);
    line_.maybe("digits", entry.digits);
    line_.number("param1", message.param1);
    line_.number("param2", message.param2);
    line_.number("param3", message.param3);
    finish();
}

void TraceWriter::note(const SwitchNote& note) {
    if (note.fault) return fault(*note.fault);
    switch_event(note);
}

void TraceWriter::fault(const lines::FaultFired& fired) {
    start(fired.at, "fault");
    line_.text("fault", fault_text(*world_.faults().faults()[fired.fault].words));
    line_.maybe("name", world_.faults().faults()[fired.fault].words->name.value);
    std::uint32_t seat = 0;
    while (seat < world_.seats().size() && world_.seats()[seat].application() != fired.application)
        ++seat;
    const bool of_seat = fired.application != nullptr && seat < world_.seats().size();
    if (of_seat) line_.text("app", world_.seats()[seat].name);
    if (fired.device < world_.line_names().size())
        line_.text("line", world_.line_names()[fired.device]);
    if (fired.op) line_.text("op", lines::operation(*fired.op).function);
    if (fired.message) {
        const std::uint32_t call = of_seat ? log_.find(seat, call_of(*fired.message)) : kNone;
        if (call != kNone) line_.text("call", log_.call_name(call));
        line_.text("text", message_text(*fired.message));
    }
    finish();
}

// Whose event it is.
void TraceWriter::party(const SwitchNote& note) {
    if (note.event.station.valid()) {
        const std::uint32_t device = world_.device(note.event.station);
        if (device != kNone) line_.text("party", world_.line_names()[device]);
    } else if (note.outside != kNone) {
        line_.text("party", world_.outside_names()[note.outside]);
    }
}

void TraceWriter::switch_event(const SwitchNote& note) {
    const pbx::Event& event = note.event;
    start(event.at, "switch");
    line_.word("event", pbx::name(event.kind));
    party(note);
    if (note.call != 0) line_.number("call", note.call);
    // Index and generation count up in the same way on every machine.
    if (event.connection.valid())
        line_.pair("connection", event.connection.index, event.connection.generation);
    if (event.kind == pbx::EventKind::Moved) {
        line_.word("from", pbx::name(event.from));
        line_.word("to", pbx::name(event.to));
    }
    if (event.cause != pbx::Cause::None) line_.word("cause", pbx::name(event.cause));
    if (event.refusal != pbx::Refusal::None) line_.word("refusal", pbx::name(event.refusal));
    if (event.tag != 0) line_.number("tag", event.tag);
    if (event.detail != 0) line_.number("detail", event.detail);
    finish();
}

}  // namespace pbxlab::harness
