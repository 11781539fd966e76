// What the words of a scenario refer to: lines, applications, parties, calls and requests by name,
// numbers in the dial plan.
#pragma once

#include <optional>
#include <span>

#include "harness/json_words.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// The first reference that leads nowhere, or contradicts another; nothing when all is well. Marks
// of the switch that are zero come from an office file; what is wrong between them and the scenario
// is placed at the scenario's side of it.
[[nodiscard]] std::optional<Complaint> check_scenario(const Scenario& scenario);

// The switch alone: names and numbers that collide. Also for an office file.
[[nodiscard]] std::optional<Complaint> check_switch(const SwitchWords& words);

// The same for a switch that starts from an office: what is wrong with the office as the switch
// changes it has no place in the file but the word "office".
[[nodiscard]] std::optional<Complaint> check_switch_as_merged(const SwitchWords& words);

// Applications and the lines they open.
[[nodiscard]] std::optional<Complaint> check_applications(const Scenario& scenario);

// Locations and calling cards that refer to each other, and what can be dialled.
[[nodiscard]] std::optional<Complaint> check_telephony(const TelephonyWords& words);

// Faults that contradict each other, or of which one leaves nothing for another; also for those of
// a provider's file. And those of a scenario, with what they refer to.
[[nodiscard]] std::optional<Complaint> check_faults(std::span<const FaultWords> faults);
[[nodiscard]] std::optional<Complaint> check_faults(const Scenario& scenario);

// What steps ask of applications, and of calls, is what their interface has.
[[nodiscard]] std::optional<Complaint> check_faces(const Scenario& scenario);

// Steps in order, and the traces behind them.
[[nodiscard]] std::optional<Complaint> check_steps(const Scenario& scenario);

}  // namespace pbxlab::harness
