#include "switch/facilities.h"

#include <utility>

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

Refusal attach_data(Core& core, ConnectionId id, std::string_view data) {
    const Connection* connection = core.find(id);
    if (connection == nullptr) return Refusal::Gone;
    Call& call = *core.find(connection->call);
    if (call.data == data) return Refusal::None;
    call.data = data;
    ConnectionId next = call.first;
    while (const Connection* each = core.find(next)) {
        const ConnectionId told = std::exchange(next, each->next_in_call);
        core.tell(EventKind::DataChanged, told);
    }
    return Refusal::None;
}

void inform(Core& /*core*/, ConnectionId /*id*/) {}  // those who asked pass it on

}  // namespace pbxlab::pbx
