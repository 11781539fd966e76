// ITLegacyCallMediaControl and ITLegacyCallMediaControl2: digits, tones and media along a call
// (nn-tapi3if-itlegacycallmediacontrol; reference: tapi3-operations 15). What comes of them is told
// as events.
#include "lines/tapi3/engine.h"
#include "lines/tapi3/media_types.h"

namespace pbxlab::lines::tapi3 {

namespace {

constexpr std::uint32_t kMostGathered = 0x1'0000;  // digits that there is memory for

// There is a call to do it with; `gone`: what is returned where there is none.
HResult refuse(const Engine& engine, const CallFacts& facts, std::uint32_t gone) {
    if (!engine.initialized()) return hresult(TAPI_E_NOT_INITIALIZED);
    return hresult(facts.handle == kNoCall ? gone : S_OK);
}

HResult outcome(const Engine& engine, Method method, const CallFacts& facts, LineResult result) {
    if (result >= 0) return hresult(S_OK);
    return hresult_of(method, result, engine.habits(*facts.address).raw_errors);
}

// TAPI_TONEMODE has the numbers of LINETONEMODE_.
static_assert(TTM_RINGBACK == LINETONEMODE_RINGBACK && TTM_BUSY == LINETONEMODE_BUSY &&
              TTM_BEEP == LINETONEMODE_BEEP && TTM_BILLING == LINETONEMODE_BILLING);

bool is_tone(std::uint32_t mode) { return !tapi_word("TAPI_TONEMODE", mode).empty(); }

// As lines play and hear them; a pulse dial has fewer.
bool are_digits(std::string_view digits, std::uint32_t mode) {
    const std::string_view known =
        mode == LINEDIGITMODE_PULSE ? "0123456789,!" : "0123456789ABCDabcd*#,!";
    return digits.find_first_not_of(known) == std::string_view::npos;
}

}  // namespace

Returned Call::DetectDigits(std::uint32_t DigitMode) {
    const HResult refusal = refuse(*engine_, *facts_, TAPI_E_INVALCALLSTATE);
    if (failed(refusal)) return refusal;
    return outcome(*engine_, Method::DetectDigits, *facts_,
                   engine_->app->monitor_digits(facts_->handle, DigitMode));
}

Returned Call::GenerateDigits(const char* pDigits, std::uint32_t DigitMode) {
    return GenerateDigits2(pDigits, DigitMode, 0);
}

Returned Call::GenerateDigits2(const char* pDigits, std::uint32_t DigitMode,
                               std::uint32_t lDuration) {
    if (pDigits == nullptr) return hresult(E_POINTER);
    const HResult refusal = refuse(*engine_, *facts_, TAPI_E_INVALCALLSTATE);
    if (failed(refusal)) return refusal;
    if (!are_digits(pDigits, DigitMode)) return hresult(TAPI_E_INVALDIGITS);
    return outcome(*engine_, Method::GenerateDigits2, *facts_,
                   engine_->app->generate_digits(facts_->handle, DigitMode, pDigits, lDuration));
}

// Each gathering has a place for its digits until its end has been told.
Returned Call::GatherDigits(std::uint32_t DigitMode, std::uint32_t lNumDigits,
                            const char* pTerminationDigits, std::uint32_t lFirstDigitTimeout,
                            std::uint32_t lInterDigitTimeout) {
    const HResult refusal = refuse(*engine_, *facts_, TAPI_E_INVALCALLSTATE);
    if (failed(refusal)) return refusal;
    char* place = nullptr;
    if (lNumDigits > kMostGathered) return hresult(E_OUTOFMEMORY);
    if (lNumDigits != 0) place = facts_->gathered.emplace_back(lNumDigits, '\0').data();
    const LineResult result =
        engine_->app->gather_digits(facts_->handle, DigitMode, place, lNumDigits,
                                    pTerminationDigits, lFirstDigitTimeout, lInterDigitTimeout);
    if (result < 0 && place != nullptr) facts_->gathered.pop_back();
    return outcome(*engine_, Method::GatherDigits, *facts_, result);
}

Returned Call::DetectTones(const std::vector<MonitorTone>* pToneList) {
    const HResult refusal = refuse(*engine_, *facts_, TAPI_E_INVALCALLSTATE);
    if (failed(refusal)) return refusal;
    const bool any = pToneList != nullptr && !pToneList->empty();
    const auto count = any ? static_cast<std::uint32_t>(pToneList->size()) : 0;
    return outcome(
        *engine_, Method::DetectTones, *facts_,
        engine_->app->monitor_tones(facts_->handle, any ? pToneList->data() : nullptr, count));
}

Returned Call::GenerateTone(std::uint32_t ToneMode, std::uint32_t lDuration) {
    if (!is_tone(ToneMode)) return hresult(E_INVALIDARG);
    const HResult refusal = refuse(*engine_, *facts_, TAPI_E_INVALCALLSTATE);
    if (failed(refusal)) return refusal;
    return outcome(*engine_, Method::GenerateTone, *facts_,
                   engine_->app->generate_tone(facts_->handle, ToneMode, lDuration, 0, nullptr));
}

Returned Call::SetMediaType(std::uint32_t lMediaType) {
    if (!are_media_types(lMediaType)) return hresult(E_INVALIDARG);
    const HResult refusal = refuse(*engine_, *facts_, E_FAIL);
    if (failed(refusal)) return refusal;
    const std::uint32_t offered = engine_->profile(*facts_->address).media_modes;
    return outcome(
        *engine_, Method::SetMediaType, *facts_,
        engine_->app->set_media_mode(facts_->handle, media_modes_to_make(lMediaType, offered)));
}

// Both kinds of voice are listened for; no type ends it.
Returned Call::MonitorMedia(std::uint32_t lMediaType) {
    if (lMediaType != 0 && !are_media_types(lMediaType)) return hresult(E_INVALIDARG);
    const HResult refusal = refuse(*engine_, *facts_, E_FAIL);
    if (failed(refusal)) return refusal;
    return outcome(*engine_, Method::MonitorMedia, *facts_,
                   engine_->app->monitor_media(facts_->handle, media_modes_to_own(lMediaType)));
}

}  // namespace pbxlab::lines::tapi3
