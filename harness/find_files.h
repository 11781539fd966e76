// The scenario files that the paths of a command stand for.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "harness/problem.h"

namespace pbxlab::harness {

struct ScenarioFile {
    std::string file;            // as it can be opened from here
    std::filesystem::path root;  // its scenario root
    std::string id;              // relative to the root, '/' between names
};

// Files that are named, and all *.json files below folders that are named, except below folders
// called schema, offices or providers. Sorted bytewise by path; each file once. Links to files are
// followed wherever they lead, because build systems lay out their inputs as links; links to
// folders only where they are named themselves. A path that does not exist, a folder that cannot be
// read, or more than kMaxScenarioFiles are a problem.
[[nodiscard]] Result<std::vector<ScenarioFile>> find_scenarios(
    const std::vector<std::string>& paths);

// True when `text` fits: `pattern` is a part of it as it stands, so that a name with a star can be
// given like any other; or, with one of * ? in it, describes the whole of it (* any characters, ?
// one).
[[nodiscard]] bool filter_fits(std::string_view pattern, std::string_view text);

}  // namespace pbxlab::harness
