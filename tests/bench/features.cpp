// Each operation of a line, again and again between the same few lines. Where it takes a call of
// its own, the call is part of the piece: features/call is what that costs alone.
#include <array>

#include "tests/bench/course.h"

namespace pbxlab::lines {
namespace {

using bench::Course;
using bench::must;
using bench::nothing_to_prepare;
using bench::usual_plan;
using Seat = BenchOffice::Seat;

void talk(BenchOffice& office) { office.connect(0, 1); }

std::uint64_t call(BenchOffice& office) {
    office.connect(0, 1);
    office.drop(0);
    office.must_be_idle();
    return 1;
}

std::uint64_t hold(BenchOffice& office) {
    const Seat& seat = office.seat(0);
    office.ask(seat.app->hold(seat.call));
    office.ask(seat.app->unhold(seat.call));
    return 1;
}

// The first seat has a call on hold and one that is active; the second, whose call is held, has no
// other to remember it by.
void talk_twice(BenchOffice& office) {
    office.connect(0, 1);
    Seat& seat = office.seat(0);
    const HCall held = seat.call;
    office.ask(seat.app->hold(held));
    office.connect(0, 2);
    office.join(0, "memory.exe", LINECALLPRIVILEGE_MONITOR);
    office.seat(3).call = held;
}
std::uint64_t swap(BenchOffice& office) {
    HCall& active = office.seat(0).call;
    HCall& held = office.seat(3).call;
    office.ask(office.seat(0).app->swap_hold(active, held));
    std::swap(active, held);
    return 1;
}

std::uint64_t blind_transfer(BenchOffice& office) {
    office.connect(0, 1);
    const Seat& seat = office.seat(1);
    office.ask(seat.app->blind_transfer(seat.call, BenchOffice::number(2).c_str(), 0));
    office.answer(2);
    office.drop(0);
    office.must_be_idle();
    return 1;
}

std::uint64_t consultation_transfer(BenchOffice& office) {
    office.connect(0, 1);
    const Seat& seat = office.seat(1);
    const HCall held = seat.call;
    HCall consultation = kNoCall;
    office.ask(seat.app->setup_transfer(held, &consultation, nullptr));
    office.ask(seat.app->dial(consultation, BenchOffice::number(2).c_str(), 0));
    office.answer(2);
    office.ask(seat.app->complete_transfer(held, consultation, nullptr, LINETRANSFERMODE_TRANSFER));
    office.drop(0);
    office.must_be_idle();
    return 1;
}

std::uint64_t conference(BenchOffice& office) {
    office.connect(0, 1);
    const Seat& seat = office.seat(0);
    HCall conference = kNoCall;
    HCall consultation = kNoCall;
    office.ask(
        seat.app->setup_conference(seat.call, kNoLine, &conference, &consultation, 3, nullptr));
    office.ask(seat.app->dial(consultation, BenchOffice::number(2).c_str(), 0));
    office.answer(2);
    office.ask(seat.app->add_to_conference(conference, consultation));
    office.ask(seat.app->drop(conference));
    office.must_be_idle();
    return 1;
}

void talk_by_an_orbit(BenchOffice& office) {
    must(office.exchange().add_orbit("701").has_value(), "an orbit was refused");
    talk(office);
}
std::uint64_t park(BenchOffice& office) {
    Seat& seat = office.seat(1);
    office.ask(seat.app->park(seat.call, LINEPARKMODE_DIRECTED, "701", nullptr));
    office.ask(seat.app->unpark(seat.line, 0, &seat.call, "701"));
    return 1;
}

std::uint64_t pickup(BenchOffice& office) {
    office.ring(0, 1);
    Seat& seat = office.seat(2);
    office.ask(seat.app->pickup(seat.line, 0, &seat.call, BenchOffice::number(1).c_str(), nullptr));
    office.drop(0);
    office.must_be_idle();
    return 1;
}

std::uint64_t redirect(BenchOffice& office) {
    office.ring(0, 1);
    const Seat& seat = office.seat(1);
    office.ask(seat.app->redirect(seat.call, BenchOffice::number(2).c_str(), 0));
    office.answer(2);
    office.drop(0);
    office.must_be_idle();
    return 1;
}

std::uint64_t forward(BenchOffice& office) {
    const Seat& seat = office.seat(1);
    HCall consultation = kNoCall;
    const ForwardList list{
        .entries = {{.mode = LINEFORWARDMODE_UNCOND, .dest_address = BenchOffice::number(2)}}};
    office.ask(seat.app->forward(seat.line, false, 0, &list, 3, &consultation, nullptr));
    office.ask(seat.app->forward(seat.line, false, 0, nullptr, 3, &consultation, nullptr));
    return 1;
}

BenchOffice::Plan no_waiting() {
    BenchOffice::Plan plan;
    plan.policy.call_waiting = false;
    return plan;
}
void be_busy(BenchOffice& office) {
    must(office.exchange().phone_lift(office.station(1)) == pbx::Refusal::None, "no dial tone");
    office.settle();
}
std::uint64_t completion(BenchOffice& office) {
    office.ring(0, 1);
    const Seat& seat = office.seat(0);
    std::uint32_t request = 0;
    office.ask(seat.app->complete_call(seat.call, &request, LINECALLCOMPLMODE_CALLBACK, 0));
    office.ask(seat.app->uncomplete_call(seat.line, request));
    return 1;
}

void talk_by_an_agent(BenchOffice& office) {
    office.join(1, "agent.exe", LINECALLPRIVILEGE_OWNER);
    talk(office);
}
// To the other application of the line, and back.
std::uint64_t handoff(BenchOffice& office) {
    const Seat& front = office.seat(1);
    const Seat& agent = office.seat(3);
    const HCall given = front.call;
    must(front.app->hand_off(given, "agent.exe", 0) == 0, "the call was not handed on");
    must(front.app->deallocate_call(given) == 0, "the call was not given up");
    office.settle();
    const HCall back = agent.call;
    must(agent.app->hand_off(back, "phone.exe", 0) == 0, "the call was not handed back");
    must(agent.app->deallocate_call(back) == 0, "the call was not given up");
    office.settle();
    return 1;
}

std::uint64_t secure(BenchOffice& office) {
    office.connect(0, 1);
    const Seat& seat = office.seat(0);
    office.ask(seat.app->secure_call(seat.call));
    office.drop(0);
    office.must_be_idle();
    return 1;
}

void listen(BenchOffice& office) {
    talk(office);
    const Seat& seat = office.seat(1);
    must(seat.app->monitor_digits(seat.call, LINEDIGITMODE_DTMF) == 0, "digits are not told");
    office.settle();
}
std::uint64_t digits(BenchOffice& office) {
    const Seat& seat = office.seat(0);
    must(seat.app->generate_digits(seat.call, LINEDIGITMODE_DTMF, "123#", 0) == 0, "no digits");
    const std::uint64_t before = office.messages();
    office.settle();
    must(office.messages() == before + 5, "digits were lost");
    return 4;
}

constexpr std::array kCourses = {
    Course{"features/call", "call", usual_plan, nothing_to_prepare, call},
    Course{"features/hold", "hold and unhold", usual_plan, talk, hold},
    Course{"features/swap", "swap", usual_plan, talk_twice, swap},
    Course{"features/blind-transfer", "transferred call", usual_plan, nothing_to_prepare,
           blind_transfer},
    Course{"features/consultation-transfer", "transferred call", usual_plan, nothing_to_prepare,
           consultation_transfer},
    Course{"features/conference", "conference of three", usual_plan, nothing_to_prepare,
           conference},
    Course{"features/park", "park and unpark", usual_plan, talk_by_an_orbit, park},
    Course{"features/pickup", "call that is picked up", usual_plan, nothing_to_prepare, pickup},
    Course{"features/redirect", "redirected call", usual_plan, nothing_to_prepare, redirect},
    Course{"features/forward", "forwarding set and cancelled", usual_plan, nothing_to_prepare,
           forward},
    Course{"features/completion", "busy call completed and not", no_waiting, be_busy, completion},
    Course{"features/handoff", "handoff there and back", usual_plan, talk_by_an_agent, handoff},
    Course{"features/secure", "secured call", usual_plan, nothing_to_prepare, secure},
    Course{"features/digits", "digit", usual_plan, listen, digits},
};

}  // namespace
}  // namespace pbxlab::lines

namespace pbxlab::bench {

void add_features(Cases& cases) {
    for (const Course& course : lines::kCourses) add_course(cases, course);
}

}  // namespace pbxlab::bench
