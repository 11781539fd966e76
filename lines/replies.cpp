#include "lines/replies.h"

#include <iterator>

namespace pbxlab::lines {

namespace {

// How a refusal of the exchange is told; OPERATIONFAILED where there is no row.
constexpr RefusalReply kReplies[] = {
    {Op::MakeCall, pbx::Refusal::NoAppearance, LINEERR_CALLUNAVAIL},
    {Op::MakeCall, pbx::Refusal::LineTaken, LINEERR_CALLUNAVAIL},
    {Op::MakeCall, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::Dial, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Dial, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Dial, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::Accept, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Accept, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Answer, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Answer, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Answer, pbx::Refusal::HoldFull, LINEERR_INUSE},
    {Op::Answer, pbx::Refusal::NoAppearance, LINEERR_INUSE},
    {Op::Drop, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Drop, pbx::Refusal::NotAllowed, LINEERR_OPERATIONUNAVAIL},
    {Op::Hold, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Hold, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Hold, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::Unhold, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Unhold, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Unhold, pbx::Refusal::OtherActive, LINEERR_INVALCALLSTATE},
    {Op::Unhold, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::Unhold, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::SwapHold, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::SwapHold, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::SwapHold, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::SwapHold, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::Redirect, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Redirect, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Redirect, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::Redirect, pbx::Refusal::NotAllowed, LINEERR_INVALADDRESS},
    {Op::SetupTransfer, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::SetupTransfer, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::SetupTransfer, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::SetupTransfer, pbx::Refusal::NoAppearance, LINEERR_CALLUNAVAIL},
    {Op::SetupTransfer, pbx::Refusal::BadNumber, LINEERR_INVALCALLPARAMS},
    {Op::Park, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::Park, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::Park, pbx::Refusal::NoOrbit, LINEERR_RESOURCEUNAVAIL},
    {Op::Park, pbx::Refusal::TooLong, LINEERR_STRUCTURETOOSMALL},
    {Op::Unpark, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::Unpark, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::Unpark, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::Pickup, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::Pickup, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::Pickup, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::CompleteTransfer, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::CompleteTransfer, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::BlindTransfer, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::BlindTransfer, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::BlindTransfer, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::Forward, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::Forward, pbx::Refusal::BadNumber, LINEERR_INVALADDRESS},
    {Op::CompleteTransfer, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::SetupConference, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::SetupConference, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::SetupConference, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::SetupConference, pbx::Refusal::NoAppearance, LINEERR_CALLUNAVAIL},
    {Op::SetupConference, pbx::Refusal::BadNumber, LINEERR_INVALCALLPARAMS},
    {Op::PrepareAddToConference, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::PrepareAddToConference, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::PrepareAddToConference, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::PrepareAddToConference, pbx::Refusal::NoAppearance, LINEERR_CALLUNAVAIL},
    {Op::PrepareAddToConference, pbx::Refusal::BadNumber, LINEERR_INVALCALLPARAMS},
    {Op::AddToConference, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::AddToConference, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::AddToConference, pbx::Refusal::OtherActive, LINEERR_INVALCALLSTATE},
    {Op::AddToConference, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::RemoveFromConference, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::RemoveFromConference, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::RemoveFromConference, pbx::Refusal::HoldFull, LINEERR_RESOURCEUNAVAIL},
    {Op::RemoveFromConference, pbx::Refusal::NoAppearance, LINEERR_RESOURCEUNAVAIL},
    {Op::SendUserUserInfo, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::SendUserUserInfo, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::SecureCall, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::CompleteCall, pbx::Refusal::WrongState, LINEERR_INVALCALLSTATE},
    {Op::CompleteCall, pbx::Refusal::Gone, LINEERR_INVALCALLSTATE},
    {Op::CompleteCall, pbx::Refusal::Full, LINEERR_COMPLETIONOVERRUN},
    {Op::UncompleteCall, pbx::Refusal::Gone, LINEERR_INVALCOMPLETIONID},
};

// Those that the profile chooses.
struct ChosenReply {
    Op op;
    pbx::Refusal refusal;
    std::uint32_t Profile::*error;
};
constexpr ChosenReply kChosenReplies[] = {
    {Op::Park, pbx::Refusal::BadNumber, &Profile::park_error},
    {Op::Park, pbx::Refusal::OrbitTaken, &Profile::park_error},
    {Op::Unpark, pbx::Refusal::Nothing, &Profile::unpark_error},
    {Op::Pickup, pbx::Refusal::Nothing, &Profile::pickup_error},
};

}  // namespace

std::span<const RefusalReply> refusal_replies() { return kReplies; }

LineResult reply_for(const Core& core, const Request& request, pbx::Refusal refusal) {
    const Op op = request.op;
    const OpenLine* open = core.opens.find(request.open);
    const Leg* leg = core.legs.find(request.leg);
    // The call is connected, as was asked for, if by somebody else (edge case 19).
    const bool forestalled = op == Op::Answer && refusal == pbx::Refusal::WrongState &&
                             leg != nullptr && leg->state == LINECALLSTATE_CONNECTED;
    if (forestalled && core.profile(core.devices[leg->device]).late_answer == LateAnswer::Done)
        return 0;
    for (const ChosenReply& row : kChosenReplies) {
        if (row.op == op && row.refusal == refusal && open != nullptr)
            return line_error(core.profile(core.devices[open->device]).*row.error);
    }
    if (refusal == pbx::Refusal::OutOfService) return line_error(LINEERR_INVALLINESTATE);
    for (std::size_t i = 0; i < std::size(kReplies); ++i) {
        const RefusalReply& row = kReplies[i];
        const bool muted = core.options.muted_reply == static_cast<int>(i);
        if (row.op == op && row.refusal == refusal && !muted) return line_error(row.error);
    }
    return line_error(LINEERR_OPERATIONFAILED);
}

}  // namespace pbxlab::lines
