// Who becomes the first owner of an offered call (reference: call-model 9; nf-tapi-lineopenw).
#include <algorithm>
#include <array>

#include "lines/core.h"

namespace pbxlab::lines {

namespace {

// The order in which the modes of a call of unknown kind are tried, when nobody is registered for
// UNKNOWN.
constexpr std::array kProbeOrder = {LINEMEDIAMODE_INTERACTIVEVOICE,
                                    LINEMEDIAMODE_DATAMODEM,
                                    LINEMEDIAMODE_G3FAX,
                                    LINEMEDIAMODE_TDD,
                                    LINEMEDIAMODE_G4FAX,
                                    LINEMEDIAMODE_DIGITALDATA,
                                    LINEMEDIAMODE_TELETEX,
                                    LINEMEDIAMODE_VIDEOTEX,
                                    LINEMEDIAMODE_TELEX,
                                    LINEMEDIAMODE_MIXED,
                                    LINEMEDIAMODE_ADSI,
                                    LINEMEDIAMODE_VOICEVIEW,
                                    LINEMEDIAMODE_VIDEO};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool may_own(const OpenLine& open, const Leg& leg) {
    const bool address_fits =
        open.single_address == pbx::kNobody || open.single_address == leg.address;
    return (open.privileges & LINECALLPRIVILEGE_OWNER) != 0 && address_fits;
}

bool may_own(const OpenLine& open, const Leg& leg, std::uint32_t mode) {
    return may_own(open, leg) && (open.media_modes & mode) != 0;
}

// The open of `module` ("": of anybody) that may own the call in this mode; the earliest lineOpen
// first.
OpenId candidate(const Core& core, const Leg& leg, std::uint32_t mode, std::string_view module) {
    for (const OpenId id : core.devices[leg.device].opens) {
        const OpenLine& open = *core.opens.find(id);
        const bool named =
            module.empty() || same_module(module, core.apps[open.app]->params.module);
        if (named && may_own(open, leg, mode)) return id;
    }
    return {};
}

OpenId highest_for(const Core& core, const Leg& leg, std::uint32_t mode) {
    if (const auto list = core.priorities.find(mode); list != core.priorities.end()) {
        for (const std::string& module : list->second) {
            if (const OpenId id = candidate(core, leg, mode, module); id.valid()) return id;
        }
    }
    return candidate(core, leg, mode, {});
}

}  // namespace

bool same_module(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

OpenId Core::owner_for(const Leg& leg, std::uint32_t media_mode) const {
    return highest_for(*this, leg, media_mode);
}

OpenId Core::owner_of_module(const Leg& leg, std::string_view module, std::uint32_t asking) const {
    OpenId own;
    for (const OpenId id : devices[leg.device].opens) {
        const OpenLine& open = *opens.find(id);
        if (!same_module(apps[open.app]->params.module, module) || !may_own(open, leg)) continue;
        if (open.app != asking) return id;
        if (!own.valid()) own = id;
    }
    return own;
}

OpenId Core::first_owner(const Leg& leg) const {
    if ((leg.media & LINEMEDIAMODE_UNKNOWN) == 0) return highest_for(*this, leg, leg.media);
    if (const OpenId id = highest_for(*this, leg, LINEMEDIAMODE_UNKNOWN); id.valid()) return id;
    for (const std::uint32_t mode : kProbeOrder) {
        if ((leg.media & mode) == 0) continue;
        if (const OpenId id = highest_for(*this, leg, mode); id.valid()) return id;
    }
    return {};
}

}  // namespace pbxlab::lines
