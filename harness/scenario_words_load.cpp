// A load: how many calls arrive, how fast, on how many copies of the lines, and what they must come
// to.
#include <charconv>

#include "harness/limits.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

pbx::Duration period_of(char unit) {
    if (unit == 'h') return std::chrono::hours{1};
    return unit == 'm' ? pbx::Duration{std::chrono::minutes{1}} : std::chrono::seconds{1};
}

void assign(RateWords& member, const Value& v) {
    member.text = std::string{v.text};
    std::from_chars(v.text.data(), v.text.data() + v.text.size(), member.per_period);
    member.period = period_of(v.text.back());
}

constexpr Type kCalls =
    whole_number("a whole number from 1 to 1000000", 1, static_cast<std::int64_t>(kMaxLoadCalls));
constexpr Type kCopies = whole_number("a whole number from 1 to 1000", 1, kMaxLoadCopies);
constexpr Type kRate{
    .expected = "a rate such as \"200/s\", \"30/m\" or \"1000/h\", with a number up to 999999",
    .form = Form::Rate};
constexpr Choice kArrivalWords[] = {{"even", 0}, {"poisson", 1}};
constexpr Type kArrivals{.form = Form::Word, .words = listed_words, .choices = kArrivalWords};

// --- a ramp
constexpr Type kSomeTime{.expected = "a duration of at least \"1ms\"",
                         .form = Form::Duration,
                         .least = std::chrono::microseconds{std::chrono::milliseconds{1}}.count(),
                         .most = kMaxWait.count()};
constexpr Field kRampFields[] = {
    Field{"to", "The rate that is reached.", &kRate,
          [](void* ramp, const Value& v) { assign(static_cast<RampWords*>(ramp)->to, v); }, nullptr,
          kRequired},
    field<&RampWords::over>("over", "The time that it takes; the same rate again stays.", kSomeTime,
                            kRequired),
};
const ObjectWords& ramp_words() {
    static constexpr ObjectWords kWords{.name = "ramp", .what = "a ramp", .fields = kRampFields};
    return kWords;
}
constexpr Type kRamp{
    .expected = "an object with \"to\" and \"over\"", .accepts = kObject, .object = ramp_words};
constexpr Field kRampEntry = entry<RampWords>("", kRamp);
constexpr Type kRamps{.expected = "a list of at least one ramp",
                      .accepts = kList,
                      .entry = &kRampEntry,
                      .least_entries = 1,
                      .most_entries = 100};

// --- what is expected
constexpr Type kShareText{.expected = "a share such as \"2%\" or \"0.25%\", up to \"100%\"",
                          .form = Form::Share};
constexpr Field kShareFields[] = {
    field<&ShareWords::least_text>("least", "No less than this share.", kShareText),
    field<&ShareWords::most_text>("most", "No more than this share.", kShareText),
};
// In millionths; the text is known to be right.
std::uint32_t share_of(std::string_view text) {
    std::uint32_t value = 0;
    constexpr std::uint32_t kPercent = kWhole / 100;
    std::uint32_t unit = kPercent / 10;  // of the next digit behind the point
    bool behind = false;
    for (const char c : text.substr(0, text.size() - 1)) {
        const auto digit = static_cast<std::uint32_t>(c - '0');
        if (c == '.') {
            behind = true;
        } else if (behind) {
            value += digit * unit;
            unit /= 10;
        } else {
            value = value * 10 + digit * kPercent;
        }
    }
    return value;
}
std::optional<Complaint> finish_share(void* object, WordSet, Mark mark) {
    ShareWords& share = *static_cast<ShareWords*>(object);
    if (!share.least_text.empty()) share.least = share_of(share.least_text);
    if (!share.most_text.empty()) share.most = share_of(share.most_text);
    if (share.least <= share.most) return std::nullopt;
    return Complaint{
        mark, "least", "\"least\" is more than \"most\"", "\"least\" not more than \"most\"", {}};
}
const ObjectWords& share_words() {
    static constexpr ObjectWords kWords{.name = "share",
                                        .what = "bounds of a share",
                                        .fields = kShareFields,
                                        .finish = finish_share,
                                        .not_empty = true};
    return kWords;
}
constexpr Type kShare{
    .expected = "an object with \"least\" or \"most\"", .accepts = kObject, .object = share_words};

constexpr Field kLatencyFields[] = {
    field<&LatencyWords::mean>("mean", "On average no longer than this.", kSpan),
    field<&LatencyWords::p50>("p50", "Half of them no longer than this.", kSpan),
    field<&LatencyWords::p90>("p90", "90 of 100 no longer than this.", kSpan),
    field<&LatencyWords::p95>("p95", "95 of 100 no longer than this.", kSpan),
    field<&LatencyWords::p99>("p99", "99 of 100 no longer than this.", kSpan),
    field<&LatencyWords::max>("max", "None longer than this.", kSpan),
};
const ObjectWords& latency_words() {
    static constexpr ObjectWords kWords{.name = "latency",
                                        .what = "how long something may take",
                                        .fields = kLatencyFields,
                                        .not_empty = true};
    return kWords;
}
constexpr Type kLatency{.expected =
                            "an object with \"mean\", \"p50\", \"p90\", \"p95\", \"p99\" or "
                            "\"max\"",
                        .accepts = kObject,
                        .object = latency_words};

// An object that need not be there.
template <auto Member>
constexpr Field object(std::string_view name, std::string_view what, const Type& type) {
    return {name, what, &type, nullptr, &open_at<Member>};
}

using E = LoadExpectWords;
constexpr Field kExpectFields[] = {
    object<&E::blocked>("blocked",
                        "The share of calls that could not get through. Such a call is over at "
                        "once, and is no failure.",
                        kShare),
    object<&E::abandoned>("abandoned", "The share of calls whose caller gave up before the answer.",
                          kShare),
    object<&E::dropped>("dropped", "The share of calls that may go otherwise than the steps say.",
                        kShare),
    object<&E::queued>("queued", "The share of calls that waited in the queue of a group.", kShare),
    object<&E::trunks_busy>("trunksBusy", "The share of time in which every trunk was in use.",
                            kShare),
    object<&E::set_up>("setUp", "From the request to ringback, to a queue, or to the answer.",
                       kLatency),
    object<&E::answer>("answer", "From ringback to the answer.", kLatency),
    object<&E::queue>("queue", "Of calls that waited: from then to the answer.", kLatency),
};
const ObjectWords& load_expect_words() {
    static constexpr ObjectWords kWords{.name = "loadExpect",
                                        .what = "what a load must come to",
                                        .fields = kExpectFields,
                                        .not_empty = true};
    return kWords;
}
constexpr Type kExpect{.expected = "an object of what the calls must come to",
                       .accepts = kObject,
                       .object = load_expect_words};

constexpr Field kLoadFields[] = {
    field<&LoadWords::calls>("calls", "How many calls arrive.", kCalls, kRequired),
    Field{"rate", "How many arrive in a second, minute or hour.", &kRate,
          [](void* load, const Value& v) { assign(static_cast<LoadWords*>(load)->rate, v); },
          nullptr, kRequired},
    field<&LoadWords::ramp>(
        "ramp", "Where the rate goes from there, one behind the other; the last one stays.",
        kRamps),
    field<&LoadWords::poisson>(
        "arrivals",
        "poisson, by chance and independently of each other, where not said; "
        "or even, at equal distances.",
        kArrivals),
    field<&LoadWords::copies>("copies",
                              "How often there are the lines: the most calls that can be going on; "
                              "100 where not said.",
                              kCopies),
    field<&LoadWords::members>(
        "members",
        "All calls share the groups, of whose members there are so many each; where not said, each "
        "copy has groups of its own.",
        kCopies),
    field<&LoadWords::patience>(
        "patience", "How long a caller waits for the answer before it gives up.", kSpanOrDrawn),
    object<&LoadWords::expect>("expect", "What the calls must come to, taken together.", kExpect),
};

// --- a time that is drawn
using D = pbx::Delay;
constexpr Type kMean{.expected = "a duration from \"1us\" to \"1h\"",
                     .form = Form::Duration,
                     .least = 1,
                     .most = std::chrono::microseconds{std::chrono::hours{1}}.count()};
constexpr Field kDrawnFields[] = {
    field<&D::least>("least", "No time is shorter than this.", kSpan),
    field<&D::most>("most",
                    "And none longer than this; without mean all between the two are as likely.",
                    kSpan),
    field<&D::mean>("mean",
                    "Short times are likelier (exponentially), so long on average. Bounds where "
                    "none are given: nothing, and 20 times this.",
                    kMean),
};
constexpr WordRule kDrawnRules[] = {{.with = "least", .needs = "most mean"},
                                    {.with = "most", .needs = "least mean"}};
std::optional<Complaint> finish_drawn(void* object, WordSet given, Mark mark) {
    constexpr int kLongTail = 20;
    D& drawn = *static_cast<D*>(object);
    if (!given.has(find_word(kDrawnFields, "most"))) drawn.most = drawn.mean * kLongTail;
    if (drawn.least <= drawn.most) return std::nullopt;
    return Complaint{
        mark, "least", "a least above the most", "a least that is at most the most", {}};
}

}  // namespace

const ObjectWords& drawn_span_words() {
    static constexpr ObjectWords kWords{.name = "drawnSpan",
                                        .what = "a time that is drawn on each occasion",
                                        .fields = kDrawnFields,
                                        .finish = finish_drawn,
                                        .not_empty = true,
                                        .rules = kDrawnRules};
    return kWords;
}

const ObjectWords& load_words() {
    static constexpr ObjectWords kWords{.name = "load", .what = "a load", .fields = kLoadFields};
    return kWords;
}

}  // namespace pbxlab::harness
