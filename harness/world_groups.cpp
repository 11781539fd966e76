// The hunt groups and park orbits of a scenario's switch.
#include <fmt/format.h>

#include "harness/world.h"

namespace pbxlab::harness {

namespace {

using Ring = GroupWords::Ring;

pbx::HuntOrder order_of(Ring ring) {
    switch (ring) {
        case Ring::Linear:
        case Ring::AllAtOnce: break;
        case Ring::Circular: return pbx::HuntOrder::Circular;
        case Ring::LongestIdle: return pbx::HuntOrder::LongestIdle;
    }
    return pbx::HuntOrder::Listed;
}

// One stage of all, or a stage of each.
std::vector<pbx::HuntStage> stages_of(const GroupWords& words,
                                      const std::vector<pbx::AddressId>& members) {
    if (words.ring == Ring::AllAtOnce) return {{members, words.ring_time}};
    std::vector<pbx::HuntStage> stages;
    stages.reserve(members.size());
    for (const pbx::AddressId member : members) stages.push_back({{member}, words.ring_time});
    return stages;
}

}  // namespace

std::vector<pbx::AddressId> World::addresses(const std::vector<Text>& members) const {
    std::vector<pbx::AddressId> all;
    all.reserve(members.size());
    for (const Text& member : members) {
        const std::uint32_t line = device(member.value);
        if (line != kNone) {
            all.push_back(exchange_.station(station(line)).addresses.front());
        } else if (const auto address = exchange_.find_address(member.value)) {
            all.push_back(*address);
        }
    }
    return all;
}

void World::add_groups(const SwitchWords& words) {
    for (const std::string& name : words.group_order) {
        const GroupWords& group = words.groups.at(name);
        pbx::GroupSpec spec{.number = group.number.value,
                            .name = group.name.value,
                            .order = order_of(group.ring),
                            .stages = stages_of(group, addresses(group.members)),
                            .rounds = group.rounds,
                            .rings_busy = group.rings_busy,
                            .queue = group.queue,
                            .overflow = group.overflow ? group.overflow->value : std::string{}};
        if (!group.stages.empty()) spec.stages.clear();
        for (const StageWords& stage : group.stages)
            spec.stages.push_back({addresses(stage.members), stage.time});
        // A line that is absent at first is no member; a stage of such lines has nobody to ring.
        std::erase_if(spec.stages,
                      [](const pbx::HuntStage& stage) { return stage.members.empty(); });
        if (!exchange_.add_group(spec)) {
            refuse(fmt::format("group {} cannot have the number \"{}\": the dial plan refuses it",
                               name, group.number.value));
        }
    }
}

void World::add_orbits(const SwitchWords& words) {
    if (!words.park) return;
    for (const Text& orbit : words.park->orbits) {
        if (exchange_.add_orbit(orbit.value)) continue;
        refuse(fmt::format("calls cannot be parked at the number \"{}\": the dial plan refuses it",
                           orbit.value));
    }
}

void World::set_attendant(const SwitchWords& words) {
    if (!words.park || !words.park->attendant) return;
    const auto attendant = addresses({*words.park->attendant});
    if (!attendant.empty()) exchange_.set_attendant(attendant.front());
}

}  // namespace pbxlab::harness
