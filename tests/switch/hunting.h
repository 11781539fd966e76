// An exchange with a hunt group.
#pragma once

#include "sim.h"

namespace pbxlab::pbx {

// Stations 1001 to 1005; 2000 is a group of 1002, 1003 and 1004.
struct Hunting : Sim {
    explicit Hunting(GroupSpec spec = {}, const Policy& policy = {})
        : Sim{policy, {"1001", "1002", "1003", "1004", "1005"}} {
        spec.number = "2000";
        spec.name = "sales";
        if (spec.stages.empty()) spec.stages = one_by_one();
        group = exchange.add_group(spec).value();
    }
    [[nodiscard]] std::vector<HuntStage> one_by_one() const {
        return {{{address("1002")}, 15s}, {{address("1003")}, 15s}, {{address("1004")}, 15s}};
    }
    // 1001 calls the group.
    ConnectionId call(std::string_view from = "1001") {
        const ConnectionId caller = originate(from, "2000");
        run(2s);
        return caller;
    }
    // Who rings now: "1002 1004".
    [[nodiscard]] std::string ringing_now() const {
        std::string all;
        for (const char* number : {"1001", "1002", "1003", "1004", "1005"}) {
            const ConnectionId id = newest(number);
            if (!is_presented(state(id))) continue;
            all += (all.empty() ? "" : " ") + std::string{number};
        }
        return all;
    }
    Refusal answer_at(std::string_view number) { return answer(newest(number)); }
    Refusal decline_at(std::string_view number) {
        const Refusal how = clear(newest(number));
        run(1s);
        return how;
    }
    GroupId group;
};

}  // namespace pbxlab::pbx
