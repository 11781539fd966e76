// Each argument of each operation wrong in turn: null, stale, another application's, out of range,
// too long, malformed, unknown bits. The error is the one that the operation's page names, as the
// reference lists it (tapi2-operations 2, 4, 5, 12, Appendix C), and nothing changes.
#include <iostream>

#include "tests/conformance/wrong.h"

namespace pbxlab::lines::test {
namespace {

TEST(Arguments, EachWrongOneHasItsDocumentedErrorAndChangesNothing) {
    std::vector<Wrong> all;
    add_handles(all);
    add_conference_handles(all);
    add_pointers_and_sizes(all);
    add_park_and_pickup(all);
    add_session(all);
    add_selections(all);
    add_numbers(all);
    add_call_params(all);
    add_translation(all);
    add_inband(all);
    add_handing_on(all);
    add_terminals(all);
    add_what_calls_bear(all);
    add_forwarding(all);
    add_completion(all);
    for (const Wrong& wrong : all) {
        SCOPED_TRACE(std::string{operation(wrong.op).function} + ": " + wrong.what);
        Stage stage{{.op = wrong.op, .after = wrong.spoil}};
        const std::string before = stage.scene.snapshot();
        EXPECT_EQ(outcome(stage.act()), wrong.error);
        EXPECT_EQ(stage.scene.snapshot(), before);
        stage.scene.office.run();
        stage.owner.told();
    }
    std::cout << all.size() << " wrong arguments\n";
    EXPECT_GT(all.size(), 180U);
}

// Handles from 0 up, and with every single bit turned: none may do anything, or bring anything
// down.
TEST(Arguments, HandlesThatWereNeverGivenAreRefused) {
    Stage stage{{.op = Op::Hold}};
    const auto live = static_cast<std::uint32_t>(stage.ask.call);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const std::uint32_t value = i < 32 ? live ^ (1U << i) : i * 214'013U;
        if (value == live) continue;
        EXPECT_EQ(outcome(stage.owner.app->hold(HCall{value})), "INVALCALLHANDLE");
        const auto line = static_cast<std::uint32_t>(stage.owner.line);
        if (value == line) continue;
        LineDevStatus status;
        EXPECT_EQ(outcome(stage.owner.app->get_line_dev_status(HLine{value}, &status)),
                  "INVALLINEHANDLE");
    }
}

}  // namespace
}  // namespace pbxlab::lines::test
