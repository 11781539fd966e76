#include "harness/conditions.h"

#include <fmt/format.h>

#include "harness/condition_rows.h"
#include "harness/event_words.h"
#include "harness/run.h"
#include "harness/tapi3_conditions.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

// What goes to the terminal that is looked at; nothing where there is no such terminal.
void unmet_routes(const Conditions& wanted, const std::vector<std::uint32_t>& routes,
                  std::vector<std::string>& texts) {
    const std::uint32_t terminal = wanted.terminal.value_or(0);
    if (terminal >= routes.size()) {
        texts.push_back(fmt::format("there is no terminal {}", terminal));
    } else if (routes[terminal] != *wanted.terminal_modes) {
        texts.push_back(fmt::format("terminalModes is {}, not {}",
                                    bits_text("LINETERMMODE", routes[terminal]),
                                    bits_text("LINETERMMODE", *wanted.terminal_modes)));
    }
}

void unmet_terminal(const Conditions& wanted, Snapshot& snapshot, std::vector<std::string>& texts) {
    if (wanted.terminal_modes)
        unmet_routes(
            wanted,
            wanted.address_id ? snapshot.address().terminal_modes : snapshot.line().terminal_modes,
            texts);
    if (!wanted.terminal_device && !wanted.terminal_takes) return;
    const auto& all = snapshot.dev_caps().terminals;
    const std::uint32_t terminal = wanted.terminal.value_or(0);
    const lines::TermCaps is = terminal < all.size() ? all[terminal] : lines::TermCaps{};
    const auto compare = [&texts](std::string_view word, std::string_view group,
                                  const std::optional<std::uint32_t>& asked, std::uint32_t now) {
        if (asked && *asked != now)
            texts.push_back(fmt::format("{} is {}, not {}", word, bits_text(group, now),
                                        bits_text(group, *asked)));
    };
    compare("terminalDevice", "LINETERMDEV", wanted.terminal_device, is.term_dev);
    compare("terminalTakes", "LINETERMMODE", wanted.terminal_takes, is.term_modes);
}

// When something could not be read, that alone says enough.
std::vector<std::string> readable(const Snapshot& snapshot, std::vector<std::string> texts) {
    if (snapshot.error() == 0) return texts;
    return {"it cannot be looked at: " + lines::error_name(snapshot.error())};
}

void unmet_state(const Conditions& wanted, Snapshot& snapshot, std::vector<std::string>& texts) {
    if (!wanted.state) return;
    const lines::CallStatus& now = snapshot.status();
    if (is_state(*wanted.state, now.call_state, now.call_state_mode)) return;
    texts.push_back(fmt::format("state is {}, not {}",
                                state_text(plain_state(now.call_state), now.call_state_mode),
                                state_text(*wanted.state)));
}

// `own` is the id of the call that is to be that of the other.
void unmet_call_id(Run& run, std::string_view word, const Text& name, std::uint32_t own,
                   std::vector<std::string>& texts) {
    const std::uint32_t other = run.log.find(name.value);
    if (other == kNone) {
        texts.push_back("there is no call named " + name.value);
        return;
    }
    std::string error;
    const std::uint32_t its = call_id_of(run, other, error);
    if (!error.empty()) {
        texts.push_back(error);
    } else if (own != its) {
        texts.push_back(
            fmt::format("its {} is {}, the call id of {} is {}", word, own, name.value, its));
    }
}

std::vector<std::string> unmet_by_handle(Run& run, const Conditions& wanted, Snapshot& snapshot) {
    std::vector<std::string> texts;
    unmet_state(wanted, snapshot, texts);
    for (std::string& text : unmet_rows(wanted, On::Call, snapshot))
        texts.push_back(std::move(text));
    if (wanted.terminal_modes) unmet_routes(wanted, snapshot.info().terminal_modes, texts);
    if (wanted.same_call_id_as)
        unmet_call_id(run, "call id", *wanted.same_call_id_as, snapshot.info().call_id, texts);
    if (wanted.related_to)
        unmet_call_id(run, "related call id", *wanted.related_to, snapshot.info().related_call_id,
                      texts);
    return readable(snapshot, std::move(texts));
}

// Counts are those of the line; of one address when it is named.
void unmet_counts(const Conditions& wanted, Snapshot& snapshot, std::vector<std::string>& texts) {
    const auto compare = [&texts](std::string_view word, const std::optional<std::uint32_t>& asked,
                                  std::uint32_t now) {
        if (asked && *asked != now)
            texts.push_back(fmt::format("{} is {}, not {}", word, now, *asked));
    };
    if (!wanted.active_calls && !wanted.held_calls && !wanted.pending_calls) return;
    const bool of_address = wanted.address_id.has_value();
    compare("activeCalls", wanted.active_calls,
            of_address ? snapshot.address().num_active_calls : snapshot.line().num_active_calls);
    compare("heldCalls", wanted.held_calls,
            of_address ? snapshot.address().num_on_hold_calls : snapshot.line().num_on_hold_calls);
    compare("pendingCalls", wanted.pending_calls,
            of_address ? snapshot.address().num_on_hold_pend_calls
                       : snapshot.line().num_on_hold_pend_calls);
}

void unmet_service(const Conditions& wanted, Snapshot& snapshot, std::vector<std::string>& texts) {
    if (!wanted.in_service) return;
    const bool now = (snapshot.line().dev_status_flags & lines::LINEDEVSTATUSFLAGS_INSERVICE) != 0;
    if (now != *wanted.in_service)
        texts.push_back(fmt::format("inService is {}, not {}", now, !now));
}

// What a message itself says of bits, of an address and of a privilege; nothing where it says none.
struct Said {
    std::optional<std::uint32_t> bits, count, privilege, address_id;
    std::string_view group;
    std::optional<std::uint32_t> app_specific, media;
    std::optional<std::string> digits;
};
Said said(const Entry& entry) {
    const lines::Message& message = entry.message;
    switch (message.id) {
        case lines::LINE_MONITORDIGITS:
            return {.bits = message.param2,
                    .group = "LINEDIGITMODE",
                    .digits = std::string(1, static_cast<char>(message.param1))};
        case lines::LINE_GATHERDIGITS:
            return {.bits = message.param1, .group = "LINEGATHERTERM", .digits = entry.digits};
        case lines::LINE_GENERATE: return {.bits = message.param1, .group = "LINEGENERATETERM"};
        case lines::LINE_MONITORTONE: return {.app_specific = message.param1};
        case lines::LINE_MONITORMEDIA: return {.media = message.param1};
        case lines::LINE_CALLSTATE: return {.privilege = message.param3};
        case lines::LINE_CALLINFO: return {.bits = message.param1, .group = "LINECALLINFOSTATE"};
        case lines::LINE_LINEDEVSTATE:
            // A REINIT that stands for another change names it.
            if ((message.param1 & lines::LINEDEVSTATE_REINIT) != 0 &&
                message.param2 == lines::LINE_LINEDEVSTATE)
                return {.bits = message.param1 | message.param3, .group = "LINEDEVSTATE"};
            return {.bits = message.param1, .count = message.param3, .group = "LINEDEVSTATE"};
        case lines::LINE_ADDRESSSTATE:
            return {
                .bits = message.param2, .address_id = message.param1, .group = "LINEADDRESSSTATE"};
        case lines::LINE_APPNEWCALL:
            return {.privilege = message.param3, .address_id = message.param1};
        default: return {};
    }
}

// Checks what the message says itself and takes it out of what is left to be looked up.
void unmet_said(Conditions& wanted, const Said& told, std::vector<std::string>& texts) {
    const auto settle = [&texts](NumberRow row, Conditions& all,
                                 const std::optional<std::uint32_t>& now) {
        std::optional<std::uint32_t>& asked = all.*row.wanted;
        if (!asked || !now) return;
        if (!holds(row.how, *asked, *now)) texts.push_back(unmet_text(row, *asked, *now));
        asked.reset();
    };
    settle({"bits", &Conditions::bits, On::Message, How::AllOf, told.group, true, nullptr}, wanted,
           told.bits);
    settle({"count", &Conditions::count, On::Message, How::Equal, "", false, nullptr}, wanted,
           told.count);
    settle({"privilege", &Conditions::privilege, On::Message, How::Equal, "LINECALLPRIVILEGE", true,
            nullptr},
           wanted, told.privilege);
    settle({"addressId", &Conditions::address_id, On::Message, How::Equal, "", false, nullptr},
           wanted, told.address_id);
    settle({"appSpecific", &Conditions::app_specific, On::Message, How::Equal, "", false, nullptr},
           wanted, told.app_specific);
    settle({"media", &Conditions::media, On::Message, How::Equal, "LINEMEDIAMODE", true, nullptr},
           wanted, told.media);
    if (wanted.digits && told.digits && wanted.digits->value != *told.digits)
        texts.push_back(
            fmt::format("the digits are \"{}\", not \"{}\"", *told.digits, wanted.digits->value));
}

}  // namespace

std::vector<std::string> unmet_by_call(Run& run, const Conditions& wanted, std::uint32_t call) {
    const CallRecord& record = run.log.calls()[call];
    if (run.world.seats()[record.seat].is_tapi3()) return unmet_by_object(run, wanted, call);
    Snapshot snapshot = Snapshot::of_call(run, record.seat, record.handle);
    return unmet_by_handle(run, wanted, snapshot);
}

std::vector<std::string> unmet_by_line(Run& run, const Conditions& wanted, std::uint32_t seat,
                                       std::uint32_t device) {
    if (run.world.seats()[seat].is_tapi3())
        return {"an application of TAPI 3 looks at lines by its methods, such as get_State"};
    Snapshot snapshot = Snapshot::of_line(run, seat, device, wanted.address_id.value_or(0));
    std::vector<std::string> texts = unmet_rows(wanted, On::Line, snapshot);
    unmet_counts(wanted, snapshot, texts);
    unmet_service(wanted, snapshot, texts);
    unmet_terminal(wanted, snapshot, texts);
    return readable(snapshot, std::move(texts));
}

std::vector<std::string> unmet_by_message(Run& run, const Conditions& wanted, const Entry& entry) {
    if (entry.event) return unmet_by_event(run, wanted, entry);
    std::vector<std::string> texts;
    Conditions left = wanted;
    unmet_said(left, said(entry), texts);
    if (entry.call != kNone) {
        const CallRecord& record = run.log.calls()[entry.call];
        Snapshot snapshot = Snapshot::of_call(run, record.seat, record.handle);
        for (std::string& text : unmet_by_handle(run, left, snapshot))
            texts.push_back(std::move(text));
    } else if (entry.device != kNone) {
        for (std::string& text : unmet_by_line(run, left, entry.seat, entry.device)) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

std::vector<std::string> conditions_text(const Conditions& wanted, std::string_view group) {
    std::vector<std::string> texts;
    if (wanted.state) texts.push_back("state " + state_text(*wanted.state));
    for (const NumberRow& row : number_rows()) {
        const std::optional<std::uint32_t>& asked = wanted.*row.wanted;
        if (asked) texts.push_back(fmt::format("{} {}", row.word, value_text(row, *asked)));
    }
    for (const TextRow& row : text_rows()) {
        const std::optional<Text>& asked = wanted.*row.wanted;
        if (asked) texts.push_back(fmt::format("{} \"{}\"", row.word, asked->value));
    }
    if (wanted.media_types)
        texts.push_back("media " + bits_text("TAPIMEDIATYPE", *wanted.media_types));
    if (wanted.call_privilege)
        texts.push_back("privilege " + constant_text("CALL_PRIVILEGE", *wanted.call_privilege));
    if (wanted.hub_calls) texts.push_back(fmt::format("hubCalls {}", *wanted.hub_calls));
    if (wanted.instance) texts.push_back(fmt::format("instance {}", *wanted.instance));
    if (wanted.bits) texts.push_back("bits " + bits_text(group, *wanted.bits));
    if (wanted.count) texts.push_back(fmt::format("count {}", *wanted.count));
    if (wanted.digits) texts.push_back(fmt::format("digits \"{}\"", wanted.digits->value));
    return texts;
}

}  // namespace pbxlab::harness
