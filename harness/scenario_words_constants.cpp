#include "harness/scenario_words_constants.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "harness/event_words.h"
#include "harness/spelling.h"
#include "lines/tapi_constants.h"

namespace pbxlab::harness {

namespace {

using lines::TapiName;
using Lists = std::map<std::string_view, std::vector<Choice>>;

constexpr std::string_view kConstants[] = {"LINEADDRESSTYPE", "TAPIMEDIATYPE",
                                           "DISCONNECT_CODE", "QOS_SERVICE_LEVEL",
                                           "TAPI_EVENT",      "CALL_STATE_EVENT_CAUSE"};
struct EitherGroup {
    std::string_view name, two, three;
};
constexpr EitherGroup kEither[] = {
    {"LINEMEDIAMODE|TAPIMEDIATYPE", "LINEMEDIAMODE", "TAPIMEDIATYPE"},
    {"LINECALLPRIVILEGE|CALL_PRIVILEGE", "LINECALLPRIVILEGE", "CALL_PRIVILEGE"},
    {"LINETONEMODE|TAPI_TONEMODE", "LINETONEMODE", "TAPI_TONEMODE"},
    {"LINETRANSFERMODE|FINISH_MODE", "LINETRANSFERMODE", "FINISH_MODE"},
};

Lists make_constants() {
    Lists lists;
    for (const std::string_view group : kConstants) {
        for (const TapiName& name : lines::tapi_group(group))
            lists[group].push_back({name.full, name.value});
    }
    return lists;
}

Lists make_either() {
    static std::deque<std::string> texts;
    Lists lists;
    for (const EitherGroup& group : kEither) {
        auto& list = lists[group.name];
        for (const TapiName& name : lines::tapi_group(group.two))
            list.push_back({texts.emplace_back(scenario_word(name.word, group.two)), name.value});
        for (const TapiName& name : lines::tapi_group(group.three))
            list.push_back({name.full, kOfTapi3 | name.value});
    }
    return lists;
}

}  // namespace

std::span<const Choice> constant_words(const Type& type) {
    static const Lists kLists = make_constants();
    return kLists.at(type.group);
}

std::span<const Choice> either_words(const Type& type) {
    static const Lists kLists = make_either();
    return kLists.at(type.group);
}

std::span<const Choice> item_words(const Type&) {
    static const std::vector<Choice> kItems = [] {
        std::vector<Choice> choices;
        std::int64_t place = 0;
        for (const std::string_view group : item_groups()) {
            ++place;
            for (const TapiName& name : lines::tapi_group(group))
                choices.push_back({name.full, place << kItemGroupShift | name.value});
        }
        return choices;
    }();
    return kItems;
}

std::span<const Choice> detail_words(const Type&) {
    static const std::vector<Choice> kDetails = [] {
        std::vector<Choice> choices;
        for (const EventKind& kind : event_kinds()) {
            for (const TapiName& name : lines::tapi_group(kind.group))
                choices.push_back({name.full, name.value});
        }
        return choices;
    }();
    return kDetails;
}

}  // namespace pbxlab::harness
