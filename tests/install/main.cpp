// One station calls another through an installed pbxlab; ends with 0 when the call is up and sound.
#include <cstdio>

#include "switch/exchange.h"

int main() {
    using namespace pbxlab::pbx;

    Exchange exchange({.seed = 1});
    const auto alice =
        exchange.add_address(exchange.add_station({.name = "alice"}), {.number = "1001"});
    const auto bob =
        exchange.add_address(exchange.add_station({.name = "bob"}), {.number = "1002"});
    if (!alice || !bob) return std::puts("the numbers are refused"), 1;

    exchange.place({.kind = OrderKind::Originate, .address = *alice, .digits = "1002"});
    while (exchange.connection_count() < 2) {
        if (!exchange.scheduler().step()) return std::puts("nobody is called"), 1;
    }
    if (const auto broken = exchange.check_invariants()) return std::puts(broken->c_str()), 1;
    return 0;
}
