// The pbxlab command, run as a program over a folder of scenarios.
#pragma once

#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {

struct Ended {
    int code = -1;
    std::string out, error;
};

class CommandLine : public Folder {
 protected:
    // Starts pbxlab with its output in files below the folder.
    pid_t start(std::vector<std::string> words) {
        words.insert(words.begin(), PBXLAB_EXECUTABLE);
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC;
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out().c_str(), kFlags, 0600);
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, (out() + ".error").c_str(), kFlags,
                                         0600);
        pid_t process = 0;
        EXPECT_EQ(
            posix_spawn(&process, PBXLAB_EXECUTABLE, &files, nullptr, arguments.data(), environ),
            0);
        posix_spawn_file_actions_destroy(&files);
        return process;
    }
    Ended finish(pid_t process) {
        int status = 0;
        EXPECT_EQ(waitpid(process, &status, 0), process);
        EXPECT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out()),
                text_of(out() + ".error")};
    }
    Ended pbxlab(std::vector<std::string> words) { return finish(start(std::move(words))); }

    static std::string tagged(const std::string& tags) {
        return R"({"name": "tagged", "tags": [)" + tags +
               R"(], "switch": {"lines": {"alice": {"address": "1001"}}}, "steps": []})";
    }
    std::string out() const { return (path_ / "out").generic_string(); }
    std::string root() const { return path_.generic_string(); }
};

}  // namespace pbxlab::harness::test
