// lineForward (nf-tapi-lineforwardw, ns-tapi-lineforwardlist).
#include "lines/forwarding.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "lines/new_call.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kEntrySize = 24;  // of a LINEFORWARD in a list
constexpr std::uint32_t kKinds = 4;       // of callers: modes stand in groups of so many bits

// The addresses that are forwarded.
std::vector<pbx::AddressId> addresses_of(const Subject& subject) {
    const Device& device = *subject.line_device;
    if (!subject.all_addresses) return {subject.core.address_of(device, subject.address_id)};
    std::vector<pbx::AddressId> all;
    for (std::uint32_t i = 0; i < device.addresses.size(); ++i)
        all.push_back(subject.core.address_of(device, i));
    return all;
}

pbx::Forwarding forwarding_of(const Subject& subject, std::uint32_t rings) {
    pbx::Forwarding forwarding;
    if (subject.forwards == nullptr) return forwarding;
    for (const Forward& entry : subject.forwards->entries) {
        if (auto rule = forward_rule(entry)) forwarding.rules.push_back(std::move(*rule));
    }
    const Profile& profile = subject.profile();
    const std::uint32_t least = std::min(profile.min_fwd_num_rings, profile.max_fwd_num_rings);
    forwarding.rings = std::clamp(rings, least, profile.max_fwd_num_rings);
    return forwarding;
}

// Whom calls go to, of several the first; nullptr when they go to nobody.
const Forward* first_destination(const ForwardList* list) {
    if (list == nullptr) return nullptr;
    const auto entry = std::ranges::find_if(
        list->entries, [](const Forward& each) { return !each.dest_address.empty(); });
    return entry != list->entries.end() ? &*entry : nullptr;
}

}  // namespace

std::optional<pbx::ForwardRule> forward_rule(const Forward& entry) {
    constexpr std::uint32_t kModes = 0xFFFF;
    if (!std::has_single_bit(entry.mode) || (entry.mode & kModes) == 0) return std::nullopt;
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(entry.mode));
    const DialString caller = parse_dial_string(entry.caller_address);
    const DialString to = parse_dial_string(entry.dest_address);
    for (const DialString* number : {&caller, &to}) {
        if (!number->well_formed || number->partial || !number->modifiers.empty())
            return std::nullopt;
    }
    return pbx::ForwardRule{.when = static_cast<pbx::ForwardWhen>(bit / kKinds),
                            .whose = static_cast<pbx::ForwardFor>(bit % kKinds),
                            .caller = caller.digits,
                            .to = to.digits};
}

std::uint32_t forward_mode(const pbx::ForwardRule& rule) {
    return 1U << (static_cast<std::uint32_t>(rule.when) * kKinds +
                  static_cast<std::uint32_t>(rule.whose));
}

void fill_forwards(const pbx::Forwarding& forwarding, AddressStatus& status, SizeCount& size) {
    status.forwards.clear();
    for (const pbx::ForwardRule& rule : forwarding.rules) {
        if (!size.fits(kEntrySize)) continue;
        Forward& entry = status.forwards.emplace_back();
        entry.mode = forward_mode(rule);
        entry.caller_address = size.text(rule.caller);
        entry.dest_address = size.text(rule.to);
    }
}

void Core::learn_forwarding(Device& device, std::uint32_t address) {
    const pbx::Forwarding& now = exchange.forwarding(address_of(device, address));
    device.addresses[address].learn(now);
    tell_address(device, address, LINEADDRESSSTATE_FORWARD);
}

LineResult Application::forward(HLine line, bool all_addresses, std::uint32_t address_id,
                                const ForwardList* list, std::uint32_t num_rings, HCall* consult,
                                const CallParams* params) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .address_id = all_addresses ? 0 : address_id,
                    .pointer = consult != nullptr,
                    .params = params,
                    .forwards = list,
                    .all_addresses = all_addresses};
    subject.find();
    if (list != nullptr) {
        subject.total_size = list->total_size;
        subject.fixed_size = fixed_size(Structure::ForwardList, kTapi20) +
                             kEntrySize * static_cast<std::uint32_t>(list->entries.size());
    }
    if (const LineResult refusal = core_->refuse(Op::Forward, subject); refusal != 0)
        return refusal;
    ForwardOrder order{.forwarding = forwarding_of(subject, num_rings),
                       .addresses = addresses_of(subject)};
    const Forward* whom = subject.profile().forward_consult ? first_destination(list) : nullptr;
    if (whom == nullptr) return core_->forward_later(subject, std::move(order), consult);
    subject.number = parse_dial_string(whom->dest_address);
    return core_->submit_call(Op::Forward, subject, new_call(subject),
                              {.call = consult,
                               .params = params,
                               .forward = std::make_unique<ForwardOrder>(std::move(order))});
}

}  // namespace pbxlab::lines
