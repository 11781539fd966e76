// This file alone is never instrumented for a sanitizer (CMakeLists.txt): its functions begin on
// one stack and end on another. The sanitizers are told of every change of stacks instead.
#include "harness/coroutine.h"

#include <cassert>
#include <optional>
#include <utility>

#include <boost/context/fiber.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>

#ifdef PBXLAB_ASAN
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef PBXLAB_TSAN
#include <sanitizer/tsan_interface.h>
#endif

namespace pbxlab::harness {

namespace {

// What the sanitizers know of the two stacks. One change of stacks is leave() on the one and
// arrive() on the other.
class Watchers {
 public:
#ifdef PBXLAB_ASAN
    // `last`: it is never come back to.
    void leave_outside() {
        __sanitizer_start_switch_fiber(&outside_.fake, inside_.bottom, inside_.bytes);
    }
    void arrive_inside() {
        __sanitizer_finish_switch_fiber(inside_.fake, &outside_.bottom, &outside_.bytes);
    }
    void leave_inside(bool last) {
        __sanitizer_start_switch_fiber(last ? nullptr : &inside_.fake, outside_.bottom,
                                       outside_.bytes);
    }
    void arrive_outside() { __sanitizer_finish_switch_fiber(outside_.fake, nullptr, nullptr); }
    void has_stack(const boost::context::stack_context& stack) {
        inside_.bottom = static_cast<char*>(stack.sp) - stack.size;
        inside_.bytes = stack.size;
    }

 private:
    struct Stack {
        const void* bottom = nullptr;
        std::size_t bytes = 0;
        void* fake = nullptr;
    };
    Stack inside_, outside_;
#elif defined(PBXLAB_TSAN)
    Watchers() : inside_{__tsan_create_fiber(0)} {}
    ~Watchers() { __tsan_destroy_fiber(inside_); }
    Watchers(const Watchers&) = delete;
    Watchers& operator=(const Watchers&) = delete;
    void leave_outside() {
        outside_ = __tsan_get_current_fiber();
        __tsan_switch_to_fiber(inside_, 0);
    }
    void arrive_inside() {}
    void leave_inside(bool) { __tsan_switch_to_fiber(outside_, 0); }
    void arrive_outside() {}
    void has_stack(const boost::context::stack_context&) {}

 private:
    void* inside_;
    void* outside_ = nullptr;
#else
    void leave_outside() {}
    void arrive_inside() {}
    void leave_inside(bool) {}
    void arrive_outside() {}
    void has_stack(const boost::context::stack_context&) {}
#endif
};

}  // namespace

struct Coroutine::State {
    explicit State(std::function<void()> given) : body{std::move(given)} {}

    void make() {
        boost::context::protected_fixedsize_stack allocator{kStackBytes};
        const boost::context::stack_context stack = allocator.allocate();
        watchers.has_stack(stack);
        inside = boost::context::fiber{std::allocator_arg,
                                       boost::context::preallocated{stack.sp, stack.size, stack},
                                       allocator, [this](boost::context::fiber&& from) {
                                           outside = std::move(from);
                                           watchers.arrive_inside();
                                           body();
                                           over = true;
                                           watchers.leave_inside(true);
                                           return std::move(outside);
                                       }};
    }

    std::function<void()> body;
    boost::context::fiber inside, outside;  // each while it is left
    Watchers watchers;
    bool begun = false, over = false;
};

Coroutine::Coroutine(std::function<void()> body)
    : state_{std::make_unique<State>(std::move(body))} {}

Coroutine::~Coroutine() { assert(state_->over || !state_->begun); }

void Coroutine::resume() {
    State& state = *state_;
    assert(!state.over);
    if (!std::exchange(state.begun, true)) state.make();
    state.watchers.leave_outside();
    state.inside = std::move(state.inside).resume();
    state.watchers.arrive_outside();
}

void Coroutine::suspend() {
    State& state = *state_;
    state.watchers.leave_inside(false);
    state.outside = std::move(state.outside).resume();
    state.watchers.arrive_inside();
}

bool Coroutine::over() const { return state_->over; }

}  // namespace pbxlab::harness
