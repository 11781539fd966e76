// lineSetTerminal (nf-tapi-linesetterminal, linetermmode--constants, linetermdev--constants).
#include "lines/terminals.h"

#include "lines/guards.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

// What terminals are, by turns. The two directions of a headset cannot be told apart.
constexpr std::array kKinds = {
    TermCaps{LINETERMDEV_PHONE,
             LINETERMMODE_BUTTONS | LINETERMMODE_LAMPS | LINETERMMODE_DISPLAY |
                 LINETERMMODE_RINGER | LINETERMMODE_HOOKSWITCH | LINETERMMODE_MEDIATOLINE |
                 LINETERMMODE_MEDIAFROMLINE,
             LINETERMSHARING_PRIVATE},
    TermCaps{LINETERMDEV_HEADSET, LINETERMMODE_MEDIABIDIRECT, LINETERMSHARING_PRIVATE},
    TermCaps{LINETERMDEV_SPEAKER, LINETERMMODE_RINGER | LINETERMMODE_MEDIAFROMLINE,
             LINETERMSHARING_PRIVATE}};

// Whether this changes anything.
bool change(Routes& routes, const RouteOrder& order) {
    std::uint8_t& now = routes.modes[order.terminal];
    const std::uint32_t wanted = order.enable ? now | order.modes : now & ~order.modes;
    if (now == wanted) return false;
    now = static_cast<std::uint8_t>(wanted);
    return true;
}

void narrow(Routes& routes, const Profile& profile) {
    for (std::uint32_t i = 0; i < kMostTerminals; ++i)
        routes.modes[i] &= static_cast<std::uint8_t>(terminal_caps(profile, i).term_modes);
}

}  // namespace

bool offers_terminals(const Profile& profile) {
    return profile.terminals != 0 && profile.terminal_modes != 0;
}

TermCaps terminal_caps(const Profile& profile, std::uint32_t terminal) {
    if (terminal >= profile.terminals) return {};
    TermCaps caps = kKinds[terminal % kKinds.size()];
    caps.term_modes &= profile.terminal_modes;
    return caps;
}

Routes first_routes(const Profile& profile) {
    Routes routes;
    routes.modes[0] = static_cast<std::uint8_t>(terminal_caps(profile, 0).term_modes);
    return routes;
}

bool possible(const Routes& routes, const Profile& profile) {
    for (std::uint32_t i = 0; i < routes.modes.size(); ++i) {
        const std::uint8_t modes = routes.modes[i];
        if (modes != 0 && (modes & ~terminal_caps(profile, i).term_modes) != 0) return false;
    }
    return true;
}

std::vector<std::uint32_t> listed(const Routes& routes, const Profile& profile, SizeCount& size) {
    if (!size.fits(profile.terminals * sizeof(std::uint32_t))) return {};
    return {routes.modes.begin(), routes.modes.begin() + profile.terminals};
}

// From the whole to its parts: the line, its addresses, their calls; whatever has changed is told.
void Core::route(std::uint32_t index, const RouteOrder& order, Leg* call) {
    if (order.select == LINECALLSELECT_CALL) {
        if (change(call->routes, order)) tell_info(*call, LINECALLINFOSTATE_TERMINAL, {});
        return;
    }
    Device& device = devices[index];
    const bool whole = order.select != LINECALLSELECT_ADDRESS;
    if (whole && change(device.routes, order)) tell_line(device, LINEDEVSTATE_TERMINALS, 0, 0);
    for (std::uint32_t i = 0; i < device.addresses.size(); ++i) {
        if ((whole || i == order.address) && change(device.addresses[i].routes, order))
            tell_address(device, i, LINEADDRESSSTATE_TERMINALS);
    }
    for (const LegId id : device.legs) {
        Leg& leg = *legs.find(id);
        if ((whole || leg.address == order.address) && change(leg.routes, order))
            tell_info(leg, LINECALLINFOSTATE_TERMINAL, {});
    }
}

void Core::fit_routes(Device& device, bool had_terminals) {
    const Profile& now = profile(device);
    const auto fit = [&](Routes& routes) {
        if (!had_terminals) routes = first_routes(now);
        narrow(routes, now);
    };
    fit(device.routes);
    for (DeviceAddress& address : device.addresses) fit(address.routes);
    for (const LegId id : device.legs) fit(legs.find(id)->routes);
}

LineResult Application::set_terminal(HLine line, std::uint32_t address_id, HCall call,
                                     std::uint32_t select, std::uint32_t modes,
                                     std::uint32_t terminal, bool enable) {
    const bool of_call = select == LINECALLSELECT_CALL;
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = of_call ? kNoLine : line,
                    .call = of_call ? call : kNoCall,
                    .address_id = select == LINECALLSELECT_ADDRESS ? address_id : pbx::kNobody,
                    .value = select,
                    .route = {.select = select,
                              .address = address_id,
                              .modes = modes,
                              .terminal = terminal,
                              .enable = enable}};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetTerminal, subject); refusal != 0)
        return refusal;
    return core_->submit_written(Op::SetTerminal, subject);
}

}  // namespace pbxlab::lines
