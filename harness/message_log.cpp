#include "harness/message_log.h"

#include "harness/words.h"

namespace pbxlab::harness {

std::uint32_t MessageLog::add(const Entry& entry) {
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    if (entry.call != kNone && is_call_message(entry.message)) {
        calls_[entry.call].stream.entries.push_back(index);
    }
    // What belongs to no line has a stream of its own; a reply is found by its request.
    if (entry.device != kNone || entry.message.id != lines::LINE_REPLY)
        line(entry.seat, entry.device).entries.push_back(index);
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
