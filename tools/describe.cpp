// pbxlab describe [OPERATION...]
#include <algorithm>

#include <fmt/format.h>

#include "harness/nearest.h"
#include "lines/operations.h"
#include "lines/tapi3/method.h"
#include "tools/command.h"
#include "tools/functions.h"
#include "tools/methods.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

void add_options(cxxopts::Options& options) {
    options.add_options()("markdown", "Print all operations as a document")(
        "functions", "Print what becomes of each function of tapi.h as a document")(
        "methods", "Print what becomes of each method of TAPI 3 as a document");
}

bool same(std::string_view a, std::string_view b) { return harness::edit_distance(a, b, 0) == 0; }

const lines::Operation* find_operation(std::string_view name) {
    for (const lines::Operation& operation : lines::operations()) {
        if (same(operation.function, name) || same(operation.word, name)) return &operation;
    }
    return nullptr;
}

// Methods are told from operations by their case: "Hold" is one of TAPI 3.
std::vector<const lines::tapi3::MethodRow*> find_methods(std::string_view name) {
    std::vector<const lines::tapi3::MethodRow*> found;
    for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) {
        if (row.name == name || fmt::format("{}::{}", row.interface, row.name) == name)
            found.push_back(&row);
    }
    return found;
}

[[noreturn]] void refuse(std::string_view name) {
    std::vector<std::string_view> names;
    for (const lines::Operation& operation : lines::operations()) {
        names.push_back(operation.function);
        names.push_back(operation.word);
    }
    for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) names.push_back(row.name);
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

void print_all() {
    for (const lines::Operation& operation : lines::operations())
        print(fmt::format("{:<24} {}\n", operation.function, operation.word));
    for (const lines::tapi3::MethodRow& row : lines::tapi3::methods())
        print(fmt::format("{}::{}\n", row.interface, row.name));
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
    if (given.count("methods") != 0) {
        print_methods();
        return 0;
    }
    const std::vector<std::string> names = arguments(given);
    if (names.empty()) print_all();
    for (const std::string& name : names) {
        const auto methods = find_methods(name);
        for (const lines::tapi3::MethodRow* row : methods) print_method(*row);
        if (!methods.empty()) continue;
        const lines::Operation* operation = find_operation(name);
        if (operation == nullptr) refuse(name);
        print_operation(*operation);
    }
    return 0;
}

}  // namespace

const Command kDescribe = {
    "describe",
    "Says when an operation is refused, and with which error, or what a method of TAPI 3 comes "
    "down to; lists all without a name.",
    "[OPERATION...]",
    "  pbxlab describe lineHold\n"
    "  pbxlab describe hold unhold swapHold\n"
    "  pbxlab describe Connect\n",
    add_options,
    describe};

}  // namespace pbxlab::tools
