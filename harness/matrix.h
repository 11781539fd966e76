// One scenario, many runs: "matrix" lists values by name, and "${name}" in any text of the scenario
// stands for one of them. Each combination is a run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "harness/json_words.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// The matrix of a scenario's text, found before the scenario itself is read, because it may stand
// behind what it is used in. Empty when there is none, or when what is there is no matrix: whoever
// reads the scenario then refuses it.
[[nodiscard]] Matrix matrix_of(std::string_view json);
// False when the text certainly has none: a quick look for the word.
[[nodiscard]] bool may_have_matrix(std::string_view json);
// The same of another word.
[[nodiscard]] bool may_have(std::string_view json, std::string_view word);

// How many runs it makes: 1 for an empty one. Stays at the highest number there is instead of
// passing it.
[[nodiscard]] std::uint64_t combinations(const Matrix& matrix);

// The value of an axis in a run; the first axis changes slowest.
[[nodiscard]] const MatrixValue& value_in(const Matrix& matrix, std::size_t axis,
                                          std::uint64_t variant);

// "[answer=never,to=1002]" for a run; empty for an empty matrix.
[[nodiscard]] std::string variant_name(const Matrix& matrix, std::uint64_t variant);

// More runs than kMaxMatrixRuns, or two values of an axis that names cannot tell apart.
[[nodiscard]] std::optional<Complaint> check_matrix(const Scenario& scenario);

// The values of one run, as the reader puts them in.
class Substitution {
 public:
    Substitution(const Matrix& matrix, std::uint64_t variant)
        : matrix_{matrix}, variant_{variant} {}

    // False when there is nothing to put in: no matrix.
    [[nodiscard]] bool active() const { return !matrix_.empty(); }
    // The value that `text` as a whole stands for: "${name}"; nullptr when it is anything else.
    [[nodiscard]] const MatrixValue* whole(std::string_view text) const;
    // `text` with every "${name}" in it replaced; a complaint for a name that there is not, or one
    // without its end.
    [[nodiscard]] std::optional<Complaint> expand(std::string& text) const;

 private:
    [[nodiscard]] const MatrixValue* find(std::string_view name) const;

    const Matrix& matrix_;
    std::uint64_t variant_;
};

}  // namespace pbxlab::harness
