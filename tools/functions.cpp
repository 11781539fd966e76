// The document lines/FUNCTIONS.md: every function of tapi.h, and what becomes of it here.
#include "tools/functions.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "lines/operations.h"
#include "tools/terminal.h"

namespace pbxlab::tools {

namespace {

struct Apart {
    std::string_view functions;  // with a blank between two
    std::string_view why;
};

// What is no operation of this interface, and why.
constexpr Apart kApart[] = {
    {"lineAgentSpecific lineCreateAgent lineCreateAgentSession lineGetAgentActivityList "
     "lineGetAgentCaps lineGetAgentGroupList lineGetAgentInfo lineGetAgentSessionInfo "
     "lineGetAgentSessionList lineGetAgentStatus lineGetGroupList lineGetQueueInfo "
     "lineGetQueueList lineSetAgentActivity lineSetAgentGroup lineSetAgentMeasurementPeriod "
     "lineSetAgentSessionState lineSetAgentState lineSetAgentStateEx "
     "lineSetQueueMeasurementPeriod",
     "the exchange has no agents of a call centre: LINEERR_OPERATIONUNAVAIL"},
    {"lineGetProxyStatus lineProxyMessage lineProxyResponse",
     "no proxy for agents: LINEERR_OPERATIONUNAVAIL, as for lineOpen with LINEOPENOPTION_PROXY"},
    {"lineConfigDialog lineConfigDialogEdit lineConfigProvider lineGetIcon lineTranslateDialog",
     "the provider has no windows: LINEERR_OPERATIONUNAVAIL"},
    {"lineAddProvider lineGetProviderList lineRemoveProvider",
     "there is one provider, the exchange; lines come and go by Telephony::create_line and "
     "remove_line"},
    {"lineGetDevConfig lineSetDevConfig",
     "lines have no media devices that could be set up: LINEERR_OPERATIONUNAVAIL"},
    {"lineNegotiateExtVersion",
     "there are no extensions; the only extension version is 0: LINEERR_OPERATIONUNAVAIL"},
    {"lineInitialize", "lineInitializeEx with version 1.3 or 1.4 does the same"},
    {"lineSetCallQualityOfService", "calls carry no packets: LINEERR_OPERATIONUNAVAIL"},
    {"tapiRequestDrop tapiRequestMediaCall", "without a function since version 2.0"},
};

struct Row {
    std::string_view function, status;
    std::string text;
};

std::vector<Row> rows() {
    std::vector<Row> all;
    for (const lines::Operation& operation : lines::operations()) {
        const bool never = lines::guards(operation.op).back().check == lines::Check::Never;
        all.push_back({operation.function, never ? "refused" : "works",
                       never ? "the exchange has no such thing: LINEERR_OPERATIONUNAVAIL"
                             : fmt::format("`{}` in scenarios", operation.word)});
    }
    for (const Apart& apart : kApart) {
        std::string_view rest = apart.functions;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            all.push_back({rest.substr(0, end), "not part", std::string{apart.why}});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    std::ranges::sort(all, {}, &Row::function);
    return all;
}

}  // namespace

void print_functions() {
    print(
        "# The functions of tapi.h\n\n"
        "Made by `pbxlab describe --functions`. A function that exists for ANSI and Unicode stands "
        "here once, without\nits last letter. **works**: with every check that "
        "[OPERATIONS.md](OPERATIONS.md) lists. **refused**: it can be\ncalled, looks at its "
        "handles and is then unavailable. **not part**: not part of pbxlab; where a code "
        "follows, that is\nwhat an application would get. The functions of telephones (phone...) "
        "are not part of pbxlab, which simulates the\nlines of an exchange.\n\n"
        "| function | | |\n| --- | --- | --- |\n");
    for (const Row& row : rows())
        print(fmt::format("| {} | {} | {} |\n", row.function, row.status, row.text));
}

}  // namespace pbxlab::tools
