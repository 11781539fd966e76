#include "harness/nearest.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pbxlab::harness {

namespace {

constexpr std::size_t kShownBytes = 64;       // of a text in a message
constexpr std::size_t kShownWords = 150;      // of a list of words
constexpr std::size_t kLongestMistyped = 64;  // longer texts are no mistyped words

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(char a, char b) { return lower(a) == lower(b); }

// Length of the well-formed UTF-8 character that `text` starts with; 0 when it starts with none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) return first >= 0x20 && first != 0x7F ? 1 : 0;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    }
    const std::uint8_t second = byte(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second > 0x9F;
    const bool control = first == 0xC2 && second < 0xA0;
    const bool beyond = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || control || beyond ? 0 : length;
}

void append_hex(std::string& out, char c) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    const auto byte = static_cast<std::uint8_t>(c);
    out += "\\x";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit) {
    const std::size_t longer = std::max(from.size(), to.size());
    if (longer - std::min(from.size(), to.size()) > limit) return limit + 1;
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (same(from[i - 1], to[j - 1]) ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped =
                i > 1 && j > 1 && same(from[i - 1], to[j - 2]) && same(from[i - 2], to[j - 1]);
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return std::min(row[to.size()], limit + 1);
}

std::string_view nearest(std::string_view written, std::span<const std::string_view> words) {
    if (written.size() > kLongestMistyped) return {};
    const std::size_t limit = std::max<std::size_t>(1, written.size() / 3);
    std::string_view best;
    std::size_t least = limit + 1;
    for (const std::string_view word : words) {
        const std::size_t distance = edit_distance(written, word, limit);
        if (distance >= least || distance >= word.size()) continue;
        least = distance;
        best = word;
    }
    return best;
}

std::string printable(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size() && out.size() < most) {
        const std::size_t length = character_length(text.substr(at));
        if (length == 0) {
            append_hex(out, text[at++]);
        } else {
            out += text.substr(at, length);
            at += length;
        }
    }
    if (at < text.size()) out += "...";
    return out;
}

std::string in_quotes(std::string_view text) { return '"' + printable(text, kShownBytes) + '"'; }

std::string one_of(std::span<const std::string_view> words) {
    if (words.size() == 1) return in_quotes(words.front());
    std::string text = "one of: ";
    for (std::size_t i = 0; i < words.size() && i < kShownWords; ++i) {
        if (i != 0) text += ", ";
        text += printable(words[i], kShownBytes);
    }
    if (words.size() > kShownWords) text += ", ...";
    return text;
}

}  // namespace pbxlab::harness
