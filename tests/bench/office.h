// A small office for benchmarks of single features: stations 1001, 1002 ... with an application at
// each line, which gives up its calls when they end, and clears those that the others have ended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines/telephony.h"
#include "switch/exchange.h"

namespace pbxlab::lines {

class BenchOffice {
 public:
    struct Plan {
        std::uint32_t lines = 3;
        pbx::AddressSpec address;  // of all of them, but for the number
        pbx::Policy policy;
    };
    // An application with a line open.
    struct Seat {
        Application* app = nullptr;
        HLine line = kNoLine;
        HCall call = kNoCall;  // the one that it has made, or learned of, last
    };

    explicit BenchOffice(const Plan& plan);

    // One more application at a line, after those that are there; its number.
    std::size_t join(std::uint32_t device, const std::string& module, std::uint32_t privileges);
    Seat& seat(std::size_t number) { return seats_[number]; }
    [[nodiscard]] static std::string number(std::uint32_t device) {
        return std::to_string(1001 + device);
    }
    [[nodiscard]] pbx::StationId station(std::uint32_t device) const {
        return telephony_.station_of(device);
    }
    [[nodiscard]] pbx::Exchange& exchange() { return exchange_; }

    // A request must be taken; then all happens that comes of it.
    void ask(LineResult result);
    // What is due within two seconds.
    void settle();
    // Messages that all applications have fetched so far.
    [[nodiscard]] std::uint64_t messages() const { return messages_; }

    // The first calls the second, which rings; and which answers.
    void ring(std::uint32_t caller, std::uint32_t called);
    void answer(std::uint32_t called);
    void connect(std::uint32_t caller, std::uint32_t called) {
        ring(caller, called);
        answer(called);
    }
    void drop(std::size_t number) { ask(seats_[number].app->drop(seats_[number].call)); }
    // Nobody is in a call.
    void must_be_idle() const;

 private:
    void fetch();
    void take(Seat& seat, const Message& message);

    pbx::Exchange exchange_;
    Telephony telephony_;
    std::vector<Seat> seats_;
    std::uint64_t seen_ = 0, messages_ = 0;
};

}  // namespace pbxlab::lines

namespace pbxlab::bench {
using lines::BenchOffice;
}  // namespace pbxlab::bench
