// The conditions of `check`, and of what an `expect` matched: one table says for each word where
// its value is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/message_log.h"
#include "harness/scenario.h"
#include "lines/structures.h"

namespace pbxlab::harness {

class Run;

// How a call, or a line, stands at this instant, through the eyes of one application. Each
// structure is read when it is first asked for; error() is the first refusal of a read.
class Snapshot {
 public:
    static Snapshot of_call(Run& run, std::uint32_t seat, lines::HCall call);
    static Snapshot of_line(Run& run, std::uint32_t seat, std::uint32_t device,
                            std::uint32_t address_id);

    const lines::CallInfo& info();
    const lines::CallStatus& status();
    const lines::AddressStatus& address();
    const lines::LineDevStatus& line();
    const lines::AddressCaps& address_caps();
    const lines::DevCaps& dev_caps();
    [[nodiscard]] lines::LineResult error() const { return error_; }

 private:
    Snapshot(Run& run, std::uint32_t seat) : run_{&run}, seat_{seat} {}
    lines::Application& app();
    lines::HLine handle();
    std::uint32_t version();
    void keep_error(lines::LineResult result);

    Run* run_;
    std::uint32_t seat_;
    lines::HCall call_{};
    std::uint32_t device_ = kNone, address_id_ = 0;
    lines::LineResult error_ = 0;
    std::optional<lines::CallInfo> info_;
    std::optional<lines::CallStatus> status_;
    std::optional<lines::AddressStatus> address_;
    std::optional<lines::LineDevStatus> line_;
    std::optional<lines::AddressCaps> address_caps_;
    std::optional<lines::DevCaps> dev_caps_;
};

// The conditions that do not hold, each as "reason is direct, not transfer"; empty when all hold.
[[nodiscard]] std::vector<std::string> unmet_by_call(Run& run, const Conditions& wanted,
                                                     std::uint32_t call);
[[nodiscard]] std::vector<std::string> unmet_by_line(Run& run, const Conditions& wanted,
                                                     std::uint32_t seat, std::uint32_t device);
// Those of an expect: bits, count, privilege and address of a message stand in it; the rest is
// looked up.
[[nodiscard]] std::vector<std::string> unmet_by_message(Run& run, const Conditions& wanted,
                                                        const Entry& entry);

// Each condition in the words of a scenario: "callerId 1001". `group` is that of the bits of a
// message.
[[nodiscard]] std::vector<std::string> conditions_text(const Conditions& wanted,
                                                       std::string_view group);

}  // namespace pbxlab::harness
