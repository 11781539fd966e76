// ITForwardInformation and ITForwardInformation2: a list of forwardings, one for each mode, that
// says nothing until ITAddress::Forward is given it (reference: tapi3-operations 7).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "lines/tapi3/hresult.h"

namespace pbxlab::lines::tapi3 {

class ForwardInformation {
 public:
    // One mode's forwarding. An empty destination: such callers are turned away.
    struct Entry {
        std::string destination, caller;
        std::uint32_t destination_type = LINEADDRESSTYPE_PHONENUMBER;  // LINEADDRESSTYPE_
        std::uint32_t caller_type = LINEADDRESSTYPE_PHONENUMBER;
        bool operator==(const Entry&) const = default;
    };

    // Rings until a call counts as not answered; 0: the provider's.
    HResult put_NumRingsNoAnswer(std::uint32_t lNumRings);
    HResult get_NumRingsNoAnswer(std::uint32_t* plNumRings) const;
    // ForwardType: LINEFORWARDMODE_; what was set for it before goes. A NULL destination is an
    // empty one. The caller counts in the modes for one caller only; E_POINTER: none is given
    // there. E_INVALIDARG: no such mode, not one alone, or no such type of address
    // (itforwardinformation-setforwardtype).
    HResult SetForwardType(std::uint32_t ForwardType, const char* pDestAddress,
                           const char* pCallerAddress);
    HResult SetForwardType2(std::uint32_t ForwardType, const char* pDestAddress,
                            std::uint32_t DestAddressType, const char* pCallerAddress,
                            std::uint32_t CallerAddressType);
    // E_POINTER; E_INVALIDARG: no such mode. What has not been set is empty.
    HResult get_ForwardTypeDestination(std::uint32_t ForwardType, std::string* ppDestAddress) const;
    HResult get_ForwardTypeCaller(std::uint32_t ForwardType, std::string* ppCallerAddress) const;
    HResult GetForwardType(std::uint32_t ForwardType, std::string* ppDestAddress,
                           std::string* ppCallerAddress) const;
    HResult GetForwardType2(std::uint32_t ForwardType, std::string* ppDestAddress,
                            std::uint32_t* pDestAddressType, std::string* ppCallerAddress,
                            std::uint32_t* pCallerAddressType) const;
    HResult get_ForwardTypeDestinationAddressType(std::uint32_t ForwardType,
                                                  std::uint32_t* pDestAddressType) const;
    HResult get_ForwardTypeCallerAddressType(std::uint32_t ForwardType,
                                             std::uint32_t* pCallerAddressType) const;
    // Empties the list, but not the number of rings; what is in force stays in force.
    HResult Clear();

    [[nodiscard]] const std::map<std::uint32_t, Entry>& entries() const { return entries_; }
    [[nodiscard]] std::uint32_t rings() const { return rings_; }

 private:
    std::map<std::uint32_t, Entry> entries_;  // by LINEFORWARDMODE_
    std::uint32_t rings_ = 0;
};

}  // namespace pbxlab::lines::tapi3
