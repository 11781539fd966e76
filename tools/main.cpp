// The pbxlab command: one file for each subcommand.
#include <exception>
#include <vector>

#include <fmt/format.h>

#include "harness/suite.h"
#include "tools/command.h"
#include "tools/interrupt.h"
#include "tools/terminal.h"

namespace pbxlab::tools {
namespace {

std::string usage() {
    std::string text =
        "pbxlab: a simulated PBX whose lines speak TAPI, played from JSON scenarios\n\n"
        "Usage:\n  pbxlab COMMAND [ARGUMENT...] [OPTION...]\n\nCommands:\n";
    for (const Command* command : commands()) {
        text += fmt::format("  {:<10} {}\n", command->name, command->summary);
    }
    text +=
        "  help       Shows this, or the help of a COMMAND.\n\n"
        "Options:\n  -h, --help     Show this help\n      --version  Show the version\n\n"
        "Examples:\n  pbxlab run scenarios\n  pbxlab help run\n";
    return text;
}

const Command& wanted(std::string_view name) {
    if (const Command* command = find_command(name)) return *command;
    std::vector<std::string_view> names{"help", "--help", "--version"};
    for (const Command* command : commands()) names.push_back(command->name);
    throw UsageError(
        fmt::format("pbxlab has no command \"{}\"{}", name, did_you_mean(name, names)));
}

int help(int argc, const char* const* argv) {
    print(argc > 0 ? help_text(wanted(argv[0])) : usage());
    return 0;
}

int dispatch(int argc, const char* const* argv) {
    if (argc < 2) throw UsageError("no command is given");
    const std::string_view first = argv[1];
    if (first == "help") return help(argc - 2, argv + 2);
    if (first == "--help" || first == "-h") return help(0, nullptr);
    if (first == "--version") {
        print("pbxlab " PBXLAB_VERSION "\n");
        return 0;
    }
    return carry_out(wanted(first), argc - 1, argv + 1);
}

}  // namespace
}  // namespace pbxlab::tools

int main(int argc, char** argv) {
    using pbxlab::tools::print_error;
    try {
        pbxlab::tools::ignore_closed_pipes();
        const int code = pbxlab::tools::dispatch(argc, argv);
        const std::string failure = pbxlab::tools::output_failure();
        if (failure.empty()) return code;
        print_error(fmt::format("pbxlab: cannot write to standard output: {}\n", failure));
        return code == 0 ? pbxlab::harness::kExitInternal : code;
    } catch (const pbxlab::tools::UsageError& error) {
        print_error(fmt::format("pbxlab: {}\nTry: pbxlab help\n", error.what()));
        return pbxlab::harness::kExitUsage;
    } catch (const std::exception& error) {
        print_error(fmt::format("pbxlab: itself failed: {}\n", error.what()));
        return pbxlab::harness::kExitInternal;
    }
}
