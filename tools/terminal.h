// What is written to the terminal, or to whatever stands in its place. A reader that has gone is no
// error.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace pbxlab::tools {

void print(std::string_view text);        // standard output
void print_error(std::string_view text);  // standard error

// Why something printed did not get to standard output ("No space left on device"); "" when all
// did.
[[nodiscard]] std::string output_failure();

// Whether results are shown in colour: "always", "never", or "auto", which asks NO_COLOR and
// whether there is a terminal.
[[nodiscard]] bool use_colour(const std::string& choice);

// A report with its first word in colour.
[[nodiscard]] std::string coloured(std::string_view report);

// A line on standard error that is written over and over, only when that is a terminal.
class ProgressLine {
 public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // True when it is time to show something again: often enough to be read, and no more.
    [[nodiscard]] bool due() const;
    [[nodiscard]] static std::size_t width();
    void show(std::string_view text);  // of at most width() bytes
    void clear();

 private:
    bool terminal_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace pbxlab::tools
