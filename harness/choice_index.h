// Finds a word among the many that a text can be, without looking through them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "harness/json_words.h"

namespace pbxlab::harness {

class ChoiceIndex {
 public:
    // The choices are looked up where they are: they have to stay there.
    explicit ChoiceIndex(std::span<const Choice> choices);

    // The first choice of that word, with `any_case` letters compared without regard to case;
    // nullptr when there is none.
    [[nodiscard]] const Choice* find(std::string_view word, bool any_case) const;

 private:
    std::span<const Choice> choices_;
    std::vector<std::uint32_t> places_;  // by hash: place among the choices plus 1; 0: free
};

// The words of a type (Type::words). They are asked for once in each thread, so both the type and
// the list have to stay as long as the program runs; so do all tables of the language.
[[nodiscard]] const ChoiceIndex& index_of(const Type& type);

}  // namespace pbxlab::harness
