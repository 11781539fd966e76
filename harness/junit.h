// The results of a suite as JUnit XML, the form that CI servers read: a testsuite for each folder,
// a testcase for each scenario. The only place where wall time appears.
#pragma once

#include <string>

#include "harness/suite.h"

namespace pbxlab::harness {

// Valid XML 1.0 in UTF-8 whatever bytes names and messages hold.
[[nodiscard]] std::string junit_xml(const SuiteResult& result);

}  // namespace pbxlab::harness
