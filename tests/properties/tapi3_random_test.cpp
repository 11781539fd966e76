// Applications of TAPI 3 and of TAPI 2 do anything at any time on the same lines, and persons at
// telephones, too. Whatever they do, what TAPI 3 shows is what the lines say.
#include <array>
#include <deque>
#include <iostream>
#include <memory>

#include "lines/tapi3/tapi.h"
#include "tests/properties/chance.h"
#include "tests/properties/tapi3_watcher.h"

namespace pbxlab::lines::tapi3::test {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t kLines = 5;
constexpr std::array kModules = {"one.exe", "two.exe", "crm.exe"};

using lines::test::Chance;

Profile any_profile(Chance& chance) {
    Profile p;
    p.tapi3.in_progress = !chance.once_in(4);
    if (chance.once_in(4)) p.tapi3.special_info = CS_DISCONNECTED;
    if (chance.once_in(4)) p.tapi3.finish_conference = CS_DISCONNECTED;
    p.tapi3.members_hold = !chance.once_in(4);
    p.tapi3.failed_handoff_disconnects = chance.once_in(2);
    p.tapi3.hub_from = static_cast<HubFrom>(chance.below(4));
    p.tapi3.return_first = chance.once_in(3);
    if (chance.once_in(5)) p.highest_api = kTapi14;
    if (chance.once_in(4)) p.consult_model = ConsultModel::Held;
    if (chance.once_in(4)) p.consult_model = ConsultModel::Make;
    p.drop_reports_disconnected = chance.once_in(4);
    p.owner_flag_on_own_calls = chance.once_in(3);
    p.phone_calls_owned = chance.once_in(3);
    p.drop_on_close = !chance.once_in(4);
    p.conference_held = chance.once_in(2);
    p.conference_make = chance.once_in(2);
    p.consult_call_first = chance.once_in(3);
    p.call_ids = static_cast<CallIds>(chance.below(3));
    p.completion_modes |= LINECALLCOMPLMODE_INTRUDE;
    if (chance.once_in(3)) p.reply_order = ReplyOrder::StateFirst;
    return p;
}

pbx::Policy any_policy(Chance& chance) {
    pbx::Policy p;
    p.accept_to_alert = chance.once_in(4);
    p.auto_accept = chance.once_in(5);
    p.auto_reconnect = !chance.once_in(3);
    p.hold_makes_new = chance.once_in(6);
    p.pickup_offers = chance.once_in(4);
    p.conference_collapses = chance.once_in(2);
    p.conference_drops = chance.once_in(2);
    p.removed_to = static_cast<pbx::RemovedTo>(chance.below(3));
    p.on_transfer = static_cast<pbx::OnTransfer>(chance.below(2));
    p.transfer_to_busy = static_cast<pbx::TransferToBusy>(chance.below(3));
    p.on_service_loss = static_cast<pbx::OnServiceLoss>(chance.below(3));
    p.on_busy = static_cast<pbx::Treatment>(chance.below(4));
    if (chance.once_in(3)) p.tone_limit = 3s;
    return p;
}

// One application of TAPI 3.
struct Player {
    std::unique_ptr<Tapi> tapi;
    Tapi3Watcher watcher;
    std::vector<std::uint32_t> cookies;
    std::deque<std::string> chosen;
};

// One of TAPI 2, which says nothing: it is there to act.
struct Other {
    Application* app = nullptr;
    std::vector<HLine> lines;
    std::vector<HCall> calls;
    std::deque<HCall> made;
};

class World {
 public:
    explicit World(std::uint64_t seed)
        : chance_{seed}, exchange_{{.seed = seed}}, telephony_{exchange_} {
        for (std::uint32_t i = 0; i < kLines; ++i) {
            const auto policy = exchange_.add_policy(any_policy(chance_));
            const auto station = exchange_.add_station({.name = "s", .policy = policy});
            exchange_.add_address(station, {.number = std::to_string(1001 + i),
                                            .max_active = 1 + chance_.below(3),
                                            .max_held = 1 + chance_.below(3),
                                            .pickup_group = "desk"});
            telephony_.add_line(station, any_profile(chance_));
        }
        exchange_.add_orbit("701");
        for (std::size_t i = 0; i < players_.size(); ++i) {
            players_[i].tapi =
                std::make_unique<Tapi>(telephony_, InitializeParams{.module = kModules.at(i)});
            join(players_[i]);
        }
        EXPECT_EQ(telephony_.initialize({.module = "crm.exe"}, &other_.app), 0);
        for (std::uint32_t device = 0; device < kLines; ++device) {
            HLine line{};
            EXPECT_EQ(other_.app->open(device, &line, kTapi14, 0, 0,
                                       LINECALLPRIVILEGE_OWNER | LINECALLPRIVILEGE_MONITOR,
                                       LINEMEDIAMODE_INTERACTIVEVOICE, nullptr),
                      0);
            other_.lines.push_back(line);
        }
    }

    void play(int operations) {
        for (int i = 0; i < operations && !::testing::Test::HasFailure(); ++i) {
            SCOPED_TRACE("operation " + std::to_string(i));
            const std::uint32_t who = chance_.below(10);
            if (who < 6) act(chance_.of(players_));
            if (who >= 6 && who < 9) act_in_tapi_2();
            if (who == 9) act_by_hand();
            check(i % 6 == 0);
            if (chance_.once_in(2)) pass_time(pbx::Duration{chance_.below(600'000)});
        }
    }
    void finish() {
        pass_time(121s);
        check(true);
        for (Player& player : players_) {
            EXPECT_EQ(player.watcher.waiting(), 0U) << "methods that have not returned";
            events += player.watcher.events;
            transitions += player.watcher.transitions;
            returns += player.watcher.returns;
        }
    }
    std::uint64_t events = 0, transitions = 0, returns = 0;

 private:
    void join(Player& player) {
        EXPECT_GE(player.tapi->Initialize(), 0);
        player.tapi->put_EventFilter(0xFFFF'FFFF);
        for (std::uint32_t device = 0; device < kLines; ++device) enter(player, device);
    }
    void enter(Player& player, std::uint32_t device) {
        std::uint32_t cookie = 0;
        const bool owner = chance_.once_in(2);
        const bool monitor = !owner || chance_.once_in(2);
        player.tapi->RegisterCallNotifications(
            player.tapi->address(device, 0), monitor ? VARIANT_TRUE : VARIANT_FALSE,
            owner ? VARIANT_TRUE : VARIANT_FALSE, TAPIMEDIATYPE_AUDIO, device, &cookie);
        player.cookies.push_back(cookie);
    }
    void drain(Player& player) {
        for (Notice notice; player.tapi->next(&notice);) player.watcher.saw(notice);
    }
    // `closely`: every call is compared, which takes its time.
    void check(bool closely) {
        if (const auto problem = exchange_.check_invariants()) ADD_FAILURE() << *problem;
        if (const auto problem = telephony_.check_invariants()) ADD_FAILURE() << *problem;
        for (Player& player : players_) {
            drain(player);
            if (closely) player.watcher.compare(player.tapi->engine());
        }
        for (Message m; other_.app->get_message(&m) == 0;) {
            if (m.id == LINE_CALLSTATE &&
                std::ranges::find(other_.calls, HCall{m.device}) == other_.calls.end())
                other_.calls.push_back(HCall{m.device});
        }
        for (const HCall call : other_.made) {
            if (call != kNoCall && std::ranges::find(other_.calls, call) == other_.calls.end())
                other_.calls.push_back(call);
        }
        std::erase_if(other_.calls, [this](HCall call) { return other_.app->call_key(call) == 0; });
        if (closely) count_holders();
    }
    // Applications of both kinds count alike.
    void count_holders() {
        struct Holders {
            std::uint32_t owners = 0, monitors = 0, told_owners = 0, told_monitors = 0;
        };
        std::map<std::uint64_t, Holders> all;
        const auto count = [&all](const Application& app, HCall call) {
            CallStatus status;
            CallInfo info;
            Application& asked = const_cast<Application&>(app);  // NOLINT
            if (asked.get_call_status(call, &status) < 0) return;
            asked.get_call_info(call, &info);
            Holders& holders = all[app.call_key(call)];
            ++(status.call_privilege == LINECALLPRIVILEGE_OWNER ? holders.owners
                                                                : holders.monitors);
            holders.told_owners = info.num_owners;
            holders.told_monitors = info.num_monitors;
        };
        for (const HCall call : other_.calls) count(*other_.app, call);
        for (Player& player : players_) {
            const Engine& engine = player.tapi->engine();
            if (!engine.initialized()) continue;
            for (const auto& [number, call] : engine.calls)
                count(*engine.app, call->facts().handle);
            for (const auto& [handle, state] : engine.conferences)
                count(*engine.app, HCall{handle});
            for (const HCall handle : engine.kept) count(*engine.app, handle);
        }
        for (const auto& [key, holders] : all) {
            EXPECT_EQ(holders.owners, holders.told_owners);
            EXPECT_EQ(holders.monitors, holders.told_monitors);
        }
    }
    void pass_time(pbx::Duration span) {
        pbx::Scheduler& clock = exchange_.scheduler();
        const pbx::SimTime until = clock.now() + span;
        while (clock.next_due() && *clock.next_due() <= until && !::testing::Test::HasFailure()) {
            clock.step();
            for (Player& player : players_) drain(player);
        }
        if (!::testing::Test::HasFailure()) clock.idle_until(until);
    }

    const char* any_number() {
        static constexpr std::array kNumbers = {"1001", "1002", "1003", "1004", "1005",
                                                "10;",  "7777", "701",  "",     "?"};
        return chance_.of(kNumbers);
    }
    Call& create(Player& p) {
        Ref<Call> call;
        Address* where = p.tapi->address(chance_.below(kLines), 0);
        EXPECT_EQ(where->CreateCall(chance_.once_in(8) ? nullptr : any_number(),
                                    LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO, &call),
                  0);
        p.watcher.keep(call);
        return *call;
    }
    void act(Player& p) {
        const std::uint32_t what = chance_.below(100);
        if (what == 0) return leave(p);
        if (what < 3) return enter(p, chance_.below(kLines));
        if (what < 5 && !p.cookies.empty()) {
            p.tapi->UnregisterNotifications(p.cookies.back());
            return p.cookies.pop_back();
        }
        if (what < 25 || p.watcher.calls.empty()) {
            Call& call = create(p);
            if (chance_.once_in(4)) return;
            return p.watcher.asked(chance_.once_in(6) ? fetch(call) : call.Connect(any_bool()));
        }
        const Ref<Call> call = chance_.of(p.watcher.calls);
        const Ref<Call> other = chance_.of(p.watcher.calls);
        if (what < 35 || p.watcher.calls.size() > 20) return p.watcher.release(call.get());
        p.watcher.asked(what < 65 ? control(*call) : join_calls(p, *call, *other));
    }
    Returned fetch(Call& call) {
        return chance_.once_in(2) ? call.Unpark()
                                  : call.Pickup(chance_.once_in(2) ? nullptr : "desk");
    }
    VariantBool any_bool() { return chance_.once_in(2) ? VARIANT_TRUE : VARIANT_FALSE; }
    Returned control(Call& call) {
        switch (chance_.below(8)) {
            case 0:
            case 1: return call.Answer();
            case 2: return call.Disconnect(chance_.below(3));
            case 3: return call.Hold(any_bool());
            case 4: return call.Dial(any_number());
            case 5: return call.HandoffDirect(chance_.of(kModules));
            case 6: return call.HandoffIndirect(TAPIMEDIATYPE_AUDIO);
            default: return call.Hold(any_bool());
        }
    }
    Returned join_calls(Player& p, Call& call, Call& other) {
        switch (chance_.below(12)) {
            case 0: return call.SwapHold(&other);
            case 1: return call.Transfer(&create(p), any_bool());
            case 2: return call.Transfer(&other, any_bool());
            case 3:
            case 4: return call.Conference(&create(p), any_bool());
            case 5: return call.Conference(&other, any_bool());
            case 6: return call.BlindTransfer(any_number());
            case 7: return call.ParkDirect("701");
            case 8: return call.ParkIndirect(&p.chosen.emplace_back());
            case 9: return call.RemoveFromConference();
            default: return call.Finish(chance_.below(2));
        }
    }
    void leave(Player& p) {
        if (!chance_.once_in(4)) return;
        p.tapi->Shutdown();
        drain(p);
        p.watcher.calls.clear();
        p.cookies.clear();
        join(p);
    }

    void act_in_tapi_2() {
        Application& app = *other_.app;
        if (chance_.once_in(4) || other_.calls.empty()) {
            other_.made.push_back(kNoCall);
            app.make_call(chance_.of(other_.lines), &other_.made.back(), any_number(), 0, nullptr);
            return;
        }
        const HCall call = chance_.of(other_.calls);
        const HCall second = chance_.of(other_.calls);
        other_.made.push_back(kNoCall);
        other_.made.push_back(kNoCall);
        HCall* one = &other_.made[other_.made.size() - 2];
        HCall* two = &other_.made.back();
        switch (chance_.below(16)) {
            case 0: app.answer(call); return;
            case 1: app.accept(call); return;
            case 2:
            case 3: app.drop(call); return;
            case 4: app.hold(call); return;
            case 5: app.unhold(call); return;
            case 6: app.setup_transfer(call, one, nullptr); return;
            case 7: app.dial(call, any_number(), 0); return;
            case 8: app.complete_transfer(call, second, one, 1U << chance_.below(2)); return;
            case 9: app.setup_conference(call, kNoLine, one, two, 0, nullptr); return;
            case 10: app.add_to_conference(call, second); return;
            case 11: app.redirect(call, any_number(), 0); return;
            case 12: app.hand_off(call, chance_.of(kModules), 0); return;
            case 13: app.set_call_privilege(call, LINECALLPRIVILEGE_OWNER); return;
            case 14:
                completions_.push_back(0);
                app.complete_call(call, &completions_.back(), 1U << chance_.below(4), 0);
                return;
            default:
                if (app.deallocate_call(call) == 0) std::erase(other_.calls, call);
        }
    }
    void act_by_hand() {
        const pbx::StationId station = telephony_.station_of(chance_.below(kLines));
        switch (chance_.below(7)) {
            case 0: exchange_.phone_lift(station); return;
            case 1: exchange_.phone_answer(station); return;
            case 2: exchange_.phone_flash(station); return;
            case 3: exchange_.phone_dial(station, "1002"); return;
            case 4: exchange_.phone_hang_up(station); return;
            case 5: exchange_.phone_consult(station); return;
            default: exchange_.set_service(station, !chance_.once_in(3));
        }
    }

    Chance chance_;
    pbx::Exchange exchange_;
    Telephony telephony_;
    std::array<Player, 2> players_;
    Other other_;
    std::deque<std::uint32_t> completions_;
};

TEST(Tapi3Random, ShowsWhatTheLinesSayWhateverIsDone) {
    std::uint64_t events = 0;
    std::uint64_t transitions = 0;
    std::uint64_t returns = 0;
    for (std::uint64_t seed = 100; seed <= 129 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world{seed};
        world.play(120);
        world.finish();
        events += world.events;
        transitions += world.transitions;
        returns += world.returns;
    }
    std::cout << events << " events, " << transitions << " states, " << returns << " returns\n";
    EXPECT_GT(transitions, 700U);
    EXPECT_GT(returns, 120U);
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
