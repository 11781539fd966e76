// What is wrong with a text that is not JSON, as nlohmann's parser tells it.
#pragma once

#include <string_view>

#include "harness/json_reader.h"

namespace pbxlab::harness {

// Of a text that JsonScan has not accepted, without a byte order mark.
[[nodiscard]] SyntaxMistake json_fault(std::string_view text);

}  // namespace pbxlab::harness
