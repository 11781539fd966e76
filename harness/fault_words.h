// A fault as scenarios, and the files of providers, say it: what the words mean, and the fault of
// the lines that comes of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/mark.h"
#include "lines/faults.h"

namespace pbxlab::harness {

// One fault. Which fields count depends on `kind`; the reader refuses the words that do not belong
// to it.
struct FaultWords {
    Mark mark;                             // of its opening brace
    std::uint8_t kind = 0;                 // of fault_kinds()
    Text name;                             // to end it by
    std::vector<std::uint32_t> selectors;  // of fault_selectors()
    std::vector<std::uint32_t> when;       // the same, of what sets it off
    std::vector<std::uint32_t> ops;        // lines::Op; empty: any
    Text line, app, call;                  // empty: any
    std::optional<std::uint32_t> nth, from, times;
    pbx::Duration least{}, most{};
    std::uint32_t param = 1, value = 0;
    lines::LineResult error = lines::line_error(lines::LINEERR_RESOURCEUNAVAIL);
    bool at_return = false;
    std::uint32_t act = 0;  // lines::FaultAct
    std::optional<pbx::Duration> at;
    pbx::Duration lasts{};
    bool holds_back = false;
    bool optional = false;  // it need not have any effect
};

// A word that makes an object a fault: "drop".
struct FaultKindWord {
    std::string_view word;
    lines::FaultKind kind;
};
[[nodiscard]] std::span<const FaultKindWord> fault_kinds();

// What selects messages: "callState.idle", "reply.hold" ...
struct FaultSelector {
    std::string word;
    lines::MessageKind kind;
};
[[nodiscard]] std::span<const FaultSelector> fault_selectors();

// The fault that the words describe, of any line, application and call: who adds it says which.
[[nodiscard]] lines::Fault fault_of(const FaultWords& words);

// "drop callState.idle on bob", for reports and traces.
[[nodiscard]] std::string fault_text(const FaultWords& words);

}  // namespace pbxlab::harness
