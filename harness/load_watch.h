// Sees at the switch how the first call of each life of a load goes: when it was asked for, rang,
// was answered and ended, whether it waited in a queue, and why it did not get through.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "harness/load_figures.h"
#include "harness/load_histogram.h"
#include "harness/runner.h"
#include "switch/exchange.h"

namespace pbxlab::harness {

class LoadWatch : public pbx::Observer {
 public:
    static constexpr std::size_t kNobody = ~std::size_t{0};

    // `copies`: so many lives can go on at a time.
    LoadWatch(const pbx::Exchange& exchange, std::size_t copies);
    void belongs(pbx::StationId station, std::size_t copy);
    void belongs(pbx::OutsideId party, std::size_t copy);

    // Where the first call of a life stands.
    enum class Way : std::uint8_t { None, Asked, Answered, Over, Blocked, Abandoned };
    void begin(std::size_t copy) { calls_[copy] = {}; }
    // What became of it, once its life is over. One whose first request found no room is blocked,
    // too; one that failed otherwise has not given up, whatever its telephone did then.
    Way end(std::size_t copy, const std::optional<Failure>& failure);
    [[nodiscard]] Way way(std::size_t copy) const { return calls_[copy].way; }
    // Whose call has been blocked; for who looks after them to take.
    [[nodiscard]] std::vector<std::size_t>& blocked() { return blocked_; }
    // Whose call was last offered at a station that belongs to nobody; kNobody: none.
    [[nodiscard]] std::size_t at(pbx::StationId station) const;

    // `arriving`: the time in which lives began.
    void fill(LoadCounts& counts, pbx::Duration arriving) const;

    void on_event(const pbx::Event& event) override;

 private:
    struct Call {
        pbx::ConnectionId caller;
        pbx::SimTime asked, rang, queued;
        Way way = Way::None;
        bool has_rung = false, has_queued = false;
        pbx::Cause cause = pbx::Cause::None;
    };
    [[nodiscard]] std::size_t copy_of(const pbx::Connection& connection) const;
    void moved(std::size_t copy, const pbx::Event& event);
    void offered(const pbx::Event& event);
    void ring(Call& call, pbx::SimTime at);
    void answer(Call& call, pbx::SimTime at);
    void fail(std::size_t copy, pbx::Cause cause);
    void gone(std::size_t copy, const pbx::Event& event);
    [[nodiscard]] std::uint64_t thousandths(std::uint64_t calls, pbx::Duration arriving) const;

    const pbx::Exchange& exchange_;
    std::vector<Call> calls_;              // by copy
    std::vector<std::size_t> stations_;    // copy, by station
    std::vector<std::size_t> parties_;     // by party outside
    std::vector<std::size_t> at_station_;  // whose call, by station that is nobody's
    std::vector<std::size_t> blocked_;
    Histogram set_up_, answer_, queue_;
    std::array<std::uint64_t, 32> causes_{};  // blocked calls, by cause
    std::uint64_t begun_ = 0, set_up_calls_ = 0, abandoned_ = 0, queued_calls_ = 0;
    std::uint64_t held_ = 0,
                  held_calls_ = 0;  // microseconds that calls took, and how many that was
};

// How many trunks are in use, over time.
class TrunkWatch {
 public:
    void pass(pbx::Duration time, std::uint32_t used, std::uint32_t trunks) {
        const auto micros = static_cast<std::uint64_t>(time.count());
        time_ += micros;
        sum_ += micros * used;
        if (used >= trunks) all_busy_ += micros;
        if (micros > 0 && used > peak_) peak_ = used;
    }
    [[nodiscard]] TrunkUse use(std::uint32_t trunks) const;

 private:
    std::uint64_t time_ = 0, sum_ = 0, all_busy_ = 0;
    std::uint32_t peak_ = 0;
};

// part * scale / whole, of large numbers; 0 of nothing.
[[nodiscard]] std::uint64_t scaled(std::uint64_t part, std::uint64_t whole, std::uint64_t scale);

}  // namespace pbxlab::harness
