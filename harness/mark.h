// Where in a file something stands.
#pragma once

#include <cstdint>
#include <string>

namespace pbxlab::harness {

// The number of the JSON event that brought it (1 = the first). A second pass over the file turns
// it into line and column, because only mistakes and failures need them.
struct Mark {
    std::uint32_t event = 0;
};

template <class T>
struct Marked {
    T value{};
    Mark mark;
};
using Text = Marked<std::string>;

}  // namespace pbxlab::harness
