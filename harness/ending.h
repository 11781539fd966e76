// The end of a run: it settles, traces and strictness are judged, everything is put back, and what
// then remains is a leak. Each function fails the run when it finds something.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "harness/run.h"

namespace pbxlab::harness {

// Runs on until nothing is to come, or the scenario's settle time is over.
void settle(Run& run);

// The states of each call of `traces` that was told others than the scenario lists; of every call
// with a name when it has no traces. For RunOptions::update.
[[nodiscard]] std::vector<SeenTrace> differing_traces(const Run& run);

// Compares the states of the calls of `faces`: those of the one as TAPI 3 has them, and of the
// other.
void judge_faces(Run& run);

// Compares the states that each call of `traces` was told with what the scenario lists.
void judge_traces(Run& run);

// Every fault that is not optional must have had an effect: else the run tested nothing of it.
void judge_faults(Run& run);
// How often each had one.
[[nodiscard]] std::vector<FaultCount> fault_counts(const World& world);

// With "strict": every message must be one that a step or a trace expected.
void judge_strict(Run& run);

// Ends every call, closes every line and shuts every application down; persons and outside parties
// hang up. Whatever still lives afterwards fails the run.
void clean_up(Run& run);

// Parts of the clean-up that the calls of a load need too: requests to drop what applications own,
// and a person who puts the telephone down until nothing is left there, if need be fetching held
// calls back.
void drop_own_calls(World& world, const MessageLog& log);
// Applications give up every call that the log knows.
void deallocate(World& world, MessageLog& log);
void put_down(pbx::Exchange& exchange, pbx::StationId station);

// A state that a call was told.
struct ToldState {
    std::uint32_t state = 0, mode = 0;
    std::uint32_t event = 0;  // TE_CALLSTATE: of TAPI 3, the mode is the cause
    bool operator==(const ToldState&) const = default;
};

// True when the states are exactly what `words` list; a word with state 0 ("...") stands for any
// run of states. When no word names a mode, equal states in a row count as one.
[[nodiscard]] bool trace_matches(std::span<const StateWord> words, std::span<const ToldState> told);

}  // namespace pbxlab::harness
