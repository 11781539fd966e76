// A function that is left in the middle and gone on with later: it runs on a stack of its own, and
// whoever lets it go on waits until it lets go. Costs no thread and no call of the system.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace pbxlab::harness {

class Coroutine {
 public:
    // A stack's room. It is taken from the system only as far as it is used; behind it lies a page
    // that nobody may touch, so that too deep a call ends the program instead of spoiling another's
    // stack.
    static constexpr std::size_t kStackBytes = std::size_t{256} << 10U;

    // The body begins with the first resume(). It lets no exception out.
    explicit Coroutine(std::function<void()> body);
    // The body has ended, or never begun.
    ~Coroutine();
    Coroutine(const Coroutine&) = delete;
    Coroutine& operator=(const Coroutine&) = delete;

    // Lets the body go on, until it suspends itself or ends. It has not ended yet.
    void resume();
    // Called by the body: goes back to who called resume().
    void suspend();
    [[nodiscard]] bool over() const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pbxlab::harness
