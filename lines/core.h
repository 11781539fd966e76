// What the telephony system keeps and its few primitives; internal to lines/. Each operation is a
// file of its own that asks the guards, then places an order with the exchange; what the exchange
// then tells becomes messages in tell.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lines/application.h"
#include "lines/dialing_locations.h"
#include "lines/inband.h"
#include "lines/message_queue.h"
#include "lines/operations.h"
#include "lines/profile.h"
#include "lines/request.h"
#include "lines/telephony.h"
#include "lines/terminals.h"
#include "switch/exchange.h"
#include "switch/slots.h"

namespace pbxlab::lines {

// A handle's value tells kind, slot and generation: bit 31 marks a call, the low 20 bits are the
// slot plus one, so that no value is zero, and the generation stands between.
inline constexpr std::uint32_t kHandleSlotBits = 20;
inline constexpr std::uint32_t kHandleGenerations = (1U << (31 - kHandleSlotBits)) - 1;

struct AppRecord {
    InitializeParams params;
    Application door;
    MessageQueue queue;
    std::vector<OpenId> opens;  // in the order of lineOpen
    bool live = true;
    pbx::TimerTarget* listener = nullptr;  // is woken when there is something to fetch
    std::uint32_t wake_what = 0;
    pbx::TimerId wake;
};

// One lineOpen.
struct OpenLine {
    std::uint32_t app = 0;
    std::uint32_t device = 0;
    std::uint32_t api_version = 0;
    std::uint32_t privileges = 0;  // LINECALLPRIVILEGE_
    std::uint32_t media_modes = 0;
    std::uint32_t line_states = 0;     // LINEDEVSTATE_ bits it asked for
    std::uint32_t address_states = 0;  // LINEADDRESSSTATE_
    std::uint32_t single_address = pbx::kNobody;
    std::vector<std::uint32_t> num_rings;  // by address id; empty: never asked for
    std::uint64_t callback_instance = 0;
};

// One application's hold on one call.
struct CallHandle {
    LegId leg;
    OpenId open;
    HandleId next;  // of the same leg, in the order in which the lines were opened
    std::uint32_t privilege = LINECALLPRIVILEGE_MONITOR;
};

// What few calls have, kept apart so that the others stay small.
struct Extras {
    std::string called_party, comment, displayable_address;
    std::vector<std::string> user_infos;  // the first is readable, the others wait for its release
    std::vector<std::string> infos_to_come;  // with the next thing that happens to the call
    std::string user_info_to_send;           // goes with the call to the party that is offered it
    std::string call_data;
    DialParams dial_params;
    std::unique_ptr<Inband> inband;
    std::unique_ptr<ForwardOrder> forward;  // is asked for when who was called answers
};

// A call as its line sees it: one connection of the exchange, told in TAPI's states. It outlives
// the connection until the last application has deallocated its handle.
struct Leg {
    pbx::ConnectionId connection;  // invalid once IDLE
    HandleId first_handle;
    std::uint32_t device = 0;
    std::uint32_t address = 0;  // LINEADDRESSCAPS address id
    std::uint32_t state = LINECALLSTATE_UNKNOWN;
    std::uint32_t mode = 0;
    pbx::SimTime since;
    std::uint32_t call_number = 0, related = 0, trunk = pbx::kNobody;
    std::uint32_t told_id = 0;        // dwCallID, where a fault makes it another; 0: call_number
    std::uint32_t told_origin = 0;    // LINECALLORIGIN_, the same; 0: origin
    std::uint32_t exchange_call = 0;  // what the exchange calls it, where call_number is another
    std::uint32_t media = 0, bearer = LINEBEARERMODE_VOICE, rate = 0, flags = 0, country = 0;
    std::uint32_t origin = 0, reason = LINECALLREASON_DIRECT;
    std::uint32_t app_specific = 0;
    std::uint32_t treatment = LINECALLTREATMENT_SILENCE;
    std::uint32_t completion = 0;       // LINECALLINFO.dwCompletionID
    std::uint32_t app = pbx::kNobody;   // that made, accepted or answered it
    std::array<pbx::Party, 5> parties;  // caller, called, connected, redirecting, redirection
    std::unique_ptr<Extras> extras;
    Routes routes;                // where its low-level events go
    LegId conference;             // CONFERENCED: the call that stands for it
    OpenId maker;                 // whose request brought a call that nobody asked for by name
    std::uint32_t requests = 0;   // still to be carried out
    bool announced = false;       // its line knows of it
    bool connect_told = false;    // reported connected at the end of dialling (connect_on_dial_end)
    bool owner_flag_due = false;  // the next state message to the owner says so
    bool had_owner = false;       // some application owned it, now or before
    bool hides_caller = false;    // a fault: who calls is not told yet
    bool split = false;           // a fault: it is split, or came of that
    bool media_chosen = false;    // an owner has said what it carries
};

// LINECALLINFO.dwCallID.
[[nodiscard]] inline std::uint32_t told_call_id(const Leg& leg) {
    return leg.told_id != 0 ? leg.told_id : leg.call_number;
}

// The calls of one address as dwNumActiveCalls and its siblings count them (reference: call-model
// 11).
struct Counts {
    std::uint32_t active = 0, held = 0, pending = 0;
    [[nodiscard]] std::uint32_t all() const { return active + held + pending; }
    // Adds `by` (1, or all bits for one less) where calls in this state are counted.
    void add(std::uint32_t state, std::uint32_t by);
    bool operator==(const Counts&) const = default;
};

// What a line device knows of one of its addresses.
struct DeviceAddress {
    Counts counts;
    Routes routes;                                      // new calls there begin with it
    std::unique_ptr<const pbx::Forwarding> forwarding;  // see known_forwarding; none: no rules

    // In force, as far as the provider has heard.
    [[nodiscard]] const pbx::Forwarding& known_forwarding() const {
        static const pbx::Forwarding kNone;
        return forwarding ? *forwarding : kNone;
    }
    void learn(const pbx::Forwarding& now) {
        forwarding = now == pbx::Forwarding{} ? nullptr : std::make_unique<pbx::Forwarding>(now);
    }
};

// A line device: what applications see of one station.
struct Device {
    pbx::StationId station;
    std::uint32_t profile = 0;
    std::vector<OpenId> opens;  // in the order in which the line was opened
    std::vector<LegId> legs;    // in order of appearance
    LegId late_hold;  // is held for a consultation, and told so after that call's first state
    std::vector<DeviceAddress> addresses;  // by address id
    Routes routes;                         // as set for the line
    bool in_service = true;
    bool connected = true;  // the provider hears of the line
    bool removed = false;   // for good: its id is never used again
    [[nodiscard]] bool usable() const { return in_service && connected && !removed; }
};

// An application that makes the calls that other programs ask for.
struct Recipient {
    std::uint32_t app = 0;
    std::uint32_t modes = 0;         // LINEREQUESTMODE_
    std::uint32_t registration = 0;  // its mark for LINE_REQUEST
};

// Whether two file names of programs are the same; letters compared without regard to case.
[[nodiscard]] bool same_module(std::string_view a, std::string_view b);

struct Subject;
class FaultStage;

// LINECALLFEATURE_, LINEADDRFEATURE_ and LINEFEATURE_ bits.
enum class FeatureKind : std::uint8_t { Call, Address, Line };

// What a timer of the lines is for: the low 8 bits of its `what`.
enum class LineDue : std::uint8_t { Reply = 1, FirstDigit, NextDigit, ToneLasted };

// LINEDIGITMODE_ and LINEMEDIAMODE_ bits that somebody listens for.
struct MonitorModes {
    std::uint32_t digits = 0, media = 0;
    bool operator==(const MonitorModes&) const = default;
};

class Core final : public pbx::Observer, public pbx::TimerTarget {
 public:
    Core(pbx::Exchange& exchange, const TelephonyOptions& options);
    ~Core() override;
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    // --- guards (guards.cpp, features.cpp)
    // 0 when every row of the operation lets it pass; the error of the first that does not, or the
    // id of a request that will be answered with it, where the profile delivers errors in replies.
    LineResult refuse(Op op, Subject& subject);
    // The LINECALLFEATURE_ bits that this handle's application could use now.
    [[nodiscard]] std::uint32_t features(HandleId handle);
    // And the LINECALLFEATURE2_ bits that go with those.
    [[nodiscard]] std::uint32_t features2(HandleId handle, std::uint32_t features);

    // --- requests (requests.cpp)
    // Places the order of an accepted request; the request's id.
    LineResult submit(Op op, const Subject& subject, pbx::Order order,
                      std::string_view user_info = {});
    // The same for a request that makes a call: `call` is filled when its OrderTaken names the new
    // connection.
    LineResult submit_call(Op op, const Subject& subject, pbx::Order order, NewCall made);
    // The same for a request that parks a call where the exchange chooses: `chosen` is filled with
    // its reply.
    LineResult submit_choice(Op op, const Subject& subject, pbx::Order order, VarString* chosen);
    // Has a call finished; `completion` is filled before the reply.
    LineResult submit_completion(const Subject& subject, const pbx::Order& order,
                                 std::uint32_t* completion);
    void on_completion_made(const pbx::Event& event);
    LineResult reply_later(Op op, const Subject& subject, LineResult result);
    // The same for a request that the lines carry out by themselves (written.cpp).
    LineResult submit_written(Op op, const Subject& subject);
    void carry_out_written(RequestId id);
    // Events find another way from now on; `call` counts where one is selected (terminals.cpp).
    void route(std::uint32_t index, const RouteOrder& order, Leg* call);
    // The line's terminals are other ones: what they cannot take goes nowhere.
    void fit_routes(Device& device, bool had_terminals);
    // Asks the exchange when the reply is due; `consult` becomes kNoCall then.
    LineResult forward_later(const Subject& subject, ForwardOrder order, HCall* consult);
    void ask_forwarding(const ForwardOrder& order);
    void reply(RequestId id,
               LineResult result);  // at most once; the request stays until it is removed
    void on_order(const pbx::Event& event);
    // Nobody holds the call any more: what is asked of it is not carried out.
    void abort_requests(LegId leg);
    // What has been asked of the first call is now asked of the second, which goes on in its place.
    void requests_move(LegId from, LegId to);
    // The reply never comes; what was asked of the call (of every call, for an invalid id) goes on.
    void silence_requests(OpenId open, LegId leg);

    // --- calls and handles (calls.cpp)
    LegId add_leg(pbx::ConnectionId connection, const pbx::Connection& facts);
    [[nodiscard]] LegId leg_of(pbx::ConnectionId connection) const;
    void remove_leg(LegId id);
    void copy_ids(Leg& leg, const pbx::Call& call);
    // True when other data are attached to the call than before.
    bool copy_facts(Leg& leg, const pbx::Connection& facts);
    HandleId add_handle(LegId leg, OpenId open, std::uint32_t privilege);
    // The handle is one of this open from now on.
    void move_handle(HandleId id, OpenId open);
    [[nodiscard]] HandleId handle_of(LegId leg, OpenId open) const;
    // Gives a handle up: counts, notices to the others, and the end of a call nobody holds any
    // more. `keep_presented`: a call still being offered is not turned down when nobody holds it
    // any more.
    void release_handle(HandleId id, bool keep_presented = false);
    void revoke_handles(LegId id);  // of everybody, without a word
    void change_privilege(HandleId id, std::uint32_t privilege);
    // User-user information that was on its way has come; true when the application can read it
    // now, false while earlier information has not been released (nf-tapi-linereleaseuseruserinfo).
    bool take_user_info(Leg& leg);
    // The readable information is done with; what came after it takes its place.
    void release_user_info(Leg& leg);
    [[nodiscard]] std::uint32_t owners(const Leg& leg) const;
    [[nodiscard]] std::uint32_t monitors(const Leg& leg) const;
    Extras& extras(Leg& leg);

    // --- digits, tones and media (hearing.cpp, gather.cpp)
    Inband& inband(Leg& leg);
    Listener& listener(Leg& leg, HandleId handle);
    // (Re)starts to time the tones that this listener waits for.
    void listen(const Leg& leg, Listener& listener);
    void tone_lasted(HandleId id, std::uint32_t place);
    [[nodiscard]] static MonitorModes monitored(const Leg& leg);
    void tell_monitored(const Leg& leg, MonitorModes before);  // when they have changed
    void gather_digit(Leg& leg, char digit, std::uint32_t mode);
    void end_gathering(Leg& leg, std::uint32_t how);  // LINEGATHERTERM_
    void digit_overdue(HandleId id, std::uint32_t how);
    void end_listening(Leg& leg);  // as far as its state demands
    void forget_listener(HandleId id);
    // The link to the line fails: what is played and gathered there is cancelled, and no tone is
    // timed until it is back.
    void break_off_inband(const Device& device);
    void stop_listening(const Device& device);
    // A message about the call of this handle, with the time in milliseconds; nothing when it is
    // gone.
    void post_inband(HandleId id, std::uint32_t message, std::uint32_t p1, std::uint32_t p2);

    // --- who gets a new call (ownership.cpp)
    [[nodiscard]] OpenId first_owner(const Leg& leg) const;
    // Who would own it in one media mode; and, of the lines that a program has open, the first that
    // may own it: one of another application than `asking` where there is one.
    [[nodiscard]] OpenId owner_for(const Leg& leg, std::uint32_t media_mode) const;
    [[nodiscard]] OpenId owner_of_module(const Leg& leg, std::string_view module,
                                         std::uint32_t asking) const;

    // --- calls that other programs ask for (assisted.cpp)
    static constexpr std::size_t kMostAskedCalls = 20;
    // Who is told of requests of this mode: by its priority, else the first that registered.
    [[nodiscard]] const Recipient* recipient_for(std::uint32_t mode) const;
    // What waits passes to the next recipient; with the last one it goes.
    void remove_recipient(std::uint32_t app, std::uint32_t modes);

    // --- telling (announce.cpp, tell.cpp)
    // Lets the line know of a call: every application that may have one gets its handle.
    void announce(LegId leg, OpenId owner, std::uint32_t state, std::uint32_t mode);
    // The same for a call that `maker` made: its reply has told it, the others hear of an UNKNOWN
    // call.
    void announce_made(LegId leg, OpenId maker);
    // The same for all that hold `like`, with the privileges that they have there.
    void announce_as(LegId leg, LegId like);
    // Tells of a call that does not exist as if it were offered.
    void announce_spurious(LegId leg, OpenId owner);
    // Tells every holder of the call; a call that nobody holds goes with IDLE.
    void set_state(LegId leg, std::uint32_t state, std::uint32_t mode);
    // Makes the application of `to` an owner, as the one of `from` asked for, and tells it so
    // whatever it was before (line-callstate).
    void hand_off(LegId leg, OpenId to, OpenId from);
    // `except`, `and_except`: lines of the applications that know already and are not told.
    void tell_info(const Leg& leg, std::uint32_t bits, OpenId except, OpenId and_except = {});
    void tell_counts(const Leg& leg, const Counts& before);
    void tell_line(const Device& device, std::uint32_t bits, std::uint32_t param2,
                   std::uint32_t param3);
    void tell_address(const Device& device, std::uint32_t address, std::uint32_t bits);
    void tell_service(std::uint32_t index);  // that it has come back, or gone
    // The line takes notice of the forwarding that is in force, and tells of it.
    void learn_forwarding(Device& device, std::uint32_t address);
    // What concerns no line in particular.
    void tell_translate_change();
    // Asks one application to shut down and start anew; `original` is the message that its version
    // does not know, 0 when it is asked in earnest (linedevstate--constants).
    void tell_reinit(AppRecord& app, std::uint32_t original, std::uint32_t original_p1);

    // --- messages (delivery.cpp)
    // Of no line: hDevice is 0.
    void post(AppRecord& app, std::uint32_t id, std::uint32_t p1, std::uint32_t p2,
              std::uint32_t p3, std::uint64_t callback_instance = 0);
    // `answered`: the request that LINE_REPLY is about.
    void post(const OpenLine& open, std::uint32_t device, std::uint32_t id, std::uint32_t p1,
              std::uint32_t p2, std::uint32_t p3, const Request* answered = nullptr);
    void send(AppRecord& app, Message message);  // past all faults
    // The feature bits as this application is told them.
    [[nodiscard]] std::uint32_t told(const Device& device, std::uint32_t app, FeatureKind which,
                                     std::uint32_t bits) const;

    // --- values of handles
    [[nodiscard]] static HLine line_value(OpenId id);
    [[nodiscard]] static HCall call_value(HandleId id);
    [[nodiscard]] OpenId find_line(HLine value) const;
    [[nodiscard]] HandleId find_call(HCall value) const;

    // --- from the exchange
    void on_moved(const pbx::Event& event);
    // The line is heard of again: what has become of its calls.
    void catch_up(std::uint32_t index);
    void on_told(LegId id, std::uint32_t state, std::uint32_t mode);
    void on_sound(const pbx::Event& event);
    void on_media(const pbx::Event& event);
    void on_sending_ends(const pbx::Event& event);
    void on_event(const pbx::Event& event) override;
    void on_timer(std::uint32_t what, std::uint64_t argument) override;

    // --- looking
    [[nodiscard]] const Profile& profile(const Device& device) const {
        return carried_out[device.profile];
    }
    // The same as it was given.
    [[nodiscard]] const Profile& given_profile(const Device& device) const {
        return profiles[device.profile];
    }
    // Where a profile is kept; it is added when it is new.
    std::uint32_t profile_index(const Profile& wanted);
    [[nodiscard]] const pbx::Policy& policy(const Device& device) const {
        return exchange.policy(device.station);
    }
    [[nodiscard]] pbx::AddressId address_of(const Device& device, std::uint32_t address_id) const;
    // Whether the address is in service, apart from its line.
    [[nodiscard]] bool serves(const Device& device, std::uint32_t address_id) const;
    [[nodiscard]] bool is_sole_owner(HandleId id) const;
    void close_line(OpenId id);
    void forget_open(OpenId id);
    void revoke_line(std::uint32_t device);  // from all that have it open
    void forget_line(std::uint32_t index);   // with all its calls: it is removed
    void connect_line(std::uint32_t device, bool connected);
    void ask_to_start_anew();  // of everybody
    [[nodiscard]] pbx::SimTime now() const { return exchange.scheduler().now(); }

    pbx::Exchange& exchange;
    TelephonyOptions options;
    std::vector<std::unique_ptr<AppRecord>> apps;  // applications keep their address
    std::uint32_t live_apps = 0;                   // not shut down
    std::vector<Device> devices;
    std::vector<Profile> profiles;                 // each kind once, as given
    std::vector<Profile> carried_out;              // without what there is no way to do
    std::vector<std::uint32_t> device_of_station;  // by station index; kNobody: no line
    // What applications know by a handle: a slot retires when its generations are used up, so that
    // no value ever comes back.
    pbx::Slots<OpenLine, OpenId, kHandleGenerations> opens;
    pbx::Slots<CallHandle, HandleId, kHandleGenerations> handles;
    pbx::Slots<Leg, LegId> legs;
    pbx::Slots<Request, RequestId> requests;
    std::vector<LegId> leg_by_connection;                          // by connection index
    std::map<std::uint32_t, std::vector<std::string>> priorities;  // by media mode; 0: requests
    DialingLocations locations;                                    // for address translation
    std::vector<Recipient> recipients;                             // in order of registration
    std::deque<MakeCallRequest> asked_calls;                       // the oldest first
    bool reinit_pending = false;         // until every application has shut down
    RequestId running;                   // whose order is being carried out
    std::unique_ptr<FaultStage> faults;  // only where there are faults
    std::uint64_t last_sequence = 0;
    std::vector<const Application*>* told_list = nullptr;  // see Telephony::note_told()
    std::uint32_t last_request = 0;
    std::uint32_t last_own_id = 0;  // dwCallID where each end of a call has one of its own
};

}  // namespace pbxlab::lines
