// Digits are collected, and the number judged: incomplete, complete, open or hopeless.
// Internal to switch/.
#pragma once

#include <string_view>

#include "switch/core.h"

namespace pbxlab::pbx {

// BadNumber when `order.digits`, after the digits given `before`, cannot be dialled; when they are
// the whole number and nobody has it and the order asks for that to be checked; or when it is the
// caller's own number and policy refuses that.
[[nodiscard]] Refusal check_digits(const Core& core, AddressId caller, std::string_view before,
                                   const Order& order);

// OrderKind::Dial. Gone, WrongState unless there is dial tone or a number is being dialled (for
// "that was all": unless more digits were announced), BadNumber.
[[nodiscard]] Refusal check_dial(const Core& core, const Order& order);
void dial(Core& core, const Order& order, ConnectionId id);

// Sends a piece of number behind what is still being sent; it is judged when it has been sent and
// analysed. Without digits, only that judgement.
void send_digits(Core& core, ConnectionId id, std::string_view digits, std::uint32_t pauses,
                 bool more);

void digit_arrives(Core& core, ConnectionId id);                      // Due::DigitArrives
void number_sent(Core& core, ConnectionId id, std::uint32_t detail);  // Due::NumberSent
void number_ends(Core& core, ConnectionId id);                        // Due::NumberEnds
void reorder(Core& core, ConnectionId id);                            // Due::Reorder

// What a caller gets for a number nobody has, while dialling or when the network finds out.
void treat_bad_number(Core& core, ConnectionId id);

}  // namespace pbxlab::pbx
