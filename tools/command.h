// The subcommands of pbxlab, and what they share: their options, and how a wrong command line is
// told.
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include <cxxopts.hpp>

namespace pbxlab::tools {

static_assert(CXXOPTS_VECTOR_DELIMITER == '\0', "a comma in a path or a filter is a comma");

// A command line that cannot be understood: exit code 2.
class UsageError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

struct Command {
    std::string_view name;
    std::string_view summary;    // one line
    std::string_view arguments;  // "PATH..."
    std::string_view examples;   // lines; shown by its help
    void (*add_options)(cxxopts::Options& options);
    int (*run)(const cxxopts::ParseResult& given);
};

extern const Command kRun, kValidate, kList, kSchema, kDescribe, kProviders, kBench;
[[nodiscard]] std::span<const Command* const> commands();
// Nullptr when there is none of that name.
[[nodiscard]] const Command* find_command(std::string_view name);

// Reads the command line of a subcommand (without the program and its own name) and carries it out;
// --help prints its help instead. Throws UsageError for an unknown option, a value that does not
// fit, or a missing argument.
int carry_out(const Command& command, int argc, const char* const* argv);
[[nodiscard]] std::string help_text(const Command& command);

// The arguments that are no options; throws UsageError when there are none but some are needed.
[[nodiscard]] std::vector<std::string> arguments(const cxxopts::ParseResult& given);
[[nodiscard]] std::vector<std::string> needed_arguments(const cxxopts::ParseResult& given,
                                                        std::string_view what);

// The number that an option was given; throws UsageError unless it is whole and at most `most`.
[[nodiscard]] std::uint64_t chosen_number(const cxxopts::ParseResult& given,
                                          const std::string& option, std::uint64_t most);

// "; did you mean "run"?" or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view written,
                                       std::span<const std::string_view> words);

}  // namespace pbxlab::tools
