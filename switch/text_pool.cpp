#include "switch/text_pool.h"

#include <algorithm>
#include <functional>

namespace pbxlab::pbx {
namespace {

constexpr std::size_t kFirstTable = 16;  // a power of two, as all that follow
constexpr std::size_t kFirstBlock = 256;
constexpr std::size_t kLargestBlock = std::size_t{64} * 1024;

}  // namespace

TextId TextPool::keep(std::string_view text) {
    if (text.empty()) return {};
    if (table_.size() * 3 <= texts_.size() * 4) grow();
    const std::size_t place = place_of(text);
    if (table_[place] != kNobody) return {table_[place]};
    table_[place] = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(copy(text));
    return {table_[place]};
}

std::size_t TextPool::place_of(std::string_view text) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t place = std::hash<std::string_view>{}(text)&mask;
    while (table_[place] != kNobody && texts_[table_[place]] != text) place = (place + 1) & mask;
    return place;
}

void TextPool::grow() {
    table_.assign(std::max(kFirstTable, table_.size() * 2), kNobody);
    for (std::uint32_t id = 0; id < texts_.size(); ++id) table_[place_of(texts_[id])] = id;
}

std::string_view TextPool::copy(std::string_view text) {
    if (left_ < text.size()) {
        const std::size_t usual =
            std::min(kFirstBlock << std::min<std::size_t>(blocks_.size(), 8), kLargestBlock);
        left_ = std::max(usual, text.size());
        blocks_.push_back(std::make_unique<char[]>(left_));
        next_ = blocks_.back().get();
    }
    char* const kept = next_;
    std::ranges::copy(text, kept);
    next_ += text.size();
    left_ -= text.size();
    return {kept, text.size()};
}

}  // namespace pbxlab::pbx
