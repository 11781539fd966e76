// pbxlab bench finds the program of the benchmarks beside itself, or says how to build it.
#include <array>
#include <cstdio>
#include <filesystem>

#include "tests/tools/command_line.h"

namespace pbxlab::harness::test {
namespace {

namespace fs = std::filesystem;

// pbxlab as it stands in a folder of its own, with or without the benchmarks.
class BenchCommand : public CommandLine {
 protected:
    BenchCommand() {
        fs::create_directories(path_ / "bin");
        fs::copy_file(PBXLAB_EXECUTABLE, own());
    }
    [[nodiscard]] fs::path own() const { return path_ / "bin" / "pbxlab"; }
    // In place of the benchmarks: says what it was asked for, and ends with 1.
    void put_program(const std::string& place) const {
        write(place + "/pbxlab_bench", "#!/bin/sh\necho \"$@\"\nexit 1\n");
        fs::permissions(path_ / place / "pbxlab_bench", fs::perms::owner_all);
    }
    Ended bench(const std::string& options) const {
        const std::string command = own().string() + " bench " + options + " >" + out() + " 2>" +
                                    out() + ".error </dev/null";
        const int status = std::system(command.c_str());  // NOLINT(cert-env33-c)
        return {WEXITSTATUS(status), text_of(out()), text_of(out() + ".error")};
    }
};

TEST_F(BenchCommand, SaysWhatToBuildWhereThereAreNoBenchmarks) {
    const Ended ended = bench("");
    EXPECT_EQ(ended.code, 5);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.error.find("pbxlab: the benchmarks are not built"), std::string::npos);
    EXPECT_NE(ended.error.find("--target pbxlab_bench"), std::string::npos);
}

TEST_F(BenchCommand, HandsItsOptionsOnAndEndsAsTheBenchmarksEnd) {
    const std::string figures = "figures --pbxlab " + own().string();
    for (const char* place : {"libexec/pbxlab", "tests/bench"}) {
        put_program(place);
        const Ended plain = bench("");
        EXPECT_EQ(plain.code, 1) << place;
        EXPECT_EQ(plain.out, figures + "\n") << place;
        const Ended all = bench("--check --filter 'a b' --json=f.json --quick --baseline o.json");
        EXPECT_EQ(all.out, figures +
                               " --json=f.json --baseline=o.json --filter=a b --quick "
                               "--check\n");
        fs::remove_all(path_ / place);
    }
}

TEST_F(BenchCommand, TakesOnlyItsOptions) {
    put_program("libexec/pbxlab");
    EXPECT_EQ(bench("scenarios").code, 2);
    EXPECT_EQ(bench("--quik").error,
              "pbxlab: pbxlab bench has no option --quik; did you mean \"--quick\"?\n"
              "Try: pbxlab help\n");
}

}  // namespace
}  // namespace pbxlab::harness::test
