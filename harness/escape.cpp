#include "harness/escape.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace pbxlab::harness {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Character {
    std::uint32_t code = 0;
    std::size_t length = 1;  // bytes
    bool valid = false;
};

struct Lead {
    std::uint8_t mask, value;
    std::size_t length;
    std::uint32_t least;  // smaller codes must be written shorter
};
constexpr Lead kLeads[] = {
    {0x80, 0x00, 1, 0}, {0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}};

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

bool is_scalar(std::uint32_t code) { return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF); }

// The character that starts at `at`; one invalid byte when none does.
Character decode(std::string_view text, std::size_t at) {
    const std::uint8_t first = byte_at(text, at);
    for (const Lead& lead : kLeads) {
        if ((first & lead.mask) != lead.value) continue;
        if (lead.length > text.size() - at) return {};
        std::uint32_t code = first & static_cast<std::uint8_t>(~lead.mask);
        for (std::size_t i = 1; i < lead.length; ++i) {
            const std::uint8_t next = byte_at(text, at + i);
            if ((next & 0xC0U) != 0x80U) return {};
            code = code << 6U | (next & 0x3FU);
        }
        if (code < lead.least || !is_scalar(code)) return {};
        return {code, lead.length, true};
    }
    return {};
}

// Calls put(character, its bytes) for each character.
template <class Put>
void each_character(std::string_view text, Put put) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        put(character, text.substr(at, character.length));
        at += character.length;
    }
}

// A control character is one of the first 160.
bool is_control(std::uint32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

void append_json_control(std::string& out, std::uint32_t code) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    switch (code) {
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default:
            out += "\\u00";
            out += kDigits[code >> 4U];
            out += kDigits[code & 0xFU];
    }
}

// The reference for a character that has a meaning in XML; empty for others.
std::string_view xml_reference(std::uint32_t code, XmlPlace place) {
    switch (code) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return place == XmlPlace::Attribute ? "&quot;" : "";
        case '\n': return place == XmlPlace::Attribute ? "&#10;" : "";
        case '\t': return place == XmlPlace::Attribute ? "&#9;" : "";
        case '\r': return "&#13;";
        default: return {};
    }
}

// Characters of XML 1.0, section 2.2.
bool is_xml(std::uint32_t code) {
    return code == '\t' || code == '\n' || code == '\r' ||
           (code >= 0x20 && code != 0xFFFE && code != 0xFFFF);
}

}  // namespace

bool is_plain_json(std::string_view text) {
    // Eight characters at a time: the top bit of a byte is set where one is not plain.
    constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101ULL;
    constexpr std::uint64_t kTops = 0x80 * kOnes;
    const auto zeros = [](std::uint64_t bytes) { return (bytes - kOnes) & ~bytes; };
    std::uint64_t special = 0;
    while (!text.empty()) {
        std::uint64_t bytes = ' ' * kOnes;
        const std::size_t size = std::min(text.size(), sizeof bytes);
        std::memcpy(&bytes, text.data(), size);
        special |= bytes | (bytes - ' ' * kOnes) | zeros(bytes ^ ('"' * kOnes)) |
                   zeros(bytes ^ ('\\' * kOnes));
        text.remove_prefix(size);
    }
    return (special & kTops) == 0;
}

void append_json(std::string& out, std::string_view text) {
    if (is_plain_json(text)) {
        out += text;
        return;
    }
    each_character(text, [&out](const Character& character, std::string_view bytes) {
        if (!character.valid) {
            out += kReplacement;
        } else if (character.code < 0x20) {
            append_json_control(out, character.code);
        } else {
            if (character.code == '"' || character.code == '\\') out += '\\';
            out += bytes;
        }
    });
}

void append_printable(std::string& out, std::string_view text) {
    each_character(text, [&out](const Character& character, std::string_view bytes) {
        if (!character.valid) {
            out += kReplacement;
        } else if (is_control(character.code)) {
            append_json_control(out, character.code);
        } else {
            out += bytes;
        }
    });
}

void append_xml(std::string& out, std::string_view text, XmlPlace place) {
    each_character(text, [&out, place](const Character& character, std::string_view bytes) {
        if (!character.valid || !is_xml(character.code)) {
            out += kReplacement;
            return;
        }
        const std::string_view reference = xml_reference(character.code, place);
        out += reference.empty() ? bytes : reference;
    });
}

std::string one_line(std::string_view text) {
    std::string out;
    each_character(text, [&out](const Character& character, std::string_view bytes) {
        out += character.valid && !is_control(character.code) ? bytes : kReplacement;
    });
    return out;
}

}  // namespace pbxlab::harness
