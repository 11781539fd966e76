// Files that scenarios name, in a folder of their kind below the scenario root: offices, provider
// profiles. They may start from each other; none lies outside the root.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/problem.h"
#include "harness/scenario.h"

namespace pbxlab::harness {

// A file that pbxlab has with it, for every root.
struct ShippedFile {
    std::string_view name;  // without .json
    std::string_view json;
};

struct FileKind {
    std::string_view folder;  // "offices"
    std::string_view what;    // "office"
    std::string_view starts;  // what it does with another one: "starts from"
    std::string_view start;   // the same of several: "start from"
    std::size_t most;         // in a chain of files that start from each other
    std::span<const ShippedFile> shipped = {};
    std::string_view all = {};  // stands for all of them, so that none can have this name
};

// A file that is being read, and those that asked for it.
struct OpenedFile {
    std::string name;
    std::filesystem::path real;
};
using FileChain = std::vector<OpenedFile>;

// Where a name was read. Without `json` it comes from elsewhere: a command line.
struct NamedIn {
    std::string_view json;
    std::string file;  // for messages
};

struct NamedFile {
    std::string json;
    std::string shown;  // for messages
};

// Reads the file and adds it to the chain; the root's own comes before one that is shipped. A
// problem, placed at the name: a file that does not exist, that lies outside `root` (links
// resolved), that starts from itself, or that makes the chain too long; or, in the file, that it
// cannot be read.
[[nodiscard]] Result<NamedFile> open_named(const FileKind& kind, const Text& name,
                                           const NamedIn& named_in,
                                           const std::filesystem::path& root, FileChain& chain);

// The names there are, sorted: at most the first thousand of the folder, those below it included,
// and those that are shipped.
[[nodiscard]] std::vector<std::string> file_names(const FileKind& kind,
                                                  const std::filesystem::path& root);

}  // namespace pbxlab::harness
