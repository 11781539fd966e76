// The document lines/FUNCTIONS.md.
#pragma once

namespace pbxlab::tools {

void print_functions();

}  // namespace pbxlab::tools
