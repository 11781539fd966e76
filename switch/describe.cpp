// Words for what the switch shows, and for the rows of its tables.
#include <array>
#include <cassert>
#include <string>

#include <fmt/format.h>

#include "switch/completions.h"
#include "switch/connection_states.h"
#include "switch/events.h"
#include "switch/exchange.h"
#include "switch/forward_rows.h"
#include "switch/hunt_moves.h"
#include "switch/orbits.h"
#include "switch/orders.h"
#include "switch/state_timers.h"

namespace pbxlab::pbx {
namespace {

using Words = std::string_view;

constexpr std::array<Words, kConnStateCount> kStates = {
    "null",     "seized",      "dialTone", "dialing",     "routing",   "delivered",
    "busyTone", "intercepted", "offered",  "accepted",    "connected", "held",
    "cleared",  "bridged",     "forming",  "conferenced", "camping"};
constexpr std::array<Words, kCueCount> kCues = {
    "seize",    "giveTone",      "digit",     "numberComplete", "targetRings", "farAnswers",
    "meetBusy", "meetIntercept", "fail",      "offer",          "accept",      "answer",
    "hold",     "retrieve",      "farClears", "toneEnds",       "release",     "usedElsewhere",
    "stepBack", "fetch",         "sentOn",    "form",           "confer",      "campOn",
    "callBack", "divert",        "demote"};
constexpr std::array<Words, 25> kCauses = {
    "none",        "normal",      "abandoned",   "busy",          "trunksBusy",
    "rejected",    "noAnswer",    "badNumber",   "numberChanged", "outOfOrder",
    "unreachable", "congestion",  "blocked",     "doNotDisturb",  "vacantTone",
    "circuitTone", "reorderTone", "serviceLost", "timeLimit",     "pickedUp",
    "huntedOn",    "tooOften",    "sentOn",      "parked",        "transferred"};
constexpr std::array<Words, 17> kRefusals = {
    "none",         "gone",      "wrongState", "noAppearance", "lineTaken",   "holdFull",
    "outOfService", "badNumber", "notAllowed", "nothing",      "otherActive", "orbitTaken",
    "noOrbit",      "tooLong",   "targetBusy", "tooMany",      "full"};
constexpr std::array<Words, 30> kEvents = {"orderTaken",
                                           "orderDone",
                                           "orderRefused",
                                           "moved",
                                           "partiesChanged",
                                           "farHeld",
                                           "farRetrieved",
                                           "ring",
                                           "sightLost",
                                           "queued",
                                           "secured",
                                           "soundStarts",
                                           "soundEnds",
                                           "pathOpens",
                                           "mediaHeard",
                                           "sendingEnds",
                                           "announcement",
                                           "dataChanged",
                                           "alerts",
                                           "inUse",
                                           "serviceLost",
                                           "serviceRestored",
                                           "addressLost",
                                           "addressRestored",
                                           "lampLit",
                                           "lampDark",
                                           "completionMade",
                                           "completionsChanged",
                                           "completionCancelled",
                                           "forwards"};
constexpr std::array<Words, kOrderKindCount> kOrderNames = {
    "originate", "dial",   "accept",   "answer",      "clear", "hold",     "retrieve",  "swap",
    "secure",    "inform", "redirect", "consult",     "park",  "unpark",   "pickUp",    "transfer",
    "sendOn",    "confer", "addParty", "removeParty", "merge", "complete", "uncomplete"};

static_assert(kStates.back() == "camping" && kCues.back() == "demote");
static_assert(static_cast<std::size_t>(Cause::Transferred) + 1 == kCauses.size());
static_assert(static_cast<std::size_t>(Refusal::Full) + 1 == kRefusals.size());
static_assert(static_cast<std::size_t>(EventKind::Forwards) + 1 == kEvents.size());

}  // namespace

std::string_view name(ConnState state) { return kStates[static_cast<std::size_t>(state)]; }
std::string_view name(Cue cue) { return kCues[static_cast<std::size_t>(cue)]; }
std::string_view name(Cause cause) { return kCauses[static_cast<std::size_t>(cause)]; }
std::string_view name(Refusal refusal) { return kRefusals[static_cast<std::size_t>(refusal)]; }
std::string_view name(EventKind kind) { return kEvents[static_cast<std::size_t>(kind)]; }

std::uint32_t row_count(MutedRow::Table table) {
    switch (table) {
        case MutedRow::Table::None: break;
        case MutedRow::Table::ConnectionMoves: return kConnectionMoves.size();
        case MutedRow::Table::StateTimers: return kStateTimers.size();
        case MutedRow::Table::Orders: return kOrders.size();
        case MutedRow::Table::Hunts: return kHuntMoves.size();
        case MutedRow::Table::Orbits: return kOrbitMoves.size();
        case MutedRow::Table::Forwards: return kForwardRows.size();
        case MutedRow::Table::Completions: return kCompletionMoves.size();
    }
    return 0;
}

std::string describe_row(MutedRow muted) {
    assert(muted.table == MutedRow::Table::None || muted.row < row_count(muted.table));
    switch (muted.table) {
        case MutedRow::Table::None: break;
        case MutedRow::Table::ConnectionMoves: {
            const Move& move = kConnectionMoves[muted.row];
            return fmt::format("{} on {} -> {}", name(move.from), name(move.on), name(move.to));
        }
        case MutedRow::Table::StateTimers: {
            const StateTimer& timer = kStateTimers[muted.row];
            return fmt::format("in {}: {}", name(timer.state), timer.words);
        }
        case MutedRow::Table::Orders: return fmt::format("check of {}", kOrderNames[muted.row]);
        case MutedRow::Table::Hunts: return std::string{kHuntMoves[muted.row].words};
        case MutedRow::Table::Orbits: return std::string{kOrbitMoves[muted.row].words};
        case MutedRow::Table::Forwards: return std::string{kForwardRows[muted.row].words};
        case MutedRow::Table::Completions: return std::string{kCompletionMoves[muted.row].words};
    }
    return "nothing";
}

}  // namespace pbxlab::pbx
