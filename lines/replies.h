// What a request is replied to when the exchange refuses it as it comes to it: how things stood
// when it was asked has changed meanwhile. Internal to lines/.
#pragma once

#include <cstdint>
#include <span>

#include "lines/core.h"

namespace pbxlab::lines {

struct RefusalReply {
    Op op;
    pbx::Refusal refusal;
    std::uint32_t error;  // LINEERR_
};
// One row for each reply that is not LINEERR_OPERATIONFAILED, or chosen by the profile.
[[nodiscard]] std::span<const RefusalReply> refusal_replies();

[[nodiscard]] LineResult reply_for(const Core& core, const Request& request, pbx::Refusal refusal);

}  // namespace pbxlab::lines
