// Ctrl-C, and a polite request to end: the run stops cleanly. A second one ends the process at
// once.
#pragma once

#include <atomic>

namespace pbxlab::tools {

// True after SIGINT or SIGTERM.
extern std::atomic<bool> g_interrupted;

// Watches for both signals from now on.
void watch_signals();

// A closed pipe is an error of writing, and no more.
void ignore_closed_pipes();

}  // namespace pbxlab::tools
