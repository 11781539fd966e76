// Which rule of an address a call meets: the first row, by what has become of the call, for which
// the address has a rule that fits its caller (reference: call-model 15.3).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "switch/forwarding_rules.h"
#include "switch/model.h"

namespace pbxlab::pbx {

enum class ForwardOn : std::uint8_t {
    Arrival,   // it has reached the address
    Busy,      // which is busy
    NoAnswer,  // where it has rung often enough
};

struct ForwardRow {
    ForwardOn on;
    ForwardWhen when;
    ForwardFor whose;
    Reason reason;
    std::string_view words;
};

namespace forward_table {
using O = ForwardOn;
using W = ForwardWhen;
using F = ForwardFor;
using R = Reason;

// clang-format off
inline constexpr std::array<ForwardRow, 20> kForwardRows = {{
    {O::Arrival,  W::Always,         F::OneCaller, R::ForwardedAlways,   "always, one caller"},
    {O::Arrival,  W::Always,         F::Inside,    R::ForwardedAlways,   "always, inside"},
    {O::Arrival,  W::Always,         F::Outside,   R::ForwardedAlways,   "always, outside"},
    {O::Arrival,  W::Always,         F::Anyone,    R::ForwardedAlways,   "always"},
    {O::Busy,     W::Busy,           F::OneCaller, R::ForwardedBusy,     "busy, one caller"},
    {O::Busy,     W::BusyOrNoAnswer, F::OneCaller, R::ForwardedBusy,     "busy of two, one caller"},
    {O::Busy,     W::Busy,           F::Inside,    R::ForwardedBusy,     "busy, inside"},
    {O::Busy,     W::BusyOrNoAnswer, F::Inside,    R::ForwardedBusy,     "busy of two, inside"},
    {O::Busy,     W::Busy,           F::Outside,   R::ForwardedBusy,     "busy, outside"},
    {O::Busy,     W::BusyOrNoAnswer, F::Outside,   R::ForwardedBusy,     "busy of two, outside"},
    {O::Busy,     W::Busy,           F::Anyone,    R::ForwardedBusy,     "busy"},
    {O::Busy,     W::BusyOrNoAnswer, F::Anyone,    R::ForwardedBusy,     "busy of two"},
    {O::NoAnswer, W::NoAnswer,       F::OneCaller, R::ForwardedNoAnswer, "no answer, one caller"},
    {O::NoAnswer, W::BusyOrNoAnswer, F::OneCaller, R::ForwardedNoAnswer, "none of two, one caller"},
    {O::NoAnswer, W::NoAnswer,       F::Inside,    R::ForwardedNoAnswer, "no answer, inside"},
    {O::NoAnswer, W::BusyOrNoAnswer, F::Inside,    R::ForwardedNoAnswer, "none of two, inside"},
    {O::NoAnswer, W::NoAnswer,       F::Outside,   R::ForwardedNoAnswer, "no answer, outside"},
    {O::NoAnswer, W::BusyOrNoAnswer, F::Outside,   R::ForwardedNoAnswer, "none of two, outside"},
    {O::NoAnswer, W::NoAnswer,       F::Anyone,    R::ForwardedNoAnswer, "no answer"},
    {O::NoAnswer, W::BusyOrNoAnswer, F::Anyone,    R::ForwardedNoAnswer, "none of two"},
}};
// clang-format on
}  // namespace forward_table

using forward_table::kForwardRows;

}  // namespace pbxlab::pbx
