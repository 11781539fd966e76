#include "harness/problem.h"

#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kShownPath = 4096;  // bytes of a file name or pointer in a message

}  // namespace

std::string Problem::text() const {
    std::string text = printable(file, kShownPath);
    if (line != 0) text += ':' + std::to_string(line) + ':' + std::to_string(column);
    text += ": ";
    if (!pointer.empty()) text += printable(pointer, kShownPath) + ": ";
    text += what;
    if (!expected.empty()) text += "; expected " + expected;
    if (!nearest.empty()) text += "; did you mean " + in_quotes(nearest) + "?";
    return text;
}

}  // namespace pbxlab::harness
