// What there is to show is shown: every function of tapi.h is accounted for, every operation and
// edge case has a scenario.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "harness/edge_cases.h"
#include "lines/operations.h"
#include "lines/tapi3/method.h"

namespace {

const std::string kRoot = PBXLAB_SOURCE_DIR;

// The rows of a document's tables: the texts between the bars.
std::vector<std::vector<std::string>> rows_of(const std::string& file) {
    std::ifstream in{kRoot + "/" + file};
    EXPECT_TRUE(in.good()) << file;
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("| ") || line.starts_with("| ---")) continue;
        std::vector<std::string>& row = rows.emplace_back();
        std::istringstream cells{line.substr(2)};
        for (std::string cell; std::getline(cells, cell, '|');) {
            const auto first = cell.find_first_not_of(' ');
            const auto last = cell.find_last_not_of(' ');
            row.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
        }
    }
    return rows;
}

// The functions that Debian's copy of tapi.h declares, each once: without A or W at its end.
std::set<std::string> declared_functions() {
    std::ifstream header{"/usr/share/mingw-w64/include/tapi.h"};
    std::set<std::string> all;
    constexpr std::string_view kDeclares = "LONG WINAPI ";
    for (std::string line; std::getline(header, line);) {
        const auto begin = line.find(kDeclares);
        if (begin == std::string::npos) continue;
        const std::string name =
            line.substr(begin + kDeclares.size(), line.find('(') - begin - kDeclares.size());
        if (name.starts_with("line") || name.starts_with("tapi")) all.insert(name);
    }
    std::set<std::string> once;
    for (const std::string& name : all) {
        const bool has_letter = name.ends_with('A') || name.ends_with('W');
        once.insert(has_letter ? name.substr(0, name.size() - 1) : name);
    }
    return once;
}

TEST(FunctionReference, HasEveryFunctionOfTheHeader) {
    const std::set<std::string> declared = declared_functions();
    ASSERT_GT(declared.size(), 100U) << "mingw-w64-common is missing";
    std::set<std::string> listed;
    for (const auto& row : rows_of("lines/FUNCTIONS.md")) {
        EXPECT_TRUE(listed.insert(row[0]).second) << row[0] << " stands twice";
        EXPECT_FALSE(row.at(2).empty() && row[0] != "function") << row[0];
    }
    for (const std::string& name : declared) {
        EXPECT_TRUE(listed.contains(name)) << name << " is not listed";
    }
}

// The interfaces that Debian's copy of tapi3if.h declares, with the methods of their own.
std::map<std::string, std::vector<std::string>> declared_interfaces() {
    std::ifstream header{"/usr/share/mingw-w64/include/tapi3if.h"};
    std::map<std::string, std::vector<std::string>> all;
    std::string interface;
    const auto between = [](const std::string& line, const std::string& before, char end) {
        const auto at = line.find(before);
        if (at == std::string::npos) return std::string{};
        const auto begin = at + before.size();
        return line.substr(begin, line.find(end, begin) - begin);
    };
    for (std::string line; std::getline(header, line);) {
        if (line.find(" : public I") != std::string::npos) {
            interface = between(line, "struct ", ' ');
            all[interface];
        } else if (line.find("#else") == 0) {
            interface.clear();
        } else if (const std::string method = between(line, "virtual HRESULT WINAPI ", '(');
                   !interface.empty() && !method.empty()) {
            all[interface].push_back(method);
        }
    }
    return all;
}

TEST(MethodReference, HasEveryMethodOfTheHeader) {
    const auto declared = declared_interfaces();
    ASSERT_GT(declared.size(), 50U) << "mingw-w64-common is missing";
    std::set<std::string> listed;
    for (const auto& row : rows_of("lines/METHODS.md")) {
        if (row[0] == "method" || row[0] == "interface") continue;
        EXPECT_TRUE(listed.insert(row[0]).second) << row[0] << " stands twice";
    }
    for (const auto& [interface, methods] : declared) {
        if (listed.contains(interface)) continue;
        for (const std::string& method : methods) {
            EXPECT_TRUE(listed.contains(interface + "::" + method))
                << interface << "::" << method << " is not listed";
        }
    }
}

TEST(Coverage, EveryMethodHasAScenario) {
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& row : rows_of("scenarios/COVERAGE.md")) rows[row[0]] = row;
    for (const pbxlab::lines::tapi3::MethodRow& row : pbxlab::lines::tapi3::methods()) {
        const std::string method = std::string{row.interface} + "::" + std::string{row.name};
        ASSERT_TRUE(rows.contains(method)) << method;
        EXPECT_NE(rows[method].at(1), "0") << method << ": no scenario is about it";
    }
}

TEST(Coverage, EveryOperationHasAScenario) {
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& row : rows_of("scenarios/COVERAGE.md")) rows[row[0]] = row;
    for (const pbxlab::lines::Operation& operation : pbxlab::lines::operations()) {
        const std::string function{operation.function};
        ASSERT_TRUE(rows.contains(function)) << function;
        EXPECT_NE(rows[function].at(1), "0") << function << ": no scenario is about it";
    }
}

TEST(Coverage, EveryEdgeCaseHasAScenario) {
    std::size_t found = 0;
    for (const auto& row : rows_of("scenarios/COVERAGE.md")) {
        const auto number = pbxlab::harness::edge_case_number(row[0].substr(0, row[0].find(' ')));
        if (!number) continue;
        ++found;
        EXPECT_NE(row.at(1), "0") << row[0];
    }
    EXPECT_EQ(found, pbxlab::harness::edge_cases().size());
}

// "EC-104" in a scenario is an edge case that there is.
TEST(Coverage, NoScenarioIsAboutAnEdgeCaseThatThereIsNot) {
    std::set<std::uint32_t> known;
    for (const auto& each : pbxlab::harness::edge_cases()) known.insert(each.number);
    for (const auto& entry : std::filesystem::recursive_directory_iterator{kRoot + "/scenarios"}) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream in{entry.path()};
        for (std::string line; std::getline(in, line);) {
            if (line.find("\"about\"") == std::string::npos) continue;
            for (auto at = line.find("\"EC-"); at != std::string::npos;
                 at = line.find("\"EC-", at + 1)) {
                const auto end = line.find('"', at + 1);
                const auto number =
                    pbxlab::harness::edge_case_number(line.substr(at + 1, end - at - 1));
                EXPECT_TRUE(number && known.contains(*number))
                    << entry.path() << ": " << line.substr(at, end - at + 1);
            }
        }
    }
}

TEST(EdgeCases, AreCalledByTheirNumbers) {
    using pbxlab::harness::edge_case_number;
    EXPECT_EQ(edge_case_number("EC-7"), 7U);
    EXPECT_EQ(edge_case_number("EC-007"), 7U);
    for (const char* wrong : {"", "EC-", "EC-x", "EC-7a", "ec-7", "lineHold", "EC--1"})
        EXPECT_FALSE(edge_case_number(wrong)) << wrong;
}

}  // namespace
