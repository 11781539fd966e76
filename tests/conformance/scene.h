// Calls of line 1 brought into any state without a request on that line, so that nothing which is
// withheld there stands in the way; and what can be seen of everything, to show that nothing
// changed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {

inline constexpr std::array kReachableStates = {
    LINECALLSTATE_IDLE,        LINECALLSTATE_OFFERING,
    LINECALLSTATE_ACCEPTED,    LINECALLSTATE_DIALTONE,
    LINECALLSTATE_DIALING,     LINECALLSTATE_PROCEEDING,
    LINECALLSTATE_RINGBACK,    LINECALLSTATE_BUSY,
    LINECALLSTATE_SPECIALINFO, LINECALLSTATE_CONNECTED,
    LINECALLSTATE_ONHOLD,      LINECALLSTATE_DISCONNECTED,
    LINECALLSTATE_UNKNOWN,     LINECALLSTATE_ONHOLDPENDTRANSFER,
    LINECALLSTATE_CONFERENCED, LINECALLSTATE_ONHOLDPENDCONF};

inline OfficeSpec scene_spec() {
    OfficeSpec spec;
    spec.lines.resize(4);
    spec.lines[0].max_active = 3;
    spec.lines[0].max_pending = 2;
    spec.policy.on_service_loss = pbx::OnServiceLoss::LoseSight;
    return spec;
}

class Scene {
 public:
    explicit Scene(const OfficeSpec& spec = scene_spec(), std::uint32_t version = kTapi22)
        : office(spec),
          owner(office.open(0, {.version = version})),
          monitor(office.open(0, {.privileges = LINECALLPRIVILEGE_MONITOR, .version = version})) {
        office.outside("555", {.does = pbx::OutsideScript::Does::SpecialInfo});
        EXPECT_TRUE(office.exchange.add_orbit("701").has_value());
        for (std::uint32_t i = 1; i < spec.lines.size(); ++i) far_.push_back(&office.open(i));
    }

    Office office;
    Seat& owner;
    Seat& monitor;

    // The next call of line 1, in this state; its number among the calls is returned (1, 2 ...).
    std::size_t bring(std::uint32_t state, std::uint32_t address = 0) {
        if (state == LINECALLSTATE_ONHOLDPENDCONF) return confer(false, address).conference;
        if (state == LINECALLSTATE_CONFERENCED)
            return conference(LINECALLSTATE_CONNECTED, address).first;
        const std::size_t n = owner.calls().size() + 1;
        const CallParams params{.address_id = address};
        if ((state & (LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED)) != 0) {
            next_far().make("1001");
            office.run();
        } else {
            owner.make(number(state), &params);
            reach(state);
        }
        owner.h(n);
        monitor.h(n);
        return n;
    }

    // The numbers of a conference, of its first member and of the call to who comes next.
    struct Conference {
        std::size_t conference, first, second;
    };
    // One that is on hold while the next party is called: it has dial tone, or is `answered`. Where
    // there can be none, all three are the connected call that it would have started from.
    Conference confer(bool answered, std::uint32_t address = 0) {
        own_all();  // so that both know the calls to come by the same numbers
        const std::size_t n = bring(LINECALLSTATE_CONNECTED, address);
        const Conference calls{.conference = n + 1, .first = n, .second = n + 2};
        const pbx::ConnectionId first = newest();
        const std::string next = "100" + std::to_string(far_[used_ % far_.size()]->device + 1);
        office.exchange.place({.kind = pbx::OrderKind::Confer,
                               .connection = first,
                               .address = office.exchange.find(first)->address,
                               .digits = answered ? std::string_view{next} : std::string_view{}});
        office.run();
        if (office.exchange.conference_of(first) == nullptr) return {n, n, n};
        if (answered) answer(next_far());
        own_all();
        EXPECT_EQ(owner.info(owner.h(calls.conference)).origin, LINECALLORIGIN_CONFERENCE);
        EXPECT_EQ(monitor.info(monitor.h(calls.conference)).origin, LINECALLORIGIN_CONFERENCE);
        EXPECT_EQ(owner.info(owner.h(calls.second)).call_id,
                  monitor.info(monitor.h(calls.second)).call_id);
        return calls;
    }
    // One with two members, itself in this state: CONNECTED, ONHOLD or IDLE.
    Conference conference(std::uint32_t state, std::uint32_t address = 0) {
        const Conference calls = confer(true, address);
        if (calls.conference == calls.first) return calls;
        const pbx::ConnectionId second = newest();
        const pbx::ConnectionId parent = office.exchange.find(second)->partner;
        const auto order = [&](pbx::OrderKind kind) {
            office.exchange.place({.kind = kind, .connection = parent, .other = second});
            office.run(1s);
        };
        order(pbx::OrderKind::AddParty);
        if (state == LINECALLSTATE_ONHOLD) order(pbx::OrderKind::Hold);
        if (state == LINECALLSTATE_IDLE) order(pbx::OrderKind::Clear);
        return calls;
    }

    // Everything that an application could see, and whether anything is on its way.
    std::string snapshot() {
        std::string text = std::to_string(office.telephony.last_message()) + " messages, " +
                           std::to_string(office.exchange.order_count()) + " orders, " +
                           std::to_string(office.exchange.scheduler().size()) + " timers\n";
        for (Seat* seat : {&owner, &monitor}) {
            text += seat->counts() + "\n";
            text += terminals(*seat) + "\n";
            for (const HCall call : seat->calls()) text += view(*seat, call) + "\n";
        }
        return text;
    }

    Seat& next_far() { return *far_[used_++ % far_.size()]; }

    // An order that nobody asked for, about the newest connection of line 1.
    void order(pbx::OrderKind kind) {
        const pbx::ConnectionId about = newest();
        const pbx::Connection* connection = office.exchange.find(about);
        office.exchange.place(
            {.kind = kind,
             .connection = about,
             .address = connection != nullptr ? connection->address : pbx::AddressId{}});
        office.run(1s);
    }

    // What nobody has asked for is nobody's: the owner takes it over.
    void own_all() {
        owner.told();  // of those that it owns already
        CallList list;
        EXPECT_EQ(owner.app->get_new_calls(owner.line, 0, LINECALLSELECT_LINE, &list), 0);
        for (const HCall call : list.calls) {
            EXPECT_EQ(owner.app->set_call_privilege(call, LINECALLPRIVILEGE_OWNER), 0);
            owner.name(call);
        }
        owner.told();
        monitor.told();
    }

 private:
    pbx::ConnectionId newest() const {
        pbx::ConnectionId newest;
        pbx::ConnectionId id = office.exchange.station(office.station(0)).first;
        for (const pbx::Connection* c = office.exchange.find(id); c != nullptr;
             c = office.exchange.find(id)) {
            newest = id;
            id = c->next_at_station;
        }
        return newest;
    }

    void answer(Seat& far) {
        far.told();
        far.app->answer(far.calls().back());
        office.run(1s);
    }

    const char* number(std::uint32_t state) {
        switch (state) {
            case LINECALLSTATE_IDLE:
            case LINECALLSTATE_DIALTONE: return nullptr;
            case LINECALLSTATE_DIALING: return "10;";
            case LINECALLSTATE_BUSY: return "1001";
            case LINECALLSTATE_SPECIALINFO: return "9555";
            case LINECALLSTATE_DISCONNECTED: return "7777";
            default: number_ = "100" + std::to_string(far_[used_ % far_.size()]->device + 1);
        }
        return number_.c_str();
    }

    void reach(std::uint32_t state) {
        if (state == LINECALLSTATE_PROCEEDING) {
            owner.told();
            while (owner.told().find("PROCEEDING") == std::string::npos) office.step();
            return;
        }
        office.run();
        constexpr std::uint32_t kAnswered = LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD |
                                            LINECALLSTATE_UNKNOWN |
                                            LINECALLSTATE_ONHOLDPENDTRANSFER;
        if ((state & kAnswered) != 0) answer(next_far());
        if (state == LINECALLSTATE_IDLE) order(pbx::OrderKind::Clear);
        if (state == LINECALLSTATE_ONHOLD) order(pbx::OrderKind::Hold);
        // The consultation call is nobody's on this line: only monitors see it.
        if (state == LINECALLSTATE_ONHOLDPENDTRANSFER) order(pbx::OrderKind::Consult);
        if (state == LINECALLSTATE_UNKNOWN) {
            office.exchange.set_service(office.station(0), false);
            office.exchange.set_service(office.station(0), true);
        }
    }

    static std::string view(Seat& seat, HCall call) {
        CallStatus status;
        CallInfo info;
        if (seat.app->get_call_status(call, &status) != 0) return "gone";
        seat.app->get_call_info(call, &info);
        return state_word(status.call_state, status.call_state_mode) + " " +
               privilege_word(status.call_privilege) + " " +
               bit_words("LINECALLFEATURE", status.call_features) + " " +
               std::to_string(status.state_entry_time.time_since_epoch().count()) + " " +
               std::to_string(info.num_owners) + "/" + std::to_string(info.num_monitors) + " " +
               info.app_name + " " + info.called.number + " " + info.connected.number + " " +
               info.user_user_info + listed(info.terminal_modes);
    }
    static std::string listed(const std::vector<std::uint32_t>& modes) {
        std::string text;
        for (const std::uint32_t each : modes) text += " " + bit_words("LINETERMMODE", each);
        return text;
    }
    static std::string terminals(Seat& seat) {
        LineDevStatus line;
        AddressStatus address;
        seat.app->get_line_dev_status(seat.line, &line);
        seat.app->get_address_status(seat.line, 0, &address);
        return listed(line.terminal_modes) + " /" + listed(address.terminal_modes);
    }

    std::vector<Seat*> far_;
    std::size_t used_ = 0;
    std::string number_;
};

}  // namespace pbxlab::lines::test
