// Reading a whole file that may be anything: bounded, and never waiting for a pipe or device.
#pragma once

#include <filesystem>
#include <string>

#include "harness/problem.h"

namespace pbxlab::harness {

// The bytes of a regular file. Refused without reading: what does not exist or cannot be opened,
// folders, devices, pipes, and files of more than kMaxFileBytes. `shown` is the name for messages.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file,
                                            const std::string& shown);

}  // namespace pbxlab::harness
