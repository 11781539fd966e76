// One TAPI 3 application on one address, as a test sees it: what it was told, as text, and its
// calls under the names c1, c2 ... (Call::number).
#pragma once

#include <map>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "lines/tapi3/tapi.h"
#include "tests/lines/fixture/office.h"

namespace pbxlab::lines::tapi3::test {

using lines::test::LineSpec;
using lines::test::Office;
using lines::test::OfficeSpec;
using lines::test::OpenAs;
using lines::test::Seat;
using lines::test::with;
using namespace std::chrono_literals;

inline constexpr std::uint32_t kCallsOnly = TE_CALLNOTIFICATION | TE_CALLSTATE;

struct PhoneAs {
    bool owner = true, monitor = true;  // neither: no registration
    std::uint32_t events = kCallsOnly;  // TAPI_EVENT
    std::uint32_t media = TAPIMEDIATYPE_AUDIO;
    const char* module = "phone.exe";
};

// "CS_CONNECTED"; the cause of CS_DISCONNECTED after a slash.
inline std::string detail_text(const Event& event) {
    const auto word = [](std::string_view group, std::uint32_t value) {
        return std::string{tapi_word(group, value)};
    };
    switch (event.kind) {
        case TE_CALLSTATE:
            return word("CALL_STATE", event.detail) +
                   (event.cause == CEC_NONE ? ""
                                            : "/" + word("CALL_STATE_EVENT_CAUSE", event.cause));
        case TE_CALLNOTIFICATION: return word("CALL_NOTIFICATION_EVENT", event.detail);
        case TE_CALLHUB: return word("CALLHUB_EVENT", event.detail);
        case TE_CALLINFOCHANGE: return word("CALLINFOCHANGE_CAUSE", event.detail);
        case TE_ADDRESS: return word("ADDRESS_EVENT", event.detail);
        case TE_TAPIOBJECT: return word("TAPIOBJECT_EVENT", event.detail);
        case TE_GATHERDIGITS:
            return "TE_GATHERDIGITS " + word("TAPI_GATHERTERM", event.detail) +
                   (event.digits.empty() ? "" : " " + event.digits);
        case TE_GENERATEEVENT: return "TE_GENERATEEVENT " + word("LINEGENERATETERM", event.detail);
        case TE_TONEEVENT: return "TE_TONEEVENT " + std::to_string(event.detail);
        default: break;
    }
    return word("TAPI_EVENT", event.kind) + (event.digits.empty() ? "" : " " + event.digits);
}

class Phone {
 public:
    Phone(Office& office, std::uint32_t device, const PhoneAs& as = {})
        : tapi{office.telephony, {.module = as.module}}, office_{office} {
        EXPECT_EQ(hresult_name(tapi.Initialize()), "S_OK");
        tapi.put_EventFilter(as.events);
        address = tapi.address(device, 0);
        if (as.owner || as.monitor) {
            EXPECT_EQ(hresult_name(tapi.RegisterCallNotifications(
                          address, as.monitor ? VARIANT_TRUE : VARIANT_FALSE,
                          as.owner ? VARIANT_TRUE : VARIANT_FALSE, as.media, 0, &cookie)),
                      "S_OK");
        }
    }

    Tapi tapi;
    Address* address = nullptr;
    std::uint32_t cookie = 0;

    // Everything told since the last look, joined by "; ".
    std::string told() {
        fetch();
        return std::exchange(told_, {});
    }
    Call& c(std::uint32_t number) {
        fetch();
        const auto place = calls_.find(number);
        EXPECT_NE(place, calls_.end()) << "no call c" << number << " yet";
        return *place->second;
    }
    // The last one that there is.
    Call& newest() {
        fetch();
        EXPECT_FALSE(calls_.empty());
        return *calls_.rbegin()->second;
    }
    // A call to this number; NULL where there is none.
    Call& create(const char* destination) {
        Ref<Call> call;
        EXPECT_EQ(hresult_name(address->CreateCall(destination, LINEADDRESSTYPE_PHONENUMBER,
                                                   TAPIMEDIATYPE_AUDIO, &call)),
                  "S_OK");
        Call& made = *call;
        calls_[made.number()] = std::move(call);
        return made;
    }
    void release(std::uint32_t number) {
        fetch();
        calls_.erase(number);
    }
    // What the method returned, once it has; time passes for as long as that takes.
    std::string result(const Returned& returned) {
        while (returned.pending != 0 && !returns_.contains(returned.pending) &&
               office_.exchange.scheduler().next_due()) {
            office_.step();
            fetch();
        }
        fetch();
        if (returned.pending == 0) return hresult_name(returned.result);
        const auto place = returns_.find(returned.pending);
        return place == returns_.end() ? "never" : hresult_name(place->second);
    }
    static std::string state(Call& call) {
        std::uint32_t state = 0;
        call.get_CallState(&state);
        return std::string{tapi_word("CALL_STATE", state)};
    }

 private:
    void fetch() {
        for (Notice notice; tapi.next(&notice);) {
            if (!told_.empty()) told_ += "; ";
            if (notice.pending != 0) {
                returns_[notice.pending] = notice.result;
                told_ += "-> " + hresult_name(notice.result);
                continue;
            }
            const Event& event = notice.event;
            if (event.call) {
                calls_[event.call->number()] = event.call;
                told_ += "c" + std::to_string(event.call->number()) + " ";
            }
            told_ += detail_text(event);
        }
    }

    Office& office_;
    std::string told_;
    std::map<std::uint32_t, Ref<Call>> calls_;
    std::map<std::uint32_t, HResult> returns_;
};

}  // namespace pbxlab::lines::tapi3::test
