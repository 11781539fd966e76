// What the parameters of a request say of the call that it makes. Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

// The place of the line's address with the number that the parameters give; how many addresses
// there are when none has it.
[[nodiscard]] std::uint32_t address_by_number(const Subject& subject);

// The new call's address is subject.address_id, its number subject.number.
[[nodiscard]] pbx::Order new_call(const Subject& subject);

}  // namespace pbxlab::lines
