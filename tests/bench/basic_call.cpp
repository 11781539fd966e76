// What a basic call costs through the lines: made, offered, answered, dropped by the caller,
// dropped by the called, both handles given up. Beside it, in the same run, the bare event loop:
// the same number of timers with the same number pending, and nothing done when they fire.
#include <algorithm>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "lines/telephony.h"

namespace {
std::uint64_t allocations = 0;
}  // namespace

// NOLINTBEGIN(cppcoreguidelines-no-malloc): what counts allocations must not count itself
// Not inlined: g++ 12 would take malloc and free for a mismatched pair.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc{};
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc)

namespace pbxlab::lines {
namespace {

// Half of the lines call the other half, each pair one call after the other.
class Traffic {
 public:
    explicit Traffic(std::uint32_t lines)
        : exchange_({.default_media = LINEMEDIAMODE_INTERACTIVEVOICE}), telephony_(exchange_) {
        for (std::uint32_t i = 0; i < lines; ++i) {
            const auto station = exchange_.add_station({.name = "station"});
            exchange_.add_address(station, {.number = number(i)});
            telephony_.add_line(station, Profile{});
        }
        telephony_.initialize({.module = "calls.exe"}, &app_);
        lines_.resize(lines);
        made_.resize(lines);
        for (std::uint32_t i = 0; i < lines; ++i) {
            numbers_.push_back(number(i));
            app_->open(i, &lines_[i], kTapi22, 0, i, LINECALLPRIVILEGE_OWNER,
                       LINEMEDIAMODE_INTERACTIVEVOICE, nullptr);
        }
    }

    // Plays `calls` calls to their end.
    void play(std::uint64_t calls) {
        to_start_ = calls;
        ended_ = 0;
        const auto pairs = static_cast<std::uint32_t>(lines_.size() / 2);
        for (std::uint32_t i = 0; i < pairs; ++i) start(i);
        while (ended_ < 2 * calls && exchange_.scheduler().step()) {
            ++events;
            if (telephony_.last_message() != seen_) react();
        }
    }
    [[nodiscard]] std::size_t pending() const { return exchange_.scheduler().size(); }

    std::uint64_t events = 0;         // timers fired
    std::uint64_t state_changes = 0;  // LINE_CALLSTATE
    std::size_t most_pending = 0;

 private:
    static std::string number(std::uint32_t i) { return std::to_string(10000 + i); }

    void start(std::uint32_t caller) {
        if (to_start_ == 0) return;
        --to_start_;
        const std::size_t called = caller + lines_.size() / 2;
        app_->make_call(lines_[caller], &made_[caller], numbers_[called].c_str(), 0, nullptr);
    }

    void react() {
        for (Message m; app_->get_message(&m) == 0;) {
            if (m.id == LINE_CALLSTATE) react(m);
        }
        seen_ = telephony_.last_message();
        most_pending = std::max(most_pending, pending());
    }

    void react(const Message& m) {
        ++state_changes;
        const HCall call{m.device};
        const auto line = static_cast<std::uint32_t>(m.callback_instance);
        const bool caller = line < lines_.size() / 2;
        switch (m.param1) {
            case LINECALLSTATE_OFFERING: app_->answer(call); return;
            case LINECALLSTATE_CONNECTED:
                if (caller) app_->drop(call);
                return;
            case LINECALLSTATE_DISCONNECTED: app_->drop(call); return;
            case LINECALLSTATE_IDLE:
                app_->deallocate_call(call);
                ++ended_;
                if (!caller) start(line - static_cast<std::uint32_t>(lines_.size() / 2));
                return;
            default: return;
        }
    }

    pbx::Exchange exchange_;
    Telephony telephony_;
    Application* app_ = nullptr;
    std::vector<HLine> lines_;
    std::vector<HCall> made_;
    std::vector<std::string> numbers_;
    std::uint64_t to_start_ = 0, ended_ = 0, seen_ = 0;
};

constexpr std::uint64_t kCallsAPair = 20;

void basic_call(benchmark::State& state) {
    const auto lines = static_cast<std::uint32_t>(state.range(0));
    const std::uint64_t calls = lines / 2 * kCallsAPair;
    Traffic traffic{lines};
    traffic.play(calls);
    traffic.play(calls);  // now everything has grown to its size
    traffic.events = traffic.state_changes = 0;
    const std::uint64_t allocated = allocations;
    for (auto _ : state) traffic.play(calls);
    const auto all = static_cast<double>(calls) * static_cast<double>(state.iterations());
    using benchmark::Counter;
    state.counters["calls/s"] = Counter(all, Counter::kIsRate);
    state.counters["s/state_change"] =
        Counter(static_cast<double>(traffic.state_changes), Counter::kIsRate | Counter::kInvert);
    state.counters["state_changes/call"] = static_cast<double>(traffic.state_changes) / all;
    state.counters["events/call"] = static_cast<double>(traffic.events) / all;
    state.counters["allocations/call"] = static_cast<double>(allocations - allocated) / all;
}
BENCHMARK(basic_call)->Arg(10)->Arg(1000)->Unit(benchmark::kMillisecond);

// Fires timers and sets the next one, with delays as different as those of a call's steps.
class Idler final : public pbx::TimerTarget {
 public:
    explicit Idler(std::size_t pending) {
        for (std::size_t i = 0; i < pending; ++i) set(i);
    }
    void play(std::uint64_t events) {
        for (std::uint64_t i = 0; i < events; ++i) clock_.step();
    }
    void on_timer(std::uint32_t /*what*/, std::uint64_t argument) override { set(argument + 1); }

 private:
    void set(std::uint64_t n) {
        constexpr pbx::Duration::rep kSteps[] = {10'000, 200'000, 100'000, 420'000, 30'000};
        clock_.set(pbx::Duration{kSteps[n % std::size(kSteps)]}, *this, 0, n);
    }
    pbx::Scheduler clock_;
};

void bare_event_loop(benchmark::State& state) {
    const auto lines = static_cast<std::uint32_t>(state.range(0));
    const std::uint64_t calls = lines / 2 * kCallsAPair;
    Traffic like{lines};
    like.play(calls);
    Idler idler{like.most_pending};
    for (auto _ : state) idler.play(like.events);
    const auto all = static_cast<double>(calls) * static_cast<double>(state.iterations());
    using benchmark::Counter;
    state.counters["calls/s"] = Counter(all, Counter::kIsRate);
    state.counters["events/call"] = static_cast<double>(like.events) / static_cast<double>(calls);
    state.counters["pending"] = static_cast<double>(like.most_pending);
}
BENCHMARK(bare_event_loop)->Arg(10)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pbxlab::lines
