// dwCallFeatures and dwCallFeatures2 of a call as it stands: what neither the guard table nor the
// exchange would refuse now (nf-tapi-linegetcallstatus; reference: call-model 6).
#include <algorithm>
#include <array>
#include <vector>

#include "lines/capabilities.h"
#include "lines/completion_checks.h"
#include "lines/guards.h"
#include "lines/transfer_checks.h"

namespace pbxlab::lines {

namespace {

// A way to carry out an operation that has several; each may be possible or not.
struct Way {
    Op op;
    std::uint32_t Profile::*offered;
    std::uint32_t mode, feature2;
};
constexpr std::array kWays = {
    Way{Op::CompleteTransfer, &Profile::transfer_modes, LINETRANSFERMODE_TRANSFER,
        LINECALLFEATURE2_TRANSFERNORM},
    Way{Op::CompleteTransfer, &Profile::transfer_modes, LINETRANSFERMODE_CONFERENCE,
        LINECALLFEATURE2_TRANSFERCONF},
    Way{Op::CompleteCall, &Profile::completion_modes, LINECALLCOMPLMODE_CAMPON,
        LINECALLFEATURE2_COMPLCAMPON},
    Way{Op::CompleteCall, &Profile::completion_modes, LINECALLCOMPLMODE_CALLBACK,
        LINECALLFEATURE2_COMPLCALLBACK},
    Way{Op::CompleteCall, &Profile::completion_modes, LINECALLCOMPLMODE_INTRUDE,
        LINECALLFEATURE2_COMPLINTRUDE},
    Way{Op::CompleteCall, &Profile::completion_modes, LINECALLCOMPLMODE_MESSAGE,
        LINECALLFEATURE2_COMPLMESSAGE},
};

// What features are made of, looked up once for each operation.
struct Standing {
    std::vector<const Guard*> guards;  // those that concern how things stand
    bool two_calls = false;
    bool has_ways = false;
};

Standing standing_of(Op op) {
    Standing made;
    for (const Guard& guard : guards(op)) {
        if (concerns_standing(guard.check)) made.guards.push_back(&guard);
        if (guard.check == Check::OtherCallHandle) made.two_calls = true;
    }
    made.has_ways = std::ranges::any_of(kWays, [op](const Way& way) { return way.op == op; });
    return made;
}

const Standing& standing(Op op) {
    static const std::vector<Standing> kAll = [] {
        std::vector<Standing> all;
        for (const Operation& entry : operations()) all.push_back(standing_of(entry.op));
        return all;
    }();
    return kAll[static_cast<std::size_t>(op)];
}

// Whether how things stand would let an owner or monitor use the operation now.
bool stands(Op op, const Subject& subject) {
    return std::ranges::all_of(standing(op).guards,
                               [&subject](const Guard* guard) { return passes(*guard, subject); });
}

// What the exchange would say to it; it knows more of a call than its state.
bool exchange_agrees(Op op, const Subject& s) {
    if (op == Op::CompleteTransfer) return transfer_refusal(s) == pbx::Refusal::None;
    if (op == Op::CompleteCall) return completion_refusal(s) == pbx::Refusal::None;
    return true;
}

bool is_possible(Op op, Subject& subject, std::uint32_t mode) {
    subject.value = mode;
    return stands(op, subject) && exchange_agrees(op, subject);
}

Subject about(Core& core, HandleId first, HandleId second) {
    const OpenLine& open = *core.opens.find(core.handles.find(first)->open);
    Subject subject{.core = core, .app = open.app, .call = Core::call_value(first)};
    if (second.valid()) subject.other = Core::call_value(second);
    subject.find();
    return subject;
}

// Some other call of the same application on the line makes a pair with this one, in either order.
bool is_possible_with_another(Core& core, Op op, HandleId handle, std::uint32_t mode) {
    const CallHandle& mine = *core.handles.find(handle);
    const Leg& leg = *core.legs.find(mine.leg);
    return std::ranges::any_of(core.devices[leg.device].legs, [&](LegId id) {
        const HandleId other = core.handle_of(id, mine.open);
        if (!other.valid() || other == handle) return false;
        Subject one = about(core, handle, other);
        if (is_possible(op, one, mode)) return true;
        Subject turned = about(core, other, handle);
        return is_possible(op, turned, mode);
    });
}

// `alone`: of the call without another one.
bool is_possible_now(Op op, HandleId handle, Subject& alone, std::uint32_t mode) {
    return standing(op).two_calls ? is_possible_with_another(alone.core, op, handle, mode)
                                  : is_possible(op, alone, mode);
}

// An operation with several ways needs one that is offered and possible.
bool is_possible_somehow(Op op, HandleId handle, Subject& alone) {
    if (!standing(op).has_ways) return is_possible_now(op, handle, alone, 0);
    return std::ranges::any_of(kWays, [&](const Way& way) {
        return way.op == op && (alone.profile().*way.offered & way.mode) != 0 &&
               is_possible_now(op, handle, alone, way.mode);
    });
}

}  // namespace

std::uint32_t Core::features(HandleId handle) {
    const std::uint32_t state = legs.find(handles.find(handle)->leg)->state;
    std::uint32_t bits = 0;
    Subject alone = about(*this, handle, {});
    for (const Operation& entry : operations()) {
        if (entry.call_feature == 0 || (state & entry.shown) == 0) continue;
        if (is_possible_somehow(entry.op, handle, alone)) bits |= entry.call_feature;
    }
    return bits;
}

std::uint32_t Core::features2(HandleId handle, std::uint32_t features) {
    Subject alone = about(*this, handle, {});
    std::uint32_t bits = refinements(alone.profile(), features);
    for (const Way& way : kWays) {
        if ((bits & way.feature2) != 0 && !is_possible_now(way.op, handle, alone, way.mode))
            bits &= ~way.feature2;
    }
    return bits;
}

}  // namespace pbxlab::lines
