// lineGetDevCaps and lineGetAddressCaps (reference: tapi2-operations 1.6 and 2).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

DevCaps dev_caps(const OfficeSpec& spec, std::uint32_t version = kTapi22) {
    Office office{spec};
    DevCaps caps;
    EXPECT_EQ(outcome(office.application().get_dev_caps(0, version, 0, &caps)), "ok");
    return caps;
}

AddressCaps address_caps(const OfficeSpec& spec, std::uint32_t version = kTapi22,
                         std::uint32_t address = 0) {
    Office office{spec};
    AddressCaps caps;
    EXPECT_EQ(outcome(office.application().get_address_caps(0, address, version, 0, &caps)), "ok");
    return caps;
}

TEST(DevCaps, TellWhatTheLineHas) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    const DevCaps caps = dev_caps(spec);
    EXPECT_EQ(caps.line_name, "line 1");
    EXPECT_EQ(caps.num_addresses, 2U);
    EXPECT_EQ(caps.max_num_active_calls, 4U);
    EXPECT_EQ(caps.permanent_line_id, 1U);
    EXPECT_EQ(caps.address_modes, LINEADDRESSMODE_ADDRESSID | LINEADDRESSMODE_DIALABLEADDR);
    EXPECT_EQ(bit_words("LINEFEATURE", caps.line_features),
              "FORWARD|MAKECALL|SETDEVSTATUS|FORWARDFWD|FORWARDDND");
    EXPECT_EQ(caps.answer_mode, LINEANSWERMODE_HOLD);
    EXPECT_EQ(caps.max_rate, 64000U);
    EXPECT_EQ(caps.uui_make_call_size, 128U);
    EXPECT_NE(caps.media_modes & LINEMEDIAMODE_INTERACTIVEVOICE, 0U);
    EXPECT_EQ(caps.dev_cap_flags & LINEDEVCAPFLAGS_CLOSEDROP, LINEDEVCAPFLAGS_CLOSEDROP);
    EXPECT_NE(caps.line_states & LINEDEVSTATE_RINGING, 0U);
}

TEST(DevCaps, FollowTheProfile) {
    Profile profile;
    profile.drop_on_close = profile.dial_quiet = profile.reports_inservice = false;
    profile.reports_numcalls = false;
    profile.line_features = 0;
    profile.uui_drop_size = 5;
    const DevCaps caps = dev_caps(with(profile));
    EXPECT_EQ(caps.dev_cap_flags, LINEDEVCAPFLAGS_CROSSADDRCONF | LINEDEVCAPFLAGS_DIALBILLING |
                                      LINEDEVCAPFLAGS_DIALDIALTONE);
    EXPECT_EQ(caps.line_features, 0U);
    EXPECT_EQ(caps.uui_drop_size, 5U);
    EXPECT_EQ(caps.line_states & (LINEDEVSTATE_NUMCALLS | LINEDEVSTATE_INSERVICE), 0U);
    pbx::Policy policy;
    policy.on_answer = pbx::OnAnswer::DropActive;
    EXPECT_EQ(dev_caps(with(policy)).answer_mode, LINEANSWERMODE_DROP);
    policy.on_answer = pbx::OnAnswer::LeaveActive;
    EXPECT_EQ(dev_caps(with(policy)).answer_mode, LINEANSWERMODE_NONE);
}

TEST(DevCaps, LineFeaturesCameWithVersion14) {
    EXPECT_EQ(dev_caps({}, kTapi13).line_features, 0U);
    EXPECT_NE(dev_caps({}, kTapi14).line_features & LINEFEATURE_MAKECALL, 0U);
}

TEST(DevCaps, HaveTheFixedSizeOfTheVersion) {
    Office office;
    Application& app = office.application();
    using Row = std::pair<std::uint32_t, std::uint32_t>;
    for (const auto& [version, size] : {Row{kTapi13, 236}, Row{kTapi14, 240}, Row{kTapi20, 252},
                                        Row{kTapi21, 252}, Row{kTapi22, 268}}) {
        DevCaps caps;
        caps.total_size = size - 1;
        EXPECT_EQ(outcome(app.get_dev_caps(0, version, 0, &caps)), "STRUCTURETOOSMALL");
        caps.total_size = size;
        EXPECT_EQ(outcome(app.get_dev_caps(0, version, 0, &caps)), "ok");
        EXPECT_EQ(caps.used_size, size);
        EXPECT_GT(caps.needed_size, size);
        EXPECT_EQ(caps.line_name, "");
    }
}

TEST(AddressCaps, TellWhatTheAddressHas) {
    OfficeSpec spec;
    spec.lines[0].addresses = 2;
    spec.lines[0].max_held = 3;
    const AddressCaps caps = address_caps(spec, kTapi22, 1);
    EXPECT_EQ(caps.address, "2001");
    EXPECT_EQ(caps.line_device_id, 0U);
    EXPECT_EQ(caps.max_num_active_calls, 2U);
    EXPECT_EQ(caps.max_num_on_hold_calls, 3U);
    EXPECT_EQ(caps.max_no_answer_timeout, 600U);
    EXPECT_EQ(
        bit_words("LINECALLFEATURE", caps.call_features),
        "ACCEPT|ADDTOCONF|ANSWER|BLINDTRANSFER|COMPLETECALL|COMPLETETRANSF|DIAL|DROP|GATHERDIGITS|"
        "GENERATEDIGITS|GENERATETONE|HOLD|MONITORDIGITS|MONITORMEDIA|MONITORTONES|PARK|"
        "PREPAREADDCONF|REDIRECT|REMOVEFROMCONF|SECURECALL|SENDUSERUSER|SETCALLPARAMS|"
        "SETUPCONF|SETUPTRANSFER|SWAPHOLD|UNHOLD|RELEASEUSERUSERINFO|SETTREATMENT|"
        "SETCALLDATA");
    EXPECT_EQ(bit_words("LINEADDRFEATURE", caps.address_features),
              "FORWARD|MAKECALL|PICKUP|UNCOMPLETECALL|UNPARK|PICKUPHELD|PICKUPGROUP|PICKUPDIRECT|"
              "PICKUPWAITING|"
              "FORWARDFWD|FORWARDDND");
    EXPECT_EQ(caps.forward_modes, 0xFFFFU);
    EXPECT_EQ(caps.max_forward_entries, 16U);
    EXPECT_EQ(caps.max_specific_entries, 8U);
    EXPECT_EQ(caps.min_fwd_num_rings, 1U);
    EXPECT_EQ(caps.max_fwd_num_rings, 10U);
    EXPECT_EQ(caps.address_sharing, LINEADDRESSSHARING_PRIVATE);
    EXPECT_NE(caps.addr_cap_flags & LINEADDRCAPFLAGS_PARTIALDIAL, 0U);
    EXPECT_NE(caps.connected_modes & LINECONNECTEDMODE_ACTIVEHELD, 0U);
}

TEST(AddressCaps, FollowTheProfileAndThePolicy) {
    Profile profile;
    profile.call_features = LINECALLFEATURE_DROP | LINECALLFEATURE_SETQOS;
    profile.address_features = 0;
    profile.partial_dial = profile.secure = profile.block_id = false;
    profile.remote_hold_visible = profile.reports_numcalls = false;
    profile.forward_int_ext_address = profile.forward_busy_na_address = false;
    profile.forward_status_valid = false;
    profile.forward_consult = true;
    profile.max_fwd_num_rings = 0;
    OfficeSpec spec = with(profile);
    spec.policy.accept_to_alert = spec.policy.hold_makes_new = true;
    const AddressCaps caps = address_caps(spec);
    EXPECT_EQ(caps.call_features, LINECALLFEATURE_DROP) << "what does not exist is not offered";
    EXPECT_EQ(caps.address_features, 0U);
    EXPECT_EQ(caps.addr_cap_flags, LINEADDRCAPFLAGS_DIALED | LINEADDRCAPFLAGS_AUTORECONNECT |
                                       LINEADDRCAPFLAGS_FWDCONSULT |
                                       LINEADDRCAPFLAGS_ACCEPTTOALERT | LINEADDRCAPFLAGS_CONFDROP |
                                       LINEADDRCAPFLAGS_HOLDMAKESNEW);
    EXPECT_EQ(caps.connected_modes, LINECONNECTEDMODE_ACTIVE);
    EXPECT_EQ(caps.address_states, LINEADDRESSSTATE_FORWARD | LINEADDRESSSTATE_OTHER |
                                       LINEADDRESSSTATE_CAPSCHANGE | LINEADDRESSSTATE_INUSEZERO |
                                       LINEADDRESSSTATE_INUSEONE);
}

TEST(AddressCaps, OfferNoCompletionWhereNoRequestCanBeOutstanding) {  // lineaddresscaps
    OfficeSpec spec;
    const AddressCaps usual = address_caps(spec);
    EXPECT_NE(usual.call_features & LINECALLFEATURE_COMPLETECALL, 0U);
    EXPECT_NE(usual.address_features & LINEADDRFEATURE_UNCOMPLETECALL, 0U);
    EXPECT_NE(usual.addr_cap_flags & LINEADDRCAPFLAGS_COMPLETIONID, 0U);
    spec.policy.max_completions = 0;
    const AddressCaps caps = address_caps(spec);
    constexpr std::uint32_t kFinishes =
        LINECALLFEATURE2_COMPLCAMPON | LINECALLFEATURE2_COMPLCALLBACK |
        LINECALLFEATURE2_COMPLINTRUDE | LINECALLFEATURE2_COMPLMESSAGE;
    EXPECT_EQ(caps.call_features & LINECALLFEATURE_COMPLETECALL, 0U);
    EXPECT_EQ(caps.call_features2 & kFinishes, 0U);
    EXPECT_EQ(caps.address_features & LINEADDRFEATURE_UNCOMPLETECALL, 0U);
    EXPECT_EQ(caps.addr_cap_flags & LINEADDRCAPFLAGS_COMPLETIONID, 0U);
    EXPECT_EQ(caps.max_call_completions, 0U);
    EXPECT_EQ(caps.call_completion_modes | caps.call_completion_conds, 0U);
    EXPECT_EQ(caps.num_completion_messages, 0U);
}

TEST(AddressCaps, TellWhatConferencesCanBe) {  // lineaddresscaps; reference: tapi2-operations 8
    const AddressCaps caps = address_caps({});
    EXPECT_EQ(caps.max_num_conference, 6U);
    EXPECT_EQ(caps.max_num_trans_conf, 3U);
    EXPECT_EQ(caps.transfer_modes, LINETRANSFERMODE_TRANSFER | LINETRANSFERMODE_CONFERENCE);
    EXPECT_EQ(caps.remove_from_conf_caps, LINEREMOVEFROMCONF_ANY);
    EXPECT_EQ(caps.remove_from_conf_state, LINECALLSTATE_IDLE);
    constexpr std::uint32_t kRefined =
        LINECALLFEATURE2_NOHOLDCONFERENCE | LINECALLFEATURE2_TRANSFERCONF;
    EXPECT_EQ(caps.call_features2 & kRefined, kRefined);
    constexpr std::uint32_t kStates = LINECALLSTATE_CONFERENCED | LINECALLSTATE_ONHOLDPENDCONF;
    EXPECT_EQ(caps.call_states & kStates, kStates);
    EXPECT_EQ(
        caps.addr_cap_flags & (LINEADDRCAPFLAGS_SETUPCONFNULL | LINEADDRCAPFLAGS_CONFERENCEHELD |
                               LINEADDRCAPFLAGS_CONFERENCEMAKE | LINEADDRCAPFLAGS_CONFDROP),
        LINEADDRCAPFLAGS_CONFDROP);
}

TEST(AddressCaps, TellHowThisProviderConfers) {
    Profile profile;
    profile.setup_conf_null = profile.conference_held = profile.conference_make = true;
    profile.transfer_modes = LINETRANSFERMODE_TRANSFER;
    profile.call_features2 = ~LINECALLFEATURE2_NOHOLDCONFERENCE;
    OfficeSpec spec = with(profile);
    spec.policy.conference_drops = false;
    spec.policy.remove_party = pbx::RemoveParty::TheLast;
    spec.policy.removed_to = pbx::RemovedTo::Held;
    spec.lines[0].max_conference = 9;
    const AddressCaps caps = address_caps(spec);
    EXPECT_EQ(caps.max_num_conference, 9U);
    EXPECT_EQ(caps.max_num_trans_conf, 0U) << "transfers do not become conferences";
    EXPECT_EQ(caps.remove_from_conf_caps, LINEREMOVEFROMCONF_LAST);
    EXPECT_EQ(caps.remove_from_conf_state, LINECALLSTATE_ONHOLD);
    EXPECT_EQ(
        caps.call_features2 & (LINECALLFEATURE2_NOHOLDCONFERENCE | LINECALLFEATURE2_TRANSFERCONF),
        0U);
    EXPECT_NE(caps.address_features & LINEADDRFEATURE_SETUPCONF, 0U);
    EXPECT_EQ(
        caps.addr_cap_flags & (LINEADDRCAPFLAGS_SETUPCONFNULL | LINEADDRCAPFLAGS_CONFERENCEHELD |
                               LINEADDRCAPFLAGS_CONFERENCEMAKE | LINEADDRCAPFLAGS_CONFDROP),
        LINEADDRCAPFLAGS_SETUPCONFNULL | LINEADDRCAPFLAGS_CONFERENCEHELD |
            LINEADDRCAPFLAGS_CONFERENCEMAKE);
}

TEST(AddressCaps, TellThatThereAreNoConferences) {
    Profile profile;
    profile.call_features = ~(LINECALLFEATURE_SETUPCONF | LINECALLFEATURE_COMPLETETRANSF |
                              LINECALLFEATURE_REMOVEFROMCONF);
    const AddressCaps caps = address_caps(with(profile));
    EXPECT_EQ(caps.max_num_conference + caps.max_num_trans_conf, 0U);
    EXPECT_EQ(caps.remove_from_conf_caps, LINEREMOVEFROMCONF_NONE);
    EXPECT_EQ(caps.remove_from_conf_state, 0U);
    EXPECT_EQ(caps.call_states & (LINECALLSTATE_CONFERENCED | LINECALLSTATE_ONHOLDPENDCONF), 0U);
    EXPECT_EQ(dev_caps(with(profile)).dev_cap_flags & LINEDEVCAPFLAGS_CROSSADDRCONF, 0U);
}

TEST(AddressCaps, StatesAreThoseThatAreReported) {  // edge case 5
    Profile profile;
    profile.outbound_states = LINECALLSTATE_DIALING;
    EXPECT_EQ(address_caps(with(profile)).call_states &
                  (LINECALLSTATE_RINGBACK | LINECALLSTATE_PROCEEDING | LINECALLSTATE_DIALTONE),
              0U);
    Profile blind;
    blind.connect_on_dial_end = true;
    EXPECT_EQ(address_caps(with(blind)).call_states & (LINECALLSTATE_BUSY | LINECALLSTATE_RINGBACK),
              0U);
}

TEST(AddressCaps, OlderStructuresHaveNoPlaceForWhatCameLater) {
    const AddressCaps old = address_caps({}, kTapi14);
    EXPECT_EQ(old.connected_modes | old.offering_modes | old.max_no_answer_timeout |
                  old.available_media_modes,
              0U);
    EXPECT_EQ(old.disconnect_modes & LINEDISCONNECTMODE_OUTOFORDER, 0U);
    EXPECT_NE(old.disconnect_modes & LINEDISCONNECTMODE_UNKNOWN, 0U);
    EXPECT_NE(address_caps({}, kTapi20).disconnect_modes & LINEDISCONNECTMODE_OUTOFORDER, 0U);
}

TEST(AddressCaps, TellHowCallsAreFinishedLater) {
    Profile profile;
    AddressCaps caps = address_caps(with(profile));
    EXPECT_EQ(caps.max_call_completions, 4U);
    EXPECT_EQ(caps.call_completion_conds, LINECALLCOMPLCOND_BUSY | LINECALLCOMPLCOND_NOANSWER);
    EXPECT_EQ(caps.call_completion_modes, LINECALLCOMPLMODE_CAMPON | LINECALLCOMPLMODE_CALLBACK);
    EXPECT_EQ(caps.num_completion_messages, 0U) << "none can be left";
    EXPECT_NE(caps.addr_cap_flags & LINEADDRCAPFLAGS_COMPLETIONID, 0U);
    constexpr std::uint32_t kKinds = LINECALLFEATURE2_COMPLCAMPON | LINECALLFEATURE2_COMPLCALLBACK |
                                     LINECALLFEATURE2_COMPLMESSAGE;
    EXPECT_EQ(caps.call_features2 & kKinds,
              LINECALLFEATURE2_COMPLCAMPON | LINECALLFEATURE2_COMPLCALLBACK);
    profile.completion_modes = LINECALLCOMPLMODE_MESSAGE;
    profile.completion_messages = 3;
    caps = address_caps(with(profile));
    EXPECT_EQ(caps.num_completion_messages, 3U);
    EXPECT_EQ(caps.call_features2 & kKinds, LINECALLFEATURE2_COMPLMESSAGE);
    profile.call_features &= ~LINECALLFEATURE_COMPLETECALL;
    caps = address_caps(with(profile));
    EXPECT_EQ(caps.call_completion_modes, 0U);
    EXPECT_EQ(caps.max_call_completions, 0U);
    EXPECT_EQ(caps.addr_cap_flags & LINEADDRCAPFLAGS_COMPLETIONID, 0U);
    EXPECT_EQ(caps.call_features2 & kKinds, 0U);
}

TEST(AddressCaps, HaveTheFixedSizeOfTheVersion) {
    Office office;
    Application& app = office.application();
    using Row = std::pair<std::uint32_t, std::uint32_t>;
    for (const auto& [version, size] :
         {Row{kTapi13, 180}, Row{kTapi14, 180}, Row{kTapi20, 228}, Row{kTapi22, 228}}) {
        AddressCaps caps;
        caps.total_size = size - 1;
        EXPECT_EQ(outcome(app.get_address_caps(0, 0, version, 0, &caps)), "STRUCTURETOOSMALL");
        caps.total_size = size;
        EXPECT_EQ(outcome(app.get_address_caps(0, 0, version, 0, &caps)), "ok");
        EXPECT_EQ(caps.needed_size, size + 10);
        EXPECT_EQ(caps.address, "");
    }
}

TEST(Capabilities, CheckTheirArguments) {
    Office office;
    Application& app = office.application();
    DevCaps dev;
    AddressCaps address;
    EXPECT_EQ(outcome(app.get_dev_caps(3, kTapi22, 0, &dev)), "BADDEVICEID");
    EXPECT_EQ(outcome(app.get_dev_caps(LINEMAPPER, kTapi22, 0, &dev)), "BADDEVICEID");
    EXPECT_EQ(outcome(app.get_dev_caps(0, kTapi30, 0, &dev)), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(outcome(app.get_dev_caps(0, kTapi22, 1, &dev)), "INCOMPATIBLEEXTVERSION");
    EXPECT_EQ(outcome(app.get_dev_caps(0, kTapi22, 0, nullptr)), "INVALPOINTER");
    EXPECT_EQ(outcome(app.get_address_caps(3, 0, kTapi22, 0, &address)), "BADDEVICEID");
    EXPECT_EQ(outcome(app.get_address_caps(0, 1, kTapi22, 0, &address)), "INVALADDRESSID");
    EXPECT_EQ(outcome(app.get_address_caps(0, 0, 1, 0, &address)), "INCOMPATIBLEAPIVERSION");
    EXPECT_EQ(outcome(app.get_address_caps(0, 0, kTapi22, 9, &address)), "INCOMPATIBLEEXTVERSION");
    EXPECT_EQ(outcome(app.get_address_caps(0, 0, kTapi22, 0, nullptr)), "INVALPOINTER");
    app.shutdown();
    office.application();
    EXPECT_EQ(outcome(app.get_dev_caps(0, kTapi22, 0, &dev)), "INVALAPPHANDLE");
    EXPECT_EQ(outcome(app.get_address_caps(0, 0, kTapi22, 0, &address)), "INVALAPPHANDLE");
}

// A state that is told must be one that the capabilities name.
TEST(Capabilities, ModesThatAreToldAreAnnounced) {
    const AddressCaps caps = address_caps({});
    for (const std::uint32_t mode :
         {LINEDISCONNECTMODE_NORMAL, LINEDISCONNECTMODE_REJECT, LINEDISCONNECTMODE_BUSY,
          LINEDISCONNECTMODE_NOANSWER, LINEDISCONNECTMODE_BADADDRESS,
          LINEDISCONNECTMODE_UNREACHABLE, LINEDISCONNECTMODE_CONGESTION,
          LINEDISCONNECTMODE_NUMBERCHANGED, LINEDISCONNECTMODE_OUTOFORDER}) {
        EXPECT_NE(caps.disconnect_modes & mode, 0U) << mode;
    }
    EXPECT_EQ(caps.busy_modes, LINEBUSYMODE_STATION | LINEBUSYMODE_TRUNK);
    EXPECT_EQ(caps.special_info,
              LINESPECIALINFO_NOCIRCUIT | LINESPECIALINFO_CUSTIRREG | LINESPECIALINFO_REORDER);
}

}  // namespace
}  // namespace pbxlab::lines::test
