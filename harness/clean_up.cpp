#include <fmt/format.h>

#include "harness/ending.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

constexpr pbx::Duration kBound =
    std::chrono::minutes{10};  // simulated, for each part of the clean-up
constexpr int kHandActs = 64;  // of one person

void run_quiet(Run& run) {
    const pbx::SimTime until = run.now() + kBound;
    while (run.advance(until)) {
    }
}

// The same of an application of TAPI 3.
void find_objects(Run& run, std::uint32_t seat) {
    std::vector<lines::tapi3::Address*> addresses;
    if (run.world.seats()[seat].tapi->EnumerateAddresses(&addresses) != 0) return;
    for (lines::tapi3::Address* address : addresses) {
        std::vector<lines::tapi3::Ref<lines::tapi3::Call>> calls;
        if (address->EnumerateCalls(&calls) != 0) continue;
        for (const auto& call : calls) run.record(seat, *call);
    }
}

// Handles that were not seen yet: calls that an application may monitor and never asked for.
void find_calls(Run& run, std::uint32_t seat) {
    const Seat& owner = run.world.seats()[seat];
    if (owner.is_tapi3()) return find_objects(run, seat);
    for (const Opened& open : owner.opens) {
        lines::CallList list;
        if (owner.app->get_new_calls(open.line, 0, lines::LINECALLSELECT_LINE, &list) < 0) continue;
        for (const lines::HCall call : list.calls) run.given(seat, call);
    }
}

void disconnect(const CallRecord& call) {
    std::uint32_t state = lines::CS_IDLE;
    std::uint32_t privilege = lines::CP_MONITOR;
    if (!call.object || call.object->get_CallState(&state) != 0 ||
        call.object->get_Privilege(&privilege) != 0)
        return;
    if (privilege == lines::CP_OWNER && state != lines::CS_IDLE)
        (void)call.object->Disconnect(lines::DC_NORMAL);
}

void hang_up_phones(Run& run) {
    for (std::uint32_t device = 0; device < run.world.line_names().size(); ++device)
        put_down(run.world.exchange(), run.world.station(device));
}

void hang_up_outside(Run& run) {
    for (const std::string& name : run.world.outside_names()) {
        if (const auto party = run.world.outside(name))
            run.world.exchange().outside_hangs_up(*party);
    }
}

void let_go(Run& run) {
    deallocate(run.world, run.log);
    for (Seat& seat : run.world.seats()) {
        if (seat.is_tapi3()) {
            seat.tapi->Shutdown();
            continue;
        }
        for (const Opened& open : seat.opens) seat.app->close(open.line);
        seat.app->shutdown();
    }
}

std::string leaked_handle(Run& run) {
    for (std::uint32_t i = 0; i < run.log.calls().size(); ++i) {
        const CallRecord& call = run.log.calls()[i];
        const Seat& seat = run.world.seats()[call.seat];
        if (seat.is_tapi3() && seat.tapi->call(static_cast<std::uint32_t>(call.handle)) != nullptr)
            return fmt::format(
                "the object of {} of application {} is still there after its release",
                run.log.call_name(i), seat.name);
        if (seat.is_tapi3()) continue;
        if (seat.app->line_of(call.handle) == lines::kNoLine) continue;
        return fmt::format("a handle to {} of application {} is still live after its shutdown",
                           run.log.call_name(i), seat.name);
    }
    return {};
}

// What still lives, in words; empty when nothing does.
std::string leak(Run& run) {
    const pbx::Exchange& exchange = run.world.exchange();
    if (exchange.connection_count() > 0) {
        return fmt::format("{} connections in the switch", exchange.connection_count());
    }
    if (exchange.order_count() > 0)
        return fmt::format("{} orders in the switch", exchange.order_count());
    if (exchange.scheduler().size() > 0)
        return fmt::format("{} timers", exchange.scheduler().size());
    return leaked_handle(run);
}

}  // namespace

void deallocate(World& world, MessageLog& log) {
    for (CallRecord& call : log.calls()) {
        if (world.seats()[call.seat].is_tapi3()) {
            call.object.reset();
        } else {
            world.seats()[call.seat].app->deallocate_call(call.handle);
        }
    }
}

void drop_own_calls(World& world, const MessageLog& log) {
    for (const CallRecord& call : log.calls()) {
        if (world.seats()[call.seat].is_tapi3()) {
            disconnect(call);
            continue;
        }
        lines::Application& app = *world.seats()[call.seat].app;
        lines::CallStatus status;
        if (app.get_call_status(call.handle, &status) < 0) continue;
        const bool own = (status.call_privilege & lines::LINECALLPRIVILEGE_OWNER) != 0;
        if (own && status.call_state != lines::LINECALLSTATE_IDLE) app.drop(call.handle);
    }
}

// Also the calls that no application can drop: a held one is fetched back first.
void put_down(pbx::Exchange& exchange, pbx::StationId station) {
    exchange.set_service(station, true);
    for (int acts = 0; acts < kHandActs && exchange.station(station).first.valid(); ++acts) {
        if (exchange.phone_hang_up(station) != pbx::Refusal::None &&
            exchange.phone_flash(station) != pbx::Refusal::None) {
            break;
        }
    }
}

void clean_up(Run& run) {
    if (run.over()) return;
    run.step = nullptr;
    run.stop_recording();
    for (std::uint32_t seat = 0; seat < run.world.seats().size(); ++seat) find_calls(run, seat);
    drop_own_calls(run.world, run.log);
    hang_up_outside(run);
    run_quiet(run);
    hang_up_phones(run);
    run_quiet(run);
    let_go(run);
    run_quiet(run);
    if (run.over()) return;
    const std::string left = leak(run);
    if (!left.empty()) {
        run.fail(
            {.what = "something is left when every application, person and outside party has gone",
             .expected = "nothing",
             .got = left});
    }
}

}  // namespace pbxlab::harness
