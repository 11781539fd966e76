#include "harness/matrix.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "harness/escape.h"
#include "harness/json_reader.h"
#include "harness/json_scalars.h"
#include "harness/limits.h"
#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

constexpr std::string_view kOpening = "${";
constexpr std::size_t kNowhere = std::string_view::npos;

// Picks the matrix out of a scenario's events; whatever does not fit is passed over.
class Finder : public nlohmann::json_sax<nlohmann::json> {
 public:
    Matrix take() && { return std::move(matrix_); }

    bool null() override { return scalar({}); }
    bool boolean(bool flag) override { return scalar({flag}); }
    bool number_integer(number_integer_t number) override { return scalar({number}); }
    bool number_unsigned(number_unsigned_t number) override {
        return scalar({static_cast<std::int64_t>(number)});
    }
    bool number_float(number_float_t number, const string_t&) override {
        return scalar({static_cast<std::int64_t>(number)});
    }
    bool string(string_t& text) override { return scalar({std::move(text)}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override {
        ++depth_;
        return true;
    }
    bool key(string_t& name) override {
        if (depth_ == 1) inside_ = name == "matrix";
        if (depth_ == 2 && inside_) matrix_.push_back({{name, {}}, {}});
        return true;
    }
    bool end_object() override { return end(); }
    bool start_array(std::size_t) override {
        ++depth_;
        return true;
    }
    bool end_array() override { return end(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }

 private:
    bool scalar(decltype(MatrixValue::value) value) {
        if (inside_ && depth_ == 3 && !matrix_.empty())
            matrix_.back().values.push_back({std::move(value), {}});
        return true;
    }
    // Nothing of interest comes behind the matrix.
    bool end() { return --depth_ != 1 || !inside_; }

    Matrix matrix_;
    int depth_ = 0;
    bool inside_ = false;
};

bool is_axis(const MatrixAxis& axis) {
    static constexpr Type kName{.form = Form::Name};
    Value value;
    return !axis.values.empty() && !take_text(kName, axis.name.value, value);
}

}  // namespace

Matrix matrix_of(std::string_view json) {
    if (!may_have_matrix(json)) return {};
    if (json.starts_with(kByteOrderMark)) json.remove_prefix(kByteOrderMark.size());
    Finder finder;
    nlohmann::json::sax_parse(json.begin(), json.end(), &finder);
    Matrix matrix = std::move(finder).take();
    const bool whole = std::all_of(matrix.begin(), matrix.end(), is_axis);
    return whole ? std::move(matrix) : Matrix{};
}

bool may_have(std::string_view json, std::string_view word) {
    // Its first letter is rarer than the quotation mark before it.
    for (std::size_t at = json.find(word); at != kNowhere; at = json.find(word, at + 1)) {
        const std::string_view behind = json.substr(at + word.size());
        if (at > 0 && json[at - 1] == '"' && behind.starts_with('"')) return true;
    }
    return json.find("\\u") != kNowhere;  // the word may be written in escapes
}

bool may_have_matrix(std::string_view json) { return may_have(json, "matrix"); }

std::uint64_t combinations(const Matrix& matrix) {
    std::uint64_t product = 1;
    for (const MatrixAxis& axis : matrix) {
        const std::uint64_t count = axis.values.size();
        if (count != 0 && product > std::numeric_limits<std::uint64_t>::max() / count)
            return std::numeric_limits<std::uint64_t>::max();
        product *= count;
    }
    return product;
}

const MatrixValue& value_in(const Matrix& matrix, std::size_t axis, std::uint64_t variant) {
    for (std::size_t later = matrix.size() - 1; later > axis; --later)
        variant /= matrix[later].values.size();
    return matrix[axis].values[variant % matrix[axis].values.size()];
}

std::string MatrixValue::text() const {
    if (const auto* written = std::get_if<std::string>(&value)) return *written;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    return "null";
}

namespace {

// As it stands in the names of runs, which are printed and given on command lines.
std::string shown(const MatrixValue& value) {
    std::string text;
    append_printable(text, value.text());
    return text;
}

}  // namespace

std::string variant_name(const Matrix& matrix, std::uint64_t variant) {
    if (matrix.empty()) return {};
    std::string name;
    for (std::size_t axis = 0; axis < matrix.size(); ++axis) {
        name += name.empty() ? '[' : ',';
        name += matrix[axis].name.value + '=' + shown(value_in(matrix, axis, variant));
    }
    return name + ']';
}

std::optional<Complaint> check_matrix(const Scenario& scenario) {
    if (scenario.matrix.empty()) return std::nullopt;
    const std::uint64_t runs = combinations(scenario.matrix);
    if (runs > kMaxMatrixRuns) {
        return Complaint{
            scenario.matrix_mark,
            {},
            fmt::format("a matrix of {}{} runs",
                        runs == std::numeric_limits<std::uint64_t>::max() ? "more than " : "",
                        runs),
            fmt::format("at most {}", kMaxMatrixRuns),
            {}};
    }
    for (const MatrixAxis& axis : scenario.matrix) {
        std::set<std::string> seen;
        for (const MatrixValue& value : axis.values) {
            if (seen.insert(shown(value)).second) continue;
            return Complaint{value.mark,
                             {},
                             "two values of " + in_quotes(axis.name.value) + " that both read " +
                                 in_quotes(value.text()),
                             "values that the names of runs tell apart",
                             {}};
        }
    }
    return std::nullopt;
}

const MatrixValue* Substitution::find(std::string_view name) const {
    for (std::size_t axis = 0; axis < matrix_.size(); ++axis) {
        if (matrix_[axis].name.value == name) return &value_in(matrix_, axis, variant_);
    }
    return nullptr;
}

const MatrixValue* Substitution::whole(std::string_view text) const {
    if (!text.starts_with(kOpening) || text.find('}') != text.size() - 1) return nullptr;
    return find(text.substr(kOpening.size(), text.size() - kOpening.size() - 1));
}

std::optional<Complaint> Substitution::expand(std::string& text) const {
    std::string expanded;
    std::string_view rest = text;
    for (std::size_t at = rest.find(kOpening); at != kNowhere; at = rest.find(kOpening)) {
        expanded += rest.substr(0, at);
        const std::size_t end = rest.find('}', at);
        const std::string_view written = rest.substr(at, end == kNowhere ? end : end + 1 - at);
        const MatrixValue* value =
            end == kNowhere ? nullptr : find(rest.substr(at + 2, end - at - 2));
        if (value == nullptr) {
            std::vector<std::string> names;
            for (const MatrixAxis& axis : matrix_) names.push_back("${" + axis.name.value + '}');
            const std::vector<std::string_view> words{names.begin(), names.end()};
            return Complaint{{},
                             {},
                             "the matrix has no value " + in_quotes(written),
                             one_of(words),
                             std::string{nearest(written, words)}};
        }
        expanded += value->text();
        rest.remove_prefix(end + 1);
        if (expanded.size() > kMaxFileBytes) break;
    }
    text = expanded.append(rest);
    return std::nullopt;
}

}  // namespace pbxlab::harness
