#include "switch/orders.h"

#include <algorithm>

namespace pbxlab::pbx {
namespace {

constexpr bool in_order() {
    for (std::size_t i = 0; i < kOrders.size(); ++i) {
        if (static_cast<std::size_t>(kOrders[i].kind) != i) return false;
    }
    return true;
}
static_assert(in_order(), "one row for each kind of order, in their order");

StationId placed_from(const Core& core, const Order& order) {
    if (order.address.valid()) {
        const bool known = order.address.index < core.addresses.size();
        return known ? core.addresses[order.address.index].station : StationId{};
    }
    const Connection* connection = core.find(order.connection);
    return connection != nullptr ? connection->station : StationId{};
}

Refusal check(const Core& core, const PendingOrder& pending, std::size_t row) {
    if (core.muted(MutedRow::Table::Orders, row)) return Refusal::None;
    if (pending.too_long) return Refusal::BadNumber;
    return kOrders[row].check(core, pending.order);
}

}  // namespace

OrderId place(Core& core, const Order& order) {
    const OrderId id = core.orders.add();
    PendingOrder& pending = *core.orders.find(id);
    pending.order = order;
    pending.order.digits = {};
    pending.too_long = order.digits.size() > pending.digits.size();
    const std::string_view kept = order.digits.substr(0, pending.digits.size());
    std::ranges::copy(kept, pending.digits.begin());
    pending.digit_count = static_cast<std::uint32_t>(kept.size());
    const StationId from = placed_from(core, order);
    SimTime due = core.clock.now() + takes(core, core.policy(from), &Policy::request_time);
    if (from.valid())
        due = core.at(from).last_order = std::max(due, core.at(from).last_order) + order.slower;
    pending.timer = core.later(due - core.clock.now(), Due::CarryOut, id);
    return id;
}

Refusal do_at_once(Core& core, const Order& order) {
    const OrderRow& row = kOrders[static_cast<std::size_t>(order.kind)];
    const Refusal refusal = row.check(core, order);
    if (refusal == Refusal::None) row.act(core, order, row.subject(core, order));
    return refusal;
}

bool withdraw(Core& core, OrderId id) {
    const PendingOrder* pending = core.orders.find(id);
    if (pending == nullptr) return false;
    core.clock.cancel(pending->timer);
    core.orders.remove(id);
    return true;
}

void carry_out(Core& core, OrderId id) {
    const PendingOrder* kept = core.orders.find(id);
    if (kept == nullptr) return;
    PendingOrder pending = *kept;  // a copy: who is told of it may place more
    pending.order.digits = {pending.digits.data(), pending.digit_count};
    core.orders.remove(id);
    const Order& order = pending.order;
    const auto row = static_cast<std::size_t>(order.kind);
    core.doing(id, order.tag);
    const Refusal refusal = check(core, pending, row);
    if (refusal != Refusal::None) {
        core.tell(
            {.connection = order.connection, .kind = EventKind::OrderRefused, .refusal = refusal});
    } else {
        const ConnectionId subject = kOrders[row].subject(core, order);
        core.tell(EventKind::OrderTaken, subject);
        kOrders[row].act(core, order, subject);
        core.tell(EventKind::OrderDone, subject);
    }
    core.doing({}, 0);
}

}  // namespace pbxlab::pbx
