// Where many take part: chains of forwarding, a conference of 64, applications that monitor a line,
// one message for many applications.
#include <array>

#include "tests/bench/course.h"

namespace pbxlab::lines {
namespace {

using bench::Course;
using bench::must;
using bench::nothing_to_prepare;
using bench::usual_plan;
using Seat = BenchOffice::Seat;

template <std::uint32_t Length>
BenchOffice::Plan chain_plan() {
    BenchOffice::Plan plan{.lines = Length + 2};
    plan.policy.most_diversions = Length;
    return plan;
}
// All but the first and the last are forwarded to the next.
template <std::uint32_t Length>
void forward_all(BenchOffice& office) {
    for (std::uint32_t device = 1; device <= Length; ++device) {
        const auto address = office.exchange().find_address(BenchOffice::number(device));
        office.exchange().set_forwarding(
            *address,
            {.rules = {{.when = pbx::ForwardWhen::Always, .to = BenchOffice::number(device + 1)}}});
    }
    office.settle();
}
template <std::uint32_t Length>
std::uint64_t call_along(BenchOffice& office) {
    office.ring(0, 1);
    for (std::uint32_t i = 0; i < Length; i += 10) office.settle();
    office.answer(Length + 1);
    office.drop(0);
    office.must_be_idle();
    return 1;
}

constexpr std::uint32_t kParties = 64;
BenchOffice::Plan conference_plan() {
    return {.lines = kParties, .address = {.max_conference = kParties}};
}
std::uint64_t conference(BenchOffice& office) {
    office.connect(0, 1);
    const Seat& seat = office.seat(0);
    HCall conference = kNoCall;
    HCall consultation = kNoCall;
    for (std::uint32_t party = 2; party < kParties; ++party) {
        office.ask(party == 2
                       ? seat.app->setup_conference(seat.call, kNoLine, &conference, &consultation,
                                                    kParties, nullptr)
                       : seat.app->prepare_add_to_conference(conference, &consultation, nullptr));
        office.ask(seat.app->dial(consultation, BenchOffice::number(party).c_str(), 0));
        office.answer(party);
        office.ask(seat.app->add_to_conference(conference, consultation));
    }
    office.ask(seat.app->drop(conference));
    office.must_be_idle();
    return kParties;
}

void add_monitors(BenchOffice& office) {
    for (int i = 0; i < 10; ++i) office.join(1, "monitor.exe", LINECALLPRIVILEGE_MONITOR);
}
std::uint64_t call(BenchOffice& office) {
    office.connect(0, 1);
    office.drop(0);
    office.must_be_idle();
    return 1;
}

constexpr std::uint32_t kAudience = 100;
void add_audience(BenchOffice& office) {
    for (std::uint32_t i = 0; i < kAudience; ++i) {
        const std::size_t number = office.join(1, "listener.exe", LINECALLPRIVILEGE_NONE);
        const Seat& seat = office.seat(number);
        must(seat.app->set_status_messages(
                 seat.line, LINEDEVSTATE_MSGWAITON | LINEDEVSTATE_MSGWAITOFF, 0) == 0,
             "nobody listens");
    }
}
std::uint64_t lamp(BenchOffice& office) {
    const std::uint64_t before = office.messages();
    for (const bool waiting : {true, false}) {
        office.exchange().set_message_waiting(office.station(1), waiting);
        office.settle();
    }
    const std::uint64_t told = office.messages() - before;
    must(told == std::uint64_t{2} * kAudience, "somebody was not told");
    return told;
}

constexpr std::array kCourses = {
    Course{"together/forwarded-5", "call along a chain of 5", chain_plan<5>, forward_all<5>,
           call_along<5>},
    Course{"together/forwarded-50", "call along a chain of 50", chain_plan<50>, forward_all<50>,
           call_along<50>, 50},
    Course{"together/conference-64", "party of a conference of 64", conference_plan,
           nothing_to_prepare, conference, 3},
    Course{"together/ten-monitors", "call on a line with ten monitors", usual_plan, add_monitors,
           call},
    Course{"together/fan-out", "message, one of 100 that are alike", usual_plan, add_audience, lamp,
           100},
};

}  // namespace
}  // namespace pbxlab::lines

namespace pbxlab::bench {

void add_together(Cases& cases) {
    for (const Course& course : lines::kCourses) add_course(cases, course);
}

}  // namespace pbxlab::bench
