#include "harness/choice_index.h"

#include <bit>
#include <unordered_map>

#include "harness/spelling.h"

namespace pbxlab::harness {

namespace {

// The same for letters of either case (FNV-1a).
std::size_t hash_of(std::string_view word) {
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : word) hash = (hash ^ (static_cast<std::uint8_t>(c) | 0x20U)) * 16'777'619U;
    return hash;
}

}  // namespace

ChoiceIndex::ChoiceIndex(std::span<const Choice> choices)
    : choices_{choices}, places_(std::bit_ceil(2 * choices.size() + 1)) {
    const std::size_t mask = places_.size() - 1;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        std::size_t at = hash_of(choices[i].word) & mask;
        while (places_[at] != 0) at = (at + 1) & mask;
        places_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

const Choice* ChoiceIndex::find(std::string_view word, bool any_case) const {
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = hash_of(word) & mask; places_[at] != 0; at = (at + 1) & mask) {
        const Choice& choice = choices_[places_[at] - 1];
        if (any_case ? same_word(choice.word, word) : choice.word == word) return &choice;
    }
    return nullptr;
}

const ChoiceIndex& index_of(const Type& type) {
    thread_local std::unordered_map<const Type*, ChoiceIndex> indices;  // looked up only
    const auto known = indices.find(&type);
    if (known != indices.end()) return known->second;
    return indices.try_emplace(&type, type.words(type)).first->second;
}

}  // namespace pbxlab::harness
