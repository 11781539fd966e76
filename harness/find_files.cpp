#include "harness/find_files.h"

#include <algorithm>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "harness/limits.h"
#include "harness/scenario_reader.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

Problem cannot(const fs::path& path, std::string what) {
    return {.file = path.generic_string(), .what = std::move(what)};
}

bool is_apart(const fs::path& folder) {
    return folder.filename() == "schema" || folder.filename() == "offices" ||
           folder.filename() == "providers";
}

// Adds the scenarios below a folder.
tl::expected<void, Problem> walk(const fs::path& folder, std::set<std::string>& files) {
    std::error_code error;
    fs::recursive_directory_iterator place{folder, error};
    for (const fs::recursive_directory_iterator end; !error && place != end;
         place.increment(error)) {
        std::error_code ignored;  // a file that vanished meanwhile is none
        if (place->is_directory(ignored)) {
            if (is_apart(place->path())) place.disable_recursion_pending();
        } else if (place->path().extension() == ".json") {
            files.insert(place->path().generic_string());
        }
        if (files.size() > kMaxScenarioFiles) {
            return tl::unexpected{
                cannot(folder, fmt::format("more than {} scenario files", kMaxScenarioFiles))};
        }
    }
    if (error) return tl::unexpected{cannot(folder, "cannot be read: " + error.message())};
    return {};
}

// Files are given as they were on the command line, their root is absolute: both have to be alike.
std::string id_of(const fs::path& file, const fs::path& root) {
    std::error_code error;
    const fs::path whole_root = fs::absolute(root, error).lexically_normal();
    const fs::path below =
        fs::absolute(file, error).lexically_normal().lexically_relative(whole_root);
    const bool inside = !below.empty() && *below.begin() != "..";
    return (inside ? below : file.filename()).generic_string();
}

// What files of one folder have in common: they come one behind the other.
class Folder {
 public:
    ScenarioFile scenario(const std::string& file) {
        const std::size_t slash = file.rfind('/');
        const std::string_view above = std::string_view{file}.substr(0, slash + 1);
        const std::string_view name = std::string_view{file}.substr(slash + 1);
        if (!known_ || above != above_) {
            above_ = above;
            root_ = scenario_root(file);
            const std::string id = id_of(file, root_);
            known_ = id.ends_with(name);
            if (!known_) return {file, root_, id};
            id_above_ = id.substr(0, id.size() - name.size());
        }
        return {file, root_, id_above_ + std::string{name}};
    }

 private:
    bool known_ = false;
    std::string above_;
    fs::path root_;
    std::string id_above_;  // what stands before the name in the ids
};

// Whether `text` is described by `pattern`, trying every length for each star but the last one
// reached.
bool glob(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

Result<std::vector<ScenarioFile>> find_scenarios(const std::vector<std::string>& paths) {
    std::set<std::string> found;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status))
            return tl::unexpected{cannot(path, "there is no such file or folder")};
        if (!fs::is_directory(status)) {
            found.insert(fs::path{path}.lexically_normal().generic_string());
        } else if (auto walked = walk(fs::path{path}.lexically_normal(), found); !walked) {
            return tl::unexpected{std::move(walked.error())};
        }
    }
    std::vector<ScenarioFile> files;
    files.reserve(found.size());
    Folder folder;
    for (const std::string& file : found) files.push_back(folder.scenario(file));
    return files;
}

bool filter_fits(std::string_view pattern, std::string_view text) {
    if (text.find(pattern) != std::string_view::npos) return true;
    return pattern.find_first_of("*?") != std::string_view::npos && glob(pattern, text);
}

}  // namespace pbxlab::harness
