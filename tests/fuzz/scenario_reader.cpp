// Any bytes as a scenario file: they are read, or refused with a message, and nothing else happens.
// What is read can be told its places, and is read the same way again.
#include "harness/scenario_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using pbxlab::harness::locate;
using pbxlab::harness::parse_scenario;
using pbxlab::harness::Place;
using pbxlab::harness::Problem;
using pbxlab::harness::Step;
using pbxlab::harness::Steps;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_problem(const Problem& problem) {
    require(!problem.what.empty());
    require(problem.line > 0 && problem.column > 0);
    require(problem.text().size() < (1U << 20U));
}

void check_places(std::string_view json, const Steps& steps) {
    for (const Step& step : steps) {
        const Place place = locate(json, step.mark);
        require(place.line > 0 && place.pointer.find("/steps/") == 0);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view json{reinterpret_cast<const char*>(data), size};  // NOLINT
    const std::filesystem::path root = PBXLAB_SOURCE_DIR "/scenarios";
    const auto scenario = parse_scenario(json, "fuzz.json", root);
    const auto again = parse_scenario(json, "fuzz.json", root);
    require(scenario.has_value() == again.has_value());
    if (scenario) {
        if (scenario->steps.size() < 100) check_places(json, scenario->steps);
    } else {
        check_problem(scenario.error());
        require(scenario.error().text() == again.error().text());
    }
    return 0;
}
