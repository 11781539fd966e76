// A folder of scenario files for one test.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace pbxlab::harness::test {

class Folder : public testing::Test {
 protected:
    Folder() {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        path_ = std::filesystem::path{testing::TempDir()} /
                (std::string{"pbxlab-"} + info->test_suite_name() + "-" + info->name());
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_ / "schema");  // makes it a scenario root
    }
    ~Folder() override { std::filesystem::remove_all(path_); }

    std::string write(const std::string& name, std::string_view text) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
        return file.generic_string();
    }
    // A scenario that passes, and one that fails.
    std::string good(const std::string& name) const { return write(name, scenario(name, "1")); }
    std::string bad(const std::string& name) const { return write(name, scenario(name, "2")); }

    static std::string scenario(const std::string& name, const std::string& opens) {
        return R"({"name": "about )" + name +
               R"(", "about": ["lineMakeCall"], "switch": {"lines": {"alice": {"address": "1001"},
        "bob": {"address": "1002"}}},
                  "steps": [{"line": "alice", "do": "makeCall", "to": "1002", "as": "a1"},
                  {"call": "a1", "expect": "ringback"},
                            {"line": "alice", "check": {"opens": )" +
               opens + "}}]}";
    }

    static std::string text_of(const std::filesystem::path& file) {
        std::ifstream in{file, std::ios::binary};
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }

    std::filesystem::path path_;
};

}  // namespace pbxlab::harness::test
