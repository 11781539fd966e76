#include "tools/command.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "harness/nearest.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

constexpr std::array kCommands = {&kRun,      &kValidate,  &kList, &kSchema,
                                  &kDescribe, &kProviders, &kBench};

cxxopts::Options options_of(const Command& command) {
    cxxopts::Options options{"pbxlab " + std::string{command.name}, std::string{command.summary}};
    command.add_options(options);
    options.add_options()("h,help", "Show this help");
    options.add_options("hidden")("arguments", "", cxxopts::value<std::vector<std::string>>());
    options.parse_positional({"arguments"});
    options.custom_help("[OPTION...]");
    options.positional_help(std::string{command.arguments});
    options.set_width(96);
    options.allow_unrecognised_options();
    return options;
}

std::string shown_help(const Command& command, cxxopts::Options& options) {
    std::string text = options.help({""});
    if (!command.examples.empty()) text += fmt::format("\nExamples:\n{}", command.examples);
    return text;
}

std::vector<std::string> long_names(cxxopts::Options& options) {
    std::vector<std::string> names;
    for (const auto& option : options.group_help("").options) {
        for (const std::string& name : option.l) names.push_back("--" + name);
    }
    return names;
}

// Refuses the first word that looks like an option and is none.
void refuse_unknown(const Command& command, cxxopts::Options& options,
                    const std::vector<std::string>& unmatched) {
    for (const std::string& word : unmatched) {
        if (word.size() < 2 || word.front() != '-') continue;
        const std::string name = word.substr(0, word.find('='));
        const std::vector<std::string> names = long_names(options);
        const std::vector<std::string_view> views{names.begin(), names.end()};
        throw UsageError(fmt::format("pbxlab {} has no option {}{}", command.name, name,
                                     did_you_mean(name, views)));
    }
}

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
    for (const Command* command : kCommands) {
        if (command->name == name) return command;
    }
    return nullptr;
}

std::string help_text(const Command& command) {
    cxxopts::Options options = options_of(command);
    return shown_help(command, options);
}

int carry_out(const Command& command, int argc, const char* const* argv) {
    cxxopts::Options options = options_of(command);
    try {
        const cxxopts::ParseResult given = options.parse(argc, argv);
        refuse_unknown(command, options, given.unmatched());
        if (given.count("help") > 0) {
            print(shown_help(command, options));
            return 0;
        }
        return command.run(given);
    } catch (const cxxopts::exceptions::exception& exception) {
        throw UsageError(fmt::format("pbxlab {}: {}", command.name, exception.what()));
    }
}

std::vector<std::string> arguments(const cxxopts::ParseResult& given) {
    if (given.count("arguments") == 0) return {};
    return given["arguments"].as<std::vector<std::string>>();
}

std::vector<std::string> needed_arguments(const cxxopts::ParseResult& given,
                                          std::string_view what) {
    std::vector<std::string> words = arguments(given);
    if (words.empty()) throw UsageError(fmt::format("no {} is given", what));
    return words;
}

std::uint64_t chosen_number(const cxxopts::ParseResult& given, const std::string& option,
                            std::uint64_t most) {
    const auto text = given[option].as<std::string>();
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number <= most) return number;
    throw UsageError(
        fmt::format("--{} {}: expected a whole number from 0 to {}", option, text, most));
}

std::string did_you_mean(std::string_view written, std::span<const std::string_view> words) {
    const std::string_view word = harness::nearest(written, words);
    return word.empty() ? std::string{} : fmt::format("; did you mean \"{}\"?", word);
}

}  // namespace pbxlab::tools
