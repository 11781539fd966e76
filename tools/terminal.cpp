#include "tools/terminal.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include <sys/ioctl.h>
#include <unistd.h>

#include "harness/report.h"

namespace pbxlab::tools {

namespace {

int g_output_error = 0;

// When standard output was last passed on.
std::chrono::steady_clock::time_point g_passed_on;

// False with errno when not all could be written.
bool write(std::string_view text, std::FILE* file) {
    return std::fwrite(text.data(), 1, text.size(), file) == text.size();
}

// A person sees each line at once; a file or a pipe gets those that come in quick succession
// together.
bool pass_on() {
    constexpr std::chrono::milliseconds kOften{50};
    static const bool kTerminal = isatty(STDOUT_FILENO) == 1;
    const auto now = std::chrono::steady_clock::now();
    if (!kTerminal && now - g_passed_on < kOften) return true;
    g_passed_on = now;
    return std::fflush(stdout) == 0;
}

std::string_view colour_of(std::string_view word) {
    return word == harness::kPassWord ? "32" : "31;1";
}

}  // namespace

void print(std::string_view text) {
    // A reader that has gone has seen what it wanted; the exit code still tells how it went.
    if (g_output_error == 0 && !(write(text, stdout) && pass_on()) && errno != EPIPE)
        g_output_error = errno;
}

void print_error(std::string_view text) {
    (void)std::fflush(stdout);
    (void)write(text, stderr);
    (void)std::fflush(stderr);
}

std::string output_failure() {
    if (std::fflush(stdout) != 0 && errno != EPIPE && g_output_error == 0) g_output_error = errno;
    return g_output_error == 0 ? std::string{}
                               : std::error_code{g_output_error, std::generic_category()}.message();
}

bool use_colour(const std::string& choice) {
    if (choice != "auto") return choice == "always";
    const char* no_colour = std::getenv("NO_COLOR");  // no-color.org: set and not empty
    return (no_colour == nullptr || *no_colour == '\0') && isatty(STDOUT_FILENO) == 1;
}

std::string coloured(std::string_view report) {
    const std::string_view word = report.substr(0, report.find(' '));
    std::string text = "\x1b[";
    text += colour_of(word);
    text += 'm';
    text += word;
    text += "\x1b[0m";
    text += report.substr(word.size());
    return text;
}

ProgressLine::ProgressLine() : terminal_{isatty(STDERR_FILENO) == 1} {}

bool ProgressLine::due() const {
    constexpr std::chrono::milliseconds kOften{100};
    return terminal_ && (!shown_ || std::chrono::steady_clock::now() - last_ >= kOften);
}

std::size_t ProgressLine::width() {
    constexpr std::size_t kUsual = 80;
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    return (known ? size.ws_col : kUsual) - 1;
}

void ProgressLine::show(std::string_view text) {
    print_error(std::string{"\r\x1b[K"}.append(text));
    shown_ = true;
    last_ = std::chrono::steady_clock::now();
}

void ProgressLine::clear() {
    if (shown_) print_error("\r\x1b[K");
    shown_ = false;
}

}  // namespace pbxlab::tools
