#include "switch/facilities.h"

namespace pbxlab::pbx {
namespace {

bool serves(const Core& core, const Connection& connection) {
    return !connection.station.valid() || core.stations[connection.station.index].in_service;
}

}  // namespace

Refusal check_secure(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    return serves(core, *connection) ? Refusal::None : Refusal::OutOfService;
}

void secure(Core& core, ConnectionId id) {
    Connection* connection = core.find(id);
    if (connection == nullptr) return;
    connection->secure = true;
    core.tell(EventKind::Secured, id);
}

bool has_secured_call(const Core& core, StationId station) {
    return first_at(core, station,
                    [](ConnectionId, const Connection& c) {
                        return c.secure && c.state != ConnState::Cleared;
                    })
        .valid();
}

Refusal check_inform(const Core& core, ConnectionId id) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    const ConnState state = connection->state;
    const bool can =
        state == ConnState::Connected || state == ConnState::Delivered || is_presented(state);
    if (!can) return Refusal::WrongState;
    return serves(core, *connection) ? Refusal::None : Refusal::OutOfService;
}

void inform(Core& /*core*/, ConnectionId /*id*/) {}  // those who asked pass it on

}  // namespace pbxlab::pbx
