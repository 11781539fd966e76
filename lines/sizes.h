// Counts what a variably sized structure needs in TAPI's layout, and leaves out what does not fit
// (reference: tapi2-operations 1.6). Internal to lines/.
#pragma once

#include <cstdint>
#include <string>

#include "lines/structures.h"

namespace pbxlab::lines {

class SizeCount {
 public:
    SizeCount(Sized& sized, std::uint32_t fixed) : sized_(sized) {
        sized_.needed_size = sized_.used_size = fixed;
    }

    // Takes `bytes` of the variable part; false when the application has no room for them.
    bool fits(std::size_t bytes) {
        const auto size = static_cast<std::uint32_t>(bytes);
        sized_.needed_size += size;
        if (sized_.total_size - sized_.used_size < size) return false;
        sized_.used_size += size;
        return true;
    }

    // The text when it fits, with its terminator as UTF-16; an empty text needs nothing.
    std::string text(std::string_view value) {
        if (value.empty() || !fits((value.size() + 1) * sizeof(char16_t))) return {};
        return std::string{value};
    }

 private:
    Sized& sized_;
};

}  // namespace pbxlab::lines
