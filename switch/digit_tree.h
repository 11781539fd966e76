// Numbers, found digit by digit: what is listed under these digits, and whether a longer number
// begins with them. Numbers that lie close together share nearly all of it: a million in a row take
// 8 bytes each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pbxlab::pbx {

class DigitTree {
 public:
    static constexpr std::uint32_t kMostValue = 0x7FFF'FFFE;

    struct Found {
        std::optional<std::uint32_t> value;  // listed under exactly these digits
        bool longer = false;
    };

    DigitTree() : nodes_(1) {}

    // The digit's place in a node; nothing for what cannot stand in a number: 0-9, A-D, *, #, +.
    [[nodiscard]] static std::optional<std::size_t> place_of(char digit);

    // Lists a number of one digit or more, all of which have a place. False, changing nothing, when
    // it is listed already.
    bool add(std::string_view number, std::uint32_t value);
    [[nodiscard]] Found find(std::string_view digits) const;

 private:
    // What follows a digit: nothing, a value with nothing longer behind it, or a node.
    using Link = std::uint32_t;
    static constexpr Link kNothing = 0;
    static constexpr Link kValue = 0x8000'0000;
    static constexpr std::size_t kDigits = 17;
    struct Node {
        std::array<Link, kDigits> next{};
        Link here = kNothing;  // a value, where longer numbers begin with this one
    };

    std::vector<Node> nodes_;  // the first is the root
};

}  // namespace pbxlab::pbx
