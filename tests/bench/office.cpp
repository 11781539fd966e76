#include "tests/bench/office.h"

#include "tests/bench/work.h"

namespace pbxlab::lines {

using bench::must;

BenchOffice::BenchOffice(const Plan& plan)
    : exchange_{{.policy = plan.policy, .default_media = LINEMEDIAMODE_INTERACTIVEVOICE}},
      telephony_{exchange_} {
    seats_.reserve(plan.lines + 128);
    for (std::uint32_t device = 0; device < plan.lines; ++device) {
        const auto station = exchange_.add_station({.name = "line " + std::to_string(device + 1)});
        pbx::AddressSpec spec = plan.address;
        spec.number = number(device);
        must(exchange_.add_address(station, spec).has_value(), "a number was refused");
        telephony_.add_line(station, Profile{});
        join(device, "phone.exe", LINECALLPRIVILEGE_OWNER);
    }
}

std::size_t BenchOffice::join(std::uint32_t device, const std::string& module,
                              std::uint32_t privileges) {
    Seat& seat = seats_.emplace_back();
    must(telephony_.initialize({.module = module}, &seat.app) == 0, "an application was refused");
    must(seat.app->open(device, &seat.line, kTapi22, 0, 0, privileges,
                        LINEMEDIAMODE_INTERACTIVEVOICE, nullptr) == 0,
         "a line could not be opened");
    return seats_.size() - 1;
}

void BenchOffice::ask(LineResult result) {
    must(result > 0, "a request was refused");
    settle();
}

void BenchOffice::settle() {
    pbx::Scheduler& clock = exchange_.scheduler();
    const pbx::SimTime until = clock.now() + std::chrono::seconds{2};
    fetch();
    while (clock.next_due() && *clock.next_due() <= until) {
        clock.step();
        fetch();
    }
    clock.idle_until(until);
}

void BenchOffice::fetch() {
    while (telephony_.last_message() != seen_) {
        seen_ = telephony_.last_message();
        for (Seat& seat : seats_) {
            for (Message message; seat.app->get_message(&message) == 0;) take(seat, message);
        }
    }
}

void BenchOffice::take(Seat& seat, const Message& message) {
    ++messages_;
    const HCall call{message.device};
    if (message.id == LINE_REPLY) must(message.param2 == 0, "a request failed");
    if (message.id == LINE_APPNEWCALL) seat.call = HCall{message.param2};
    if (message.id != LINE_CALLSTATE) return;
    if (message.param1 == LINECALLSTATE_IDLE) {
        must(seat.app->deallocate_call(call) == 0, "a call could not be given up");
    } else if (message.param1 == LINECALLSTATE_DISCONNECTED) {
        seat.app->drop(call);
    }
}

void BenchOffice::ring(std::uint32_t caller, std::uint32_t called) {
    Seat& from = seats_[caller];
    ask(from.app->make_call(from.line, &from.call, number(called).c_str(), 0, nullptr));
}

void BenchOffice::answer(std::uint32_t called) {
    ask(seats_[called].app->answer(seats_[called].call));
}

void BenchOffice::must_be_idle() const {
    must(exchange_.connection_count() == 0, "a call was left over");
}

}  // namespace pbxlab::lines
