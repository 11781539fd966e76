#include "harness/json_scan.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>

namespace pbxlab::harness {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What ends a run of plain characters: a quotation mark, a backslash, a control character, or a
// character of several bytes.
constexpr auto kPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
    return plain;
}();

constexpr bool is_plain(char c) { return kPlain[static_cast<std::uint8_t>(c)]; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Well-formed characters of several bytes (Unicode, table 3-7): the first byte, the bounds of the
// second one, and how many there are.
struct Lead {
    std::uint8_t from, to;
    std::uint8_t least, most;
    std::uint8_t length;
};
constexpr Lead kLeads[] = {{0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
                           {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
                           {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
                           {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};

// The length of the character of several bytes that `text` starts with; 0 when it is malformed.
std::size_t character_length(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    for (const Lead& lead : kLeads) {
        if (byte(0) < lead.from || byte(0) > lead.to) continue;
        if (text.size() < lead.length || byte(1) < lead.least || byte(1) > lead.most) return 0;
        for (std::size_t i = 2; i < lead.length; ++i) {
            if ((byte(i) & 0xC0U) != 0x80U) return 0;
        }
        return lead.length;
    }
    return 0;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    const auto rest = [&](std::uint32_t shift) { put(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0U | (code >> 6U));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        rest(6);
    } else {
        put(0xF0U | (code >> 18U));
        rest(12);
        rest(6);
    }
    rest(0);
}

struct Escape {
    char written, meant;
};
constexpr Escape kEscapes[] = {{'"', '"'},  {'\\', '\\'}, {'/', '/'},  {'b', '\b'},
                               {'f', '\f'}, {'n', '\n'},  {'r', '\r'}, {'t', '\t'}};

}  // namespace

JsonTokens::JsonTokens(std::string_view text)
    : json_{text}, at_{text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0} {}

char JsonTokens::peek() {
    while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') ++at_;
    return here();
}

bool JsonTokens::literal(std::string_view word) {
    if (json_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
}

bool JsonTokens::string() {
    const std::size_t start = ++at_;
    while (true) {
        while (is_plain(here())) ++at_;
        if (here() == '"') {
            text_ = json_.substr(start, at_++ - start);
            return true;
        }
        if (here() == '\\') {
            unescaped_.assign(json_, start, at_ - start);
            return escaped();
        }
        if (!character()) return false;
    }
}

// The rest of a text from its first escape on.
bool JsonTokens::escaped() {
    while (here() != '"') {
        const std::size_t start = at_;
        if (here() == '\\') {
            if (!escape()) return false;
        } else if (is_plain(here()) || character()) {
            if (is_plain(json_[start])) ++at_;
            unescaped_.append(json_, start, at_ - start);
        } else {
            return false;
        }
    }
    ++at_;
    text_ = unescaped_;
    return true;
}

// Passes a character of several bytes.
bool JsonTokens::character() {
    if (at_ >= json_.size()) return false;
    const std::size_t length = character_length(json_.substr(at_));
    at_ += length;
    return length != 0;
}

bool JsonTokens::hex4(std::uint32_t& code) {
    const std::string_view written = json_.substr(at_, 4);
    const auto read = std::from_chars(written.data(), written.data() + written.size(), code, 16);
    at_ += written.size();
    return written.size() == 4 && read.ec == std::errc{} &&
           read.ptr == written.data() + written.size();
}

bool JsonTokens::escape() {
    ++at_;
    const char kind = here();
    ++at_;
    for (const Escape& each : kEscapes) {
        if (each.written != kind) continue;
        unescaped_ += each.meant;
        return true;
    }
    std::uint32_t code = 0;
    if (kind != 'u' || !hex4(code)) return false;
    if (code >= 0xDC00 && code <= 0xDFFF) return false;
    if (code >= 0xD800 && code <= 0xDBFF) {
        std::uint32_t low = 0;
        if (json_.substr(at_, 2) != "\\u") return false;
        at_ += 2;
        if (!hex4(low) || low < 0xDC00 || low > 0xDFFF) return false;
        code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
    }
    append_utf8(unescaped_, code);
    return true;
}

std::size_t JsonTokens::digits() {
    const std::size_t start = at_;
    while (is_digit(here())) ++at_;
    return at_ - start;
}

JsonTokens::Number JsonTokens::number() {
    const std::size_t start = at_;
    if (here() == '-') ++at_;
    const bool zero = here() == '0';
    const std::size_t length = zero ? 1 : digits();
    if (zero) ++at_;
    if (length == 0) return Number::None;
    bool whole = true;
    if (here() == '.') {
        whole = false;
        ++at_;
        if (digits() == 0) return Number::None;
    }
    if (here() == 'e' || here() == 'E') {
        whole = false;
        ++at_;
        if (here() == '+' || here() == '-') ++at_;
        if (digits() == 0) return Number::None;
    }
    written_ = json_.substr(start, at_ - start);
    return valued(whole);
}

JsonTokens::Number JsonTokens::valued(bool whole) {
    const char* const end = written_.data() + written_.size();
    if (whole && written_.front() != '-') {
        const auto read = std::from_chars(written_.data(), end, number_);
        if (read.ec == std::errc{}) return Number::Unsigned;
    } else if (whole) {
        std::int64_t negative = 0;
        const auto read = std::from_chars(written_.data(), end, negative);
        number_ = static_cast<std::uint64_t>(negative);
        if (read.ec == std::errc{}) return Number::Integer;
    }
    // As nlohmann's parser reads it: a value too small is 0, one too large is refused.
    real_ = std::strtod(std::string{written_}.c_str(), nullptr);
    return std::isfinite(real_) ? Number::Float : Number::None;
}

}  // namespace pbxlab::harness
