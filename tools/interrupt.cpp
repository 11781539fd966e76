#include "tools/interrupt.h"

#include <csignal>

namespace pbxlab::tools {

std::atomic<bool> g_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free,
              "a signal handler may only touch what needs no lock");

namespace {

extern "C" void on_signal(int signal) {
    g_interrupted.store(true);
    std::signal(signal, SIG_DFL);
}

}  // namespace

void watch_signals() {
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

void ignore_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

}  // namespace pbxlab::tools
