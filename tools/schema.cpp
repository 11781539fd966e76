// pbxlab schema
#include "harness/scenario_reader.h"
#include "tools/command.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

void add_options(cxxopts::Options& options) {
    options.add_options()("office", "The schema of office files instead")(
        "provider", "The schema of provider profiles instead");
}

int schema(const cxxopts::ParseResult& given) {
    if (!arguments(given).empty()) throw UsageError("pbxlab schema takes no argument");
    if (given.count("provider") > 0) {
        print(harness::provider_schema());
    } else {
        print(given.count("office") > 0 ? harness::office_schema() : harness::scenario_schema());
    }
    return 0;
}

}  // namespace

const Command kSchema = {
    "schema",
    "Prints the JSON Schema of scenario files.",
    "",
    "  pbxlab schema > scenario.schema.json\n  pbxlab schema --office > office.schema.json\n"
    "  pbxlab schema --provider > provider.schema.json\n",
    add_options,
    schema};

}  // namespace pbxlab::tools
