// Forwarding, completion, terminals, and what calls bear.
#include "tests/conformance/wrong.h"

namespace pbxlab::lines::test {

void add_forwarding(std::vector<Wrong>& all) {
    const auto entry_with = [&all](const char* what, const char* error, auto change) {
        all.push_back(
            {Op::Forward, what, error, ask_with([change](Ask& a) { change(a.forwards[0]); })});
    };
    for (const std::uint32_t mode :
         {0U, 3U, LINEFORWARDMODE_UNKNOWN, LINEFORWARDMODE_UNAVAIL, kNoBit})
        entry_with("mode", "INVALPARAM", [mode](Forward& f) { f.mode = mode; });
    entry_with("a caller for anyone", "INVALPARAM", [](Forward& f) { f.caller_address = "1002"; });
    entry_with("nobody for one caller", "INVALPARAM",
               [](Forward& f) { f.mode = LINEFORWARDMODE_BUSYSPECIFIC; });
    for (const std::uint32_t country : {1000U, 0xFFFF'FFFFU})
        entry_with("country", "INVALCOUNTRYCODE",
                   [country](Forward& f) { f.dest_country_code = country; });
    for (const char* number : {"1001", "10-02", "x", "1;", "1?", "1W2", ",", "\xFF"})
        entry_with(number, "INVALADDRESS", [number](Forward& f) { f.dest_address = number; });
    entry_with("caller", "INVALADDRESS", [](Forward& f) {
        f.mode = LINEFORWARDMODE_UNCONDSPECIFIC;
        f.caller_address = "10 02";
    });
    for (const std::size_t count : {17U, 1000U}) {
        all.push_back({Op::Forward, "number of entries", "INVALPARAM",
                       ask_with([count](Ask& a) { a.forwards.resize(count, a.forwards[0]); })});
    }
    all.push_back({Op::Forward, "entries for one caller", "INVALPARAM", ask_with([](Ask& a) {
                       a.forwards[0].mode = LINEFORWARDMODE_UNCONDSPECIFIC;
                       a.forwards[0].caller_address = "1002";
                       a.forwards.resize(9, a.forwards[0]);
                   })});
}

void add_completion(std::vector<Wrong>& all) {
    for (const std::uint32_t mode :
         {0U, 3U, LINECALLCOMPLMODE_INTRUDE, LINECALLCOMPLMODE_MESSAGE, 16U, kNoBit}) {
        all.push_back({Op::CompleteCall, "mode", "INVALCALLCOMPLMODE",
                       ask_with([mode](Ask& a) { a.completion_mode = mode; })});
    }
    for (const std::uint32_t id : {0U, 2U, 0xFFFF'FFFFU}) {
        all.push_back({Op::UncompleteCall, "id", "INVALCOMPLETIONID",
                       ask_with([id](Ask& a) { a.completion = id; })});
    }
}

// Whatever is selected, terminals and classes of events have to exist, and to go together.
void add_terminals(std::vector<Wrong>& all) {
    const auto wrong = [&all](const char* what, const char* error, auto change) {
        for (const std::uint32_t select :
             {LINECALLSELECT_LINE, LINECALLSELECT_ADDRESS, LINECALLSELECT_CALL}) {
            all.push_back({Op::SetTerminal, what, error, ask_with([=](Ask& a) {
                               a.select = select;
                               change(a);
                           })});
        }
    };
    for (const std::uint32_t modes : {0U, 0x100U, kNoBit | LINETERMMODE_RINGER, 0xFFFF'FFFFU}) {
        for (const bool enable : {true, false}) {
            wrong("terminal modes", "INVALTERMINALMODE", [=](Ask& a) {
                a.terminal_modes = modes;
                a.enable = enable;
            });
        }
    }
    wrong("what a loudspeaker cannot take", "INVALTERMINALMODE",
          [](Ask& a) { a.terminal_modes = LINETERMMODE_RINGER | LINETERMMODE_BUTTONS; });
    for (const std::uint32_t terminal : {3U, 8U, 0xFFFF'FFFFU}) {
        for (const bool enable : {true, false}) {
            wrong("terminal", "INVALTERMINALID", [=](Ask& a) {
                a.terminal = terminal;
                a.enable = enable;
            });
        }
    }
    for (const std::uint32_t address : {1U, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetTerminal, "address", "INVALADDRESSID", ask_with([address](Ask& a) {
                           a.select = LINECALLSELECT_ADDRESS;
                           a.address = address;
                       })});
    }
    for (const HCall call : {kNoCall, HCall{0xFFFF'FFFF}, HCall{1}}) {
        all.push_back({Op::SetTerminal, "call", "INVALCALLHANDLE", ask_with([call](Ask& a) {
                           a.select = LINECALLSELECT_CALL;
                           a.call = call;
                       })});
    }
    all.push_back({Op::SetTerminal, "foreign call", "INVALCALLHANDLE", [](Stage& s) {
                       s.ask.select = LINECALLSELECT_CALL;
                       foreign_call(s);
                   }});
}

void add_what_calls_bear(std::vector<Wrong>& all) {
    for (const std::size_t size : {1025U, 100'000U}) {
        all.push_back({Op::SetCallData, "call data", "INVALPARAM",
                       ask_with([size](Ask& a) { a.call_data = std::string(size, '\0'); })});
    }
    for (const std::uint32_t treatment : {0U, 5U, 0x100U, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetCallTreatment, "treatment", "INVALPARAM",
                       ask_with([treatment](Ask& a) { a.treatment = treatment; })});
    }
    for (const std::uint32_t bearer : {0U, 3U, kNoBit, 0xFFFF'FFFFU}) {
        all.push_back({Op::SetCallParams, "bearer mode", "INVALBEARERMODE",
                       ask_with([bearer](Ask& a) { a.bearer = bearer; })});
    }
    all.push_back({Op::SetCallParams, "bearer mode of others", "BEARERMODEUNAVAIL",
                   ask_with([](Ask& a) { a.bearer = LINEBEARERMODE_PASSTHROUGH; })});
    all.push_back({Op::SetCallParams, "rates", "INVALRATE",
                   ask_with([](Ask& a) { a.lowest_rate = 2, a.highest_rate = 1; })});
    all.push_back({Op::SetCallParams, "rate", "RATEUNAVAIL",
                   ask_with([](Ask& a) { a.highest_rate = 64'001; })});
}

}  // namespace pbxlab::lines::test
