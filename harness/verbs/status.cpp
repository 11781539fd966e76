// Capabilities, status and messages of lines and addresses.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

using namespace lines;

namespace {

// A message that was taken by hand would be missing from the log, so it is only tried when none
// waits.
LineResult get_message(Ask& ask) {
    ask.run.drain();
    Message message;
    return ask.app().get_message(ask.step.null_pointer ? nullptr : &message);
}

LineResult get_dev_caps(Ask& ask) {
    DevCaps caps;
    return ask.fill(caps, [&ask](DevCaps* to) {
        return ask.app().get_dev_caps(ask.device_id(), ask.version(), 0, to);
    });
}

LineResult get_address_caps(Ask& ask) {
    AddressCaps caps;
    return ask.fill(caps, [&ask](AddressCaps* to) {
        return ask.app().get_address_caps(ask.device_id(), ask.step.address_id.value_or(0),
                                          ask.version(), 0, to);
    });
}

LineResult get_line_dev_status(Ask& ask) {
    LineDevStatus status;
    return ask.fill(
        status, [&ask](LineDevStatus* to) { return ask.app().get_line_dev_status(ask.line, to); });
}

LineResult get_address_status(Ask& ask) {
    AddressStatus status;
    return ask.fill(status, [&ask](AddressStatus* to) {
        return ask.app().get_address_status(ask.line, ask.step.address_id.value_or(0), to);
    });
}

LineResult set_status_messages(Ask& ask) {
    return ask.app().set_status_messages(ask.line, ask.step.raw_bits.value_or(ask.step.line_states),
                                         ask.step.address_states);
}

LineResult get_status_messages(Ask& ask) {
    std::uint32_t line_states = 0;
    std::uint32_t address_states = 0;
    const bool null = ask.step.null_pointer;
    return ask.app().get_status_messages(ask.line, null ? nullptr : &line_states,
                                         null ? nullptr : &address_states);
}

}  // namespace

const std::array<Verb, 7> kStatusVerbs = {{
    {Op::GetMessage, get_message},
    {Op::GetDevCaps, get_dev_caps},
    {Op::GetAddressCaps, get_address_caps},
    {Op::GetLineDevStatus, get_line_dev_status},
    {Op::GetAddressStatus, get_address_status},
    {Op::SetStatusMessages, set_status_messages},
    {Op::GetStatusMessages, get_status_messages},
}};

}  // namespace pbxlab::harness
