#include "harness/scenario_words_tapi.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <utility>

#include "harness/provider_keys.h"
#include "lines/operations.h"
#include "lines/tapi3/method.h"
#include "lines/tapi_constants.h"

namespace pbxlab::harness {

namespace {

using lines::TapiName;

// Words that are put together at run time, made once and kept.
struct WordList {
    std::deque<std::string> texts;
    std::vector<Choice> choices;
    void add(std::string text, std::int64_t value) {
        texts.push_back(std::move(text));
        choices.push_back({texts.back(), value});
    }
};
using GroupKey = std::pair<std::string_view, std::uint32_t>;

constexpr std::uint32_t kForwardModes = 0xFFFF;  // those that can be asked for
// Every group (and part of a group) that the language uses.
constexpr GroupKey kGroups[] = {
    {"LINECALLSTATE", 0},       {"LINEBUSYMODE", 0},
    {"LINEDIALTONEMODE", 0},    {"LINESPECIALINFO", 0},
    {"LINECONNECTEDMODE", 0},   {"LINEOFFERINGMODE", 0},
    {"LINEDISCONNECTMODE", 0},  {"LINECALLPRIVILEGE", 0},
    {"LINECALLINFOSTATE", 0},   {"LINECALLORIGIN", 0},
    {"LINECALLREASON", 0},      {"LINECALLPARTYID", 0},
    {"LINECALLFEATURE", 0},     {"LINEADDRFEATURE", 0},
    {"LINEFEATURE", 0},         {"LINEADDRESSSTATE", 0},
    {"LINEDEVSTATE", 0},        {"LINEANSWERMODE", 0},
    {"LINEMEDIAMODE", 0},       {"LINEBEARERMODE", 0},
    {"LINECALLPARAMFLAGS", 0},  {"LINEADDRESSMODE", 0},
    {"LINECALLSELECT", 0},      {"LINETRANSLATEOPTION", 0},
    {"LINETRANSLATERESULT", 0}, {"LINETOLLLISTOPTION", 0},
    {"LINEDIGITMODE", 0},       {"LINETONEMODE", 0},
    {"LINEGATHERTERM", 0},      {"LINEGENERATETERM", 0},
    {"LINEDEVSTATUSFLAGS", 0},  {"LINECALLFEATURE2", 0},
    {"LINETRANSFERMODE", 0},    {"LINEPARKMODE", 0},
    {"LINECALLTREATMENT", 0},   {"LINEREQUESTMODE", 0},
    {"LINEFORWARDMODE", 0},     {"LINEFORWARDMODE", kForwardModes},
    {"LINECALLCOMPLMODE", 0},   {"LINECALLCOMPLCOND", 0},
    {"LINETERMMODE", 0},        {"LINETERMDEV", 0},
    {"LINEADDRCAPFLAGS", 0},    {"TAPI_GATHERTERM", 0},
};

void fill_group(const GroupKey& key, WordList& list) {
    for (const TapiName& name : lines::tapi_group(key.first)) {
        if (key.second != 0 && (name.value & key.second) == 0) continue;
        list.add(scenario_word(name.word, key.first), name.value);
    }
}

// The parts of groups that provider keys take are theirs to know.
std::map<GroupKey, WordList> make_groups() {
    std::map<GroupKey, WordList> lists;
    for (const GroupKey& key : kGroups) fill_group(key, lists[key]);
    for (const ProviderKey& key : provider_keys()) {
        const GroupKey group{key.group, static_cast<std::uint32_t>(key.most)};
        if (key.type == ProviderKey::Type::Bits && lists[group].choices.empty())
            fill_group(group, lists[group]);
    }
    return lists;
}

constexpr std::uint32_t kModeShift = 32;
constexpr std::int64_t kHasMode = std::int64_t{1} << 62;

WordList make_states() {
    WordList list;
    for (const TapiName& state : lines::tapi_group("LINECALLSTATE")) {
        const std::string word = scenario_word(state.word, "LINECALLSTATE");
        list.add(word, state.value);
        for (const TapiName& mode : lines::tapi_group(modes_of(state.value))) {
            const std::int64_t bits = kHasMode | (std::int64_t{mode.value} << kModeShift);
            list.add(word + '/' + scenario_word(mode.word), bits | state.value);
        }
    }
    return list;
}

}  // namespace

std::string_view modes_of(std::uint32_t state) {
    switch (state) {
        case lines::LINECALLSTATE_OFFERING: return "LINEOFFERINGMODE";
        case lines::LINECALLSTATE_DIALTONE: return "LINEDIALTONEMODE";
        case lines::LINECALLSTATE_BUSY: return "LINEBUSYMODE";
        case lines::LINECALLSTATE_SPECIALINFO: return "LINESPECIALINFO";
        case lines::LINECALLSTATE_CONNECTED: return "LINECONNECTEDMODE";
        case lines::LINECALLSTATE_DISCONNECTED: return "LINEDISCONNECTMODE";
        default: return {};
    }
}

std::span<const Choice> tapi_words(const Type& type) {
    static const std::map<GroupKey, WordList> kLists = make_groups();
    return kLists.at({type.group, type.mask}).choices;
}

std::span<const Choice> error_words(const Type&) {
    static const std::vector<Choice> kErrors = [] {
        std::vector<Choice> choices;
        for (const std::string_view group : {"LINEERR", "TAPIERR"}) {
            for (const TapiName& name : lines::tapi_group(group))
                choices.push_back({name.full, lines::line_error(name.value)});
        }
        for (const std::string_view group : {"HRESULT_COM", "HRESULT"}) {
            for (const TapiName& name : lines::tapi_group(group)) {
                if (name.value != lines::S_OK)
                    choices.push_back({name.full, lines::line_error(name.value)});
            }
        }
        return choices;
    }();
    return kErrors;
}

std::span<const Choice> operation_words(const Type&) {
    static const std::vector<Choice> kOperations = [] {
        std::vector<Choice> choices;
        for (const lines::Operation& operation : lines::operations()) {
            choices.push_back({operation.word, static_cast<std::int64_t>(operation.op)});
        }
        for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) {
            const bool known = std::ranges::find(choices, row.name, &Choice::word) != choices.end();
            if (!known)
                choices.push_back({row.name, kFirstMethod + static_cast<std::int64_t>(row.method)});
        }
        return choices;
    }();
    return kOperations;
}

std::span<const Choice> function_words(const Type&) {
    static const WordList kFunctions = [] {
        WordList list;
        for (const lines::Operation& operation : lines::operations()) {
            list.add(std::string{operation.function}, static_cast<std::int64_t>(operation.op));
        }
        for (const lines::tapi3::MethodRow& row : lines::tapi3::methods()) {
            list.add(std::string{row.interface} + "::" + std::string{row.name},
                     kFirstMethod + static_cast<std::int64_t>(row.method));
        }
        return list;
    }();
    return kFunctions.choices;
}

std::span<const Choice> listed_words(const Type& type) { return type.choices; }

std::span<const Choice> state_words() {
    static const WordList kStates = make_states();
    return kStates.choices;
}

StateWord state_of(const Choice& choice) {
    StateWord word;
    word.state = static_cast<std::uint32_t>(choice.value & 0xFFFF'FFFF);
    if ((choice.value & kHasMode) != 0) {
        word.mode = static_cast<std::uint32_t>((choice.value & ~kHasMode) >> kModeShift);
    }
    return word;
}

std::optional<std::uint32_t> find_tapi(std::string_view group, std::string_view word) {
    for (const TapiName& name : lines::tapi_group(group)) {
        if (same_word(name.word, word)) return name.value;
    }
    return std::nullopt;
}

}  // namespace pbxlab::harness
