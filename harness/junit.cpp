#include "harness/junit.h"

#include <iterator>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "harness/escape.h"
#include "harness/load_report.h"

namespace pbxlab::harness {

namespace {

using Cases = std::vector<const CaseResult*>;

void attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_xml(out, value, XmlPlace::Attribute);
    out += '"';
}

std::string seconds(std::chrono::nanoseconds wall) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(wall).count();
    return fmt::format("{}.{:03}", ms / 1000, ms % 1000);
}

void counts(std::string& out, const Cases& cases) {
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
    std::chrono::nanoseconds wall{};
    for (const CaseResult* each : cases) {
        failures += each->outcome == CaseOutcome::Failed ? 1U : 0U;
        errors +=
            each->outcome == CaseOutcome::Broken || each->outcome == CaseOutcome::Crashed ? 1U : 0U;
        skipped +=
            each->outcome == CaseOutcome::Skipped || each->outcome == CaseOutcome::Apart ? 1U : 0U;
        wall += each->wall;
    }
    fmt::format_to(std::back_inserter(out),
                   " tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{}\"",
                   cases.size(), failures, errors, skipped, seconds(wall));
}

std::string folder_of(const CaseResult& each) {
    const std::string file = each.id.substr(0, each.id.size() - each.suffix.size());
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? "." : file.substr(0, slash);
}

// The scenario's name, with what tells its runs apart.
std::string name_of(const CaseResult& each) {
    if (each.name.empty()) return each.id;
    return each.suffix.empty() ? each.name : each.name + ' ' + each.suffix;
}

void verdict(std::string& out, std::string_view element, std::string_view type,
             const CaseResult& each) {
    out += fmt::format("      <{}", element);
    attribute(out, "message", each.message);
    attribute(out, "type", type);
    out += '>';
    append_xml(out, each.text, XmlPlace::Body);
    out += fmt::format("</{}>\n", element);
}

void properties(std::string& out, const LoadCounts& load) {
    out += "      <properties>\n";
    for (const auto& [name, value] : load_properties(load)) {
        out += "        <property";
        attribute(out, "name", name);
        attribute(out, "value", value);
        out += "/>\n";
    }
    out += "      </properties>\n";
}

void test_case(std::string& out, const CaseResult& each) {
    out += "    <testcase";
    attribute(out, "name", name_of(each));
    attribute(out, "classname", folder_of(each));
    attribute(out, "file", each.file);
    attribute(out, "time", seconds(each.wall));
    if (each.outcome == CaseOutcome::Passed && !each.load) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    if (each.load) properties(out, *each.load);
    switch (each.outcome) {
        case CaseOutcome::Passed: break;
        case CaseOutcome::Failed: verdict(out, "failure", "failed", each); break;
        case CaseOutcome::Broken: verdict(out, "error", "broken file", each); break;
        case CaseOutcome::Crashed: verdict(out, "error", "pbxlab failed", each); break;
        default:
            out += "      <skipped";
            attribute(out, "message", each.message);
            out += "/>\n";
    }
    out += "    </testcase>\n";
}

}  // namespace

std::string junit_xml(const SuiteResult& result) {
    Cases all;
    std::map<std::string, Cases> folders;
    for (const CaseResult& each : result.cases) {
        all.push_back(&each);
        folders[folder_of(each)].push_back(&each);
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"pbxlab\"";
    counts(out, all);
    out += ">\n";
    for (const auto& [folder, cases] : folders) {
        out += "  <testsuite";
        attribute(out, "name", folder);
        counts(out, cases);
        out += ">\n";
        for (const CaseResult* each : cases) test_case(out, *each);
        out += "  </testsuite>\n";
    }
    return out + "</testsuites>\n";
}

}  // namespace pbxlab::harness
