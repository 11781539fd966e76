// Programs from their start to their exit: pbxlab with one scenario and with a hundred, and an
// empty program with a command line.
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/generated.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {

namespace {

// Its output goes nowhere; true when it ends with exit code 0.
bool run_program(std::vector<std::string> words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int started =
        posix_spawn(&process, arguments.front(), &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    int status = -1;
    return started == 0 && waitpid(process, &status, 0) == process && status == 0;
}

class Starting final : public Work {
 public:
    // `count` generated files, whose folder is the last word; 0: none.
    Starting(std::vector<std::string> words, std::uint32_t count, std::uint64_t times)
        : words_{std::move(words)}, times_{times} {
        if (count == 0) return;
        files_ = std::make_unique<GeneratedFiles>(count);
        words_.push_back(count == 1 ? files_->files().front() : files_->folder().string());
    }
    std::uint64_t run(Stopwatch& watch) override {
        must(access(words_.front().c_str(), X_OK) == 0, "a program is not there");
        watch.start();
        for (std::uint64_t i = 0; i < times_; ++i)
            must(run_program(words_), "a program ended with an error");
        watch.stop();
        return times_;
    }

 private:
    std::vector<std::string> words_;
    std::unique_ptr<GeneratedFiles> files_;
    std::uint64_t times_;
};

}  // namespace

void add_startup(Cases& cases, const Programs& programs) {
    const auto add = [&cases](const char* name, const std::vector<std::string>& words,
                              std::uint32_t count, std::uint64_t times) {
        cases.push_back({name, "start", [=](Size size) -> std::unique_ptr<Work> {
                             return std::make_unique<Starting>(words, count,
                                                               size == Size::Full ? times : 2);
                         }});
    };
    add("start/empty", {programs.empty}, 0, 20);
    add("start/one", {programs.pbxlab, "run"}, 1, 20);
    add("start/hundred", {programs.pbxlab, "run"}, 100, 5);
}

}  // namespace pbxlab::bench
