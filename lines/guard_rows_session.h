// The session, and capabilities and status of lines and addresses: when each operation is refused.
// Internal to lines/.
#pragma once

#include "lines/guard_rows.h"

namespace pbxlab::lines {

inline constexpr auto kSessionGuards = std::to_array<Guard>({
    {Op::InitializeEx, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::InitializeEx, Check::InitOption, 0, LINEERR_INVALPARAM},
    {Op::InitializeEx, Check::AppName, 0, LINEERR_INVALAPPNAME},
    {Op::InitializeEx, Check::NoReinit, 0, LINEERR_REINIT},

    {Op::Shutdown, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Shutdown, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},

    {Op::NegotiateApiVersion, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::NegotiateApiVersion, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::NegotiateApiVersion, Check::DeviceId, 0, LINEERR_BADDEVICEID},
    {Op::NegotiateApiVersion, Check::Present, 0, LINEERR_NODEVICE},
    {Op::NegotiateApiVersion, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::NegotiateApiVersion, Check::ApiVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},

    {Op::Open, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Open, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::Open, Check::DeviceId, LINEMAPPER, LINEERR_BADDEVICEID},
    {Op::Open, Check::Present, 0, LINEERR_NODEVICE},
    {Op::Open, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Open, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::Open, Check::PrivilegeSelect, 0, LINEERR_INVALPRIVSELECT},
    {Op::Open, Check::NoProxy, 0, LINEERR_OPERATIONUNAVAIL},
    {Op::Open, Check::Mapper, 0, LINEERR_LINEMAPPERFAILED},
    {Op::Open, Check::ApiVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},
    {Op::Open, Check::ExtVersion, 0, LINEERR_INCOMPATIBLEEXTVERSION},
    {Op::Open, Check::OpenMedia, 0, LINEERR_INVALMEDIAMODE},
    {Op::Open, Check::OpenAddress, 0, LINEERR_INVALADDRESSID},
    {Op::Open, Check::NoReinit, 0, LINEERR_REINIT},

    {Op::Close, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Close, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},

    {Op::GetMessage, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::GetMessage, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetMessage, Check::QueueNotEmpty, 0, LINEERR_OPERATIONFAILED},

    {Op::GetDevCaps, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetDevCaps, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::GetDevCaps, Check::DeviceId, 0, LINEERR_BADDEVICEID},
    {Op::GetDevCaps, Check::Present, 0, LINEERR_NODEVICE},
    {Op::GetDevCaps, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetDevCaps, Check::ApiVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},
    {Op::GetDevCaps, Check::ExtVersion, 0, LINEERR_INCOMPATIBLEEXTVERSION},
    {Op::GetDevCaps, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},

    {Op::GetAddressCaps, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetAddressCaps, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::GetAddressCaps, Check::DeviceId, 0, LINEERR_BADDEVICEID},
    {Op::GetAddressCaps, Check::Present, 0, LINEERR_NODEVICE},
    {Op::GetAddressCaps, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetAddressCaps, Check::ApiVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},
    {Op::GetAddressCaps, Check::ExtVersion, 0, LINEERR_INCOMPATIBLEEXTVERSION},
    {Op::GetAddressCaps, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::GetAddressCaps, Check::AddressId, 0, LINEERR_INVALADDRESSID},

    {Op::GetLineDevStatus, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetLineDevStatus, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetLineDevStatus, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetLineDevStatus, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},

    {Op::GetAddressStatus, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetAddressStatus, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetAddressStatus, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetAddressStatus, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::GetAddressStatus, Check::AddressId, 0, LINEERR_INVALADDRESSID},

    {Op::SetStatusMessages, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetStatusMessages, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::SetStatusMessages, Check::StatusLineBits, 0, LINEERR_INVALLINESTATE},
    {Op::SetStatusMessages, Check::StatusAddressBits, 0, LINEERR_INVALADDRESSSTATE},

    {Op::GetStatusMessages, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetStatusMessages, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetStatusMessages, Check::Pointer, 0, LINEERR_INVALPOINTER},

    {Op::SetLineDevStatus, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetLineDevStatus, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::SetLineDevStatus, Check::OfferedOnLine, LINEFEATURE_SETDEVSTATUS,
     LINEERR_OPERATIONUNAVAIL},
    {Op::SetLineDevStatus, Check::DevStatusFlags, 0, LINEERR_INVALPARAM},
    {Op::SetLineDevStatus, Check::DevStatusSettable, 0, LINEERR_OPERATIONUNAVAIL},
    {Op::SetLineDevStatus, Check::InService, 0, LINEERR_INVALLINESTATE},
});

}  // namespace pbxlab::lines
