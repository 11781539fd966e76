#include "harness/load_report.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "harness/escape.h"
#include "harness/load_watch.h"
#include "harness/suite.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

struct Timed {
    std::string_view title, word;
    Latency LoadCounts::*latency;
};
constexpr std::array<Timed, 3> kTimed = {{
    {"set-up", "setUp", &LoadCounts::set_up_time},
    {"answer", "answer", &LoadCounts::answer_time},
    {"queue", "queue", &LoadCounts::queue_time},
}};

struct Part {
    std::string_view word;
    pbx::Duration Latency::*time;
};
constexpr std::array<Part, 6> kParts = {{
    {"mean", &Latency::mean},
    {"p50", &Latency::p50},
    {"p90", &Latency::p90},
    {"p95", &Latency::p95},
    {"p99", &Latency::p99},
    {"max", &Latency::max},
}};

std::string row(std::string_view title, const std::string& text) {
    return fmt::format("{:<10}{}", std::string{title} + ':', text);
}

std::string latency_text(const Latency& latency) {
    std::string text;
    for (const Part& part : kParts) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", part.word,
                            span_text(latency.*part.time));
    }
    return text;
}

std::string calls_text(const LoadCounts& counts) {
    std::string text = fmt::format("{} offered, {} set up", counts.begun, counts.set_up);
    if (counts.blocked > 0)
        text += fmt::format(", {} blocked ({})", counts.blocked,
                            share_text(counts.blocked, counts.begun));
    if (counts.abandoned > 0)
        text += fmt::format(", {} abandoned ({})", counts.abandoned,
                            share_text(counts.abandoned, counts.begun));
    if (counts.queued > 0)
        text +=
            fmt::format(", {} queued ({})", counts.queued, share_text(counts.queued, counts.begun));
    if (counts.failed > 0)
        text += fmt::format(", {} dropped ({})", counts.failed,
                            share_text(counts.failed, counts.begun));
    return text;
}

std::string blocked_text(const LoadCounts& counts) {
    std::string text;
    for (const BlockedBy& by : counts.blocked_by)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", by.calls, by.cause);
    return text;
}

std::string erlangs(std::uint64_t thousandths) {
    constexpr std::uint64_t kThousand = 1000;
    return fmt::format("{}.{:03}", thousandths / kThousand, thousandths % kThousand);
}

std::string trunks_text(const TrunkUse& use) {
    constexpr std::uint64_t kMillion = 1'000'000;
    return fmt::format("{} of {} in use on average, at most {}, all of them {} of the time",
                       erlangs(use.mean), use.trunks, use.peak, share_text(use.all_busy, kMillion));
}

}  // namespace

std::string share_text(std::uint64_t part, std::uint64_t whole) {
    constexpr std::uint64_t kScale = 10'000;
    constexpr std::uint64_t kHundred = 100;
    const std::uint64_t share = scaled(part, whole, kScale);
    return fmt::format("{}.{:02}%", share / kHundred, share % kHundred);
}

std::string load_text(const LoadCounts& counts) {
    std::string text = fmt::format("{} calls begun, {} ended, {} failed", counts.begun,
                                   counts.ended, counts.failed);
    if (counts.waited > 0) text += fmt::format(", {} waited for lines", counts.waited);
    return text;
}

std::vector<std::string> load_lines(const LoadCounts& counts) {
    std::vector<std::string> lines = {row("calls", calls_text(counts))};
    if (counts.blocked > 0) lines.push_back(row("blocked", blocked_text(counts)));
    for (const Timed& timed : kTimed) {
        const Latency& latency = counts.*timed.latency;
        if (latency.count > 0) lines.push_back(row(timed.title, latency_text(latency)));
    }
    if (counts.offered > 0) {
        lines.push_back(
            row("traffic", fmt::format("{} erlang offered, {} carried", erlangs(counts.offered),
                                       erlangs(counts.carried))));
    }
    if (counts.trunk_use.peak > 0) lines.push_back(row("trunks", trunks_text(counts.trunk_use)));
    return lines;
}

std::vector<std::pair<std::string, std::string>> load_properties(const LoadCounts& counts) {
    std::vector<std::pair<std::string, std::string>> all;
    const auto add = [&all](std::string name, std::uint64_t value) {
        all.emplace_back("load." + std::move(name), std::to_string(value));
    };
    add("offered", counts.begun);
    add("setUp", counts.set_up);
    add("blocked", counts.blocked);
    for (const BlockedBy& by : counts.blocked_by) {
        std::string cause{by.cause};
        for (char& c : cause) c = c == ' ' ? '_' : c;
        add("blocked." + cause, by.calls);
    }
    add("abandoned", counts.abandoned);
    add("dropped", counts.failed);
    add("queued", counts.queued);
    add("waitedForLines", counts.waited);
    for (const Timed& timed : kTimed) {
        const Latency& latency = counts.*timed.latency;
        add(fmt::format("{}.count", timed.word), latency.count);
        for (const Part& part : kParts)
            add(fmt::format("{}.{}", timed.word, part.word),
                static_cast<std::uint64_t>((latency.*part.time).count()));
    }
    add("traffic.offered", counts.offered);
    add("traffic.carried", counts.carried);
    add("trunks.count", counts.trunk_use.trunks);
    add("trunks.mean", counts.trunk_use.mean);
    add("trunks.peak", counts.trunk_use.peak);
    add("trunks.allBusy", counts.trunk_use.all_busy);
    return all;
}

std::string load_json(const SuiteResult& result) {
    std::string out = "{\"loads\": [";
    bool first = true;
    for (const CaseResult& each : result.cases) {
        if (!each.load) continue;
        out += first ? "\n  {\"id\": \"" : ",\n  {\"id\": \"";
        first = false;
        append_json(out, each.id);
        out += fmt::format("\", \"passed\": {}", each.outcome == CaseOutcome::Passed);
        for (const auto& [name, value] : load_properties(*each.load))
            out += fmt::format(", \"{}\": {}", name, value);
        out += "}";
    }
    return out + "\n]}\n";
}

}  // namespace pbxlab::harness
