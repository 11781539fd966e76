// What one TAPI 3 application consists of behind its objects; internal to tapi3/. It is an
// application of the lines like any other: methods make requests of Application, and what that is
// told becomes events (hear.cpp) or lets a method that waits go on (job.cpp).
#pragma once

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
    HCall handle{};                      // kNoCall: there is no call of the lines yet, or no more
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
    CallHub* hub = nullptr;
    std::map<std::pair<std::uint32_t, std::uint32_t>, bool> filter;  // event and detail: told
};

struct Registration {
    std::uint32_t cookie = 0;
    Address* address = nullptr;
    HLine line{};
    std::uint32_t instance = 0;
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
    Engine(Telephony& telephony, InitializeParams params);

    // --- session (tapi.cpp)
    [[nodiscard]] bool initialized() const { return app != nullptr; }
    HResult initialize();
    HResult shutdown();
    void add_addresses();
    // The line to make calls with at an address: that of a registration, else its own, opened when
    // it is needed; kNoLine and the error where it cannot be opened.
    HLine line_for(Address& address, LineResult& error);
    [[nodiscard]] const Profile& profile(const Address& address) const;
    [[nodiscard]] const Tapi3Habits& habits(const Address& address) const;
    [[nodiscard]] std::uint32_t version(const Address& address);

    // --- calls (calls.cpp)
    Ref<Call> add_call(Address& address);
    // The object of a handle; nullptr for one that stands for a conference, or is not known.
    [[nodiscard]] Call* call_of(HCall handle) const;
    // The call of the lines that a request has made is this object's.
    void bind(Call& call, HCall handle);
    // Its call of the lines is no more the application's.
    void unbind(Call& call);
    void released(Call& call);  // the last reference is gone

    // --- what the lines tell (hear.cpp)
    bool look();
    void hear(const Message& message);
    // The call is in this state now: shows it, tells of it, lets jobs go on.
    void enter(Call& call, std::uint32_t state, std::uint32_t mode);
    void show(Call& call, std::uint32_t shown, std::uint32_t cause);

    // --- events (notices.cpp)
    void tell(Event event);
    void tell_call(Call& call, std::uint32_t kind, std::uint32_t detail, std::uint32_t cause = 0);
    void tell_address(Address& address, std::uint32_t kind, std::uint32_t detail);
    [[nodiscard]] bool wanted(const Event& event) const;
    bool next(Notice* notice);

    // --- hubs (hubs.cpp)
    // Puts the call into the hub that it belongs to now, and out of the one it was in.
    void place_in_hub(Call& call);
    void leave_hub(Call& call);

    // --- methods that wait (job.cpp)
    Job& start(Method method, Call* call, Call* other = nullptr);
    // Goes on with `next` once the request has been replied to: what its method gives back.
    Returned ask(Job& job, LineResult request, JobStep next);
    // The same for the second and further requests of a job.
    void ask_more(Job& job, LineResult request, JobStep next);
    void finish(Job& job, HResult result);
    // The method's word for an error of the lines.
    [[nodiscard]] HResult error(const Job& job, LineResult error) const;
    void await_outcome(Job& job, Call& call);
    void outcome_of(Call& call);  // its state has changed
    void replied(LineResult request, LineResult result);
    void on_timer(std::uint32_t what, std::uint64_t argument) override;

    Telephony& telephony;
    InitializeParams params;
    Application* app = nullptr;
    std::deque<Address> addresses;  // their places stay
    std::vector<Registration> registrations;
    std::uint32_t event_filter = 0;
    std::map<std::uint32_t, Call*> calls;                // by number, as long as somebody has them
    std::unordered_map<std::uint32_t, Call*> by_handle;  // looked up only
    std::unordered_map<std::uint32_t, std::uint32_t> conferences;  // state, by handle; looked up
    std::map<std::uint32_t, Ref<Call>> unclaimed;  // not yet given to the application
    std::map<std::uint32_t, CallHub*> hubs;        // by dwCallID
    std::vector<std::uint32_t> untracked;          // addresses without hubs, by place
    std::list<Job> jobs;
    std::deque<Notice> notices;
    std::vector<Notice> returns;  // of what is being looked at
    std::uint32_t last_call = 0, last_job = 0, last_cookie = 0, last_hub = 0;
    bool looking = false;
};

}  // namespace pbxlab::lines::tapi3
