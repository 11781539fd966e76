// Asynchronous requests, from the positive id that a function returns to the one LINE_REPLY that
// answers it (reference: tapi2-operations 1.1 to 1.3).
#include <utility>

#include "lines/fault_stage.h"
#include "lines/guards.h"
#include "lines/replies.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kHighestRequest = 0x7FFF'FFFF;

std::uint64_t tag_of(RequestId id) { return std::uint64_t{id.generation} << 32U | id.index; }

RequestId id_of(std::uint64_t tag) {
    return {static_cast<std::uint32_t>(tag), static_cast<std::uint32_t>(tag >> 32U)};
}

RequestId add_request(Core& core, Op op, const Subject& subject) {
    const RequestId id = core.requests.add();
    Request& request = *core.requests.find(id);
    core.last_request = core.last_request == kHighestRequest ? 1 : core.last_request + 1;
    request.id = core.last_request;
    request.op = op;
    request.open = subject.open_id;
    request.leg = subject.leg_id;
    const Profile& habits = subject.profile();
    request.reply_order = habits.reply_order;
    request.reply_at_once = habits.reply_point == ReplyPoint::RequestIssued;
    if (core.faults) core.faults->shape(request, subject);
    if (subject.leg != nullptr) ++subject.leg->requests;
    return id;
}

// Hands the order to the exchange; its events name the request.
void place(Core& core, RequestId id, pbx::Order order) {
    Request& request = *core.requests.find(id);
    order.tag = tag_of(id);
    order.slower = request.slow;
    request.order = core.exchange.place(order);
}

void remove_request(Core& core, RequestId id) {
    if (Leg* leg = core.legs.find(core.requests.find(id)->leg)) --leg->requests;
    core.requests.remove(id);
}

// Runs `act` on every request that fits, in order of their slots; the request may be removed
// meanwhile.
template <class Fits, class Act>
void for_each_request(Core& core, Fits fits, Act act) {
    for (std::uint32_t i = 0; i < core.requests.slot_count(); ++i) {
        RequestId id;
        const Request* request = core.requests.at(i, id);
        if (request != nullptr && fits(*request)) act(id);
    }
}

void withdraw(Core& core, RequestId id) {
    const Request& request = *core.requests.find(id);
    core.exchange.withdraw(request.order);
    core.exchange.scheduler().cancel(request.timer);
    remove_request(core, id);
}

void take_params(Core& core, Leg& leg, const CallParams& params) {
    leg.flags |= params.call_param_flags;
    if (params.bearer_mode != 0) leg.bearer = params.bearer_mode;
    if (params.max_rate != 0) leg.rate = params.max_rate;
    Extras& extras = core.extras(leg);
    extras.called_party = params.called_party;
    extras.comment = params.comment;
    extras.displayable_address = params.displayable_address;
    extras.user_info_to_send = params.user_user_info;
    extras.dial_params = params.dial_params;
}

struct Made {
    LegId leg;
    HandleId handle;
    bool joined = false;  // a line lifted by hand: its call gets another owner
};

Made make(Core& core, const Request& request, pbx::ConnectionId connection) {
    Made made{.leg = core.leg_of(connection), .handle = {}};
    if (!made.leg.valid()) made.leg = core.add_leg(connection, *core.exchange.find(connection));
    Leg& leg = *core.legs.find(made.leg);
    made.handle = core.handle_of(made.leg, request.open);
    made.joined = made.handle.valid();
    if (!made.joined)
        made.handle = core.add_handle(made.leg, request.open, LINECALLPRIVILEGE_OWNER);
    leg.app = core.opens.find(request.open)->app;
    leg.owner_flag_due = core.profile(core.devices[leg.device]).owner_flag_on_own_calls;
    return made;
}

void announce(Core& core, const Made& made, OpenId maker) {
    const Leg& leg = *core.legs.find(made.leg);
    if (!leg.announced) return core.announce_made(made.leg, maker);
    if (made.joined) return core.change_privilege(made.handle, LINECALLPRIVILEGE_OWNER);
    core.tell_info(leg, LINECALLINFOSTATE_NUMOWNERINCR, maker);
}

// The call exists from its maker's reply on; nothing about it is said before (reference:
// tapi2-operations 1.3). The same holds for the conference that it may come with.
void call_made(Core& core, RequestId id, pbx::ConnectionId connection) {
    Request& request = *core.requests.find(id);
    if (core.exchange.find(connection) == nullptr)
        return core.reply(id, line_error(LINEERR_OPERATIONFAILED));
    const pbx::Conference* joins = core.exchange.conference_of(connection);
    const bool with_conference = request.conference != nullptr && joins != nullptr;
    Made conference;
    if (with_conference) conference = make(core, request, joins->parent);
    const Made made = make(core, request, connection);
    Leg& leg = *core.legs.find(made.leg);
    if (request.params) take_params(core, leg, *request.params);
    leg.country = request.country;
    if (request.forward) core.extras(leg).forward = std::move(request.forward);
    if (with_conference) *request.conference = Core::call_value(conference.handle);
    *request.call = Core::call_value(made.handle);
    const OpenId maker = request.open;
    core.reply(id, 0);
    if (with_conference) announce(core, conference, maker);
    announce(core, made, maker);
}

// Where the call is about to be parked.
void tell_choice(const Core& core, VarString& chosen) {
    const auto orbit = core.exchange.next_orbit();
    if (!orbit) return;
    SizeCount size{chosen, fixed_size(Structure::VarString, kTapi20)};
    chosen.text = size.text(core.exchange.orbit(*orbit).number);
}

void taken(Core& core, RequestId id, const pbx::Event& event) {
    core.running = id;
    Request& request = *core.requests.find(id);
    if (request.call != nullptr) return call_made(core, id, event.connection);
    if (request.chosen != nullptr && !request.replied) tell_choice(core, *request.chosen);
    if (request.completion != nullptr) return;  // replied to when its id is known
    const OpenLine* open = core.opens.find(request.open);
    Leg* leg = core.legs.find(request.leg);  // none: it is about a line
    if (leg != nullptr) request.far_leg = core.leg_of(core.exchange.far_end(leg->connection));
    if (leg != nullptr && open != nullptr && (request.op == Op::Accept || request.op == Op::Answer))
        leg->app = open->app;
    if (leg == nullptr && open == nullptr) return;
    if (request.reply_order == ReplyOrder::ReplyFirst) core.reply(id, 0);
}

// User-user information travels with what was asked: an answer or a drop reaches the other party
// with its new state, a claim changes nothing there.
void send_user_info(Core& core, const Request& request) {
    Leg* leg = core.legs.find(request.far_leg);
    if (request.user_info.empty() || leg == nullptr || leg->state == LINECALLSTATE_IDLE) return;
    core.extras(*leg).infos_to_come.push_back(request.user_info);
    const bool now = request.op == Op::Accept && core.devices[leg->device].connected;
    if (now && core.take_user_info(*leg)) core.tell_info(*leg, LINECALLINFOSTATE_USERUSERINFO, {});
}

// Information of its own reaches every other party at once.
void inform_others(Core& core, const Request& request) {
    const Leg* own = core.legs.find(request.leg);
    if (own == nullptr) return;
    for (const pbx::ConnectionId other : core.exchange.others_of(own->connection)) {
        Leg* leg = core.legs.find(core.leg_of(other));
        if (leg == nullptr || leg == own || !leg->announced) continue;
        core.extras(*leg).infos_to_come.push_back(request.user_info);
        if (!core.devices[leg->device].connected) continue;  // told when it is heard of again
        if (core.take_user_info(*leg)) core.tell_info(*leg, LINECALLINFOSTATE_USERUSERINFO, {});
    }
}

void done(Core& core, RequestId id) {
    core.running = {};
    core.reply(id, 0);
    const Request& request = *core.requests.find(id);
    if (request.op == Op::SendUserUserInfo) {
        inform_others(core, request);
    } else {
        send_user_info(core, request);
    }
    remove_request(core, id);
}

}  // namespace

LineResult Core::submit(Op op, const Subject& subject, pbx::Order order,
                        std::string_view user_info) {
    const RequestId id = add_request(*this, op, subject);
    Request& request = *requests.find(id);
    request.user_info = user_info;
    place(*this, id, order);
    const auto result = static_cast<LineResult>(request.id);
    if (request.reply_at_once) reply(id, 0);
    return result;
}

LineResult Core::submit_completion(const Subject& subject, const pbx::Order& order,
                                   std::uint32_t* completion) {
    const RequestId id = add_request(*this, Op::CompleteCall, subject);
    Request& request = *requests.find(id);
    request.completion = completion;
    place(*this, id, order);
    return static_cast<LineResult>(request.id);
}

// The id is there with the reply, and before anything else is told of the call.
void Core::on_completion_made(const pbx::Event& event) {
    const RequestId id = id_of(event.tag);
    const Request* request = requests.find(id);
    if (request == nullptr || request->completion == nullptr) return;
    if (!request->replied) *request->completion = event.detail;
    if (request->reply_order == ReplyOrder::ReplyFirst) reply(id, 0);
}

LineResult Core::submit_call(Op op, const Subject& subject, pbx::Order order, NewCall made) {
    const RequestId id = add_request(*this, op, subject);
    Request& request = *requests.find(id);
    request.call = made.call;
    request.conference = made.conference;
    request.country = subject.value;
    request.forward = std::move(made.forward);
    if (made.params != nullptr) request.params = std::make_unique<CallParams>(*made.params);
    place(*this, id, order);
    return static_cast<LineResult>(request.id);
}

LineResult Core::submit_choice(Op op, const Subject& subject, pbx::Order order, VarString* chosen) {
    const RequestId id = add_request(*this, op, subject);
    Request& request = *requests.find(id);
    request.chosen = chosen;
    place(*this, id, order);
    return static_cast<LineResult>(request.id);
}

namespace {

// A request that needs no order: its reply comes when an order would have been carried out.
RequestId add_late(Core& core, Op op, const Subject& subject, LineResult result) {
    const RequestId id = add_request(core, op, subject);
    Request& request = *core.requests.find(id);
    request.result = result;
    request.timer = core.exchange.scheduler().set(
        core.exchange.request_time(subject.line_device->station) + request.slow, core,
        static_cast<std::uint32_t>(LineDue::Reply), tag_of(id));
    return id;
}

}  // namespace

LineResult Core::reply_later(Op op, const Subject& subject, LineResult result) {
    const RequestId id = add_late(*this, op, subject, result);
    return static_cast<LineResult>(requests.find(id)->id);
}

LineResult Core::submit_written(Op op, const Subject& subject) {
    const RequestId id = add_late(*this, op, subject, 0);
    Request& request = *requests.find(id);
    request.value = subject.value;
    request.device = subject.device;
    request.route = subject.route;
    request.user_info = subject.text;
    if (subject.params != nullptr) request.params = std::make_unique<CallParams>(*subject.params);
    const auto result = static_cast<LineResult>(request.id);
    if (request.reply_at_once) reply(id, 0);
    return result;
}

LineResult Core::forward_later(const Subject& subject, ForwardOrder order, HCall* consult) {
    const RequestId id = add_request(*this, Op::Forward, subject);
    Request& request = *requests.find(id);
    request.call = consult;
    request.forward = std::make_unique<ForwardOrder>(std::move(order));
    request.timer =
        exchange.scheduler().set(exchange.request_time(subject.line_device->station) + request.slow,
                                 *this, static_cast<std::uint32_t>(LineDue::Reply), tag_of(id));
    return static_cast<LineResult>(request.id);
}

void Core::ask_forwarding(const ForwardOrder& order) {
    for (const pbx::AddressId address : order.addresses)
        exchange.ask_forwarding(address, order.forwarding);
}

void Core::reply(RequestId id, LineResult result) {
    Request& request = *requests.find(id);
    if (std::exchange(request.replied, true)) return;
    post(*opens.find(request.open), 0, LINE_REPLY, request.id, static_cast<std::uint32_t>(result),
         0, &request);
}

void Core::on_order(const pbx::Event& event) {
    const RequestId id = id_of(event.tag);
    const Request* request = requests.find(id);
    if (request == nullptr) return;  // an order of the system's own
    switch (event.kind) {
        case pbx::EventKind::OrderTaken: return taken(*this, id, event);
        case pbx::EventKind::OrderDone: return done(*this, id);
        default: reply(id, reply_for(*this, *request, event.refusal)); remove_request(*this, id);
    }
}

void Core::on_timer(std::uint32_t what, std::uint64_t argument) {
    const RequestId id = id_of(argument);
    const HandleId handle{id.index, id.generation};
    switch (static_cast<LineDue>(what & 0xFFU)) {
        case LineDue::Reply: break;
        case LineDue::FirstDigit: return digit_overdue(handle, LINEGATHERTERM_FIRSTTIMEOUT);
        case LineDue::NextDigit: return digit_overdue(handle, LINEGATHERTERM_INTERTIMEOUT);
        case LineDue::ToneLasted: return tone_lasted(handle, what >> 8U);
    }
    const Request& request = *requests.find(id);
    if (request.call != nullptr) *request.call = kNoCall;
    carry_out_written(id);
    if (request.forward) ask_forwarding(*request.forward);
    remove_request(*this, id);
}

void Core::abort_requests(LegId leg) {
    if (legs.find(leg)->requests == 0) return;
    for_each_request(
        *this, [leg](const Request& request) { return request.leg == leg; },
        [this](RequestId id) {
            reply(id, line_error(LINEERR_OPERATIONFAILED));
            withdraw(*this, id);
        });
}

void Core::requests_move(LegId from, LegId to) {
    for_each_request(
        *this, [from](const Request& request) { return request.leg == from; },
        [this, to](RequestId id) { requests.find(id)->leg = to; });
    legs.find(to)->requests += std::exchange(legs.find(from)->requests, 0);
}

void Core::silence_requests(OpenId open, LegId leg) {
    for_each_request(
        *this,
        [open, leg](const Request& request) {
            return request.open == open && (!leg.valid() || request.leg == leg);
        },
        [this](RequestId id) {
            Request& request = *requests.find(id);
            request.replied = true;
            request.open = {};
            if (request.call != nullptr) withdraw(*this, id);  // a call that is not yet made
        });
}

void Application::move_requests(HLine from, HLine to) {
    const OpenId old = core_->find_line(from);
    const OpenId open = core_->find_line(to);
    for_each_request(
        *core_, [old](const Request& request) { return request.open == old; },
        [this, open](RequestId id) { core_->requests.find(id)->open = open; });
}

bool Core::take_user_info(Leg& leg) {
    if (!leg.extras || leg.extras->infos_to_come.empty()) return false;
    auto& infos = leg.extras->user_infos;
    const bool readable = infos.empty();
    auto& coming = leg.extras->infos_to_come;
    infos.insert(infos.end(), coming.begin(), coming.end());
    coming.clear();
    return readable;
}

void Core::release_user_info(Leg& leg) {
    if (!leg.extras || leg.extras->user_infos.empty()) return;
    leg.extras->user_infos.erase(leg.extras->user_infos.begin());
    if (!leg.extras->user_infos.empty()) tell_info(leg, LINECALLINFOSTATE_USERUSERINFO, {});
}

}  // namespace pbxlab::lines
