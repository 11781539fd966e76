#include <array>
#include <span>

#include <fmt/format.h>

#include "harness/conditions.h"
#include "harness/ladder.h"
#include "harness/steps.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

std::vector<std::string> unmet_by_outside(Run& run, const Step& step) {
    const auto party = run.world.outside(step.outside.value);
    if (!party) return {"there is no outside party of that name"};
    const pbx::Exchange& exchange = run.world.exchange();
    const std::string_view now = outside_word(exchange.find(exchange.outside(*party).connection));
    if (!step.conditions->is || step.conditions->is->value == now) return {};
    return {fmt::format("it is {}, not {}", now, step.conditions->is->value)};
}

std::vector<std::string> unmet_by_subject(Run& run, const Step& step, const Scope& scope) {
    if (scope.of == Scope::Of::Call) return unmet_by_call(run, *step.conditions, scope.call);
    return unmet_by_line(run, *step.conditions, scope.seat, scope.device);
}

bool judge(Run& run, const std::string& subject, const std::vector<std::string>& unmet,
           std::span<const Scope> scopes) {
    if (unmet.empty()) return true;
    Failure failure{.what = fmt::format("{} is not as it should be", subject)};
    for (const std::string& text : unmet) failure.got += (failure.got.empty() ? "" : "; ") + text;
    failure.messages = last_messages(run, scopes);
    run.fail(std::move(failure));
    return false;
}

}  // namespace

bool play_check(Run& run, const Step& step) {
    while (run.advance(run.now())) {
    }
    if (run.over()) return false;
    if (!step.outside.value.empty()) {
        return judge(run, step.outside.value, unmet_by_outside(run, step), {});
    }
    const auto scope = scope_of(run, step);
    if (!scope) return false;
    const std::array scopes = {*scope};
    return judge(run, step.call.value.empty() ? step.line.value : step.call.value,
                 unmet_by_subject(run, step, *scope), scopes);
}

}  // namespace pbxlab::harness
