// lineSetTerminal: where low-level events go (nf-tapi-linesetterminal, ns-tapi-linetermcaps).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr std::uint32_t kRinger = LINETERMMODE_RINGER;
constexpr std::uint32_t kOfSet = LINETERMMODE_BUTTONS | LINETERMMODE_LAMPS | LINETERMMODE_DISPLAY |
                                 LINETERMMODE_RINGER | LINETERMMODE_HOOKSWITCH |
                                 LINETERMMODE_MEDIATOLINE | LINETERMMODE_MEDIAFROMLINE;
using Modes = std::vector<std::uint32_t>;

OfficeSpec with_terminals(std::uint32_t terminals) {
    OfficeSpec spec;
    for (LineSpec& line : spec.lines) line.profile.terminals = terminals;
    spec.lines[0].addresses = 2;
    return spec;
}

// Line 1 with three terminals and two addresses; somebody else only watches it.
struct Desk {
    explicit Desk(const OfficeSpec& spec = with_terminals(3))
        : office(spec), a(office.open(0)), m(office.monitor(0)), b(office.open(1)) {
        for (Seat* seat : {&a, &m}) {
            EXPECT_EQ(seat->app->set_status_messages(seat->line, LINEDEVSTATE_TERMINALS,
                                                     LINEADDRESSSTATE_TERMINALS),
                      0);
        }
    }
    Office office;
    Seat& a;
    Seat& m;
    Seat& b;

    LineResult of_line(std::uint32_t modes, std::uint32_t terminal, bool enable) const {
        return a.app->set_terminal(a.line, 0, kNoCall, LINECALLSELECT_LINE, modes, terminal,
                                   enable);
    }
    LineResult of_address(std::uint32_t id, std::uint32_t modes, std::uint32_t terminal,
                          bool enable) const {
        return a.app->set_terminal(a.line, id, kNoCall, LINECALLSELECT_ADDRESS, modes, terminal,
                                   enable);
    }
    LineResult of_call(HCall call, std::uint32_t modes, std::uint32_t terminal, bool enable) const {
        return a.app->set_terminal(kNoLine, 0, call, LINECALLSELECT_CALL, modes, terminal, enable);
    }
    // Carries out what was asked for, which has to succeed, and tells it to the owner.
    std::string done(LineResult id) {
        EXPECT_GT(id, 0) << outcome(id);
        office.run(1s);
        return a.told();
    }
    [[nodiscard]] Modes line() const {
        LineDevStatus status;
        EXPECT_EQ(a.app->get_line_dev_status(a.line, &status), 0);
        return status.terminal_modes;
    }
    [[nodiscard]] Modes address(std::uint32_t id) const {
        AddressStatus status;
        EXPECT_EQ(a.app->get_address_status(a.line, id, &status), 0);
        return status.terminal_modes;
    }
};

DevCaps dev_caps(const OfficeSpec& spec) {
    Office office{spec};
    DevCaps caps;
    EXPECT_EQ(outcome(office.application().get_dev_caps(0, kTapi22, 0, &caps)), "ok");
    return caps;
}

TEST(Terminals, AreSetsHeadsetsAndSpeakersByTurns) {
    const DevCaps caps = dev_caps(with_terminals(8));
    EXPECT_EQ(caps.num_terminals, 8U);
    ASSERT_EQ(caps.terminals.size(), 8U);
    EXPECT_EQ(caps.terminals[0].term_dev, LINETERMDEV_PHONE);
    EXPECT_EQ(caps.terminals[0].term_modes, kOfSet);
    EXPECT_EQ(caps.terminals[1].term_dev, LINETERMDEV_HEADSET);
    EXPECT_EQ(caps.terminals[1].term_modes, LINETERMMODE_MEDIABIDIRECT);
    EXPECT_EQ(caps.terminals[2].term_dev, LINETERMDEV_SPEAKER);
    EXPECT_EQ(caps.terminals[2].term_modes, kRinger | LINETERMMODE_MEDIAFROMLINE);
    EXPECT_EQ(caps.terminals[7].term_dev, LINETERMDEV_HEADSET);
    for (const TermCaps& each : caps.terminals)
        EXPECT_EQ(each.term_sharing, LINETERMSHARING_PRIVATE);
}

TEST(Terminals, TakeOnlyWhatTheProviderCanRoute) {
    OfficeSpec spec = with_terminals(2);
    spec.lines[0].profile.terminal_modes = LINETERMMODE_LAMPS | LINETERMMODE_MEDIABIDIRECT;
    const DevCaps caps = dev_caps(spec);
    EXPECT_EQ(caps.terminals[0].term_modes, LINETERMMODE_LAMPS);
    EXPECT_EQ(caps.terminals[1].term_modes, LINETERMMODE_MEDIABIDIRECT);
}

TEST(Terminals, AreNoneWhereTheProviderDoesNotRoute) {
    const DevCaps caps = dev_caps({});
    EXPECT_EQ(caps.num_terminals, 0U);
    EXPECT_TRUE(caps.terminals.empty());
    EXPECT_EQ(caps.line_features & LINEFEATURE_SETTERMINAL, 0U);
    EXPECT_EQ(caps.line_states & LINEDEVSTATE_TERMINALS, 0U);
    Desk desk{OfficeSpec{}};
    EXPECT_EQ(desk.line(), Modes{});
    EXPECT_EQ(desk.address(0), Modes{});
    EXPECT_EQ(outcome(desk.of_line(kRinger, 0, false)), "OPERATIONUNAVAIL");
}

TEST(Terminals, ShowInTheCapabilitiesAndTheFeatures) {
    Desk desk;
    DevCaps caps;
    desk.a.app->get_dev_caps(0, kTapi22, 0, &caps);
    EXPECT_NE(caps.line_features & LINEFEATURE_SETTERMINAL, 0U);
    EXPECT_NE(caps.line_states & LINEDEVSTATE_TERMINALS, 0U);
    AddressCaps of_address;
    desk.a.app->get_address_caps(0, 0, kTapi22, 0, &of_address);
    EXPECT_NE(of_address.address_features & LINEADDRFEATURE_SETTERMINAL, 0U);
    EXPECT_NE(of_address.call_features & LINECALLFEATURE_SETTERMINAL, 0U);
    EXPECT_NE(of_address.address_states & LINEADDRESSSTATE_TERMINALS, 0U);
    EXPECT_NE(of_address.call_info_states & LINECALLINFOSTATE_TERMINAL, 0U);
    LineDevStatus line;
    desk.a.app->get_line_dev_status(desk.a.line, &line);
    EXPECT_NE(line.line_features & LINEFEATURE_SETTERMINAL, 0U);
    AddressStatus address;
    desk.a.app->get_address_status(desk.a.line, 1, &address);
    EXPECT_NE(address.address_features & LINEADDRFEATURE_SETTERMINAL, 0U);
}

TEST(Terminals, TakeRoomInEveryStructure) {
    Desk desk;
    const HCall call = desk.office.connect(desk.a, desk.b).first;
    LineDevStatus line;
    line.total_size = 88;
    EXPECT_EQ(desk.a.app->get_line_dev_status(desk.a.line, &line), 0);
    EXPECT_EQ(line.terminal_modes, Modes{}) << "there is no room";
    EXPECT_GE(line.needed_size, 88U + 12U);
    AddressStatus address;
    address.total_size = 64 + 12;
    EXPECT_EQ(desk.a.app->get_address_status(desk.a.line, 0, &address), 0);
    EXPECT_EQ(address.used_size, 64U + 12U);
    EXPECT_EQ(address.terminal_modes, (Modes{kOfSet, 0, 0}));
    CallInfo info;
    info.total_size = 324;
    EXPECT_EQ(desk.a.app->get_call_info(call, &info), 0);
    EXPECT_EQ(info.terminal_modes, Modes{});
    DevCaps caps;
    caps.total_size = 268;
    EXPECT_EQ(desk.a.app->get_dev_caps(0, kTapi22, 0, &caps), 0);
    EXPECT_TRUE(caps.terminals.empty());
    EXPECT_EQ(caps.num_terminals, 3U);
    const std::uint32_t needed = caps.needed_size;
    EXPECT_EQ(dev_caps({}).needed_size + 3 * 12, needed);
}

TEST(SetTerminal, OfALineChangesItsAddressesAndCallsAndIsToldInThisOrder) {
    Desk desk;
    const HCall call = desk.office.connect(desk.a, desk.b).first;
    desk.m.told();
    EXPECT_EQ(desk.done(desk.of_line(kRinger, 2, true)),
              "REPLY ok; LDS TERMINALS; AS 0 TERMINALS; AS 1 TERMINALS; INFO h1 TERMINAL");
    EXPECT_EQ(desk.m.told(), "LDS TERMINALS; AS 0 TERMINALS; AS 1 TERMINALS; INFO h1 TERMINAL");
    EXPECT_EQ(desk.b.told(), "") << "it is the other line's";
    const Modes routed{kOfSet, 0, kRinger};
    EXPECT_EQ(desk.line(), routed);
    EXPECT_EQ(desk.address(0), routed);
    EXPECT_EQ(desk.address(1), routed);
    EXPECT_EQ(desk.a.info(call).terminal_modes, routed);
}

TEST(SetTerminal, OfAnAddressDoesNotConcernTheOthers) {
    Desk desk;
    const CallParams second{.address_id = 1};
    const HCall& elsewhere = desk.a.make("1002", &second);
    desk.office.run();
    desk.a.told();
    EXPECT_EQ(desk.done(desk.of_address(0, kRinger, 2, true)), "REPLY ok; AS 0 TERMINALS");
    EXPECT_EQ(desk.line(), (Modes{kOfSet, 0, 0}));
    EXPECT_EQ(desk.address(0), (Modes{kOfSet, 0, kRinger}));
    EXPECT_EQ(desk.address(1), (Modes{kOfSet, 0, 0}));
    EXPECT_EQ(desk.a.info(elsewhere).terminal_modes, (Modes{kOfSet, 0, 0}));
    EXPECT_EQ(desk.done(desk.of_address(1, kRinger, 0, false)),
              "REPLY ok; AS 1 TERMINALS; INFO h1 TERMINAL");
    EXPECT_EQ(desk.a.info(elsewhere).terminal_modes, (Modes{kOfSet & ~kRinger, 0, 0}));
}

TEST(SetTerminal, OfOneCallLeavesTheOtherAsItIs) {
    Desk desk;
    const HCall first = desk.office.connect(desk.a, desk.b).first;
    const HCall& second = desk.a.make("1003");
    desk.office.run();
    desk.a.told();
    EXPECT_EQ(desk.done(desk.of_call(first, LINETERMMODE_MEDIABIDIRECT, 1, true)),
              "REPLY ok; INFO h1 TERMINAL");
    EXPECT_EQ(desk.a.info(first).terminal_modes, (Modes{kOfSet, LINETERMMODE_MEDIABIDIRECT, 0}));
    EXPECT_EQ(desk.a.info(second).terminal_modes, (Modes{kOfSet, 0, 0}));
    EXPECT_EQ(desk.address(0), (Modes{kOfSet, 0, 0}));
}

// Who only watches a call routes it like its owner: the page lists no NOTOWNER.
TEST(SetTerminal, OfACallNeedsNoOwner) {  // nf-tapi-linesetterminal
    Desk desk;
    const HCall call = desk.office.connect(desk.a, desk.b).first;
    desk.m.told();
    const HCall watched = desk.m.calls().back();
    EXPECT_NE(desk.m.status(watched).call_features & LINECALLFEATURE_SETTERMINAL, 0U);
    EXPECT_GT(desk.m.app->set_terminal(desk.m.line, 0, watched, LINECALLSELECT_CALL,
                                       LINETERMMODE_MEDIABIDIRECT, 1, true),
              0);
    desk.office.run();
    EXPECT_EQ(desk.m.told(), "REPLY ok; INFO h1 TERMINAL");
    EXPECT_EQ(desk.a.info(call).terminal_modes, (Modes{kOfSet, LINETERMMODE_MEDIABIDIRECT, 0}));
}

TEST(SetTerminal, IsTheDefaultOfNewCallsThere) {
    Desk desk;
    desk.done(desk.of_line(kOfSet, 0, false));
    desk.done(desk.of_address(1, kRinger, 2, true));
    const CallParams second{.address_id = 1};
    const HCall& on_first = desk.a.make("1002");
    const HCall& on_second = desk.a.make("1003", &second);
    desk.office.run();
    EXPECT_EQ(desk.a.info(on_first).terminal_modes, (Modes{0, 0, 0}));
    EXPECT_EQ(desk.a.info(on_second).terminal_modes, (Modes{0, 0, kRinger}));
}

TEST(SetTerminal, TurnsOffWhatIsNotRoutedWithoutAWord) {
    Desk desk;
    EXPECT_EQ(desk.done(desk.of_line(kRinger, 2, false)), "REPLY ok");
    EXPECT_EQ(desk.done(desk.of_line(LINETERMMODE_LAMPS, 1, false)), "REPLY ok");
    EXPECT_EQ(desk.done(desk.of_line(kRinger, 0, true)), "REPLY ok") << "it is routed already";
}

TEST(SetTerminal, ToldInTheOrderOfTheProfile) {
    OfficeSpec spec = with_terminals(3);
    spec.lines[0].profile.reply_order = ReplyOrder::StateFirst;
    Desk desk{spec};
    EXPECT_EQ(desk.done(desk.of_address(0, kRinger, 2, true)), "AS 0 TERMINALS; REPLY ok");
}

TEST(SetTerminal, OfAnIdleCallHasNoConsequences) {  // hCall can be in any state
    Desk desk;
    const HCall call = desk.office.connect(desk.a, desk.b).first;
    desk.a.app->drop(call);
    desk.office.run();
    desk.a.told();
    EXPECT_EQ(desk.done(desk.of_call(call, kRinger, 2, true)), "REPLY ok");
    EXPECT_EQ(desk.a.status(call).call_features & LINECALLFEATURE_SETTERMINAL, 0U);
}

TEST(SetTerminal, IsCarriedOutThoughItsLineIsClosed) {  // call-less-asynchronous-operations
    Desk desk;
    EXPECT_GT(desk.of_line(kRinger, 2, true), 0);
    desk.a.app->close(desk.a.line);
    desk.office.run();
    EXPECT_EQ(desk.m.told(), "LDS TERMINALS; AS 0 TERMINALS; AS 1 TERMINALS");
}

TEST(SetTerminal, FailsWhenTheTerminalHasGoneMeanwhile) {
    Desk desk;
    EXPECT_GT(desk.of_line(kRinger, 2, true), 0);
    Profile fewer = desk.office.telephony.profile_of(0);
    fewer.terminals = 2;
    desk.office.telephony.change_profile(0, fewer);
    desk.office.run();
    EXPECT_EQ(desk.a.told(), "REPLY OPERATIONFAILED");
    EXPECT_EQ(desk.line(), (Modes{kOfSet, 0}));
}

TEST(Terminals, ThatGoTakeTheirRoutesWithThem) {
    Desk desk;
    const HCall call = desk.office.connect(desk.a, desk.b).first;
    desk.done(desk.of_line(kRinger, 2, true));
    Profile profile = desk.office.telephony.profile_of(0);
    for (const std::uint32_t terminals : {2U, 3U}) {
        profile.terminals = terminals;
        desk.office.telephony.change_profile(0, profile);
        desk.office.check();
        EXPECT_EQ(desk.line(), (terminals == 2 ? Modes{kOfSet, 0} : Modes{kOfSet, 0, 0}));
    }
    profile.terminals = 0;
    desk.office.telephony.change_profile(0, profile);
    desk.office.check();
    EXPECT_EQ(desk.a.info(call).terminal_modes, Modes{});
    profile.terminals = 1;
    desk.office.telephony.change_profile(0, profile);
    EXPECT_EQ(desk.line(), Modes{kOfSet});
    EXPECT_EQ(desk.a.info(call).terminal_modes, Modes{kOfSet});
}

}  // namespace
}  // namespace pbxlab::lines::test
