// The switch, its lines and the applications of one scenario, built and ready for its first step.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "harness/fault_plan.h"
#include "harness/runner.h"
#include "harness/scenario.h"
#include "lines/tapi3/tapi.h"
#include "lines/telephony.h"
#include "switch/exchange.h"

namespace pbxlab::harness {

inline constexpr std::uint32_t kNone = 0xFFFF'FFFFU;

// A line that an application has opened. It stays listed when it is closed, so that its stale
// handle can be tried. Of a TAPI 3 application: one that it has registered for, without a handle.
struct Opened {
    std::uint32_t device = 0;
    lines::HLine line{};
};

// One application of the scenario.
struct Seat {
    std::string name, module;
    std::uint32_t version = lines::kTapi22;
    lines::Application* app = nullptr;                                // nullptr: it is of TAPI 3
    std::unique_ptr<lines::tapi3::Tapi> tapi;                         // nullptr: it is of TAPI 2
    std::map<std::string, std::uint32_t, std::less<>> registrations;  // cookies, by name
    std::vector<Opened> opens;                                        // in order of opening
    std::unordered_map<std::uint32_t, lines::HLine> latest;           // by device; looked up only
    std::unordered_map<std::uint32_t, std::uint32_t> devices;  // by line handle; looked up only

    [[nodiscard]] bool is_tapi3() const { return tapi != nullptr; }
    // Its way to the lines, whatever it is; nullptr when it is not initialised.
    [[nodiscard]] lines::Application* application() const {
        return tapi ? tapi->application() : app;
    }
    // The latest handle on a device; kNoLine when it was never opened.
    [[nodiscard]] lines::HLine line_on(std::uint32_t device) const;
    // The device of a handle, live or not; kNone when it is none of this application's.
    [[nodiscard]] std::uint32_t device_of(lines::HLine line) const;
};

class World {
 public:
    // Builds what the scenario describes. `first` is told of every event before the lines are. When
    // something cannot be built (an application that may not open its line, a number that the dial
    // plan refuses) problem() says so.
    World(const Scenario& scenario, const RunOptions& options, pbx::Observer& first);

    [[nodiscard]] const std::optional<std::string>& problem() const { return problem_; }
    [[nodiscard]] pbx::Exchange& exchange() { return exchange_; }
    [[nodiscard]] const pbx::Exchange& exchange() const { return exchange_; }
    [[nodiscard]] lines::Telephony& telephony() { return telephony_; }
    [[nodiscard]] std::vector<Seat>& seats() { return seats_; }
    [[nodiscard]] const std::vector<Seat>& seats() const { return seats_; }

    // kNone when there is none of that name.
    [[nodiscard]] std::uint32_t device(std::string_view line) const;
    [[nodiscard]] std::uint32_t seat(std::string_view application) const;
    // The first application, in the scenario's order, that has opened the device; kNone when none
    // did.
    [[nodiscard]] std::uint32_t seat_on(std::uint32_t device) const;
    // The same among those that use one interface. Of TAPI 3, where nobody has registered for the
    // device: the first application of all.
    [[nodiscard]] std::uint32_t seat_on(std::uint32_t device, Api api) const;
    [[nodiscard]] const std::vector<std::string>& line_names() const { return line_names_; }
    [[nodiscard]] const std::vector<std::string>& outside_names() const { return outside_names_; }
    [[nodiscard]] pbx::StationId station(std::uint32_t device) const {
        return telephony_.station_of(device);
    }
    // The device over a station; kNone for an invalid station.
    [[nodiscard]] std::uint32_t device(pbx::StationId station) const;
    [[nodiscard]] std::optional<pbx::OutsideId> outside(std::string_view name) const;

    // Version that `seat` uses on a device: the highest both sides know, no higher than the
    // application's own; 0 when there is none.
    [[nodiscard]] std::uint32_t version_on(const Seat& seat, std::uint32_t device) const;

    // Makes the absent line; false when it is there already, or its number is refused.
    bool create_line(const Scenario& scenario, const std::string& name);

    [[nodiscard]] FaultPlan& faults() { return faults_; }
    [[nodiscard]] const FaultPlan& faults() const { return faults_; }
    void add_fault(const FaultWords& words) { faults_.add(*this, words); }
    void add_standing_faults(const Scenario& scenario, const std::string& line);
    // How often a fault of the plan has had its effect.
    [[nodiscard]] std::uint64_t fired(std::uint32_t fault) const { return telephony_.fired(fault); }

    // An application has opened a line.
    void opened(std::uint32_t seat, const Opened& line);

    // lineInitializeEx for an application; false with the error when it was refused.
    lines::LineResult initialize(Seat& seat, std::uint32_t version, std::uint32_t option);

 private:
    void add_lines(const Scenario& scenario);
    // Its station, and what it does; nothing when the dial plan refuses its number.
    struct Made {
        pbx::StationId station;
        lines::Profile profile;
    };
    std::optional<Made> make_station(const Scenario& scenario, const std::string& name);
    void forward(const std::string& name, pbx::AddressId address, const AddressWords& words);
    void add_line(const Scenario& scenario, const std::string& name);
    void name_line(const std::string& name, std::uint32_t device);
    void add_outside(const SwitchWords& words);
    void add_groups(const SwitchWords& words);
    void add_orbits(const SwitchWords& words);
    void set_attendant(const SwitchWords& words);
    [[nodiscard]] std::vector<pbx::AddressId> addresses(const std::vector<Text>& members) const;
    void add_applications(const Scenario& scenario);
    void set_priorities(const Scenario& scenario);
    void start(const std::string& name, const AppWords& words);
    void open(std::uint32_t index, const OpenWords& words);
    void start_tapi3(std::uint32_t index, const AppWords& words);
    void register_for(std::uint32_t index, const OpenWords& words);
    void refuse(std::string text);

    pbx::Exchange exchange_;
    lines::Telephony telephony_;
    FaultPlan faults_;
    std::vector<Seat> seats_;
    std::vector<std::uint32_t> first_seats_;  // by device
    std::vector<std::uint32_t> first_of_[2];  // by device, of each Api
    std::vector<std::string> line_names_;     // by device
    std::vector<std::string> outside_names_;  // by OutsideId
    std::map<std::string, std::uint32_t, std::less<>> devices_, seat_names_;
    std::map<std::string, pbx::OutsideId, std::less<>> outside_;
    std::optional<std::string> problem_;
};

}  // namespace pbxlab::harness
