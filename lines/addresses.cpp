// The addresses and devices of a line: lineSetNumRings, lineGetNumRings, lineGetNumAddressIDs,
// lineGetAddressID and lineGetID (the pages of those names).
#include <algorithm>

#include "lines/guards.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kNoRings = 0xFFFF'FFFF;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Names of device classes are compared without regard to case.
bool is_line_class(std::string_view name) {
    return std::ranges::equal(name, std::string_view{"tapi/line"},
                              [](char a, char b) { return lower(a) == b; });
}

// The id of the line's address with this number; the number of its addresses when none has it.
std::uint32_t find_own(const Subject& subject, std::string_view number) {
    const auto count = static_cast<std::uint32_t>(subject.line_device->addresses.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const pbx::AddressId id = subject.core.address_of(*subject.line_device, i);
        if (subject.core.exchange.number(id) == number) return i;
    }
    return count;
}

}  // namespace

LineResult Application::set_num_rings(HLine line, std::uint32_t address_id, std::uint32_t rings) {
    Subject subject{.core = *core_, .app = index_, .line = line, .address_id = address_id};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetNumRings, subject); refusal != 0)
        return refusal;
    subject.open->num_rings.resize(subject.line_device->addresses.size(), kNoRings);
    subject.open->num_rings[address_id] = rings;
    return 0;
}

LineResult Application::get_num_rings(HLine line, std::uint32_t address_id, std::uint32_t* rings) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .address_id = address_id,
                    .pointer = rings != nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::GetNumRings, subject); refusal != 0)
        return refusal;
    *rings = kNoRings;
    for (const OpenId id : subject.line_device->opens) {
        const auto& wanted = core_->opens.find(id)->num_rings;
        if (address_id < wanted.size()) *rings = std::min(*rings, wanted[address_id]);
    }
    return 0;
}

LineResult Application::get_num_address_ids(HLine line, std::uint32_t* count) {
    Subject subject{.core = *core_, .app = index_, .line = line, .pointer = count != nullptr};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::GetNumAddressIds, subject); refusal != 0)
        return refusal;
    *count = static_cast<std::uint32_t>(subject.line_device->addresses.size());
    return 0;
}

LineResult Application::get_address_id(HLine line, std::uint32_t* id, std::uint32_t mode,
                                       const char* number) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .value = mode,
                    .pointer = id != nullptr && number != nullptr};
    subject.find();
    if (number != nullptr && subject.line_device != nullptr)
        subject.address_id = find_own(subject, number);
    if (const LineResult refusal = core_->refuse(Op::GetAddressId, subject); refusal != 0)
        return refusal;
    *id = subject.address_id;
    return 0;
}

LineResult Application::get_id(HLine line, std::uint32_t address_id, HCall call,
                               std::uint32_t select, DeviceId* device, const char* device_class) {
    const bool of_call = select == LINECALLSELECT_CALL;
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = of_call ? kNoLine : line,
                    .call = of_call ? call : kNoCall,
                    .address_id = select == LINECALLSELECT_ADDRESS ? address_id : 0,
                    .value = select,
                    .pointer = device != nullptr && device_class != nullptr};
    subject.find();
    if (device != nullptr) subject.total_size = device->total_size;
    subject.fixed_size = fixed_size(Structure::VarString, kTapi20);
    if (device_class != nullptr) subject.has_device = is_line_class(device_class);
    if (const LineResult refusal = core_->refuse(Op::GetId, subject); refusal != 0) return refusal;
    SizeCount size{*device, subject.fixed_size};
    if (size.fits(sizeof(std::uint32_t))) device->id = subject.open->device;
    return 0;
}

}  // namespace pbxlab::lines
