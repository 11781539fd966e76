// What the parameters of a request say of the call that it makes. Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// The place of the line's address with the number that the parameters give; how many addresses
// there are when none has it.
[[nodiscard]] std::uint32_t address_by_number(const Subject& subject);

// The address that a call is to be made on: the one that the parameters name, or the first that is
// free.
[[nodiscard]] std::uint32_t origin_address(const Subject& subject);

// Takes over what LINECALLPARAMS, which are given, say of a consultation call.
void take_params(Subject& subject);

// The new call's address is subject.address_id, its number subject.number.
[[nodiscard]] pbx::Order new_call(const Subject& subject);

}  // namespace pbxlab::lines
