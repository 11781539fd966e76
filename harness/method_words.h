// What a step of a TAPI 3 application says beside the words that steps of both interfaces have: the
// arguments of its methods, by their meaning (reference: tapi3-operations 5 to 15).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "harness/mark.h"

namespace pbxlab::harness {

// Which interface an application uses.
enum class Api : std::uint8_t { Tapi2, Tapi3 };

// A text, a number or a truth, as it is written.
struct PlainValue {
    std::variant<std::monostate, bool, std::int64_t, std::string> is;
    Mark mark;
};

// CIL_REASON, AC_LINEID ...; `group` is the place of its enumeration in item_groups(), counted from
// 1; 0: it was given as a number.
struct ItemWord {
    std::uint32_t value = 0;
    std::uint32_t group = 0;
    Mark mark;
};

struct MethodWords {
    std::optional<bool> sync;                   // fSync
    std::optional<bool> hold;                   // fHold
    std::optional<bool> owner, monitor;         // fOwner, fMonitor
    std::optional<std::uint32_t> address_type;  // LINEADDRESSTYPE_
    std::optional<std::uint32_t> media;         // TAPIMEDIATYPE_
    std::optional<std::uint32_t> code;          // DISCONNECT_CODE
    std::optional<std::uint32_t> finish_mode;   // FINISH_MODE
    std::optional<std::uint32_t> tone_mode;     // TAPI_TONEMODE
    std::optional<std::uint32_t> privilege;     // CALL_PRIVILEGE; moves to the conditions
    std::optional<std::uint32_t> level;         // QOS_SERVICE_LEVEL
    std::optional<std::uint32_t> events;        // TAPI_EVENT bits
    std::optional<std::uint32_t> event;         // one of them
    std::optional<std::uint32_t> sub_event;     // of its enumeration
    std::optional<std::uint32_t> instance;      // lCallbackInstance
    std::optional<ItemWord> item;               // what is got or put
    std::optional<PlainValue> is;               // what must be got
    std::optional<PlainValue> value;            // what is put
    Text registration;                          // a name for it, or
    std::optional<std::uint32_t> cookie;        // its number
    std::optional<std::uint32_t> cause;         // of an event: CALL_STATE_EVENT_CAUSE
};

}  // namespace pbxlab::harness
