// Who is in a conference, and what becomes of it when parties come and go. Internal to switch/.
#pragma once

#include <vector>

#include "switch/core.h"

namespace pbxlab::pbx {

// A new one at this address, with the connection that stands for it, which is still Null. `most`:
// parties, this station among them.
ConferenceId new_conference(Core& core, AddressId address, std::uint32_t most);

// The conference that this connection stands for; nullptr: none.
[[nodiscard]] const Conference* stands_for(const Core& core, ConnectionId id);
// The conference that it is a member of, or is to be added to; nullptr: none.
[[nodiscard]] const Conference* member_of(const Core& core, ConnectionId id);
// It becomes a member as soon as it is answered, or has become one before: it has nobody to listen
// to a tone, and is cleared when it fails.
[[nodiscard]] bool joins_unheard(const Core& core, ConnectionId id);
// Whether there is room for `more` parties.
[[nodiscard]] bool has_place(const Conference& conference, std::uint32_t more);

void admit(Core& core, ConferenceId to, ConnectionId id);

// Takes a member out and leaves the call as it is: the caller moves it on.
void strike(Core& core, ConnectionId member);

// After each move of a connection that has to do with a conference: it comes about, shrinks to an
// ordinary call, or ends.
void conference_follows(Core& core, ConnectionId moved, ConnState from);

// A consultation for one more member has been given up: the conference is taken back, or, where
// policy says so, what is left of it becomes an ordinary call.
void take_up_again(Core& core, ConnectionId parent);

// The only member's call is taken back, and the conference ends; the party that was being called
// for it is released.
void call_off(Core& core, ConnectionId member);
// WrongState unless that one is still being called; NoAppearance, OutOfService.
[[nodiscard]] Refusal check_call_off(const Core& core, ConnectionId member);

// Those outside its own call who hear this connection, and are heard by it, when their paths are
// open: who is in the same conference, and in those that its members belong to elsewhere.
[[nodiscard]] std::vector<ConnectionId> beyond(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
