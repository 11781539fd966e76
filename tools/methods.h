// The document lines/METHODS.md.
#pragma once

#include <string_view>

#include "lines/tapi3/method.h"

namespace pbxlab::tools {

void print_methods();
// What `pbxlab describe` says of one method.
void print_method(const lines::tapi3::MethodRow& row);

}  // namespace pbxlab::tools
