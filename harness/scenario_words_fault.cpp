// The words of a fault, and which of them fit which kind.
#include "harness/scenario_words_fault.h"

#include <array>

#include "harness/fault_words.h"
#include "harness/scenario_words_step_types.h"

namespace pbxlab::harness {

namespace {

using W = FaultWords;

// --- what stands behind the word that makes the kind: one word, or a list of them
using Words = std::span<const Choice> (*)(const Type&);
void put_number(void* list, const Value& value) {
    static_cast<std::vector<std::uint32_t>*>(list)->push_back(
        static_cast<std::uint32_t>(value.number));
}
template <GroupName Name, Words List>
struct OneOrMore {
    static constexpr Type kWord{
        .name = Name.view(), .form = Form::Word, .words = List, .any_case = true};
    static constexpr Field kEntry{"", "", &kWord, &put_number};
    static constexpr Type kWords{.expected = "a word or a list of words",
                                 .accepts = kText | kList,
                                 .form = Form::Word,
                                 .words = List,
                                 .any_case = true,
                                 .entry = &kEntry,
                                 .least_entries = 1,
                                 .most_entries = 1000};
};
using Messages = OneOrMore<"faultMessage", selector_words>;
using States = OneOrMore<"faultState", state_selector_words>;

// The place of a kind in kKindFields is FaultWords::kind.
template <std::uint8_t Kind, std::vector<std::uint32_t> W::*List>
void* open_kind(void* object, const Value&) {
    static_cast<W*>(object)->kind = Kind;
    return &(static_cast<W*>(object)->*List);
}
template <std::uint8_t Kind, std::vector<std::uint32_t> W::*List>
void put_kind(void* object, const Value& value) {
    put_number(open_kind<Kind, List>(object, value), value);
}
template <std::uint8_t Kind, std::vector<std::uint32_t> W::*List>
constexpr Field kind(std::string_view name, std::string_view what, const Type& type) {
    return {name, what, &type, &put_kind<Kind, List>, &open_kind<Kind, List>};
}
template <std::uint8_t Kind>
void put_act(void* object, const Value& value) {
    static_cast<W*>(object)->kind = Kind;
    assign(static_cast<W*>(object)->act, value);
}
template <std::uint8_t Kind>
void put_late(void* object, const Value& value) {
    W& words = *static_cast<W*>(object);
    words.kind = Kind;
    words.least = words.most = pbx::Duration{value.number};
}

constexpr Choice kActs[] = {
    {"outOfService", static_cast<int>(lines::FaultAct::OutOfService)},
    {"disconnect", static_cast<int>(lines::FaultAct::Disconnect)},
    {"close", static_cast<int>(lines::FaultAct::Close)},
    {"reinit", static_cast<int>(lines::FaultAct::Reinit)},
    {"spuriousCall", static_cast<int>(lines::FaultAct::SpuriousCall)},
};
constexpr Type kAct{.form = Form::Word, .words = listed_words, .choices = kActs};

constexpr std::array kKindFields = {
    kind<0, &W::selectors>("drop", "Messages that never come.", Messages::kWords),
    kind<1, &W::selectors>("delay", "Messages that come later.", Messages::kWords),
    kind<2, &W::selectors>("duplicate", "Messages that come twice; again so much later.",
                           Messages::kWords),
    kind<3, &W::selectors>("reorder",
                           "Messages that come behind the next one of their call or line; without "
                           "one after 1s, or as \"by\" says.",
                           Messages::kWords),
    kind<4, &W::selectors>("corrupt", "Messages of which a parameter is another one.",
                           Messages::kWords),
    kind<5, &W::selectors>("unknown", "Call states in whose place UNKNOWN is told.",
                           States::kWords),
    kind<6, &W::selectors>("split",
                           "Call states that are told of a new call; the one that has reached them "
                           "goes idle.",
                           States::kWords),
    kind<7, &W::selectors>("merge",
                           "Call states from which on a call is told as another one of its line.",
                           States::kWords),
    Field{"lateCallerId", "Who calls is known so much later than the call is offered.", &kSpan,
          &put_late<8>},
    kind<9, &W::ops>("fail", "Requests that are not carried out.",
                     OneOrMore<"failingRequest", failing_words>::kWords),
    kind<10, &W::ops>("slow", "Requests that get to the exchange later.",
                      OneOrMore<"slowRequest", slow_words>::kWords),
    kind<11, &W::ops>("replyEarly",
                      "Requests whose reply comes before the exchange has heard of them.",
                      OneOrMore<"earlyRequest", early_words>::kWords),
    kind<12, &W::ops>("replyLate", "Requests whose reply comes behind the states that they bring.",
                      OneOrMore<"slowRequest", slow_words>::kWords),
    kind<13, &W::ops>("hide", "Operations that work, and whose feature bit is not told.",
                      OneOrMore<"offeredRequest", feature_words>::kWords),
    kind<14, &W::ops>("advertise", "Operations whose feature bit is told whether or not they work.",
                      OneOrMore<"offeredRequest", feature_words>::kWords),
    Field{"happens", "What happens to the line, at a time or when a message comes.", &kAct,
          &put_act<15>},
};
constexpr FaultKindWord kKinds[] = {
    {"drop", lines::FaultKind::Drop},
    {"delay", lines::FaultKind::Delay},
    {"duplicate", lines::FaultKind::Duplicate},
    {"reorder", lines::FaultKind::Reorder},
    {"corrupt", lines::FaultKind::Corrupt},
    {"unknown", lines::FaultKind::Corrupt},
    {"split", lines::FaultKind::Split},
    {"merge", lines::FaultKind::Merge},
    {"lateCallerId", lines::FaultKind::LateCallerId},
    {"fail", lines::FaultKind::Fail},
    {"slow", lines::FaultKind::Slow},
    {"replyEarly", lines::FaultKind::ReplyEarly},
    {"replyLate", lines::FaultKind::ReplyLate},
    {"hide", lines::FaultKind::Hide},
    {"advertise", lines::FaultKind::Advertise},
    {"happens", lines::FaultKind::Happen},
};
constexpr bool kinds_are_in_order() {
    for (std::size_t i = 0; i < kKindFields.size(); ++i) {
        if (kKindFields[i].name != kKinds[i].word) return false;
    }
    return kKindFields.size() == std::size(kKinds);
}
static_assert(kinds_are_in_order());

// --- what goes with it
constexpr Field kSpanFields[] = {
    field<&W::least>("least", "Shortest span.", kSpan, kRequired),
    field<&W::most>("most", "Longest span.", kSpan, kRequired),
};
std::optional<Complaint> finish_span(void* object, WordSet, Mark mark) {
    const W& words = *static_cast<const W*>(object);
    if (words.least <= words.most) return std::nullopt;
    return Complaint{
        mark, {}, "\"least\" is more than \"most\"", "\"least\" not more than \"most\"", {}};
}
const ObjectWords& span_of_fault() {
    static constexpr ObjectWords kWords{
        .name = "faultSpan", .what = "a span", .fields = kSpanFields, .finish = finish_span};
    return kWords;
}
constexpr Type kBy{.expected = "a duration, or an object with \"least\" and \"most\"",
                   .accepts = kText | kObject,
                   .form = Form::Duration,
                   .most = kMaxWait.count(),
                   .object = span_of_fault};
void put_by(void* object, const Value& value) {
    W& words = *static_cast<W*>(object);
    words.least = words.most = pbx::Duration{value.number};
}
constexpr Type kCount = whole_number("a whole number from 1 to 1000000", 1, 1'000'000);
constexpr Type kParam = whole_number("a whole number from 1 to 3", 1, 3);

constexpr std::array kOtherFields = {
    field<&W::name>("name", "A name to end it by.", kNameText),
    field<&W::line>("on", "Only what concerns this line.", kNameText),
    field<&W::app>("app", "Only what this application is told, or asks.", kNameText),
    field<&W::call>("call", "Only what concerns the call of this name, once it has it.", kNameText),
    field<&W::nth>("nth", "Only the first, second ... time; every time where nothing is said.",
                   kCount),
    field<&W::from>("from", "From the first, second ... time on.", kCount),
    field<&W::times>("times", "So many times, and no more.", kCount),
    Field{"by", "How much later; or the bounds between which it is drawn.", &kBy, &put_by,
          &same_object},
    field<&W::param>("param", "Which parameter of the message: 1 to 3.", kParam),
    field<&W::value>("to", "What the parameter is then.", kUnsigned),
    field<&W::value>("origin", "What the new call says of where it comes from (LINECALLORIGIN_).",
                     Tapi<"LINECALLORIGIN">::kWord),
    field<&W::error>("with", "The error; LINEERR_RESOURCEUNAVAIL where not said.", kError),
    Field{"failsAt", "Where it is told; in the reply where there is one and nothing is said.",
          &kFailsAt,
          [](void* object, const Value& value) {
              static_cast<W*>(object)->at_return =
                  value.number == static_cast<int>(FailsAt::Return);
          }},
    field<&W::at>("at", "When it happens, from the start of the scenario.", kSpan),
    kind<15, &W::when>("when", "The messages that set it off.", Messages::kWords),
    field<&W::lasts>("for", "How long it lasts; without it, it is not undone.", kSpan),
    field<&W::holds_back>("holdsBack", "What comes after it of the same call waits too.", kYesNo),
    field<&W::optional>("optional", "It is no failure when this never has any effect.", kYesNo),
};

template <std::size_t A, std::size_t B>
constexpr auto joined(const std::array<Field, A>& a, const std::array<Field, B>& b) {
    std::array<Field, A + B> all{};
    std::copy(a.begin(), a.end(), all.begin());
    std::copy(b.begin(), b.end(), all.begin() + A);
    return all;
}
constexpr auto kFields = joined(kKindFields, kOtherFields);

// --- which words fit which kind
constexpr WordRule kRules[] = {
    {"drop", "name on app optional nth from times call"},
    {"delay", "name on app optional nth from times call by holdsBack", "by"},
    {"duplicate", "name on app optional nth from times call by"},
    {"reorder", "name on app optional nth from times call by"},
    {"corrupt", "name on app optional nth from times call param to", "to"},
    {"unknown", "name on app optional nth from times call"},
    {"split", "name on app optional nth from times call origin"},
    {"merge", "name on app optional nth from times call"},
    {"lateCallerId", "name on app optional nth from times"},
    {"fail", "name on app optional nth from times call with failsAt"},
    {"slow", "name on app optional nth from times call by", "by"},
    {"replyEarly", "name on app optional nth from times call"},
    {"replyLate", "name on app optional nth from times call"},
    {"hide", "name on app optional nth from times"},
    {"advertise", "name on app optional nth from times"},
    {"happens", "name on app optional nth from times call at when by for", "at when"},
    {.with = "nth", .bars = "from times"},
    {.with = "at", .bars = "when by nth from times app call"},
};

std::optional<Complaint> finish_fault(void* object, WordSet given, Mark mark) {
    W& words = *static_cast<W*>(object);
    const auto has = [given](std::string_view word) { return given.has(find_word(kFields, word)); };
    words.kind = 0;
    while (!has(kKinds[words.kind].word)) ++words.kind;
    if (!has("delay") || words.most.count() != 0) return std::nullopt;
    return Complaint{mark, "by", "a delay of nothing", "a longer one", {}};
}

constexpr auto kKindNames = [] {
    std::array<std::string_view, kKindFields.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kKindFields[i].name;
    return names;
}();

constexpr Type kFault{
    .name = "fault", .expected = "a fault", .accepts = kObject, .object = fault_words};
constexpr Field kFaultEntry = entry<FaultWords>("One fault.", kFault);

}  // namespace

constexpr Type kFaults{
    .expected = "a list of faults", .accepts = kList, .entry = &kFaultEntry, .most_entries = 1000};

const ObjectWords& fault_words() {
    static constexpr ObjectWords kWords{.name = "fault",
                                        .what = "a fault",
                                        .fields = kFields,
                                        .exactly_one = kKindNames,
                                        .finish = finish_fault,
                                        .rules = kRules};
    return kWords;
}

std::span<const FaultKindWord> fault_kinds() { return kKinds; }

}  // namespace pbxlab::harness
