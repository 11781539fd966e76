#include "harness/load_shared.h"

#include <algorithm>
#include <set>
#include <string>

#include "harness/load_copies.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

void stands_for(std::vector<std::uint32_t>& list, std::uint32_t id, std::uint32_t first) {
    while (list.size() <= id) list.push_back(static_cast<std::uint32_t>(list.size()));
    list[id] = first;
}

// A handle may come again once its call is over.
bool announces(const lines::Message& message) {
    return message.id == lines::LINE_APPNEWCALL ||
           (message.id == lines::LINE_CALLSTATE && message.param3 != 0);
}

}  // namespace

SharedLines::SharedLines(const Scenario& scenario, World& world, const LoadWatch& watch)
    : world_{world}, watch_{watch}, copies_{scenario.load->copies} {
    const std::set<std::string> lines = shared_lines(scenario);
    const bool own_applications = scenario.applications.empty();
    for (const std::string& line : lines) {
        for (std::uint32_t copy = 1; copy <= scenario.load->members; ++copy) {
            const std::string name = name_in_copy(line, copy);
            stands_for(alias_.devices, world.device(name), world.device(name_in_copy(line, 1)));
            if (!own_applications) continue;
            seats_.push_back(world.seat(name));
            stands_for(alias_.seats, world.seat(name), world.seat(name_in_copy(line, 1)));
        }
    }
    for (const auto& [name, app] : scenario.applications) {
        if (is_shared(app, lines)) seats_.push_back(world.seat(name_in_copy(name, 1)));
    }
}

std::size_t SharedLines::at(std::uint32_t device) const {
    return device == kNone ? LoadWatch::kNobody : watch_.at(world_.station(device));
}

std::size_t SharedLines::owner(std::uint32_t seat, const lines::Message& message,
                               const Asked& asked) {
    const Seat& told = world_.seats()[seat];
    const lines::HCall handle = call_of(message);
    if (handle != lines::kNoCall) {
        const std::uint64_t key = std::uint64_t{seat} << 32U | static_cast<std::uint32_t>(handle);
        const auto [place, is_new] = by_handle_.try_emplace(key, LoadWatch::kNobody);
        if (is_new || announces(message))
            place->second = at(told.device_of(told.app->line_of(handle)));
        return place->second;
    }
    if (message.id != lines::LINE_REPLY) return at(told.device_of(lines::HLine{message.device}));
    const auto id = static_cast<lines::LineResult>(message.param1);
    for (std::size_t copy = 0; copy < copies_; ++copy) {
        if (asked(copy, seat, id)) return copy;
    }
    return LoadWatch::kNobody;
}

void SharedLines::forget(std::size_t copy) {
    std::erase_if(by_handle_, [copy](const auto& each) { return each.second == copy; });
}

}  // namespace pbxlab::harness
