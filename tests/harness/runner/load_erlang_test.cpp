// What theory says of calls that come by chance: Erlang's formulas. Chance is fixed by the seed, so
// a result that lies within its bounds does so on every machine.
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "harness/runner.h"
#include "harness/scenario_reader.h"

namespace pbxlab::harness {
namespace {

#ifdef PBXLAB_LONG_TESTS
constexpr std::uint64_t kTimes = 8;  // as many calls
#else
constexpr std::uint64_t kTimes = 1;
#endif
// The bound: four standard deviations of the mean of so many runs, as these differ from each other.
constexpr std::uint64_t kSeeds = 6;
constexpr double kSigmas = 4;
constexpr double kHolding = 180;  // seconds, on average

// Blocking on n trunks, from that on one trunk less.
double erlang_b(unsigned trunks, double erlangs) {
    double blocking = 1;
    for (unsigned n = 1; n <= trunks; ++n) blocking = erlangs * blocking / (n + erlangs * blocking);
    return blocking;
}
// The probability that all n are busy and one has to wait.
double erlang_c(unsigned members, double erlangs) {
    const double blocking = erlang_b(members, erlangs);
    return members * blocking / (members - erlangs * (1 - blocking));
}

// The mean of several runs, and how far the mean of so many usually is from the truth.
struct Measured {
    double mean = 0, deviation = 0;

    [[nodiscard]] bool fits(double expected) const {
        return std::abs(mean - expected) <= kSigmas * deviation;
    }
};
Measured measured(const std::vector<double>& runs) {
    Measured result;
    const auto count = static_cast<double>(runs.size());
    for (const double run : runs) result.mean += run / count;
    double squares = 0;
    for (const double run : runs) squares += (run - result.mean) * (run - result.mean);
    result.deviation = std::sqrt(squares / (count - 1) / count);
    return result;
}

std::string rate(double erlangs) {
    return fmt::format("{}/h", std::lround(erlangs * 3600 / kHolding));
}

template <class Figure>
Measured play(const std::string& text, Figure figure) {
    const auto scenario = parse_scenario(text, "x.json", "/nowhere");
    EXPECT_TRUE(scenario.has_value()) << scenario.error().text();
    std::vector<double> runs;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const RunResult result = run_scenario(*scenario, {.seed = seed});
        EXPECT_EQ(result.outcome, Outcome::Passed)
            << result.failure.value_or(Failure{}).what << result.failure.value_or(Failure{}).got;
        EXPECT_EQ(result.load->waited, 0U);
        runs.push_back(figure(*result.load));
    }
    return measured(runs);
}

struct Traffic {
    unsigned servers;
    double erlangs;
    std::uint64_t calls;  // of each run
    unsigned off;         // so many servers more or less would show
};

// Parties outside call in over so many trunks.
std::string trunk_group(const Traffic& traffic) {
    return fmt::format(
        R"({{"name": "x", "settle": "0s", "load": {{"calls": {}, "rate": "{}", "copies": {},
        "expect": {{"blocked": {{"most": "100%"}}}}}},
        "switch": {{"lines": {{"desk": {{"address": "3000"}}}},
        "outside": {{"zoe": {{"number": "5553000"}}}}, "trunks": {}}}, "steps": [
        {{"outside": "zoe", "inject": "calls", "to": "3000"}},
        {{"line": "desk", "expect": "offering", "as": "c1"}}, {{"call": "c1", "do": "answer"}},
        {{"wait": {{"mean": "3m"}}}}, {{"call": "c1", "do": "drop"}}]}})",
        traffic.calls * kTimes, rate(traffic.erlangs), traffic.servers + 20, traffic.servers);
}
double blocking(const LoadCounts& counts) {
    return static_cast<double>(counts.blocked) / static_cast<double>(counts.begun);
}

class TrunkGroup : public testing::TestWithParam<Traffic> {};

TEST_P(TrunkGroup, BlocksAsManyCallsAsErlangSays) {
    const auto& [trunks, erlangs, calls, off] = GetParam();
    const Measured share = play(trunk_group(GetParam()), blocking);
    EXPECT_TRUE(share.fits(erlang_b(trunks, erlangs)))
        << share.mean << " +- " << share.deviation << ", not " << erlang_b(trunks, erlangs);
    const unsigned others = kTimes > 1 ? 1 : off;
    for (const unsigned wrong : {trunks - others, trunks + others})
        EXPECT_FALSE(share.fits(erlang_b(wrong, erlangs)))
            << share.mean << " +- " << share.deviation;
}

TEST_P(TrunkGroup, CarriesWhatIsNotBlocked) {
    const auto& [trunks, erlangs, calls, off] = GetParam();
    const Measured carried = play(trunk_group(GetParam()), [](const LoadCounts& counts) {
        return static_cast<double>(counts.trunk_use.mean) / 1000;
    });
    const double expected = erlangs * (1 - erlang_b(trunks, erlangs));
    EXPECT_TRUE(carried.fits(expected))
        << carried.mean << " +- " << carried.deviation << ", not " << expected;
}

INSTANTIATE_TEST_SUITE_P(ErlangB, TrunkGroup,
                         testing::Values(Traffic{10, 7, 1500, 1}, Traffic{20, 15, 2500, 4},
                                         Traffic{5, 8, 1000, 1}),
                         [](const auto& each) {
                             return fmt::format("{}Trunks", each.param.servers);
                         });

// Parties outside call a group of so many members; whoever finds all busy waits.
std::string hunt_group(const Traffic& traffic) {
    return fmt::format(
        R"({{"name": "x", "settle": "0s", "load": {{"calls": {}, "rate": "{}", "copies": 200,
        "members": {}}}, "switch": {{"lines": {{"agent": {{"address": "3000"}}}},
        "outside": {{"zoe": {{"number": "5553000"}}}}, "trunks": 200,
        "groups": {{"support": {{"number": "3001", "members": ["agent"],
        "queue": {{"places": 200}}}}}}}}, "steps": [
        {{"outside": "zoe", "inject": "calls", "to": "3001"}},
        {{"line": "agent", "expect": "offering", "as": "c1", "within": "24h"}},
        {{"call": "c1", "do": "answer"}}, {{"wait": {{"mean": "3m"}}}},
        {{"call": "c1", "do": "drop"}}]}})",
        traffic.calls * kTimes, rate(traffic.erlangs), traffic.servers);
}

class HuntGroup : public testing::TestWithParam<Traffic> {};

TEST_P(HuntGroup, LetsAsManyCallersWaitAsErlangSays) {
    const auto& [members, erlangs, calls, off] = GetParam();
    const Measured share = play(hunt_group(GetParam()), [](const LoadCounts& counts) {
        return static_cast<double>(counts.queued) / static_cast<double>(counts.begun);
    });
    EXPECT_TRUE(share.fits(erlang_c(members, erlangs)))
        << share.mean << " +- " << share.deviation << ", not " << erlang_c(members, erlangs);
    EXPECT_FALSE(share.fits(erlang_c(members + off, erlangs)))
        << share.mean << " +- " << share.deviation;
}

TEST_P(HuntGroup, LetsThemWaitAsLongAsErlangSays) {
    const auto& [members, erlangs, calls, off] = GetParam();
    const Measured wait = play(hunt_group(GetParam()), [](const LoadCounts& counts) {
        const auto all = static_cast<double>(counts.queue_time.mean.count()) *
                         static_cast<double>(counts.queue_time.count);
        return all / static_cast<double>(counts.begun) / 1e6;
    });
    const double expected = erlang_c(members, erlangs) * kHolding / (members - erlangs);
    EXPECT_TRUE(wait.fits(expected))
        << wait.mean << " s +- " << wait.deviation << ", not " << expected;
    const double with_more =
        erlang_c(members + off, erlangs) * kHolding / (members + off - erlangs);
    EXPECT_FALSE(wait.fits(with_more)) << wait.mean << " +- " << wait.deviation;
}

INSTANTIATE_TEST_SUITE_P(ErlangC, HuntGroup,
                         testing::Values(Traffic{6, 4, 1000, 1}, Traffic{3, 2, 1000, 1}),
                         [](const auto& each) {
                             return fmt::format("{}Members", each.param.servers);
                         });

}  // namespace
}  // namespace pbxlab::harness
