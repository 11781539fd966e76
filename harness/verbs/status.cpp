// Capabilities, status and messages of lines and addresses.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

// A message that was taken by hand would be missing from the log, so it is only tried when none
// waits.
lines::LineResult get_message(Ask& ask) {
    ask.run.drain();
    lines::Message message;
    return ask.app().get_message(ask.step.null_pointer ? nullptr : &message);
}

lines::LineResult get_dev_caps(Ask& ask) {
    lines::DevCaps caps;
    return ask.fill(caps, [&ask](lines::DevCaps* to) {
        return ask.app().get_dev_caps(ask.device_id(), ask.version(), 0, to);
    });
}

lines::LineResult get_address_caps(Ask& ask) {
    lines::AddressCaps caps;
    return ask.fill(caps, [&ask](lines::AddressCaps* to) {
        return ask.app().get_address_caps(ask.device_id(), ask.step.address_id.value_or(0),
                                          ask.version(), 0, to);
    });
}

lines::LineResult get_line_dev_status(Ask& ask) {
    lines::LineDevStatus status;
    return ask.fill(status, [&ask](lines::LineDevStatus* to) {
        return ask.app().get_line_dev_status(ask.line, to);
    });
}

lines::LineResult get_address_status(Ask& ask) {
    lines::AddressStatus status;
    return ask.fill(status, [&ask](lines::AddressStatus* to) {
        return ask.app().get_address_status(ask.line, ask.step.address_id.value_or(0), to);
    });
}

lines::LineResult set_status_messages(Ask& ask) {
    return ask.app().set_status_messages(ask.line, ask.step.raw_bits.value_or(ask.step.line_states),
                                         ask.step.address_states);
}

lines::LineResult get_status_messages(Ask& ask) {
    std::uint32_t line_states = 0;
    std::uint32_t address_states = 0;
    const bool null = ask.step.null_pointer;
    return ask.app().get_status_messages(ask.line, null ? nullptr : &line_states,
                                         null ? nullptr : &address_states);
}

lines::LineResult set_line_dev_status(Ask& ask) {
    return ask.app().set_line_dev_status(ask.line, ask.step.status_flags.value_or(0),
                                         ask.step.enable);
}

}  // namespace

const std::array<Verb, 8> kStatusVerbs = {{
    {lines::Op::GetMessage, get_message},
    {lines::Op::GetDevCaps, get_dev_caps},
    {lines::Op::GetAddressCaps, get_address_caps},
    {lines::Op::GetLineDevStatus, get_line_dev_status},
    {lines::Op::GetAddressStatus, get_address_status},
    {lines::Op::SetStatusMessages, set_status_messages},
    {lines::Op::GetStatusMessages, get_status_messages},
    {lines::Op::SetLineDevStatus, set_line_dev_status},
}};

}  // namespace pbxlab::harness
