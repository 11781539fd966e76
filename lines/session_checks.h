// Conditions that guard rows name on sessions: versions, opening a line, what an application wants
// to be told, and whether lines and messages are there (lines/checks.cpp has the rest).
// Internal to lines/.
#pragma once

#include "lines/guards.h"

namespace pbxlab::lines {

[[nodiscard]] bool no_proxy(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool device_id(const Subject& s, std::uint32_t other_value);
[[nodiscard]] bool api_version(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool ext_version(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool init_option(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool app_name(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool privilege_select(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool open_media(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool open_address(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool mapper(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool select(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool privilege(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool dev_status_flags(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool dev_status_settable(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool status_line_bits(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool status_address_bits(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool queue_not_empty(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool present(const Subject& s, std::uint32_t argument);
[[nodiscard]] bool no_reinit(const Subject& s, std::uint32_t argument);

}  // namespace pbxlab::lines
