#include "harness/forward_words.h"

#include "lines/forwarding.h"

namespace pbxlab::harness {

lines::ForwardList forward_list(const std::vector<ForwardWords>& words) {
    lines::ForwardList list;
    for (const ForwardWords& each : words) {
        list.entries.push_back({.mode = each.mode,
                                .caller_address = each.caller.value,
                                .dest_country_code = each.country_code,
                                .dest_address = each.to.value});
    }
    return list;
}

std::optional<pbx::Forwarding> forwarding_of(const std::vector<ForwardWords>& words,
                                             std::uint32_t rings) {
    pbx::Forwarding forwarding{.rules = {}, .rings = rings};
    for (const lines::Forward& entry : forward_list(words).entries) {
        auto rule = lines::forward_rule(entry);
        if (!rule) return std::nullopt;
        forwarding.rules.push_back(std::move(*rule));
    }
    return forwarding;
}

}  // namespace pbxlab::harness
