// pbxlab describe [OPERATION...]
#include <algorithm>

#include <fmt/format.h>

#include "harness/nearest.h"
#include "lines/operations.h"
#include "tools/command.h"
#include "tools/functions.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

void add_options(cxxopts::Options& options) {
    options.add_options()("markdown", "Print all operations as a document")(
        "functions", "Print what becomes of each function of tapi.h as a document");
}

bool same(std::string_view a, std::string_view b) { return harness::edit_distance(a, b, 0) == 0; }

const lines::Operation& find_operation(std::string_view name) {
    std::vector<std::string_view> names;
    for (const lines::Operation& operation : lines::operations()) {
        if (same(operation.function, name) || same(operation.word, name)) return operation;
        names.push_back(operation.function);
        names.push_back(operation.word);
    }
    throw UsageError(
        fmt::format("there is no operation \"{}\"{}", name, did_you_mean(name, names)));
}

void print_operation(const lines::Operation& operation) {
    std::string text = fmt::format(
        "{}\n  in scenarios: \"do\": \"{}\"\n  completion:   {}\n", operation.function,
        operation.word,
        operation.asynchronous ? "asynchronous: a request id, then LINE_REPLY" : "synchronous");
    if (operation.call_feature != 0) {
        text += fmt::format("  offered by:   LINECALLFEATURE_{}\n",
                            lines::tapi_word("LINECALLFEATURE", operation.call_feature));
    }
    text +=
        fmt::format("  source:       {}\n  refused, in this order, unless:\n", operation.source);
    for (const lines::Guard& guard : lines::guards(operation.op)) {
        text += fmt::format("    {:<32} {}\n", lines::error_name(lines::line_error(guard.error)),
                            lines::condition(guard));
    }
    print(text);
}

// The document lines/OPERATIONS.md; a test holds it against this.
void print_document() {
    print(
        "# When each operation is refused\n\n"
        "Made by `pbxlab describe --markdown` from the guard table (lines/operations.cpp). The "
        "rows "
        "of an operation\nare looked at in this order; the first whose condition does not hold "
        "refuses the request, and nothing\nhas changed.\n");
    for (const lines::Operation& operation : lines::operations()) {
        print(
            fmt::format("\n## {}\n\n{}; in scenarios `{}`; source: {}.\n\n"
                        "| error | unless |\n| --- | --- |\n",
                        operation.function, operation.asynchronous ? "Asynchronous" : "Synchronous",
                        operation.word, operation.source));
        for (const lines::Guard& guard : lines::guards(operation.op)) {
            print(fmt::format("| {} | {} |\n", lines::error_name(lines::line_error(guard.error)),
                              lines::condition(guard)));
        }
    }
}

int describe(const cxxopts::ParseResult& given) {
    if (given.count("markdown") != 0) {
        print_document();
        return 0;
    }
    if (given.count("functions") != 0) {
        print_functions();
        return 0;
    }
    const std::vector<std::string> names = arguments(given);
    if (names.empty()) {
        for (const lines::Operation& operation : lines::operations()) {
            print(fmt::format("{:<24} {}\n", operation.function, operation.word));
        }
    }
    for (const std::string& name : names) print_operation(find_operation(name));
    return 0;
}

}  // namespace

const Command kDescribe = {
    "describe",
    "Says when an operation is refused, and with which error; lists all without a name.",
    "[OPERATION...]",
    "  pbxlab describe lineHold\n"
    "  pbxlab describe hold unhold swapHold\n",
    add_options,
    describe};

}  // namespace pbxlab::tools
