// Ten stations and parties outside, of which anybody does anything.
#pragma once

#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim.h"
#include "switch/random.h"

namespace pbxlab::pbx {

inline constexpr std::uint32_t kStations = 10;

class Crowd {
 public:
    explicit Crowd(std::uint64_t seed, MutedRow muted = {})
        : chance_{seed, "crowd"},
          sim_{{.seed = seed, .policy = policy(), .trunks = 2, .muted = muted}, {}} {
        for (std::uint32_t i = 0; i < kStations; ++i) {
            numbers_.push_back(fmt::format("10{:02}", i));
            const PolicyId own = sim_.exchange.add_policy(policy());
            const AddressSpec address{.max_active = pick(1, 3),
                                      .max_held = pick(0, 2),
                                      .max_pending = pick(0, 2),
                                      .max_conference = pick(2, 5),
                                      .max_transfer_conference = pick(2, 4),
                                      .pickup_group = toss() ? "a" : "b"};
            sim_.add(numbers_.back(), address, {.policy = own, .max_active = pick(0, 3)});
        }
        for (std::uint32_t i = 0; i < 3; ++i) {
            const std::string number = fmt::format("55501{:02}", i);
            parties_.push_back(sim_.outside(number, script()));
            numbers_.push_back("9" + number);
        }
        for (std::uint32_t i = 0; i < 3; ++i) share(i);
        for (std::uint32_t i = 0; i < 3; ++i) gather(i);
        for (const char* orbit : {"40", "41"}) {
            EXPECT_TRUE(sim_.exchange.add_orbit(orbit).has_value());
            numbers_.emplace_back(orbit);
        }
        EXPECT_TRUE(sim_.exchange.add_orbit_address(StationId{1}, "40").has_value());
        sim_.exchange.set_attendant(sim_.exchange.station(StationId{0}).addresses.front());
        for (const char* number : {"7", "10", "9", "9123456", "1", "+15550100"}) {
            numbers_.emplace_back(number);
        }
    }

    // An address that three stations have.
    void share(std::uint32_t i) {
        const auto sharing = static_cast<Sharing>(pick(1, 3));
        numbers_.push_back(fmt::format("20{:02}", i));
        const auto first = sim_.exchange.add_address(
            StationId{i}, {.number = numbers_.back(), .max_active = 2, .sharing = sharing});
        for (const std::uint32_t station : {i + 3, i + 6}) {
            sim_.exchange.add_appearance(StationId{station}, *first,
                                         {.max_active = 2,
                                          .max_held = pick(0, 2),
                                          .looks_only = pick(0, 5) == 0,
                                          .rings = pick(0, 3) != 0,
                                          .ring_after = Duration{pick(0, 1) * 700'000}});
        }
    }
    // A hunt group of four stations.
    void gather(std::uint32_t i) {
        GroupSpec spec{.number = fmt::format("30{:02}", i)};
        numbers_.push_back(spec.number);
        spec.order = pick_choice<HuntOrder>(3);
        for (std::uint32_t k = 0; k < 2; ++k) {
            const auto of = [&] {
                return sim_.exchange.station(StationId{pick(0, kStations - 1)}).addresses.front();
            };
            spec.stages.push_back({{of(), of()}, Duration{pick(0, 2) * 500'000}});
        }
        spec.rounds = pick(0, 2);
        spec.rings_busy = toss();
        spec.queue = {.places = pick(0, 2),
                      .longest_wait = Duration{pick(0, 1) * 3'000'000},
                      .announce_after = Duration{pick(0, 1) * 500'000},
                      .announce_every = Duration{pick(0, 1) * 400'000},
                      .announcement_answers = toss()};
        if (toss()) spec.overflow = numbers_[pick(0, kStations - 1)];
        ASSERT_TRUE(sim_.exchange.add_group(spec).has_value());
    }

    void act() {
        const std::uint32_t what = pick(0, 99);
        if (what < 60) {
            order();
        } else if (what < 75) {
            telephone();
        } else if (what < 88) {
            outside();
        } else if (what < 90) {
            const StationId at = station();
            sim_.exchange.set_service(at, pick(0, 2) != 0);
        } else if (what < 91) {
            sim_.exchange.set_trunks(pick(0, 3));
        } else if (what < 93) {
            forward();
        } else {
            sim_.run(Duration{pick(0, 3'000'000)});
        }
        sim_.run(Duration{pick(0, 120'000)});
    }

    // Everybody hangs up for good.
    void close() {
        for (std::uint32_t i = 1; i < 1000; ++i) (void)sim_.exchange.cancel_completion(i);
        for (const OutsideId party : parties_) sim_.exchange.set_script(party, {});
        for (int round = 0; round < 200 && sim_.exchange.connection_count() > 0; ++round) {
            for (std::uint32_t i = 0; i < kStations; ++i) {
                const ConnectionId first = sim_.exchange.station(StationId{i}).first;
                sim_.exchange.place({.kind = OrderKind::Clear, .connection = first});
                // What cannot be turned down is answered; a call that is shown is not joined.
                if (is_presented(sim_.state(first)))
                    sim_.exchange.place({.kind = OrderKind::Answer, .connection = first});
            }
            for (const OutsideId party : parties_) (void)sim_.exchange.outside_hangs_up(party);
            sim_.run(1s);
        }
        sim_.run(1min);
    }

    Sim& sim() { return sim_; }

 private:
    std::uint32_t pick(std::uint32_t low, std::uint32_t high) {
        return static_cast<std::uint32_t>(chance_.between(low, high));
    }
    bool toss() { return pick(0, 1) == 1; }
    template <class Choice>
    Choice pick_choice(std::uint32_t count) {
        return static_cast<Choice>(pick(0, count - 1));
    }
    StationId station() { return StationId{pick(0, kStations - 1)}; }
    const std::string& number() {
        return numbers_[pick(0, static_cast<std::uint32_t>(numbers_.size() - 1))];
    }

    Policy policy() {
        Policy p;
        p.first_digit_limit = Duration{pick(0, 1) * 5'000'000};
        p.inter_digit_limit = Duration{pick(0, 1) * 1'000'000};
        p.hand_digit_limit = 2s;
        p.tone_limit = Duration{pick(0, 1) * 3'000'000};
        p.clear_release_limit = Duration{pick(0, 1) * 1'000'000};
        p.call_limit = Duration{pick(0, 1) * 20'000'000};
        p.caller_id_delay = Duration{pick(0, 1) * 1'500'000};
        p.answer_time = Duration{pick(1, 100'000)};
        p.alert_time = Duration{pick(1, 100'000)};
        p.clear_time = Duration{pick(1, 100'000)};
        p.accept_to_alert = toss();
        p.auto_accept = toss();
        p.on_answer = pick_choice<OnAnswer>(3);
        p.on_retrieve = pick_choice<OnRetrieve>(3);
        p.on_reject = pick_choice<OnReject>(3);
        p.on_service_loss = pick_choice<OnServiceLoss>(3);
        p.self_call = pick_choice<SelfCall>(3);
        p.reject_allowed = pick(0, 3) != 0;
        p.on_redirect = pick_choice<OnRedirect>(2);
        p.park_recall = Duration{pick(0, 1) * 2'000'000};
        p.park_recall_ring = Duration{pick(1, 1'000'000)};
        p.recall_to = pick_choice<RecallTo>(2);
        p.unpark_dials = toss();
        p.unpark_outgoing = toss();
        p.pickup_offers = toss();
        p.pickup_tells_redirecting = toss();
        p.hold_makes_new = toss();
        p.auto_reconnect = toss();
        p.on_transfer = pick_choice<OnTransfer>(2);
        p.on_transfer_fails = pick_choice<OnTransferFails>(3);
        p.transfer_order = pick_choice<TransferOrder>(2);
        p.transfer_parties = pick_choice<TransferParties>(3);
        p.transfer_to_busy = toss() ? TransferToBusy::CampOn : pick_choice<TransferToBusy>(3);
        p.transfer_shows_called = toss();
        p.hang_up_transfers = pick(0, 3) == 0;
        p.transfer_renews_target = toss();
        p.data_follows = toss();
        p.transfer_recall_time = Duration{pick(0, 1) * 2'000'000};
        p.swap_keeps_consultation = toss();
        p.conference_drops = toss();
        p.conference_collapses = toss();
        p.members_wait = toss();
        p.member_answer_limit = Duration{pick(1, 3'000'000)};
        p.remove_party = pick_choice<RemoveParty>(3);
        p.removed_to = pick_choice<RemovedTo>(3);
        p.call_waiting = toss();
        p.keeps_callback = toss();
        p.callback_connects = toss();
        p.uncamping_clears = toss();
        p.intrusion_joins = toss();
        p.callback_time = Duration{pick(1, 4'000'000)};
        p.completion_time = Duration{pick(1, 1'000'000)};
        p.forwards_before_waiting = toss();
        p.caller_rules_first = toss();
        p.forward_presents = toss();
        p.forward_shows_called = toss();
        p.forward_shows_last = toss();
        p.diversion_proceeds = toss();
        p.callback_reserves = toss();
        p.demotes_held = toss();
        if (pick(0, 9) == 0) p.most_active = static_cast<std::uint32_t>(pick(1, 4));
        if (pick(0, 9) == 0) p.most_held = static_cast<std::uint32_t>(pick(0, 4));
        p.on_forward_loop = pick_choice<OnForwardLoop>(3);
        p.on_do_not_disturb = pick_choice<Treatment>(4);
        p.on_busy = pick_choice<Treatment>(4);
        p.on_trunks_busy = pick_choice<Treatment>(4);
        p.on_bad_number = pick_choice<Treatment>(4);
        return p;
    }

    OutsideScript script() {
        OutsideScript s;
        s.does = pick_choice<OutsideScript::Does>(10);
        s.after_least = Duration{pick(0, 1'000'000)};
        s.after_most = s.after_least + Duration{pick(0, 1'000'000)};
        s.clears_after = Duration{pick(0, 1) * 5'000'000};
        s.gives_up_after = Duration{pick(0, 1) * 5'000'000};
        return s;
    }

    ConnectionId some_connection(StationId at) {
        ConnectionId id = sim_.exchange.station(at).first;
        for (std::uint32_t skip = pick(0, 3); skip > 0; --skip) {
            const Connection* connection = sim_.exchange.find(id);
            if (connection == nullptr) break;
            id = connection->next_at_station;
        }
        return id;
    }

    // Mostly what makes sense in the state the connection is in, and sometimes anything.
    OrderKind likely(ConnectionId id) {
        if (pick(0, 5) == 0) return pick_choice<OrderKind>(kOrderKindCount);
        const Connection* connection = sim_.exchange.find(id);
        if (connection == nullptr) {
            const std::uint32_t what = pick(0, 19);
            return what < 16   ? OrderKind::Originate
                   : what < 18 ? OrderKind::PickUp
                   : what < 19 ? OrderKind::Unpark
                               : OrderKind::Confer;
        }
        switch (connection->state) {
            case ConnState::DialTone:
            case ConnState::Dialing: return OrderKind::Dial;
            case ConnState::Offered:
                if (pick(0, 3) == 0) return OrderKind::Redirect;
                return toss() ? OrderKind::Accept : OrderKind::Answer;
            case ConnState::Accepted: return toss() ? OrderKind::Answer : OrderKind::Clear;
            case ConnState::Connected:
                if (connection->conference.valid() && toss()) return OrderKind::Hold;
                if (pick(0, 2) == 0) return toss() ? OrderKind::Consult : OrderKind::SendOn;
                if (pick(0, 3) == 0) return OrderKind::Park;
                if (pick(0, 1) == 0) return OrderKind::Confer;
                return toss() ? OrderKind::Hold : OrderKind::Swap;
            case ConnState::Held:
                if (toss()) return OrderKind::AddParty;
                if (toss()) return toss() ? OrderKind::Transfer : OrderKind::Merge;
                return toss() ? OrderKind::Retrieve : OrderKind::Clear;
            case ConnState::Bridged: return pick(0, 9) == 0 ? OrderKind::Clear : OrderKind::Answer;
            case ConnState::Conferenced:
                if (toss()) return OrderKind::RemoveParty;
                return toss() ? OrderKind::Retrieve : OrderKind::Clear;
            case ConnState::BusyTone:
                return pick(0, 2) != 0 ? OrderKind::Complete : OrderKind::Clear;
            case ConnState::Delivered:
                return pick(0, 3) == 0 ? OrderKind::Complete : OrderKind::Originate;
            case ConnState::Camping:
                return pick(0, 3) == 0 ? OrderKind::Uncomplete : OrderKind::Originate;
            case ConnState::Forming:
            case ConnState::Cleared:
            case ConnState::Intercepted: return OrderKind::Clear;
            default: return OrderKind::Originate;
        }
    }

    void order() {
        const StationId at = station();
        const std::string& digits = number();
        Order order;
        order.connection = some_connection(at);
        order.other = some_connection(at);
        order.kind = likely(order.connection);
        const auto& own = sim_.exchange.station(at).addresses;
        order.address = own[pick(0, static_cast<std::uint32_t>(own.size() - 1))];
        order.digits = std::string_view{digits}.substr(0, toss() ? 40 : pick(0, 8));
        order.pauses = pick(0, 9) == 0 ? 1 : 0;
        order.tag = ++tag_;
        order.no_answer_limit = Duration{pick(0, 1) * 4'000'000};
        order.more = pick(0, 2) == 0;
        order.fresh_line = toss();
        order.complete_by = pick_choice<CompleteBy>(4);
        order.completion = pick(1, 60);
        order.withhold_id = toss();
        order.vet_number = pick(0, 3) == 0;
        order.hold_for = toss() ? HoldFor::Transfer : HoldFor::Conference;
        order.may_fail = toss();
        order.no_hold = pick(0, 2) == 0;
        if (order.kind == OrderKind::Confer && pick(0, 9) == 0) order.connection = {};
        order.longest_number = pick(1, 2);
        order.picks = static_cast<std::uint8_t>(pick(0, 7));
        if (order.kind == OrderKind::Park || order.kind == OrderKind::Unpark)
            order.digits = toss() ? "40" : pick(0, 3) == 0 ? "" : "41";
        if (order.kind == OrderKind::PickUp && toss()) {
            order.digits = {};
            if (toss()) order.group_of = own.front();
        }
        const OrderId placed = sim_.exchange.place(order);
        if (pick(0, 19) == 0) (void)sim_.exchange.withdraw(placed);
    }

    void forward() {
        const auto& own = sim_.exchange.station(station()).addresses;
        Forwarding forwarding{.rules = {}, .rings = pick(0, 2)};
        for (std::uint32_t count = pick(0, 2); count > 0; --count) {
            const std::string& caller = number();
            const std::string& to = number();
            forwarding.rules.push_back({.when = pick_choice<ForwardWhen>(4),
                                        .whose = pick_choice<ForwardFor>(4),
                                        .caller = caller,
                                        .to = pick(0, 5) == 0 ? std::string{} : to});
        }
        const AddressId address = own[pick(0, static_cast<std::uint32_t>(own.size() - 1))];
        if (toss()) {
            sim_.exchange.ask_forwarding(address, forwarding);
        } else {
            sim_.exchange.set_forwarding(address, forwarding);
        }
    }

    void telephone() {
        const StationId at = station();
        switch (pick(0, 13)) {
            case 10: (void)sim_.exchange.phone_confer(at); break;
            case 11: (void)sim_.exchange.phone_complete(at, pick_choice<CompleteBy>(4)); break;
            case 12: (void)sim_.exchange.phone_uncomplete(at); break;
            case 5: (void)sim_.exchange.phone_park(at, toss() ? "" : "40"); break;
            case 6: (void)sim_.exchange.phone_unpark(at, toss() ? "40" : "41"); break;
            case 7: (void)sim_.exchange.phone_pick_up(at, toss() ? "" : number()); break;
            case 8: (void)sim_.exchange.phone_consult(at); break;
            case 9: (void)sim_.exchange.phone_transfer(at, toss() ? "" : number()); break;
            case 0: (void)sim_.exchange.phone_lift(at); break;
            case 1: (void)sim_.exchange.phone_dial(at, number()); break;
            case 2: (void)sim_.exchange.phone_answer(at); break;
            case 3: (void)sim_.exchange.phone_flash(at); break;
            default: (void)sim_.exchange.phone_hang_up(at); break;
        }
    }

    void outside() {
        const OutsideId party = parties_[pick(0, 2)];
        switch (pick(0, 5)) {
            case 0: (void)sim_.exchange.outside_answers(party); break;
            case 1: (void)sim_.exchange.outside_rejects(party); break;
            case 2: (void)sim_.exchange.outside_hangs_up(party); break;
            case 3: sim_.exchange.set_script(party, script()); break;
            case 4: (void)sim_.exchange.cancel_completion(pick(1, 200)); break;
            default: (void)sim_.exchange.outside_calls(party, number()); break;
        }
    }

    RandomStream chance_;
    Sim sim_;
    std::vector<std::string> numbers_;
    std::vector<OutsideId> parties_;
    std::uint64_t tag_ = 0;
};

}  // namespace pbxlab::pbx
