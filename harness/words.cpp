#include "harness/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "harness/event_words.h"
#include "lines/bit_words.h"
#include "lines/operations.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

namespace {

struct Unit {
    std::int64_t microseconds;
    std::string_view name;
};
constexpr Unit kUnits[] = {
    {3'600'000'000, "h"}, {60'000'000, "min"}, {1'000'000, "s"}, {1'000, "ms"}, {1, "us"}};

struct ModeGroup {
    std::uint32_t state;
    std::string_view group;
};
constexpr ModeGroup kModeGroups[] = {
    {lines::LINECALLSTATE_OFFERING, "LINEOFFERINGMODE"},
    {lines::LINECALLSTATE_DIALTONE, "LINEDIALTONEMODE"},
    {lines::LINECALLSTATE_BUSY, "LINEBUSYMODE"},
    {lines::LINECALLSTATE_SPECIALINFO, "LINESPECIALINFO"},
    {lines::LINECALLSTATE_CONNECTED, "LINECONNECTEDMODE"},
    {lines::LINECALLSTATE_DISCONNECTED, "LINEDISCONNECTMODE"},
};

std::string word_or_number(std::string_view group, std::uint32_t value) {
    const std::string_view word = lines::tapi_word(group, value);
    return word.empty() ? fmt::format("0x{:x}", value) : std::string{word};
}

void append_word_or_number(std::string& text, std::string_view group, std::uint32_t value) {
    const std::string_view word = lines::tapi_word(group, value);
    if (word.empty()) {
        text += fmt::format("0x{:x}", value);
    } else {
        text += word;
    }
}

void append_call_state(std::string& text, const lines::Message& message) {
    const std::uint32_t state = plain_state(message.param1);
    text += "CALLSTATE ";
    append_word_or_number(text, "LINECALLSTATE", state);
    if (message.param2 != 0) {
        const std::string_view group = mode_group(state);
        text += '/';
        append_word_or_number(text, group, message.param2);
    }
    if (message.param3 == 0) return;
    text += ' ';
    lines::append_bit_words(text, "LINECALLPRIVILEGE", message.param3);
}

std::string reply_text(const lines::Message& message) {
    const auto result = static_cast<lines::LineResult>(message.param2);
    return fmt::format("REPLY {} {}", message.param1,
                       result == 0 ? "0" : lines::error_name(result));
}

std::string dev_state_text(const lines::Message& message) {
    std::string text = "LINEDEVSTATE " + lines::bit_words("LINEDEVSTATE", message.param1);
    if ((message.param1 & lines::LINEDEVSTATE_RINGING) != 0) {
        text += fmt::format(" mode {} count {}", message.param2, message.param3);
    }
    return text;
}

// Messages that come less often.
std::string other_text(const lines::Message& message) {
    switch (message.id) {
        case lines::LINE_REPLY: return reply_text(message);
        case lines::LINE_LINEDEVSTATE: return dev_state_text(message);
        case lines::LINE_ADDRESSSTATE:
            return fmt::format("ADDRESSSTATE {} {}", message.param1,
                               lines::bit_words("LINEADDRESSSTATE", message.param2));
        case lines::LINE_APPNEWCALL:
            return fmt::format("APPNEWCALL {} {}", message.param1,
                               lines::bit_words("LINECALLPRIVILEGE", message.param3));
        case lines::LINE_CLOSE: return "CLOSE";
        case lines::LINE_MONITORDIGITS:
            return fmt::format("MONITORDIGITS {} {}", static_cast<char>(message.param1),
                               lines::bit_words("LINEDIGITMODE", message.param2));
        case lines::LINE_GATHERDIGITS:
            return "GATHERDIGITS " + lines::bit_words("LINEGATHERTERM", message.param1);
        case lines::LINE_GENERATE:
            return "GENERATE " + lines::bit_words("LINEGENERATETERM", message.param1);
        case lines::LINE_MONITORTONE: return fmt::format("MONITORTONE {}", message.param1);
        case lines::LINE_MONITORMEDIA:
            return "MONITORMEDIA " + lines::bit_words("LINEMEDIAMODE", message.param1);
        default:
            return fmt::format("{} {} {} {}", word_or_number("LINE_MESSAGES", message.id),
                               message.param1, message.param2, message.param3);
    }
}

}  // namespace

std::string time_text(pbx::SimTime at) {
    const auto us = at.time_since_epoch().count();
    return fmt::format("{}.{:06}", us / 1'000'000, us % 1'000'000);
}

std::string span_text(pbx::Duration span) {
    const std::int64_t us = span.count();
    if (us == 0) return "0 s";
    const Unit* unit =
        std::find_if(std::begin(kUnits), std::end(kUnits) - 1, [us](const Unit& each) {
            // Up to two minutes and two hours the smaller unit reads better.
            const std::int64_t least =
                each.microseconds > 1'000'000 ? 2 * each.microseconds : each.microseconds;
            return us >= least;
        });
    std::string text = fmt::format("{}", us / unit->microseconds);
    const std::int64_t thousandths = us % unit->microseconds * 1000 / unit->microseconds;
    if (thousandths != 0) {
        text += fmt::format(".{:03}", thousandths);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return fmt::format("{} {}", text, unit->name);
}

std::string_view mode_group(std::uint32_t state) {
    for (const ModeGroup& each : kModeGroups) {
        if (each.state == state) return each.group;
    }
    return {};
}

std::string state_text(std::uint32_t state, std::uint32_t mode) {
    if (state == 0) return "...";
    std::string text = scenario_word(word_or_number("LINECALLSTATE", state), "LINECALLSTATE");
    if (mode != 0 && state != lines::LINECALLSTATE_CONFERENCED) {  // there it is a handle
        const std::string_view group = mode_group(state);
        text += '/';
        text += group.empty() ? fmt::format("0x{:x}", mode)
                              : scenario_word(word_or_number(group, mode));
    }
    return text;
}

std::string state_text(const StateWord& word) {
    if (word.event != 0) return event_text(word);
    return state_text(word.state, word.mode.value_or(0));
}

bool is_state(const StateWord& word, std::uint32_t state, std::uint32_t mode) {
    if (plain_state(state) != word.state) return false;
    if (!word.mode) return true;
    const bool zero_is_active =
        word.state == lines::LINECALLSTATE_CONNECTED || word.state == lines::LINECALLSTATE_OFFERING;
    const auto effective = [zero_is_active](std::uint32_t m) {
        return zero_is_active && m == 0 ? 1U : m;
    };
    return effective(mode) == effective(*word.mode);
}

std::string bits_text(std::string_view group, std::uint32_t bits) {
    if (bits == 0) return "none";
    std::string text;
    for (const lines::TapiName& name : lines::tapi_group(group)) {
        if (name.value == 0 || (bits & name.value) != name.value) continue;
        if (!text.empty()) text += '+';
        text += scenario_word(name.word, group);
        bits &= ~name.value;
    }
    if (bits != 0) text += fmt::format("{}0x{:x}", text.empty() ? "" : "+", bits);
    return text;
}

std::string_view do_word(const Step& step) {
    return step.method ? lines::tapi3::row(*step.method).name : lines::operation(step.op).word;
}

std::string result_text(const Step& step, lines::LineResult result) {
    if (result == 0) return "success";
    return step.method ? lines::tapi3::hresult_name(result) : lines::error_name(result);
}

void append_message_text(std::string& text, const lines::Message& message) {
    switch (message.id) {
        case lines::LINE_CALLSTATE: return append_call_state(text, message);
        case lines::LINE_CALLINFO:
            text += "CALLINFO ";
            return lines::append_bit_words(text, "LINECALLINFOSTATE", message.param1);
        default: text += other_text(message);
    }
}

std::string message_text(const lines::Message& message) {
    std::string text;
    append_message_text(text, message);
    return text;
}

lines::HCall call_of(const lines::Message& message) {
    if (is_call_message(message)) return lines::HCall{message.device};
    if (message.id == lines::LINE_APPNEWCALL) return lines::HCall{message.param2};
    return lines::kNoCall;
}

}  // namespace pbxlab::harness
