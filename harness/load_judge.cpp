#include "harness/load_judge.h"

#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "harness/load_report.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

struct ShareRow {
    std::string_view what;
    std::optional<ShareWords> LoadExpectWords::*words;
    std::uint64_t LoadCounts::*calls;  // nullptr: the trunks
};
constexpr std::array<ShareRow, 5> kShares = {{
    {"blocked", &LoadExpectWords::blocked, &LoadCounts::blocked},
    {"abandoned", &LoadExpectWords::abandoned, &LoadCounts::abandoned},
    {"dropped", &LoadExpectWords::dropped, &LoadCounts::failed},
    {"queued", &LoadExpectWords::queued, &LoadCounts::queued},
    {"trunksBusy", &LoadExpectWords::trunks_busy, nullptr},
}};

struct LatencyRow {
    std::string_view what;
    std::optional<LatencyWords> LoadExpectWords::*words;
    Latency LoadCounts::*latency;
};
constexpr std::array<LatencyRow, 3> kLatencies = {{
    {"setUp", &LoadExpectWords::set_up, &LoadCounts::set_up_time},
    {"answer", &LoadExpectWords::answer, &LoadCounts::answer_time},
    {"queue", &LoadExpectWords::queue, &LoadCounts::queue_time},
}};

struct PartRow {
    std::string_view what;
    std::optional<pbx::Duration> LatencyWords::*most;
    pbx::Duration Latency::*time;
};
constexpr std::array<PartRow, 6> kParts = {{
    {"mean", &LatencyWords::mean, &Latency::mean},
    {"p50", &LatencyWords::p50, &Latency::p50},
    {"p90", &LatencyWords::p90, &Latency::p90},
    {"p95", &LatencyWords::p95, &Latency::p95},
    {"p99", &LatencyWords::p99, &Latency::p99},
    {"max", &LatencyWords::max, &Latency::max},
}};

// The first thing that is wrong is the failure, what else is wrong are notes on it.
void add(std::optional<Failure>& failure, Mark mark, std::string_view what, std::string expected,
         std::string got) {
    if (failure) {
        failure->notes.push_back(fmt::format("{}: expected {}, got {}", what, expected, got));
        return;
    }
    failure.emplace();
    failure->mark = mark;
    failure->what = fmt::format("the load did not come to what is expected: {}", what);
    failure->expected = std::move(expected);
    failure->got = std::move(got);
}

std::string bounds_text(const ShareWords& words) {
    if (words.least_text.empty()) return "at most " + words.most_text;
    if (words.most_text.empty()) return "at least " + words.least_text;
    return words.least_text + " to " + words.most_text;
}

// Compared as whole numbers: nothing is rounded in somebody's favour.
bool is_within(const ShareWords& words, std::uint64_t part, std::uint64_t whole) {
    return part * kWhole >= words.least * whole && part * kWhole <= words.most * whole;
}

void judge(const ShareRow& row, const ShareWords& words, const LoadCounts& counts,
           std::optional<Failure>& failure) {
    if (row.calls == nullptr) {
        const std::uint32_t busy = counts.trunk_use.all_busy;
        if (!is_within(words, busy, kWhole))
            add(failure, words.mark, row.what, bounds_text(words) + " of the time",
                share_text(busy, kWhole));
        return;
    }
    const std::uint64_t calls = counts.*row.calls;
    if (is_within(words, calls, counts.ended)) return;
    add(failure, words.mark, row.what, bounds_text(words) + " of the calls",
        fmt::format("{} ({} of {})", share_text(calls, counts.ended), calls, counts.ended));
}

void judge(const LatencyRow& row, const LatencyWords& words, const LoadCounts& counts,
           std::optional<Failure>& failure) {
    const Latency& latency = counts.*row.latency;
    for (const PartRow& part : kParts) {
        const auto& most = words.*part.most;
        if (!most || latency.*part.time <= *most) continue;
        add(failure, words.mark, fmt::format("{} {}", row.what, part.what),
            "at most " + span_text(*most),
            fmt::format("{} over {} calls", span_text(latency.*part.time), latency.count));
    }
}

}  // namespace

std::optional<Failure> judge_load(const LoadExpectWords& expected, const LoadCounts& counts) {
    std::optional<Failure> failure;
    for (const ShareRow& row : kShares) {
        if (const auto& words = expected.*row.words) judge(row, *words, counts, failure);
    }
    for (const LatencyRow& row : kLatencies) {
        if (const auto& words = expected.*row.words) judge(row, *words, counts, failure);
    }
    return failure;
}

}  // namespace pbxlab::harness
