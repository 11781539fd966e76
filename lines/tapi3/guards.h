// Which methods may be used on a call in which CALL_STATE, by the owner alone.
#pragma once

#include <cstdint>
#include <span>

#include "lines/tapi3/method.h"

namespace pbxlab::lines::tapi3 {

struct CallGuard {
    Method method;
    std::uint32_t states;       // 1 << CALL_STATE for each in which it may be used
    std::uint32_t wrong_state;  // HRESULT in any other, and when the call is gone
    std::uint32_t streams;      // bits of Tapi3Habits::refused_while_streaming
    bool members;               // also on a member of a conference
};
[[nodiscard]] std::span<const CallGuard> call_guards();

}  // namespace pbxlab::lines::tapi3
