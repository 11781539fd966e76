// Translation; what a call bears; handing it on; what other programs ask for: when each operation
// is refused. Internal to lines/.
#pragma once

#include "lines/guard_rows.h"

namespace pbxlab::lines {

inline constexpr auto kBearsGuards = std::to_array<Guard>({
    {Op::TranslateAddress, Check::AppOrNone, 0, LINEERR_INVALAPPHANDLE},
    {Op::TranslateAddress, Check::DeviceId, 0, LINEERR_BADDEVICEID},
    {Op::TranslateAddress, Check::Present, 0, LINEERR_NODEVICE},
    {Op::TranslateAddress, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::TranslateAddress, Check::KnownVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},
    {Op::TranslateAddress, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::TranslateAddress, Check::TranslateOptions, 0, LINEERR_INVALPARAM},
    {Op::TranslateAddress, Check::Card, 0, LINEERR_INVALCARD},
    {Op::TranslateAddress, Check::Address, 0, LINEERR_INVALADDRESS},

    {Op::GetTranslateCaps, Check::AppOrNone, 0, LINEERR_INVALAPPHANDLE},
    {Op::GetTranslateCaps, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetTranslateCaps, Check::KnownVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},
    {Op::GetTranslateCaps, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},

    {Op::SetCurrentLocation, Check::AppOrNone, 0, LINEERR_INVALAPPHANDLE},
    {Op::SetCurrentLocation, Check::Location, 0, LINEERR_INVALLOCATION},

    {Op::SetTollList, Check::AppOrNone, 0, LINEERR_INVALAPPHANDLE},
    {Op::SetTollList, Check::DeviceId, 0, LINEERR_BADDEVICEID},
    {Op::SetTollList, Check::Present, 0, LINEERR_NODEVICE},
    {Op::SetTollList, Check::TollOption, 0, LINEERR_INVALPARAM},
    {Op::SetTollList, Check::TollAddress, 0, LINEERR_INVALADDRESS},

    {Op::GetCountry, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetCountry, Check::KnownVersion, 0, LINEERR_INCOMPATIBLEAPIVERSION},
    {Op::GetCountry, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::GetCountry, Check::Country, 0, LINEERR_INVALCOUNTRYCODE},

    {Op::SetAppSpecific, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetAppSpecific, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetAppSpecific, Check::Owner, 0, LINEERR_NOTOWNER},

    {Op::SetMediaMode, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetMediaMode, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetMediaMode, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SetMediaMode, Check::CallMedia, 0, LINEERR_INVALMEDIAMODE},

    {Op::SendUserUserInfo, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SendUserUserInfo, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SendUserUserInfo, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SendUserUserInfo, Check::Offered, LINECALLFEATURE_SENDUSERUSER, LINEERR_OPERATIONUNAVAIL},
    {Op::SendUserUserInfo, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::SendUserUserInfo, Check::UserInfoSize, 0, LINEERR_USERUSERINFOTOOBIG},
    {Op::SendUserUserInfo, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SendUserUserInfo, Check::State, kUserInfoStates, LINEERR_INVALCALLSTATE},

    {Op::ReleaseUserUserInfo, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::ReleaseUserUserInfo, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::ReleaseUserUserInfo, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::ReleaseUserUserInfo, Check::Offered, LINECALLFEATURE_RELEASEUSERUSERINFO,
     LINEERR_OPERATIONUNAVAIL},

    {Op::SecureCall, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SecureCall, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SecureCall, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SecureCall, Check::Offered, LINECALLFEATURE_SECURECALL, LINEERR_OPERATIONUNAVAIL},
    {Op::SecureCall, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SecureCall, Check::State, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::SetCallData, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetCallData, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetCallData, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SetCallData, Check::Offered, LINECALLFEATURE_SETCALLDATA, LINEERR_OPERATIONUNAVAIL},
    {Op::SetCallData, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::SetCallData, Check::CallDataSize, 0, LINEERR_INVALPARAM},
    {Op::SetCallData, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SetCallData, Check::MonitorState, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::SetCallTreatment, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetCallTreatment, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetCallTreatment, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SetCallTreatment, Check::Offered, LINECALLFEATURE_SETTREATMENT, LINEERR_OPERATIONUNAVAIL},
    {Op::SetCallTreatment, Check::Treatment, 0, LINEERR_INVALPARAM},
    {Op::SetCallTreatment, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SetCallTreatment, Check::MonitorState, kAnyButIdle, LINEERR_INVALCALLSTATE},

    {Op::SetCallParams, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetCallParams, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetCallParams, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SetCallParams, Check::Offered, LINECALLFEATURE_SETCALLPARAMS, LINEERR_OPERATIONUNAVAIL},
    {Op::SetCallParams, Check::BearerMode, kMustBeNamed, LINEERR_INVALBEARERMODE},
    {Op::SetCallParams, Check::BearerOffered, 0, LINEERR_BEARERMODEUNAVAIL},
    {Op::SetCallParams, Check::Rate, 0, LINEERR_INVALRATE},
    {Op::SetCallParams, Check::RateOffered, 0, LINEERR_RATEUNAVAIL},
    {Op::SetCallParams, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SetCallParams, Check::State, kLive, LINEERR_INVALCALLSTATE},

    {Op::HandOff, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::HandOff, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::HandOff, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::HandOff, Check::HandOffMode, 0, LINEERR_INVALMEDIAMODE},
    {Op::HandOff, Check::HandOffTarget, 0, LINEERR_TARGETNOTFOUND},
    {Op::HandOff, Check::HandOffOther, 0, LINEERR_TARGETSELF},

    {Op::SetAppPriority, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::SetAppPriority, Check::ModuleName, 0, LINEERR_INVALAPPNAME},
    {Op::SetAppPriority, Check::PriorityMedia, kSeveral, LINEERR_INVALMEDIAMODE},
    {Op::SetAppPriority, Check::PriorityRequest, 0, LINEERR_INVALREQUESTMODE},
    {Op::SetAppPriority, Check::PriorityValue, 0, LINEERR_INVALPARAM},

    {Op::GetAppPriority, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetAppPriority, Check::ModuleName, 0, LINEERR_INVALAPPNAME},
    {Op::GetAppPriority, Check::PriorityMedia, 0, LINEERR_INVALMEDIAMODE},
    {Op::GetAppPriority, Check::PriorityRequest, 0, LINEERR_INVALREQUESTMODE},

    {Op::RegisterRequestRecipient, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::RegisterRequestRecipient, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::RegisterRequestRecipient, Check::RecipientModes, 0, LINEERR_INVALREQUESTMODE},

    {Op::GetRequest, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetRequest, Check::AppHandle, 0, LINEERR_INVALAPPHANDLE},
    {Op::GetRequest, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetRequest, Check::RequestMode, 0, LINEERR_INVALREQUESTMODE},
    {Op::GetRequest, Check::Registered, 0, LINEERR_NOTREGISTERED},
    {Op::GetRequest, Check::RequestWaits, 0, LINEERR_NOREQUEST},

    {Op::RequestMakeCall, Check::Pointer, 0, TAPIERR_INVALPOINTER},
    {Op::RequestMakeCall, Check::DestinationText, 0, TAPIERR_INVALDESTADDRESS},
    {Op::RequestMakeCall, Check::Recipient, 0, TAPIERR_NOREQUESTRECIPIENT},
    {Op::RequestMakeCall, Check::RequestRoom, 0, TAPIERR_REQUESTQUEUEFULL},

    {Op::GetLocationInfo, Check::Pointer, 0, TAPIERR_INVALPOINTER},

    {Op::SetTerminal, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetTerminal, Check::IdSelect, 0, LINEERR_INVALCALLSELECT},
    {Op::SetTerminal, Check::SelectedLine, 0, LINEERR_INVALLINEHANDLE},
    {Op::SetTerminal, Check::SelectedCall, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetTerminal, Check::TerminalOffered, 0, LINEERR_OPERATIONUNAVAIL},
    {Op::SetTerminal, Check::TerminalId, 0, LINEERR_INVALTERMINALID},
    {Op::SetTerminal, Check::TerminalModes, 0, LINEERR_INVALTERMINALMODE},
    {Op::SetTerminal, Check::SelectedAddress, 0, LINEERR_INVALADDRESSID},
    {Op::SetTerminal, Check::InService, 0, LINEERR_INVALLINESTATE},

    {Op::SetMediaControl, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetMediaControl, Check::IdSelect, 0, LINEERR_INVALCALLSELECT},
    {Op::SetMediaControl, Check::SelectedLine, 0, LINEERR_INVALLINEHANDLE},
    {Op::SetMediaControl, Check::SelectedCall, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetMediaControl, Check::Never, 0, LINEERR_OPERATIONUNAVAIL},

    {Op::DevSpecific, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::DevSpecific, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::DevSpecific, Check::Never, 0, LINEERR_OPERATIONUNAVAIL},

    {Op::DevSpecificFeature, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::DevSpecificFeature, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::DevSpecificFeature, Check::Never, 0, LINEERR_OPERATIONUNAVAIL},
});

}  // namespace pbxlab::lines
