// How the exchange calls the ways to finish a call (linecallcomplmode--constants).
#pragma once

#include <cstdint>

#include "lines/tapi_constants.h"
#include "switch/model.h"

namespace pbxlab::lines {

// Of one LINECALLCOMPLMODE_ bit; a call back for everything else.
constexpr pbx::CompleteBy way_of(std::uint32_t mode) {
    switch (mode) {
        case LINECALLCOMPLMODE_CAMPON: return pbx::CompleteBy::CampOn;
        case LINECALLCOMPLMODE_INTRUDE: return pbx::CompleteBy::Intrude;
        case LINECALLCOMPLMODE_MESSAGE: return pbx::CompleteBy::Message;
        default: return pbx::CompleteBy::CallBack;
    }
}

}  // namespace pbxlab::lines
