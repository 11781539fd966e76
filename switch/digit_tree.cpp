#include "switch/digit_tree.h"

#include <cassert>
#include <utility>

namespace pbxlab::pbx {
namespace {

constexpr std::string_view kOrder = "0123456789ABCD*#+";
constexpr std::uint8_t kNoPlace = 0xFF;

constexpr std::array<std::uint8_t, 256> kPlaces = [] {
    std::array<std::uint8_t, 256> places{};
    places.fill(kNoPlace);
    for (std::size_t i = 0; i < kOrder.size(); ++i)
        places[static_cast<unsigned char>(kOrder[i])] = static_cast<std::uint8_t>(i);
    return places;
}();

constexpr std::uint8_t place(char digit) { return kPlaces[static_cast<unsigned char>(digit)]; }

}  // namespace

std::optional<std::size_t> DigitTree::place_of(char digit) {
    if (place(digit) == kNoPlace) return std::nullopt;
    return place(digit);
}

bool DigitTree::add(std::string_view number, std::uint32_t value) {
    assert(!number.empty() && value <= kMostValue);
    if (find(number).value) return false;
    std::size_t node = 0;
    for (const char digit : number.substr(0, number.size() - 1)) {
        const Link next = nodes_[node].next[*place_of(digit)];
        if (next == kNothing || (next & kValue) != 0) {  // from here on there is more than one
            nodes_.push_back({.here = next});
            nodes_[node].next[*place_of(digit)] = static_cast<Link>(nodes_.size() - 1);
        }
        node = nodes_[node].next[*place_of(digit)];
    }
    Link& last = nodes_[node].next[*place_of(number.back())];
    (last == kNothing ? last : nodes_[last].here) = value | kValue;
    return true;
}

DigitTree::Found DigitTree::find(std::string_view digits) const {
    Link at = 0;
    for (const char digit : digits) {
        if ((at & kValue) != 0 || place(digit) == kNoPlace) return {};
        at = nodes_[at].next[place(digit)];
        if (at == kNothing) return {};
    }
    if ((at & kValue) != 0) return {.value = at & ~kValue};
    const Link here = nodes_[at].here;
    if (here == kNothing) return {.longer = true};
    return {.value = here & ~kValue, .longer = true};
}

}  // namespace pbxlab::pbx
