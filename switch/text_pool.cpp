#include "switch/text_pool.h"

namespace pbxlab::pbx {

TextId TextPool::keep(std::string_view text) {
    if (text.empty()) return {};
    const auto found = ids_.find(text);
    if (found != ids_.end()) return found->second;
    const TextId id{static_cast<std::uint32_t>(texts_.size())};
    texts_.emplace_back(text);
    ids_.emplace(texts_.back(), id);
    return id;
}

std::string_view TextPool::text(TextId id) const {
    return id.index < texts_.size() ? std::string_view{texts_[id.index]} : std::string_view{};
}

}  // namespace pbxlab::pbx
