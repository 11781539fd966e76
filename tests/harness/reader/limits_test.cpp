// Files that ask for too much are refused before they get it. Time and memory are bounded by what
// is counted here, not by a clock.
#include "harness/limits.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "harness/json_file.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;

std::string repeated(std::size_t times, const std::string& text) {
    std::string all;
    all.reserve(times * text.size());
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

std::string file_refusal(const fs::path& file) {
    const Result<Scenario> scenario = read_scenario(file, file.parent_path());
    return scenario ? std::string{} : scenario.error().what;
}

TEST(FileLimits, OfSizeAreLookedAtBeforeReading) {
    const Folder folder;
    const fs::path file = folder.write("large.json", "");
    fs::resize_file(file, 100U << 20U);  // sparse: nothing of it could be read as JSON
    EXPECT_EQ(file_refusal(file), "too large a file");
    fs::resize_file(file, kMaxFileBytes + 1);
    EXPECT_EQ(file_refusal(file), "too large a file");
    fs::resize_file(file, kMaxFileBytes);
    EXPECT_EQ(file_refusal(file), "not JSON: a byte of value 0");
}

TEST(FileLimits, HoldForFilesThatTellNoSize) {
    // Endless although it says it has no bytes; a regular file to the system, unlike /dev/zero.
    if (fs::exists("/proc/self/status")) {
        EXPECT_NE(file_refusal("/proc/self/status").find("not JSON"), std::string::npos);
    }
}

TEST(FileLimits, RefuseWhatIsNoRegularFileWithoutWaitingForIt) {
    const Folder folder;
    EXPECT_EQ(file_refusal(folder.path()), "not a regular file");
    EXPECT_EQ(file_refusal("/dev/zero"), "not a regular file");
    const fs::path pipe = folder.path() / "pipe.json";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(file_refusal(pipe), "not a regular file");
}

TEST(FileLimits, TellWhyAFileCannotBeRead) {
    const Folder folder;
    EXPECT_EQ(file_refusal(folder.path() / "none.json"),
              "cannot be read: No such file or directory");
    fs::create_symlink("loop.json", folder.path() / "loop.json");
    EXPECT_EQ(file_refusal(folder.path() / "loop.json"),
              "cannot be read: Too many levels of symbolic links");
}

TEST(FileLimits, AllowAByteOrderMark) {
    EXPECT_EQ(refusal("\xEF\xBB\xBF" + with_steps("")), "");
    EXPECT_EQ(refusal("\xEF\xBB\xBF{"),
              "x.json:1:5: not JSON: unexpected end of input; expected string literal");
    EXPECT_NE(refusal("\xEF\xBB\xBF\xEF\xBB\xBF{}"), "");
}

TEST(NestingLimit, IsReachedLongBeforeTheEndOfADeepFile) {
    const std::string deep = with_steps(repeated(100'000, R"({"repeat":1,"steps":[)"));
    EXPECT_NE(refusal(deep).find("nested too deeply; expected at most 32"), std::string::npos);
    EXPECT_EQ(refusal(repeated(100'000, "[")),
              "x.json:1:1: a list cannot stand here; expected an object: a scenario");
    EXPECT_NE(refusal(with_steps(repeated(100'000, "["))).find("a list cannot stand here"),
              std::string::npos);
}

TEST(NestingLimit, AllowsWhatIsJustWithinIt) {
    const auto nested = [](std::size_t times) {
        return with_steps(repeated(times, R"({"repeat":1,"steps":[)") + repeated(times, "]}"));
    };
    EXPECT_EQ(refusal(nested((kMaxDepth - 2) / 2)), "");
    EXPECT_NE(refusal(nested((kMaxDepth - 2) / 2 + 1)), "");
}

TEST(StepLimit, CountsAllStepsOfAFile) {
    const auto steps = [](std::size_t count) {
        return with_steps(repeated(count - 1, R"({"wait":"0s"},)") + R"({"wait":"0s"})");
    };
    EXPECT_EQ(refusal(steps(kMaxSteps)), "");
    const std::string message = refusal(steps(kMaxSteps + 1));
    EXPECT_NE(message.find("one more than the limit of 20000 in one file"), std::string::npos)
        << message;
}

TEST(TextLimit, IsTheLengthOfOneText) {
    const auto named = [](std::size_t length) {
        return R"({"name":")" + std::string(length, 'n') + R"(","switch":{},"steps":[]})";
    };
    EXPECT_EQ(refusal(named(kMaxTextBytes)), "");
    EXPECT_NE(refusal(named(kMaxTextBytes + 1)).find("at most 4096 bytes in one text"),
              std::string::npos);
}

TEST(NameLimit, IsTheLengthOfAName) {
    const auto line = [](std::size_t length) {
        return R"({"name":"x","switch":{"lines":{")" + std::string(length, 'n') +
               R"(":{"address":"1"}}},"steps":[]})";
    };
    EXPECT_EQ(refusal(line(kMaxNameBytes)), "");
    EXPECT_NE(refusal(line(kMaxNameBytes + 1)), "");
}

TEST(LineLimit, CountsTheLinesOfASwitch) {
    const auto lines = [](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text += (i == 0 ? "\"l" : ",\"l") + std::to_string(i) + R"(":{"address":")" +
                    std::to_string(100'000 + i) + "\"}";
        }
        return R"({"name":"x","switch":{"lines":{)" + text + R"(}},"steps":[]})";
    };
    EXPECT_EQ(refusal(lines(kMaxLines)), "");
    EXPECT_NE(refusal(lines(kMaxLines + 1)).find("expected at most 10000"), std::string::npos);
}

TEST(PlayedStepLimit, MultipliesRepeatsOut) {
    const auto played = [](const std::string& times) {
        return with_steps(R"({"repeat":)" + times +
                          R"(,"steps":[{"repeat":10,"steps":[{"wait":"0s"}]}]})");
    };
    EXPECT_EQ(refusal(played("900000")), "");
    EXPECT_NE(refusal(played("1000000")).find("at most 10000000 played steps"), std::string::npos);
}

TEST(WaitLimit, IsTheLongestSpanOfEachKind) {
    EXPECT_EQ(step_refusal(R"({"wait":"744h"})"), "");
    for (const char* step :
         {R"({"wait":"744.000001h"})", R"({"call":"a1","expect":"idle","within":"745h"})",
          R"({"call":"a1","never":"idle","for":"745h"})",
          R"({"outside":"carol","inject":"script","does":"answers","after":"745h"})"}) {
        EXPECT_NE(step_refusal(step).find("is too long; expected at most 744h"), std::string::npos)
            << step;
    }
}

TEST(Messages, StayShortWhateverTheFileSays) {
    const std::string huge(1U << 20U, 'x');
    for (const std::string& json :
         {"{\"" + huge + "\":1}", with_steps("{\"" + huge + "\":1}"),
          with_steps("\"" + huge + "\""), "{\"name\":\"" + huge + "\xff\"}",
          "{\"name\":" + std::string(1U << 20U, '1') + "}",
          with_steps("{\"line\":\"" + huge + "\"}"), "{\"name\":" + huge + "}"}) {
        EXPECT_FALSE(refusal(json).empty());
        EXPECT_LT(refusal(json).size(), 4000U);
    }
}

}  // namespace

}  // namespace pbxlab::harness
