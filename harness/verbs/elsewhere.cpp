// Calls that are taken to, or fetched from, other places of the exchange.
#include "harness/verbs/verbs.h"

namespace pbxlab::harness {

namespace {

lines::LineResult redirect(Ask& ask) {
    const Step& step = ask.step;
    return ask.app().redirect(ask.call, step.to && !step.to_null ? step.to->value.c_str() : nullptr,
                              step.country_code);
}

}  // namespace

const std::array<Verb, 1> kElsewhereVerbs = {{
    {lines::Op::Redirect, redirect},
}};

}  // namespace pbxlab::harness
