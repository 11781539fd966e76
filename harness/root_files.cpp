#include "harness/root_files.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "harness/json_file.h"
#include "harness/json_place.h"
#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".json";

// True when `path`, all links resolved, is below `root`.
bool is_below(const fs::path& path, const fs::path& root) {
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    if (error) return false;
    const fs::path real = fs::weakly_canonical(path, error);
    if (error) return false;
    return std::mismatch(real_root.begin(), real_root.end(), real.begin(), real.end()).first ==
           real_root.end();
}

fs::path file_of(const FileKind& kind, const std::string& name, const fs::path& root) {
    return root / kind.folder / (name + std::string{kExtension});
}

const ShippedFile* shipped(const FileKind& kind, std::string_view name) {
    for (const ShippedFile& file : kind.shipped) {
        if (file.name == name) return &file;
    }
    return nullptr;
}

std::string place_of_files(const FileKind& kind) {
    return fmt::format("a file below {}/ of the scenario root", kind.folder);
}

Complaint complaint(const Text& name, std::string what, std::string expected) {
    return {name.mark, {}, std::move(what), std::move(expected), {}};
}

Complaint unknown(const FileKind& kind, const Text& name, const fs::path& root) {
    const std::vector<std::string> names = file_names(kind, root);
    const std::vector<std::string_view> words(names.begin(), names.end());
    Complaint made = complaint(name, fmt::format("unknown {} {}", kind.what, in_quotes(name.value)),
                               words.empty() ? place_of_files(kind) : one_of(words));
    made.nearest = nearest(name.value, words);
    return made;
}

// What forbids to add the file to the chain.
std::optional<Complaint> refusal(const FileKind& kind, const Text& name, const fs::path& real,
                                 const FileChain& chain) {
    const auto first = std::ranges::find(chain, real, &OpenedFile::real);
    if (first != chain.end()) {
        std::string circle;
        for (auto each = first; each != chain.end(); ++each) circle += each->name + " -> ";
        return complaint(
            name, fmt::format("the {} {} itself: {}{}", kind.what, kind.starts, circle, name.value),
            fmt::format("{}s that do not lead back to one of them", kind.what));
    }
    if (chain.size() < kind.most) return std::nullopt;
    return complaint(
        name, fmt::format("too long a chain of {}s that {} each other", kind.what, kind.start),
        fmt::format("at most {}", kind.most));
}

Problem placed(const NamedIn& named_in, Complaint mistake) {
    if (!named_in.json.empty()) return problem_at(named_in.json, named_in.file, std::move(mistake));
    return {.file = named_in.file,
            .what = std::move(mistake.what),
            .expected = std::move(mistake.expected),
            .nearest = std::move(mistake.nearest)};
}

}  // namespace

Result<NamedFile> open_named(const FileKind& kind, const Text& name, const NamedIn& named_in,
                             const fs::path& root, FileChain& chain) {
    if (!kind.all.empty() && name.value == kind.all) {
        return tl::unexpected(placed(
            named_in, complaint(name,
                                fmt::format("{} stands for every {}, and is the name of none",
                                            in_quotes(name.value), kind.what),
                                "one of them, by another name")));
    }
    const fs::path file = file_of(kind, name.value, root);
    std::error_code error;
    const bool own = fs::exists(file, error);
    const ShippedFile* const ours = own ? nullptr : shipped(kind, name.value);
    if (!own && ours == nullptr) return tl::unexpected(placed(named_in, unknown(kind, name, root)));
    if (own && !is_below(file, root)) {
        return tl::unexpected(
            placed(named_in, complaint(name,
                                       fmt::format("the {} {} leaves the scenario root", kind.what,
                                                   in_quotes(name.value)),
                                       place_of_files(kind))));
    }
    const std::string shown =
        own ? file.generic_string()
            : fmt::format("{}/{}{}, shipped with pbxlab", kind.folder, name.value, kExtension);
    const fs::path real = own ? fs::weakly_canonical(file, error) : fs::path{shown};
    if (auto mistake = refusal(kind, name, real, chain))
        return tl::unexpected(placed(named_in, *std::move(mistake)));
    chain.push_back({name.value, real});
    if (!own) return NamedFile{std::string{ours->json}, shown};
    Result<std::string> json = read_file(file, shown);
    if (!json) return tl::unexpected(json.error());
    return NamedFile{*std::move(json), shown};
}

std::vector<std::string> file_names(const FileKind& kind, const fs::path& root) {
    constexpr std::size_t kMost = 1000;
    std::vector<std::string> names;
    const fs::path folder = root / kind.folder;
    std::error_code error;
    for (fs::recursive_directory_iterator place{folder, error}, end;
         !error && place != end && names.size() < kMost; place.increment(error)) {
        const fs::path& file = place->path();
        std::error_code ignored;  // a link that leads nowhere, or to itself, is no file
        if (file.extension() != kExtension || !fs::is_regular_file(file, ignored)) continue;
        if (!is_below(file, root)) continue;
        names.push_back(file.lexically_relative(folder).replace_extension().generic_string());
    }
    for (const ShippedFile& file : kind.shipped) names.emplace_back(file.name);
    std::ranges::sort(names);
    const auto twice = std::ranges::unique(names);
    names.erase(twice.begin(), twice.end());
    return names;
}

}  // namespace pbxlab::harness
