// Many small exchanges with one row of a table switched off, and the calls that are made there.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim.h"

namespace pbxlab::pbx {

// Collects the logs of many small exchanges that all have one row switched off.
class Battery {
 public:
    explicit Battery(MutedRow muted) : muted_{muted} {}

    template <class Course>
    void with(const Policy& policy, Course course) {
        Sim sim{{.policy = policy, .trunks = 2, .muted = muted_}, {"1001", "1002", "1003", "100"}};
        sim.checked = muted_.table == MutedRow::Table::None;
        course(sim);
        sim.run(10s);
        log_.insert(log_.end(), sim.log.lines.begin(), sim.log.lines.end());
        log_.emplace_back("--");
    }

    std::vector<std::string> take() { return std::move(log_); }

 private:
    MutedRow muted_;
    std::vector<std::string> log_;
};

// A call from 1001 to 1002 as far as the rows allow; nothing is expected of it.
struct Ends {
    ConnectionId a, b;
};
inline Ends ring(Sim& sim) {
    const ConnectionId a = sim.originate("1001", "1002");
    sim.run(2s);
    return {a, sim.newest("1002")};
}
inline Ends talk(Sim& sim) {
    const Ends ends = ring(sim);
    sim.answer(ends.b);
    sim.run(1s);
    return ends;
}

// What is played, by theme: battery_*.cpp.
void plain_calls(Battery& battery);
void releases(Battery& battery);
void numbers(Battery& battery);
void nothing_dialled(Battery& battery);
void habits(Battery& battery);
void outside_world(Battery& battery);
void groups(Battery& battery);
void shared_lines(Battery& battery);
void forwards(Battery& battery);
void transfers(Battery& battery);
void conferences(Battery& battery);
void refusals(Battery& battery);
void park(Battery& battery);
void callbacks(Battery& battery);
void camping(Battery& battery);
void intrusion(Battery& battery);
void rare_habits(Battery& battery);

}  // namespace pbxlab::pbx
