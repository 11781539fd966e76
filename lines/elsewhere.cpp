// linePark, lineUnpark and linePickup (nf-tapi-lineparkw, nf-tapi-lineunparkw,
// nf-tapi-linepickupw).
#include <algorithm>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

// How long an address can be that finds room in the VARSTRING, its terminator counted.
std::uint32_t room_for(const VarString& text, std::uint32_t fixed) {
    constexpr std::uint32_t kCharacter = sizeof(char16_t);
    const std::uint32_t characters =
        text.total_size < fixed ? 0 : (text.total_size - fixed) / kCharacter;
    return characters == 0 ? 0 : characters - 1;
}

Subject about_address(Core& core, std::uint32_t app, HLine line, std::uint32_t address_id) {
    Subject subject{.core = core, .app = app, .line = line, .address_id = address_id};
    subject.find();
    return subject;
}

// Which of the pickups without a number or a group the line offers.
std::uint8_t picks_of(const Subject& subject) {
    const std::uint32_t offered = subject.profile().address_features;
    const bool any = (offered & kPickupKinds) == 0;  // only LINEADDRFEATURE_PICKUP: any may work
    return static_cast<std::uint8_t>(
        (any || (offered & LINEADDRFEATURE_PICKUPWAITING) != 0 ? pbx::kPickWaiting : 0U) |
        (any || (offered & LINEADDRFEATURE_PICKUPGROUP) != 0 ? pbx::kPickGroup : 0U) |
        (any || (offered & LINEADDRFEATURE_PICKUPHELD) != 0 ? pbx::kPickHeld : 0U));
}

}  // namespace

LineResult Application::park(HCall call, std::uint32_t park_mode, const char* address,
                             VarString* chosen) {
    const bool directed = park_mode == LINEPARKMODE_DIRECTED;
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = call,
                    .value = park_mode,
                    .pointer = directed
                                   ? address != nullptr
                                   : park_mode != LINEPARKMODE_NONDIRECTED || chosen != nullptr};
    subject.find();
    subject.has_number = directed;
    if (directed && address != nullptr) subject.number = parse_dial_string(address);
    subject.fixed_size = fixed_size(Structure::VarString, kTapi20);
    if (!directed && chosen != nullptr) subject.total_size = chosen->total_size;
    if (const LineResult refusal = core_->refuse(Op::Park, subject); refusal != 0) return refusal;
    pbx::Order order{.kind = pbx::OrderKind::Park, .connection = subject.leg->connection};
    if (directed) {
        order.digits = subject.number.digits;
        return core_->submit(Op::Park, subject, order);
    }
    order.longest_number = chosen != nullptr ? room_for(*chosen, subject.fixed_size) : 0;
    return core_->submit_choice(Op::Park, subject, order, chosen);
}

LineResult Application::unpark(HLine line, std::uint32_t address_id, HCall* call,
                               const char* address) {
    Subject subject = about_address(*core_, index_, line, address_id);
    subject.pointer = call != nullptr && address != nullptr;
    subject.has_number = true;
    if (address != nullptr) subject.number = parse_dial_string(address);
    if (const LineResult refusal = core_->refuse(Op::Unpark, subject); refusal != 0) return refusal;
    return core_->submit_call(Op::Unpark, subject,
                              {.kind = pbx::OrderKind::Unpark,
                               .address = core_->address_of(*subject.line_device, address_id),
                               .digits = subject.number.digits,
                               .may_fail = subject.profile().unpark_error == 0},
                              {.call = call});
}

LineResult Application::pickup(HLine line, std::uint32_t address_id, HCall* call,
                               const char* address, const char* group) {
    Subject subject = about_address(*core_, index_, line, address_id);
    subject.pointer = call != nullptr;
    subject.has_number = address != nullptr;
    if (address != nullptr) subject.number = parse_dial_string(address);
    subject.has_group = group != nullptr;
    if (group != nullptr) {
        const auto members = core_->exchange.pickup_group(group);
        if (!members.empty()) subject.group_of = members.front();
    }
    if (const LineResult refusal = core_->refuse(Op::Pickup, subject); refusal != 0) return refusal;
    return core_->submit_call(Op::Pickup, subject,
                              {.kind = pbx::OrderKind::PickUp,
                               .address = core_->address_of(*subject.line_device, address_id),
                               .group_of = subject.group_of,
                               .digits = subject.number.digits,
                               .picks = picks_of(subject)},
                              {.call = call});
}

}  // namespace pbxlab::lines
