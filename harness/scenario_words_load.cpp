// A load: how many calls arrive, how fast, and on how many copies of the lines.
#include <charconv>

#include "harness/limits.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

constexpr Type kCalls =
    whole_number("a whole number from 1 to 1000000", 1, static_cast<std::int64_t>(kMaxLoadCalls));
constexpr Type kCopies = whole_number("a whole number from 1 to 1000", 1, kMaxLoadCopies);
constexpr Type kRate{
    .expected = "a rate such as \"200/s\", \"30/m\" or \"1000/h\", with a number up to 999999",
    .form = Form::Rate};
constexpr Choice kArrivalWords[] = {{"even", 0}, {"poisson", 1}};
constexpr Type kArrivals{.form = Form::Word, .words = listed_words, .choices = kArrivalWords};

constexpr Field kLoadFields[] = {
    field<&LoadWords::calls>("calls", "How many calls arrive.", kCalls, kRequired),
    field<&LoadWords::rate>("rate", "How many arrive in a second, minute or hour.", kRate,
                            kRequired),
    field<&LoadWords::poisson>(
        "arrivals",
        "poisson, by chance and independently of each other, where not said; "
        "or even, at equal distances.",
        kArrivals),
    field<&LoadWords::copies>("copies",
                              "How often there are the lines: the most calls that can be going on; "
                              "100 where not said.",
                              kCopies),
};

pbx::Duration period_of(char unit) {
    if (unit == 'h') return std::chrono::hours{1};
    return unit == 'm' ? pbx::Duration{std::chrono::minutes{1}} : std::chrono::seconds{1};
}

std::optional<Complaint> finish_load(void* object, WordSet, Mark) {
    LoadWords& load = *static_cast<LoadWords*>(object);
    std::from_chars(load.rate.data(), load.rate.data() + load.rate.size(), load.per_period);
    load.period = period_of(load.rate.back());
    return std::nullopt;
}

}  // namespace

const ObjectWords& load_words() {
    static constexpr ObjectWords kWords{
        .name = "load", .what = "a load", .fields = kLoadFields, .finish = finish_load};
    return kWords;
}

}  // namespace pbxlab::harness
