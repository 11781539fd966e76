// The items of ITCallInfo, and where TAPI 2 has each: in LINECALLINFO while there is a call, in
// LINECALLPARAMS before (reference: tapi3-operations 12, the table of items). Internal to tapi3/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lines/tapi3/engine.h"

namespace pbxlab::lines::tapi3 {

// What is asked of a call that is live; negative, 0 or a request, as the functions of Application
// return.
template <class Value>
using PutLive = LineResult (*)(Engine& engine, const CallFacts& facts, Value value);

struct LongItem {
    std::uint32_t which;  // CALLINFO_LONG
    // Nothing: the provider does not know it.
    std::optional<std::uint32_t> (*live)(const CallInfo& info);
    // Where it is kept before the call; nullptr: it needs a call.
    std::uint32_t& (*before)(CallFacts& facts) = nullptr;
    PutLive<std::uint32_t> put = nullptr;  // nullptr: what is there is not the application's
};
// nullptr: there is no such item.
[[nodiscard]] const LongItem* long_item(std::uint32_t which);

struct TextItem {
    std::uint32_t which;                        // CALLINFO_STRING
    std::string (*live)(const CallInfo& info);  // empty: the provider does not know it
    std::string& (*before)(CallFacts& facts) = nullptr;
};
[[nodiscard]] const TextItem* text_item(std::uint32_t which);

struct BytesItem {
    std::uint32_t which;  // CALLINFO_BUFFER
    std::string (*live)(const CallInfo& info);
    std::string& (*before)(CallFacts& facts) = nullptr;
    PutLive<std::string_view> put = nullptr;
};
[[nodiscard]] const BytesItem* bytes_item(std::uint32_t which);

// The object was made for a call that has not been asked for yet.
[[nodiscard]] inline bool is_to_come(const CallFacts& facts) {
    return facts.created && !facts.used && facts.handle == kNoCall && facts.shown == CS_IDLE;
}

}  // namespace pbxlab::lines::tapi3
