// A scenario as typed values: what the reader makes of a JSON file and what the runner plays. The
// words of the language, their types and their descriptions stand in one table
// (harness/scenario_words.cpp), from which the reader and the JSON Schema are both made.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "harness/fault_words.h"
#include "harness/load_words.h"
#include "harness/mark.h"
#include "harness/method_words.h"
#include "harness/seldom.h"
#include "lines/dialing_locations.h"
#include "lines/operations.h"
#include "lines/structures.h"
#include "lines/tapi3/method.h"
#include "switch/delay.h"
#include "switch/groups.h"
#include "switch/model.h"
#include "switch/time.h"

namespace pbxlab::harness {

// One provider setting: a key of provider_keys() and its value (an enumerator, a number,
// microseconds or a set of bits).
struct Setting {
    std::uint16_t key = 0;
    std::int64_t value = 0;
    Mark mark;
    std::int64_t most = 0, mean = 0;  // of a time that is drawn, microseconds; most 0: it is not
};
using Settings = std::vector<Setting>;  // applied in order, over the defaults

// How a provider behaves: as the profile of that name, but for what is set here. Once the file is
// read `settings` begins with those of the profile, without places.
struct ProviderWords {
    Mark mark;
    std::optional<Text> profile;
    Settings settings;
    std::vector<FaultWords> faults;  // standing ones of the profile, without places

    [[nodiscard]] bool empty() const { return !profile && settings.empty(); }
};

// One rule by which calls are sent on.
struct ForwardWords {
    Mark mark;
    std::uint32_t mode = 0;  // LINEFORWARDMODE_
    Text caller;
    Text to;  // empty: such callers are turned away
    std::uint32_t country_code = 0;
};

struct AddressWords {
    Text number;
    Text name;
    std::optional<std::uint32_t> max_active, max_held, max_pending;
    std::optional<std::uint32_t> max_conference, max_transfer_conference;
    // An address that several lines have: how the first shares it, or of which number this is a
    // further appearance.
    pbx::Sharing sharing = pbx::Sharing::Private;
    std::optional<Text> bridge;
    bool orbit = false;  // of this number: the address shows who is parked there
    bool looks_only = false;
    bool rings = true;
    pbx::Duration rings_after{};
    Text pickup_group;
    std::vector<ForwardWords> forwards;
    std::uint32_t forward_rings = 0;  // 0: the provider's
};

struct LineWords {
    Mark mark;
    std::vector<AddressWords>
        addresses;      // "address": "1001", or "addresses": ["1001", {"number": ...}]
    Text name;          // of each address that says nothing itself (copied there)
    Text pickup_group;  // the same
    std::optional<std::uint32_t> max_active, max_held,
        max_pending;  // of each address that says nothing itself
    std::optional<std::uint32_t> max_conference, max_transfer_conference;  // the same
    std::optional<std::uint32_t> line_max_active;                          // over all addresses
    std::vector<ForwardWords> forwards;  // of each address that says nothing itself
    std::uint32_t forward_rings = 0;     // the same
    bool absent = false;                 // until it is created by an injection
    ProviderWords provider;              // with a profile, in place of the scenario's
};

struct OutsideWords {
    Mark mark;
    Text number, name;
    pbx::Disclosure shows_number = pbx::Disclosure::Known;
    std::uint32_t media = 0;  // LINEMEDIAMODE_ bits; 0: interactive voice
    pbx::OutsideScript script;
};

// Members that ring together.
struct StageWords {
    Mark mark;
    std::vector<Text> members;  // names of lines (their first address), or numbers
    pbx::Duration time = pbx::HuntStage{}.time;
};

// A hunt group. With `members`, `ring` makes the stages of them.
struct GroupWords {
    enum class Ring : std::uint8_t { Linear, Circular, LongestIdle, AllAtOnce };
    Mark mark;
    Text number, name;
    Ring ring = Ring::Linear;
    std::vector<Text> members;
    pbx::Duration ring_time = pbx::HuntStage{}.time;
    std::vector<StageWords> stages;
    std::uint32_t rounds = 1;
    bool rings_busy = false;
    pbx::QueueSpec queue;
    std::optional<Text> overflow;
};

// Where calls can be parked, and who is rung for them besides who parked them.
struct ParkWords {
    Mark mark;
    std::vector<Text> orbits;  // numbers
    std::optional<Text> attendant;
};

struct SwitchWords {
    std::optional<Text> office;  // file below offices/ of the scenario root
    std::map<std::string, LineWords>
        lines;  // sorted by name; devices are made in order of appearance:
    std::vector<std::string> line_order;
    std::map<std::string, OutsideWords> outside;
    std::vector<std::string> outside_order;
    std::map<std::string, GroupWords> groups;
    std::vector<std::string> group_order;
    std::optional<ParkWords> park;
    std::optional<std::uint32_t> trunks;
    std::optional<Text> trunk_access;
    std::optional<std::uint32_t>
        outside_length;  // digits of a complete outside number that is not listed
};

struct OpenWords {
    Mark mark;
    Text line;
    std::uint32_t privileges = lines::LINECALLPRIVILEGE_OWNER | lines::LINECALLPRIVILEGE_MONITOR;
    std::optional<std::uint32_t> media;        // LINEMEDIAMODE_ bits; interactive voice
    std::optional<std::uint32_t> media_types;  // TAPI 3: TAPIMEDIATYPE_ bits; audio
    std::uint32_t line_states = 0;             // LINEDEVSTATE_ bits it wants to hear of
    std::uint32_t address_states = 0;          // LINEADDRESSSTATE_
    std::optional<std::uint32_t> single_address;
};

struct AppWords {
    Mark mark;
    Text module;  // file name; default: the application's name + ".exe"
    std::uint32_t version = lines::kTapi22;
    bool has_version = false;  // it is said
    Api api = Api::Tapi2;
    std::vector<OpenWords> opens;         // in order
    std::uint32_t priority = 0;           // 1 is highest; 0: not in the stored list
    std::optional<std::uint32_t> events;  // TAPI 3: TAPI_EVENT bits; all where not said
};

// What address translation goes by.
struct LocationWords {
    Mark mark;
    lines::Location is;  // its id and name are its place and name in the scenario
    Text card;           // preferred calling card; empty: direct dialling
};
struct CardWords {
    Mark mark;
    lines::CallingCard is;
    bool hidden = false;
};
struct TelephonyWords {
    Mark mark;
    std::map<std::string, LocationWords> locations;
    std::vector<std::string> location_order;  // ids count from 1; 0 is the default location
    std::map<std::string, CardWords> cards;
    std::vector<std::string> card_order;  // the same; 0 is direct dialling
    Text current;                         // empty: the first location that is given
};

// A call state, perhaps with its mode: "connected", "disconnected/busy"; or an event of TAPI 3:
// "CS_CONNECTED", "CS_DISCONNECTED/CEC_DISCONNECT_BUSY", "AE_RINGING".
struct StateWord {
    std::uint32_t state = 0;  // LINECALLSTATE_; 0 in a trace: "..."; or what the event says
    std::optional<std::uint32_t> mode;
    Mark mark;
    std::uint32_t event = 0;  // TAPI_EVENT that says it; 0: it is a LINECALLSTATE_, or any

    [[nodiscard]] bool any() const { return state == 0 && event == 0; }
};

// What an expect or never waits for.
enum class Awaited : std::uint8_t {
    CallState,
    CallInfo,
    LineDevState,
    AddressState,
    Close,
    Reply,
    AppNewCall,
    Create,
    Remove,
    Reinit,
    MonitorDigits,
    GatherDigits,
    Generate,
    MonitorTone,
    MonitorMedia,
    Request,
    // events of TAPI 3
    StateEvent,
    NotificationEvent,
    AddressEvent,
    HubEvent,
    InfoEvent,
    ObjectEvent,
    DigitEvent,
    GenerateEvent,
    GatherEvent,
    ToneEvent,
    RequestEvent
};
constexpr bool is_event(Awaited awaited) { return awaited >= Awaited::StateEvent; }

// Conditions on what a message brought, or on how things stand; every one given must hold.
struct Conditions {
    std::optional<StateWord> state;  // check only
    std::optional<Text> caller_id, caller_name, called_id, connected_id, connected_name,
        redirecting_id, redirection_id;
    std::optional<std::uint32_t> caller_id_flags, called_id_flags,
        connected_id_flags;  // LINECALLPARTYID_ bits, exactly
    std::optional<std::uint32_t> reason, origin,
        privilege;  // LINECALLREASON_, LINECALLORIGIN_, LINECALLPRIVILEGE_
    std::optional<std::uint32_t> features, lacks;  // LINECALLFEATURE_: all of these / none of these
    std::optional<std::uint32_t> address_features, line_features;  // all of these, now
    std::optional<std::uint32_t> address_lacks, line_lacks;        // none of these, now
    std::optional<std::uint32_t> owners, monitors;
    std::optional<std::uint32_t> active_calls, held_calls, pending_calls, in_use, opens;
    std::optional<std::uint32_t> features2;  // LINECALLFEATURE2_: all of these
    std::optional<std::uint32_t> lacks2;     // LINECALLFEATURE2_: none of these
    std::optional<Text> related_to;          // another call's name
    std::optional<std::uint32_t> address_id;
    std::optional<std::uint32_t> media;  // LINEMEDIAMODE_ bits, exactly
    // TAPI 3: TAPIMEDIATYPE_ bits and CALL_PRIVILEGE; calls in the call's hub; lCallbackInstance
    std::optional<std::uint32_t> media_types, call_privilege, hub_calls, instance;
    std::optional<std::uint32_t> app_specific;
    std::optional<std::uint32_t> treatment, bearer_mode, rate;  // LINECALLTREATMENT_, ...
    std::optional<Text> call_data;
    std::optional<Text> digits;  // of a message: the digit, or those gathered
    std::optional<std::uint32_t> monitor_digit_modes, monitor_media_modes;  // exactly
    std::optional<std::uint32_t> flags;        // LINECALLPARAMFLAGS_ of the call: all of these
    std::optional<std::uint32_t> answer_mode;  // LINEANSWERMODE_, of the line's capabilities
    std::optional<std::uint32_t>
        call_states;  // LINECALLSTATE_ bits the address can report: all of these
    std::optional<std::uint32_t> missing_call_states;  // none of these
    // How many terminals the line has; of one of them, 0 where it is not named: what goes there
    // (LINETERMMODE_, exactly), what it is (LINETERMDEV_) and what it can take.
    std::optional<std::uint32_t> terminals, terminal, terminal_modes;
    std::optional<std::uint32_t> terminal_device, terminal_takes;
    std::optional<std::uint32_t> address_caps;       // LINEADDRCAPFLAGS_: all of these
    std::optional<std::uint32_t> address_caps_lack;  // none of these
    std::optional<Text> user_user_info, app_name, called_party, comment;
    std::optional<std::uint32_t> forward_modes;  // of all rules together, exactly
    std::optional<std::uint32_t> forward_rings;
    std::optional<std::uint32_t> completions, completion_id;
    std::optional<Text> forward_to;       // the destinations in order, with spaces between them
    std::optional<Text> same_call_id_as;  // another call's name
    std::optional<Text> is;               // outside party: a word for its connection's state
    std::optional<bool> in_service;
    std::optional<std::uint32_t> status_flags;  // LINEDEVSTATUSFLAGS_ bits of a line, exactly
    std::optional<std::uint32_t> bits;          // expect: state bits of the message, all of these
    std::optional<std::uint32_t> count;         // expect: ring count
    std::uint64_t given = 0;  // check: its words, by their position in check_words()
    Mark mark;
};

// A tone that is listened for.
struct ToneWords {
    std::vector<std::uint32_t> frequencies;  // hertz; none: silence
    pbx::Duration duration{};
    std::uint32_t app_specific = 0;
};

// What a function of address translation must have filled its structure with; every one given must
// be so, exactly. Words on a location concern the current one, those on a country the first.
struct Gives {
    std::optional<Text> dialable, displayable;
    std::optional<std::uint32_t> results;  // LINETRANSLATERESULT_
    std::optional<std::uint32_t> current_country, dest_country;
    std::optional<std::uint32_t> locations, cards, countries;  // how many
    std::optional<std::uint32_t> location_id, card_id, card_digits;
    std::optional<Text> location_name, area, toll_list, cancel_call_waiting, card_name;
    std::optional<std::uint32_t> country_id, country_code, next_country;
    std::optional<Text> dest_address, app_name, called_party, comment;  // getRequest
    std::optional<Text> country_name, same_area_rule, long_distance_rule, international_rule;
};

struct Step;
using Steps = std::vector<Step>;

enum class StepKind : std::uint8_t {
    Do,
    Expect,
    Check,
    Wait,
    Never,
    AnyOrder,
    InOrder,
    Phone,
    Inject,
    Repeat
};
enum class PhoneAct : std::uint8_t {
    Lift,
    Dial,
    Answer,
    Flash,
    HangUp,
    Forward,
    Park,
    Unpark,
    Pickup,
    Consult,
    Transfer,
    Confer,
    Complete,
    Uncomplete
};
enum class Injection : std::uint8_t {
    Calls,
    Answers,
    Rejects,
    HangsUp,
    Script,
    OutOfService,
    InService,
    Trunks,
    Create,
    Remove,
    Close,
    Reinit,
    Disconnect,
    Connect,
    CapsChange,
    MsgWaitOn,
    MsgWaitOff,
    Digits,
    Tone,
    Media,
    CancelCompletion,
    Fault,
    ClearFault
};
enum class FailsAt : std::uint8_t { Anywhere, Return, Reply };

// Under which providers a step is part of the scenario: every word that is given has to hold.
struct WhenWords {
    Mark mark;
    std::vector<Text> provider;      // one of these profiles
    std::vector<Text> not_provider;  // none of these
    Settings settings;               // behaves so
};

// One step. Which fields count depends on `kind`; the reader refuses the ones that do not belong to
// it.
struct Step {
    Mark mark;  // of the step's opening brace
    StepKind kind = StepKind::Wait;
    std::optional<WhenWords>
        when;  // else it is no part of the scenario; gone once the file is read
    // whom it concerns
    Text line, call, app, outside, request;
    // do
    lines::Op op = lines::Op::MakeCall;
    std::optional<lines::tapi3::Method> method;  // in place of `op`
    MethodWords tapi3;
    std::optional<Text> to;  // makeCall, inject calls; absent: none; JSON null: NULL
    bool to_null = false;
    std::vector<Text> as;           // names for what comes of it
    Text digits;                    // dial, phone dial
    std::optional<Text> with;       // swapHold: the held call
    std::optional<Text> group;      // pickup
    std::optional<Text> parked_at;  // park: the address that the exchange has to choose
    // A name for the conference that comes of it; of a message: that of the conference, no name for
    // none.
    std::optional<Text> conference;
    std::uint32_t num_parties = 0;               // setupConference
    std::optional<std::uint32_t> transfer_mode;  // completeTransfer: LINETRANSFERMODE_
    lines::CallParams params;
    bool has_params = false;
    std::uint32_t country_code = 0;
    Text user_user_info;
    std::optional<std::uint32_t> address_id;
    std::optional<std::uint32_t> select;        // LINECALLSELECT_
    std::optional<std::uint32_t> privilege;     // setCallPrivilege, open: LINECALLPRIVILEGE_ bits
    std::optional<std::uint32_t> media;         // open: LINEMEDIAMODE_ bits
    std::optional<std::uint32_t> version;       // open, negotiateApiVersion, get*Caps
    std::optional<std::uint32_t> low_version;   // negotiateApiVersion
    std::optional<std::uint32_t> device;        // a device id instead of a line's name
    std::optional<std::uint32_t> app_specific;  // setAppSpecific
    Text module;                                // handoff, priorities: a program's file name
    std::optional<std::uint32_t> priority;      // setAppPriority
    std::optional<std::uint32_t> request_mode;  // LINEREQUESTMODE_; makeCall
    bool enable = true;                         // registerRequestRecipient, setTerminal ...
    std::optional<std::uint32_t> status_flags;  // setLineDevStatus: LINEDEVSTATUSFLAGS_
    Text call_data;                             // setCallData
    std::optional<std::uint32_t> treatment;     // setCallTreatment
    std::optional<std::uint32_t> brings;        // the number that the operation has to bring
    Text address;                               // getAddressId
    std::optional<std::uint32_t> digit_modes;   // LINEDIGITMODE_ bits
    std::optional<std::uint32_t> tone_mode;     // LINETONEMODE_
    std::uint32_t num_digits = 1;               // gatherDigits
    Text termination;                           // gatherDigits
    pbx::Duration first_timeout{}, inter_timeout{};     // gatherDigits
    pbx::Duration duration{};                           // of what is generated or injected
    std::vector<std::uint32_t> frequencies;             // of one tone, in hertz
    std::vector<ToneWords> tones;                       // monitorTones
    Text device_class;                                  // getId
    std::vector<ForwardWords> forwards;                 // forward, phone forward
    bool all_addresses = false;                         // forward
    std::optional<std::uint32_t> completion_mode;       // completeCall: LINECALLCOMPLMODE_
    std::uint32_t message = 0;                          // completeCall: dwMessageID
    std::optional<std::uint32_t> completion;            // the id of a request
    std::uint32_t line_states = 0, address_states = 0;  // setStatusMessages
    std::optional<std::uint32_t> total_size;            // dwTotalSize of the structure to be filled
    std::optional<std::uint32_t> used_size;             // what dwUsedSize must be then
    std::optional<bool> complete;  // whether dwNeededSize equals it: all there is has found room
    bool null_pointer = false;     // "buffer": null, the pointer to be filled is NULL
    std::optional<std::uint32_t>
        raw_handle;  // "handle": a number used as it is instead of a call's or line's handle
    std::optional<std::uint32_t> raw_bits;  // "rawBits": dwPrivileges, dwSelect, dwLineStates ...
                                            // as a number, for wrong ones
    lines::LineResult fails = 0;            // expected LINEERR_ or HRESULT; 0: it must succeed
    FailsAt fails_at = FailsAt::Anywhere;
    bool async = false;  // do not wait for the reply
    // do: terminals
    std::optional<std::uint32_t> terminal, terminal_modes;  // LINETERMMODE_
    // do: address translation
    std::optional<std::uint32_t> translate_options;  // LINETRANSLATEOPTION_
    Text card_name, location_name;                   // or their ids
    std::optional<std::uint32_t> card, location, country;
    std::optional<std::uint32_t> toll_list;  // LINETOLLLISTOPTION_
    Seldom<Gives> gives;
    // expect, never
    Awaited awaited = Awaited::CallState;
    StateWord state;
    std::vector<Text> bits;               // as written; conditions.bits has their values
    std::optional<pbx::Duration> within;  // 60 s where not said
    std::optional<pbx::Duration> span;    // never: "for"
    Seldom<Conditions> conditions;        // expect, check
    // others
    pbx::Delay wait;
    PhoneAct phone = PhoneAct::Lift;
    Injection injection = Injection::Calls;
    pbx::OutsideScript script;
    std::uint32_t count = 0;         // inject trunks
    Settings provider;               // inject capsChange: what differs from how the line was
    std::vector<FaultWords> faults;  // inject fault
    Text fault_name;                 // inject clearFault
    std::uint64_t repeat = 0;
    Steps steps;  // anyOrder, inOrder, repeat
};

struct TraceWords {
    struct Conditional {
        std::size_t state = 0;  // its place in `states`
        std::optional<WhenWords> when;
    };
    Text call;
    std::vector<StateWord> states;
    // States that belong to the trace only under some providers, in order; gone once the file is
    // read.
    std::vector<Conditional> conditional;
};

// Two calls, one of a TAPI 2 application and one of a TAPI 3 one, that must have gone alike.
struct FacesWords {
    Text tapi2, tapi3;
};

// A value that "${name}" can stand for: null, true or false, a number or a text.
struct MatrixValue {
    std::variant<std::monostate, bool, std::int64_t, std::string> value;
    Mark mark;

    // As it stands within a longer text and in the names of runs.
    [[nodiscard]] std::string text() const;
};
struct MatrixAxis {
    Text name;
    std::vector<MatrixValue> values;
};
using Matrix = std::vector<MatrixAxis>;  // in the order of the file

struct Scenario {
    std::string file;  // as given, for messages
    std::string path;  // relative to the scenario root, '/' between names: the scenario's id
    Text name, why;
    std::vector<Text> about;  // operations (TAPI function names) and edge cases ("EC-40")
    std::vector<Text> tags;
    Matrix matrix;
    Mark matrix_mark;
    std::string variant;     // which of its runs this one is: "[to=1002]"; empty without a matrix
    ProviderWords provider;  // for every line and the exchange
    // Profiles under which it has to hold, each in a run of its own; "all" stands for every one.
    std::vector<Text> providers;
    std::vector<FaultWords> faults;  // in the order in which they act
    SwitchWords exchange;
    TelephonyWords telephony;
    std::optional<Api> api;  // of the lines' own applications
    std::map<std::string, AppWords> applications;
    std::vector<std::string> application_order;
    Steps steps;
    std::optional<LoadWords> load;
    std::vector<TraceWords> traces;
    std::vector<FacesWords> faces;
    bool strict = false;
    pbx::Duration settle = std::chrono::seconds{5};
};

}  // namespace pbxlab::harness
