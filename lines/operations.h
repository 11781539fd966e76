// The operations of the line interface and, in one table, every condition under which each is
// refused. From this table come the refusals (lines/guards.cpp), the feature bits that applications
// query, the operation reference in the documentation and the conformance matrix in the tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lines/tapi_constants.h"

namespace pbxlab::lines {

enum class Op : std::uint8_t {
    // session
    InitializeEx,
    Shutdown,
    NegotiateApiVersion,
    Open,
    Close,
    GetMessage,
    // capabilities and status
    GetDevCaps,
    GetAddressCaps,
    GetLineDevStatus,
    GetAddressStatus,
    SetStatusMessages,
    GetStatusMessages,
    SetLineDevStatus,
    // calls
    MakeCall,
    Dial,
    Accept,
    Answer,
    Drop,
    DeallocateCall,
    Hold,
    Unhold,
    SwapHold,
    Redirect,
    Park,
    Unpark,
    Pickup,
    GetCallInfo,
    GetCallStatus,
    GetNewCalls,
    SetCallPrivilege,
    // transfer
    SetupTransfer,
    CompleteTransfer,
    BlindTransfer,
    // conference
    SetupConference,
    PrepareAddToConference,
    AddToConference,
    RemoveFromConference,
    GetConfRelatedCalls,
    // address translation
    TranslateAddress,
    GetTranslateCaps,
    SetCurrentLocation,
    SetTollList,
    GetCountry,
    // what a call bears
    SetAppSpecific,
    SetMediaMode,
    SendUserUserInfo,
    ReleaseUserUserInfo,
    SecureCall,
    SetCallData,
    SetCallTreatment,
    SetCallParams,
    // handing on, and who comes first
    HandOff,
    SetAppPriority,
    GetAppPriority,
    // calls that other programs ask for
    RegisterRequestRecipient,
    GetRequest,
    RequestMakeCall,
    GetLocationInfo,
    // where low-level events go
    SetTerminal,
    // what the exchange does not have
    SetMediaControl,
    DevSpecific,
    DevSpecificFeature,
    // digits, tones, media
    GenerateDigits,
    MonitorDigits,
    GatherDigits,
    GenerateTone,
    MonitorTones,
    MonitorMedia,
    // addresses of a line
    SetNumRings,
    GetNumRings,
    GetNumAddressIds,
    GetAddressId,
    GetId,
    // forwarding, call completion
    Forward,
    CompleteCall,
    UncompleteCall,
};
inline constexpr std::size_t kOpCount = 76;

inline constexpr std::uint32_t kShownWhereAllowed = 0xFFFF'FFFF;

// What is known of an operation apart from its guards.
struct Operation {
    Op op;
    std::string_view function;  // "lineMakeCall"
    std::string_view word;      // in scenarios: "makeCall"
    bool asynchronous;
    std::uint32_t call_feature;  // LINECALLFEATURE_ that offers it; 0: none
    std::string_view source;     // page of the rule
    std::uint32_t shown =
        kShownWhereAllowed;  // states in which the bit is on, where they are fewer
                             // than those that the guards let pass (call-model 6)
};
[[nodiscard]] const Operation& operation(Op op);
[[nodiscard]] std::span<const Operation> operations();

// The order of the rows of one operation is the order in which they are looked at (reference:
// tapi2-operations 1.4).
enum class Check : std::uint8_t {
    Initialized,      // some application is initialised
    AppHandle,        // this application has not been shut down
    LineHandle,       // the line is open by this application
    CallHandle,       // the call handle is live and this application's
    OtherCallHandle,  // the second call handle too
    SameLine,         // both calls belong to one open line
    ConferenceLine,   // the line is open, and no call is given, where conferences start from a line
    ConferenceCall,   // else the first call's handle is live and this application's
    IsConference,     // the call stands for a conference
    Owner,            // owner of the call
    OtherOwner,       // owner of the second call
    Offered,          // argument: LINECALLFEATURE_ bit that the provider must offer
    OfferedOnLine,    // argument: LINEFEATURE_ bit
    OfferedOnAddress,  // argument: LINEADDRFEATURE_ bit
    NoProxy,           // proxy requests are not part of the product
    DeviceId,          // the device exists (or LINEMAPPER, where that may be given)
    Pointer,           // what must be filled, or read, is not NULL
    StructureSize,     // dwTotalSize holds the fixed part
    ApiVersion,        // the provider supports the version
    ExtVersion,        // no extensions: only 0
    InitOption,        // exactly one event mechanism
    AppName,           // displayable and not too long
    PrivilegeSelect,   // a legal combination of privileges and options
    OpenMedia,         // media modes that the line has
    OpenAddress,       // SINGLEADDRESS names an address of the line
    Mapper,            // LINEMAPPER finds a line
    ParamFlags,        // LINECALLPARAMS flags that exist, fit the operation and are offered
    AddressMode,
    BearerMode,     // exactly one bearer mode that exists
    BearerOffered,  // and that the line has
    MediaMode,
    Rate,           // lowest not above highest
    RateOffered,    // not above what the line carries
    CountryCode,    // 0 to 999
    ParamAddress,   // the address id of LINECALLPARAMS is one of the line's
    OrigAddress,    // the originating address of LINECALLPARAMS is one of the line's
    AddressId,      // the address id is one of the line's
    UserInfoSize,   // user-user information not longer than announced
    Modifier,       // argument: modifier character; it is not the first one the line cannot process
    DialString,     // a well-formed dialable address
    PartialDial,    // a partial number only where partial dialling is offered
    KnownNumber,    // profile refuse-at-return: a number that somebody can have
    WholeNumber,    // a dialable address that needs nothing more, and nothing special
    ParkMode,       // exactly one park mode, and the line has it
    PickupOffered,  // the address offers the kind of pickup that is asked for
    PickupGroup,    // the group has members; and is given, where the provider wants that
    NumberMode,     // the address is given as a number
    OwnNumber,      // the number is that of one of the line's addresses
    IdSelect,       // a line, an address or a call is selected
    SelectedLine,   // when a line or address is selected: the line is open by this application
    SelectedCall,   // when a call is selected: its handle is live and this application's
    SelectedAddress,    // when an address is selected: its id is one of the line's
    DeviceClass,        // the line has a device of the class
    CallMedia,          // exactly one media mode, or several with UNKNOWN
    MonitorDigitModes,  // digit modes that the line can tell
    GatherModes,        // the same, at least one, and not the end of a digit
    GenerateDigitMode,  // exactly one digit mode that the line can play
    GatherCount,        // at least one digit
    TerminationDigits,  // digits of the modes that are gathered
    GatherTimeouts,     // where the profile looks at them: within the line's bounds
    ToneModes,          // no tone mode, or exactly one that the line can play
    ToneCount,          // one frequency or more, but not too many
    GeneratedTones,     // frequencies and volumes that exist
    MonitorToneCount,   // not more tones than the line can listen for
    MonitoredTones,     // frequencies that exist, not too many of them
    MonitorMediaModes,  // media modes of the line's
    CallDataSize,       // not longer than announced, else what is given does not fit
    Treatment,          // a treatment that calls can be given
    TerminalOffered,    // there are terminals, and SETTERMINAL of the line, address or call
    TerminalId,         // one of the line's terminals
    TerminalModes,      // classes of events, at least one, that the terminal can take
    HandOffMode,        // a program is named, or exactly one media mode
    HandOffTarget,      // somebody can take the call
    HandOffOther,       // and is not the one who hands it off by media mode
    ModuleName,         // a file name without its path
    PriorityMedia,      // argument: several may be named; a media mode or none
    PriorityRequest,    // without a media mode: exactly the requests for calls
    PriorityValue,      // to the top, or off the list
    RecipientModes,     // kinds of requests that exist
    RequestMode,        // exactly one that can be fetched
    Registered,         // the application takes such requests
    RequestWaits,       // and there is one
    DestinationText,    // neither empty nor too long
    Recipient,          // somebody takes requests
    RequestRoom,        // not too many wait already
    Never,              // not part of what the exchange has
    Select,             // exactly one selection
    Privilege,          // exactly one privilege
    StatusLineBits,     // only LINEDEVSTATE_ bits
    StatusAddressBits,  // only LINEADDRESSSTATE_ bits
    DevStatusFlags,     // LINEDEVSTATUSFLAGS_ bits, at least one
    DevStatusSettable,  // and none but those that applications can change
    InService,          // the line is connected and in service
    State,              // argument: LINECALLSTATE_ bits in which the operation is allowed
    DialState,          // the same for lineDial, widened by the profile's dial_states
    RedirectState,      // the same for lineRedirect, as the profile's redirect_states says
    AnswerState,        // the same for lineAnswer, which also joins a call that is INACTIVE here
    MonitorState,       // the same for monitoring, which a call that is INACTIVE here allows too
    OtherState,         // argument: the same for the second call
    GenerateState,      // the same for digits and tones, narrowed by the profile's generate_states
    RejectAllowed,      // a presented call can be turned down
    SoleOwner,          // argument: versions below this one; not the sole owner of a live call
    MoreDigits,         // an empty number only ends one that was announced as partial
    Appearance,         // the address and line can take one more active call
    HoldRoom,           // the address can hold one more call
    AnswerRoom,         // the active call can be treated as the answer mode says
    OtherActive,        // no other call is active, where the exchange would leave it alone
    RetrieveRoom,       // the held call finds an appearance again
    SwapRoom,           // both calls find a place when they change places
    QueueNotEmpty,      // a message is waiting
    AppOrNone,          // as AppHandle; from version 2.0 on none need be given
    KnownVersion,       // some version of the interface, whatever the provider supports
    TranslateOptions,   // only LINETRANSLATEOPTION_ bits that go together
    Card,               // the card that is asked for exists
    Address,            // canonical, or without the plus sign that says so
    Location,           // the location exists
    TollOption,         // exactly one of add and remove
    TollAddress,        // canonical, and in the area of the current location
    Country,            // 0, or the id of a country that is known
    Present,            // the device has not been removed
    NoReinit,           // nobody has been asked to start anew, or all have done so
    NotShared,          // no other station takes part in the call
    TargetAddress,      // a transfer in one step names a number that the line can dial
    ConsultModel,       // the provider makes the consultation call itself
    PendingRoom,        // the address can hold one more call for a consultation
    ConsultRoom,        // the consultation call finds an appearance once the other is held
    ForwardOffered,     // FORWARD of the line for all addresses, of the address for one
    ForwardModes,       // exactly one mode in each entry, and one that can be asked for
    ForwardEntries,     // not too many entries, and not too many for one caller
    ForwardCallers,     // a caller where and only where the mode is for one
    ForwardPairs,       // one number where the line cannot tell the calls apart
    ForwardCountries,   // as CountryCode, in each entry
    ForwardNumbers,     // well-formed dialable addresses, and not the forwarded one itself
    ForwardKinds,       // FORWARDFWD and FORWARDDND, as the entries need them
    Destination,        // a whole number that the line can dial
    TransferMode,       // exactly one transfer mode
    TransferModeOffered,  // and one that the line has
    HeldState,            // argument: states of a call that is to be transferred
    TargetState,          // argument: states of the call that it is transferred to
    TransferConference,   // the conference that a transfer is to become has room
    RetrieveState,        // argument: as State; or the first member of a conference set up just now
    ConferenceOffered,    // SETUPCONF of the call, or of the address that it starts from
    ConferenceState,      // argument: as State, for what a conference starts or grows from
    ConferencePlace,      // the conference can have one more party, and as many as are expected
    ConferenceHold,       // the address can hold one more call for a conference
    ConferenceRoom,       // the consultation call finds an appearance
    Addable,              // the call was made for the conference, or the provider takes others
    AddState,             // argument: states of the call that is to be added
    AddPlace,             // the conference can have one more party
    AddRoom,              // and finds an appearance when it is taken back
    RemoveState,          // argument: as State; the last member where only that can be
    RemoveRoom,           // the member's call finds a place
    NotConference,        // the call does not stand for a conference
    InConference,         // the call stands for a conference, or is a member of one
    CompletionMode,       // exactly one mode that the line offers
    MessageId,            // one of the line's messages, where one is left
    CompletionState,      // argument: states in which a call can be finished; and this one can be
    CompletionRoom,       // one more request can be outstanding
    CompletionId,         // a request of the line's that is outstanding
};
inline constexpr std::size_t kCheckCount = 159;

struct Guard {
    Op op;
    Check check;
    std::uint32_t argument;
    std::uint32_t error;  // LINEERR_
};
[[nodiscard]] std::span<const Guard> guards();
// The rows of one operation.
[[nodiscard]] std::span<const Guard> guards(Op op);
// "lineHold: State CONNECTED else LINEERR_INVALCALLSTATE"
[[nodiscard]] std::string describe(const Guard& guard);
[[nodiscard]] std::string_view name(Check check);
// What must hold for the row to let a request pass, as a sentence: "the call is CONNECTED".
[[nodiscard]] std::string condition(const Guard& guard);

}  // namespace pbxlab::lines
