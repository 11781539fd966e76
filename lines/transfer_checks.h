// Conditions that guard rows name on transfers (lines/checks.cpp has the rest). Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// Flags of a consultation call that is dialled without being asked for once more.
inline constexpr std::uint32_t kDialsAtOnce =
    LINECALLPARAMFLAGS_ONESTEPTRANSFER | LINECALLPARAMFLAGS_NOHOLDCONFERENCE;

// The address of a consultation call: the one that its parameters name, or that of the call.
[[nodiscard]] pbx::AddressId consultation_address(const Subject& s);

[[nodiscard]] bool not_shared(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool target_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool consult_model(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool pending_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool consult_room(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool destination(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool transfer_mode(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool transfer_mode_offered(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool held_state(const Subject& s, std::uint32_t states);
[[nodiscard]] bool target_state(const Subject& s, std::uint32_t states);

// What the exchange would say now to the transfer of these two calls, in the mode of the request.
[[nodiscard]] pbx::Refusal transfer_refusal(const Subject& s);

// The two calls are given the other way round, where the provider takes them so.
[[nodiscard]] bool is_turned_round(const Subject& s);

}  // namespace pbxlab::lines
