// The fault that the words describe.
#include "harness/fault_words.h"

#include <fmt/format.h>

#include "harness/words.h"

namespace pbxlab::harness {

namespace {

std::vector<lines::MessageKind> messages_of(const std::vector<std::uint32_t>& selectors) {
    std::vector<lines::MessageKind> messages;
    messages.reserve(selectors.size());
    for (const std::uint32_t each : selectors) messages.push_back(fault_selectors()[each].kind);
    return messages;
}

constexpr std::string_view kActWords[] = {"outOfService", "disconnect", "close", "reinit",
                                          "spuriousCall"};

void append_list(std::string& text, const std::string& word) { text += ' ' + word; }

}  // namespace

lines::Fault fault_of(const FaultWords& words) {
    lines::Fault fault;
    fault.kind = fault_kinds()[words.kind].kind;
    const bool happens = fault.kind == lines::FaultKind::Happen;
    fault.messages = messages_of(happens ? words.when : words.selectors);
    for (const std::uint32_t op : words.ops) {
        if (op < lines::kOpCount) fault.ops.push_back(static_cast<lines::Op>(op));
    }
    if (fault.ops.size() != words.ops.size()) fault.ops.clear();  // any
    fault.from = words.nth.value_or(words.from.value_or(1));
    fault.times = words.nth ? 1 : words.times.value_or(0);
    fault.least = words.least;
    fault.most = words.most;
    const bool unknown = fault_kinds()[words.kind].word == "unknown";
    fault.param = unknown ? 0 : words.param;
    fault.value = words.value;
    fault.error = words.error;
    fault.at_return = words.at_return;
    fault.holds_back = words.holds_back;
    fault.act = static_cast<lines::FaultAct>(words.act);
    if (words.at) fault.at = pbx::SimTime{*words.at};
    fault.lasts = words.lasts;
    return fault;
}

std::string fault_text(const FaultWords& words) {
    std::string text{fault_kinds()[words.kind].word};
    if (fault_kinds()[words.kind].kind == lines::FaultKind::Happen)
        append_list(text, std::string{kActWords[words.act]});
    for (const std::uint32_t each : words.selectors)
        append_list(text, fault_selectors()[each].word);
    for (const std::uint32_t op : words.ops) {
        const bool any = op >= lines::kOpCount;
        append_list(text,
                    any ? "any" : std::string{lines::operation(static_cast<lines::Op>(op)).word});
    }
    if (!words.line.value.empty()) text += " on " + words.line.value;
    if (!words.app.value.empty()) text += " app " + words.app.value;
    if (!words.call.value.empty()) text += " call " + words.call.value;
    for (const std::uint32_t each : words.when) text += " when " + fault_selectors()[each].word;
    if (words.value != 0 && fault_kinds()[words.kind].kind == lines::FaultKind::Split)
        text += " origin " + bits_text("LINECALLORIGIN", words.value);
    if (words.nth) text += fmt::format(" nth {}", *words.nth);
    if (words.from) text += fmt::format(" from {}", *words.from);
    if (words.times) text += fmt::format(" times {}", *words.times);
    return text;
}

}  // namespace pbxlab::harness
