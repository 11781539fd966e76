// The README shows what really comes out: its commands are run and its scenario is read from its
// file.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

const std::string kRoot = PBXLAB_SOURCE_DIR;

struct Block {
    std::string kind;    // what follows the fence: "console", "json"
    std::string before;  // the last line of text before it
    std::vector<std::string> lines;
};

std::vector<Block> blocks_of(const std::string& file) {
    std::ifstream in{kRoot + "/" + file};
    EXPECT_TRUE(in.good()) << file;
    std::vector<Block> blocks;
    std::string before;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("```")) {
            inside = !inside;
            if (inside) blocks.push_back({line.substr(3), before, {}});
        } else if (inside) {
            blocks.back().lines.push_back(line);
        } else if (!line.empty()) {
            before = line;
        }
    }
    return blocks;
}

std::string joined(const std::vector<std::string>& lines, std::size_t from = 0) {
    std::string text;
    for (std::size_t i = from; i < lines.size(); ++i) text += lines[i] + "\n";
    return text;
}

// What the command prints, from the root of the project.
std::string output_of(const std::string& command) {
    const std::string whole = "cd '" + kRoot + "' && NO_COLOR=1 " + command + " 2>&1";
    FILE* pipe = popen(whole.c_str(), "r");
    if (pipe == nullptr) return "cannot run " + command;
    std::string text;
    std::array<char, 4096> piece{};
    while (std::fgets(piece.data(), static_cast<int>(piece.size()), pipe) != nullptr)
        text += piece.data();
    pclose(pipe);
    return text;
}

void run_consoles(const std::string& file) {
    const std::string script = "$ ./tools/pbxlab ";
    int shown = 0;
    for (const Block& block : blocks_of(file)) {
        if (block.kind != "console") continue;
        ASSERT_FALSE(block.lines.empty());
        ASSERT_TRUE(block.lines[0].starts_with(script)) << block.lines[0];
        const std::string arguments = block.lines[0].substr(script.size());
        EXPECT_EQ(joined(block.lines, 1),
                  output_of(std::string{PBXLAB_EXECUTABLE} + " " + arguments))
            << block.lines[0];
        ++shown;
    }
    EXPECT_GT(shown, 0) << file << " shows no command";
}

TEST(Readme, ShowsTheRealOutputOfItsCommands) { run_consoles("README.md"); }

TEST(ScenarioGuide, ShowsTheRealOutputOfItsCommands) { run_consoles("scenarios/README.md"); }

TEST(ProviderGuide, ShowsTheRealOutputOfItsCommands) { run_consoles("scenarios/PROVIDERS.md"); }

std::string content_of(const std::string& file) {
    std::ifstream in{kRoot + "/" + file};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// A document is what the command prints that makes it; PBXLAB_UPDATE_DOCUMENTS=1 writes it anew.
void is_made_by(const std::string& file, const std::string& arguments) {
    const std::string made = output_of(std::string{PBXLAB_EXECUTABLE} + " " + arguments);
    if (std::getenv("PBXLAB_UPDATE_DOCUMENTS") != nullptr)
        std::ofstream{kRoot + "/" + file} << made;
    EXPECT_TRUE(content_of(file) == made) << "write it anew: pbxlab " << arguments << " > " << file
                                          << ", or run this test with PBXLAB_UPDATE_DOCUMENTS=1";
}

TEST(OperationReference, IsWhatTheGuardTableSays) {
    is_made_by("lines/OPERATIONS.md", "describe --markdown");
}

TEST(FunctionReference, IsWhatTheTablesSay) {
    is_made_by("lines/FUNCTIONS.md", "describe --functions");
}

TEST(MethodReference, IsWhatTheTablesSay) { is_made_by("lines/METHODS.md", "describe --methods"); }

TEST(KeyReference, IsWhatTheTablesSay) { is_made_by("scenarios/KEYS.md", "providers --markdown"); }

TEST(Coverage, IsWhatTheScenariosSay) {
    is_made_by("scenarios/COVERAGE.md", "list scenarios --markdown");
}

// A JSON block is the file that the line before it names in backquotes; how many there are.
int json_blocks(const std::string& document) {
    int shown = 0;
    for (const Block& block : blocks_of(document)) {
        if (block.kind != "json") continue;
        const std::size_t first = block.before.find('`') + 1;
        const std::string name = block.before.substr(first, block.before.find('`', first) - first);
        std::ifstream in{kRoot + "/" + name};
        EXPECT_TRUE(in.good()) << "no file is named before the scenario: " << block.before;
        std::ostringstream text;
        text << in.rdbuf();
        EXPECT_EQ(joined(block.lines), text.str()) << name;
        ++shown;
    }
    return shown;
}

TEST(Readme, ShowsAScenarioOfTheLibrary) { EXPECT_EQ(json_blocks("README.md"), 1); }

TEST(ProviderGuide, ShowsAProfileOfTheLibrary) {
    EXPECT_EQ(json_blocks("scenarios/PROVIDERS.md"), 2);
}

}  // namespace
