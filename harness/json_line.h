// Records of JSON Lines while they are written: one object a line, its members in order. Room is
// made once for each member, so that what is known beforehand of it is copied as it stands.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "switch/time.h"

namespace pbxlab::harness {

class JsonLine {
 public:
    // What has been written: whole lines, once end_line() was called.
    [[nodiscard]] std::string_view written() const { return {buffer_.data(), size_}; }
    void clear() { size_ = 0; }

    void begin_line() { put("{"); }
    void end_line() { put("}\n"); }

    // A member with a text, whatever bytes it holds; with one that needs no escapes.
    void text(std::string_view name, std::string_view value);
    void word(std::string_view name, std::string_view value) {
        make_room(name.size() + value.size());
        begin_member(name);
        put_behind("\"");
        put_behind(value);
        put_behind("\"");
    }
    // Left out when it is empty.
    void maybe(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    template <std::integral Number>
    void number(std::string_view name, Number value) {
        make_room(name.size());
        begin_member(name);
        put_digits(value);
    }
    // A text of two numbers, "12.1"; one of a word and a number, "h3".
    void pair(std::string_view name, std::uint32_t first, std::uint32_t second);
    void numbered(std::string_view name, std::string_view word, std::uint32_t number);
    // "12.034000": seconds.
    void time(std::string_view name, pbx::SimTime at);
    // An object, until end_object().
    void begin_object(std::string_view name) {
        make_room(name.size());
        begin_member(name);
        put_behind("{");
    }
    void end_object() { put("}"); }

 private:
    // For the quotation marks, commas and digits of one member.
    static constexpr std::size_t kBetween = 64;

    [[nodiscard]] char* at() { return buffer_.data() + size_; }
    void make_room(std::size_t bytes) {
        if (buffer_.size() - size_ < bytes + kBetween) grow(bytes + kBetween);
    }
    void grow(std::size_t bytes);
    // Where there is room.
    void put_behind(std::string_view text) {
        std::memcpy(at(), text.data(), text.size());
        size_ += text.size();
    }
    template <std::integral Number>
    void put_digits(Number value) {
        char* const end = std::to_chars(at(), buffer_.data() + buffer_.size(), value).ptr;
        size_ = static_cast<std::size_t>(end - buffer_.data());
    }
    void put(std::string_view text) {
        make_room(text.size());
        put_behind(text);
    }
    void begin_member(std::string_view name) {
        if (buffer_[size_ - 1] != '{') put_behind(",");
        put_behind("\"");
        put_behind(name);
        put_behind("\":");
    }

    std::vector<char> buffer_;
    std::size_t size_ = 0;
};

}  // namespace pbxlab::harness
