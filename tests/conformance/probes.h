// Situations and requests in which one row of the guard table, and no earlier one, refuses.
#pragma once

#include <functional>
#include <optional>

#include "tests/conformance/stage.h"

namespace pbxlab::lines::test {

using Plan = Stage::Plan;
using Spoil = std::function<void(Stage&)>;

inline constexpr std::uint32_t kTooFast = 1'000'000;

inline Plan after(Op op, Spoil spoil) { return {.op = op, .after = std::move(spoil)}; }

inline Plan with_profile(Op op, const std::function<void(Profile&)>& change, Spoil spoil = {}) {
    return {.op = op,
            .settle = [change](OfficeSpec& spec) { change(spec.lines[0].profile); },
            .after = std::move(spoil)};
}

inline Plan with_param(Op op, const std::function<void(CallParams&)>& change) {
    return after(op, [change](Stage& s) {
        s.ask.with_params = true;
        change(s.ask.params);
    });
}

inline Plan with_number(Op op, const char* number) {
    return after(op, [number](Stage& s) { s.ask.number = number; });
}

// First the call that was made for it, then the first member's, which is all that is left.
inline void leave_the_conference(Stage& s) {
    for (int i = 0; i < 2; ++i) s.scene.order(pbx::OrderKind::Clear);
}

inline Spoil a_call(std::uint32_t state) {
    return [state](Stage& s) { s.scene.bring(state); };
}

// By theme: probes_*.cpp. Nothing for the rows of others.
std::optional<Plan> of_handles(const Guard& g);
std::optional<Plan> of_session(const Guard& g);
std::optional<Plan> of_call_params(const Guard& g);
std::optional<Plan> of_numbers(const Guard& g);
std::optional<Plan> of_selections(const Guard& g);
std::optional<Plan> of_inband(const Guard& g);
std::optional<Plan> of_states(const Guard& g);
std::optional<Plan> of_room(const Guard& g);
std::optional<Plan> of_transfer(const Guard& g);
std::optional<Plan> of_conference(const Guard& g);
std::optional<Plan> of_members(const Guard& g);
std::optional<Plan> of_translation(const Guard& g);
std::optional<Plan> of_handing_on(const Guard& g);
std::optional<Plan> of_forwarding(const Guard& g);
std::optional<Plan> of_completion(const Guard& g);
std::optional<Plan> of_terminals(const Guard& g);

}  // namespace pbxlab::lines::test
