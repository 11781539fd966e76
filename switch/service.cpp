#include "switch/service.h"

#include <array>

#include "switch/clearing.h"
#include "switch/completing.h"
#include "switch/hunting.h"
#include "switch/membership.h"
#include "switch/park_lines.h"

namespace pbxlab::pbx {
namespace {

// How a connection in each state leaves a station that loses service together with its calls. Where
// nothing can be shown as cleared, the connection is released.
struct Loss {
    ConnState state;
    Cue cue;
    Cause cause;
};
constexpr std::array kLosses = {
    Loss{ConnState::Seized, Cue::Release, Cause::ServiceLost},
    Loss{ConnState::DialTone, Cue::Fail, Cause::ServiceLost},
    Loss{ConnState::Dialing, Cue::Fail, Cause::ServiceLost},
    Loss{ConnState::Routing, Cue::Fail, Cause::ServiceLost},
    Loss{ConnState::Delivered, Cue::Fail, Cause::ServiceLost},
    Loss{ConnState::BusyTone, Cue::ToneEnds, Cause::ServiceLost},
    Loss{ConnState::Intercepted, Cue::ToneEnds, Cause::ServiceLost},
    Loss{ConnState::Offered, Cue::Release, Cause::ServiceLost},
    Loss{ConnState::Accepted, Cue::Release, Cause::ServiceLost},
    Loss{ConnState::Connected, Cue::FarClears, Cause::ServiceLost},
    Loss{ConnState::Held, Cue::FarClears, Cause::ServiceLost},
    Loss{ConnState::Bridged, Cue::FarClears, Cause::ServiceLost},
    Loss{ConnState::Forming, Cue::Release, Cause::ServiceLost},
    Loss{ConnState::Conferenced, Cue::FarClears, Cause::ServiceLost},
    Loss{ConnState::Camping, Cue::Fail, Cause::ServiceLost},
};

// What becomes of a member is decided where the conference as a whole is.
bool follows_its_conference(const Core& core, ConnectionId id) {
    const Conference* conference = member_of(core, id);
    return conference != nullptr && core.in_state(id, ConnState::Conferenced) &&
           core.find(conference->parent)->address == core.find(id)->address;
}

void clear(Core& core, ConnectionId id) {
    if (follows_its_conference(core, id)) return;
    for (const Loss& loss : kLosses) {
        if (!core.in_state(id, loss.state)) continue;
        if (!core.can_move(id, loss.cue)) return;
        tell_others_of_going(core, id);
        if (core.find(id)->camps) core.move(id, Cue::Release, loss.cause);
        core.move(id, loss.cue, loss.cause);
        return;
    }
}

void may_be_free(Core& core, StationId station) {
    member_may_be_free(core, station);
    station_may_be_free(core, station);
}

void lose(Core& core, ConnectionId id, OnServiceLoss how) {
    if (how == OnServiceLoss::ClearCalls) clear(core, id);
    if (how == OnServiceLoss::LoseSight) core.tell(EventKind::SightLost, id);
}

}  // namespace

void set_service(Core& core, StationId id, bool in_service) {
    if (core.at(id).in_service == in_service) return;
    core.at(id).in_service = in_service;
    core.tell(in_service ? EventKind::ServiceRestored : EventKind::ServiceLost, id);
    if (in_service) {
        for (const AddressId address : core.at(id).addresses) show_parked_again(core, address);
        return may_be_free(core, id);
    }
    const OnServiceLoss how = core.policy(id).on_service_loss;
    for_each_at(core, id, [&](ConnectionId connection) { lose(core, connection, how); });
}

void set_service(Core& core, AddressId id, bool in_service) {
    Address& address = core.at(id);
    if (address.in_service == in_service) return;
    address.in_service = in_service;
    const StationId station = address.station;
    core.tell(in_service ? EventKind::AddressRestored : EventKind::AddressLost, id);
    if (in_service) {
        show_parked_again(core, id);
        return may_be_free(core, station);
    }
    const OnServiceLoss how = core.policy(station).on_service_loss;
    for_each_at(core, station, [&](ConnectionId connection) {
        const Connection* facts = core.find(connection);
        if (facts != nullptr && facts->address == id) lose(core, connection, how);
    });
}

void set_message_waiting(Core& core, StationId id, bool waiting) {
    if (core.at(id).message_waiting == waiting) return;
    core.at(id).message_waiting = waiting;
    core.tell(waiting ? EventKind::LampLit : EventKind::LampDark, id);
}

}  // namespace pbxlab::pbx
