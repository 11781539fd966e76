// Numbers and names are kept once and called by a small id, so that identities can be copied freely
// and compared quickly. Grows with the number of different texts, not with the number of calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "switch/ids.h"

namespace pbxlab::pbx {

class TextPool {
 public:
    // The id of `text`; the empty text is the invalid id.
    TextId keep(std::string_view text);
    // The text; empty for the invalid id. The view lives as long as the pool.
    [[nodiscard]] std::string_view text(TextId id) const {
        return id.index < texts_.size() ? texts_[id.index] : std::string_view{};
    }

 private:
    // The place of `text` in the table, or the free one where it would be.
    [[nodiscard]] std::size_t place_of(std::string_view text) const;
    void grow();
    std::string_view copy(std::string_view text);

    std::vector<std::string_view> texts_;
    std::vector<std::uint32_t> table_;             // ids, open addressing; kNobody: free
    std::vector<std::unique_ptr<char[]>> blocks_;  // of characters, filled one after the other
    char* next_ = nullptr;                         // free, in the last block
    std::size_t left_ = 0;                         // so many
};

}  // namespace pbxlab::pbx
