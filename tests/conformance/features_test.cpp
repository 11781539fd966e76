// dwCallFeatures is honest: a bit is on when, and only when, the operation is not refused for how
// things stand; in every state, for owners and monitors, in situations that leave more or less room
// (reference: call-model 6; nf-tapi-linegetcallstatus).
#include "tests/conformance/features.h"

#include <iostream>

namespace pbxlab::lines::test {
namespace {

std::vector<Situation> situations() {
    using pbx::OnAnswer;
    using pbx::OnRetrieve;
    const auto nothing = [](OfficeSpec&) {};
    const auto refuse = [](OfficeSpec& s) { s.policy.on_retrieve = OnRetrieve::Refuse; };
    const auto drop = [](OfficeSpec& s) { s.policy.on_retrieve = OnRetrieve::DropActive; };
    const auto no_hold = [](OfficeSpec& s) { s.lines[0].max_held = 0; };
    const auto one_hold = [](OfficeSpec& s) { s.lines[0].max_held = 1; };
    const auto two_lines = [](OfficeSpec& s) { s.lines[0].max_active = 2; };
    const std::uint32_t held = LINECALLSTATE_ONHOLD;
    const std::uint32_t talk = LINECALLSTATE_CONNECTED;
    const std::uint32_t tone = LINECALLSTATE_DIALTONE;
    const std::uint32_t waiting = LINECALLSTATE_ONHOLDPENDCONF;
    const std::uint32_t member = LINECALLSTATE_CONFERENCED;
    const auto any_party = [](OfficeSpec& s) {
        s.lines[0].profile.conference_held = s.lines[0].profile.conference_make = true;
    };
    const auto terminals = [](OfficeSpec& s) { s.lines[0].profile.terminals = 3; };
    const auto terminals_of_lines = [](OfficeSpec& s) {
        s.lines[0].profile.terminals = 3;
        s.lines[0].profile.call_features = ~LINECALLFEATURE_SETTERMINAL;
    };
    return {
        {"alone", nothing, {}},
        {"beside a held call", nothing, {held}},
        {"beside a connected call", nothing, {talk}},
        {"beside both", nothing, {held, talk}},
        {"beside two connected calls", nothing, {talk, talk}},
        {"beside a line with dial tone", two_lines, {tone}},
        {"where retrieving leaves the other alone", refuse, {talk}},
        {"where retrieving drops the other", drop, {talk}},
        {"where nothing can be held", no_hold, {}},
        {"where nothing can be held, beside a connected call", no_hold, {talk}},
        {"where one call can be held, beside it", one_hold, {held}},
        {"where one call can be held, beside a connected call", one_hold, {talk}},
        {"where rejecting is forbidden",
         [](OfficeSpec& s) { s.policy.reject_allowed = false; },
         {}},
        {"where answering drops",
         [](OfficeSpec& s) { s.policy.on_answer = OnAnswer::DropActive; },
         {talk}},
        {"where answering leaves the other alone",
         [](OfficeSpec& s) { s.policy.on_answer = OnAnswer::LeaveActive; },
         {talk}},
        {"where little is offered",
         [](OfficeSpec& s) {
             s.lines[0].profile.call_features = LINECALLFEATURE_DROP | LINECALLFEATURE_ANSWER;
         },
         {held}},
        {"where nothing can be held for a consultation",
         [](OfficeSpec& s) { s.lines[0].max_pending = 0; },
         {}},
        {"where calls are held before they are transferred",
         [](OfficeSpec& s) { s.lines[0].profile.consult_model = ConsultModel::Held; },
         {held}},
        {"where no call can be finished later",
         [](OfficeSpec& s) { s.policy.max_completions = 0; },
         {}},
        {"where nothing can be held for a conference, beside a held call",
         [](OfficeSpec& s) { s.lines[0].max_pending = 0; },
         {held}},
        {"beside a conference that waits for a party", nothing, {waiting}},
        {"beside such a conference, where other calls can be added", any_party, {waiting}},
        {"beside a member of a conference, where other calls can be added", any_party, {member}},
        {"beside a conference that is full",
         [=](OfficeSpec& s) {
             any_party(s);
             s.lines[0].max_conference = 3;
         },
         {waiting}},
        {"where conferences have two parties at most",
         [](OfficeSpec& s) {
             s.lines[0].max_conference = 2;
             s.lines[0].max_transfer_conference = 2;
         },
         {}},
        {"where nobody can be taken out of a conference",
         [](OfficeSpec& s) { s.policy.remove_party = pbx::RemoveParty::Nobody; },
         {}},
        {"where only the last can be taken out of a conference",
         [](OfficeSpec& s) { s.policy.remove_party = pbx::RemoveParty::TheLast; },
         {}},
        {"where who is taken out of a conference cannot be held",
         [](OfficeSpec& s) {
             s.policy.removed_to = pbx::RemovedTo::Held;
             s.lines[0].max_held = 0;
         },
         {}},
        {"where conferences start from a line",
         [](OfficeSpec& s) { s.lines[0].profile.setup_conf_null = true; },
         {}},
        {"where transfers become conferences only",
         [](OfficeSpec& s) { s.lines[0].profile.transfer_modes = LINETRANSFERMODE_CONFERENCE; },
         {talk}},
        {"where events go to terminals", terminals, {}},
        {"where events go to terminals, but not by calls", terminals_of_lines, {}},
        {"where events go to terminals, out of service", terminals, {}, true},
        {"out of service", nothing, {}, true},
        {"out of service beside a held call", nothing, {held}, true},
    };
}

TEST(Features, ABitIsOnWhenTheOperationIsPossibleAndOnlyThen) {
    Cells cells;
    for (const Situation& situation : situations()) try_all(situation, cells);
    std::cout << cells.tried << " cells, " << cells.on << " bits on\n";
    EXPECT_GT(cells.tried, 2500U);
    EXPECT_GT(cells.on, 250U);
}

}  // namespace
}  // namespace pbxlab::lines::test
