// What a `do` step asks of a TAPI 3 application: one row for each method.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "harness/run.h"
#include "lines/tapi3/tapi.h"

namespace pbxlab::harness {

// One method while it is called. Out-parameters that a step has NULL ("buffer": null) are given by
// out().
struct MethodAsk {
    Run& run;
    const Step& step;
    lines::tapi3::Method method;
    std::uint32_t seat_index = 0;
    std::uint32_t device = kNone;              // the line it concerns; kNone: none
    std::uint32_t call_record = kNone;         // the call it is called on
    lines::tapi3::Address* address = nullptr;  // of the line; nullptr: there is none of that id
    lines::tapi3::Call* call = nullptr;
    lines::tapi3::Call* other = nullptr;  // "with"; nullptr: NULL
    std::string* chosen = nullptr;        // where an address goes with the return
    // What came of it.
    std::uint32_t number = 0;
    std::string text;
    lines::tapi3::VariantBool flag = lines::tapi3::VARIANT_FALSE;
    std::uint32_t count = 0;  // of a list
    lines::tapi3::Ref<lines::tapi3::Call> created;
    std::vector<lines::tapi3::Ref<lines::tapi3::Call>> calls;
    lines::tapi3::AddressTranslationInfo translated;
    std::shared_ptr<lines::tapi3::ForwardInformation> forwarding;

    [[nodiscard]] Seat& seat() const { return run.world.seats()[seat_index]; }
    [[nodiscard]] lines::tapi3::Tapi& tapi() const { return *seat().tapi; }
    [[nodiscard]] const MethodWords& words() const { return step.tapi3; }
    template <class T>
    [[nodiscard]] T* out(T& value) const {
        return step.null_pointer ? nullptr : &value;
    }
    // The text that is given; NULL where there is none.
    [[nodiscard]] const char* to() const {
        return step.to && !step.to_null ? step.to->value.c_str() : nullptr;
    }
    // TAPIMEDIATYPE_ bits: those of the step, its number, or audio.
    [[nodiscard]] std::uint32_t media() const {
        return step.raw_bits.value_or(words().media.value_or(
            step.media ? *step.media : std::uint32_t{lines::TAPIMEDIATYPE_AUDIO}));
    }
    // "value" as a number or a truth; a truth is that of VARIANT_BOOL.
    [[nodiscard]] std::uint32_t value_number() const;
    [[nodiscard]] lines::tapi3::VariantBool value_flag() const;
    // As a text; nullptr: NULL.
    [[nodiscard]] const char* value_text() const;
};

[[nodiscard]] constexpr lines::tapi3::VariantBool variant_bool(bool truth) {
    return truth ? lines::tapi3::VARIANT_TRUE : lines::tapi3::VARIANT_FALSE;
}

// A row calls the method and gives what that returned. `keep` takes over what a successful one
// brought; it may fail the run.
struct MethodVerb {
    lines::tapi3::Method method;
    lines::tapi3::Returned (*call)(MethodAsk& ask);
    void (*keep)(MethodAsk& ask) = nullptr;
};

// The rows of one file each.
[[nodiscard]] std::span<const MethodVerb> tapi_verbs();
[[nodiscard]] std::span<const MethodVerb> address_verbs();
[[nodiscard]] std::span<const MethodVerb> call_control_verbs();
[[nodiscard]] std::span<const MethodVerb> call_info_verbs();
[[nodiscard]] std::span<const MethodVerb> media_control_verbs();

// Binds the names of "as" to calls, in their order; one that has a name already must be that call.
void name_calls(MethodAsk& ask);

}  // namespace pbxlab::harness
