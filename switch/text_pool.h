// Numbers and names are kept once and called by a small id, so that identities can be copied freely
// and compared quickly. Grows with the number of different texts, not with the number of calls.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "switch/ids.h"

namespace pbxlab::pbx {

class TextPool {
 public:
    // The id of `text`; the empty text is the invalid id.
    TextId keep(std::string_view text);
    // The text; empty for the invalid id. The view lives as long as the pool.
    [[nodiscard]] std::string_view text(TextId id) const;

 private:
    std::deque<std::string> texts_;
    std::map<std::string_view, TextId> ids_;
};

}  // namespace pbxlab::pbx
