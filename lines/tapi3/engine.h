// What one TAPI 3 application consists of behind its objects; internal to tapi3/. It is an
// application of the lines like any other: methods make requests of Application, and what that is
// told becomes events (hear.cpp) or lets a method that waits go on (job.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lines/core.h"
#include "lines/tapi3/address.h"
#include "lines/tapi3/call.h"
#include "lines/tapi3/call_hub.h"
#include "lines/tapi3/fold.h"
#include "lines/tapi3/tapi.h"

namespace pbxlab::lines::tapi3 {

// How long a method waits before it returns TAPI_E_TIMEOUT (reference: tapi3-operations 0).
inline constexpr pbx::Duration kPatience = std::chrono::minutes{2};

// What a timer of the engine is for.
inline constexpr std::uint32_t kLook = 0;     // the lines have told something
inline constexpr std::uint32_t kTimeOut = 1;  // of the job of this number

// States in which the parties can talk.
inline constexpr std::uint32_t kConversation = LINECALLSTATE_CONNECTED | LINECALLSTATE_CONFERENCED;

// What a call is being consulted for, and with whom.
enum class Consulting : std::uint8_t { Nothing, Transfer, Conference };

// What an object is to the application, apart from its methods.
struct CallFacts {
    std::uint32_t number = 0;
    Address* address = nullptr;
    std::string destination;
    bool has_destination = false;
    std::uint32_t media_types = 0;  // TAPIMEDIATYPE_, as given to CreateCall
    CallParams params;              // of the call to be made
    std::uint32_t country = 0;
    std::string calling_party;           // CIS_CALLINGPARTYID, which the exchange does not pass on
    HCall handle{};                      // kNoCall: there is no call of the lines yet, or no more
    bool outgoing = false;               // it is this line's own attempt
    bool created = false;                // by CreateCall
    bool used = false;                   // connected, picked up or unparked, at least tried
    std::uint32_t shown = CS_IDLE;       // CALL_STATE
    std::uint32_t privilege = CP_OWNER;  // CALL_PRIVILEGE
    std::uint32_t state = LINECALLSTATE_UNKNOWN;  // of the call of the lines
    std::uint32_t mode = 0;
    HCall conference{};       // CONFERENCED: what stands for the conference
    bool connected = false;   // it had been, at some time
    bool notified = false;    // TE_CALLNOTIFICATION, where one is due, was told
    bool claimed = false;     // the application has been given it
    bool state_told = false;  // some TE_CALLSTATE was told
    std::uint32_t callback_instance = 0;
    Consulting consulting = Consulting::Nothing;  // of a consultation call: what for
    Call* partner = nullptr;                      // and whose
    Ref<CallHub> hub;
    bool hub_member = false;           // it is there as a member of a conference
    std::uint32_t cause = CEC_NONE;    // with which it went CS_DISCONNECTED
    bool sent_on = false;              // by Finish: it was not given up
    bool finished = false;             // shown as ended, although its call goes on in a conference
    std::string user_info;             // CIB_USERUSERINFO to be sent with Answer or Connect
    std::deque<std::string> gathered;  // of each GatherDigits that has not been told the end of
    std::map<std::pair<std::uint32_t, std::uint32_t>, bool> filter;  // event and detail: told
};

struct Registration {
    std::uint32_t cookie = 0;
    Address* address = nullptr;
    HLine line{};
    std::uint32_t instance = 0;
};

// An event or return that the application has not taken yet. It holds no reference to the call:
// with the application's last one it goes.
struct Waiting {
    Notice notice;
    Call* call = nullptr;
    bool first = false;  // of a return: before the events of the same instant
};

class Engine;
struct Job;
// What is done once the lines have replied: it may ask for more, wait or finish the job.
using JobStep = void (*)(Engine& engine, Job& job, LineResult reply);

// A method between its call and its return. Its place stays the same.
struct Job {
    std::uint32_t number = 0;  // of the return
    Method method = Method::Connect;
    Ref<Call> call, other;
    std::uint32_t call_number = 0, other_number = 0;  // of these; 0: none
    Address* address = nullptr;
    LineResult request = 0;  // whose reply it waits for; 0: for none
    JobStep next = nullptr;
    bool sync = false;     // it waits for the outcome too
    bool outcome = false;  // it waits for the outcome of `awaited`
    Call* awaited = nullptr;
    bool returned = false;  // with TAPI_E_TIMEOUT: only what follows is still done
    pbx::TimerId limit;
    HCall made{}, conference{};   // filled with the reply
    VarString chosen;             // the same
    std::string* text = nullptr;  // where `chosen` goes
    std::uint32_t value = 0;      // what the method needs of its arguments later
    std::string words;
    std::unique_ptr<ForwardList> forward;
};

class Engine final : public std::enable_shared_from_this<Engine>, public pbx::TimerTarget {
 public:
    Engine(Telephony& with, InitializeParams as);

    // --- session (tapi.cpp)
    [[nodiscard]] bool initialized() const { return app != nullptr; }
    HResult initialize();
    HResult shutdown();
    void add_addresses();
    [[nodiscard]] bool removed(const Address& address) const;
    // Opens the line of an address, told of what becomes events; the error of the lines.
    LineResult open_line(const Address& address, std::uint32_t privileges, std::uint32_t media,
                         std::uint32_t instance, HLine& line) const;
    LineResult open(Address& address, std::uint32_t privileges, std::uint32_t media,
                    Registration& made);
    HResult unregister(std::uint32_t cookie);
    // The line to make calls with at an address: that of a registration, else its own, opened when
    // it is needed; kNoLine and the error where it cannot be opened.
    HLine line_for(Address& address, LineResult& error);
    [[nodiscard]] const Profile& profile(const Address& address) const;
    [[nodiscard]] const Tapi3Habits& habits(const Address& address) const;
    [[nodiscard]] std::uint32_t cap_flags(const Address& address) const;  // LINEADDRCAPFLAGS_
    [[nodiscard]] std::uint32_t version(const Address& address) const;

    [[nodiscard]] Address* address(std::uint32_t device, std::uint32_t address_id);

    // --- calls (calls.cpp, create.cpp)
    // Calls on a registered address that were there before are the application's to watch.
    void find_calls(Address& where);
    Ref<Call> add_call(Address& where);
    // The object of a handle; nullptr for one that stands for a conference, or is not known.
    [[nodiscard]] Call* call_of(HCall handle) const;
    // The object that the call of a handle has already; nullptr: none.
    [[nodiscard]] Call* same_call(HCall handle) const;
    // The calls that there are, kept as long as the result is.
    [[nodiscard]] std::vector<Ref<Call>> all_calls() const;
    // S_OK where the method may be used on the call as it stands, else why not (guards.cpp).
    // `states`: 1 << CALL_STATE for each in which it is of use with these arguments.
    [[nodiscard]] HResult refuse(Method method, Call& call,
                                 std::uint32_t states = 0xFFFF'FFFF) const;
    // The call of the lines that a request has made is this object's.
    void bind(Call& call, HCall handle);
    void give_up(Call& call, HCall handle);  // which is that of another object from now on
    void released(Call& call);               // the last reference is gone
    // The handle has no object any more; its call is not to be ended by that.
    void keep(HCall handle);
    void drop_unclaimed();  // that have ended, and of which nothing waits to be told

    // --- what the lines tell (hear.cpp)
    bool look();
    void hear(const Message& message);
    void hear_new_call(HCall handle, HLine line, std::uint32_t address_id, std::uint32_t privilege);
    void hear_state(const Message& message);
    void hear_handed(Call& call, std::uint32_t state, std::uint32_t mode);
    [[nodiscard]] bool awaits_call(HCall handle) const;
    void hear_line(const Message& message);
    void hear_closed(HLine line);
    void hear_created(std::uint32_t device);
    void hear_removed(std::uint32_t device);
    [[nodiscard]] bool is_first_line(HLine line, std::uint32_t device) const;
    // A call that stands for a conference has this state now; its members are shown accordingly.
    void hear_conference(HCall handle, std::uint32_t state);
    // A request has brought it about.
    void hear_conference_made(HCall handle);

    // --- states (states.cpp)
    // The call is in this state now: shows it, tells of it, lets jobs go on.
    void enter(Call& call, std::uint32_t state, std::uint32_t mode);
    void show(Call& call, std::uint32_t shown, std::uint32_t cause);
    // What its object cannot become any more goes on as a new one.
    void begin_anew(Call& call, std::uint32_t state, std::uint32_t mode);
    void notify(Call& call, std::uint32_t shown);
    void refold_members();  // by how their conferences are now
    [[nodiscard]] bool has_members(HCall conference) const;
    [[nodiscard]] bool conference_held(HCall conference) const;

    // --- events (notices.cpp)
    void tell(Event event);
    void tell_call(Call& call, std::uint32_t kind, std::uint32_t detail, std::uint32_t cause = 0);
    void tell_address(Address& where, std::uint32_t kind, std::uint32_t detail);
    [[nodiscard]] bool wanted(const Event& event) const;
    bool next(Notice* notice);
    [[nodiscard]] bool is_kept(const Call& call) const;
    void put_return(std::uint32_t pending, HResult result, bool first);
    void put_returns();

    // --- hubs (hubs.cpp)
    // Puts the call into the hub that it belongs to now, and out of the one it was in.
    void place_in_hub(Call& call);
    Ref<CallHub> add_hub(std::uint32_t call_id, HCall conference);
    [[nodiscard]] bool keeps_hub(const Call& call, HCall conference, std::uint32_t call_id,
                                 bool was_member) const;
    // One before there is a call, where the provider has it so.
    void give_hub(Call& call);
    // `gone`: there is no object any more that an event could name.
    void leave_hub(Call& call, bool gone = false);
    void tell_hub(CallHub& hub, std::uint32_t detail, Call* call);

    // --- methods that wait (job.cpp)
    Job& start(Method method, Call* call, Call* other = nullptr);
    // Goes on with `next` once the request has been replied to: what its method gives back.
    Returned ask(Job& job, LineResult request, JobStep go_on);
    // The same for the second and further requests of a job.
    void ask_more(Job& job, LineResult request, JobStep go_on);
    void finish(Job& job, HResult result);
    void finish_at_once(Job& job);  // its method returns now
    // The method's word for an error of the lines.
    [[nodiscard]] HResult error(const Job& job, LineResult error) const;
    void await_outcome(Job& job, Call& call);
    void outcome_of(Call& call);  // its state has changed
    void replied(LineResult request, LineResult result);
    // A method that has returned has no hold of its calls. False: they have gone meanwhile, and
    // what was made for them goes too.
    bool take_up_again(Job& job);
    // The lines of these addresses are closed: what was asked there is never replied to.
    void give_up_jobs(const std::vector<Address*>& closed);
    void on_timer(std::uint32_t what, std::uint64_t argument) override;

    Telephony& telephony;
    InitializeParams params;
    Application* app = nullptr;
    std::deque<Address> addresses;  // their places stay
    std::vector<Registration> registrations;
    std::uint32_t event_filter = 0;
    std::map<std::uint32_t, Call*> calls;                // by number, as long as somebody has them
    std::unordered_map<std::uint32_t, Call*> by_handle;  // looked up only
    std::map<std::uint32_t, std::uint32_t> conferences;  // LINECALLSTATE_, by handle
    std::map<std::uint32_t, Ref<Call>> unclaimed;        // the application has kept no reference
    std::vector<Ref<CallHub>> hubs;         // in order of appearance, while calls are in them
    std::vector<const Address*> untracked;  // addresses without hubs
    std::list<Job> jobs;
    std::deque<Waiting> waiting;   // what the application has not taken yet
    std::vector<Waiting> returns;  // of what is being looked at, that come first or last
    std::size_t looked_from = 0;   // where in `waiting` the events of what is being looked at begin
    std::vector<HCall> kept;       // handles without an object, kept until their calls are over
    std::vector<Message> early;    // of calls whose request has not been replied to yet
    std::uint32_t last_call = 0, last_job = 0, last_cookie = 0, last_hub = 0;
    bool looking = false;
    std::uint64_t sequence = 0;  // of the message that is heard
    pbx::SimTime at;             // when it was sent
};

}  // namespace pbxlab::lines::tapi3
