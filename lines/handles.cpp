// Handles to calls: giving one up, changing what it allows, asking for those one does not have
// (nf-tapi-linedeallocatecall, nf-tapi-linesetcallprivilege, nf-tapi-linegetnewcalls).
#include "lines/guards.h"
#include "lines/sizes.h"

namespace pbxlab::lines {

LineResult Application::deallocate_call(HCall call) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::DeallocateCall, subject); refusal != 0)
        return refusal;
    core_->release_handle(subject.handle_id);
    return 0;
}

LineResult Application::set_call_privilege(HCall call, std::uint32_t privilege) {
    Subject subject{.core = *core_, .app = index_, .call = call, .value = privilege};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::SetCallPrivilege, subject); refusal != 0)
        return refusal;
    if (privilege == LINECALLPRIVILEGE_NONE) {
        core_->release_handle(subject.handle_id);
    } else {
        core_->change_privilege(subject.handle_id, privilege);
    }
    return 0;
}

LineResult Application::get_new_calls(HLine line, std::uint32_t address_id, std::uint32_t select,
                                      CallList* list) {
    const bool one_address = select == LINECALLSELECT_ADDRESS;
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .address_id = one_address ? address_id : 0,
                    .value = select,
                    .pointer = list != nullptr};
    subject.find();
    if (list != nullptr) subject.total_size = list->total_size;
    subject.fixed_size = fixed_size(Structure::CallList, kTapi20);
    if (const LineResult refusal = core_->refuse(Op::GetNewCalls, subject); refusal != 0)
        return refusal;
    list->calls.clear();
    SizeCount size{*list, subject.fixed_size};
    for (const LegId id : subject.line_device->legs) {
        const Leg& leg = *core_->legs.find(id);
        const bool wanted = leg.announced && leg.state != LINECALLSTATE_IDLE &&
                            (!one_address || leg.address == address_id);
        if (!wanted || core_->handle_of(id, subject.open_id).valid()) continue;
        if (!size.fits(sizeof(HCall))) continue;  // no handle that could not be returned
        const HandleId handle = core_->add_handle(id, subject.open_id, LINECALLPRIVILEGE_MONITOR);
        list->calls.push_back(Core::call_value(handle));
        core_->tell_info(leg, LINECALLINFOSTATE_NUMMONITORS, subject.open_id);
    }
    return 0;
}

}  // namespace pbxlab::lines
