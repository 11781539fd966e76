// Every file below tests/harness/bad is refused with exactly the message that bad/messages.txt has
// for it. After a message has been changed on purpose, PBXLAB_UPDATE_MESSAGES=1 writes the file
// anew, for review in a diff.
#include <algorithm>
#include <cstdlib>
#include <map>

#include <gtest/gtest.h>

#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

fs::path bad_dir() { return source_dir() / "tests/harness/bad"; }

std::vector<std::string> bad_files() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(bad_dir())) {
        if (entry.path().extension() == ".json")
            names.push_back(fs::relative(entry.path(), bad_dir()).generic_string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string message_of(const std::string& name) {
    const Result<Scenario> scenario = parse_scenario(file_text(bad_dir() / name), name, bad_dir());
    return scenario ? name + " is accepted" : scenario.error().text();
}

std::map<std::string, std::string> expected_messages() {
    std::map<std::string, std::string> messages;
    std::ifstream in(bad_dir() / "messages.txt");
    for (std::string line; std::getline(in, line);)
        messages[line.substr(0, line.find(".json") + 5)] = line;
    return messages;
}

void update_messages() {
    std::ofstream out(bad_dir() / "messages.txt");
    for (const std::string& name : bad_files()) out << message_of(name) << '\n';
}

TEST(BadFiles, AreRefusedWithTheirMessages) {
    if (std::getenv("PBXLAB_UPDATE_MESSAGES") != nullptr) update_messages();
    auto expected = expected_messages();
    for (const std::string& name : bad_files()) {
        EXPECT_EQ(message_of(name), expected[name]);
        expected.erase(name);
    }
    for (const auto& [name, message] : expected) ADD_FAILURE() << "no such file: " << name;
}

TEST(BadFiles, EachHaveAPlaceInTheFile) {
    for (const std::string& name : bad_files()) {
        const Result<Scenario> scenario =
            parse_scenario(file_text(bad_dir() / name), name, bad_dir());
        ASSERT_FALSE(scenario.has_value()) << name;
        EXPECT_GT(scenario.error().line, 0U) << name;
        EXPECT_GT(scenario.error().column, 0U) << name;
        EXPECT_FALSE(scenario.error().what.empty()) << name;
    }
}

TEST(BadFiles, AreReadFromDiskWithTheirPathAsTheirName) {
    const fs::path file = bad_dir() / "empty.json";
    EXPECT_EQ(read_scenario(file, bad_dir()).error().file, file.generic_string());
}

}  // namespace

}  // namespace pbxlab::harness
