#include "tools/sharding.h"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "harness/limits.h"
#include "tools/command.h"

namespace pbxlab::tools {

namespace {

// What a runner calls its variables.
struct Variables {
    const char* total;
    const char* index;
    const char* status_file;
};
constexpr Variables kRunners[] = {
    {"GTEST_TOTAL_SHARDS", "GTEST_SHARD_INDEX", "GTEST_SHARD_STATUS_FILE"},
    {"TEST_TOTAL_SHARDS", "TEST_SHARD_INDEX", "TEST_SHARD_STATUS_FILE"}};

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : value;
}

std::optional<std::uint64_t> whole(std::string_view text, std::uint64_t least, std::uint64_t most) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool fits = read.ec == std::errc{} && read.ptr == end && !text.empty();
    return fits && number >= least && number <= most ? std::optional{number} : std::nullopt;
}

harness::Shard shard_of(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto total = slash == std::string::npos
                           ? std::nullopt
                           : whole(std::string_view{text}.substr(slash + 1), 1, harness::kMaxRuns);
    const auto number =
        total ? whole(std::string_view{text}.substr(0, slash), 1, *total) : std::nullopt;
    if (number) return {.index = *number - 1, .total = *total};
    throw UsageError(
        fmt::format("--shard {}: expected i/n such as 1/4, with i from 1 to n and n at most {}",
                    text, harness::kMaxRuns));
}

std::uint64_t number_of(const char* name, std::uint64_t least, std::uint64_t most) {
    const std::string text = variable(name);
    if (const auto number = whole(text, least, most)) return *number;
    throw UsageError(
        fmt::format("the environment variable {} is \"{}\": expected a whole number "
                    "from {} to {}",
                    name, text, least, most));
}

void touch(const std::string& file) {
    if (file.empty()) return;
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    if (!out) throw UsageError(fmt::format("cannot make the shard status file {}", file));
}

}  // namespace

void add_shard(cxxopts::Options& options) {
    options.add_options()("shard",
                          "Run only the I-th of N parts; where it is not given, the variables of "
                          "GoogleTest and Bazel count",
                          cxxopts::value<std::string>(), "I/N");
}

harness::Shard chosen_shard(const cxxopts::ParseResult& given) {
    for (const Variables& runner : kRunners) touch(variable(runner.status_file));
    if (given.count("shard") > 0) return shard_of(given["shard"].as<std::string>());
    for (const Variables& runner : kRunners) {
        if (variable(runner.total).empty()) continue;
        const std::uint64_t total = number_of(runner.total, 1, harness::kMaxRuns);
        if (total == 1) return {};  // GoogleTest asks for no index then
        return {.index = number_of(runner.index, 0, total - 1), .total = total};
    }
    return {};
}

std::string bazel_report() { return variable("XML_OUTPUT_FILE"); }
std::string bazel_filter() { return variable("TESTBRIDGE_TEST_ONLY"); }

}  // namespace pbxlab::tools
