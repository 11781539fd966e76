// A call that met a busy or unanswered station is finished later: its caller waits at the station's
// side (camp-on), is called back when the station can be reached, or leaves a message. This is how
// it is asked for and cancelled, and the book of the requests; completing.h is what becomes of
// them. Internal to switch/. (reference: call-model 12)
#pragma once

#include "switch/core.h"

namespace pbxlab::pbx {

// OrderKind::Complete. Gone, OutOfService; WrongState unless a station or a group is busy or rings,
// or every trunk is taken; Full when the caller's address has asked for as much as policy lets it;
// NotAllowed to break in, or leave a message, elsewhere than at a station; to camp on: as
// check_camp (completion_targets.h).
[[nodiscard]] Refusal check_complete(const Core& core, const Order& order);
void complete(Core& core, const Order& order, ConnectionId id);

// OrderKind::Uncomplete. Gone when the address has no such request (any more).
[[nodiscard]] Refusal check_uncomplete(const Core& core, const Order& order);
void uncomplete(Core& core, const Order& order, ConnectionId none);

// Exchange::cancel_completion: by the exchange itself. Gone.
Refusal cancel_completion(Core& core, std::uint32_t number);

// A transferred party that meets a busy station waits there, where policy says so: true when it
// does.
bool camp_transferred(Core& core, ConnectionId caller);

// How many requests of the address are outstanding.
[[nodiscard]] std::uint32_t completion_count(const Core& core, AddressId by);
// Whether the address has this one.
[[nodiscard]] bool has_completion(const Core& core, AddressId by, std::uint32_t number);

// The one function that changes a request's state; one that is over is taken away, and its line
// told. False when the table has no such row, or it is muted.
bool advance(Core& core, CompletionId id, CompletionCue cue);
// The exchange, or the station, wants nothing of it any more: its line is told that too.
void give_up(Core& core, CompletionId id);

// The oldest request for which `is` holds; invalid when there is none. They are numbered as they
// come.
template <class Test>
CompletionId first_completion(const Core& core, Test is) {
    CompletionId oldest;
    std::uint32_t least = 0;
    for (std::uint32_t i = 0; i < core.completions.slot_count(); ++i) {
        CompletionId id;
        const Completion* each = core.completions.at(i, id);
        if (each == nullptr || !is(*each) || (oldest.valid() && each->number > least)) continue;
        oldest = id;
        least = each->number;
    }
    return oldest;
}
[[nodiscard]] CompletionId completion_of(const Core& core, std::uint32_t number);

}  // namespace pbxlab::pbx
