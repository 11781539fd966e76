// What a line offers at all, and now.
#include <array>

#include "lines/capabilities.h"
#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

// What can be done with an address or line apart from making calls.
constexpr std::uint32_t kForwards =
    LINEADDRFEATURE_FORWARD | LINEADDRFEATURE_FORWARDFWD | LINEADDRFEATURE_FORWARDDND;
constexpr std::uint32_t kAddressAlways = kForwards | LINEADDRFEATURE_SETTERMINAL;
constexpr std::uint32_t kLineForwards =
    LINEFEATURE_FORWARD | LINEFEATURE_FORWARDFWD | LINEFEATURE_FORWARDDND;
constexpr std::uint32_t kLineAlways =
    kLineForwards | LINEFEATURE_SETTERMINAL | LINEFEATURE_SETDEVSTATUS;

constexpr std::uint32_t kUnheardAfterDialling = LINECALLSTATE_PROCEEDING | LINECALLSTATE_RINGBACK |
                                                LINECALLSTATE_BUSY | LINECALLSTATE_SPECIALINFO;

constexpr std::uint32_t kAddressFeatures =
    LINEADDRFEATURE_MAKECALL | LINEADDRFEATURE_UNPARK | LINEADDRFEATURE_PICKUP | kPickupKinds;

// Where conferences start from a line (LINEADDRCAPFLAGS_SETUPCONFNULL).
std::uint32_t conference_feature(const Profile& profile) {
    return profile.setup_conf_null ? LINEADDRFEATURE_SETUPCONF : 0;
}

}  // namespace

Profile without_empty_offers(const Profile& given) {
    struct Means {
        std::uint32_t Profile::*offers;
        std::uint32_t offer;
        std::uint32_t Profile::*means;
    };
    static constexpr auto kCall = &Profile::call_features;
    static constexpr std::array kMeans = {
        Means{kCall, LINECALLFEATURE_PARK, &Profile::park_modes},
        Means{kCall, LINECALLFEATURE_COMPLETETRANSF, &Profile::transfer_modes},
        Means{kCall, LINECALLFEATURE_COMPLETECALL, &Profile::completion_modes},
        Means{kCall, LINECALLFEATURE_COMPLETECALL, &Profile::completion_conds},
        Means{kCall, LINECALLFEATURE_GENERATEDIGITS, &Profile::generate_digit_modes},
        Means{kCall, LINECALLFEATURE_GENERATETONE, &Profile::generate_tone_modes},
        Means{kCall, LINECALLFEATURE_MONITORDIGITS, &Profile::monitor_digit_modes},
        Means{kCall, LINECALLFEATURE_GATHERDIGITS, &Profile::monitor_digit_modes},
        Means{kCall, LINECALLFEATURE_MONITORTONES, &Profile::monitor_tone_entries},
        Means{kCall, LINECALLFEATURE_MONITORTONES, &Profile::monitor_tone_freqs},
        Means{kCall, LINECALLFEATURE_SENDUSERUSER, &Profile::uui_send_size},
        Means{kCall, LINECALLFEATURE_SETCALLDATA, &Profile::call_data_size},
        Means{kCall, LINECALLFEATURE_SETTERMINAL, &Profile::terminals},
        Means{kCall, LINECALLFEATURE_SETTERMINAL, &Profile::terminal_modes},
        Means{&Profile::address_features, LINEADDRFEATURE_SETTERMINAL, &Profile::terminals},
        Means{&Profile::address_features, LINEADDRFEATURE_SETTERMINAL, &Profile::terminal_modes},
        Means{&Profile::line_features, LINEFEATURE_SETTERMINAL, &Profile::terminals},
        Means{&Profile::line_features, LINEFEATURE_SETTERMINAL, &Profile::terminal_modes},
        Means{&Profile::address_features, kForwards, &Profile::forward_modes},
        Means{&Profile::line_features, kLineForwards, &Profile::forward_modes},
    };
    Profile profile = given;
    if (profile.completion_messages == 0)
        profile.completion_modes &= ~std::uint32_t{LINECALLCOMPLMODE_MESSAGE};
    if (!profile.message_waiting) profile.line_features &= ~std::uint32_t{LINEFEATURE_SETDEVSTATUS};
    for (const Means& row : kMeans) {
        if (profile.*row.means == 0) profile.*row.offers &= ~row.offer;
    }
    return profile;
}

bool offers_conference(const Profile& profile) {
    return profile.setup_conf_null ? (profile.address_features & LINEADDRFEATURE_SETUPCONF) != 0
                                   : (profile.call_features & LINECALLFEATURE_SETUPCONF) != 0;
}

bool transfers_into_conference(const Profile& profile) {
    return (profile.call_features & LINECALLFEATURE_COMPLETETRANSF) != 0 &&
           (profile.transfer_modes & LINETRANSFERMODE_CONFERENCE) != 0;
}

std::uint32_t reportable_states(const Profile& profile) {
    constexpr std::uint32_t kAlways = LINECALLSTATE_IDLE | LINECALLSTATE_OFFERING |
                                      LINECALLSTATE_ACCEPTED | LINECALLSTATE_CONNECTED |
                                      LINECALLSTATE_ONHOLD | LINECALLSTATE_UNKNOWN;
    const bool consults = (profile.call_features & LINECALLFEATURE_SETUPTRANSFER) != 0;
    const std::uint32_t states = kAlways | profile.outbound_states | profile.reported_states |
                                 (consults ? LINECALLSTATE_ONHOLDPENDTRANSFER : 0) |
                                 (offers_conference(profile) ? LINECALLSTATE_ONHOLDPENDCONF : 0) |
                                 (offers_conference(profile) || transfers_into_conference(profile)
                                      ? LINECALLSTATE_CONFERENCED
                                      : 0);
    return profile.connect_on_dial_end ? states & ~kUnheardAfterDialling : states;
}

// Where no request to finish a call can be outstanding there is no completion of calls, and nothing
// to cancel (lineaddresscaps: dwMaxCallCompletions, dwRemoveFromConfCaps).
InVain offered_in_vain(const pbx::Policy& policy) {
    struct Lack {
        bool (*there)(const pbx::Policy& policy);
        InVain offers;
    };
    static constexpr std::array kLacks = {
        Lack{[](const pbx::Policy& p) { return p.max_completions == 0; },
             {LINECALLFEATURE_COMPLETECALL, LINEADDRFEATURE_UNCOMPLETECALL}},
        Lack{[](const pbx::Policy& p) { return p.remove_party == pbx::RemoveParty::Nobody; },
             {LINECALLFEATURE_REMOVEFROMCONF, 0}},
    };
    InVain all;
    for (const Lack& row : kLacks) {
        if (!row.there(policy)) continue;
        all.call_features |= row.offers.call_features;
        all.address_features |= row.offers.address_features;
    }
    return all;
}

std::uint32_t offered_call_features(const Profile& profile, const pbx::Policy& policy) {
    std::uint32_t bits = 0;
    for (const Operation& entry : operations()) bits |= entry.call_feature;
    return bits & profile.call_features & ~offered_in_vain(policy).call_features;
}

std::uint32_t refinements(const Profile& profile, std::uint32_t features) {
    // A variant of an operation; it needs the mode, where it is one.
    struct Refinement {
        std::uint32_t feature2, of;
        std::uint32_t Profile::*modes = nullptr;
        std::uint32_t mode = 0;
    };
    static constexpr std::array kRefinements = {
        Refinement{LINECALLFEATURE2_ONESTEPTRANSFER, LINECALLFEATURE_SETUPTRANSFER},
        Refinement{LINECALLFEATURE2_NOHOLDCONFERENCE, LINECALLFEATURE_SETUPCONF},
        Refinement{LINECALLFEATURE2_NOHOLDCONFERENCE, LINECALLFEATURE_PREPAREADDCONF},
        Refinement{LINECALLFEATURE2_PARKDIRECT, LINECALLFEATURE_PARK, &Profile::park_modes,
                   LINEPARKMODE_DIRECTED},
        Refinement{LINECALLFEATURE2_PARKNONDIRECT, LINECALLFEATURE_PARK, &Profile::park_modes,
                   LINEPARKMODE_NONDIRECTED},
        Refinement{LINECALLFEATURE2_TRANSFERNORM, LINECALLFEATURE_COMPLETETRANSF,
                   &Profile::transfer_modes, LINETRANSFERMODE_TRANSFER},
        Refinement{LINECALLFEATURE2_TRANSFERCONF, LINECALLFEATURE_COMPLETETRANSF,
                   &Profile::transfer_modes, LINETRANSFERMODE_CONFERENCE},
        Refinement{LINECALLFEATURE2_COMPLCAMPON, LINECALLFEATURE_COMPLETECALL,
                   &Profile::completion_modes, LINECALLCOMPLMODE_CAMPON},
        Refinement{LINECALLFEATURE2_COMPLCALLBACK, LINECALLFEATURE_COMPLETECALL,
                   &Profile::completion_modes, LINECALLCOMPLMODE_CALLBACK},
        Refinement{LINECALLFEATURE2_COMPLINTRUDE, LINECALLFEATURE_COMPLETECALL,
                   &Profile::completion_modes, LINECALLCOMPLMODE_INTRUDE},
        Refinement{LINECALLFEATURE2_COMPLMESSAGE, LINECALLFEATURE_COMPLETECALL,
                   &Profile::completion_modes, LINECALLCOMPLMODE_MESSAGE},
    };
    std::uint32_t bits = 0;
    for (const Refinement& row : kRefinements) {
        const bool has_mode = row.modes == nullptr || (profile.*row.modes & row.mode) != 0;
        if (has_mode && (features & row.of) != 0) bits |= row.feature2;
    }
    return bits & profile.call_features2;
}

std::uint32_t offered_address_features(const Profile& profile, const pbx::Policy& policy,
                                       bool looks_only) {
    constexpr std::uint32_t kWithCalls = kAddressFeatures | LINEADDRFEATURE_UNCOMPLETECALL;
    return profile.address_features & ~offered_in_vain(policy).address_features &
           (kAddressAlways | (looks_only ? 0 : kWithCalls | conference_feature(profile)));
}

std::uint32_t offered_line_features(const Profile& profile) {
    return profile.line_features & (LINEFEATURE_MAKECALL | kLineAlways);
}

std::uint32_t address_features_now(const Core& core, const Device& device,
                                   std::uint32_t address_id) {
    if (!device.usable() || !core.serves(device, address_id)) return 0;
    const pbx::AddressId address = core.address_of(device, address_id);
    const std::uint32_t with_room =
        core.exchange.has_free_appearance(address)
            ? kAddressFeatures | conference_feature(core.profile(device))
            : 0;
    const std::uint32_t with_completions =
        core.exchange.completion_count(address) != 0 ? LINEADDRFEATURE_UNCOMPLETECALL : 0;
    return core.profile(device).address_features & (kAddressAlways | with_room | with_completions);
}

std::uint32_t line_features_now(const Core& core, const Device& device) {
    if (!device.usable()) return 0;
    std::uint32_t features = kLineAlways;
    for (std::uint32_t i = 0; i < device.addresses.size(); ++i) {
        if ((address_features_now(core, device, i) & LINEADDRFEATURE_MAKECALL) != 0)
            features |= LINEFEATURE_MAKECALL;
    }
    return core.profile(device).line_features & features;
}

}  // namespace pbxlab::lines
