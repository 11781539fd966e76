// The yardstick: the least that can honestly be called a simulation of two-party calls. Flat
// storage, handles that notice what is gone, checked transitions, simulated time and one record for
// each change of state. It does nothing that anybody wants, and so marks how fast a switch could be
// on this machine; the benchmarks stand beside it, in one run and with the same compiler flags.
//
//   NoTrace trace;
//   Model<TimerWheel, NoTrace> model{1000, 100, trace};
//   model.run(200'000);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/yardstick_time.h"
#include "tests/bench/yardstick_trace.h"

namespace pbxlab::bench {

enum class State : std::uint8_t {
    Idle,
    DialTone,
    Dialing,
    Proceeding,
    Ringback,
    Offering,
    Accepted,
    Connected,
    Disconnected,
    Busy
};
inline constexpr std::size_t kStates = 10;

template <class... States>
constexpr std::uint16_t any_of(States... states) {
    return static_cast<std::uint16_t>(((1U << static_cast<unsigned>(states)) | ...));
}

// What may follow each state, in the order of State.
inline constexpr std::array<std::uint16_t, kStates> kFollow = {
    any_of(State::DialTone, State::Offering),
    any_of(State::Dialing, State::Disconnected, State::Idle),
    any_of(State::Proceeding, State::Disconnected, State::Busy),
    any_of(State::Ringback, State::Connected, State::Busy, State::Disconnected),
    any_of(State::Connected, State::Disconnected),
    any_of(State::Accepted, State::Connected, State::Disconnected),
    any_of(State::Connected, State::Disconnected),
    any_of(State::Disconnected),
    any_of(State::Idle),
    any_of(State::Disconnected, State::Idle),
};

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

struct LegHandle {
    std::uint32_t index = 0, generation = 0;
};

// One end of a call.
struct Leg {
    std::uint32_t generation = 0;
    std::uint32_t line = 0;
    LegHandle peer;
    std::uint32_t call = 0;
    State state = State::Idle;
    std::uint8_t side = 0;  // 0: who calls
    std::uint8_t cause = 0;
    std::uint8_t step = 0;                   // of the call's life, at the calling end
    std::uint64_t changed = 0, created = 0;  // milliseconds
    std::uint32_t changes = 0;
    std::uint32_t next_free = kNone;
    std::array<std::uint64_t, 2> spare{};
};
static_assert(sizeof(Leg) == 64);

// A station.
struct Station {
    std::uint32_t leg = kNone;
    std::uint8_t off_hook = 0, ringing = 0;
    std::uint16_t flags = 0;
    std::uint32_t made = 0, received = 0;
    std::uint64_t changed = 0;
    std::array<char, 16> number{};
    std::array<std::uint32_t, 6> features{};
};
static_assert(sizeof(Station) == 64);

// Random numbers: xorshift.
class Chance {
 public:
    explicit Chance(std::uint64_t seed) : state_{seed} {}
    std::uint64_t next() {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_;
    }
    // Some milliseconds from `least` on; `mask` is one less than a power of two.
    std::uint64_t span(std::uint64_t least, std::uint64_t mask) { return least + (next() & mask); }

 private:
    std::uint64_t state_;
};

// Calls one after the other on `at_once` places: each is made, offered, accepted, rings, is
// answered, talks, and is cleared first by who called; twelve changes of state.
template <class Queue, class Trace>
class Model {
 public:
    static constexpr std::uint64_t kChangesPerCall = 12;

    Model(std::uint32_t lines, std::uint32_t at_once, Trace& trace, std::uint64_t seed = 42)
        : stations_(lines), chance_{seed}, at_once_{at_once}, trace_{trace} {
        legs_.reserve(std::size_t{2} * at_once + 2);
        guards_.resize(std::size_t{2} * at_once + 2);
        queue_.reserve(std::size_t{4} * at_once + 16);
        for (std::uint32_t i = 0; i < lines; ++i) {
            const std::string digits = std::to_string(10'000'000 + i);
            digits.copy(stations_[i].number.data(), 7, 1);
        }
    }

    void run(std::uint64_t calls) {
        std::uint64_t left = calls;
        for (std::uint32_t i = 0; i < at_once_ && left != 0; ++i, --left)
            queue_.push(chance_.next() & 16383U, {.kind = Due::Begin});
        Timer timer;
        while (queue_.pop(timer)) {
            now_ = timer.at;
            if (timer.kind == Due::Begin) {
                begin_call();
                continue;
            }
            const Leg* leg = find({timer.index, timer.generation});
            if (leg == nullptr) continue;  // it was cancelled
            if (timer.kind == Due::NoAnswer) {
                if (leg->state == State::Accepted) ++wrong_;
                continue;
            }
            if (!advance(timer.index)) continue;
            ++ended_;
            if (left == 0) continue;
            --left;
            queue_.push(now_ + chance_.span(500, 1023), {.kind = Due::Begin});
        }
    }

    [[nodiscard]] std::uint64_t ended() const { return ended_; }
    [[nodiscard]] std::uint64_t changes() const { return changes_; }
    [[nodiscard]] std::uint64_t wrong() const { return wrong_; }  // 0, else the model is broken

 private:
    LegHandle add(std::uint32_t line, std::uint8_t side, std::uint32_t call) {
        std::uint32_t index = free_;
        if (index != kNone) {
            free_ = legs_[index].next_free;
        } else {
            index = static_cast<std::uint32_t>(legs_.size());
            legs_.emplace_back();
            if (guards_.size() < legs_.size()) guards_.resize(legs_.size());
        }
        const std::uint32_t generation = legs_[index].generation + 1;
        legs_[index] = {
            .generation = generation, .line = line, .call = call, .side = side, .created = now_};
        stations_[line].leg = index;
        return {index, generation};
    }
    void remove(std::uint32_t index) {
        Leg& leg = legs_[index];
        stations_[leg.line].leg = kNone;
        ++leg.generation;
        leg.next_free = free_;
        free_ = index;
    }
    Leg* find(LegHandle handle) {
        const bool live =
            handle.index < legs_.size() && legs_[handle.index].generation == handle.generation;
        return live ? &legs_[handle.index] : nullptr;
    }

    void move(std::uint32_t index, State to, std::uint8_t cause = 0) {
        Leg& leg = legs_[index];
        const State from = leg.state;
        if ((kFollow[static_cast<std::size_t>(from)] & any_of(to)) == 0) [[unlikely]] {
            ++wrong_;
            return;
        }
        leg.state = to;
        leg.cause = cause;
        leg.changed = now_;
        ++leg.changes;
        ++changes_;
        stations_[leg.line].changed = now_;
        if constexpr (Trace::kOn) {
            const Leg* peer = find(leg.peer);
            trace_.put({.at = now_ * 1000,
                        .sequence = sequence_++,
                        .call = leg.call,
                        .leg = index,
                        .generation = leg.generation,
                        .line = leg.line,
                        .peer = peer != nullptr ? peer->line : kNone,
                        .from = static_cast<std::uint8_t>(from),
                        .to = static_cast<std::uint8_t>(to),
                        .cause = cause,
                        .side = leg.side});
        }
    }

    std::uint32_t idle_station() {
        const auto chosen = static_cast<std::uint32_t>(chance_.next());
        auto i = static_cast<std::uint32_t>((std::uint64_t{chosen} * stations_.size()) >> 32U);
        while (stations_[i].leg != kNone) {
            if (++i == stations_.size()) i = 0;
        }
        return i;
    }
    std::uint32_t station_of(std::string_view number) const {
        std::uint32_t value = 0;
        for (const char digit : number) {
            if (digit == '\0') break;
            value = value * 10 + static_cast<std::uint32_t>(digit - '0');
        }
        return value < stations_.size() ? value : kNone;
    }

    void begin_call() {
        const std::uint32_t line = idle_station();
        const LegHandle leg = add(line, 0, ++calls_);
        ++stations_[line].made;
        stations_[line].off_hook = 1;
        move(leg.index, State::DialTone);
        legs_[leg.index].step = 1;
        later(leg.index, chance_.span(200, 255));
    }
    void later(std::uint32_t index, std::uint64_t span) {
        queue_.push(now_ + span,
                    {.index = index, .generation = legs_[index].generation, .kind = Due::Step});
    }

    // The next step in the life of the call with this calling end; true when that is over.
    bool advance(std::uint32_t caller) {
        const std::uint8_t step = legs_[caller].step;
        const std::uint32_t called = legs_[caller].peer.index;
        if (step > 2 && find(legs_[caller].peer) == nullptr) ++wrong_;
        std::uint64_t span = 0;
        switch (step) {
            case 1:
                move(caller, State::Dialing);
                span = chance_.span(300, 511);
                break;
            case 2:
                move(caller, State::Proceeding);
                route(caller);
                span = chance_.span(20, 31);
                break;
            case 3:
                move(called, State::Offering);
                stations_[legs_[called].line].ringing = 1;
                span = chance_.span(5, 15);
                break;
            case 4:
                move(called, State::Accepted);
                guards_[called] =
                    queue_.push(now_ + 30'000, {.index = called,
                                                .generation = legs_[called].generation,
                                                .kind = Due::NoAnswer});
                span = chance_.span(5, 15);
                break;
            case 5:
                move(caller, State::Ringback);
                span = chance_.span(2000, 4095);
                break;
            case 6:
                answer(called);
                span = chance_.span(1, 3);
                break;
            case 7:
                move(caller, State::Connected);
                span = chance_.span(3000, 65535);
                break;
            case 8:
                move(caller, State::Disconnected, 1);
                span = chance_.span(1, 3);
                break;
            case 9:
                move(called, State::Disconnected, 1);
                span = chance_.span(50, 127);
                break;
            case 10:
                move(caller, State::Idle, 1);
                stations_[legs_[caller].line].off_hook = 0;
                span = chance_.span(50, 127);
                break;
            default:
                move(called, State::Idle, 1);
                stations_[legs_[called].line].off_hook = 0;
                remove(called);
                remove(caller);
                return true;
        }
        ++legs_[caller].step;
        later(caller, span);
        return false;
    }
    void route(std::uint32_t caller) {
        const std::uint32_t wanted = idle_station();
        const std::uint32_t line =
            station_of({stations_[wanted].number.data(), stations_[wanted].number.size()});
        const LegHandle called = add(line, 1, legs_[caller].call);
        legs_[caller].peer = called;
        legs_[called.index].peer = {caller, legs_[caller].generation};
        ++stations_[line].received;
    }
    void answer(std::uint32_t called) {
        Station& station = stations_[legs_[called].line];
        move(called, State::Connected);
        station.ringing = 0;
        station.off_hook = 1;
        queue_.cancel(guards_[called]);
    }

    std::vector<Station> stations_;
    std::vector<Leg> legs_;
    std::vector<typename Queue::Token> guards_;  // by leg: it rings too long
    std::uint32_t free_ = kNone;
    Queue queue_;
    Chance chance_;
    std::uint64_t now_ = 0;
    std::uint64_t ended_ = 0, changes_ = 0, wrong_ = 0;
    std::uint32_t calls_ = 0, sequence_ = 0, at_once_;
    Trace& trace_;
};

}  // namespace pbxlab::bench
