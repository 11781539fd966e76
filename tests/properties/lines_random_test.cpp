// Three applications, several persons at telephones and parties outside do anything at any time on
// lines of different providers. Whatever they do, the invariants hold after every step and no
// application is told what it must not be told.
//
// PBXLAB_OPERATIONS says how many operations the long course on fifty lines has: 20,000 where it
// does not; the stage "release" of tools/test plays a million.
#include <cstdlib>
#include <iostream>

#include "tests/properties/random_world.h"

namespace pbxlab::lines::test {
namespace {

TEST(RandomOperations, NeverBreakAnInvariantOrARule) {
    std::uint64_t messages = 0;
    std::uint64_t transitions = 0;
    for (std::uint64_t seed = 1; seed <= 50 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world{seed, 8};
        world.play(1000);
        world.finish();
        messages += world.messages;
        transitions += world.transitions;
    }
    std::cout << messages << " messages, " << transitions << " state changes\n";
    EXPECT_GT(transitions, 15'000U);
}

TEST(RandomOperations, UnderRandomFaultsNeverBreakAnInvariant) {
    std::set<FaultKind> fired;
    for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        World world{seed, 8, true};
        world.play(1000);
        world.finish();
        fired.merge(world.fired());
    }
    EXPECT_EQ(fired.size(), 15U) << "kinds of faults that had an effect";
}

TEST(RandomOperations, InALongCourseOnFiftyLinesBreakNothingEither) {
    const char* wanted = std::getenv("PBXLAB_OPERATIONS");
    const int operations = wanted != nullptr ? std::atoi(wanted) : 20'000;
    ASSERT_GT(operations, 0) << "PBXLAB_OPERATIONS is no number: " << wanted;
    World world{1, 50};
    world.play(operations);
    world.finish();
    std::cout << operations << " operations, " << world.messages << " messages, "
              << world.transitions << " state changes\n";
    EXPECT_GT(world.transitions, static_cast<std::uint64_t>(operations) / 4);
}

}  // namespace
}  // namespace pbxlab::lines::test
