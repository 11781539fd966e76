// Calls as the yardstick has them, for the switch alone and for its lines: as many at a time as are
// wanted, each between two idle lines, ringing and talking for random times; and what is kept of
// them. Every second line calls, the others are called.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lines/structures.h"
#include "switch/events.h"
#include "switch/recording.h"
#include "tests/bench/yardstick.h"

namespace pbxlab::bench {

struct Shape {
    std::uint32_t lines = 1000;
    std::uint32_t at_once = 100;  // calls
};

// Who calls whom, and when.
class Crowd {
 public:
    static constexpr std::uint32_t kFirstNumber = 1'000'000;

    explicit Crowd(std::uint32_t lines, std::uint64_t seed = 42)
        : busy_(lines), numbers_(lines), chance_{seed} {
        for (std::uint32_t i = 0; i < lines; ++i) {
            const std::string number = std::to_string(kFirstNumber + i);
            number.copy(numbers_[i].data(), number.size());
        }
    }

    [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(busy_.size()); }
    [[nodiscard]] static bool calls(std::uint32_t line) { return line % 2 == 0; }
    // Null-terminated.
    [[nodiscard]] const char* number(std::uint32_t line) const { return numbers_[line].data(); }

    // An idle line that calls, or is called; it is busy from now on.
    std::uint32_t take_caller() { return take(0); }
    std::uint32_t take_called() { return take(1); }
    void put_back(std::uint32_t line) { busy_[line] = 0; }

    // How long until a place makes its first call, and its next one; until a call is answered, and
    // how long it lasts.
    pbx::Duration first() { return span(0, 16383); }
    pbx::Duration gap() { return span(500, 1023); }
    pbx::Duration ringing() { return span(2000, 4095); }
    pbx::Duration talking() { return span(3000, 65535); }

 private:
    std::uint32_t take(std::uint32_t first) {
        const auto chosen = static_cast<std::uint32_t>(chance_.next());
        const std::uint64_t half = busy_.size() / 2;
        auto line = first + 2 * static_cast<std::uint32_t>((chosen * half) >> 32U);
        while (busy_[line] != 0) {
            line += 2;
            if (line >= busy_.size()) line = first;
        }
        busy_[line] = 1;
        return line;
    }
    pbx::Duration span(std::uint64_t least, std::uint64_t mask) {
        return std::chrono::milliseconds{chance_.span(least, mask)};
    }

    std::vector<std::uint8_t> busy_;
    std::vector<std::array<char, 8>> numbers_;
    Chance chance_;
};

// What is kept of what happens: events of the switch, messages that applications have fetched.
struct KeptNothing {
    static constexpr bool kOn = false;
    struct Sink {
        void put(const auto& /*record*/) {}
    };
    Sink events, messages;
};
struct KeptLast {
    static constexpr bool kOn = true;
    pbx::LastRecords<pbx::Event> events;
    pbx::LastRecords<lines::Message> messages;
};
struct KeptWhole {
    static constexpr bool kOn = true;
    void clear() {
        events.clear();
        messages.clear();
    }
    pbx::Recording<pbx::Event> events;
    pbx::Recording<lines::Message> messages;
};
struct KeptCompared {
    static constexpr bool kOn = true;
    template <class Record>
    struct Sink {
        void put(const Record& record) { comparison->put(record); }
        std::optional<pbx::Comparison<Record>> comparison;
    };
    void expect(const KeptWhole& whole) {
        events.comparison.emplace(whole.events.records());
        messages.comparison.emplace(whole.messages.records());
    }
    [[nodiscard]] bool same() const {
        return events.comparison->same() && messages.comparison->same();
    }
    Sink<pbx::Event> events;
    Sink<lines::Message> messages;
};

}  // namespace pbxlab::bench
