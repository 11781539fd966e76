// ITForwardInformation and ITForwardInformation2 (nn-tapi3if-itforwardinformation).
#include "lines/tapi3/forward_information.h"

#include <bit>

namespace pbxlab::lines::tapi3 {

namespace {

constexpr std::uint32_t kModes = 0xFFFF;  // LINEFORWARDMODE_ that say when, and whose calls
constexpr std::uint32_t kSpecific = LINEFORWARDMODE_UNCONDSPECIFIC | LINEFORWARDMODE_BUSYSPECIFIC |
                                    LINEFORWARDMODE_NOANSWSPECIFIC | LINEFORWARDMODE_BUSYNASPECIFIC;

constexpr bool is_mode(std::uint32_t mode) {
    return std::has_single_bit(mode) && (mode & ~kModes) == 0;
}
constexpr bool is_specific(std::uint32_t mode) { return (mode & kSpecific) != 0; }

bool is_address_type(std::uint32_t type) { return !tapi_word("LINEADDRESSTYPE", type).empty(); }

}  // namespace

HResult ForwardInformation::put_NumRingsNoAnswer(std::uint32_t lNumRings) {
    rings_ = lNumRings;
    return hresult(S_OK);
}

HResult ForwardInformation::get_NumRingsNoAnswer(std::uint32_t* plNumRings) const {
    if (plNumRings == nullptr) return hresult(E_POINTER);
    *plNumRings = rings_;
    return hresult(S_OK);
}

HResult ForwardInformation::SetForwardType(std::uint32_t ForwardType, const char* pDestAddress,
                                           const char* pCallerAddress) {
    return SetForwardType2(ForwardType, pDestAddress, LINEADDRESSTYPE_PHONENUMBER, pCallerAddress,
                           LINEADDRESSTYPE_PHONENUMBER);
}

HResult ForwardInformation::SetForwardType2(std::uint32_t ForwardType, const char* pDestAddress,
                                            std::uint32_t DestAddressType,
                                            const char* pCallerAddress,
                                            std::uint32_t CallerAddressType) {
    if (is_specific(ForwardType) && pCallerAddress == nullptr) return hresult(E_POINTER);
    if (!is_mode(ForwardType) || !is_address_type(DestAddressType) ||
        !is_address_type(CallerAddressType))
        return hresult(E_INVALIDARG);
    entries_[ForwardType] = {.destination = pDestAddress != nullptr ? pDestAddress : "",
                             .caller = pCallerAddress != nullptr ? pCallerAddress : "",
                             .destination_type = DestAddressType,
                             .caller_type = CallerAddressType};
    return hresult(S_OK);
}

HResult ForwardInformation::get_ForwardTypeDestination(std::uint32_t ForwardType,
                                                       std::string* ppDestAddress) const {
    std::string caller;
    return GetForwardType(ForwardType, ppDestAddress, &caller);
}

HResult ForwardInformation::get_ForwardTypeCaller(std::uint32_t ForwardType,
                                                  std::string* ppCallerAddress) const {
    std::string destination;
    return GetForwardType(ForwardType, &destination, ppCallerAddress);
}

HResult ForwardInformation::GetForwardType(std::uint32_t ForwardType, std::string* ppDestAddress,
                                           std::string* ppCallerAddress) const {
    std::uint32_t destination_type = 0;
    std::uint32_t caller_type = 0;
    return GetForwardType2(ForwardType, ppDestAddress, &destination_type, ppCallerAddress,
                           &caller_type);
}

HResult ForwardInformation::GetForwardType2(std::uint32_t ForwardType, std::string* ppDestAddress,
                                            std::uint32_t* pDestAddressType,
                                            std::string* ppCallerAddress,
                                            std::uint32_t* pCallerAddressType) const {
    if (ppDestAddress == nullptr || pDestAddressType == nullptr || ppCallerAddress == nullptr ||
        pCallerAddressType == nullptr)
        return hresult(E_POINTER);
    if (!is_mode(ForwardType)) return hresult(E_INVALIDARG);
    const auto place = entries_.find(ForwardType);
    const Entry entry = place != entries_.end() ? place->second : Entry{};
    *ppDestAddress = entry.destination;
    *pDestAddressType = entry.destination_type;
    *ppCallerAddress = entry.caller;
    *pCallerAddressType = entry.caller_type;
    return hresult(S_OK);
}

HResult ForwardInformation::get_ForwardTypeDestinationAddressType(
    std::uint32_t ForwardType, std::uint32_t* pDestAddressType) const {
    std::string destination;
    std::string caller;
    std::uint32_t caller_type = 0;
    return GetForwardType2(ForwardType, &destination, pDestAddressType, &caller, &caller_type);
}

HResult ForwardInformation::get_ForwardTypeCallerAddressType(
    std::uint32_t ForwardType, std::uint32_t* pCallerAddressType) const {
    std::string destination;
    std::string caller;
    std::uint32_t destination_type = 0;
    return GetForwardType2(ForwardType, &destination, &destination_type, &caller,
                           pCallerAddressType);
}

HResult ForwardInformation::Clear() {
    entries_.clear();
    return hresult(S_OK);
}

}  // namespace pbxlab::lines::tapi3
