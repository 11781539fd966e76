// Alice, Bob and Carol, each with a TAPI 3 application on an own line, and what they have done
// before a test begins.
#pragma once

#include <string>

#include "tests/lines/tapi3/phones.h"

namespace pbxlab::lines::tapi3::test {

struct Trio {
    explicit Trio(const OfficeSpec& spec = {}, const PhoneAs& as = {})
        : office{spec}, alice{office, 0, as}, bob{office, 1}, carol{office, 2} {
        office.exchange.add_orbit("701");
    }

    Office office;
    Phone alice, bob, carol;

    // Alice's call to a number that rings by now.
    Call& ring(const char* number = "1002") {
        Call& call = alice.create(number);
        EXPECT_EQ(alice.result(call.Connect(VARIANT_FALSE)), "S_OK");
        office.run();
        forget();
        return call;
    }
    // Alice's call to Bob, who has answered.
    Call& talk() {
        Call& call = ring();
        answer(bob);
        return call;
    }
    // Bob's call to Alice, which she has not answered.
    Call& offer() {
        EXPECT_EQ(bob.result(bob.create("1001").Connect(VARIANT_FALSE)), "S_OK");
        office.run();
        forget();
        return alice.newest();
    }
    // Alice's call to Carol, with whom she consults about the first; Carol has answered.
    Call& consult(Call& first, bool conference = false, bool answered = true) {
        Call& call = alice.create("1003");
        const Returned asked = conference ? first.Conference(&call, VARIANT_FALSE)
                                          : first.Transfer(&call, VARIANT_FALSE);
        EXPECT_EQ(alice.result(asked), "S_OK");
        office.run();
        if (answered) answer(carol);
        forget();
        return call;
    }
    // Alice's first call, with Bob, and her second, with Carol, are in a conference.
    std::pair<Call*, Call*> confer() {
        Call& first = talk();
        Call& second = consult(first, true);
        EXPECT_EQ(alice.result(second.Finish(FM_ASCONFERENCE)), "S_OK");
        office.run();
        forget();
        return {&first, &second};
    }
    void answer(Phone& phone) {
        phone.told();
        EXPECT_EQ(phone.result(phone.newest().Answer()), "S_OK");
        office.run();
        forget();
    }
    void forget() {
        for (Phone* each : {&alice, &bob, &carol}) each->told();
    }
};

}  // namespace pbxlab::lines::tapi3::test
