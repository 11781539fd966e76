// What is asked of operator new for a line that nobody uses, and for a call that is active.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lines/telephony.h"
#include "tests/bench/count_new.h"
#include "tests/bench/work.h"

namespace pbxlab::lines {
namespace {

using bench::must;

// Lines that two applications have open, every second one each.
struct Lines {
    explicit Lines(std::uint32_t count) {
        telephony.initialize({.module = "dialler.exe"}, &apps[0]);
        telephony.initialize({.module = "desk.exe"}, &apps[1]);
        handles.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) add(i);
    }
    void add(std::uint32_t i) {
        const auto station = exchange.add_station({.name = "station"});
        exchange.add_address(station, {.number = number(i)});
        telephony.add_line(station, Profile{});
        HLine line = kNoLine;
        must(apps[i % 2]->open(i, &line, kTapi22, 0, i, LINECALLPRIVILEGE_OWNER,
                               LINEMEDIAMODE_INTERACTIVEVOICE, nullptr) == 0,
             "a line could not be opened");
        handles.push_back(line);
    }
    static std::string number(std::uint32_t i) { return std::to_string(1'000'000 + i); }

    pbx::Exchange exchange{{.default_media = LINEMEDIAMODE_INTERACTIVEVOICE}};
    Telephony telephony{exchange};
    Application* apps[2] = {};
    std::vector<HLine> handles;
};

class IdleLine final : public bench::Work {
 public:
    explicit IdleLine(std::uint32_t lines) : lines_{lines} {}
    std::uint64_t run(bench::Stopwatch& watch) override {
        const bench::Weighing weighing;
        const Lines lines{lines_};
        const auto own = static_cast<std::int64_t>(lines.handles.capacity() * sizeof(HLine));
        watch.weigh(static_cast<double>(weighing.bytes() - own) / lines_);
        return lines_;
    }

 private:
    std::uint32_t lines_;
};

class ActiveCall final : public bench::Work {
 public:
    explicit ActiveCall(std::uint32_t calls) : calls_{calls} {}
    std::uint64_t run(bench::Stopwatch& watch) override {
        Lines lines{2 * calls_};
        std::vector<HCall> made(calls_);
        const bench::Weighing weighing;
        for (std::uint32_t i = 0; i < calls_; ++i) {
            must(lines.apps[0]->make_call(lines.handles[std::size_t{2} * i], &made[i],
                                          Lines::number(2 * i + 1).c_str(), 0, nullptr) > 0,
                 "a call was refused");
            run(lines, std::chrono::milliseconds{1});
        }
        run(lines, std::chrono::seconds{3});
        must(connected_ == 2 * std::uint64_t{calls_}, "a call was not connected");
        connected_ = 0;
        watch.weigh(static_cast<double>(weighing.bytes()) / calls_);
        return calls_;
    }

 private:
    void run(Lines& lines, pbx::Duration span) {
        pbx::Scheduler& clock = lines.exchange.scheduler();
        const pbx::SimTime until = clock.now() + span;
        while (clock.next_due() && *clock.next_due() <= until) {
            clock.step();
            for (Application* app : lines.apps) {
                for (Message message; app->get_message(&message) == 0;) take(*app, message);
            }
        }
        clock.idle_until(until);
    }
    void take(Application& app, const Message& message) {
        if (message.id != LINE_CALLSTATE) return;
        if (message.param1 == LINECALLSTATE_OFFERING)
            must(app.answer(HCall{message.device}) > 0, "a call could not be answered");
        if (message.param1 == LINECALLSTATE_CONNECTED) ++connected_;
    }

    std::uint32_t calls_;
    std::uint64_t connected_ = 0;
};

}  // namespace
}  // namespace pbxlab::lines

namespace pbxlab::bench {

void add_memory(Cases& cases) {
    cases.push_back({"memory/line", "idle line", [](Size size) -> std::unique_ptr<Work> {
                         return std::make_unique<lines::IdleLine>(size == Size::Full ? 100'000
                                                                                     : 1000);
                     }});
    cases.push_back({"memory/call", "active call", [](Size size) -> std::unique_ptr<Work> {
                         return std::make_unique<lines::ActiveCall>(size == Size::Full ? 10'000
                                                                                       : 100);
                     }});
}

}  // namespace pbxlab::bench
