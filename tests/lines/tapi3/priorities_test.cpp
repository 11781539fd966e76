// ITTAPI: who comes first (reference: tapi3-operations 5).
#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {
namespace {

TEST(Tapi3Priorities, DecideWhoOwnsCallsThatComeByThemselves) {
    Office office;
    Phone first{office, 1, {.monitor = false, .module = "first.exe"}};
    Phone second{office, 1, {.monitor = false, .module = "second.exe"}};
    Phone caller{office, 0};
    EXPECT_EQ(first.tapi.SetApplicationPriority("second.exe", TAPIMEDIATYPE_AUDIO, VARIANT_TRUE),
              0);
    Call& call = caller.create("1002");
    EXPECT_EQ(caller.result(call.Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(first.told(), "");
    EXPECT_EQ(second.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
    for (const std::uint32_t mode :
         {LINEMEDIAMODE_INTERACTIVEVOICE, LINEMEDIAMODE_AUTOMATEDVOICE}) {
        std::uint32_t place = 0;
        first.tapi.application()->get_app_priority("second.exe", mode, 0, &place);
        EXPECT_EQ(place, 1U) << "audio is both kinds of voice";
    }
    EXPECT_EQ(first.tapi.SetApplicationPriority("second.exe", TAPIMEDIATYPE_AUDIO, VARIANT_FALSE),
              0);
    EXPECT_EQ(first.tapi.SetApplicationPriority("second.exe", TAPIMEDIATYPE_AUDIO, VARIANT_FALSE),
              0)
        << "not listed: no error";
    EXPECT_EQ(caller.result(call.Disconnect(DC_NORMAL)), "S_OK");
    office.run();
    second.told();
    EXPECT_EQ(caller.result(caller.create("1002").Connect(VARIANT_FALSE)), "S_OK");
    office.run();
    EXPECT_EQ(first.told(), "c1 CNE_OWNER; c1 CS_OFFERING");
}

TEST(Tapi3Priorities, AreRefusedForWhatIsNoProgramOrType) {
    Office office;
    Phone phone{office, 0};
    EXPECT_EQ(phone.tapi.SetApplicationPriority(nullptr, TAPIMEDIATYPE_AUDIO, VARIANT_TRUE),
              hresult(E_POINTER));
    EXPECT_EQ(phone.tapi.SetApplicationPriority("a.exe", 0, VARIANT_TRUE),
              hresult(TAPI_E_INVALIDMEDIATYPE));
    EXPECT_EQ(phone.tapi.SetApplicationPriority("a.exe", TAPIMEDIATYPE_MULTITRACK, VARIANT_TRUE),
              hresult(TAPI_E_INVALIDMEDIATYPE));
    EXPECT_EQ(phone.tapi.SetAssistedTelephonyPriority(nullptr, VARIANT_TRUE), hresult(E_POINTER));
    phone.tapi.Shutdown();
    EXPECT_EQ(phone.tapi.SetApplicationPriority("a.exe", TAPIMEDIATYPE_AUDIO, VARIANT_TRUE),
              hresult(TAPI_E_NOT_INITIALIZED));
    EXPECT_EQ(phone.tapi.SetAssistedTelephonyPriority("a.exe", VARIANT_TRUE),
              hresult(TAPI_E_NOT_INITIALIZED));
    EXPECT_EQ(phone.tapi.RegisterRequestRecipient(0, LINEREQUESTMODE_MAKECALL, VARIANT_TRUE),
              hresult(E_INVALIDARG));
}

constexpr PhoneAs as(const char* module) {
    return {.owner = false, .monitor = false, .events = TE_REQUEST, .module = module};
}

// What the next event says of a request: "3: 1002 book Bob urgent".
std::string request(Phone& phone) {
    Notice notice;
    if (!phone.tapi.next(&notice)) return "";
    const Event& event = notice.event;
    EXPECT_EQ(event.kind, TE_REQUEST);
    EXPECT_EQ(event.detail, LINEREQUESTMODE_MAKECALL);
    if (event.request == nullptr) return std::to_string(event.callback_instance);
    return std::to_string(event.callback_instance) + ": " + event.request->dest_address + " " +
           event.request->app_name + " " + event.request->called_party + " " +
           event.request->comment;
}

TEST(Tapi3Requests, AreToldToWhoRegisteredForThem) {
    Office office;
    Phone phone{office, 0, as("phone.exe")};
    Application& anybody = office.telephony.without_application();
    EXPECT_EQ(phone.tapi.RegisterRequestRecipient(3, LINEREQUESTMODE_MAKECALL, VARIANT_TRUE), 0);
    EXPECT_EQ(anybody.request_make_call("1002", "book", "Bob", "urgent"), 0);
    EXPECT_EQ(request(phone), "3: 1002 book Bob urgent");
    EXPECT_EQ(request(phone), "");
    EXPECT_EQ(phone.tapi.RegisterRequestRecipient(3, LINEREQUESTMODE_MAKECALL, VARIANT_FALSE), 0);
    EXPECT_EQ(anybody.request_make_call("1002", "book", "Bob", "urgent"),
              line_error(TAPIERR_NOREQUESTRECIPIENT));
    EXPECT_TRUE(failed(phone.tapi.RegisterRequestRecipient(3, 0, VARIANT_TRUE)));
}

TEST(Tapi3Requests, GoToTheProgramThatComesFirst) {
    Office office;
    Phone first{office, 0, as("first.exe")};
    Phone second{office, 0, as("second.exe")};
    for (Phone* phone : {&first, &second})
        phone->tapi.RegisterRequestRecipient(1, LINEREQUESTMODE_MAKECALL, VARIANT_TRUE);
    Application& anybody = office.telephony.without_application();
    EXPECT_EQ(first.tapi.SetAssistedTelephonyPriority("second.exe", VARIANT_TRUE), 0);
    anybody.request_make_call("1002", "", "", "");
    EXPECT_EQ(request(first), "");
    EXPECT_EQ(request(second), "1: 1002   ");
    EXPECT_EQ(first.tapi.SetAssistedTelephonyPriority("second.exe", VARIANT_FALSE), 0);
    anybody.request_make_call("1003", "", "", "");
    EXPECT_EQ(request(first), "1: 1003   ");
}

}  // namespace
}  // namespace pbxlab::lines::tapi3::test
