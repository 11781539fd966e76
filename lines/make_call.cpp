// lineMakeCall (nf-tapi-linemakecall).
#include <algorithm>

#include "lines/new_call.h"
#include "lines/transfer_checks.h"

namespace pbxlab::lines {

std::uint32_t origin_address(const Subject& subject) {
    const Core& core = subject.core;
    const auto count = static_cast<std::uint32_t>(subject.line_device->addresses.size());
    if (subject.params == nullptr) {
        for (std::uint32_t i = 0; i < count; ++i) {
            const bool free =
                core.exchange.has_free_appearance(core.address_of(*subject.line_device, i));
            if (free && core.serves(*subject.line_device, i)) return i;
        }
        return 0;
    }
    if (subject.params->address_mode != LINEADDRESSMODE_DIALABLEADDR)
        return subject.params->address_id;
    return address_by_number(subject);
}

std::uint32_t address_by_number(const Subject& subject) {
    const Core& core = subject.core;
    const auto count = static_cast<std::uint32_t>(subject.line_device->addresses.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const pbx::AddressId id = core.address_of(*subject.line_device, i);
        if (core.exchange.number(id) == subject.params->orig_address) return i;
    }
    return count;
}

pbx::Order new_call(const Subject& subject) {
    const std::uint32_t flags = subject.params != nullptr ? subject.params->call_param_flags : 0;
    const std::uint32_t seconds = subject.params != nullptr ? subject.params->no_answer_timeout : 0;
    return {.kind = pbx::OrderKind::Originate,
            .address = subject.core.address_of(*subject.line_device, subject.address_id),
            .digits = subject.number.digits,
            .pauses = subject.number.pauses,
            .no_answer_limit = std::min<pbx::Duration>(std::chrono::seconds{seconds},
                                                       subject.policy().longest_no_answer),
            .media = subject.params != nullptr ? subject.params->media_mode : 0,
            .more = subject.number.partial,
            .fresh_line = (flags & LINECALLPARAMFLAGS_IDLE) != 0,
            .withhold_id = (flags & LINECALLPARAMFLAGS_BLOCKID) != 0,
            .vet_number = subject.profile().bad_number != BadNumber::FailCall,
            .secure = (flags & LINECALLPARAMFLAGS_SECURE) != 0};
}

void take_params(Subject& subject) {
    const CallParams& params = *subject.params;
    if ((params.call_param_flags & kDialsAtOnce) != 0) {
        subject.has_number = true;
        subject.number = parse_dial_string(params.target_address);
    }
    subject.total_size = params.total_size;
    subject.user_info_size = params.user_user_info.size();
    subject.user_info_limit = subject.profile().uui_make_call_size;
    subject.fixed_size = fixed_size(Structure::CallParams, subject.open->api_version);
    subject.address_id = params.address_mode == LINEADDRESSMODE_DIALABLEADDR
                             ? address_by_number(subject)
                             : params.address_id;
}

LineResult Application::make_call(HLine line, HCall* call, const char* destination,
                                  std::uint32_t country_code, const CallParams* params) {
    Subject subject{.core = *core_,
                    .app = index_,
                    .line = line,
                    .value = country_code,
                    .pointer = call != nullptr,
                    .params = params};
    subject.find();
    if (destination != nullptr) {
        subject.has_number = true;
        subject.number = parse_dial_string(destination);
    }
    if (subject.line_device != nullptr) {
        subject.address_id = origin_address(subject);
        subject.user_info_limit = subject.profile().uui_make_call_size;
    }
    if (params != nullptr && subject.open != nullptr) {
        subject.total_size = params->total_size;
        subject.fixed_size = fixed_size(Structure::CallParams, subject.open->api_version);
        subject.user_info_size = params->user_user_info.size();
    }
    if (const LineResult refusal = core_->refuse(Op::MakeCall, subject); refusal != 0)
        return refusal;
    return core_->submit_call(Op::MakeCall, subject, new_call(subject),
                              {.call = call, .params = params});
}

}  // namespace pbxlab::lines
