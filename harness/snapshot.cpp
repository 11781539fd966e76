#include "harness/conditions.h"
#include "harness/run.h"

namespace pbxlab::harness {

Snapshot Snapshot::of_call(Run& run, std::uint32_t seat, lines::HCall call) {
    Snapshot snapshot{run, seat};
    snapshot.call_ = call;
    return snapshot;
}

Snapshot Snapshot::of_line(Run& run, std::uint32_t seat, std::uint32_t device,
                           std::uint32_t address_id) {
    Snapshot snapshot{run, seat};
    snapshot.device_ = device;
    snapshot.address_id_ = address_id;
    return snapshot;
}

lines::Application& Snapshot::app() { return *run_->world.seats()[seat_].app; }
lines::HLine Snapshot::handle() { return run_->world.seats()[seat_].line_on(device_); }
std::uint32_t Snapshot::version() {
    return run_->world.version_on(run_->world.seats()[seat_], device_);
}

void Snapshot::keep_error(lines::LineResult result) {
    if (result < 0 && error_ == 0) error_ = result;
}

const lines::CallInfo& Snapshot::info() {
    if (!info_) keep_error(app().get_call_info(call_, &info_.emplace()));
    return *info_;
}

const lines::CallStatus& Snapshot::status() {
    if (!status_) keep_error(app().get_call_status(call_, &status_.emplace()));
    return *status_;
}

const lines::AddressStatus& Snapshot::address() {
    if (!address_) keep_error(app().get_address_status(handle(), address_id_, &address_.emplace()));
    return *address_;
}

const lines::LineDevStatus& Snapshot::line() {
    if (!line_) keep_error(app().get_line_dev_status(handle(), &line_.emplace()));
    return *line_;
}

const lines::AddressCaps& Snapshot::address_caps() {
    if (!address_caps_) {
        keep_error(
            app().get_address_caps(device_, address_id_, version(), 0, &address_caps_.emplace()));
    }
    return *address_caps_;
}

const lines::DevCaps& Snapshot::dev_caps() {
    if (!dev_caps_) keep_error(app().get_dev_caps(device_, version(), 0, &dev_caps_.emplace()));
    return *dev_caps_;
}

}  // namespace pbxlab::harness
