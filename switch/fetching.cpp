#include "switch/fetching.h"

#include "switch/answer.h"
#include "switch/bridging.h"

namespace pbxlab::pbx {

Refusal check_fetch(const Core& core, AddressId address) {
    if (!core.serves(address)) return Refusal::OutOfService;
    if (!core.free_appearance(address)) return Refusal::NoAppearance;
    return check_way(core, core.addresses[address.index].station);
}

bool fetch(Core& core, ConnectionId id) {
    clear_the_way(core, id, core.policy(id).on_answer);
    if (!core.move(id, Cue::Fetch)) {
        core.forget(id);
        return false;
    }
    show_elsewhere(core, id);
    return true;
}

}  // namespace pbxlab::pbx
