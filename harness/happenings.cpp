#include "harness/happenings.h"

#include <utility>

#include "harness/world.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kKeptRows = 512;  // more than a ladder shows

// What the party at this end hears or does.
std::string_view state_word(pbx::ConnState state) {
    using State = pbx::ConnState;
    switch (state) {
        case State::Null: return "idle";
        case State::Seized:
        case State::DialTone:
        case State::Dialing:
        case State::Routing: return "calling";
        case State::Delivered: return "hearsRinging";
        case State::BusyTone:
        case State::Camping: return "hearsBusy";
        case State::Intercepted: return "hearsInformation";
        case State::Offered:
        case State::Accepted: return "ringing";
        case State::Connected: return "talking";
        case State::Held: return "held";
        case State::Cleared: return "cleared";
        case State::Bridged: return "inUse";
        case State::Forming: return "calling";
        case State::Conferenced: return "talking";
    }
    return "idle";
}

bool changes_state(pbx::EventKind kind) {
    return kind == pbx::EventKind::Moved || kind == pbx::EventKind::FarHeld ||
           kind == pbx::EventKind::FarRetrieved;
}

}  // namespace

std::string_view outside_word(const pbx::Connection* connection) {
    if (connection == nullptr) return "idle";
    if (connection->state == pbx::ConnState::Connected && connection->far_held) return "held";
    return state_word(connection->state);
}

void Happenings::attach(World& world, const MessageLog& log) {
    world_ = &world;
    log_ = &log;
}

void Happenings::keep(Happening row) {
    row.after = log_->entries().size();
    if (rows_.size() == kKeptRows) rows_.pop_front();
    rows_.push_back(row);
}

void Happenings::requested(const Step& step, std::uint32_t device) {
    if (world_ == nullptr || device == kNone) return;
    keep({.at = world_->exchange().scheduler().now(), .device = device, .step = &step});
}

void Happenings::on_event(const pbx::Event& event) {
    if (world_ == nullptr) return;
    const pbx::Connection* connection = world_->exchange().find(event.connection);
    const std::uint32_t outside =
        connection != nullptr && connection->outside.valid() ? connection->outside.index : kNone;
    if (traced_) {
        const pbx::Call* call = world_->exchange().find(event.call);
        notes_.push_back({.event = event,
                          .call = call == nullptr ? 0 : call->number,
                          .outside = outside,
                          .after = world_->telephony().last_message()});
    }
    if (!changes_state(event.kind)) return;
    if (outside != kNone) {
        if (outside_words_.size() <= outside)
            outside_words_.resize(outside + std::size_t{1}, "idle");
        const std::string_view word = outside_word(connection);
        if (std::exchange(outside_words_[outside], word) == word) return;
        keep({.at = event.at, .outside = outside, .word = word});
    } else if (event.station.valid() && event.kind == pbx::EventKind::Moved) {
        const std::uint32_t device = world_->device(event.station);
        if (device == kNone || world_->seat_on(device) != kNone) return;
        keep({.at = event.at, .device = device, .word = pbx::name(event.to)});
    }
}

}  // namespace pbxlab::harness
