// The faults of a run: added to the lines, and what has become of each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "harness/fault_words.h"
#include "lines/telephony.h"

namespace pbxlab::harness {

class World;

// A fault of the run; its place in the plan is its number in the lines.
struct PlannedFault {
    const FaultWords* words = nullptr;  // stay as long as the plan
    std::string line;                   // that is still to come; empty: it is there, or any
    bool standing = false;              // of a provider: it need not have any effect
};

class FaultPlan {
 public:
    // Adds one; its line, application and call are those of the world.
    void add(World& world, const FaultWords& words);
    // One that acts on a line whatever its words say: a standing fault of its provider.
    void add(World& world, const FaultWords& words, std::uint32_t device);
    // Ends those of that name; false when there is none.
    bool end(World& world, std::string_view name);
    // A line that was absent is there.
    void line_came(World& world, const std::string& name, std::uint32_t device);
    // A call has got its name.
    void call_named(World& world, std::string_view name, std::uint32_t seat, lines::HCall call);

    [[nodiscard]] const std::vector<PlannedFault>& faults() const { return faults_; }
    [[nodiscard]] bool empty() const { return faults_.empty(); }

 private:
    void add(World& world, const FaultWords& words, lines::Fault fault);

    std::vector<PlannedFault> faults_;
    std::vector<std::string> calls_;  // named by faults; the lines know them by their place plus 1
};

}  // namespace pbxlab::harness
