#include "harness/message_log.h"

#include <fmt/format.h>

#include "harness/event_words.h"
#include "harness/words.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

namespace {

// What concerns an application as a whole.
bool of_application(const Entry& entry) {
    return entry.event &&
           (entry.event->kind == lines::TE_CALLHUB || entry.event->kind == lines::TE_TAPIOBJECT);
}

}  // namespace

bool is_of_call(const Entry& entry) {
    return entry.call != kNone && (entry.event.has_value() || is_call_message(entry.message));
}

std::string text_of(const Entry& entry) {
    if (entry.event) {
        std::string text = event_text(entry.event->kind, entry.event->detail, entry.event->cause);
        const std::string_view bits = event_kind(awaited_of(entry.event->kind)).bits;
        if (!bits.empty()) text += ' ' + bits_text(bits, entry.event->detail);
        if (!entry.digits.empty()) text += ' ' + entry.digits;
        if (entry.event->hub != 0) text += fmt::format(" hub {}", entry.event->hub);
        return text;
    }
    if (!entry.tapi3) return message_text(entry.message);
    return fmt::format("RETURN {} {}", entry.message.param1,
                       lines::tapi3::hresult_name(lines::tapi3::hresult(entry.message.param2)));
}

std::uint32_t MessageLog::add(const Entry& entry) {
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    if (is_of_call(entry)) calls_[entry.call].stream.entries.push_back(index);
    // What belongs to no line has a stream of its own; a reply is found by its request.
    const bool whole = of_application(entry);
    if (whole || entry.device != kNone || entry.message.id != lines::LINE_REPLY)
        line(entry.seat, whole ? kNone : entry.device).entries.push_back(index);
    return index;
}

namespace {

std::uint64_t key(std::uint32_t seat, lines::HCall handle) {
    return std::uint64_t{seat} << 32U | static_cast<std::uint32_t>(handle);
}

}  // namespace

std::uint32_t MessageLog::find(std::uint32_t seat, lines::HCall handle) const {
    const auto place = by_handle_.find(key(seat, handle));
    return place == by_handle_.end() ? kNone : place->second;
}

std::uint32_t MessageLog::add(std::uint32_t seat, lines::HCall handle, std::uint32_t device) {
    const auto index = static_cast<std::uint32_t>(calls_.size());
    by_handle_[key(seat, handle)] = index;
    if (seen_.size() <= seat) seen_.resize(seat + std::size_t{1});
    CallRecord& call = calls_.emplace_back();
    call.seat = seat;
    call.handle = handle;
    call.device = device;
    call.ordinal = ++seen_[seat];
    return index;
}

void MessageLog::name(std::uint32_t call, std::string_view name) {
    calls_[call].name = name;
    const auto place = names_.find(name);
    if (place == names_.end()) {
        names_.emplace(name, call);
    } else {
        place->second = call;
    }
    if (named_) named_(call, name);
}

std::uint32_t MessageLog::find(std::string_view name) const {
    const auto place = names_.find(name);
    return place == names_.end() ? kNone : place->second;
}

std::string MessageLog::call_name(std::uint32_t call) const {
    const CallRecord& record = calls_[call];
    return record.name.empty() ? "h" + std::to_string(record.ordinal) : record.name;
}

}  // namespace pbxlab::harness
