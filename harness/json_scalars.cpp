#include "harness/json_scalars.h"

#include <algorithm>

#include "harness/choice_index.h"
#include "harness/durations.h"
#include "harness/event_words.h"
#include "harness/limits.h"
#include "harness/nearest.h"
#include "harness/scenario_words_tapi.h"

namespace pbxlab::harness {

namespace {

using Refused = std::optional<Complaint>;

Refused refuse(std::string what, std::string expected, std::string nearest = {}) {
    return Complaint{{}, {}, std::move(what), std::move(expected), std::move(nearest)};
}

constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool in_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }
constexpr bool is_dialable(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'D') || c == '*' || c == '#';
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= kMaxNameBytes && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), in_name);
}

bool is_path(std::string_view text) {
    while (true) {
        const std::size_t slash = text.find('/');
        const std::string_view part = text.substr(0, slash);
        if (part.empty() || part.front() == '-') return false;
        if (!std::all_of(part.begin(), part.end(), in_name)) return false;
        if (slash == std::string_view::npos) return true;
        text.remove_prefix(slash + 1);
    }
}

bool is_number(std::string_view text) {
    constexpr std::size_t kLongest = 40;  // of the dial plan
    return !text.empty() && text.size() <= kLongest &&
           std::all_of(text.begin(), text.end(), is_dialable);
}

bool is_outside_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    return is_number(text);
}

bool is_rate(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash >= 1 && slash <= 6 && slash + 2 == text.size() && text.front() != '0' &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(slash), is_digit) &&
           std::string_view{"smh"}.find(text.back()) != std::string_view::npos;
}

bool is_share(std::string_view text) {
    constexpr std::size_t kDigits = 4;  // behind the point
    if (!text.ends_with('%')) return false;
    text.remove_suffix(1);
    if (text == "100") return true;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = text.substr(std::min(point + 1, text.size()));
    return !whole.empty() && whole.size() <= 2 && part.size() <= kDigits &&
           part.empty() == (point == text.size()) &&
           std::all_of(whole.begin(), whole.end(), is_digit) &&
           std::all_of(part.begin(), part.end(), is_digit);
}

bool is_edge_case(std::string_view text) {
    if (!text.starts_with("EC-")) return false;
    text.remove_prefix(3);
    return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
}

// Forms that are only a matter of the characters.
struct PlainForm {
    Form form;
    std::string_view pattern;
    bool (*fits)(std::string_view);
};
constexpr PlainForm kPlainForms[] = {
    {Form::Free, "^[^\\u0000]*$", [](std::string_view) { return true; }},
    {Form::NotEmpty, "^[^\\u0000]+$", [](std::string_view text) { return !text.empty(); }},
    {Form::Name, "^[A-Za-z][A-Za-z0-9_-]{0,63}$", is_name},
    {Form::Path, "^[A-Za-z0-9_][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*$", is_path},
    {Form::Digits, "^[0-9A-D*#]{1,40}$", is_number},
    {Form::AccessDigits, "^[0-9A-D*#]{0,40}$",
     [](std::string_view text) { return text.empty() || is_number(text); }},
    {Form::Rate, "^[1-9][0-9]{0,5}/[smh]$", is_rate},
    {Form::Share, "^(100|[0-9]{1,2}([.][0-9]{1,4})?)%$", is_share},
    {Form::OutsideNumber, "^[+]?[0-9A-D*#]{1,40}$", is_outside_number},
};

const PlainForm* plain_form(Form form) {
    for (const PlainForm& plain : kPlainForms) {
        if (plain.form == form) return &plain;
    }
    return nullptr;
}

Refused take_duration(const Type& type, std::string_view text, Value& value) {
    const auto duration = parse_duration(text);
    const std::string longest = duration_text(pbx::Duration{type.most});
    if (!duration) {
        switch (duration.error()) {
            case DurationFault::Malformed:
                return refuse(in_quotes(text) + " is not a duration", std::string{type.expected});
            case DurationFault::TooFine:
                return refuse(in_quotes(text) + " is not a whole number of microseconds",
                              std::string{type.expected});
            case DurationFault::TooLong:
                return refuse(in_quotes(text) + " is too long", "at most " + longest);
        }
    }
    value.number = duration->count();
    if (value.number > type.most)
        return refuse(in_quotes(text) + " is too long", "at most " + longest);
    if (value.number < type.least) {
        return refuse(in_quotes(text) + " is too short",
                      "at least " + duration_text(pbx::Duration{type.least}));
    }
    return std::nullopt;
}

const Choice* find_choice(std::span<const Choice> choices, std::string_view text) {
    const auto choice = std::ranges::find(choices, text, &Choice::word);
    return choice == choices.end() ? nullptr : &*choice;
}

const Choice* find_state(std::string_view text) {
    static const ChoiceIndex kStates{state_words()};
    return kStates.find(text, true);
}

Refused unknown_word(const Type& type, std::string_view text) {
    const std::vector<std::string_view> words = word_list(type);
    return refuse("unknown word " + in_quotes(text), expected_of(type),
                  std::string{nearest(text, words)});
}

Refused take_word(const Type& type, std::string_view text, Value& value) {
    const Choice* choice = index_of(type).find(text, type.any_case);
    if (choice == nullptr) {
        if (type.form == Form::EdgeCase && is_edge_case(text)) return std::nullopt;
        return unknown_word(type, text);
    }
    value.number = choice->value;
    return std::nullopt;
}

// The state is right and only its mode is not: what modes it has.
Refused unknown_mode(std::string_view text, std::string_view state) {
    std::vector<std::string_view> modes;
    for (const Choice& choice : state_words()) {
        const std::size_t slash = choice.word.find('/');
        if (slash != std::string_view::npos && same_word(choice.word.substr(0, slash), state)) {
            modes.push_back(choice.word);
        }
    }
    if (modes.empty()) {
        return refuse(in_quotes(text) + ": the state " + std::string{state} + " has no modes",
                      in_quotes(state));
    }
    return refuse("unknown mode in " + in_quotes(text), one_of(modes),
                  std::string{nearest(text, modes)});
}

Refused take_state(const Type& type, std::string_view text, Value& value) {
    if (const Choice* other = find_choice(type.choices, text)) {
        value.number = other->value;
        return std::nullopt;
    }
    if (const Choice* choice = find_state(text)) {
        value.state = state_of(*choice);
        return std::nullopt;
    }
    for (const Choice& choice : event_words()) {
        if (choice.word != text || (event_of(choice).event & type.events) == 0) continue;
        value.state = event_of(choice);
        return std::nullopt;
    }
    const std::string_view state = text.substr(0, text.find('/'));
    if (state.size() != text.size() && find_state(state) != nullptr) {
        return unknown_mode(text, state);
    }
    return unknown_word(type, text);
}

Refused take_plain(const Type& type, std::string_view text) {
    if (plain_form(type.form)->fits(text)) return std::nullopt;
    if (type.form == Form::Path &&
        (text.starts_with('/') || text.find("..") != std::string_view::npos ||
         text.find('\\') != std::string_view::npos)) {
        return refuse(in_quotes(text) + " leaves the scenario root", std::string{type.expected});
    }
    const std::string what = text.empty() ? "an empty text" : in_quotes(text);
    return refuse(what + " cannot stand here", std::string{type.expected});
}

}  // namespace

Refused take_text(const Type& type, std::string_view text, Value& value) {
    if (text.size() > kMaxTextBytes) {
        return refuse("a text of " + std::to_string(text.size()) + " bytes",
                      "at most " + std::to_string(kMaxTextBytes) + " bytes in one text");
    }
    if (text.find('\0') != std::string_view::npos) {
        return refuse("the text " + in_quotes(text) + " contains the character NUL",
                      "a text without it");
    }
    switch (type.form) {
        case Form::Duration: return take_duration(type, text, value);
        case Form::Word:
        case Form::EdgeCase: return take_word(type, text, value);
        case Form::State: return take_state(type, text, value);
        default: return take_plain(type, text);
    }
}

Refused take_number(const Type& type, std::int64_t number, Value& value) {
    value.number = number;
    if (number >= type.least && number <= type.most) return std::nullopt;
    return refuse(std::to_string(number) + " is out of range", expected_of(type));
}

std::string_view kind_name(JsonKind kind) {
    switch (kind) {
        case kText: return "a text";
        case kNumber: return "a number";
        case kFlag: return "true or false";
        case kNull: return "null";
        case kObject:
        case kMap: return "an object";
        case kList: return "a list";
    }
    return "a value";
}

std::vector<std::string_view> word_list(const Type& type) {
    std::vector<std::string_view> words;
    for (const Choice& choice : type.choices) words.push_back(choice.word);
    if (type.form == Form::State) {
        for (const Choice& choice : state_words()) words.push_back(choice.word);
        for (const Choice& choice : event_words()) {
            if ((event_of(choice).event & type.events) != 0) words.push_back(choice.word);
        }
    } else if (type.words != nullptr) {
        words.clear();
        for (const Choice& choice : type.words(type)) words.push_back(choice.word);
    }
    return words;
}

std::string expected_of(const Type& type) {
    std::string text{type.expected};
    if ((type.accepts & kText) == 0 ||
        (type.form != Form::Word && type.form != Form::State && type.form != Form::EdgeCase)) {
        return text;
    }
    std::vector<std::string_view> words = word_list(type);
    std::erase_if(words, [&type](std::string_view word) {
        // The modes come when the state is right; events are told by one of them.
        const bool event = type.form == Form::State && word.find('_') != std::string_view::npos;
        return word.find('/') != std::string_view::npos || event;
    });
    if (!text.empty()) text += ", ";
    text += one_of(words);
    if (type.events == lines::TE_CALLSTATE) text += "; or one of TAPI 3: CS_CONNECTED ...";
    if (type.events > lines::TE_CALLSTATE)
        text += "; or an event of TAPI 3: CS_CONNECTED, CNE_OWNER, AE_RINGING ...";
    return text;
}

std::string_view pattern_of(Form form) {
    if (form == Form::Duration) return kDurationPattern;
    const PlainForm* plain = plain_form(form);
    return plain == nullptr ? std::string_view{} : plain->pattern;
}

}  // namespace pbxlab::harness
