#include <array>
#include <optional>

#include <fmt/format.h>

#include "harness/ladder.h"
#include "harness/steps.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

// What is told when nothing matched: the last message that came close, or that none came at all.
struct Looked {
    std::string near;
    std::size_t others = 0;
};

void note_near(Run& run, Looked& looked, std::uint32_t entry, const std::string& why) {
    looked.near = describe(run, entry) + ", but " + why;
}

void fail_expect(Run& run, const Step& step, const Scope& scope, const Looked& looked,
                 pbx::Duration within) {
    std::string got = looked.near;
    if (got.empty()) {
        got = looked.others == 0 ? "no message at all"
                                 : fmt::format("{} other message{}, the last: {}", looked.others,
                                               looked.others == 1 ? "" : "s",
                                               describe(run, stream(run, scope).back()));
    }
    if (scope.of == Scope::Of::Request && run.requests[scope.request].id <= 0) {
        got = run.requests[scope.request].id < 0
                  ? "the request was refused at once, so that no reply comes"
                  : "the method did not have to wait, so that no return comes later";
    }
    const std::array scopes = {scope};
    run.fail({.mark = step.mark,
              .what = "what was expected did not come",
              .expected = fmt::format("{} within {}", awaited_text(step), span_text(within)),
              .got = std::move(got),
              .messages = last_messages(run, scopes)});
}

// Waits for a message that meets the step and stands at `from` or later in the log; where it
// stands. Without one the run has failed or was interrupted.
std::optional<std::uint32_t> wait_for(Run& run, const Step& step, std::uint32_t from) {
    const auto scope = scope_of(run, step);
    if (!scope) return std::nullopt;
    const pbx::Duration within = step.within.value_or(kWithin);
    const pbx::SimTime deadline = run.now() + within;
    Looked looked;
    std::size_t position = cursor(run, *scope);
    do {
        const auto messages = stream(run, *scope);
        for (; position < messages.size(); ++position) {
            const std::uint32_t entry = messages[position];
            const Fitting fitting = fits(run, step, *scope, entry);
            if (fitting.fit == Fit::Exact && entry >= from) {
                consume(run, step, *scope, position);
                return entry;
            }
            ++looked.others;
            if (fitting.fit == Fit::Exact) note_near(run, looked, entry, "it came too early");
            if (fitting.fit == Fit::Near) note_near(run, looked, entry, fitting.why);
        }
    } while (run.advance(deadline));
    if (!run.over()) fail_expect(run, step, *scope, looked, within);
    return std::nullopt;
}

}  // namespace

bool play_expect(Run& run, const Step& step) { return wait_for(run, step, 0).has_value(); }

bool play_in_order(Run& run, const Step& step) {
    std::uint32_t from = 0;
    for (const Step& member : step.steps) {
        const auto met = wait_for(run, member, from);
        if (!met) return false;
        from = *met + 1;
    }
    return true;
}

}  // namespace pbxlab::harness
