// A probe for every row of the guard table: a situation and a request in which that row, and no
// earlier one, refuses. That no other does is shown by switching the row off: then something else
// comes of it.
#include <iostream>

#include "tests/conformance/probes.h"

namespace pbxlab::lines::test {
namespace {

std::optional<Plan> probe(const Guard& guard) {
    for (const auto part :
         {of_handles, of_session, of_call_params, of_numbers, of_selections, of_inband, of_states,
          of_room, of_transfer, of_conference, of_members, of_translation, of_handing_on,
          of_forwarding, of_completion, of_terminals}) {
        if (auto plan = part(guard)) return plan;
    }
    return std::nullopt;
}

std::string played(const Plan& plan, int muted) {
    Stage stage{plan, muted};
    return outcome(stage.act());
}

TEST(GuardRows, GoodRequestsPassEveryRow) {
    for (const Operation& entry : operations()) {
        SCOPED_TRACE(entry.function);
        const bool offered = guards(entry.op).back().check != Check::Never;
        EXPECT_EQ(played({.op = entry.op}, -1), !offered             ? "OPERATIONUNAVAIL"
                                                : entry.asynchronous ? "asked"
                                                                     : "ok");
    }
}

TEST(GuardRows, EveryRowRefusesAndIsTheOneThatDoes) {
    for (std::size_t row = 0; row < guards().size(); ++row) {
        const Guard& guard = guards()[row];
        SCOPED_TRACE(describe(guard));
        const auto plan = probe(guard);
        ASSERT_TRUE(plan.has_value()) << "no probe";
        const std::string error = outcome(line_error(guard.error));
        EXPECT_EQ(played(*plan, -1), error);
        EXPECT_NE(played(*plan, static_cast<int>(row)), error) << "another row refuses as well";
    }
    std::cout << guards().size() << " rows\n";
}

TEST(GuardRows, ARefusalOfAnyRowChangesNothing) {
    for (const Guard& guard : guards()) {
        SCOPED_TRACE(describe(guard));
        if (guard.check == Check::Initialized || guard.check == Check::AppHandle ||
            guard.check == Check::AppOrNone)
            continue;
        Stage stage{*probe(guard)};
        const std::string before = stage.scene.snapshot();
        EXPECT_LT(stage.act(), 0);
        EXPECT_EQ(stage.scene.snapshot(), before);
        stage.scene.office.check();
    }
}

}  // namespace
}  // namespace pbxlab::lines::test
