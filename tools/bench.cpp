// pbxlab bench: finds the program of the benchmarks, which is no part of this one, and becomes it.
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "harness/suite.h"
#include "tools/command.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

namespace fs = std::filesystem;

// From the folder of this program: installed, and in a build tree.
constexpr std::array kPlaces = {PBXLAB_LIBEXEC "/pbxlab_bench", "../tests/bench/pbxlab_bench"};

constexpr std::array kValues = {"json", "baseline", "filter"};
constexpr std::array kFlags = {"quick", "check", "markdown"};

void add_options(cxxopts::Options& options) {
    options.add_options()("filter", "Only figures whose name or theme fits X",
                          cxxopts::value<std::string>(),
                          "X")("quick", "Fewer turns, and no switch of a million lines")(
        "json", "Write the figures to FILE as well", cxxopts::value<std::string>(), "FILE")(
        "baseline", "Show what has changed since FILE was written with --json",
        cxxopts::value<std::string>(), "FILE")("check", "Exit with 1 when a goal is not met")(
        "markdown", "Print the figures as a document");
}

std::vector<std::string> words_of(const cxxopts::ParseResult& given, const fs::path& own) {
    std::vector<std::string> words{"pbxlab_bench", "figures", "--pbxlab", own.string()};
    for (const char* option : kValues) {
        if (given.count(option) == 0) continue;
        words.push_back(fmt::format("--{}={}", option, given[option].as<std::string>()));
    }
    for (const char* option : kFlags) {
        if (given.count(option) > 0) words.push_back(fmt::format("--{}", option));
    }
    return words;
}

// Returns only when that fails.
void become(const fs::path& program, std::vector<std::string> words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(program.c_str(), arguments.data());
}

int bench(const cxxopts::ParseResult& given) {
    if (const auto words = arguments(given); !words.empty())
        throw UsageError(fmt::format("pbxlab bench takes no argument: {}", words.front()));
    std::error_code error;
    const fs::path own = fs::read_symlink("/proc/self/exe", error);
    for (const char* place : kPlaces) {
        const fs::path program = (own.parent_path() / place).lexically_normal();
        if (access(program.c_str(), X_OK) != 0) continue;
        become(program, words_of(given, own));
        print_error(
            fmt::format("pbxlab: cannot start {}: {}\n", program.string(), std::strerror(errno)));
        return harness::kExitInternal;
    }
    print_error(
        "pbxlab: the benchmarks are not built. In a checkout:\n"
        "    cmake --preset release && cmake --build build/release --target pbxlab_bench\n"
        "    build/release/tools/pbxlab bench\n");
    return harness::kExitInternal;
}

}  // namespace

const Command kBench = {"bench",
                        "Measures how fast the switch is, against the goals set for it.",
                        "",
                        "  pbxlab bench --quick\n"
                        "  pbxlab bench --filter call\n"
                        "  pbxlab bench --json figures.json\n"
                        "  pbxlab bench --baseline figures.json\n",
                        add_options,
                        bench};

}  // namespace pbxlab::tools
