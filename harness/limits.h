// Bounds on what a file from outside may ask for. Each is named in the message of whoever hits it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "switch/time.h"

namespace pbxlab::harness {

inline constexpr std::size_t kMaxFileBytes = 4U << 20U;    // a scenario or office file
inline constexpr std::size_t kMaxKeptBytes = 64U << 20U;   // files of a plan, kept to be played
inline constexpr std::size_t kMaxDepth = 32;               // nesting of JSON
inline constexpr std::size_t kMaxTextBytes = 4096;         // one string
inline constexpr std::size_t kMaxNameBytes = 64;           // a name the file gives to something
inline constexpr std::size_t kMaxLines = 10'000;           // lines of a switch
inline constexpr std::size_t kMaxMembers = 1'000;          // of a hunt group
inline constexpr std::uint64_t kMaxLoadCalls = 1'000'000;  // calls of a load
inline constexpr std::uint32_t kMaxLoadCopies = 1'000;     // of the lines of a load, at one time
inline constexpr std::size_t kMaxLoadSteps = 100'000;      // steps written, for all copies
inline constexpr std::size_t kMaxOffices = 8;              // that start from each other
inline constexpr std::size_t kMaxProfiles = 8;             // that extend each other
inline constexpr std::uint64_t kMaxMatrixRuns = 10'000;    // combinations of one scenario
inline constexpr std::size_t kMaxSteps = 20'000;           // steps written in a file
inline constexpr std::uint64_t kMaxRepeat = 1'000'000;     // one repeat
inline constexpr std::uint64_t kMaxPlayedSteps =
    10'000'000;                                           // steps played, repeats multiplied out
inline constexpr std::uint64_t kMaxEvents = 100'000'000;  // timer events in one run
inline constexpr std::size_t kMaxMessages = 10'000'000;   // messages kept in one run
inline constexpr pbx::Duration kMaxWait =
    std::chrono::hours{24 * 31};  // one wait, within, for or settle
inline constexpr pbx::Duration kMaxSimulated = std::chrono::hours{24 * 366};  // one run
inline constexpr std::size_t kMaxScenarioFiles = 1'000'000;                   // of one command
inline constexpr std::size_t kMaxRuns =
    1'000'000;  // of one command, matrices and repeats multiplied out

}  // namespace pbxlab::harness
