#include "lines/operations.h"

#include <algorithm>
#include <array>

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kAnyButIdle = ~LINECALLSTATE_IDLE & 0xFFFFU;
constexpr std::uint32_t kLive = kAnyButIdle & ~LINECALLSTATE_DISCONNECTED;
constexpr std::uint32_t kUserInfoStates = LINECALLSTATE_CONNECTED | LINECALLSTATE_OFFERING |
                                          LINECALLSTATE_ACCEPTED | LINECALLSTATE_RINGBACK;
// Of an Appearance row: a line that a hand has lifted is of no use.
constexpr std::uint32_t kOnlyNew = 1;
constexpr std::uint32_t kRedirectStates =
    LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED | LINECALLSTATE_CONNECTED;
constexpr std::uint32_t kTransferTargets = LINECALLSTATE_CONNECTED | LINECALLSTATE_RINGBACK |
                                           LINECALLSTATE_PROCEEDING | LINECALLSTATE_BUSY;
constexpr std::uint32_t kHoldStates =
    LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDTRANSFER | LINECALLSTATE_ONHOLDPENDCONF;

// Arguments of checks that leave more or less room.
constexpr std::uint32_t kMustBeNamed = 1;
constexpr std::uint32_t kSeveral = 1;

// Rows of one operation stand together and in the order in which they are looked at.
constexpr Guard kGuards[] = {
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

    {Op::MakeCall, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::MakeCall, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::MakeCall, Check::OfferedOnLine, LINEFEATURE_MAKECALL, LINEERR_OPERATIONUNAVAIL},
    {Op::MakeCall, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::MakeCall, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::MakeCall, Check::ParamFlags, 0, LINEERR_INVALCALLPARAMS},
    {Op::MakeCall, Check::AddressMode, 0, LINEERR_INVALADDRESSMODE},
    {Op::MakeCall, Check::BearerMode, 0, LINEERR_INVALBEARERMODE},
    {Op::MakeCall, Check::BearerOffered, 0, LINEERR_BEARERMODEUNAVAIL},
    {Op::MakeCall, Check::MediaMode, 0, LINEERR_INVALMEDIAMODE},
    {Op::MakeCall, Check::Rate, 0, LINEERR_INVALRATE},
    {Op::MakeCall, Check::RateOffered, 0, LINEERR_RATEUNAVAIL},
    {Op::MakeCall, Check::CountryCode, 0, LINEERR_INVALCOUNTRYCODE},
    {Op::MakeCall, Check::ParamAddress, 0, LINEERR_INVALADDRESSID},
    {Op::MakeCall, Check::OrigAddress, 0, LINEERR_INVALADDRESS},
    {Op::MakeCall, Check::UserInfoSize, 0, LINEERR_USERUSERINFOTOOBIG},
    {Op::MakeCall, Check::Modifier, '?', LINEERR_DIALPROMPT},
    {Op::MakeCall, Check::Modifier, '$', LINEERR_DIALBILLING},
    {Op::MakeCall, Check::Modifier, '@', LINEERR_DIALQUIET},
    {Op::MakeCall, Check::Modifier, 'W', LINEERR_DIALDIALTONE},
    {Op::MakeCall, Check::Modifier, ':', LINEERR_DIALVOICEDETECT},
    {Op::MakeCall, Check::DialString, 0, LINEERR_INVALADDRESS},
    {Op::MakeCall, Check::PartialDial, 0, LINEERR_INVALADDRESS},
    {Op::MakeCall, Check::KnownNumber, 0, LINEERR_INVALADDRESS},
    {Op::MakeCall, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::MakeCall, Check::OfferedOnAddress, LINEADDRFEATURE_MAKECALL, LINEERR_OPERATIONUNAVAIL},
    {Op::MakeCall, Check::Appearance, 0, LINEERR_CALLUNAVAIL},

    {Op::Dial, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Dial, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Dial, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Dial, Check::Offered, LINECALLFEATURE_DIAL, LINEERR_OPERATIONUNAVAIL},
    {Op::Dial, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Dial, Check::CountryCode, 0, LINEERR_INVALCOUNTRYCODE},
    {Op::Dial, Check::Modifier, '?', LINEERR_DIALPROMPT},
    {Op::Dial, Check::Modifier, '$', LINEERR_DIALBILLING},
    {Op::Dial, Check::Modifier, '@', LINEERR_DIALQUIET},
    {Op::Dial, Check::Modifier, 'W', LINEERR_DIALDIALTONE},
    {Op::Dial, Check::Modifier, ':', LINEERR_DIALVOICEDETECT},
    {Op::Dial, Check::DialString, 0, LINEERR_INVALADDRESS},
    {Op::Dial, Check::PartialDial, 0, LINEERR_INVALADDRESS},
    {Op::Dial, Check::KnownNumber, 0, LINEERR_INVALADDRESS},
    {Op::Dial, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Dial, Check::DialState, LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING,
     LINEERR_INVALCALLSTATE},
    {Op::Dial, Check::MoreDigits, 0, LINEERR_INVALADDRESS},

    {Op::Accept, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Accept, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Accept, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Accept, Check::Offered, LINECALLFEATURE_ACCEPT, LINEERR_OPERATIONUNAVAIL},
    {Op::Accept, Check::UserInfoSize, 0, LINEERR_USERUSERINFOTOOBIG},
    {Op::Accept, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Accept, Check::State, LINECALLSTATE_OFFERING, LINEERR_INVALCALLSTATE},

    {Op::Answer, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Answer, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Answer, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Answer, Check::Offered, LINECALLFEATURE_ANSWER, LINEERR_OPERATIONUNAVAIL},
    {Op::Answer, Check::UserInfoSize, 0, LINEERR_USERUSERINFOTOOBIG},
    {Op::Answer, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Answer, Check::AnswerState, LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED,
     LINEERR_INVALCALLSTATE},
    {Op::Answer, Check::AnswerRoom, 0, LINEERR_INUSE},

    {Op::Drop, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Drop, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Drop, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Drop, Check::Offered, LINECALLFEATURE_DROP, LINEERR_OPERATIONUNAVAIL},
    {Op::Drop, Check::UserInfoSize, 0, LINEERR_USERUSERINFOTOOBIG},
    {Op::Drop, Check::State, kAnyButIdle, LINEERR_INVALCALLSTATE},
    {Op::Drop, Check::RejectAllowed, 0, LINEERR_OPERATIONUNAVAIL},

    {Op::DeallocateCall, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::DeallocateCall, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::DeallocateCall, Check::SoleOwner, kTapi20, LINEERR_INVALCALLSTATE},

    {Op::Hold, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Hold, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Hold, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Hold, Check::Offered, LINECALLFEATURE_HOLD, LINEERR_OPERATIONUNAVAIL},
    {Op::Hold, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Hold, Check::State, LINECALLSTATE_CONNECTED, LINEERR_INVALCALLSTATE},
    {Op::Hold, Check::HoldRoom, 0, LINEERR_RESOURCEUNAVAIL},

    {Op::Unhold, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Unhold, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Unhold, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Unhold, Check::Offered, LINECALLFEATURE_UNHOLD, LINEERR_OPERATIONUNAVAIL},
    {Op::Unhold, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Unhold, Check::State, kHoldStates, LINEERR_INVALCALLSTATE},
    {Op::Unhold, Check::OtherActive, 0, LINEERR_INVALCALLSTATE},
    {Op::Unhold, Check::RetrieveRoom, 0, LINEERR_RESOURCEUNAVAIL},

    {Op::SwapHold, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SwapHold, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SwapHold, Check::OtherCallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SwapHold, Check::SameLine, 0, LINEERR_INVALCALLHANDLE},
    {Op::SwapHold, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SwapHold, Check::OtherOwner, 0, LINEERR_NOTOWNER},
    {Op::SwapHold, Check::Offered, LINECALLFEATURE_SWAPHOLD, LINEERR_OPERATIONUNAVAIL},
    {Op::SwapHold, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SwapHold, Check::State, LINECALLSTATE_CONNECTED, LINEERR_INVALCALLSTATE},
    {Op::SwapHold, Check::OtherState, kHoldStates, LINEERR_INVALCALLSTATE},
    {Op::SwapHold, Check::SwapRoom, 0, LINEERR_RESOURCEUNAVAIL},

    {Op::Redirect, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Redirect, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Redirect, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Redirect, Check::Offered, LINECALLFEATURE_REDIRECT, LINEERR_OPERATIONUNAVAIL},
    {Op::Redirect, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Redirect, Check::CountryCode, 0, LINEERR_INVALCOUNTRYCODE},
    {Op::Redirect, Check::WholeNumber, 0, LINEERR_INVALADDRESS},
    {Op::Redirect, Check::KnownNumber, 0, LINEERR_INVALADDRESS},
    {Op::Redirect, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Redirect, Check::RedirectState, kRedirectStates, LINEERR_INVALCALLSTATE},

    {Op::Park, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Park, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::Park, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::Park, Check::Offered, LINECALLFEATURE_PARK, LINEERR_OPERATIONUNAVAIL},
    {Op::Park, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Park, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::Park, Check::ParkMode, 0, LINEERR_INVALPARKMODE},
    {Op::Park, Check::WholeNumber, 0, LINEERR_INVALADDRESS},
    {Op::Park, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Park, Check::State, LINECALLSTATE_CONNECTED, LINEERR_INVALCALLSTATE},

    {Op::Unpark, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Unpark, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::Unpark, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Unpark, Check::AddressId, 0, LINEERR_INVALADDRESSID},
    {Op::Unpark, Check::WholeNumber, 0, LINEERR_INVALADDRESS},
    {Op::Unpark, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Unpark, Check::OfferedOnAddress, LINEADDRFEATURE_UNPARK, LINEERR_OPERATIONUNAVAIL},
    {Op::Unpark, Check::Appearance, kOnlyNew, LINEERR_RESOURCEUNAVAIL},

    {Op::Pickup, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::Pickup, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::Pickup, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::Pickup, Check::AddressId, 0, LINEERR_INVALADDRESSID},
    {Op::Pickup, Check::WholeNumber, 0, LINEERR_INVALADDRESS},
    {Op::Pickup, Check::PickupGroup, 0, LINEERR_INVALGROUPID},
    {Op::Pickup, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::Pickup, Check::PickupOffered, 0, LINEERR_OPERATIONUNAVAIL},

    {Op::GetCallInfo, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetCallInfo, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::GetCallInfo, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetCallInfo, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},

    {Op::GetCallStatus, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetCallStatus, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::GetCallStatus, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetCallStatus, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},

    {Op::GetNewCalls, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::GetNewCalls, Check::LineHandle, 0, LINEERR_INVALLINEHANDLE},
    {Op::GetNewCalls, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::GetNewCalls, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::GetNewCalls, Check::Select, 0, LINEERR_INVALCALLSELECT},
    {Op::GetNewCalls, Check::AddressId, 0, LINEERR_INVALADDRESSID},

    {Op::SetCallPrivilege, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetCallPrivilege, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetCallPrivilege, Check::Privilege, 0, LINEERR_INVALCALLPRIVILEGE},
    {Op::SetCallPrivilege, Check::SoleOwner, 0xFFFF'FFFF, LINEERR_INVALCALLSTATE},

    {Op::SetupTransfer, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::SetupTransfer, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::SetupTransfer, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::SetupTransfer, Check::Offered, LINECALLFEATURE_SETUPTRANSFER, LINEERR_OPERATIONUNAVAIL},
    {Op::SetupTransfer, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::SetupTransfer, Check::StructureSize, 0, LINEERR_STRUCTURETOOSMALL},
    {Op::SetupTransfer, Check::ParamFlags, LINECALLPARAMFLAGS_ONESTEPTRANSFER,
     LINEERR_INVALCALLPARAMS},
    {Op::SetupTransfer, Check::AddressMode, 0, LINEERR_INVALADDRESSMODE},
    {Op::SetupTransfer, Check::BearerMode, 0, LINEERR_INVALBEARERMODE},
    {Op::SetupTransfer, Check::BearerOffered, 0, LINEERR_BEARERMODEUNAVAIL},
    {Op::SetupTransfer, Check::MediaMode, 0, LINEERR_INVALMEDIAMODE},
    {Op::SetupTransfer, Check::Rate, 0, LINEERR_INVALRATE},
    {Op::SetupTransfer, Check::RateOffered, 0, LINEERR_RATEUNAVAIL},
    {Op::SetupTransfer, Check::ParamAddress, 0, LINEERR_INVALCALLPARAMS},
    {Op::SetupTransfer, Check::OrigAddress, 0, LINEERR_INVALCALLPARAMS},
    {Op::SetupTransfer, Check::UserInfoSize, 0, LINEERR_USERUSERINFOTOOBIG},
    {Op::SetupTransfer, Check::TargetAddress, 0, LINEERR_INVALCALLPARAMS},
    {Op::SetupTransfer, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::SetupTransfer, Check::State, LINECALLSTATE_CONNECTED, LINEERR_INVALCALLSTATE},
    {Op::SetupTransfer, Check::NotShared, 0, LINEERR_INVALCALLSTATE},
    {Op::SetupTransfer, Check::ConsultModel, 0, LINEERR_OPERATIONFAILED},
    {Op::SetupTransfer, Check::PendingRoom, 0, LINEERR_RESOURCEUNAVAIL},
    {Op::SetupTransfer, Check::ConsultRoom, 0, LINEERR_CALLUNAVAIL},

    {Op::CompleteTransfer, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::CompleteTransfer, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::CompleteTransfer, Check::OtherCallHandle, 0, LINEERR_INVALCONSULTCALLHANDLE},
    {Op::CompleteTransfer, Check::SameLine, 0, LINEERR_INVALCONSULTCALLHANDLE},
    {Op::CompleteTransfer, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::CompleteTransfer, Check::OtherOwner, 0, LINEERR_NOTOWNER},
    {Op::CompleteTransfer, Check::Offered, LINECALLFEATURE_COMPLETETRANSF,
     LINEERR_OPERATIONUNAVAIL},
    {Op::CompleteTransfer, Check::TransferMode, 0, LINEERR_INVALTRANSFERMODE},
    {Op::CompleteTransfer, Check::TransferModeOffered, 0, LINEERR_OPERATIONUNAVAIL},
    {Op::CompleteTransfer, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::CompleteTransfer, Check::HeldState, LINECALLSTATE_ONHOLDPENDTRANSFER,
     LINEERR_INVALCALLSTATE},
    {Op::CompleteTransfer, Check::TargetState, kTransferTargets, LINEERR_INVALCALLSTATE},

    {Op::BlindTransfer, Check::Initialized, 0, LINEERR_UNINITIALIZED},
    {Op::BlindTransfer, Check::CallHandle, 0, LINEERR_INVALCALLHANDLE},
    {Op::BlindTransfer, Check::Owner, 0, LINEERR_NOTOWNER},
    {Op::BlindTransfer, Check::Offered, LINECALLFEATURE_BLINDTRANSFER, LINEERR_OPERATIONUNAVAIL},
    {Op::BlindTransfer, Check::Pointer, 0, LINEERR_INVALPOINTER},
    {Op::BlindTransfer, Check::CountryCode, 0, LINEERR_INVALCOUNTRYCODE},
    {Op::BlindTransfer, Check::Destination, 0, LINEERR_INVALADDRESS},
    {Op::BlindTransfer, Check::KnownNumber, 0, LINEERR_INVALADDRESS},
    {Op::BlindTransfer, Check::InService, 0, LINEERR_INVALLINESTATE},
    {Op::BlindTransfer, Check::State, LINECALLSTATE_CONNECTED, LINEERR_INVALCALLSTATE},
    {Op::BlindTransfer, Check::NotShared, 0, LINEERR_INVALCALLSTATE},

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
    {Op::SetTerminal, Check::Never, 0, LINEERR_OPERATIONUNAVAIL},

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
};

// Where the rows of each operation stand.
struct Rows {
    std::size_t first = 0;
    std::size_t count = 0;
};
constexpr auto kRows = [] {
    std::array<Rows, kOpCount> rows{};
    for (std::size_t i = std::size(kGuards); i-- > 0;) {
        Rows& own = rows[static_cast<std::size_t>(kGuards[i].op)];
        own.first = i;
        ++own.count;
    }
    return rows;
}();

}  // namespace

std::span<const Guard> guards() { return kGuards; }

std::span<const Guard> guards(Op op) {
    const Rows& rows = kRows[static_cast<std::size_t>(op)];
    return std::span{kGuards}.subspan(rows.first, rows.count);
}

}  // namespace pbxlab::lines
