// The keys by which a provider's behaviour is set in scenarios: each names a field of the switch's
// Policy or of the line's Profile (reference: tapi2-operations, Appendix A), with its type, default
// and meaning.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "harness/scenario.h"
#include "lines/profile.h"
#include "switch/policy.h"

namespace pbxlab::harness {

// What a provider key sets.
struct ProviderBehaviour {
    pbx::Policy policy;
    lines::Profile profile;
};

struct ProviderKey {
    enum class Type : std::uint8_t { Flag, Number, Time, Choice, Bits };
    std::string_view name;  // "reply_vs_state_order"
    std::string_view what;  // one sentence, shown by editors
    Type type;
    std::string_view group;  // Bits: the TAPI group of the words, "LINECALLSTATE"
    std::span<const std::string_view> choices;  // Choice: the words, by value
    std::int64_t least = 0, most = 0;           // Number (Time: microseconds)
    void (*set)(ProviderBehaviour&, std::int64_t);
    std::int64_t (*get)(const ProviderBehaviour&);
    // Time: of one that may be drawn on each occasion; nullptr: it is always the same.
    void (*draw)(ProviderBehaviour&, const pbx::Delay&) = nullptr;
    bool of_exchange = false;  // what the exchange does, all of it or a part
};

// All keys, sorted by name. Setting::key is an index into it.
[[nodiscard]] std::span<const ProviderKey> provider_keys();
void apply(const Settings& settings, ProviderBehaviour& behaviour);
// What can be given for it: "true or false", "one of: none, drop, hold".
[[nodiscard]] std::string type_text(const ProviderKey& key);
// A value of the key as a person reads it: "true", "2.5 s", "reply-first", "directed+nondirected".
[[nodiscard]] std::string value_text(const ProviderKey& key, std::int64_t value);
// The same of what is set: "150 ms to 400 ms" for a time that is drawn.
[[nodiscard]] std::string value_text(const ProviderKey& key, const Setting& setting);

}  // namespace pbxlab::harness
