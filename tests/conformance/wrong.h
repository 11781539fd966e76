// Requests with one argument that is wrong, and the error that each must meet.
#pragma once

#include <functional>
#include <vector>

#include "tests/conformance/stage.h"

namespace pbxlab::lines::test {

inline constexpr std::uint32_t kNoBit = 0x8000'0000;

struct Wrong {
    Op op;
    const char* what;
    const char* error;
    std::function<void(Stage&)> spoil;
};

inline void stale_call(Stage& s) {
    s.owner.app->drop(s.ask.call);
    s.scene.office.run();
    s.owner.app->deallocate_call(s.ask.call);
}
inline void foreign_call(Stage& s) { s.ask.call = s.monitor.calls().back(); }
inline void line_for_call(Stage& s) { s.ask.call = HCall{static_cast<std::uint32_t>(s.ask.line)}; }
inline void stale_line(Stage& s) {
    Seat& closed = s.scene.office.open(*s.owner.app, 0);
    closed.app->close(closed.line);
    s.ask.line = closed.line;
}

template <class Change>
std::function<void(Stage&)> ask_with(Change change) {
    return [change](Stage& s) { change(s.ask); };
}
template <class Change>
std::function<void(Stage&)> params_with(Change change) {
    return [change](Stage& s) {
        s.ask.with_params = true;
        change(s.ask.params);
    };
}

inline void ordinary_call(Stage& s) {
    s.ask.call = s.owner.h(s.scene.bring(LINECALLSTATE_CONNECTED));
}

// By theme: wrong_*.cpp.
void add_handles(std::vector<Wrong>& all);
void add_conference_handles(std::vector<Wrong>& all);
void add_pointers_and_sizes(std::vector<Wrong>& all);
void add_park_and_pickup(std::vector<Wrong>& all);
void add_session(std::vector<Wrong>& all);
void add_selections(std::vector<Wrong>& all);
void add_inband(std::vector<Wrong>& all);
void add_numbers(std::vector<Wrong>& all);
void add_forwarding(std::vector<Wrong>& all);
void add_completion(std::vector<Wrong>& all);
void add_translation(std::vector<Wrong>& all);
void add_call_params(std::vector<Wrong>& all);
void add_handing_on(std::vector<Wrong>& all);
void add_terminals(std::vector<Wrong>& all);
void add_what_calls_bear(std::vector<Wrong>& all);

}  // namespace pbxlab::lines::test
