// lineSetAppSpecific, lineSetMediaMode, user-user information and lineSecureCall (reference:
// tapi2-operations 9 to 11).
#include <tuple>

#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

struct Talk {
    explicit Talk(const OfficeSpec& spec = {})
        : office(spec), a(office.open(0)), b(office.open(1)), m(office.monitor(0)) {
        std::tie(call, far) = office.connect(a, b);
        seen = m.h(1);
        m.told();
    }
    Office office;
    Seat& a;
    Seat& b;
    Seat& m;
    HCall call, far, seen;
};

TEST(AppSpecific, IsToldToAllButItsWriter) {  // nf-tapi-linesetappspecific
    Talk t;
    EXPECT_EQ(t.a.app->set_app_specific(t.call, 7), 0);
    EXPECT_EQ(t.a.told(), "");
    EXPECT_EQ(t.m.told(), "INFO h1 APPSPECIFIC");
    EXPECT_EQ(t.b.told(), "");
    EXPECT_EQ(t.m.info(t.seen).app_specific, 7U);
    EXPECT_EQ(t.b.info(t.far).app_specific, 0U);
}

TEST(MediaMode, StaysAsTheOwnerSaidWhateverTheExchangeTells) {  // nf-tapi-linesetmediamode
    Talk t;
    EXPECT_EQ(t.a.app->set_media_mode(t.call, LINEMEDIAMODE_G3FAX), 0);
    EXPECT_EQ(t.a.told(), "INFO h1 MEDIAMODE");
    EXPECT_EQ(t.m.told(), "INFO h1 MEDIAMODE");
    t.a.app->hold(t.call);
    t.office.run();
    EXPECT_EQ(t.a.info(t.call).media_mode, LINEMEDIAMODE_G3FAX);
}

TEST(UserInfo, GoesToTheOtherPartiesAndWaitsForItsRelease) {  // nf-tapi-linereleaseuseruserinfo
    Talk t;
    EXPECT_GT(t.a.app->send_user_user_info(t.call, "one"), 0);
    EXPECT_GT(t.a.app->send_user_user_info(t.call, "two"), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; REPLY ok");
    EXPECT_EQ(t.b.told(), "INFO h1 USERUSERINFO");
    EXPECT_EQ(t.b.info(t.far).user_user_info, "one");
    EXPECT_GT(t.b.app->release_user_user_info(t.far), 0);
    t.office.run();
    EXPECT_EQ(t.b.told(), "REPLY ok; INFO h1 USERUSERINFO");
    EXPECT_EQ(t.b.info(t.far).user_user_info, "two");
    t.b.app->release_user_user_info(t.far);
    t.office.run();
    EXPECT_EQ(t.b.told(), "REPLY ok") << "nothing waits any more";
    EXPECT_EQ(t.b.info(t.far).user_user_info, "");
}

TEST(UserInfo, OfNoLengthIsNotAPointerToNothing) {
    Talk t;
    EXPECT_EQ(outcome(t.a.app->send_user_user_info(t.call, {})), "INVALPOINTER");
    EXPECT_GT(t.a.app->send_user_user_info(t.call, ""), 0);
}

TEST(UserInfo, OfACallThatEndsFirstIsRefusedInTheReply) {
    Talk t;
    t.a.app->drop(t.call);
    t.a.app->send_user_user_info(t.call, "late");
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; CS h1 IDLE; REPLY INVALCALLSTATE");
}

TEST(SecureCall, ShowsInTheCallsParametersOfItsLineAlone) {  // nf-tapi-linesecurecall
    Talk t;
    EXPECT_GT(t.a.app->secure_call(t.call), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; INFO h1 OTHER");
    EXPECT_EQ(t.m.told(), "INFO h1 OTHER");
    EXPECT_EQ(t.b.told(), "");
    EXPECT_NE(t.m.info(t.seen).call_param_flags & LINECALLPARAMFLAGS_SECURE, 0U);
    EXPECT_EQ(t.b.info(t.far).call_param_flags & LINECALLPARAMFLAGS_SECURE, 0U);
}

TEST(NumRings, AreTheLeastOfAllOpensAndGoWithThem) {  // nf-tapi-linesetnumrings
    Office office;
    Seat& first = office.open(0);
    Seat& second = office.open(0);
    std::uint32_t rings = 0;
    EXPECT_EQ(first.app->get_num_rings(first.line, 0, &rings), 0);
    EXPECT_EQ(rings, 0xFFFF'FFFFU);
    first.app->set_num_rings(first.line, 0, 4);
    second.app->set_num_rings(second.line, 0, 2);
    first.app->get_num_rings(first.line, 0, &rings);
    EXPECT_EQ(rings, 2U);
    second.app->close(second.line);
    first.app->get_num_rings(first.line, 0, &rings);
    EXPECT_EQ(rings, 4U);
}

TEST(GetId, LeavesOutWhatHasNoRoom) {  // nf-tapi-linegetidw; reference: tapi2-operations 1.6
    Office office;
    Seat& seat = office.open(1);
    DeviceId device;
    device.total_size = 24;
    EXPECT_EQ(seat.app->get_id(seat.line, 0, kNoCall, LINECALLSELECT_LINE, &device, "tapi/line"),
              0);
    EXPECT_EQ(device.id, 0U);
    EXPECT_EQ(device.used_size, 24U);
    EXPECT_EQ(device.needed_size, 28U);
    device.total_size = 28;
    seat.app->get_id(seat.line, 0, kNoCall, LINECALLSELECT_LINE, &device, "TAPI/LINE");
    EXPECT_EQ(device.id, 1U);
}

}  // namespace
}  // namespace pbxlab::lines::test
