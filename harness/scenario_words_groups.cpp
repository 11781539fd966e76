// Hunt groups of the exchange.
#include "harness/limits.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

constexpr Type kPlaces = whole_number("a whole number from 0 to 10000", 0, 10'000);
constexpr Type kRounds = whole_number("a whole number from 0 to 1000", 0, 1000);

constexpr Type kMember{.expected = "the name of a line, or a number", .form = Form::NotEmpty};
constexpr Field kMemberEntry = entry<Text>("A member.", kMember);
constexpr Type kMembers{.expected = "a list of at least one line or number",
                        .accepts = kList,
                        .entry = &kMemberEntry,
                        .least_entries = 1,
                        .most_entries = kMaxMembers};

constexpr Field kStageFields[] = {
    field<&StageWords::members>("members", "Who rings together.", kMembers, kRequired),
    field<&StageWords::time>(
        "for", "How long, before the next stage has its turn; \"0s\": until somebody answers.",
        kSpan),
};
const ObjectWords& stage_words() {
    static constexpr ObjectWords kWords{.name = "stage", .what = "a stage", .fields = kStageFields};
    return kWords;
}
constexpr Type kStage{.expected = "a stage", .accepts = kObject, .object = stage_words};
constexpr Field kStageEntry = entry<StageWords>("A stage.", kStage);
constexpr Type kStages{.expected = "a list of at least one stage",
                       .accepts = kList,
                       .entry = &kStageEntry,
                       .least_entries = 1,
                       .most_entries = kMaxMembers};

using pbx::QueueSpec;
constexpr Field kQueueFields[] = {
    field<&QueueSpec::places>("places", "How many callers can wait.", kPlaces, kRequired),
    field<&QueueSpec::longest_wait>("longestWait",
                                    "After so long a caller waits no more; \"0s\": never.", kSpan),
    field<&QueueSpec::announce_after>(
        "announceAfter", "When the first announcement is played; \"0s\": none is.", kSpan),
    field<&QueueSpec::announce_every>(
        "announceEvery", "From one announcement to the next; \"0s\": only one.", kSpan),
    field<&QueueSpec::announcement_answers>("announcementAnswers",
                                            "The announcement connects the caller.", kYesNo),
};
const ObjectWords& queue_words() {
    static constexpr ObjectWords kWords{.name = "queue", .what = "a queue", .fields = kQueueFields};
    return kWords;
}
constexpr Type kQueue{.expected = "a queue", .accepts = kObject, .object = queue_words};

using Ring = GroupWords::Ring;
constexpr Choice kRingWords[] = {{"linear", static_cast<int>(Ring::Linear)},
                                 {"circular", static_cast<int>(Ring::Circular)},
                                 {"longestIdle", static_cast<int>(Ring::LongestIdle)},
                                 {"allAtOnce", static_cast<int>(Ring::AllAtOnce)}};
constexpr Type kRing{
    .name = "ring", .form = Form::Word, .words = listed_words, .choices = kRingWords};

constexpr Field kGroupFields[] = {
    field<&GroupWords::number>("number", "What is dialled to reach the group.", kNumberText,
                               kRequired),
    field<&GroupWords::name>("name", "The name that is shown to callers.", kAnyText),
    field<&GroupWords::ring>("ring",
                             "Who rings first and who next: in the order of the list, from behind "
                             "the last that answered, by the time without a call, or all together.",
                             kRing),
    field<&GroupWords::members>("members", "Who can take its calls.", kMembers),
    field<&GroupWords::ring_time>(
        "ringTime", "How long each member rings; 15s where not said, \"0s\": until it answers.",
        kSpan),
    field<&GroupWords::stages>("stages",
                               "Instead of members: who rings together, one stage after the other. "
                               "Who stands in the next stage too rings on.",
                               kStages),
    field<&GroupWords::rounds>(
        "rounds", "How often all are tried; 1 where not said, 0: until the caller goes.", kRounds),
    field<&GroupWords::rings_busy>(
        "ringsBusy", "Members with a call are rung too, as far as they have an appearance free.",
        kYesNo),
    field<&GroupWords::queue>("queue", "Callers whom nobody takes wait.", kQueue),
    field<&GroupWords::overflow>("overflow", "Inside number that gets the calls that nobody took.",
                                 kNumberText),
};
constexpr std::string_view kMembersOrStages[] = {"members", "stages"};

std::optional<Complaint> finish_group(void* object, WordSet, Mark mark) {
    const GroupWords& group = *static_cast<const GroupWords*>(object);
    if (group.stages.empty() || group.ring != Ring::AllAtOnce) return std::nullopt;
    return Complaint{mark, "ring", "\"ring\": \"allAtOnce\" does not belong to a group with stages",
                     "linear, circular or longestIdle, which order the stages", "linear"};
}

}  // namespace

const ObjectWords& group_words() {
    static constexpr ObjectWords kWords{.name = "group",
                                        .what = "a hunt group",
                                        .fields = kGroupFields,
                                        .exactly_one = kMembersOrStages,
                                        .finish = finish_group};
    return kWords;
}

}  // namespace pbxlab::harness
