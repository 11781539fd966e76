// Three applications, several persons at telephones and parties outside do anything at any time on
// lines of different providers. Whatever they do, the invariants hold after every step and no
// application is told what it must not be told.
//
// PBXLAB_OPERATIONS says how many operations the long course on fifty lines has: 20,000 where it
// does not; the stage "release" of tools/test plays a million.
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <optional>
#include <set>

#include "lines/telephony.h"
#include "tests/properties/any_fault.h"
#include "tests/properties/lines_watcher.h"

namespace pbxlab::lines::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kApplications = 3;
constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_MONITOR | LINECALLPRIVILEGE_OWNER;

class Chance {
 public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t bound) {
        state_ += 0x9E37'79B9'7F4A'7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
        return static_cast<std::uint32_t>((z ^ (z >> 31U)) >> 33U) % bound;
    }
    bool once_in(std::uint32_t n) { return below(n) == 0; }
    template <class T>
    const T& of(const std::vector<T>& choices) {
        return choices[below(static_cast<std::uint32_t>(choices.size()))];
    }

 private:
    std::uint64_t state_;
};

Profile any_profile(Chance& chance) {
    Profile p;
    const std::uint32_t all = p.outbound_states;
    if (chance.once_in(3))
        p.outbound_states = all & (chance.below(16) << 3U | LINECALLSTATE_RINGBACK);
    p.connect_on_dial_end = chance.once_in(5);
    p.drop_reports_disconnected = chance.once_in(3);
    p.remote_hold_visible = !chance.once_in(3);
    p.owner_flag_on_own_calls = chance.once_in(3);
    p.drop_on_close = !chance.once_in(3);
    p.dial_anywhere = chance.once_in(4);
    if (chance.once_in(3)) p.abandon_style = AbandonStyle::Idle;
    if (chance.once_in(3)) p.error_delivery = ErrorDelivery::Reply;
    if (chance.once_in(3)) p.reply_order = ReplyOrder::StateFirst;
    if (chance.once_in(4)) p.reply_point = ReplyPoint::RequestIssued;
    if (chance.once_in(4)) p.unowned_incoming = Unowned::Drop;
    p.bad_number = static_cast<BadNumber>(chance.below(3));
    p.consult_first = static_cast<ConsultFirst>(chance.below(3));
    p.complete_any_order = chance.once_in(3);
    p.forward_consult = chance.once_in(3);
    p.transfer_end = static_cast<TransferEnd>(chance.below(3));
    if (chance.once_in(4)) p.consult_model = ConsultModel::Held;
    p.completion_modes |= LINECALLCOMPLMODE_MESSAGE | LINECALLCOMPLMODE_INTRUDE;
    constexpr std::array kCamping = {LINECALLSTATE_BUSY, LINECALLSTATE_ONHOLD,
                                     LINECALLSTATE_RINGBACK};
    p.camp_on_state = kCamping.at(chance.below(3));
    p.setup_conf_null = chance.once_in(4);
    p.conference_held = chance.once_in(2);
    p.conference_make = chance.once_in(2);
    if (chance.once_in(4)) p.call_features = ~(1U << chance.below(32));
    if (!chance.once_in(3)) p.terminals = chance.below(kMostTerminals + 1);
    if (chance.once_in(4)) p.made_call_features = ~(1U << chance.below(32));
    if (chance.once_in(4)) p.reported_states &= ~std::uint32_t{LINECALLSTATE_BUSY};
    if (chance.once_in(4)) p.reported_states &= ~std::uint32_t{LINECALLSTATE_DISCONNECTED};
    if (chance.once_in(4)) p.call_info = ~(1U << chance.below(24));
    p.consult_call_first = chance.once_in(3);
    p.phone_calls_owned = chance.once_in(3);
    p.unknown_after_restart = chance.once_in(2);
    p.call_ids = static_cast<CallIds>(chance.below(3));
    p.late_answer = static_cast<LateAnswer>(chance.below(2));
    p.gather_timeout_keeps = chance.once_in(2);
    p.party_names = chance.once_in(2);
    return p;
}

pbx::Policy any_policy(Chance& chance) {
    pbx::Policy p;
    p.accept_to_alert = chance.once_in(4);
    p.auto_accept = chance.once_in(5);
    p.on_answer = static_cast<pbx::OnAnswer>(chance.below(3));
    p.on_retrieve = static_cast<pbx::OnRetrieve>(chance.below(3));
    p.on_reject = static_cast<pbx::OnReject>(chance.below(3));
    p.on_service_loss = static_cast<pbx::OnServiceLoss>(chance.below(3));
    p.self_call = static_cast<pbx::SelfCall>(chance.below(3));
    p.hold_makes_new = chance.once_in(5);
    p.auto_reconnect = !chance.once_in(3);
    p.on_transfer = static_cast<pbx::OnTransfer>(chance.below(2));
    p.on_transfer_fails = static_cast<pbx::OnTransferFails>(chance.below(3));
    p.transfer_to_busy = static_cast<pbx::TransferToBusy>(chance.below(3));
    p.keeps_callback = chance.once_in(2);
    p.callback_connects = chance.once_in(3);
    p.uncamping_clears = chance.once_in(3);
    p.intrusion_joins = !chance.once_in(3);
    if (chance.once_in(3)) p.call_waiting = false;
    p.hang_up_transfers = chance.once_in(3);
    p.transfer_renews_target = chance.once_in(3);
    p.data_follows = !chance.once_in(3);
    if (chance.once_in(2)) p.transfer_recall_time = 2s;
    p.swap_keeps_consultation = !chance.once_in(4);
    p.conference_drops = chance.once_in(2);
    p.conference_collapses = chance.once_in(2);
    p.members_wait = chance.once_in(4);
    if (chance.once_in(2)) p.member_answer_limit = 1s;
    p.remove_party = static_cast<pbx::RemoveParty>(chance.below(3));
    p.removed_to = static_cast<pbx::RemovedTo>(chance.below(3));
    p.reject_allowed = !chance.once_in(5);
    p.on_busy = static_cast<pbx::Treatment>(chance.below(4));
    p.on_bad_number = chance.once_in(2) ? pbx::Treatment::Clear : pbx::Treatment::Intercept;
    if (chance.once_in(3)) p.clear_release_limit = 1s;
    if (chance.once_in(3)) p.tone_limit = 3s;
    if (chance.once_in(3)) p.first_digit_limit = 2s;
    if (chance.once_in(3)) p.inter_digit_limit = 2s;
    if (chance.once_in(4)) p.call_limit = 20s;
    if (chance.once_in(4)) p.caller_id_delay = 1s;
    p.demotes_held = chance.once_in(2);
    p.forward_presents = chance.once_in(3);
    p.forward_shows_called = chance.once_in(2);
    p.forward_shows_last = chance.once_in(2);
    p.diversion_proceeds = chance.once_in(3);
    p.callback_reserves = chance.once_in(3);
    if (chance.once_in(6)) p.most_active = 1;
    if (chance.once_in(6)) p.most_held = 1;
    return p;
}

struct Player {
    Application* app = nullptr;
    Watcher watcher;
    std::vector<std::pair<HLine, std::uint32_t>> lines;  // with the version
    std::vector<HCall> calls;
};

class World {
 public:
    World(std::uint64_t seed, std::uint32_t lines, bool faulty = false)
        : lines_(lines),
          faulty_(faulty),
          chance_(seed),
          exchange_({.seed = seed, .trunks = lines / 4}),
          telephony_(exchange_) {
        for (std::uint32_t i = 0; i < lines; ++i) add_line(i);
        add_group();
        for (const char* number : {"555", "556", "+4930"}) {
            const auto id = exchange_.add_outside(
                {.number = number,
                 .script = {.does = static_cast<pbx::OutsideScript::Does>(chance_.below(10)),
                            .clears_after = 7s,
                            .gives_up_after = 9s}});
            outside_.push_back(*id);
        }
        for (Player& player : players_) join(player);
    }

    void play(int operations) {
        for (int i = 0; i < operations && !::testing::Test::HasFailure(); ++i) {
            if (faulty_ && chance_.once_in(20)) go_wrong();
            if (chance_.once_in(3)) {
                act_outside_the_lines();
            } else {
                act(players_[chance_.below(kApplications)]);
            }
            check();
            if (chance_.once_in(2)) pass_time(pbx::Duration{chance_.below(400'000)});
        }
    }

    // Time enough for every reply.
    void finish() {
        pass_time(2s);
        for (Player& player : players_) {
            EXPECT_TRUE(faulty_ || player.watcher.waiting() == 0) << "requests without a reply";
            messages += player.watcher.messages;
            transitions += player.watcher.transitions;
        }
    }
    // Faults that had an effect, by kind.
    [[nodiscard]] std::set<FaultKind> fired() const {
        std::set<FaultKind> kinds;
        for (std::uint32_t i = 0; i < faults_.size(); ++i) {
            if (telephony_.fired(i) != 0) kinds.insert(faults_[i]);
        }
        return kinds;
    }
    std::uint64_t messages = 0, transitions = 0;

 private:
    void go_wrong() {
        const Fault fault = any_fault(chance_, lines_);
        faults_.push_back(fault.kind);
        telephony_.add_fault(fault);
        if (chance_.once_in(40)) telephony_.end_faults();
    }

    // What is told may be wrong then; only that it comes in order can be relied on.
    void hear(Player& player, const Message& m) {
        EXPECT_GT(m.sequence, last_heard_);
        last_heard_ = m.sequence;
        ++player.watcher.messages;
        if (m.id == LINE_CALLSTATE &&
            std::ranges::find(player.calls, HCall{m.device}) == player.calls.end())
            player.calls.push_back(HCall{m.device});
    }

    void add_line(std::uint32_t i) {
        const auto policy = exchange_.add_policy(any_policy(chance_));
        const auto station = exchange_.add_station(
            {.name = "s", .policy = policy, .max_active = chance_.once_in(3) ? 2U : 0U});
        for (std::uint32_t k = 0; k <= (i % 2); ++k) {
            numbers_.push_back(std::to_string(1000 * (k + 1) + i));
            exchange_.add_address(station, {.number = numbers_.back(),
                                            .max_active = 1 + chance_.below(3),
                                            .max_held = chance_.below(3),
                                            .max_conference = 2 + chance_.below(4),
                                            .max_transfer_conference = 2 + chance_.below(2),
                                            .pickup_group = "desk"});
        }
        if (i < 2) exchange_.add_orbit(std::to_string(701 + i));
        profiles_.push_back(any_profile(chance_));
        telephony_.add_line(station, profiles_.back());
    }

    // The first four lines, one after the other; then callers wait.
    void add_group() {
        pbx::GroupSpec sales{.number = "300"};
        for (std::uint32_t i = 0; i < 4; ++i) {
            const pbx::StationId station = telephony_.station_of(i);
            sales.stages.push_back({{exchange_.station(station).addresses.front()}, 1s});
        }
        sales.queue = {.places = 2, .longest_wait = 3s, .announce_after = 1s};
        sales.queue.announcement_answers = chance_.once_in(2);
        exchange_.add_group(sales);
        for (const char* number :
             {"300", "300", "9555", "9556", "+4930", "7", "10;", ";", "", "1,00", "1W001", "?"})
            numbers_.emplace_back(number);
    }

    void join(Player& player) {
        EXPECT_EQ(telephony_.initialize({.module = "app"}, &player.app), 0);
        for (std::uint32_t device = 0; device < lines_; ++device) open(player, device);
    }

    void open(Player& player, std::uint32_t device) {
        static const std::vector<std::uint32_t> kVersions = {kTapi13, kTapi14, kTapi20, kTapi22};
        static const std::vector<std::uint32_t> kPrivileges = {
            LINECALLPRIVILEGE_NONE, LINECALLPRIVILEGE_MONITOR, LINECALLPRIVILEGE_OWNER, kBoth};
        HLine line{};
        const std::uint32_t version = chance_.of(kVersions);
        EXPECT_EQ(player.app->open(device, &line, version, 0, 0, chance_.of(kPrivileges),
                                   LINEMEDIAMODE_INTERACTIVEVOICE, nullptr),
                  0);
        const std::uint32_t line_states = chance_.below(0x40'0000);
        player.app->set_status_messages(line, line_states, chance_.below(0x200));
        player.lines.emplace_back(line, version);
    }

    void check() {
        if (const auto problem = exchange_.check_invariants()) ADD_FAILURE() << *problem;
        if (const auto problem = telephony_.check_invariants()) ADD_FAILURE() << *problem;
        for (Player& player : players_) drain(player);
    }

    void drain(Player& player) {
        last_heard_ = 0;
        for (Message m; player.app->get_message(&m) == 0;) {
            if (faulty_) {
                hear(player, m);
                continue;
            }
            std::uint32_t device = lines_;
            if (m.id == LINE_CALLSTATE)
                device = player.app->device_of(player.app->line_of(HCall{m.device}));
            player.watcher.saw(m, device < lines_ ? hidden(profiles_[device]) : 0);
            if (m.id == LINE_CALLSTATE &&
                std::ranges::find(player.calls, HCall{m.device}) == player.calls.end())
                player.calls.push_back(HCall{m.device});
        }
    }

    static std::uint32_t hidden(const Profile& profile) {
        constexpr std::uint32_t kAll = LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING |
                                       LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK;
        constexpr std::uint32_t kUnheard = LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK |
                                           LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO;
        constexpr std::uint32_t kBesides =
            LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO | LINECALLSTATE_DISCONNECTED;
        return (kAll & ~profile.outbound_states) | (kBesides & ~profile.reported_states) |
               (profile.connect_on_dial_end ? kUnheard : 0);
    }

    void pass_time(pbx::Duration span) {
        pbx::Scheduler& clock = exchange_.scheduler();
        const pbx::SimTime until = clock.now() + span;
        while (clock.next_due() && *clock.next_due() <= until) {
            clock.step();
            check();
        }
        clock.idle_until(until);
    }

    const char* any_number() { return chance_.of(numbers_).c_str(); }

    void act(Player& p) {
        if (p.lines.empty() || chance_.once_in(150)) return open(p, chance_.below(lines_));
        if (chance_.once_in(3) || p.calls.empty()) return act_on_line(p);
        act_on_call(p, chance_.of(p.calls));
    }

    void act_on_line(Player& p) {
        const auto [line, version] = chance_.of(p.lines);
        const std::uint32_t what = chance_.below(100);
        if (what < 6) {
            made_.push_back(kNoCall);
            p.watcher.asked(
                p.app->unpark(line, 0, &made_.back(), chance_.once_in(2) ? "701" : "702"), line);
        } else if (what < 14) {
            made_.push_back(kNoCall);
            p.watcher.asked(
                p.app->pickup(line, 0, &made_.back(), chance_.once_in(2) ? any_number() : nullptr,
                              chance_.once_in(3) ? "desk" : nullptr),
                line);
        } else if (what < 70) {
            made_.push_back(kNoCall);
            const CallParams params{
                .total_size = version < kTapi20 ? 112U : 176U,
                .call_param_flags = chance_.once_in(5) ? LINECALLPARAMFLAGS_IDLE : 0U,
                .no_answer_timeout = chance_.below(9)};
            const char* number = any_number();
            p.watcher.asked(p.app->make_call(line, &made_.back(), number, 0,
                                             chance_.once_in(2) ? &params : nullptr),
                            line);
        } else if (what < 73) {
            set_terminal(p, line, kNoCall);
        } else if (what < 90) {
            CallList list;
            if (p.app->get_new_calls(line, 0, LINECALLSELECT_LINE, &list) != 0) return;
            for (const HCall call : list.calls) {
                CallStatus status;
                p.app->get_call_status(call, &status);
                p.watcher.handle_given(call, status.call_state);
                p.calls.push_back(call);
            }
        } else if (what < 91) {
            set_up_conference(p, kNoCall, line, version);
        } else if (what < 92) {
            made_.push_back(kNoCall);
            const ForwardList list{.entries = {{.mode = 1U << chance_.below(16),
                                                .caller_address = chance_.once_in(3) ? "1001" : "",
                                                .dest_address = any_number()}}};
            p.watcher.asked(p.app->forward(line, chance_.once_in(2), chance_.below(2),
                                           chance_.once_in(3) ? nullptr : &list, chance_.below(3),
                                           &made_.back(), nullptr),
                            line);
        } else if (what < 97) {
            leave(p, line);
            p.app->close(line);
        } else if (what < 99) {
            const std::uint32_t device = p.app->device_of(line);
            if (device < lines_) force(device);  // else a fault has closed it
        } else {
            const auto lines = p.lines;
            for (const auto& entry : lines) leave(p, entry.first);
            p.app->shutdown();
            join(p);
        }
    }

    void leave(Player& p, HLine line) {
        drain(p);
        p.watcher.line_closed(line);
        std::erase_if(p.calls, [&](HCall call) {
            const bool gone = p.app->line_of(call) == line;
            if (gone) p.watcher.call_released(call, false);
            return gone;
        });
        std::erase_if(p.lines, [line](const auto& entry) { return entry.first == line; });
    }

    void force(std::uint32_t device) {
        for (Player& p : players_) {
            const auto lines = p.lines;
            for (const auto& entry : lines) {
                if (p.app->device_of(entry.first) == device) leave(p, entry.first);
            }
        }
        telephony_.force_close(device);
    }

    void act_on_call(Player& p, HCall call) {
        const HLine line = p.app->line_of(call);
        const auto asked = [&](LineResult id) { p.watcher.asked(id, line, call); };
        CallStatus status;
        CallInfo info;
        const bool failed =
            p.app->get_call_status(call, &status) == 0 &&
            (status.call_state & (LINECALLSTATE_BUSY | LINECALLSTATE_RINGBACK)) != 0;
        if (failed && chance_.once_in(3)) return finish_later(p, call, line);
        switch (chance_.below(40)) {
            case 0: return asked(p.app->dial(call, any_number(), 0));
            case 1: return asked(p.app->accept(call, "a"));
            case 2:
            case 3:
            case 4: return asked(p.app->answer(call, "b"));
            case 5: return asked(p.app->drop(call, "c"));
            case 6: return asked(p.app->hold(call));
            case 7: return asked(p.app->unhold(call));
            case 8: return asked(p.app->swap_hold(call, chance_.of(p.calls)));
            case 9: p.app->set_call_privilege(call, LINECALLPRIVILEGE_OWNER); return;
            case 10: p.app->set_call_privilege(call, LINECALLPRIVILEGE_MONITOR); return;
            case 11: p.app->get_call_status(call, &status); return;
            case 12: p.app->get_call_info(call, &info); return;
            case 13: return asked(p.app->set_call_data(call, chance_.once_in(2) ? "d" : ""));
            case 14: return asked(p.app->set_call_treatment(call, 1 + chance_.below(4)));
            case 15:
                return asked(p.app->set_call_params(call, 1U << chance_.below(4), 0,
                                                    chance_.below(64'001), nullptr));
            case 16: {
                const bool by_name = chance_.once_in(2);
                p.app->hand_off(call, by_name ? "app" : nullptr, LINEMEDIAMODE_INTERACTIVEVOICE);
                return;
            }
            case 17: return asked(p.app->redirect(call, any_number(), 0));
            case 18:
            case 19: return set_up_transfer(p, call, line);
            case 20:
            case 21:
                return asked(p.app->park(call, 1 + chance_.below(2),
                                         chance_.once_in(2) ? "701" : "702", &chosen_));
            case 22: return asked(p.app->blind_transfer(call, any_number(), 0));
            case 23:
            case 24:
                made_.push_back(kNoCall);
                return asked(p.app->complete_transfer(
                    call, chance_.of(p.calls), &made_.back(),
                    chance_.once_in(2) ? LINETRANSFERMODE_TRANSFER : LINETRANSFERMODE_CONFERENCE));
            case 25: return finish_later(p, call, line);
            case 26:  // it is about the line, whatever becomes of this call
                return p.watcher.asked(p.app->uncomplete_call(line, chance_.below(30)), line);
            case 27:
            case 28: return set_up_conference(p, call, line, kTapi20);
            case 29: return prepare_to_add(p, call, line);
            case 30:
            case 31: return asked(p.app->add_to_conference(call, chance_.of(p.calls)));
            case 32: return asked(p.app->remove_from_conference(call));
            case 33: return related_calls(p, call);
            case 34: return set_terminal(p, line, call);
            default: release(p, call, line);
        }
    }

    void set_terminal(Player& p, HLine line, HCall call) {
        const std::uint32_t of_line =
            chance_.once_in(2) ? LINECALLSELECT_LINE : LINECALLSELECT_ADDRESS;
        const std::uint32_t select = call != kNoCall ? LINECALLSELECT_CALL : of_line;
        p.watcher.asked(
            p.app->set_terminal(line, chance_.below(2), call, select, 1U << chance_.below(9),
                                chance_.below(4), chance_.once_in(2)),
            line, call);
    }

    void finish_later(Player& p, HCall call, HLine line) {
        completions_.push_back(0);
        p.watcher.asked(p.app->complete_call(call, &completions_.back(), 1U << chance_.below(4), 0),
                        line, call);
    }

    void set_up_transfer(Player& p, HCall call, HLine line) {
        made_.push_back(kNoCall);
        const bool one_step = chance_.once_in(2);
        const CallParams params{
            .total_size = 176,
            .call_param_flags = one_step ? LINECALLPARAMFLAGS_ONESTEPTRANSFER : 0U,
            .target_address = any_number()};
        p.watcher.asked(p.app->setup_transfer(call, &made_.back(), one_step ? &params : nullptr),
                        line, call);
    }

    CallParams conference_params(std::uint32_t version) {
        const bool no_hold = chance_.once_in(2);
        return {.total_size = version < kTapi20 ? 112U : 176U,
                .call_param_flags = no_hold ? LINECALLPARAMFLAGS_NOHOLDCONFERENCE : 0U,
                .target_address = any_number()};
    }

    void set_up_conference(Player& p, HCall call, HLine line, std::uint32_t version) {
        made_.push_back(kNoCall);
        made_.push_back(kNoCall);
        HCall* conference = &made_[made_.size() - 2];
        const CallParams params = conference_params(version);
        p.watcher.asked(
            p.app->setup_conference(call, line, conference, &made_.back(), chance_.below(5),
                                    chance_.once_in(2) ? &params : nullptr),
            line, call);
    }

    void prepare_to_add(Player& p, HCall call, HLine line) {
        made_.push_back(kNoCall);
        const CallParams params = conference_params(kTapi20);
        p.watcher.asked(p.app->prepare_add_to_conference(call, &made_.back(),
                                                         chance_.once_in(2) ? &params : nullptr),
                        line, call);
    }

    // The conference comes first, the call that was asked about is there, and all of them are in
    // it.
    void related_calls(Player& p, HCall call) {
        CallList list;
        if (p.app->get_conf_related_calls(call, &list) != 0) return;
        EXPECT_NE(std::ranges::find(list.calls, call), list.calls.end());
        for (const HCall each : list.calls) {
            CallStatus status;
            CallInfo info;
            EXPECT_EQ(p.app->get_call_status(each, &status), 0);
            EXPECT_EQ(p.app->get_call_info(each, &info), 0);
            EXPECT_TRUE(info.origin == LINECALLORIGIN_CONFERENCE
                            ? each == list.calls.front()
                            : status.call_state == LINECALLSTATE_CONFERENCED);
            if (std::ranges::find(p.calls, each) != p.calls.end()) continue;
            p.watcher.handle_given(each, status.call_state);
            p.calls.push_back(each);
        }
    }

    void release(Player& p, HCall call, HLine line) {
        CallStatus status;
        p.app->get_call_status(call, &status);
        if (status.call_state != LINECALLSTATE_IDLE && !chance_.once_in(4)) return;
        const auto known =
            std::ranges::find(p.lines, line, &std::pair<HLine, std::uint32_t>::first);
        if (p.app->deallocate_call(call) != 0) return;
        drain(p);
        p.watcher.call_released(call, known->second < kTapi20);
        std::erase(p.calls, call);
    }

    void act_outside_the_lines() {
        const pbx::StationId station = telephony_.station_of(chance_.below(lines_));
        const pbx::OutsideId party = chance_.of(outside_);
        switch (chance_.below(18)) {
            case 14: exchange_.phone_confer(station); return;
            case 15:
                exchange_.phone_complete(station, static_cast<pbx::CompleteBy>(chance_.below(4)));
                return;
            case 16: exchange_.phone_uncomplete(station); return;
            case 17: exchange_.phone_answer(station); return;
            case 11: exchange_.phone_consult(station); return;
            case 12: exchange_.phone_transfer(station, chance_.once_in(2) ? "" : "1001"); return;
            case 13: exchange_.phone_pick_up(station, {}); return;
            case 0: exchange_.phone_lift(station); return;
            case 1: exchange_.phone_dial(station, "100"); return;
            case 2: exchange_.phone_answer(station); return;
            case 3: exchange_.phone_flash(station); return;
            case 4:
            case 5: exchange_.phone_hang_up(station); return;
            case 6:
            case 7:
                exchange_.outside_calls(party, std::to_string(1000 + chance_.below(lines_)));
                return;
            case 8: exchange_.outside_answers(party); return;
            case 9: exchange_.outside_hangs_up(party); return;
            default: exchange_.set_service(station, !chance_.once_in(3));
        }
    }

    std::uint32_t lines_;
    bool faulty_;
    std::uint64_t last_heard_ = 0;
    std::vector<FaultKind> faults_;
    std::vector<std::string> numbers_;
    Chance chance_;
    pbx::Exchange exchange_;
    Telephony telephony_;
    std::vector<Profile> profiles_;
    std::vector<pbx::OutsideId> outside_;
    std::array<Player, kApplications> players_;
    std::deque<HCall> made_;
    VarString chosen_;
    std::deque<std::uint32_t> completions_;
};

TEST(RandomOperations, NeverBreakAnInvariantOrARule) {
    std::uint64_t messages = 0;
    std::uint64_t transitions = 0;
    for (std::uint64_t seed = 1; seed <= 50 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world{seed, 8};
        world.play(1000);
        world.finish();
        messages += world.messages;
        transitions += world.transitions;
    }
    std::cout << messages << " messages, " << transitions << " state changes\n";
    EXPECT_GT(transitions, 15'000U);
}

TEST(RandomOperations, UnderRandomFaultsNeverBreakAnInvariant) {
    std::set<FaultKind> fired;
    for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world{seed, 8, true};
        world.play(1000);
        world.finish();
        fired.merge(world.fired());
    }
    EXPECT_EQ(fired.size(), 15U) << "kinds of faults that had an effect";
}

TEST(RandomOperations, InALongCourseOnFiftyLinesBreakNothingEither) {
    const char* wanted = std::getenv("PBXLAB_OPERATIONS");
    const int operations = wanted != nullptr ? std::atoi(wanted) : 20'000;
    ASSERT_GT(operations, 0) << "PBXLAB_OPERATIONS is no number: " << wanted;
    World world{1, 50};
    world.play(operations);
    world.finish();
    std::cout << operations << " operations, " << world.messages << " messages, "
              << world.transitions << " state changes\n";
    EXPECT_GT(world.transitions, static_cast<std::uint64_t>(operations) / 4);
}

}  // namespace
}  // namespace pbxlab::lines::test
