#include "lines/room.h"

namespace pbxlab::lines {

namespace {

bool lacks_room(pbx::Refusal refusal) {
    return refusal == pbx::Refusal::NoAppearance || refusal == pbx::Refusal::HoldFull;
}

}  // namespace

bool must_not_disturb(const Core& core, const Leg& held) {
    const pbx::Refusal refusal = core.exchange.check_retrieve(held.connection);
    const bool waits = held.state == LINECALLSTATE_ONHOLD && refusal == pbx::Refusal::WrongState;
    return waits || refusal == pbx::Refusal::OtherActive;
}

bool can_come_back(const Core& core, const Leg& held) {
    return !lacks_room(core.exchange.check_retrieve(held.connection));
}

bool can_change_places(const Core& core, const Leg& active, const Leg& held) {
    return !lacks_room(core.exchange.check_swap(active.connection, held.connection));
}

bool can_be_answered(const Core& core, const Leg& presented) {
    return !lacks_room(core.exchange.check_answer(presented.connection));
}

}  // namespace pbxlab::lines
