// Assisted telephony: a program that knows nothing of lines asks for a call, and an application
// that has said it would makes it (nf-tapi-tapirequestmakecallw,
// nf-tapi-lineregisterrequestrecipient, nf-tapi-linegetrequestw, nf-tapi-tapigetlocationinfow).
#include <algorithm>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

// TAPIMAXAPPNAMESIZE, TAPIMAXCALLEDPARTYSIZE and TAPIMAXCOMMENTSIZE, without the terminator.
constexpr std::size_t kLongestName = 39;
constexpr std::size_t kLongestParty = 39;
constexpr std::size_t kLongestComment = 79;

// What is too long is cut, unlike anywhere else in the interface (nf-tapi-tapirequestmakecallw).
std::string cut(const char* text, std::size_t longest) {
    return text != nullptr ? std::string{std::string_view{text}.substr(0, longest)} : std::string{};
}

// LINE_REQUEST is told to the recipient that comes first, once for each request.
void tell_request(Core& core) {
    const Recipient* first = core.recipient_for(LINEREQUESTMODE_MAKECALL);
    if (first == nullptr) return;
    core.post(*core.apps[first->app], LINE_REQUEST, LINEREQUESTMODE_MAKECALL, 0, 0,
              first->registration);
}

}  // namespace

const Recipient* Core::recipient_for(std::uint32_t mode) const {
    if (const auto list = priorities.find(0); list != priorities.end()) {
        for (const std::string& module : list->second) {
            for (const Recipient& each : recipients) {
                if ((each.modes & mode) != 0 && same_module(apps[each.app]->params.module, module))
                    return &each;
            }
        }
    }
    const auto found = std::ranges::find_if(
        recipients, [mode](const Recipient& r) { return (r.modes & mode) != 0; });
    return found != recipients.end() ? &*found : nullptr;
}

void Core::remove_recipient(std::uint32_t app, std::uint32_t modes) {
    const Recipient* before = recipient_for(LINEREQUESTMODE_MAKECALL);
    const std::uint32_t first = before != nullptr ? before->app : pbx::kNobody;
    for (Recipient& each : recipients) {
        if (each.app == app) each.modes &= ~modes;
    }
    std::erase_if(recipients, [](const Recipient& each) { return each.modes == 0; });
    const Recipient* now = recipient_for(LINEREQUESTMODE_MAKECALL);
    if (now == nullptr) return asked_calls.clear();
    if (now->app == first) return;
    for (std::size_t i = 0; i < asked_calls.size(); ++i) tell_request(*this);
}

LineResult Application::register_request_recipient(std::uint32_t registration,
                                                   std::uint32_t request_modes, bool enable) {
    Subject subject{.core = *core_, .app = index_, .value = request_modes};
    if (const LineResult refusal = core_->refuse(Op::RegisterRequestRecipient, subject);
        refusal != 0)
        return refusal;
    if (!enable) {
        core_->remove_recipient(index_, request_modes);
        return 0;
    }
    const auto known = std::ranges::find(core_->recipients, index_, &Recipient::app);
    Recipient& entry = known != core_->recipients.end() ? *known : core_->recipients.emplace_back();
    entry.app = index_;
    entry.registration = registration;
    entry.modes |= request_modes;
    return 0;
}

LineResult Application::get_request(std::uint32_t request_mode, MakeCallRequest* request) {
    Subject subject{
        .core = *core_, .app = index_, .value = request_mode, .pointer = request != nullptr};
    if (const LineResult refusal = core_->refuse(Op::GetRequest, subject); refusal != 0)
        return refusal;
    *request = core_->asked_calls.front();
    core_->asked_calls.pop_front();
    return 0;
}

LineResult Application::request_make_call(const char* destination, const char* app_name,
                                          const char* called_party, const char* comment) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .pointer = destination != nullptr,
                    .text = destination != nullptr ? destination : ""};
    if (const LineResult refusal = core_->refuse(Op::RequestMakeCall, subject); refusal != 0)
        return refusal;
    core_->asked_calls.push_back({.dest_address = std::string{subject.text},
                                  .app_name = cut(app_name, kLongestName),
                                  .called_party = cut(called_party, kLongestParty),
                                  .comment = cut(comment, kLongestComment)});
    tell_request(*core_);
    return 0;
}

LineResult Application::get_location_info(LocationInfo* info) {
    Subject subject{.core = *core_, .app = index_, .pointer = info != nullptr};
    if (const LineResult refusal = core_->refuse(Op::GetLocationInfo, subject); refusal != 0)
        return refusal;
    const Location& here = core_->locations.here();
    info->country_code = std::to_string(find_country(here.country)->code);
    info->city_code = here.area;
    return 0;
}

}  // namespace pbxlab::lines
