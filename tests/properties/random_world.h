// Anybody does anything at any time.
#pragma once

#include "tests/properties/board.h"

namespace pbxlab::lines::test {

class World : public Board {
 public:
    using Board::Board;

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

 private:
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
};

}  // namespace pbxlab::lines::test
