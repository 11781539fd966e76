// Digits, tones and media; addresses of a line; forwarding and completion: when each operation is
// refused. Internal to lines/.
#pragma once

#include "lines/guard_rows.h"

namespace pbxlab::lines {

inline constexpr auto kInbandGuards = std::to_array<Guard>({
    {Op::GenerateDigits, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GenerateDigits, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::GenerateDigits, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::GenerateDigits, Check::Offered, LINECALLFEATURE_GENERATEDIGITS, LINEERR_OPERATIONUNAVAIL},
    {Op::GenerateDigits, Check::GenerateDigitMode, 0, LINEERR_INVALDIGITMODE},
    {Op::GenerateDigits, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::GenerateDigits, Check::GenerateState, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::MonitorDigits, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::MonitorDigits, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::MonitorDigits, Check::Offered, LINECALLFEATURE_MONITORDIGITS, LINEERR_OPERATIONUNAVAIL},
    {Op::MonitorDigits, Check::MonitorDigitModes, 0, LINEERR_INVALDIGITMODE},
    {Op::MonitorDigits, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::MonitorDigits, Check::MonitorState, kLive, LINEERR_INVALCALLSTATE},

    {Op::GatherDigits, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GatherDigits, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::GatherDigits, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::GatherDigits, Check::Offered, LINECALLFEATURE_GATHERDIGITS, LINEERR_OPERATIONUNAVAIL},
    {Op::GatherDigits, Check::GatherModes, 0, LINEERR_INVALDIGITMODE},
    {Op::GatherDigits, Check::GatherCount, 0, LINEERR_INVALPARAM},
    {Op::GatherDigits, Check::TerminationDigits, 0, LINEERR_INVALDIGITS},
    {Op::GatherDigits, Check::GatherTimeouts, 0, LINEERR_INVALTIMEOUT},
    {Op::GatherDigits, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::GatherDigits, Check::State, kLive, LINEERR_INVALCALLSTATE},

    {Op::GenerateTone, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GenerateTone, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::GenerateTone, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::GenerateTone, Check::Offered, LINECALLFEATURE_GENERATETONE, LINEERR_OPERATIONUNAVAIL},
    {Op::GenerateTone, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GenerateTone, Check::ToneModes, 0, LINEERR_INVALTONEMODE},
    {Op::GenerateTone, Check::ToneCount, 0, LINEERR_INVALPOINTER},
    {Op::GenerateTone, Check::GeneratedTones, 0, LINEERR_INVALTONE},
    {Op::GenerateTone, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::GenerateTone, Check::GenerateState, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::MonitorTones, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::MonitorTones, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::MonitorTones, Check::Offered, LINECALLFEATURE_MONITORTONES, LINEERR_OPERATIONUNAVAIL},
    {Op::MonitorTones, Check::MonitorToneCount, 0, LINEERR_INVALPOINTER},
    {Op::MonitorTones, Check::MonitoredTones, 0, LINEERR_INVALTONE},
    {Op::MonitorTones, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::MonitorTones, Check::MonitorState, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::MonitorMedia, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::MonitorMedia, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::MonitorMedia, Check::Offered, LINECALLFEATURE_MONITORMEDIA, LINEERR_OPERATIONUNAVAIL},
    {Op::MonitorMedia, Check::MonitorMediaModes, 0, LINEERR_INVALMEDIAMODE},
    {Op::MonitorMedia, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::MonitorMedia, Check::MonitorState, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::SetNumRings, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetNumRings, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::SetNumRings, Check::AddressId, 0, LINEERR_INVALADDRESSID},

    {Op::GetNumRings, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetNumRings, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetNumRings, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetNumRings, Check::AddressId, 0, LINEERR_INVALADDRESSID},

    {Op::GetNumAddressIds, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetNumAddressIds, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetNumAddressIds, Check::Pointer, 0, LINEERR_INVALPOINTER},

    {Op::GetAddressId, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetAddressId, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetAddressId, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetAddressId, Check::NumberMode, 0, LINEERR_INVALADDRESSMODE},
    {Op::GetAddressId, Check::OwnNumber, 0, LINEERR_INVALADDRESS},

    {Op::GetId, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetId, Check::SelectedLine, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetId, Check::SelectedCall, 0, LINEERR_INVALCALLHANDLE},
    {Op::GetId, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetId, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::GetId, Check::IdSelect, 0, LINEERR_INVALCALLSELECT},
    {Op::GetId, Check::AddressId, 0, LINEERR_INVALADDRESSID},
    {Op::GetId, Check::DeviceClass, 0, LINEERR_NODEVICE},

    {Op::Forward, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Forward, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::Forward, Check::ForwardOffered, 0, LINEERR_OPERATIONUNAVAIL},
    {Op::Forward, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Forward, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::Forward, Check::ForwardModes, 0, LINEERR_INVALPARAM},
    {Op::Forward, Check::ForwardEntries, 0, LINEERR_INVALPARAM},
    {Op::Forward, Check::ForwardCallers, 0, LINEERR_INVALPARAM},
    {Op::Forward, Check::ForwardPairs, 0, LINEERR_INVALPARAM},
    {Op::Forward, Check::ForwardCountries, 0, LINEERR_INVALCOUNTRYCODE},
    {Op::Forward, Check::AddressId, 0, LINEERR_INVALADDRESSID},
    {Op::Forward, Check::ForwardNumbers, 0, LINEERR_INVALADDRESS},
    {Op::Forward, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Forward, Check::ForwardKinds, 0, LINEERR_OPERATIONUNAVAIL},

    {Op::CompleteCall, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::CompleteCall, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::CompleteCall, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::CompleteCall, Check::Offered, LINECALLFEATURE_COMPLETECALL, LINEERR_OPERATIONUNAVAIL},
    {Op::CompleteCall, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::CompleteCall, Check::CompletionMode, 0, LINEERR_INVALCALLCOMPLMODE},
    {Op::CompleteCall, Check::MessageId, 0, LINEERR_INVALMESSAGEID},
    {Op::CompleteCall, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::CompleteCall, Check::CompletionState, LINECALLSTATE_BUSY | LINECALLSTATE_RINGBACK,
     LINEERR_INVALCALLSTATE},
    {Op::CompleteCall, Check::CompletionRoom, 0, LINEERR_COMPLETIONOVERRUN},

    {Op::UncompleteCall, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::UncompleteCall, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::UncompleteCall, Check::OfferedOnAddress, LINEADDRFEATURE_UNCOMPLETECALL,
     LINEERR_OPERATIONUNAVAIL},
    {Op::UncompleteCall, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::UncompleteCall, Check::CompletionId, 0, LINEERR_INVALCOMPLETIONID},
});

}  // namespace pbxlab::lines
