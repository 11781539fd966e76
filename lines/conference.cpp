// lineSetupConference, linePrepareAddToConference, lineAddToConference, lineRemoveFromConference
// and lineGetConfRelatedCalls (nf-tapi-linesetupconferencew, nf-tapi-lineprepareaddtoconferencew,
// nf-tapi-lineaddtoconference, nf-tapi-lineremovefromconference, nf-tapi-linegetconfrelatedcalls).
#include "lines/conference_checks.h"
#include "lines/new_call.h"
#include "lines/sizes.h"
#include "lines/transfer_checks.h"

namespace pbxlab::lines {

namespace {

pbx::Order order_for(const Subject& subject) {
    pbx::Order order = new_call(subject);
    order.kind = pbx::OrderKind::Confer;
    order.connection = subject.leg != nullptr ? subject.leg->connection : pbx::ConnectionId{};
    order.address = consultation_address(subject);
    order.no_hold = holds_nobody(subject);
    return order;
}

// The calls of a conference that the line has heard of, the conference itself first.
std::vector<LegId> calls_of(const Core& core, const Subject& subject) {
    const bool is_parent = subject.leg->origin == LINECALLORIGIN_CONFERENCE;
    const LegId parent = is_parent ? subject.leg_id : subject.leg->conference;
    std::vector<LegId> calls;
    if (core.legs.find(parent) != nullptr) calls.push_back(parent);
    const pbx::Conference* conference = core.exchange.conference_of(subject.leg->connection);
    if (conference == nullptr) return calls;
    for (const pbx::ConnectionId member : conference->members) {
        const LegId id = core.leg_of(member);
        const Leg* leg = core.legs.find(id);
        if (leg != nullptr && leg->state == LINECALLSTATE_CONFERENCED) calls.push_back(id);
    }
    return calls;
}

}  // namespace

LineResult Application::setup_conference(HCall call, HLine line, HCall* conference,
                                         HCall* consultation, std::uint32_t num_parties,
                                         const CallParams* params) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = call == kNoCall ? line : kNoLine,
                    .call = call,
                    .other_value = num_parties,
                    .pointer = conference != nullptr && consultation != nullptr,
                    .params = params};
    subject.find();
    if (subject.leg == nullptr && subject.line_device != nullptr)
        subject.address_id = origin_address(subject);
    if (params != nullptr && subject.open != nullptr) take_params(subject);
    if (const LineResult refusal = core_->refuse(Op::SetupConference, subject); refusal != 0)
        return refusal;
    return core_->submit_call(Op::SetupConference, subject, order_for(subject),
                              {.call = consultation, .params = params, .conference = conference});
}

LineResult Application::prepare_add_to_conference(HCall conference, HCall* consultation,
                                                  const CallParams* params) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .call = conference,
                    .pointer = consultation != nullptr,
                    .params = params};
    subject.find();
    if (params != nullptr && subject.open != nullptr) take_params(subject);
    if (const LineResult refusal = core_->refuse(Op::PrepareAddToConference, subject); refusal != 0)
        return refusal;
    return core_->submit_call(Op::PrepareAddToConference, subject, order_for(subject),
                              {.call = consultation, .params = params});
}

LineResult Application::add_to_conference(HCall conference, HCall consultation) {
    Subject subject{.core = *core_, .app = index_, .call = conference, .other = consultation};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::AddToConference, subject); refusal != 0)
        return refusal;
    return core_->submit(Op::AddToConference, subject,
                         {.kind = pbx::OrderKind::AddParty,
                          .connection = subject.leg->connection,
                          .other = subject.other_leg->connection});
}

LineResult Application::remove_from_conference(HCall call) {
    Subject subject{.core = *core_, .app = index_, .call = call};
    subject.find();
    if (const LineResult refusal = core_->refuse(Op::RemoveFromConference, subject); refusal != 0)
        return refusal;
    return core_->submit(
        Op::RemoveFromConference, subject,
        {.kind = pbx::OrderKind::RemoveParty, .connection = subject.leg->connection});
}

LineResult Application::get_conf_related_calls(HCall call, CallList* list) {
    Subject subject{.core = *core_, .app = index_, .call = call, .pointer = list != nullptr};
    subject.find();
    if (list != nullptr) subject.total_size = list->total_size;
    subject.fixed_size = fixed_size(Structure::CallList, kTapi20);
    if (const LineResult refusal = core_->refuse(Op::GetConfRelatedCalls, subject); refusal != 0)
        return refusal;
    list->calls.clear();
    SizeCount size{*list, subject.fixed_size};
    for (const LegId id : calls_of(*core_, subject)) {
        HandleId handle = core_->handle_of(id, subject.open_id);
        if (!size.fits(sizeof(HCall))) continue;  // no handle that could not be returned
        if (!handle.valid()) {
            handle = core_->add_handle(id, subject.open_id, LINECALLPRIVILEGE_MONITOR);
            core_->tell_info(*core_->legs.find(id), LINECALLINFOSTATE_NUMMONITORS, subject.open_id);
        }
        list->calls.push_back(Core::call_value(handle));
    }
    return 0;
}

}  // namespace pbxlab::lines
