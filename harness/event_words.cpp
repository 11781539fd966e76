#include "harness/event_words.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lines/tapi_constants.h"

namespace pbxlab::harness {

namespace {

using lines::TapiName;

constexpr EventKind kKinds[] = {
    {Awaited::StateEvent, lines::TE_CALLSTATE, "CALL_STATE", ""},
    {Awaited::NotificationEvent, lines::TE_CALLNOTIFICATION, "CALL_NOTIFICATION_EVENT", ""},
    {Awaited::AddressEvent, lines::TE_ADDRESS, "ADDRESS_EVENT", ""},
    {Awaited::HubEvent, lines::TE_CALLHUB, "CALLHUB_EVENT", ""},
    {Awaited::InfoEvent, lines::TE_CALLINFOCHANGE, "CALLINFOCHANGE_CAUSE", ""},
    {Awaited::ObjectEvent, lines::TE_TAPIOBJECT, "TAPIOBJECT_EVENT", ""},
    {Awaited::DigitEvent, lines::TE_DIGITEVENT, "", "LINEDIGITMODE"},
    {Awaited::GenerateEvent, lines::TE_GENERATEEVENT, "", "LINEGENERATETERM"},
    {Awaited::GatherEvent, lines::TE_GATHERDIGITS, "", "TAPI_GATHERTERM"},
    {Awaited::ToneEvent, lines::TE_TONEEVENT, "", ""},
    {Awaited::RequestEvent, lines::TE_REQUEST, "", ""},
};
constexpr EventKind kNoKind{Awaited::CallState, 0, "", ""};

constexpr std::string_view kItemGroups[] = {"CALLINFO_LONG", "CALLINFO_STRING", "CALLINFO_BUFFER",
                                            "ADDRESS_CAPABILITY", "ADDRESS_CAPABILITY_STRING"};
// Those whose constants do not begin with the name of the group.
constexpr std::string_view kOwnPrefixes[] = {
    "CALL_STATE", "CALL_PRIVILEGE",         "ADDRESS_STATE", "CALLHUB_STATE",
    "TAPI_EVENT", "CALL_STATE_EVENT_CAUSE", "TAPI_TONEMODE", "TAPI_GATHERTERM"};

// A word's value: what the event says, with its place in kKinds and its cause above.
constexpr unsigned kKindShift = 32;
constexpr unsigned kCauseShift = 40;  // the cause plus 1; 0: none is named

struct EventWords {
    std::deque<std::string> texts;
    std::vector<Choice> choices;

    void add(std::string text, std::size_t kind, std::uint32_t detail, std::int64_t cause) {
        texts.push_back(std::move(text));
        choices.push_back({texts.back(), cause << kCauseShift |
                                             static_cast<std::int64_t>(kind) << kKindShift |
                                             std::int64_t{detail}});
    }
};

void add_causes(EventWords& words, std::size_t kind) {
    const std::string state = "CS_DISCONNECTED/";
    for (const TapiName& cause : lines::tapi_group("CALL_STATE_EVENT_CAUSE")) {
        words.add(state + std::string{cause.full}, kind, lines::CS_DISCONNECTED,
                  std::int64_t{cause.value} + 1);
    }
}

EventWords make_words() {
    EventWords words;
    for (std::size_t kind = 0; kind < std::size(kKinds); ++kind) {
        const EventKind& row = kKinds[kind];
        for (const TapiName& detail : lines::tapi_group(row.group))
            words.add(std::string{detail.full}, kind, detail.value, 0);
        if (row.group.empty()) words.add(constant_text("TAPI_EVENT", row.event), kind, 0, 0);
        if (row.awaited == Awaited::StateEvent) add_causes(words, kind);
    }
    return words;
}

}  // namespace

std::span<const EventKind> event_kinds() { return kKinds; }

const EventKind& event_kind(Awaited awaited) {
    const auto* row = std::ranges::find(kKinds, awaited, &EventKind::awaited);
    return row == std::end(kKinds) ? kNoKind : *row;
}

Awaited awaited_of(std::uint32_t event) {
    const auto* row = std::ranges::find(kKinds, event, &EventKind::event);
    return row == std::end(kKinds) ? kNoKind.awaited : row->awaited;
}

std::span<const Choice> event_words() {
    static const EventWords kWords = make_words();
    return kWords.choices;
}

StateWord event_of(const Choice& choice) {
    StateWord word;
    word.state = static_cast<std::uint32_t>(choice.value & 0xFFFF'FFFF);
    word.event = kKinds[static_cast<std::size_t>(choice.value >> kKindShift) & 0xFFU].event;
    const std::int64_t cause = choice.value >> kCauseShift;
    if (cause != 0) word.mode = static_cast<std::uint32_t>(cause - 1);
    return word;
}

std::vector<std::string_view> words_of(const EventKind& kind) {
    std::vector<std::string_view> words;
    for (const Choice& choice : event_words()) {
        if (event_of(choice).event == kind.event) words.push_back(choice.word);
    }
    return words;
}

std::string constant_text(std::string_view group, std::uint32_t value) {
    for (const TapiName& name : lines::tapi_group(group)) {
        if (name.value == value) return std::string{name.full};
    }
    return fmt::format("{}", value);
}

std::string event_text(std::uint32_t event, std::uint32_t detail, std::uint32_t cause) {
    const EventKind& kind = event_kind(awaited_of(event));
    if (kind.group.empty()) return constant_text("TAPI_EVENT", event);
    std::string text = constant_text(kind.group, detail);
    if (cause != 0) text += '/' + constant_text("CALL_STATE_EVENT_CAUSE", cause);
    return text;
}

std::string event_text(const StateWord& word) {
    return event_text(word.event, word.state, word.mode.value_or(0));
}

std::span<const std::string_view> item_groups() { return kItemGroups; }

std::string item_text(const ItemWord& item) {
    if (item.group == 0) return fmt::format("{}", item.value);
    return constant_text(kItemGroups[item.group - 1], item.value);
}

std::string plain_text(const PlainValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value.is))
        return fmt::format("{}", *number);
    const auto* flag = std::get_if<bool>(&value.is);
    return flag == nullptr ? "nothing" : *flag ? "true" : "false";
}

std::optional<std::uint32_t> find_constant(std::string_view name) {
    const auto in = [name](std::string_view group) -> std::optional<std::uint32_t> {
        for (const TapiName& each : lines::tapi_group(group)) {
            if (each.full == name) return each.value;
        }
        return std::nullopt;
    };
    if (const auto found = in(name.substr(0, name.find('_')))) return found;
    for (const std::string_view group : kOwnPrefixes) {
        if (const auto found = in(group)) return found;
    }
    return std::nullopt;
}

}  // namespace pbxlab::harness
