// Calls that are taken to, or fetched from, other places of the exchange.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult redirect(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().redirect(ask.call, step.to && !step.to_null ? step.to->value.c_str() : nullptr,
                              step.country_code);
}

const char* number(const Step& step) {
    return step.to && !step.to_null ? step.to->value.c_str() : nullptr;
}

// Where a number is given, or NULL instead of one, the call is parked there; else the exchange
// chooses.
lines::LineResult park(Ask& ask) {
    const Step& step = ask.step;
    const bool directed = step.to || step.to_null;
    const std::uint32_t mode =
        directed ? lines::LINEPARKMODE_DIRECTED : lines::LINEPARKMODE_NONDIRECTED;
    ask.text->total_size = step.total_size.value_or(ask.text->total_size);
    return ask.app().park(ask.call, step.raw_bits.value_or(mode), number(step),
                          step.null_pointer ? nullptr : ask.text);
}

lines::LineResult unpark(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().unpark(ask.line, step.address_id.value_or(0),
                            step.null_pointer ? nullptr : ask.target, number(step));
}

lines::LineResult pickup(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().pickup(ask.line, step.address_id.value_or(0),
                            step.null_pointer ? nullptr : ask.target, number(step),
                            step.group ? step.group->value.c_str() : nullptr);
}

}  // namespace

const std::array<Verb, 4> kElsewhereVerbs = {{
    {lines::Op::Redirect, redirect},
    {lines::Op::Park, park},
    {lines::Op::Unpark, unpark},
    {lines::Op::Pickup, pickup},
}};

}  // namespace pbxlab::harness
