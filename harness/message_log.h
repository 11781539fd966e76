// Every message of a run in the order in which they were sent, and for each call handle and each
// line of an application the messages that are its own, with a cursor: what lies before it has been
// expected or passed over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "harness/world.h"
#include "lines/structures.h"
#include "lines/tapi3/call.h"

namespace pbxlab::harness {

// An event of TAPI 3, without the objects that it came with.
struct ToldEvent {
    std::uint32_t kind = 0;  // TAPI_EVENT
    std::uint32_t detail = 0, cause = 0;
    std::uint32_t hub = 0;  // number of the hub; 0: none
    std::uint32_t instance = 0, address_id = 0;
};
// The id of a message that is an event: no message has it.
inline constexpr std::uint32_t kEventMessage = 0xFFFF'FFFFU;

// What an application was told: a message, or an event of TAPI 3. Then the message says when, and a
// reply is the return of a method that had to wait.
struct Entry {
    lines::Message message;
    std::uint32_t seat = 0;
    std::uint32_t device = kNone;  // of the line it concerns
    std::uint32_t call = kNone;    // of MessageLog::calls()
    bool expected = false;         // a step asked for it
    std::string digits;            // LINE_GATHERDIGITS: what was gathered
    bool tapi3 = false;            // told to an application of TAPI 3
    std::optional<ToldEvent> event;
};
// What was told, without who was told it: "CALLSTATE CONNECTED/ACTIVE OWNER", "CS_CONNECTED".
[[nodiscard]] std::string text_of(const Entry& entry);
// Whether it is about the call itself.
[[nodiscard]] bool is_of_call(const Entry& entry);

// Messages that wait to be expected: indices into the log, and how many of them have been passed.
struct Stream {
    std::vector<std::uint32_t> entries;
    std::size_t cursor = 0;
};

// One call handle of one application; or one call object, by its number, of a TAPI 3 application.
struct CallRecord {
    std::uint32_t seat = 0;
    lines::HCall handle{};
    lines::tapi3::Ref<lines::tapi3::Call> object;  // until it is released
    std::uint32_t device = kNone;
    std::uint32_t ordinal = 0;  // 1, 2, 3 ... by order of appearance on its application
    std::string name;           // last name a step gave it; empty: none yet
    Stream stream;              // its LINE_CALLSTATE and LINE_CALLINFO
    bool over = false;          // it went idle, or was deallocated: the value may come again
};

// Lines that stand there many times, with the same role in every call: a step that names the first
// means whichever of them the call is at.
struct LineAlias {
    std::vector<std::uint32_t> seats, devices;  // for each the first one's; itself where it is one

    [[nodiscard]] static std::uint32_t of(const std::vector<std::uint32_t>& list,
                                          std::uint32_t id) {
        return id < list.size() ? list[id] : id;
    }
};

class MessageLog {
 public:
    // It has to outlive the log.
    void alias(const LineAlias* lines) { alias_ = lines; }
    // Whether two lines are the same for a step.
    [[nodiscard]] bool same_seat(std::uint32_t a, std::uint32_t b) const {
        return a == b || (alias_ != nullptr &&
                          LineAlias::of(alias_->seats, a) == LineAlias::of(alias_->seats, b));
    }
    [[nodiscard]] bool same_device(std::uint32_t a, std::uint32_t b) const {
        return a == b || (alias_ != nullptr &&
                          LineAlias::of(alias_->devices, a) == LineAlias::of(alias_->devices, b));
    }

    // Appends a message; it joins the streams of its call and its line.
    std::uint32_t add(const Entry& entry);

    // The latest record of a handle; kNone when it has not been seen.
    [[nodiscard]] std::uint32_t find(std::uint32_t seat, lines::HCall handle) const;
    // Makes the record of a handle that is new: its value may have been that of a call long gone.
    std::uint32_t add(std::uint32_t seat, lines::HCall handle, std::uint32_t device);

    // Who is told of each name that is bound.
    using Named = std::function<void(std::uint32_t call, std::string_view name)>;
    void on_name(Named named) { named_ = std::move(named); }
    // Binds a name to a call; a name that was bound before moves.
    void name(std::uint32_t call, std::string_view name);
    // The call last bound to `name`; kNone when none is.
    [[nodiscard]] std::uint32_t find(std::string_view name) const;

    [[nodiscard]] std::vector<Entry>& entries() { return entries_; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] std::vector<CallRecord>& calls() { return calls_; }
    [[nodiscard]] const std::vector<CallRecord>& calls() const { return calls_; }
    [[nodiscard]] Stream& line(std::uint32_t seat, std::uint32_t device) {
        if (alias_ == nullptr) return lines_[{seat, device}];
        return lines_[{LineAlias::of(alias_->seats, seat), LineAlias::of(alias_->devices, device)}];
    }

    // "a1", or "h3" for a call without a name.
    [[nodiscard]] std::string call_name(std::uint32_t call) const;

 private:
    std::vector<Entry> entries_;
    std::vector<CallRecord> calls_;
    std::unordered_map<std::uint64_t, std::uint32_t> by_handle_;  // looked up only
    std::map<std::string, std::uint32_t, std::less<>> names_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Stream> lines_;
    std::vector<std::uint32_t> seen_;  // handles so far, by seat
    Named named_;
    const LineAlias* alias_ = nullptr;  // nullptr: every line is itself
};

}  // namespace pbxlab::harness
