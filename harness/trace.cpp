#include "harness/trace.h"

#include <array>
#include <charconv>

#include "harness/escape.h"
#include "harness/event_words.h"
#include "harness/provider_keys.h"
#include "harness/words.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

namespace {

constexpr int kFormat = 1;
constexpr std::size_t kFlushAt = 1U << 18U;

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

// One record while it is written.
class TraceWriter::Line {
 public:
    explicit Line(std::string& out) : out_{out} { out_ += '{'; }

    void key(std::string_view name) {
        if (out_.back() != '{') out_ += ',';
        out_ += '"';
        out_ += name;
        out_ += "\":";
    }
    void text(std::string_view name, std::string_view value) {
        key(name);
        out_ += '"';
        append_json(out_, value);
        out_ += '"';
    }
    template <class Number>
    void number(std::string_view name, Number value) {
        key(name);
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        out_.append(digits.data(), end.ptr);
    }
    void time(pbx::SimTime at) {
        key("t");
        out_ += '"';
        append_time(out_, at);
        out_ += '"';
    }
    // Texts that are left out when empty.
    void maybe(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    void begin(std::string_view name) {
        key(name);
        out_ += '{';
    }
    void end() { out_ += '}'; }

    void start(std::uint64_t sequence, pbx::SimTime at, std::string_view kind) {
        number("seq", sequence);
        time(at);
        text("kind", kind);
    }

 private:
    std::string& out_;
};

TraceWriter::TraceWriter(TraceSink& sink, const World& world, const MessageLog& log)
    : sink_{sink}, world_{world}, log_{log} {
    buffer_.reserve(kFlushAt + 4096);
}

TraceWriter::~TraceWriter() {
    if (!buffer_.empty()) sink_.write(buffer_);
}

void TraceWriter::finish(Line& line) {
    line.end();
    buffer_ += '\n';
    if (buffer_.size() < kFlushAt) return;
    sink_.write(buffer_);
    buffer_.clear();
}

void TraceWriter::header(const Scenario& scenario, std::uint64_t seed) {
    Line line{buffer_};
    line.text("kind", "trace");
    line.number("format", kFormat);
    line.text("scenario", scenario.path);
    line.text("name", scenario.name.value);
    if (!scenario.variant.empty()) line.text("run", scenario.variant);
    line.number("seed", seed);
    if (scenario.provider.profile) line.text("profile", scenario.provider.profile->value);
    line.begin("provider");
    for (const Setting& setting : scenario.provider.settings) {
        const ProviderKey& key = provider_keys()[setting.key];
        if (setting.most != 0) {
            line.text(key.name, value_text(key, setting));
        } else {
            line.number(key.name, setting.value);
        }
    }
    line.end();
    finish(line);
}

// Which operation, or which method of which interface.
void TraceWriter::what(Line& line, const Step& step) {
    if (!step.method) return line.text("op", lines::operation(step.op).function);
    const lines::tapi3::MethodRow& row = lines::tapi3::row(*step.method);
    line.text("interface", row.interface);
    line.text("method", row.name);
}

// What has a value that stands for itself where it is not given.
void TraceWriter::arguments(Line& line, const Step& step) {
    using lines::Op;
    if (step.op == Op::RegisterRequestRecipient || step.op == Op::SetTerminal ||
        step.op == Op::SetLineDevStatus)
        line.text("enable", step.enable ? "true" : "false");
    if (step.op == Op::SetNumRings) line.number("count", step.count);
}

// What only methods take.
void TraceWriter::arguments(Line& line, const MethodWords& words) {
    const auto flag = [&line](std::string_view key, const std::optional<bool>& given) {
        if (given) line.text(key, *given ? "true" : "false");
    };
    for (const MethodNumber& each : kMethodNumbers) {
        if (words.*each.member) line.number(each.key, *(words.*each.member));
    }
    flag("sync", words.sync);
    flag("hold", words.hold);
    flag("owner", words.owner);
    flag("monitor", words.monitor);
    if (words.item) line.text("item", item_text(*words.item));
    line.maybe("registration", words.registration.value);
    if (words.value) line.text("value", plain_text(*words.value));
}

void TraceWriter::request(pbx::SimTime at, const Step& step, std::uint32_t seat, std::uint32_t call,
                          std::uint32_t device) {
    Line line{buffer_};
    line.start(++sequence_, at, "request");
    line.text("app", world_.seats()[seat].name);
    what(line, step);
    if (device != kNone) line.text("line", world_.line_names()[device]);
    if (call != kNone) line.text("call", log_.call_name(call));
    if (step.with) line.text("with", step.with->value);
    if (step.to) line.text("to", step.to->value);
    line.maybe("digits", step.digits.value);
    line.maybe("card", step.card_name.value);
    line.maybe("location", step.location_name.value);
    line.maybe("userUserInfo", step.user_user_info.value);
    line.maybe("address", step.address.value);
    line.maybe("deviceClass", step.device_class.value);
    line.maybe("module", step.module.value);
    line.maybe("callData", step.call_data.value);
    if (step.method) {
        arguments(line, step.tapi3);
        if (!step.enable) line.text("enable", "false");
    } else {
        arguments(line, step);
    }
    if (step.country_code != 0) line.number("countryCode", step.country_code);
    for (const StepNumber& each : kStepNumbers) {
        if (step.*each.member) line.number(each.key, *(step.*each.member));
    }
    if (step.line_states != 0)
        line.text("lineStates", lines::bit_words("LINEDEVSTATE", step.line_states));
    if (step.address_states != 0) {
        line.text("addressStates", lines::bit_words("LINEADDRESSSTATE", step.address_states));
    }
    finish(line);
}

void TraceWriter::returned(pbx::SimTime at, const Step& step, std::uint32_t seat,
                           lines::LineResult result) {
    Line line{buffer_};
    line.start(++sequence_, at, "return");
    line.text("app", world_.seats()[seat].name);
    what(line, step);
    if (step.method) {
        line.text("result", lines::tapi3::hresult_name(result));
    } else if (result < 0) {
        line.text("error", lines::error_name(result));
    } else {
        line.number("result", result);
    }
    finish(line);
}

void TraceWriter::pending(pbx::SimTime at, const Step& step, std::uint32_t seat,
                          std::uint32_t pending) {
    Line line{buffer_};
    line.start(++sequence_, at, "return");
    line.text("app", world_.seats()[seat].name);
    what(line, step);
    line.number("pending", pending);
    finish(line);
}

void TraceWriter::act(pbx::SimTime at, std::string_view kind, std::string_view what,
                      std::string_view who, std::string_view digits) {
    Line line{buffer_};
    line.start(++sequence_, at, kind);
    line.text("act", what);
    line.maybe("party", who);
    line.maybe("digits", digits);
    finish(line);
}

void TraceWriter::event(const Entry& entry) {
    const ToldEvent& event = *entry.event;
    const EventKind& kind = event_kind(awaited_of(event.kind));
    Line line{buffer_};
    line.start(++sequence_, entry.message.at, "event");
    line.text("app", world_.seats()[entry.seat].name);
    line.text("event", constant_text("TAPI_EVENT", event.kind));
    if (entry.device != kNone) line.text("line", world_.line_names()[entry.device]);
    if (entry.call != kNone) {
        const CallRecord& call = log_.calls()[entry.call];
        line.text("object", "h" + std::to_string(call.ordinal));
        line.maybe("call", call.name);
    }
    if (!kind.group.empty()) line.text("detail", constant_text(kind.group, event.detail));
    if (kind.group.empty()) line.number("detail", event.detail);
    if (event.kind == lines::TE_CALLSTATE)
        line.text("cause", constant_text("CALL_STATE_EVENT_CAUSE", event.cause));
    if (event.hub != 0) line.number("hub", event.hub);
    if (event.instance != 0) line.number("instance", event.instance);
    line.maybe("digits", entry.digits);
    finish(line);
}

void TraceWriter::message(const Entry& entry) {
    if (entry.event) return event(entry);
    const lines::Message& message = entry.message;
    const bool reply = message.id == lines::LINE_REPLY;
    Line line{buffer_};
    line.start(++sequence_, message.at, reply ? "reply" : "message");
    line.text("app", world_.seats()[entry.seat].name);
    if (reply) {
        const auto result = static_cast<lines::LineResult>(message.param2);
        line.number("request", message.param1);
        line.text("result", entry.tapi3   ? lines::tapi3::hresult_name(result)
                            : result == 0 ? "0"
                                          : lines::error_name(result));
        return finish(line);
    }
    line.text("message", lines::tapi_word("LINE_MESSAGES", message.id));
    if (entry.device != kNone) line.text("line", world_.line_names()[entry.device]);
    if (entry.call != kNone) {
        const CallRecord& call = log_.calls()[entry.call];
        line.text("handle", "h" + std::to_string(call.ordinal));
        line.maybe("call", call.name);
    }
    line.text("text", message_text(message));
    line.maybe("digits", entry.digits);
    line.number("param1", message.param1);
    line.number("param2", message.param2);
    line.number("param3", message.param3);
    finish(line);
}

void TraceWriter::note(const SwitchNote& note) {
    if (note.fault) return fault(*note.fault);
    switch_event(note);
}

void TraceWriter::fault(const lines::FaultFired& fired) {
    Line line{buffer_};
    line.start(++sequence_, fired.at, "fault");
    line.text("fault", fault_text(*world_.faults().faults()[fired.fault].words));
    line.maybe("name", world_.faults().faults()[fired.fault].words->name.value);
    std::uint32_t seat = 0;
    while (seat < world_.seats().size() && world_.seats()[seat].application() != fired.application)
        ++seat;
    const bool of_seat = fired.application != nullptr && seat < world_.seats().size();
    if (of_seat) line.text("app", world_.seats()[seat].name);
    if (fired.device < world_.line_names().size())
        line.text("line", world_.line_names()[fired.device]);
    if (fired.op) line.text("op", lines::operation(*fired.op).function);
    if (fired.message) {
        const std::uint32_t call = of_seat ? log_.find(seat, call_of(*fired.message)) : kNone;
        if (call != kNone) line.text("call", log_.call_name(call));
        line.text("text", message_text(*fired.message));
    }
    finish(line);
}

void TraceWriter::switch_event(const SwitchNote& note) {
    const pbx::Event& event = note.event;
    Line line{buffer_};
    line.start(++sequence_, event.at, "switch");
    line.text("event", pbx::name(event.kind));
    if (event.station.valid()) {
        const std::uint32_t device = world_.device(event.station);
        if (device != kNone) line.text("party", world_.line_names()[device]);
    } else if (note.outside != kNone) {
        line.text("party", world_.outside_names()[note.outside]);
    }
    if (note.call != 0) line.number("call", note.call);
    if (event.connection.valid()) {
        // Index and generation count up in the same way on every machine.
        line.text("connection", std::to_string(event.connection.index) + "." +
                                    std::to_string(event.connection.generation));
    }
    if (event.kind == pbx::EventKind::Moved) {
        line.text("from", pbx::name(event.from));
        line.text("to", pbx::name(event.to));
    }
    if (event.cause != pbx::Cause::None) line.text("cause", pbx::name(event.cause));
    if (event.refusal != pbx::Refusal::None) line.text("refusal", pbx::name(event.refusal));
    if (event.tag != 0) line.number("tag", event.tag);
    if (event.detail != 0) line.number("detail", event.detail);
    finish(line);
}

}  // namespace pbxlab::harness
