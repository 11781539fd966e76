// The events of TAPI 3 as scenarios write them: by the constant that says what has happened
// ("CS_OFFERING", "CNE_OWNER", "CHE_CALLJOIN"), by the name of the event where there is no such
// constant ("TE_DIGITEVENT"); and the items of calls and addresses that are got and put.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "harness/json_words.h"

namespace pbxlab::harness {

struct EventKind {
    Awaited awaited;
    std::uint32_t event;     // TAPI_EVENT
    std::string_view group;  // of what it says; empty: the event alone
    std::string_view bits;   // the group of the bits that it brings; empty: none
};
[[nodiscard]] std::span<const EventKind> event_kinds();
// The row of an awaited event.
[[nodiscard]] const EventKind& event_kind(Awaited awaited);
// Which row waits for a TAPI_EVENT; CallState where none does.
[[nodiscard]] Awaited awaited_of(std::uint32_t event);

// The words of the events of these TAPI_EVENT bits; CS_DISCONNECTED with each of its causes too.
[[nodiscard]] std::span<const Choice> event_words();
[[nodiscard]] StateWord event_of(const Choice& choice);
// The words of one row.
[[nodiscard]] std::vector<std::string_view> words_of(const EventKind& kind);

// "CS_DISCONNECTED/CEC_DISCONNECT_BUSY", "TE_DIGITEVENT".
[[nodiscard]] std::string event_text(const StateWord& word);
[[nodiscard]] std::string event_text(std::uint32_t event, std::uint32_t detail,
                                     std::uint32_t cause);
// The full name of a constant: "CS_IDLE"; its number where it has none.
[[nodiscard]] std::string constant_text(std::string_view group, std::uint32_t value);

// The enumerations of the items.
[[nodiscard]] std::span<const std::string_view> item_groups();
[[nodiscard]] std::string item_text(const ItemWord& item);

// A value as a scenario has it: "5", "true", "text".
[[nodiscard]] std::string plain_text(const PlainValue& value);

// The value of a constant by its full name: "LINECALLREASON_DIRECT", "CS_IDLE".
[[nodiscard]] std::optional<std::uint32_t> find_constant(std::string_view name);

}  // namespace pbxlab::harness
