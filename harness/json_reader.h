// The one machine that reads JSON by tables of words (json_words.h): a single pass, straight into
// structs, nothing kept of the document.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "harness/json_words.h"

namespace pbxlab::harness {

class Substitution;

// Text that is not JSON, or not UTF-8, or nested too deeply for its events to be counted.
struct SyntaxMistake {
    std::size_t offset = 0;  // byte
    std::string what, expected;
};
using ReadMistake = std::variant<Complaint, SyntaxMistake>;

// Reads `json` into `target` by the words of `root`. The first mistake ends the reading; what has
// been read so far is then of no use. Refused: what is not JSON (RFC 8259) in UTF-8, more nesting
// than kMaxDepth, words that the tables do not have, words given twice, wrong types and values,
// missing words. With `values`, texts are read with these put in: a text that is nothing but
// "${name}" as the value that it stands for, whatever its kind.
[[nodiscard]] std::optional<ReadMistake> read_json(std::string_view json, const ObjectWords& root,
                                                   void* target,
                                                   const Substitution* values = nullptr);

// A byte order mark at the beginning is skipped: editors on some systems write it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace pbxlab::harness
