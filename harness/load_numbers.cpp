#include "harness/load_numbers.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace pbxlab::harness {

std::optional<Counted> counted(const std::string& number) {
    Counted result{.plus = number.starts_with('+')};
    result.width = number.size() - (result.plus ? 1 : 0);
    const char* end = number.data() + number.size();
    const auto read = std::from_chars(end - result.width, end, result.value);
    const bool whole =
        read.ec == std::errc{} && read.ptr == end && result.width <= kMostCountedDigits;
    return whole ? std::optional{result} : std::nullopt;
}

void CountedNumbers::add(const std::string& number) {
    if (const auto value = counted(number)) numbers_.emplace(number, *value);
}

std::uint64_t CountedNumbers::stride() const {
    std::uint64_t lowest = ~std::uint64_t{0};
    std::uint64_t highest = 0;
    for (const auto& [number, is] : numbers_) {
        lowest = std::min(lowest, is.value);
        highest = std::max(highest, is.value);
    }
    return numbers_.empty() ? 1 : highest - lowest + 1;
}

std::string CountedNumbers::in_copy(const std::string& number, std::uint32_t copy) const {
    const auto found = numbers_.find(number);
    if (found == numbers_.end()) return number;
    const Counted& is = found->second;
    return fmt::format("{}{:0{}}", is.plus ? "+" : "", is.value + stride() * (copy - 1), is.width);
}

CountedNumbers inside_numbers(const SwitchWords& words) {
    CountedNumbers numbers;
    for (const auto& [name, line] : words.lines) {
        for (const AddressWords& address : line.addresses) {
            if (!address.bridge) numbers.add(address.number.value);
        }
    }
    for (const auto& [name, group] : words.groups) numbers.add(group.number.value);
    if (words.park) {
        for (const Text& orbit : words.park->orbits) numbers.add(orbit.value);
    }
    return numbers;
}

CountedNumbers outside_numbers(const SwitchWords& words) {
    CountedNumbers numbers;
    for (const auto& [name, party] : words.outside) numbers.add(party.number.value);
    return numbers;
}

}  // namespace pbxlab::harness
