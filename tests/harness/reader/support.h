// Short ways to read scenarios in tests.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "harness/scenario_reader.h"

namespace pbxlab::harness {

inline std::filesystem::path source_dir() { return PBXLAB_SOURCE_DIR; }
inline std::filesystem::path reader_tests() { return source_dir() / "tests/harness/reader"; }

inline std::string file_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline Result<Scenario> parse(const std::string& json) {
    return parse_scenario(json, "x.json", reader_tests());
}

// The message about a text that must be refused; empty when it is accepted.
inline std::string refusal(const std::string& json) {
    const Result<Scenario> scenario = parse(json);
    return scenario ? std::string{} : scenario.error().text();
}

// A scenario of two lines and a party outside with these steps.
inline std::string with_steps(const std::string& steps) {
    return R"({"name":"x","switch":{"lines":{"alice":{"address":"1001"},"bob":{"address":"1002"}},)"
           R"("outside":{"carol":{"number":"5551234"}}},"steps":[)" +
           steps + "]}";
}
// The same after a call a1 of alice's has been named.
inline std::string with_call(const std::string& steps) {
    return with_steps(R"({"line":"alice","do":"makeCall","as":"a1"},)" + steps);
}
// The only step of such a scenario, behind the call.
inline Step step_of(const std::string& step) {
    Result<Scenario> scenario = parse(with_call(step));
    return scenario ? scenario->steps.at(1) : throw std::runtime_error(scenario.error().text());
}
// What is said about a wrong step, without its place.
inline std::string step_refusal(const std::string& step) {
    const Result<Scenario> scenario = parse(with_call(step));
    if (scenario) return {};
    Problem problem = scenario.error();
    problem.file.clear();
    problem.line = 0;
    return problem.text().substr(2);
}

// A folder of its own for a test, removed at the end.
class Folder {
 public:
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "pbxlab-reader-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

 private:
    std::filesystem::path path_;
};

}  // namespace pbxlab::harness
