// Guard rows in words, for people: the command line, the operation reference and failing tests.
#include <array>

#include "lines/operations.h"

namespace pbxlab::lines {

namespace {

struct CheckWords {
    Check check;
    std::string_view name;
    std::string_view condition;  // '%' stands for the row's argument
};
constexpr std::array<CheckWords, kCheckCount> kWords = {{
    {Check::Initialized, "Initialized", "some application has initialised the line interface"},
    {Check::AppHandle, "AppHandle", "the application has not been shut down"},
    {Check::LineHandle, "LineHandle", "the line handle is open, and this application's"},
    {Check::CallHandle, "CallHandle", "the call handle is live, and this application's"},
    {Check::OtherCallHandle, "OtherCallHandle",
     "the second call handle is live, and this application's"},
    {Check::SameLine, "SameLine", "both calls belong to one open line"},
    {Check::ConferenceLine, "ConferenceLine",
     "the line is open, and no call is given, where conferences start from a line"},
    {Check::ConferenceCall, "ConferenceCall",
     "the call handle is live, and this application's, where conferences start from a call"},
    {Check::IsConference, "IsConference", "the call stands for a conference"},
    {Check::Owner, "Owner", "the application owns the call"},
    {Check::OtherOwner, "OtherOwner", "the application owns the second call"},
    {Check::Offered, "Offered", "the provider offers LINECALLFEATURE_%"},
    {Check::OfferedOnLine, "OfferedOnLine", "the provider offers LINEFEATURE_%"},
    {Check::OfferedOnAddress, "OfferedOnAddress", "the address offers LINEADDRFEATURE_%"},
    {Check::NoProxy, "NoProxy", "no proxy requests are asked for"},
    {Check::DeviceId, "DeviceId", "the device exists"},
    {Check::Pointer, "Pointer", "no required pointer is NULL"},
    {Check::StructureSize, "StructureSize", "dwTotalSize holds the fixed part of the structure"},
    {Check::ApiVersion, "ApiVersion", "the provider supports the version"},
    {Check::ExtVersion, "ExtVersion", "the extension version is 0"},
    {Check::InitOption, "InitOption", "exactly one event mechanism is chosen"},
    {Check::AppName, "AppName", "the names can be displayed and are not too long"},
    {Check::PrivilegeSelect, "PrivilegeSelect", "the privileges and options go together"},
    {Check::OpenMedia, "OpenMedia", "an owner names media modes, all of them the line's"},
    {Check::OpenAddress, "OpenAddress", "SINGLEADDRESS names an address of the line"},
    {Check::Mapper, "Mapper", "LINEMAPPER finds a line"},
    {Check::ParamFlags, "ParamFlags",
     "the call parameter flags exist, fit the operation and are offered"},
    {Check::AddressMode, "AddressMode", "the address mode exists"},
    {Check::BearerMode, "BearerMode", "exactly one bearer mode is named, and it exists"},
    {Check::BearerOffered, "BearerOffered", "the line has the bearer mode"},
    {Check::MediaMode, "MediaMode", "the media mode is one of the line's, alone or with UNKNOWN"},
    {Check::Rate, "Rate", "the lowest rate is not above the highest"},
    {Check::RateOffered, "RateOffered", "the line carries the rate"},
    {Check::CountryCode, "CountryCode", "the country code is 0 to 999"},
    {Check::ParamAddress, "ParamAddress",
     "the address id of the call parameters is one of the line's"},
    {Check::OrigAddress, "OrigAddress", "the originating address is one of the line's"},
    {Check::AddressId, "AddressId", "the address id is one of the line's"},
    {Check::UserInfoSize, "UserInfoSize",
     "the user-user information is not longer than the line announces"},
    {Check::Modifier, "Modifier", "% is not the first character that the line cannot process"},
    {Check::DialString, "DialString", "the number is a well-formed dialable address"},
    {Check::PartialDial, "PartialDial", "the number is whole, or the line takes partial numbers"},
    {Check::KnownNumber, "KnownNumber",
     "somebody can have the number, where the profile refuses others at once"},
    {Check::WholeNumber, "WholeNumber",
     "the number is a whole dialable address without characters that wait for something"},
    {Check::ParkMode, "ParkMode", "exactly one park mode is named, and the line has it"},
    {Check::PickupOffered, "PickupOffered",
     "the address offers the kind of pickup that is asked for"},
    {Check::PickupGroup, "PickupGroup",
     "the group has members, and is given where the provider needs it"},
    {Check::NumberMode, "NumberMode", "the address is given as a dialable number"},
    {Check::OwnNumber, "OwnNumber", "the number is that of one of the line's addresses"},
    {Check::IdSelect, "IdSelect", "a line, an address or a call is selected"},
    {Check::SelectedLine, "SelectedLine",
     "the line handle is open, and this application's, where a line or address is selected"},
    {Check::SelectedCall, "SelectedCall",
     "the call handle is live, and this application's, where a call is selected"},
    {Check::SelectedAddress, "SelectedAddress",
     "the address id is one of the line's, where an address is selected"},
    {Check::DeviceClass, "DeviceClass", "the line has a device of the class"},
    {Check::CallMedia, "CallMedia",
     "exactly one media mode of the line's is named, or several with UNKNOWN"},
    {Check::MonitorDigitModes, "MonitorDigitModes",
     "only digit modes are named that the line can tell"},
    {Check::GatherModes, "GatherModes", "PULSE or DTMF or both, as the line can tell them"},
    {Check::GenerateDigitMode, "GenerateDigitMode",
     "exactly one digit mode is named that the line can play"},
    {Check::GatherCount, "GatherCount", "at least one digit is asked for"},
    {Check::TerminationDigits, "TerminationDigits",
     "the termination digits exist in the digit modes"},
    {Check::GatherTimeouts, "GatherTimeouts",
     "the timeouts are within the line's bounds, where the profile looks at them"},
    {Check::ToneModes, "ToneModes", "no tone mode is named, or exactly one that the line can play"},
    {Check::ToneCount, "ToneCount", "a custom tone has a frequency, and not too many"},
    {Check::GeneratedTones, "GeneratedTones", "the frequencies and volumes of the tone exist"},
    {Check::MonitorToneCount, "MonitorToneCount",
     "not more tones are named than the line can listen for"},
    {Check::MonitoredTones, "MonitoredTones",
     "the frequencies of the tones exist, and are not too many"},
    {Check::MonitorMediaModes, "MonitorMediaModes", "only media modes of the line's are named"},
    {Check::CallDataSize, "CallDataSize",
     "the call data are not longer than the address announces"},
    {Check::Treatment, "Treatment", "the address has the treatment"},
    {Check::TerminalOffered, "TerminalOffered",
     "the line has terminals, and the provider offers SETTERMINAL of what is selected"},
    {Check::TerminalId, "TerminalId", "the line has the terminal"},
    {Check::TerminalModes, "TerminalModes",
     "LINETERMMODE_ bits are set, and only such as the terminal can take, or are to be turned off"},
    {Check::HandOffMode, "HandOffMode", "a program is named, or exactly one media mode"},
    {Check::HandOffTarget, "HandOffTarget",
     "the program, or somebody for the media mode, has the line open as owner"},
    {Check::HandOffOther, "HandOffOther",
     "by media mode: it is another application than the one that hands the call off"},
    {Check::ModuleName, "ModuleName", "the file name can be displayed, and is without a path"},
    {Check::PriorityMedia, "PriorityMedia", "media modes are named that exist, or none"},
    {Check::PriorityRequest, "PriorityRequest",
     "a media mode is named, or the request mode is MAKECALL"},
    {Check::PriorityValue, "PriorityValue", "the priority is 0 or 1"},
    {Check::RecipientModes, "RecipientModes", "only LINEREQUESTMODE_ bits are set, at least one"},
    {Check::RequestMode, "RequestMode",
     "the request mode is exactly one of MAKECALL and MEDIACALL"},
    {Check::Registered, "Registered", "the application is registered for such requests"},
    {Check::RequestWaits, "RequestWaits", "a request waits"},
    {Check::DestinationText, "DestinationText", "the address is neither empty nor too long"},
    {Check::Recipient, "Recipient", "some application is registered for such requests"},
    {Check::RequestRoom, "RequestRoom", "not too many requests wait already"},
    {Check::Never, "Never", "the exchange has no such thing"},
    {Check::Select, "Select", "exactly one selection is made"},
    {Check::Privilege, "Privilege", "exactly one privilege is named"},
    {Check::StatusLineBits, "StatusLineBits", "only LINEDEVSTATE_ bits are set"},
    {Check::StatusAddressBits, "StatusAddressBits", "only LINEADDRESSSTATE_ bits are set"},
    {Check::DevStatusFlags, "DevStatusFlags",
     "only LINEDEVSTATUSFLAGS_ bits are set, and at least one"},
    {Check::DevStatusSettable, "DevStatusSettable",
     "only MSGWAIT is to be changed, the rest being the exchange's"},
    {Check::InService, "InService", "the line is connected, and it and the address are in service"},
    {Check::State, "State", "the call is in one of the states %"},
    {Check::DialState, "DialState",
     "the call is in one of the states %, or where else the profile takes digits"},
    {Check::RedirectState, "RedirectState",
     "the call came in and is in one of the states %, as far as the profile redirects it there"},
    {Check::AnswerState, "AnswerState",
     "the call is %, or INACTIVE here at an address whose calls can be joined"},
    {Check::MonitorState, "MonitorState", "the call is in one of the states %, INACTIVE or not"},
    {Check::OtherState, "OtherState", "the second call is in one of the states %"},
    {Check::GenerateState, "GenerateState",
     "the call is in one of the states %, and CONNECTED where the profile insists on it"},
    {Check::RejectAllowed, "RejectAllowed", "the call is not being offered, or may be turned down"},
    {Check::SoleOwner, "SoleOwner", "the application is not the sole owner of a live call"},
    {Check::MoreDigits, "MoreDigits",
     "the number is not empty, or ends one that was announced as partial"},
    {Check::Appearance, "Appearance", "the address and the line can take one more active call"},
    {Check::HoldRoom, "HoldRoom", "the address can hold one more call"},
    {Check::AnswerRoom, "AnswerRoom", "the active call can be treated as the answer mode says"},
    {Check::OtherActive, "OtherActive",
     "no other call is active, where the exchange would not touch it"},
    {Check::RetrieveRoom, "RetrieveRoom", "the held call finds an appearance again"},
    {Check::SwapRoom, "SwapRoom", "both calls find a place when they change places"},
    {Check::QueueNotEmpty, "QueueNotEmpty", "a message is waiting"},
    {Check::AppOrNone, "AppOrNone",
     "the application has not been shut down; from version 2.0 on none need be given"},
    {Check::KnownVersion, "KnownVersion", "there is such a version of the interface"},
    {Check::TranslateOptions, "TranslateOptions",
     "only LINETRANSLATEOPTION_ bits are set, and not both FORCELOCAL and FORCELD"},
    {Check::Card, "Card", "the card that is to be used instead exists"},
    {Check::Address, "Address",
     "the address is well-formed canonical, or does not begin with a plus sign"},
    {Check::Location, "Location", "the location exists"},
    {Check::TollOption, "TollOption", "the option is exactly one of ADD and REMOVE"},
    {Check::TollAddress, "TollAddress",
     "the address is canonical, in the area of the current location, and that has toll lists"},
    {Check::Country, "Country", "the country's id is 0 or known"},
    {Check::Present, "Present", "the device has not been removed"},
    {Check::NoReinit, "NoReinit",
     "no application has been asked to start anew, or all have shut down since"},
    {Check::NotShared, "NotShared", "no other station takes part in the call"},
    {Check::TargetAddress, "TargetAddress",
     "a transfer in one step names a number that the line can dial"},
    {Check::ConsultModel, "ConsultModel", "the provider makes consultation calls itself"},
    {Check::PendingRoom, "PendingRoom", "the address can hold one more call for a consultation"},
    {Check::ConsultRoom, "ConsultRoom",
     "the consultation call finds an appearance once the other call is held"},
    {Check::ForwardOffered, "ForwardOffered",
     "LINEFEATURE_FORWARD is offered for all addresses, LINEADDRFEATURE_FORWARD for one"},
    {Check::ForwardModes, "ForwardModes",
     "each entry has exactly one mode, and one that the line can be asked for"},
    {Check::ForwardEntries, "ForwardEntries",
     "there are not more entries, or entries for one caller, than the line can do"},
    {Check::ForwardCallers, "ForwardCallers",
     "an entry names a caller when its mode is for one caller, and only then"},
    {Check::ForwardPairs, "ForwardPairs",
     "entries whose calls the line cannot tell apart name the same destination"},
    {Check::ForwardCountries, "ForwardCountries", "the country codes are 0 to 999"},
    {Check::ForwardNumbers, "ForwardNumbers",
     "the numbers are well-formed dialable addresses, and not the forwarded one itself"},
    {Check::ForwardKinds, "ForwardKinds",
     "FORWARDFWD is offered for entries with a destination, FORWARDDND for those without"},
    {Check::Destination, "Destination", "the destination is a whole number that the line can dial"},
    {Check::TransferMode, "TransferMode", "exactly one transfer mode is named"},
    {Check::TransferModeOffered, "TransferModeOffered", "the line has the transfer mode"},
    {Check::HeldState, "HeldState",
     "the call is %, or ONHOLD where the provider transfers held calls"},
    {Check::TargetState, "TargetState",
     "the second call is in one of the states %, BUSY only where the exchange takes it"},
    {Check::TransferConference, "TransferConference",
     "a conference that the transfer is to become has room"},
    {Check::RetrieveState, "RetrieveState",
     "the call is %, or the first member of a conference that is being set up"},
    {Check::ConferenceOffered, "ConferenceOffered",
     "the provider offers SETUPCONF of the call, or of the address that the conference starts "
     "from"},
    {Check::ConferenceState, "ConferenceState",
     "the call is %, and nobody is being called for it yet"},
    {Check::ConferencePlace, "ConferencePlace",
     "the conference can have one more party, and as many as are expected"},
    {Check::ConferenceHold, "ConferenceHold",
     "the address can hold one more call for a conference"},
    {Check::ConferenceRoom, "ConferenceRoom", "the consultation call finds an appearance"},
    {Check::Addable, "Addable",
     "the second call was made for the conference, or the provider takes others; it is in none"},
    {Check::AddState, "AddState", "the second call is %, and no third one is active"},
    {Check::AddPlace, "AddPlace", "the conference can have one more party"},
    {Check::AddRoom, "AddRoom", "the conference finds an appearance when it is taken back"},
    {Check::RemoveState, "RemoveState",
     "the call is %, and the last that was added where only that one can be taken out"},
    {Check::RemoveRoom, "RemoveRoom", "the member's call finds a place"},
    {Check::NotConference, "NotConference", "the call does not stand for a conference"},
    {Check::InConference, "InConference",
     "the call stands for a conference, or is a member of one"},
    {Check::CompletionMode, "CompletionMode", "exactly one mode is named, and the line offers it"},
    {Check::MessageId, "MessageId", "the message is one of the line's, where one is left"},
    {Check::CompletionState, "CompletionState",
     "the call is in one of the states %, at a station, and the line finishes such calls"},
    {Check::CompletionRoom, "CompletionRoom",
     "the address can have one more completion outstanding"},
    {Check::CompletionId, "CompletionId", "the completion is outstanding, and this line's"},
}};
constexpr bool words_are_in_order() {
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (static_cast<std::size_t>(kWords[i].check) != i) return false;
    }
    return true;
}
static_assert(words_are_in_order(), "one row for each check, in the order of enum Check");

// What the argument of a row says, in TAPI's words; empty where the check takes none.
std::string argument_text(const Guard& guard) {
    switch (guard.check) {
        case Check::State:
        case Check::DialState:
        case Check::RedirectState:
        case Check::AnswerState:
        case Check::MonitorState:
        case Check::OtherState:
        case Check::HeldState:
        case Check::TargetState:
        case Check::RetrieveState:
        case Check::ConferenceState:
        case Check::AddState:
        case Check::RemoveState:
        case Check::CompletionState:
        case Check::GenerateState: return bit_words("LINECALLSTATE", guard.argument);
        case Check::Offered: return bit_words("LINECALLFEATURE", guard.argument);
        case Check::OfferedOnLine: return bit_words("LINEFEATURE", guard.argument);
        case Check::OfferedOnAddress: return bit_words("LINEADDRFEATURE", guard.argument);
        case Check::Modifier: return {'\'', static_cast<char>(guard.argument), '\''};
        default: return {};
    }
}

}  // namespace

std::string_view name(Check check) { return kWords[static_cast<std::size_t>(check)].name; }

std::string condition(const Guard& guard) {
    const std::string_view words = kWords[static_cast<std::size_t>(guard.check)].condition;
    const std::size_t place = words.find('%');
    if (place == std::string_view::npos) return std::string{words};
    std::string text{words.substr(0, place)};
    text += argument_text(guard);
    text += words.substr(place + 1);
    return text;
}

std::string describe(const Guard& guard) {
    std::string text{operation(guard.op).function};
    text += ": ";
    text += name(guard.check);
    if (const std::string argument = argument_text(guard); !argument.empty())
        text += " " + argument;
    return text + " else " + error_name(line_error(guard.error));
}

}  // namespace pbxlab::lines
