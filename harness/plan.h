// What a command plays: the runs of its scenario files, chosen, repeated, put in order and divided
// among machines. The plan depends on the files and the choice alone, so that two machines with the
// same files divide the same plan.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "harness/find_files.h"
#include "harness/problem.h"

namespace pbxlab::harness {

enum class Order : std::uint8_t {
    Name,     // bytewise by path; the runs of one file in the order of their numbers
    Reverse,  // the same from its end: what depends on what ran before shows itself
    Random,   // shuffled by the seed
};

// One part of a plan: the runs whose place in it, counted from 0 in the order of names, leaves
// `index` when divided by `total`.
struct Shard {
    std::uint64_t index = 0;  // below total
    std::uint64_t total = 1;
};

struct Selection {
    std::vector<std::string> filters;       // fits one of these (path, id or name of the run)
    std::vector<std::string> tags;          // has a tag that fits one of these
    std::vector<std::string> without_tags;  // has none that fits one of these
    // Profiles under which each scenario is run, "all" for every one; none: those that it names.
    std::vector<std::string> providers;
    std::uint64_t seed = 1;
    std::uint64_t repeat = 1;  // runs of each scenario, at least 1
    Order order = Order::Name;
    Shard shard;
};

// One run of one file.
struct PlannedRun {
    ScenarioFile file;
    std::string name;  // its id, "hold/swap.json", which run of its matrix, "[to=1002]", under
                       // which profile, "@isdn", and "#2" for the second of several repeats
    std::uint64_t seed = 1;  // that of the command plus the repeat's number - 1, so that a run can
                             // be had again alone with --seed
    std::uint64_t variant = 0;  // of its matrix
    std::string provider;       // the profile under which it is played; empty: as it says itself
    bool must_hold = true;      // there: it names the profile, or none was asked for
    std::string apart;          // why it is not played at all; empty: it is
    // What the file says, of one that was small enough to be kept; else it has to be read.
    std::shared_ptr<const std::string> text;

    // What its name adds to the id of the file.
    [[nodiscard]] std::string_view suffix() const {
        return std::string_view{name}.substr(file.id.size());
    }
};

struct Plan {
    std::vector<PlannedRun> runs;
    std::size_t chosen = 0;  // before it was divided: 0 when nothing fits
};

// A scenario that names a profile itself is played under no other. A profile that the root of a
// file does not have is a problem. A file that is no scenario is kept whatever tags are asked for:
// only so is it told. More than kMaxRuns are a problem. Files are looked at on `jobs` threads (0:
// as many as the machine has).
[[nodiscard]] Result<Plan> plan_runs(const std::vector<ScenarioFile>& files,
                                     const Selection& selection, unsigned jobs = 0);

}  // namespace pbxlab::harness
