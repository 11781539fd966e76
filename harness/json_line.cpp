#include "harness/json_line.h"

#include <algorithm>
#include <string>

#include "harness/escape.h"

namespace pbxlab::harness {

void JsonLine::grow(std::size_t bytes) {
    constexpr std::size_t kLeast = 4096;
    buffer_.resize(std::max({kLeast, 2 * buffer_.size(), size_ + bytes}));
}

void JsonLine::text(std::string_view name, std::string_view value) {
    if (is_plain_json(value)) return word(name, value);
    std::string escaped;
    append_json(escaped, value);
    word(name, escaped);
}

void JsonLine::pair(std::string_view name, std::uint32_t first, std::uint32_t second) {
    make_room(name.size());
    begin_member(name);
    put_behind("\"");
    put_digits(first);
    put_behind(".");
    put_digits(second);
    put_behind("\"");
}

void JsonLine::numbered(std::string_view name, std::string_view word, std::uint32_t number) {
    make_room(name.size() + word.size());
    begin_member(name);
    put_behind("\"");
    put_behind(word);
    put_digits(number);
    put_behind("\"");
}

void JsonLine::time(std::string_view name, pbx::SimTime at_time) {
    constexpr std::int64_t kSecond = 1'000'000;
    constexpr std::size_t kDecimals = 6;
    const std::int64_t us = at_time.time_since_epoch().count();
    make_room(name.size());
    begin_member(name);
    put_behind("\"");
    char* const point = std::to_chars(at(), at() + kBetween / 2, us / kSecond).ptr;
    *point = '.';
    std::int64_t rest = us % kSecond;
    for (std::size_t i = kDecimals; i > 0; --i) {
        point[i] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    size_ = static_cast<std::size_t>(point - buffer_.data()) + 1 + kDecimals;
    put_behind("\"");
}

}  // namespace pbxlab::harness
