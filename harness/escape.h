// Text put into JSON and XML safely, whatever bytes it holds: what is not UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace pbxlab::harness {

// Appends `text` as the inside of a JSON string (RFC 8259, section 7), without the quotation marks.
void append_json(std::string& out, std::string_view text);

// Whether that is the text as it stands, and it is ASCII; a quick look.
[[nodiscard]] bool is_plain_json(std::string_view text);

// Appends `text` with its control characters as in JSON ("\n", "\u0007"): it can be printed, and
// texts stay as different as they were, but for backslashes of their own.
void append_printable(std::string& out, std::string_view text);

// Appends `text` as XML 1.0 character data that is also safe in an attribute; characters XML cannot
// hold become U+FFFD, and line breaks and tabs in attributes are kept by character references.
enum class XmlPlace { Body, Attribute };
void append_xml(std::string& out, std::string_view text, XmlPlace place);

// `text` for one line of a terminal: control characters and what is not UTF-8 become U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace pbxlab::harness
