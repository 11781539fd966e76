// A mistake in something from outside: what, where, what was expected, and the nearest thing that
// would have been valid.
#pragma once

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

namespace pbxlab::harness {

struct Problem {
    std::string file;
    std::uint32_t line = 0;    // 1-based; 0: no place in the file
    std::uint32_t column = 0;  // 1-based, in bytes
    std::string pointer;       // JSON Pointer of the place, "/steps/3/do"; may be empty
    std::string what;          // "unknown word \"expct\""
    std::string expected;      // "one of: do, expect, ..."; may be empty
    std::string nearest;       // "expect"; may be empty

    // "file:3:7: /steps/3: unknown word "expct"; expected one of ...; did you mean "expect"?"
    [[nodiscard]] std::string text() const;
};

template <class T>
using Result = tl::expected<T, Problem>;

}  // namespace pbxlab::harness
