// Lines of different providers under several applications, whose messages are watched.
#pragma once

#include <algorithm>
#include <deque>
#include <set>
#include <string>
#include <utility>

#include "lines/telephony.h"
#include "tests/properties/any_fault.h"
#include "tests/properties/any_provider.h"
#include "tests/properties/lines_watcher.h"

namespace pbxlab::lines::test {

inline constexpr std::size_t kApplications = 3;
inline constexpr std::uint32_t kBoth = LINECALLPRIVILEGE_MONITOR | LINECALLPRIVILEGE_OWNER;

struct Player {
    Application* app = nullptr;
    Watcher watcher;
    std::vector<std::pair<HLine, std::uint32_t>> lines;  // with the version
    std::vector<HCall> calls;
};

// What is played with: lines of different providers, and three applications that watch what they
// are told.
class Board {
 public:
    Board(std::uint64_t seed, std::uint32_t lines, bool faulty = false)
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

 protected:
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

}  // namespace pbxlab::lines::test
