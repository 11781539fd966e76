#include "harness/happenings.h"

#include <utility>

#include <fmt/format.h>

#include "harness/words.h"
#include "harness/world.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kKeptRows = 512;  // more than a ladder shows
constexpr std::size_t kKeptFaults = 5;

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
    rows_.push_back(std::move(row));
}

void Happenings::requested(const Step& step, std::uint32_t device) {
    if (world_ == nullptr || device == kNone) return;
    keep({.at = world_->exchange().scheduler().now(), .device = device, .step = &step});
}

void Happenings::on_fault(const lines::FaultFired& fired) {
    if (world_ == nullptr) return;
    ++faults_fired_;
    const FaultWords& words = *world_->faults().faults()[fired.fault].words;
    const std::string what = fired.message ? message_text(*fired.message)
                             : fired.op    ? std::string{lines::operation(*fired.op).word}
                                           : std::string{};
    if (fault_texts_.size() == kKeptFaults) fault_texts_.pop_front();
    fault_texts_.push_back(fmt::format("fault at {} s: {}{}{}", time_text(fired.at),
                                       fault_text(words), what.empty() ? "" : ": ", what));
    if (fired.device < world_->line_names().size()) {
        keep({.at = fired.at, .device = fired.device, .text = "!" + fault_text(words)});
        // What was sent before it, in the same event, is still to be taken into the log.
        const auto& entries = log_->entries();
        rows_.back().after += fired.after - (entries.empty() ? 0 : entries.back().message.sequence);
    }
    if (traced_) notes_.push_back({.event = {}, .after = fired.after, .fault = fired});
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
