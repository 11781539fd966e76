// Assisted telephony: calls that programs without lines ask for (nf-tapi-tapirequestmakecallw).
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::test {
namespace {

constexpr std::uint32_t kCalls = LINEREQUESTMODE_MAKECALL;

LineResult ask_for(Office& office, const char* number) {
    return office.telephony.without_application().request_make_call(number, "book", "Bob", nullptr);
}

Message next(Application& app) {
    Message message;
    EXPECT_EQ(app.get_message(&message), 0);
    return message;
}

TEST(Assisted, TheRecipientIsToldAndFetchesTheRequest) {
    Office office;
    Application& manager = office.application();
    EXPECT_EQ(outcome(ask_for(office, "1002")), "NOREQUESTRECIPIENT");
    EXPECT_EQ(manager.register_request_recipient(77, kCalls, true), 0);
    EXPECT_EQ(ask_for(office, "1002"), 0);
    const Message message = next(manager);
    EXPECT_EQ(message.id, LINE_REQUEST);
    EXPECT_EQ(message.device, 0U);
    EXPECT_EQ(message.callback_instance, 77U) << "the mark of the registration (line-request)";
    EXPECT_EQ(message.param1, kCalls);
    MakeCallRequest request;
    EXPECT_EQ(manager.get_request(kCalls, &request), 0);
    EXPECT_EQ(request.dest_address, "1002");
    EXPECT_EQ(request.app_name, "book");
    EXPECT_EQ(request.called_party, "Bob");
    EXPECT_EQ(request.comment, "");
    EXPECT_EQ(outcome(manager.get_request(kCalls, &request)), "NOREQUEST");
}

TEST(Assisted, RequestsAreFetchedInTheirOrder) {
    Office office;
    Application& manager = office.application();
    EXPECT_EQ(manager.register_request_recipient(0, kCalls, true), 0);
    for (const char* number : {"1", "2", "3"}) EXPECT_EQ(ask_for(office, number), 0);
    for (const char* number : {"1", "2", "3"}) {
        MakeCallRequest request;
        EXPECT_EQ(manager.get_request(kCalls, &request), 0);
        EXPECT_EQ(request.dest_address, number);
    }
}

TEST(Assisted, RegisteringAnewChangesTheMark) {
    Office office;
    Application& manager = office.application();
    EXPECT_EQ(manager.register_request_recipient(1, kCalls, true), 0);
    EXPECT_EQ(manager.register_request_recipient(2, LINEREQUESTMODE_MEDIACALL, true), 0);
    EXPECT_EQ(ask_for(office, "1"), 0);
    EXPECT_EQ(next(manager).callback_instance, 2U);
    EXPECT_EQ(manager.register_request_recipient(2, LINEREQUESTMODE_MEDIACALL, false), 0);
    EXPECT_EQ(ask_for(office, "1"), 0) << "the other kind of request stays";
}

TEST(Assisted, LeavingWithoutHavingBeenARecipientChangesNothing) {
    Office office;
    Application& manager = office.application("manager.exe");
    Application& other = office.application("other.exe");
    EXPECT_EQ(manager.register_request_recipient(0, kCalls, true), 0);
    EXPECT_EQ(ask_for(office, "1"), 0);
    next(manager);
    EXPECT_EQ(other.shutdown(), 0);
    Message message;
    EXPECT_EQ(outcome(manager.get_message(&message)), "OPERATIONFAILED") << "not told once more";
    MakeCallRequest request;
    EXPECT_EQ(manager.get_request(kCalls, &request), 0);
}

TEST(Assisted, LocationInfoIsThatOfThePresentLocation) {  // nf-tapi-tapigetlocationinfow
    Office office;
    LocationInfo info;
    EXPECT_EQ(office.telephony.without_application().get_location_info(&info), 0);
    EXPECT_EQ(info.country_code, "1");
    EXPECT_EQ(info.city_code, "425");
}

}  // namespace
}  // namespace pbxlab::lines::test
