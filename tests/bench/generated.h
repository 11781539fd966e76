// Scenarios as people write them, of about 2.4 kB, as many as are wanted and no two the same; and
// files of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pbxlab::bench {

[[nodiscard]] std::string generated_scenario(std::uint32_t number);

// A folder of such files, gone at the end.
class GeneratedFiles {
 public:
    explicit GeneratedFiles(std::uint32_t count);
    ~GeneratedFiles();
    GeneratedFiles(const GeneratedFiles&) = delete;
    GeneratedFiles& operator=(const GeneratedFiles&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
    std::filesystem::path folder_;
    std::vector<std::string> files_;
};

}  // namespace pbxlab::bench
