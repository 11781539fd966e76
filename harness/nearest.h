// What was probably meant: the nearest of the words that exist.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pbxlab::harness {

// Fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the
// other, letters compared without regard to case; `limit` + 1 when there are more than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view from, std::string_view to,
                                        std::size_t limit);

// The word that `written` most probably means, the first of equals; empty when none is near enough:
// a third of the written text may differ, and at least one character. A text of more than 64 bytes
// is near none.
[[nodiscard]] std::string_view nearest(std::string_view written,
                                       std::span<const std::string_view> words);

// Text between quotation marks as messages show it: control characters and broken UTF-8 as \xNN,
// long text cut short.
[[nodiscard]] std::string in_quotes(std::string_view text);
// The same without the quotation marks, at most `most` bytes of it.
[[nodiscard]] std::string printable(std::string_view text, std::size_t most);

// "one of: a, b, c"; the word alone when there is only one.
[[nodiscard]] std::string one_of(std::span<const std::string_view> words);

}  // namespace pbxlab::harness
