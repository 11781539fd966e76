// How times, states, bits and messages are written; and text from outside in JSON, XML and
// terminals.
#include "harness/words.h"

#include <gtest/gtest.h>

#include "harness/escape.h"

namespace pbxlab::harness {
namespace {

using namespace std::chrono_literals;

TEST(Words, WriteTimesInSecondsWithSixDigits) {
    EXPECT_EQ(time_text(pbx::SimTime{}), "0.000000");
    EXPECT_EQ(time_text(pbx::SimTime{250ms}), "0.250000");
    EXPECT_EQ(time_text(pbx::SimTime{3600s + 1us}), "3600.000001");
}

TEST(Words, WriteSpansAsAPersonWould) {
    EXPECT_EQ(span_text(0us), "0 s");
    EXPECT_EQ(span_text(10us), "10 us");
    EXPECT_EQ(span_text(250ms), "250 ms");
    EXPECT_EQ(span_text(1500us), "1.5 ms");
    EXPECT_EQ(span_text(60s), "60 s");
    EXPECT_EQ(span_text(3400ms), "3.4 s");
    EXPECT_EQ(span_text(744s), "12.4 min");
    EXPECT_EQ(span_text(119'999'999us), "119.999 s");
    EXPECT_EQ(span_text(24h), "24 h");
}

TEST(Words, WriteStatesAsScenariosDo) {
    EXPECT_EQ(state_text(lines::LINECALLSTATE_ONHOLDPENDTRANSFER), "onHoldPendTransfer");
    EXPECT_EQ(state_text(lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVEHELD),
              "connected/activeHeld");
    EXPECT_EQ(state_text(lines::LINECALLSTATE_DISCONNECTED, lines::LINEDISCONNECTMODE_NOANSWER),
              "disconnected/noAnswer");
    EXPECT_EQ(state_text(lines::LINECALLSTATE_BUSY, lines::LINEBUSYMODE_TRUNK), "busy/trunk");
    EXPECT_EQ(state_text(lines::LINECALLSTATE_CONFERENCED, 0x42), "conferenced")
        << "a handle, and no mode";
    EXPECT_EQ(state_text(0x123400), "0x123400");
}

TEST(Words, KnowAStateByItsModeOnlyWhenOneIsAsked) {
    const StateWord any{.state = lines::LINECALLSTATE_CONNECTED};
    const StateWord held{.state = lines::LINECALLSTATE_CONNECTED,
                         .mode = lines::LINECONNECTEDMODE_ACTIVEHELD};
    EXPECT_TRUE(is_state(any, lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVEHELD));
    EXPECT_TRUE(
        is_state(held, lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVEHELD));
    EXPECT_FALSE(is_state(held, lines::LINECALLSTATE_CONNECTED, lines::LINECONNECTEDMODE_ACTIVE));
    EXPECT_FALSE(
        is_state(held, lines::LINECALLSTATE_OFFERING, lines::LINECONNECTEDMODE_ACTIVEHELD));
}

// linecallstate--constants: the top 8 bits may refine a state.
TEST(Words, OverlookAProvidersSubState) {
    EXPECT_TRUE(is_state({.state = lines::LINECALLSTATE_IDLE},
                         0x4500'0000U | lines::LINECALLSTATE_IDLE, 0));
}

TEST(Words, WriteBits) {
    EXPECT_EQ(bits_text("LINECALLPRIVILEGE",
                        lines::LINECALLPRIVILEGE_OWNER | lines::LINECALLPRIVILEGE_MONITOR),
              "monitor+owner");
    EXPECT_EQ(bits_text("LINECALLPRIVILEGE", 0), "none");
    EXPECT_EQ(bits_text("LINECALLPRIVILEGE", lines::LINECALLPRIVILEGE_OWNER | 0x100U),
              "owner+0x100");
}

TEST(Words, WriteMessagesInWordsOfTapi) {
    const auto text = [](std::uint32_t id, std::uint32_t p1, std::uint32_t p2, std::uint32_t p3) {
        return message_text({.id = id, .param1 = p1, .param2 = p2, .param3 = p3});
    };
    EXPECT_EQ(text(lines::LINE_CALLSTATE, lines::LINECALLSTATE_OFFERING,
                   lines::LINEOFFERINGMODE_ACTIVE, lines::LINECALLPRIVILEGE_OWNER),
              "CALLSTATE OFFERING/ACTIVE OWNER");
    EXPECT_EQ(text(lines::LINE_CALLSTATE, lines::LINECALLSTATE_IDLE, 0, 0), "CALLSTATE IDLE");
    EXPECT_EQ(text(lines::LINE_CALLINFO, lines::LINECALLINFOSTATE_CALLERID, 0, 0),
              "CALLINFO CALLERID");
    EXPECT_EQ(text(lines::LINE_REPLY, 7, 0, 0), "REPLY 7 0");
    EXPECT_EQ(text(lines::LINE_REPLY, 7, lines::LINEERR_INVALCALLSTATE, 0),
              "REPLY 7 LINEERR_INVALCALLSTATE");
    EXPECT_EQ(text(lines::LINE_LINEDEVSTATE, lines::LINEDEVSTATE_RINGING, 1, 3),
              "LINEDEVSTATE RINGING mode 1 count 3");
    EXPECT_EQ(text(lines::LINE_ADDRESSSTATE, 0, lines::LINEADDRESSSTATE_NUMCALLS, 0),
              "ADDRESSSTATE 0 NUMCALLS");
    EXPECT_EQ(text(lines::LINE_CLOSE, 0, 0, 0), "CLOSE");
    EXPECT_EQ(text(lines::LINE_CREATE, 5, 0, 0), "CREATE 5 0 0");
}

std::string json(std::string_view text) {
    std::string out;
    append_json(out, text);
    return out;
}

TEST(Escape, KeepsJsonStringsWhole) {
    EXPECT_EQ(json("a\"b\\c/d"), "a\\\"b\\\\c/d");
    EXPECT_EQ(json("\n\r\t\x01\x1f"), "\\n\\r\\t\\u0001\\u001f");
    EXPECT_EQ(json("Gr\xC3\xBC\xC3\x9F"), "Gr\xC3\xBC\xC3\x9F");
    EXPECT_EQ(json(std::string_view{"\0x", 2}), "\\u0000x");
}

TEST(Escape, ReplacesWhatIsNotUtf8) {
    EXPECT_EQ(json("a\xFF"
                   "b"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(json("\xC3"), "\xEF\xBF\xBD");                                  // cut short
    EXPECT_EQ(json("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // too long a form
    EXPECT_EQ(json("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
    EXPECT_EQ(json("\xF4\x90\x80\x80"),
              "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // beyond U+10FFFF
    EXPECT_EQ(json("\xF0\x9F\x93\x9E"), "\xF0\x9F\x93\x9E");
}

TEST(Escape, KeepsXmlWellFormed) {
    std::string body;
    append_xml(body, "<a> & \"b\"\n\x01\xFF\xEF\xBF\xBF", XmlPlace::Body);
    EXPECT_EQ(body, "&lt;a&gt; &amp; \"b\"\n\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    std::string attribute;
    append_xml(attribute, "\"\n\t\r", XmlPlace::Attribute);
    EXPECT_EQ(attribute, "&quot;&#10;&#9;&#13;");
}

TEST(Escape, KeepsATerminalSafe) {
    EXPECT_EQ(one_line("a\x1b[31mb\nc\x7f"),
              "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD"
              "c\xEF\xBF\xBD");
    EXPECT_EQ(one_line("\xC2\x9B"), "\xEF\xBF\xBD");  // a control character beyond ASCII
}

}  // namespace
}  // namespace pbxlab::harness
