// The addresses of a line, their ring counts and the devices that go with them.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult set_num_rings(Ask& ask) {
    return ask.app().set_num_rings(ask.line, ask.step.address_id.value_or(0), ask.step.count);
}

lines::LineResult get_num_rings(Ask& ask) {
    return ask.app().get_num_rings(ask.line, ask.step.address_id.value_or(0), ask.number());
}

lines::LineResult get_num_address_ids(Ask& ask) {
    return ask.app().get_num_address_ids(ask.line, ask.number());
}

lines::LineResult get_address_id(Ask& ask) {
    return ask.app().get_address_id(ask.line, ask.number(),
                                    ask.step.raw_bits.value_or(lines::LINEADDRESSMODE_DIALABLEADDR),
                                    ask.step.address.value.c_str());
}

lines::LineResult get_id(Ask& ask) {
    const Step& step = ask.step;
    const std::uint32_t usual =
        ask.call_record == kNone ? lines::LINECALLSELECT_LINE : lines::LINECALLSELECT_CALL;
    const std::uint32_t select = step.raw_bits.value_or(step.select.value_or(usual));
    lines::DeviceId device;
    const lines::LineResult result = ask.fill(device, [&](lines::DeviceId* to) {
        return ask.app().get_id(
            ask.line, step.address_id.value_or(0), ask.call, select, to,
            step.device_class.value.empty() ? "tapi/line" : step.device_class.value.c_str());
    });
    ask.brought = device.id;
    return result;
}

}  // namespace

const std::array<Verb, 5> kAddressVerbs = {{
    {lines::Op::SetNumRings, set_num_rings},
    {lines::Op::GetNumRings, get_num_rings},
    {lines::Op::GetNumAddressIds, get_num_address_ids},
    {lines::Op::GetAddressId, get_address_id},
    {lines::Op::GetId, get_id},
}};

}  // namespace pbxlab::harness
