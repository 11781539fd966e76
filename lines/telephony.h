// The telephony system that applications share: line devices over the stations of one exchange, and
// the applications that use them.
//
//   Telephony telephony{exchange};
//   const std::uint32_t device = telephony.add_line(station, Profile{});
//   Application* app = nullptr;
//   telephony.initialize({.module = "crm.exe"}, &app);
//   HLine line{};
//   app->open(device, &line, kTapi22, 0, 0, LINECALLPRIVILEGE_OWNER,
//             LINEMEDIAMODE_INTERACTIVEVOICE, nullptr);
//   HCall call{};
//   app->make_call(line, &call, "1002", 0, nullptr);     // > 0: a request id
//   while (exchange.scheduler().step()) {}
//   Message message;
//   while (app->get_message(&message) == 0) { ... }
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lines/application.h"
#include "lines/dialing_locations.h"
#include "lines/faults.h"
#include "lines/profile.h"
#include "switch/exchange.h"

namespace pbxlab::lines {

struct InitializeParams {
    std::string module;         // file name of the program, for priorities and handoff
    std::string friendly_name;  // empty: the module's name
    std::uint32_t api_version =
        kTapi22;  // highest the application supports; lower bounds what it is told
    std::uint32_t option = LINEINITIALIZEEXOPTION_USEEVENT;
};

struct TelephonyOptions {
    int muted_guard = -1;  // row of guards() that is switched off; for tests that every row matters
    int muted_reply = -1;  // the same of refusal_replies()
    std::uint64_t seed = 1;  // of what faults leave to chance
};

class Telephony {
 public:
    explicit Telephony(pbx::Exchange& exchange, const TelephonyOptions& options = {});
    ~Telephony();
    Telephony(const Telephony&) = delete;
    Telephony& operator=(const Telephony&) = delete;

    // Adds a line device over a station with all its addresses (address ids in the order they were
    // added); ids count from 0.
    std::uint32_t add_line(pbx::StationId station, const Profile& profile);
    [[nodiscard]] std::uint32_t line_count() const;
    [[nodiscard]] pbx::StationId station_of(std::uint32_t device) const;

    // Stored priority list of a media mode, highest first, as module names (lineSetAppPriority
    // keeps it).
    void set_priorities(std::uint32_t media_mode, std::vector<std::string> modules);

    // Where calls are made from, and the calling cards: what address translation goes by. They must
    // fit together (first_flaw() says nothing). Nobody is told.
    void set_locations(DialingLocations locations);
    [[nodiscard]] const DialingLocations& locations() const;
    // The caller that has not initialised the interface (a NULL hLineApp): it may use the functions
    // of address translation, and nothing else.
    [[nodiscard]] Application& without_application();

    // lineInitializeEx. On success *application stays valid as long as this object.
    LineResult initialize(const InitializeParams& params, Application** application);

    // The provider takes the line away: every application that has it open gets LINE_CLOSE, its
    // handles are void at once, and nothing more is sent for them (line-close). It may be opened
    // again.
    void force_close(std::uint32_t device);

    // A line device that comes while applications run: they are told LINE_CREATE, or before 1.4
    // asked to start anew. Nobody else's id changes (line-create).
    std::uint32_t create_line(pbx::StationId station, const Profile& profile);
    // The line goes for good: as force_close(), then LINE_REMOVE to all applications from 2.0 on.
    // Whoever uses its id from now on gets LINEERR_NODEVICE; the station goes on unseen
    // (line-remove). Nothing happens when it is gone already.
    void remove_line(std::uint32_t device);
    // Every application is asked to shut down. Until all have done so, none can be initialised and
    // no line opened: LINEERR_REINIT (linedevstate--constants).
    void request_reinit();
    // The provider loses its connection to a line, or has it back. What happens meanwhile is not
    // told; then the calls are told as they stand.
    void set_connected(std::uint32_t device, bool connected);
    // The line offers something else from now on: CAPSCHANGE. Nothing when it is the same.
    void change_profile(std::uint32_t device, const Profile& profile);
    [[nodiscard]] const Profile& profile_of(std::uint32_t device) const;

    // What the provider does wrong from now on (faults.h): the fault's number, from 0. Several that
    // fit a message act on it in the order in which they were added.
    std::uint32_t add_fault(const Fault& fault);
    void end_fault(std::uint32_t fault);
    // All of them; what they hold back is never told.
    void end_faults();
    // Of a fault that concerned no line: it concerns this one, which has come since.
    void aim_fault(std::uint32_t fault, std::uint32_t device);
    // How often it has had its effect so far.
    [[nodiscard]] std::uint64_t fired(std::uint32_t fault) const;
    // Who is told when a fault has had its effect; nullptr: nobody.
    void observe_faults(FaultObserver* observer);
    // Fault::call of this call of the application's is `name` from now on, and nobody else's.
    void call_is(std::uint32_t name, const Application& application, HCall call);

    // Sequence number of the last message sent to any application; 0 before the first.
    [[nodiscard]] std::uint64_t last_message() const;
    // For who looks after very many applications: from now on each one whose queue was empty is
    // added to the list when it is told something; nullptr: no list.
    void note_told(std::vector<const Application*>* list);
    // The time that everything here goes by.
    [[nodiscard]] pbx::Scheduler& scheduler();

    // The first broken invariant in words, or nothing: handles and calls refer to each other,
    // counts equal what they count, no private call with an owner that has closed its line.
    [[nodiscard]] std::optional<std::string> check_invariants() const;

 private:
    std::unique_ptr<Core> core_;
    Application nobody_;
};

}  // namespace pbxlab::lines
