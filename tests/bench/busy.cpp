// The basic call: the yardstick's, the switch's, and through the lines with an application on
// either side. Without a trace; with the last records in a ring; with these and each of them
// compared with what is expected. In switches of three sizes, and one call at a time.
#include <algorithm>

#include "tests/bench/lines_traffic.h"
#include "tests/bench/switch_traffic.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {

namespace {

// So many are played, recorded and compared at a time, to keep what is expected in bounds.
constexpr std::uint64_t kCompared = 20'000;

template <class Queue, class Trace>
std::uint64_t play(const Shape& shape, std::uint64_t calls, Trace& trace, Stopwatch& watch) {
    Model<Queue, Trace> model{shape.lines, shape.at_once, trace};
    watch.start();
    model.run(calls);
    watch.stop();
    must(model.wrong() == 0 && model.ended() == calls, "the yardstick went wrong");
    return calls;
}

template <class Queue, class Trace>
class Yardstick final : public Work {
 public:
    Yardstick(const Shape& shape, std::uint64_t calls) : shape_{shape}, calls_{calls} {}
    std::uint64_t run(Stopwatch& watch) override {
        Trace trace;
        return play<Queue>(shape_, calls_, trace, watch);
    }

 private:
    Shape shape_;
    std::uint64_t calls_;
};

template <class Queue>
class YardstickCompared final : public Work {
 public:
    YardstickCompared(const Shape& shape, std::uint64_t calls)
        : shape_{shape}, calls_{calls}, expected_{calls * Model<Queue, NoTrace>::kChangesPerCall} {
        Stopwatch watch;
        play<Queue>(shape_, calls_, expected_, watch);
    }
    std::uint64_t run(Stopwatch& watch) override {
        ComparedTrace trace{expected_.records()};
        play<Queue>(shape_, calls_, trace, watch);
        must(trace.differences() == 0, "the yardstick's traces differ");
        return calls_;
    }

 private:
    Shape shape_;
    std::uint64_t calls_;
    WholeTrace expected_;
};

template <class Traffic>
class Busy final : public Work {
 public:
    Busy(const Shape& shape, std::uint64_t calls) : traffic_{shape}, calls_{calls} {}
    std::uint64_t run(Stopwatch& watch) override {
        const std::uint64_t before = traffic_.ended();
        watch.start();
        traffic_.begin(calls_);
        traffic_.advance(calls_);
        watch.stop();
        must(traffic_.wrong() == 0 && traffic_.ended() - before == calls_, "a call went wrong");
        return calls_;
    }

 private:
    Traffic traffic_;
    std::uint64_t calls_;
};

// The same calls are played at two switches in turn: what the first one tells is what is expected
// of the second.
template <template <class> class Traffic>
class BusyCompared final : public Work {
 public:
    BusyCompared(const Shape& shape, std::uint64_t calls)
        : first_{shape}, again_{shape}, calls_{calls} {}
    std::uint64_t run(Stopwatch& watch) override {
        const std::uint64_t before = again_.ended();
        first_.begin(calls_);
        again_.kept.expect(first_.kept);
        watch.start();
        again_.begin(calls_);
        watch.stop();
        for (bool more = true; more;) {
            first_.kept.clear();
            more = first_.advance(kCompared);
            again_.kept.expect(first_.kept);
            watch.start();
            again_.advance(kCompared);
            watch.stop();
            must(again_.kept.same(), "the same calls were told otherwise");
        }
        must(again_.wrong() == 0 && again_.ended() - before == calls_, "a call went wrong");
        return calls_;
    }

 private:
    Traffic<KeptWhole> first_;
    Traffic<KeptCompared> again_;
    std::uint64_t calls_;
};

template <class AWork>
Case a_case(const std::string& name, const Shape& shape, std::uint64_t calls) {
    return {name, "call", [shape, calls](Size size) -> std::unique_ptr<Work> {
                return std::make_unique<AWork>(
                    shape, size == Size::Full ? calls : std::min<std::uint64_t>(calls, 2000));
            }};
}

// Every case of one size: "switch/1000/compared".
template <class Queue>
void add_size(Cases& cases, const Shape& shape, std::uint64_t calls) {
    const std::string size = std::to_string(shape.lines);
    cases.push_back(a_case<Yardstick<Queue, NoTrace>>("yardstick/" + size + "/bare", shape, calls));
    cases.push_back(
        a_case<Yardstick<Queue, RingTrace>>("yardstick/" + size + "/traced", shape, calls));
    cases.push_back(
        a_case<YardstickCompared<Queue>>("yardstick/" + size + "/compared", shape, calls));
    cases.push_back(
        a_case<Busy<SwitchTraffic<KeptNothing>>>("switch/" + size + "/bare", shape, calls));
    cases.push_back(
        a_case<Busy<SwitchTraffic<KeptLast>>>("switch/" + size + "/traced", shape, calls));
    cases.push_back(
        a_case<BusyCompared<SwitchTraffic>>("switch/" + size + "/compared", shape, calls));
    cases.push_back(
        a_case<Busy<LinesTraffic<KeptNothing>>>("lines/" + size + "/bare", shape, calls));
    cases.push_back(
        a_case<Busy<LinesTraffic<KeptLast>>>("lines/" + size + "/traced", shape, calls));
    cases.push_back(
        a_case<BusyCompared<LinesTraffic>>("lines/" + size + "/compared", shape, calls));
}

}  // namespace

void add_busy(Cases& cases) {
    add_size<TimerHeap>(cases, {.lines = 10, .at_once = 1}, 2000);
    add_size<TimerWheel>(cases, {.lines = 1000, .at_once = 100}, 20'000);
    add_size<TimerWheel>(cases, {.lines = 100'000, .at_once = 10'000}, 100'000);
    add_size<TimerWheel>(cases, {.lines = 1'000'000, .at_once = 100'000}, 300'000);
}

}  // namespace pbxlab::bench
