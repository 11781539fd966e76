// lineSetAppPriority and lineGetAppPriority: which application comes first for a media mode, or for
// the calls that other programs ask for (nf-tapi-linesetapppriorityw, nf-tapi-linegetapppriorityw).
#include <algorithm>

#include "lines/guards.h"

namespace pbxlab::lines {

namespace {

constexpr std::uint32_t kRegisteredOnly = 0xFFFF'FFFF;

// To the top of one list, or off it.
void rank(std::vector<std::string>& list, std::string_view module, std::uint32_t priority) {
    std::erase_if(list, [module](const std::string& each) { return same_module(each, module); });
    if (priority == 1) list.emplace(list.begin(), module);
}

// The list is that of the media mode, or, for none, of the requests for calls.
bool is_registered(const Core& core, std::string_view module, std::uint32_t media_mode) {
    for (const auto& app : core.apps) {
        if (!app->live || !same_module(app->params.module, module)) continue;
        for (const OpenId id : app->opens) {
            if ((core.opens.find(id)->media_modes & media_mode) != 0) return true;
        }
    }
    return std::ranges::any_of(core.recipients, [&](const Recipient& each) {
        return media_mode == 0 && (each.modes & LINEREQUESTMODE_MAKECALL) != 0 &&
               same_module(core.apps[each.app]->params.module, module);
    });
}

}  // namespace

LineResult Application::set_app_priority(const char* module, std::uint32_t media_modes,
                                         std::uint32_t request_mode, std::uint32_t priority) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .value = media_modes,
                    .other_value = request_mode,
                    .pointer = module != nullptr,
                    .text = module != nullptr ? module : "",
                    .priority = priority};
    if (const LineResult refusal = core_->refuse(Op::SetAppPriority, subject); refusal != 0)
        return refusal;
    if (media_modes == 0) rank(core_->priorities[0], subject.text, priority);
    for (std::uint32_t mode = 1; mode != 0; mode <<= 1U) {
        if ((media_modes & mode) != 0) rank(core_->priorities[mode], subject.text, priority);
    }
    return 0;
}

LineResult Application::get_app_priority(const char* module, std::uint32_t media_mode,
                                         std::uint32_t request_mode, std::uint32_t* priority) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .value = media_mode,
                    .other_value = request_mode,
                    .pointer = module != nullptr && priority != nullptr,
                    .text = module != nullptr ? module : ""};
    if (const LineResult refusal = core_->refuse(Op::GetAppPriority, subject); refusal != 0)
        return refusal;
    const std::vector<std::string>& list = core_->priorities[media_mode];
    const auto place = std::ranges::find_if(
        list, [&](const std::string& each) { return same_module(each, subject.text); });
    if (place != list.end()) {
        *priority = static_cast<std::uint32_t>(place - list.begin()) + 1;
        return 0;
    }
    const bool old = index_ != pbx::kNobody && core_->apps[index_]->params.api_version < kTapi20;
    *priority = old && is_registered(*core_, subject.text, media_mode) ? kRegisteredOnly : 0;
    return 0;
}

}  // namespace pbxlab::lines
