// Calls through the lines: one application makes them, another one answers them, and both do what
// their messages tell them to.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "lines/telephony.h"
#include "tests/bench/traffic.h"

namespace pbxlab::lines {

using bench::Crowd;

template <class Kept>
class LinesTraffic final : public pbx::TimerTarget {
 public:
    explicit LinesTraffic(const bench::Shape& shape)
        : exchange_{{.default_media = LINEMEDIAMODE_INTERACTIVEVOICE}},
          telephony_{exchange_},
          crowd_{shape.lines},
          lines_(shape.lines),
          calls_(shape.lines),
          at_once_{shape.at_once} {
        if constexpr (Kept::kOn) recorder_.emplace(exchange_, kept.events);
        telephony_.initialize({.module = "dialler.exe"}, &apps_[0]);
        telephony_.initialize({.module = "desk.exe"}, &apps_[1]);
        for (std::uint32_t line = 0; line < shape.lines; ++line) add(line);
    }

    // From now on that many calls.
    void begin(std::uint64_t calls) {
        left_ = calls;
        for (std::uint32_t i = 0; i < at_once_ && left_ > 0; ++i, --left_) {
            later(crowd_.first(), Does::Call, 0);
            ++open_;
        }
    }
    // Until that many more have ended; false: all have.
    bool advance(std::uint64_t calls) {
        const std::uint64_t until = ended_ + calls;
        while (ended_ < until && open_ > 0 && exchange_.scheduler().step()) {
            ++events_;
            if (telephony_.last_message() == seen_) continue;
            for (Application* app : apps_) fetch(*app);
            seen_ = telephony_.last_message();
        }
        return open_ > 0;
    }

    [[nodiscard]] std::uint64_t ended() const { return ended_; }
    [[nodiscard]] std::uint64_t changes() const { return changes_; }  // LINE_CALLSTATE
    [[nodiscard]] std::uint64_t events() const { return events_; }    // timers fired
    [[nodiscard]] std::uint64_t wrong() const { return wrong_; }  // 0, else something went amiss
    [[nodiscard]] std::uint64_t open() const { return open_; }
    Kept kept;

 private:
    enum class Does : std::uint8_t { Call, Answer, HangUp };

    void add(std::uint32_t line) {
        const auto station = exchange_.add_station({.name = "station"});
        exchange_.add_address(station, {.number = crowd_.number(line)});
        telephony_.add_line(station, Profile{});
        const auto opened =
            app_of(line).open(line, &lines_[line], kTapi22, 0, line, LINECALLPRIVILEGE_OWNER,
                              LINEMEDIAMODE_INTERACTIVEVOICE, nullptr);
        if (opened != 0) ++wrong_;
    }
    Application& app_of(std::uint32_t line) { return *apps_[Crowd::calls(line) ? 0 : 1]; }

    void fetch(Application& app) {
        for (Message message; app.get_message(&message) == 0;) {
            if constexpr (Kept::kOn) kept.messages.put(message);
            if (message.id == LINE_CALLSTATE) react(message);
            if (message.id == LINE_REPLY && message.param2 != 0) ++wrong_;
        }
    }
    void react(const Message& message) {
        ++changes_;
        const HCall call{message.device};
        const auto line = static_cast<std::uint32_t>(message.callback_instance);
        switch (message.param1) {
            case LINECALLSTATE_OFFERING:
                calls_[line] = call;
                ask(app_of(line).accept(call));
                return later(crowd_.ringing(), Does::Answer, line);
            case LINECALLSTATE_CONNECTED:
                if (!Crowd::calls(line)) return;
                return later(crowd_.talking(), Does::HangUp, line);
            case LINECALLSTATE_DISCONNECTED: return ask(app_of(line).drop(call));
            case LINECALLSTATE_IDLE:
                if (app_of(line).deallocate_call(call) != 0) ++wrong_;
                return over(line);
            case LINECALLSTATE_BUSY:
            case LINECALLSTATE_SPECIALINFO: ++wrong_; return;
            default: return;
        }
    }
    void over(std::uint32_t line) {
        crowd_.put_back(line);
        if (Crowd::calls(line)) return;
        ++ended_;
        --open_;
        if (left_ == 0) return;
        --left_;
        ++open_;
        later(crowd_.gap(), Does::Call, 0);
    }

    void on_timer(std::uint32_t what, std::uint64_t argument) override {
        const auto line = static_cast<std::uint32_t>(argument);
        switch (Does{static_cast<std::uint8_t>(what)}) {
            case Does::Call: return call();
            case Does::Answer: return ask(app_of(line).answer(calls_[line]));
            case Does::HangUp: return ask(app_of(line).drop(calls_[line]));
        }
    }
    void call() {
        const std::uint32_t caller = crowd_.take_caller();
        const std::uint32_t called = crowd_.take_called();
        ask(app_of(caller).make_call(lines_[caller], &calls_[caller], crowd_.number(called), 0,
                                     nullptr));
    }
    void ask(LineResult result) {
        if (result <= 0) ++wrong_;
    }
    void later(pbx::Duration span, Does what, std::uint32_t line) {
        exchange_.scheduler().set(span, *this, static_cast<std::uint32_t>(what), line);
    }

    pbx::Exchange exchange_;
    std::optional<pbx::Recorder<decltype(Kept::events)>> recorder_;
    Telephony telephony_;
    std::array<Application*, 2> apps_{};
    Crowd crowd_;
    std::vector<HLine> lines_;
    std::vector<HCall> calls_;  // by line
    std::uint32_t at_once_;
    std::uint64_t left_ = 0, open_ = 0, seen_ = 0;
    std::uint64_t ended_ = 0, changes_ = 0, events_ = 0, wrong_ = 0;
};

}  // namespace pbxlab::lines

namespace pbxlab::bench {
using lines::LinesTraffic;
}  // namespace pbxlab::bench
