// What a `do` step asks of an application: one row for each operation of the line interface.
#pragma once

#include <array>
#include <cstdint>

#include "harness/run.h"
#include "lines/operations.h"

namespace pbxlab::harness {

// One request while it is made.
struct Ask {
    Run& run;
    const Step& step;
    std::uint32_t seat_index = 0;
    std::uint32_t device = kNone;       // the line it concerns; kNone: none
    std::uint32_t call_record = kNone;  // the call's, when it was given by name
    lines::HLine line{};
    lines::HCall call{}, other{};
    lines::HCall* target = nullptr;          // where a new call goes; stays valid until the reply
    lines::HCall* conference = nullptr;      // the same, of a new conference
    std::uint32_t* number_target = nullptr;  // where its number goes with the reply
    lines::VarString* text = nullptr;        // the same, of an address
    lines::CallList calls{};                 // getNewCalls, getConfRelatedCalls
    lines::TranslateOutput translated{};
    lines::TranslateCaps translate_caps{};
    lines::CountryList countries{};
    lines::MakeCallRequest asked_call{};
    lines::LocationInfo location{};
    std::uint32_t needed_size = 0, used_size = 0;  // of the structure that was filled
    std::uint32_t brought = 0;                     // the number that the operation gave

    [[nodiscard]] Seat& seat() const { return run.world.seats()[seat_index]; }
    [[nodiscard]] lines::Application& app() const { return *seat().app; }
    // dwDeviceID: the step's number, or that of its line.
    [[nodiscard]] std::uint32_t device_id() const { return step.device.value_or(device); }
    // dwAPIVersion: the step's, or the one negotiated for the device.
    [[nodiscard]] std::uint32_t version() const;
    // Where the operation puts its number, or NULL when the step says so.
    [[nodiscard]] std::uint32_t* number() { return step.null_pointer ? nullptr : &brought; }
    // Has `get` fill the structure, or gives it NULL when the step says so.
    template <class Structure, class Get>
    lines::LineResult fill(Structure& structure, Get get) {
        structure.total_size = step.total_size.value_or(structure.total_size);
        const lines::LineResult result = get(step.null_pointer ? nullptr : &structure);
        needed_size = structure.needed_size;
        used_size = structure.used_size;
        return result;
    }
};

// A row calls the function and returns what it returned. `keep` takes over what a successful
// synchronous one brought; it may fail the run.
struct Verb {
    lines::Op op;
    lines::LineResult (*call)(Ask& ask);
    void (*keep)(Ask& ask) = nullptr;
};

// The rows of one file each.
extern const std::array<Verb, 5> kSessionVerbs;
extern const std::array<Verb, 8> kStatusVerbs;
extern const std::array<Verb, 9> kCallVerbs;
extern const std::array<Verb, 4> kElsewhereVerbs;
extern const std::array<Verb, 4> kCallDataVerbs;
extern const std::array<Verb, 5> kTranslationVerbs;
extern const std::array<Verb, 8> kCallBearsVerbs;
extern const std::array<Verb, 11> kHandingOnVerbs;
extern const std::array<Verb, 5> kAddressVerbs;
extern const std::array<Verb, 6> kInbandVerbs;
extern const std::array<Verb, 3> kTransferVerbs;
extern const std::array<Verb, 5> kConferenceVerbs;
extern const std::array<Verb, 3> kForwardVerbs;

}  // namespace pbxlab::harness
