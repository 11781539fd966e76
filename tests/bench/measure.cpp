#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <map>
#include <memory>

#include <fmt/format.h>

namespace pbxlab::bench {

namespace {

using Clock = std::chrono::steady_clock;

// Of one piece.
struct Sample {
    double processor = 0, wall = 0;  // nanoseconds
    double allocations = 0, bytes = 0;
};

// One case of a theme, with what each turn said.
struct Player {
    std::unique_ptr<Work> work;
    std::vector<Sample> samples;
    std::string problem;
};
using Players = std::map<std::string_view, Player>;

struct Limits {
    std::size_t least, most;             // turns
    std::chrono::duration<double> time;  // after which no more turns are begun
};
constexpr Limits kUsual = {.least = 3, .most = 41, .time = std::chrono::seconds{12}};
constexpr Limits kQuick = {.least = 2, .most = 9, .time = std::chrono::seconds{2}};

Sample sample(Work& work) {
    Stopwatch watch;
    const auto pieces = static_cast<double>(work.run(watch));
    return {.processor = static_cast<double>(watch.processor().count()) / pieces,
            .wall = static_cast<double>(watch.wall().count()) / pieces,
            .allocations = static_cast<double>(watch.allocations()) / pieces,
            .bytes = watch.bytes()};
}

// What goes wrong is told with the figure, and stops no other.
template <class Doing>
void guarded(Player& player, Doing doing) {
    if (!player.problem.empty()) return;
    try {
        doing();
    } catch (const std::exception& error) {
        player.problem = error.what();
        player.work.reset();
    }
}

void begin(const Cases& cases, Players& players, std::string_view name) {
    if (name.empty() || players.contains(name)) return;
    Player& player = players[name];
    const auto found = std::ranges::find(cases, name, &Case::name);
    guarded(player, [&] {
        must(found != cases.end(), "there is no such case");
        player.work = found->make(Size::Full);
        (void)sample(*player.work);  // now everything has grown to its size
    });
}

void play(Players& players, const Limits& limits) {
    const auto start = Clock::now();
    for (std::size_t turn = 0; turn < limits.most; ++turn) {
        if (turn >= limits.least && Clock::now() - start > limits.time) return;
        for (auto& [name, player] : players)
            guarded(player, [&] { player.samples.push_back(sample(*player.work)); });
    }
}

double value_of(const Figure& figure, const Sample& of, const Sample& against) {
    constexpr double kSecond = 1e9;
    constexpr double kMillisecond = 1e6;
    switch (figure.kind) {
        case Kind::Speed: return against.processor / of.processor;
        case Kind::Cost: return of.processor / against.processor;
        case Kind::ClockSpeed: return against.wall / of.wall;
        case Kind::ClockCost: return of.wall / against.wall;
        case Kind::Times: return kSecond / of.processor / figure.unit;
        case Kind::TimesQuicker: return figure.unit * kMillisecond / of.wall;
        case Kind::Milliseconds: return of.wall / kMillisecond;
        case Kind::Nanoseconds: return of.processor;
        case Kind::Allocations: return of.allocations;
        case Kind::Bytes: return of.bytes;
    }
    return 0;
}

Measured figure_of(const Figure& figure, const Players& players) {
    Measured measured{.figure = &figure};
    const Player& of = players.at(figure.of);
    const Player& against = figure.against.empty() ? of : players.at(figure.against);
    for (const Player* player : {&of, &against}) {
        if (!player->problem.empty()) measured.problem = player->problem;
    }
    if (!measured.problem.empty()) return measured;
    std::vector<double> values;
    for (std::size_t i = 0; i < of.samples.size(); ++i)
        values.push_back(value_of(figure, of.samples[i], against.samples[i]));
    std::ranges::sort(values);
    measured.value = values[values.size() / 2];
    measured.low = values[values.size() / 4];
    measured.high = values[values.size() - 1 - values.size() / 4];
    return measured;
}

}  // namespace

bool meets(const Goal& goal, double value) {
    switch (goal.must) {
        case Must::BeAtLeast: return value >= goal.value;
        case Must::BeAtMost: return value <= goal.value;
        case Must::Nothing: return true;
    }
    return true;
}

std::vector<Measured> measure(const Cases& cases, const std::vector<const Figure*>& figures,
                              bool quick, const std::function<void(std::string_view)>& progress) {
    std::vector<Measured> all;
    for (auto first = figures.begin(); first != figures.end();) {
        const std::string_view theme = (*first)->theme;
        const auto last = std::find_if(
            first, figures.end(), [theme](const Figure* each) { return each->theme != theme; });
        progress(theme);
        Players players;
        for (auto each = first; each != last; ++each) {
            begin(cases, players, (*each)->of);
            begin(cases, players, (*each)->against);
        }
        play(players, quick ? kQuick : kUsual);
        for (; first != last; ++first) all.push_back(figure_of(**first, players));
    }
    return all;
}

}  // namespace pbxlab::bench
