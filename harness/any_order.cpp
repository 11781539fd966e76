// A group of expects that may be met in any order. Each message meets one of them at most; when a
// message could meet several, they are handed out so that as many as possible are met (augmenting
// paths).
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "harness/ladder.h"
#include "harness/steps.h"
#include "harness/words.h"

namespace pbxlab::harness {

namespace {

struct Candidate {
    std::uint32_t entry;   // of the log
    std::size_t position;  // of the member's stream
};

struct Member {
    const Step* step = nullptr;
    Scope scope;
    pbx::SimTime deadline;
    std::size_t looked = 0;  // messages of the stream that have been looked at
    std::vector<Candidate> candidates;
    std::size_t met_by = kUnmet;  // of candidates
    std::string near;

    static constexpr std::size_t kUnmet = static_cast<std::size_t>(-1);
    [[nodiscard]] bool met() const { return met_by != kUnmet; }
};

class Group {
 public:
    explicit Group(Run& run) : run_{run} {}

    bool add(const Step& step) {
        const auto scope = scope_of(run_, step);
        if (!scope) return false;
        members_.push_back({.step = &step,
                            .scope = *scope,
                            .deadline = run_.now() + step.within.value_or(kWithin),
                            .looked = cursor(run_, *scope)});
        return true;
    }

    // Looks at the messages that have come, then tries to meet each member.
    void look() {
        for (Member& member : members_) gather(member);
        for (std::size_t i = 0; i < members_.size(); ++i) {
            if (members_[i].met()) continue;
            std::vector<bool> tried(members_.size());
            meet(i, tried);
        }
    }

    [[nodiscard]] bool all_met() const {
        return std::all_of(members_.begin(), members_.end(),
                           [](const Member& m) { return m.met(); });
    }

    // The unmet member whose time is over first.
    [[nodiscard]] const Member& next_due() const {
        const Member* next = nullptr;
        for (const Member& member : members_) {
            if (!member.met() && (next == nullptr || member.deadline < next->deadline))
                next = &member;
        }
        return *next;
    }

    // Passes the cursors and binds the names, in the order of the messages.
    void finish() {
        std::vector<std::pair<Candidate, const Member*>> taken;
        taken.reserve(members_.size());
        for (const Member& member : members_) {
            taken.emplace_back(member.candidates[member.met_by], &member);
        }
        std::sort(taken.begin(), taken.end(),
                  [](const auto& a, const auto& b) { return a.first.entry < b.first.entry; });
        for (const auto& [candidate, member] : taken) {
            consume(run_, *member->step, member->scope, candidate.position);
        }
    }

    void fail() {
        const Member& late = next_due();
        std::vector<std::string> notes;
        std::vector<Scope> scopes;
        for (const Member& member : members_) {
            if (!member.met()) scopes.push_back(member.scope);
            notes.push_back(fmt::format("{}: {}", awaited_text(*member.step),
                                        member.met() ? "came" : "did not come"));
        }
        run_.fail({.mark = late.step->mark,
                   .what = "one of a group of expects was not met",
                   .expected = fmt::format("{} within {}", awaited_text(*late.step),
                                           span_text(late.step->within.value_or(kWithin))),
                   .got = late.near,
                   .notes = std::move(notes),
                   .messages = last_messages(run_, scopes)});
    }

 private:
    void gather(Member& member) {
        for (; member.looked < stream(run_, member.scope).size(); ++member.looked) {
            const std::uint32_t entry = stream(run_, member.scope)[member.looked];
            if (run_.log.entries()[entry].message.at > member.deadline) continue;
            const Fitting fitting = fits(run_, *member.step, member.scope, entry);
            if (fitting.fit == Fit::Exact) member.candidates.push_back({entry, member.looked});
            if (fitting.fit == Fit::Near)
                member.near = describe(run_, entry) + ", but " + fitting.why;
        }
    }

    // Gives member `i` a message, moving others to another message of theirs where that helps.
    bool meet(std::size_t i, std::vector<bool>& tried) {
        tried[i] = true;
        Member& member = members_[i];
        for (std::size_t c = 0; c < member.candidates.size(); ++c) {
            const auto holder = holders_.find(member.candidates[c].entry);
            if (holder != holders_.end() && (tried[holder->second] || !meet(holder->second, tried)))
                continue;
            holders_[member.candidates[c].entry] = i;
            member.met_by = c;
            return true;
        }
        return false;
    }

    Run& run_;
    std::vector<Member> members_;
    std::map<std::uint32_t, std::size_t> holders_;  // of messages: the member they meet
};

}  // namespace

bool play_any_order(Run& run, const Step& step) {
    if (step.steps.empty()) return true;
    Group group{run};
    for (const Step& member : step.steps) {
        if (!group.add(member)) return false;
    }
    group.look();
    while (!group.all_met() && run.advance(group.next_due().deadline)) group.look();
    if (run.over()) return false;
    if (group.all_met()) {
        group.finish();
        return true;
    }
    group.fail();
    return false;
}

}  // namespace pbxlab::harness
