// Applications of TAPI 3: they register for the calls of addresses instead of opening lines.
#include <fmt/format.h>

#include "harness/world.h"
#include "lines/tapi3/hresult.h"

namespace pbxlab::harness {

namespace {

namespace tapi3 = lines::tapi3;

// Everything there is to be told.
std::uint32_t all_events() {
    std::uint32_t events = 0;
    for (const lines::TapiName& name : lines::tapi_group("TAPI_EVENT")) events |= name.value;
    return events;
}

// Voice of either kind is audio, the types of one number are the same, and there are no others.
std::uint32_t types_of(std::uint32_t media_modes) {
    constexpr std::uint32_t kVoice =
        lines::LINEMEDIAMODE_INTERACTIVEVOICE | lines::LINEMEDIAMODE_AUTOMATEDVOICE;
    constexpr std::uint32_t kSame =
        lines::TAPIMEDIATYPE_VIDEO | lines::TAPIMEDIATYPE_DATAMODEM | lines::TAPIMEDIATYPE_G3FAX;
    const std::uint32_t audio = (media_modes & kVoice) != 0 ? lines::TAPIMEDIATYPE_AUDIO : 0;
    return audio | (media_modes & kSame);
}

std::uint32_t types_of(const OpenWords& words) {
    if (words.media_types || words.media)
        return words.media_types.value_or(0) | types_of(words.media.value_or(0));
    return lines::TAPIMEDIATYPE_AUDIO;
}

tapi3::VariantBool variant(bool truth) {
    return truth ? tapi3::VARIANT_TRUE : tapi3::VARIANT_FALSE;
}

}  // namespace

void World::start_tapi3(std::uint32_t index, const AppWords& words) {
    Seat& seat = seats_[index];
    seat.tapi = std::make_unique<tapi3::Tapi>(
        telephony_, lines::InitializeParams{.module = seat.module, .friendly_name = seat.name});
    tapi3::HResult result = seat.tapi->Initialize();
    if (result == 0) result = seat.tapi->put_EventFilter(words.events.value_or(all_events()));
    if (result != 0) {
        return refuse(fmt::format("application {} could not be initialised: {}", seat.name,
                                  tapi3::hresult_name(result)));
    }
    for (const OpenWords& open_words : words.opens) register_for(index, open_words);
}

// For each address of the line, or the one that is named.
void World::register_for(std::uint32_t index, const OpenWords& words) {
    Seat& seat = seats_[index];
    const std::uint32_t on = device(words.line.value);
    if (on == kNone) {
        return refuse(fmt::format("application {} opens line {}, which the switch does not have",
                                  seat.name, words.line.value));
    }
    opened(index, {.device = on});
    const bool owner = (words.privileges & lines::LINECALLPRIVILEGE_OWNER) != 0;
    const bool monitor = (words.privileges & lines::LINECALLPRIVILEGE_MONITOR) != 0;
    if (!owner && !monitor) return;  // it only makes calls
    for (std::uint32_t id = words.single_address.value_or(0);; ++id) {
        tapi3::Address* address = seat.tapi->address(on, id);
        if (address == nullptr) break;
        std::uint32_t cookie = 0;
        const tapi3::HResult result = seat.tapi->RegisterCallNotifications(
            address, variant(monitor), variant(owner), types_of(words), 0, &cookie);
        if (result != 0) {
            return refuse(fmt::format("application {} could not register for line {}: {}",
                                      seat.name, words.line.value, tapi3::hresult_name(result)));
        }
        if (words.single_address) break;
    }
}

}  // namespace pbxlab::harness
