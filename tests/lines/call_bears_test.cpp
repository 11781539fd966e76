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

TEST(CallData, AreTheCallsOwnAtBothEnds) {  // nf-tapi-linesetcalldata
    Talk t;
    EXPECT_GT(t.a.app->set_call_data(t.call, std::string_view{"a\0b", 3}), 0);
    EXPECT_EQ(t.a.info(t.call).call_data, "") << "not before it is carried out";
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; INFO h1 CALLDATA");
    EXPECT_EQ(t.m.told(), "INFO h1 CALLDATA");
    EXPECT_EQ(t.b.told(), "INFO h1 CALLDATA");
    EXPECT_EQ(t.b.info(t.far).call_data, (std::string{"a\0b", 3})) << "bytes, not text";
    EXPECT_GT(t.b.app->set_call_data(t.far, {}), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "INFO h1 CALLDATA");
    EXPECT_EQ(t.a.info(t.call).call_data, "");
}

TEST(CallData, AreLeftOutWhereThereIsNoRoom) {  // reference: tapi2-operations 1.6
    Talk t;
    t.a.app->set_call_data(t.call, "12345678");
    t.office.run();
    CallInfo all = t.a.info(t.call);
    CallInfo less;
    less.total_size = all.needed_size - 1;
    EXPECT_EQ(t.a.app->get_call_info(t.call, &less), 0);
    EXPECT_EQ(less.needed_size, all.needed_size);
    EXPECT_EQ(less.call_data, "");
}

TEST(CallData, AreNotInAStructureBeforeVersion20) {
    Office office;
    Seat& a = office.open(0, {.version = kTapi14});
    Seat& b = office.open(1);
    const auto [call, far] = office.connect(a, b);
    b.app->set_call_data(far, "data");
    office.run();
    EXPECT_EQ(a.info(call).call_data, "");
    EXPECT_EQ(a.info(call).call_treatment, 0U);
    EXPECT_EQ(b.info(far).call_data, "data");
}

TEST(CallData, AreRepliedToAtOnceWhereTheProviderOnlyPassesRequestsOn) {
    Talk t{with(Profile{.reply_point = ReplyPoint::RequestIssued})};
    EXPECT_GT(t.a.app->set_call_data(t.call, "x"), 0);
    EXPECT_EQ(t.a.told(), "REPLY ok");
    t.office.run();
    EXPECT_EQ(t.a.told(), "INFO h1 CALLDATA");
}

TEST(CallTreatment, IsOneOfTheFour) {  // nf-tapi-linesetcalltreatment
    Talk t;
    AddressCaps caps;
    EXPECT_EQ(t.a.app->get_address_caps(0, 0, kTapi22, 0, &caps), 0);
    EXPECT_EQ(caps.call_treatments, (std::vector<std::uint32_t>{1, 2, 3, 4}));
    EXPECT_EQ(caps.max_call_data_size, 1024U);
    EXPECT_GT(t.a.app->set_call_treatment(t.call, LINECALLTREATMENT_BUSY), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; INFO h1 TREATMENT");
    EXPECT_EQ(t.b.told(), "");
    EXPECT_EQ(t.m.info(t.seen).call_treatment, LINECALLTREATMENT_BUSY);
}

TEST(CallParams, TellWhatHasChanged) {  // nf-tapi-linesetcallparams
    Talk t;
    const DialParams dialing{.digit_duration = 70};
    EXPECT_GT(t.a.app->set_call_params(t.call, LINEBEARERMODE_DATA, 1200, 9600, &dialing), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; INFO h1 BEARERMODE|RATE|DIALPARAMS");
    const CallInfo info = t.a.info(t.call);
    EXPECT_EQ(info.bearer_mode, LINEBEARERMODE_DATA);
    EXPECT_EQ(info.rate, 9600U);
    EXPECT_EQ(info.dial_params.digit_duration, 70U);
    EXPECT_GT(t.a.app->set_call_params(t.call, LINEBEARERMODE_DATA, 0, 0, nullptr), 0);
    t.office.run();
    EXPECT_EQ(t.a.told(), "REPLY ok; INFO h1 RATE") << "0: the highest of the line";
    EXPECT_EQ(t.a.info(t.call).rate, 64000U);
    EXPECT_EQ(t.a.info(t.call).dial_params.digit_duration, 70U) << "NULL leaves them";
}

}  // namespace
}  // namespace pbxlab::lines::test
