// What the methods of TAPI 3 return, and what becomes of a LINEERR_ of the lines there (reference:
// tapi3-operations 4; tapi-e--constants).
#pragma once

#include <cstdint>
#include <string>

#include "lines/tapi3/method.h"
#include "lines/tapi_constants.h"

namespace pbxlab::lines::tapi3 {

// Negative: it failed. S_OK is 0; S_FALSE, a success with a meaning of its own, is 1.
using HResult = std::int32_t;

constexpr HResult hresult(std::uint32_t code) { return static_cast<HResult>(code); }
constexpr bool failed(HResult result) { return result < 0; }

// "TAPI_E_INVALCALLSTATE"; the number in hexadecimal where it has no name.
[[nodiscard]] std::string hresult_name(HResult result);

// What a method returns for an error of the line function behind it: the code of the same name, but
// for what is not supported, which each method says in its own way. `raw`: the provider lets its
// own codes through (setting raw_errors).
[[nodiscard]] HResult hresult_of(Method method, LineResult error, bool raw);

}  // namespace pbxlab::lines::tapi3
