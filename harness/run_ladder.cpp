#include <algorithm>

#include <fmt/format.h>

#include "harness/ladder.h"
#include "harness/run.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

// More rows than are drawn, so that the first few of a long run are among them only when it is not
// very long.
constexpr std::size_t kLookBack = 2000;

std::string request_text(const Step& step) {
    std::string text = "[" + std::string{do_word(step)};
    if (!step.call.value.empty()) text += ' ' + step.call.value;
    if (step.to) text += ' ' + step.to->value;
    if (!step.digits.value.empty()) text += ' ' + step.digits.value;
    return text + "]";
}

LadderRow row_of(const Run& run, const Happening& happening) {
    const std::size_t lines = run.world.line_names().size();
    const std::size_t column =
        happening.device != kNone ? happening.device : lines + happening.outside;
    if (!happening.text.empty()) return {happening.at, column, happening.text};
    return {
        happening.at, column,
        happening.step != nullptr ? request_text(*happening.step) : std::string{happening.word}};
}

// A state that the line's first application was told; others are told the same.
bool is_state_row(const Run& run, const Entry& entry) {
    const bool state = entry.event ? entry.event->kind == lines::TE_CALLSTATE
                                   : entry.message.id == lines::LINE_CALLSTATE;
    return state && entry.device != kNone && run.world.seat_on(entry.device) == entry.seat;
}

LadderRow row_of(const Run& run, const Entry& entry) {
    if (entry.event)
        return {entry.message.at, entry.device,
                run.log.call_name(entry.call) + " " + text_of(entry)};
    return {entry.message.at, entry.device,
            run.log.call_name(entry.call) + " " +
                state_text(plain_state(entry.message.param1), entry.message.param2)};
}

}  // namespace

std::string run_ladder(const Run& run) {
    std::vector<std::string> columns = run.world.line_names();
    const auto& outside = run.world.outside_names();
    columns.insert(columns.end(), outside.begin(), outside.end());

    const auto& entries = run.log.entries();
    const auto& others = run.happenings().rows();
    const std::size_t first = entries.size() > kLookBack ? entries.size() - kLookBack : 0;
    auto other = std::find_if(others.begin(), others.end(),
                              [first](const Happening& row) { return row.after >= first; });
    std::vector<LadderRow> rows;
    for (std::size_t i = first; i <= entries.size(); ++i) {
        for (; other != others.end() && other->after <= i; ++other)
            rows.push_back(row_of(run, *other));
        if (i < entries.size() && is_state_row(run, entries[i]))
            rows.push_back(row_of(run, entries[i]));
    }
    return draw_ladder(columns, rows);
}

std::string describe(const Run& run, std::uint32_t index) {
    const Entry& entry = run.log.entries()[index];
    std::string who = run.world.seats()[entry.seat].name;
    if (entry.device != kNone && run.world.line_names()[entry.device] != who) {
        who += " on " + run.world.line_names()[entry.device];
    }
    const std::string call = entry.call == kNone ? "" : run.log.call_name(entry.call) + "  ";
    return fmt::format("{}  {}  {}{}", time_text(entry.message.at), who, call, text_of(entry));
}

std::vector<std::string> last_messages(Run& run, std::span<const Scope> scopes, std::size_t most) {
    std::vector<std::uint32_t> chosen;
    for (const Scope& scope : scopes) {
        const auto all = stream(run, scope);
        const auto last = all.subspan(all.size() > most ? all.size() - most : 0);
        chosen.insert(chosen.end(), last.begin(), last.end());
    }
    if (scopes.empty()) {
        const auto size = static_cast<std::uint32_t>(run.log.entries().size());
        for (auto i = size > most ? size - static_cast<std::uint32_t>(most) : 0; i < size; ++i) {
            chosen.push_back(i);
        }
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    std::vector<std::string> texts;
    for (std::size_t i = chosen.size() > most ? chosen.size() - most : 0; i < chosen.size(); ++i) {
        texts.push_back(describe(run, chosen[i]));
    }
    return texts;
}

}  // namespace pbxlab::harness
