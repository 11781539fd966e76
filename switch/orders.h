// Requests of applications' lines: kept for the policy's request_time, checked when it is over,
// then carried out or refused. Internal to switch/.
#pragma once

#include <array>

#include "switch/answer.h"
#include "switch/clearing.h"
#include "switch/completion.h"
#include "switch/conference.h"
#include "switch/consultation.h"
#include "switch/core.h"
#include "switch/dialing.h"
#include "switch/facilities.h"
#include "switch/hold.h"
#include "switch/offering.h"
#include "switch/park.h"
#include "switch/pickup.h"
#include "switch/redirect.h"
#include "switch/seize.h"
#include "switch/transfer.h"

namespace pbxlab::pbx {

// One order: whether it can be carried out now, which connection it is about, and what it does.
// `act` bears a subject in any state, or gone.
struct OrderRow {
    OrderKind kind;
    Refusal (*check)(const Core& core, const Order& order);
    ConnectionId (*subject)(Core& core, const Order& order);
    void (*act)(Core& core, const Order& order, ConnectionId subject);
};

namespace order_table {
constexpr ConnectionId named(Core&, const Order& order) { return order.connection; }

template <auto Check>
Refusal check_named(const Core& core, const Order& order) {
    return Check(core, order.connection);
}
template <auto Act>
void on_subject(Core& core, const Order&, ConnectionId subject) {
    Act(core, subject);
}

inline Refusal check_usual_answer(const Core& core, ConnectionId id) {
    return check_answer(core, id, core.policy(id).on_answer);
}
inline void usual_answer(Core& core, ConnectionId id) {
    answer(core, id, core.policy(id).on_answer);
}
inline void hold_by_request(Core& core, ConnectionId id) { hold_by_will(core, id, false); }
inline Refusal check_both(const Core& core, const Order& order) {
    return check_swap(core, order.connection, order.other);
}
inline void swap_both(Core& core, const Order& order, ConnectionId subject) {
    swap(core, subject, order.other);
}

using K = OrderKind;

// clang-format off
inline constexpr std::array<OrderRow, kOrderKindCount> kOrders = {{
    {K::Originate, check_originate,                 subject_of_originate, originate},
    {K::Dial,      check_dial,                      named, dial},
    {K::Accept,    check_named<check_accept>,       named, on_subject<accept>},
    {K::Answer,    check_named<check_usual_answer>, named, on_subject<usual_answer>},
    {K::Clear,     check_named<check_clear>,        named, clear},
    {K::Hold,      check_named<check_hold>,         named, on_subject<hold_by_request>},
    {K::Retrieve,  check_named<check_retrieve>,     named, on_subject<retrieve>},
    {K::Swap,      check_both,                      named, swap_both},
    {K::Secure,    check_named<check_secure>,       named, on_subject<secure>},
    {K::Inform,    check_named<check_inform>,       named, on_subject<inform>},
    {K::Redirect,  check_redirect,                  named, redirect},
    {K::Consult,   check_consult,                   subject_of_consult, consult},
    {K::Park,      check_park,                      named, park},
    {K::Unpark,    check_unpark,                    subject_of_unpark, unpark},
    {K::PickUp,    check_pick_up,                   subject_of_pick_up, pick_up},
    {K::Transfer,  check_transfer_order,            named, transfer},
    {K::SendOn,    check_send_on,                   named, send_away},
    {K::Confer,    check_confer,                    subject_of_confer, confer},
    {K::AddParty,  check_add,                       named, add_party},
    {K::RemoveParty, check_named<check_remove>,     named, on_subject<remove_party>},
    {K::Merge,     check_merge_order,               subject_of_merge, merge},
    {K::Complete,  check_complete,                  named, complete},
    {K::Uncomplete, check_uncomplete,               named, uncomplete},
}};
// clang-format on
}  // namespace order_table

using order_table::kOrders;

OrderId place(Core& core, const Order& order);
// By hand: checked and carried out now, without the events of an order.
Refusal do_at_once(Core& core, const Order& order);
bool withdraw(Core& core, OrderId id);
void carry_out(Core& core, OrderId id);  // Due::CarryOut

}  // namespace pbxlab::pbx
