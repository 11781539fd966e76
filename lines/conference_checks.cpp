#include "lines/conference_checks.h"

#include "lines/new_call.h"
#include "lines/transfer_checks.h"

namespace pbxlab::lines {

namespace {

bool lacks_room(pbx::Refusal refusal) {
    return refusal == pbx::Refusal::HoldFull || refusal == pbx::Refusal::NoAppearance;
}

pbx::Refusal confer_refusal(const Subject& s) {
    const pbx::ConnectionId first = s.leg != nullptr ? s.leg->connection : pbx::ConnectionId{};
    return s.core.exchange.check_confer(first, consultation_address(s), holds_nobody(s));
}

pbx::Refusal add_refusal(const Subject& s) {
    return s.core.exchange.check_add_party(s.leg->connection, s.other_leg->connection);
}

pbx::Refusal remove_refusal(const Subject& s) {
    return s.core.exchange.check_remove_party(s.leg->connection);
}

// The call was made to be added to this very conference.
bool is_its_consultation(const Subject& s) {
    const pbx::Connection* conference = s.core.exchange.find(s.leg->connection);
    return conference != nullptr && s.other_leg->connection.valid() &&
           conference->partner == s.other_leg->connection;
}

// The address has a largest conference; what the application expects must fit, too.
bool fits_expected(const Subject& s) {
    const pbx::AddressId id = s.leg != nullptr ? s.core.address_of(*s.line_device, s.leg->address)
                                               : consultation_address(s);
    return !id.valid() || s.other_value <= s.core.exchange.address(id).spec->max_conference;
}

}  // namespace

bool holds_nobody(const Subject& s) {
    return s.params != nullptr &&
           (s.params->call_param_flags & LINECALLPARAMFLAGS_NOHOLDCONFERENCE) != 0;
}

bool conference_line(const Subject& s, std::uint32_t) {
    if (s.call == kNoCall) return s.open != nullptr;
    return s.leg == nullptr || !s.profile().setup_conf_null;
}
bool conference_call(const Subject& s, std::uint32_t) {
    return s.call == kNoCall ? s.profile().setup_conf_null : s.handle != nullptr;
}
bool is_conference(const Subject& s, std::uint32_t) {
    return s.leg->origin == LINECALLORIGIN_CONFERENCE;
}
bool conference_offered(const Subject& s, std::uint32_t) {
    const Profile& profile = s.profile();
    return s.leg != nullptr ? (profile.call_features & LINECALLFEATURE_SETUPCONF) != 0
                            : (profile.address_features & LINEADDRFEATURE_SETUPCONF) != 0;
}
bool conference_state(const Subject& s, std::uint32_t states) {
    if (s.leg == nullptr) return true;
    return (s.leg->state & states) != 0 && confer_refusal(s) != pbx::Refusal::WrongState;
}
bool conference_place(const Subject& s, std::uint32_t) {
    return fits_expected(s) && confer_refusal(s) != pbx::Refusal::TooMany;
}
bool conference_hold(const Subject& s, std::uint32_t) {
    return confer_refusal(s) != pbx::Refusal::HoldFull;
}
bool conference_room(const Subject& s, std::uint32_t) {
    return confer_refusal(s) != pbx::Refusal::NoAppearance;
}

bool addable(const Subject& s, std::uint32_t) {
    const Leg& other = *s.other_leg;
    if (other.origin == LINECALLORIGIN_CONFERENCE || other.state == LINECALLSTATE_CONFERENCED)
        return false;
    const Profile& profile = s.profile();
    const bool held = other.state == LINECALLSTATE_ONHOLD;
    return is_its_consultation(s) || (held ? profile.conference_held : profile.conference_make);
}
bool add_place(const Subject& s, std::uint32_t) { return add_refusal(s) != pbx::Refusal::TooMany; }
bool add_state(const Subject& s, std::uint32_t states) {
    const pbx::Refusal refusal = add_refusal(s);
    return (s.other_leg->state & states) != 0 && refusal != pbx::Refusal::WrongState &&
           refusal != pbx::Refusal::OtherActive;
}
bool add_room(const Subject& s, std::uint32_t) { return !lacks_room(add_refusal(s)); }

bool remove_state(const Subject& s, std::uint32_t states) {
    return (s.leg->state & states) != 0 && remove_refusal(s) != pbx::Refusal::WrongState;
}
bool remove_room(const Subject& s, std::uint32_t) { return !lacks_room(remove_refusal(s)); }

bool not_conference(const Subject& s, std::uint32_t) {
    return s.leg == nullptr || !is_conference(s, 0);
}
bool in_conference(const Subject& s, std::uint32_t) {
    return is_conference(s, 0) || s.leg->state == LINECALLSTATE_CONFERENCED;
}

bool transfer_conference(const Subject& s, std::uint32_t) {
    if (s.value != LINETRANSFERMODE_CONFERENCE) return true;
    const pbx::Refusal refusal = transfer_refusal(s);
    return refusal != pbx::Refusal::TooMany && !lacks_room(refusal);
}

}  // namespace pbxlab::lines
