#include "lines/guards.h"

#include <algorithm>
#include <array>

#include "lines/fault_stage.h"

namespace pbxlab::lines {

namespace {

// What an operation cannot do without, whatever rows are switched off.
bool can_proceed(Op op, const Subject& s) {
    for (const Guard& guard : guards(op)) {
        if (guard.check == Check::CallHandle && s.leg == nullptr) return false;
        if (guard.check == Check::OtherCallHandle && s.other_leg == nullptr) return false;
        if (guard.check == Check::ConferenceCall && s.line_device == nullptr) return false;
        if (guard.check == Check::LineHandle && s.open == nullptr) return false;
        if (guard.check == Check::DeviceId && s.line_device == nullptr) return false;
        if (guard.check == Check::Pointer && !s.pointer) return false;
        if (guard.check == Check::AddressId && s.address_id >= s.line_device->addresses.size())
            return false;
        if (guard.check == Check::MonitorToneCount && s.listened == nullptr && s.other_value != 0)
            return false;
        if (guard.check == Check::SelectedLine && s.line_device == nullptr) return false;
        if (guard.check == Check::SelectedAddress && s.value == LINECALLSELECT_ADDRESS &&
            s.address_id >= s.line_device->addresses.size())
            return false;
        if (guard.check == Check::TerminalId && s.route.terminal >= kMostTerminals) return false;
        if (guard.check == Check::HandOffTarget && !s.target.valid()) return false;
        if (guard.check == Check::RequestWaits && s.core.asked_calls.empty()) return false;
        if (guard.check == Check::QueueNotEmpty && s.core.apps[s.app]->queue.empty()) return false;
        if (guard.check == Check::ParamAddress && s.address_id >= s.line_device->addresses.size())
            return false;
    }
    return true;
}

// Wrong handles and missing ownership are noticed before the provider is asked; they are never put
// in a reply.
bool may_be_a_reply(Check check) { return check > Check::OtherOwner && check != Check::Pointer; }

// The checks that follow look at a line or call that a failed handle check did not find.
bool lacks_subject(Check check, const Subject& s) {
    constexpr std::array kOfPairs = {
        Check::OtherOwner, Check::OtherState, Check::TargetState, Check::Addable,
        Check::AddState,   Check::AddPlace,   Check::AddRoom,     Check::TransferConference};
    if (std::ranges::find(kOfPairs, check) != kOfPairs.end())
        return s.other_leg == nullptr || s.leg == nullptr;
    if (check == Check::ConferenceCall) return s.line_device == nullptr;
    if (check == Check::IsConference) return s.leg == nullptr;
    if (check == Check::Mapper || check < Check::Owner) return false;
    constexpr std::array kOfCalls = {
        Check::GenerateState, Check::State,        Check::DialState,     Check::AnswerState,
        Check::RedirectState, Check::MonitorState, Check::RejectAllowed, Check::SoleOwner,
        Check::MoreDigits,    Check::HoldRoom,     Check::AnswerRoom,    Check::OtherActive,
        Check::RetrieveRoom,  Check::SwapRoom,     Check::NotShared,     Check::PendingRoom,
        Check::ConsultRoom,   Check::HeldState,    Check::RetrieveState, Check::RemoveState,
        Check::RemoveRoom,    Check::InConference, Check::NotConference, Check::CompletionState,
        Check::CompletionRoom};
    if (std::ranges::find(kOfCalls, check) != kOfCalls.end()) return s.leg == nullptr;
    constexpr std::array kOfNobody = {Check::NoProxy,           Check::DeviceId,
                                      Check::Pointer,           Check::StructureSize,
                                      Check::ExtVersion,        Check::InitOption,
                                      Check::AppName,           Check::PrivilegeSelect,
                                      Check::CountryCode,       Check::UserInfoSize,
                                      Check::Privilege,         Check::StatusLineBits,
                                      Check::StatusAddressBits, Check::QueueNotEmpty,
                                      Check::AppOrNone,         Check::KnownVersion,
                                      Check::TranslateOptions,  Check::Card,
                                      Check::Address,           Check::Location,
                                      Check::TollOption,        Check::TollAddress,
                                      Check::Country,           Check::NumberMode,
                                      Check::IdSelect,          Check::SelectedLine,
                                      Check::GatherCount,       Check::TerminationDigits,
                                      Check::GeneratedTones,    Check::SelectedCall,
                                      Check::DeviceClass,       Check::NoReinit,
                                      Check::ModuleName,        Check::PriorityMedia,
                                      Check::PriorityRequest,   Check::PriorityValue,
                                      Check::RecipientModes,    Check::RequestMode,
                                      Check::Registered,        Check::RequestWaits,
                                      Check::DestinationText,   Check::Recipient,
                                      Check::RequestRoom,       Check::Never,
                                      Check::TransferMode,      Check::DevStatusFlags,
                                      Check::DevStatusSettable};
    if (std::ranges::find(kOfNobody, check) != kOfNobody.end()) return false;
    return s.line_device == nullptr;
}

}  // namespace

void Subject::find() {
    if (const HandleId id = core.find_call(call); id.valid()) {
        CallHandle& found = *core.handles.find(id);
        if (core.opens.find(found.open)->app == app) {
            handle_id = id;
            handle = &found;
            leg_id = found.leg;
            leg = core.legs.find(leg_id);
            open_id = found.open;
        }
    }
    if (const HandleId id = core.find_call(other); id.valid()) {
        CallHandle& found = *core.handles.find(id);
        if (core.opens.find(found.open)->app == app) {
            other_id = id;
            other_handle = &found;
            other_leg = core.legs.find(found.leg);
        }
    }
    if (const OpenId id = core.find_line(line); id.valid() && core.opens.find(id)->app == app)
        open_id = id;
    open = core.opens.find(open_id);
    if (open != nullptr) device = open->device;
    if (device < core.devices.size()) line_device = &core.devices[device];
}

LineResult Core::refuse(Op op, Subject& subject) {
    const std::span<const Guard> rows = guards(op);
    const auto first = rows.data() - guards().data();
    // With every row in place, what is missing has refused the request before it is looked at.
    const bool muted = options.muted_guard >= 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (first + static_cast<std::ptrdiff_t>(i) == options.muted_guard) continue;
        if ((muted && lacks_subject(rows[i].check, subject)) || passes(rows[i], subject)) continue;
        const LineResult error = line_error(rows[i].error);
        const bool later = operation(op).asynchronous && subject.open != nullptr &&
                           may_be_a_reply(rows[i].check) &&
                           profile(*subject.line_device).error_delivery == ErrorDelivery::Reply;
        return later ? reply_later(op, subject, error) : error;
    }
    if (muted && !can_proceed(op, subject)) return line_error(LINEERR_OPERATIONUNAVAIL);
    return faults ? faults->refuse(op, subject) : 0;
}

std::uint32_t fixed_size(Structure structure, std::uint32_t version) {
    struct Sizes {
        std::uint32_t before_20, in_20, in_22;
    };
    // In the order of enum Structure.
    constexpr std::array<Sizes, 13> kSizes = {{{296, 324, 324},
                                               {36, 56, 56},
                                               {180, 228, 228},
                                               {64, 64, 64},
                                               {236, 252, 268},
                                               {76, 88, 88},
                                               {112, 176, 176},
                                               {24, 24, 24},
                                               {40, 40, 40},
                                               {44, 44, 44},
                                               {24, 24, 24},
                                               {24, 24, 24},
                                               {8, 8, 8}}};
    const Sizes& sizes = kSizes[static_cast<std::size_t>(structure)];
    if (structure == Structure::DevCaps && version == kTapi14)
        return 240;  // 1.4 added dwLineFeatures
    if (version < kTapi20) return sizes.before_20;
    return version < kTapi22 ? sizes.in_20 : sizes.in_22;
}

}  // namespace pbxlab::lines
