// Asynchronous requests while they are outstanding. Internal to lines/.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lines/operations.h"
#include "lines/profile.h"
#include "lines/structures.h"
#include "lines/terminals.h"
#include "switch/exchange.h"
#include "switch/ids.h"

namespace pbxlab::lines {

using OpenId = pbx::Handle<struct OpenTag>;
using LegId = pbx::Handle<struct LegTag>;
using RequestId = pbx::Handle<struct RequestTag>;

// What lineForward asks for.
struct ForwardOrder {
    pbx::Forwarding forwarding;
    std::vector<pbx::AddressId> addresses;
};

// What comes of a request that makes a call.
struct NewCall {
    HCall* call = nullptr;  // to be filled
    const CallParams* params = nullptr;
    HCall* conference = nullptr;  // to be filled, with a new one that the call is made for
    std::unique_ptr<ForwardOrder> forward;  // to be asked for when the call is answered
};

// An asynchronous request between its return and its reply.
struct Request {
    std::uint32_t id = 0;  // what the function returned
    Op op = Op::MakeCall;
    OpenId open;  // invalid once its line is closed: nobody waits for the reply
    LegId leg;    // of the call it is about; invalid before a call is made
    std::uint32_t device = pbx::kNobody;  // of what the lines carry out by themselves
    pbx::OrderId order;
    pbx::TimerId timer;                   // of a reply that needs no order
    HCall* call = nullptr;                // to be filled
    HCall* conference = nullptr;          // the same
    VarString* chosen = nullptr;          // the same, with an address that the exchange chooses
    std::uint32_t* completion = nullptr;  // the same
    LineResult result = 0;                // of a reply that needs no order
    LegId far_leg;                        // where user-user information goes
    std::string user_info;
    std::unique_ptr<CallParams> params;  // of a call to be made
    std::uint32_t country = 0;           // of its destination
    std::uint32_t value = 0;             // what is to be set
    RouteOrder route;                    // the same, of events to terminals
    std::unique_ptr<ForwardOrder> forward;
    bool replied = false;
    ReplyOrder reply_order = ReplyOrder::ReplyFirst;
    bool reply_at_once = false;     // before the exchange has heard of it
    bool reply_after_call = false;  // a fault: behind what is told of the call that is made
    pbx::Duration slow{};           // a fault: it gets to the exchange so much later
};

}  // namespace pbxlab::lines
