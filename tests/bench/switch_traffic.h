// Calls at the level of the switch: orders are placed, and events tell how they go.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "switch/exchange.h"
#include "tests/bench/traffic.h"

namespace pbxlab::bench {

template <class Kept>
class SwitchTraffic final : public pbx::Observer, public pbx::TimerTarget {
 public:
    explicit SwitchTraffic(const Shape& shape)
        : crowd_{shape.lines}, connections_(shape.lines), at_once_{shape.at_once} {
        if constexpr (Kept::kOn) recorder_.emplace(exchange_, kept.events);
        exchange_.observe(*this);
        for (std::uint32_t line = 0; line < shape.lines; ++line) {
            const auto station = exchange_.add_station({.name = "station"});
            exchange_.add_address(station, {.number = crowd_.number(line)});
        }
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
        }
        return open_ > 0;
    }

    [[nodiscard]] std::uint64_t ended() const { return ended_; }
    [[nodiscard]] std::uint64_t changes() const { return changes_; }
    [[nodiscard]] std::uint64_t wrong() const { return wrong_; }  // 0, else something went amiss
    Kept kept;

 private:
    enum class Does : std::uint8_t { Call, Answer, HangUp };

    void on_event(const pbx::Event& event) override {
        if (event.kind == pbx::EventKind::OrderRefused) ++wrong_;
        if (event.kind != pbx::EventKind::Moved) return;
        ++changes_;
        const std::uint32_t line = event.address.index;
        switch (event.to) {
            case pbx::ConnState::Offered:
                connections_[line] = event.connection;
                place(pbx::OrderKind::Accept, line);
                return later(crowd_.ringing(), Does::Answer, line);
            case pbx::ConnState::Connected:
                if (!Crowd::calls(line)) return;
                connections_[line] = event.connection;
                return later(crowd_.talking(), Does::HangUp, line);
            case pbx::ConnState::Cleared: return place(pbx::OrderKind::Clear, line);
            case pbx::ConnState::Null: return over(line);
            case pbx::ConnState::BusyTone:
            case pbx::ConnState::Intercepted: ++wrong_; return;
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
            case Does::Answer: return place(pbx::OrderKind::Answer, line);
            case Does::HangUp: return place(pbx::OrderKind::Clear, line);
        }
    }
    void call() {
        const std::uint32_t caller = crowd_.take_caller();
        const std::uint32_t called = crowd_.take_called();
        exchange_.place({.kind = pbx::OrderKind::Originate,
                         .address = {caller},
                         .digits = crowd_.number(called)});
    }
    void place(pbx::OrderKind kind, std::uint32_t line) {
        exchange_.place({.kind = kind, .connection = connections_[line]});
    }
    void later(pbx::Duration span, Does what, std::uint32_t line) {
        exchange_.scheduler().set(span, *this, static_cast<std::uint32_t>(what), line);
    }

    pbx::Exchange exchange_;
    std::optional<pbx::Recorder<decltype(Kept::events)>> recorder_;
    Crowd crowd_;
    std::vector<pbx::ConnectionId> connections_;  // by line
    std::uint32_t at_once_;
    std::uint64_t left_ = 0, open_ = 0;
    std::uint64_t ended_ = 0, changes_ = 0, wrong_ = 0;
};

}  // namespace pbxlab::bench
