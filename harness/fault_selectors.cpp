// The words that select messages, and what they mean.
#include <fmt/format.h>

#include "harness/fault_words.h"
#include "harness/scenario_words_fault.h"
#include "harness/scenario_words_tapi.h"

namespace pbxlab::harness {

namespace {

using lines::MessageKind;

struct Plain {
    std::string_view word;
    std::uint32_t id;
    std::string_view group;  // of the bits that can stand behind a point
};
constexpr Plain kPlain[] = {
    {"any", MessageKind::kAny, {}},
    {"callInfo", lines::LINE_CALLINFO, "LINECALLINFOSTATE"},
    {"lineDevState", lines::LINE_LINEDEVSTATE, "LINEDEVSTATE"},
    {"addressState", lines::LINE_ADDRESSSTATE, "LINEADDRESSSTATE"},
    {"appNewCall", lines::LINE_APPNEWCALL, {}},
    {"close", lines::LINE_CLOSE, {}},
    {"create", lines::LINE_CREATE, {}},
    {"remove", lines::LINE_REMOVE, {}},
    {"monitorDigits", lines::LINE_MONITORDIGITS, {}},
    {"gatherDigits", lines::LINE_GATHERDIGITS, {}},
    {"generate", lines::LINE_GENERATE, {}},
    {"monitorTone", lines::LINE_MONITORTONE, {}},
    {"monitorMedia", lines::LINE_MONITORMEDIA, {}},
    {"request", lines::LINE_REQUEST, {}},
};

std::vector<FaultSelector> make_selectors() {
    std::vector<FaultSelector> all;
    all.push_back({"callState", {.id = lines::LINE_CALLSTATE}});
    for (const Choice& choice : state_words()) {
        const StateWord state = state_of(choice);
        all.push_back({fmt::format("callState.{}", choice.word),
                       {.id = lines::LINE_CALLSTATE, .bits = state.state, .mode = state.mode}});
    }
    all.push_back({"reply", {.id = lines::LINE_REPLY}});
    for (const lines::Operation& each : lines::operations()) {
        if (!each.asynchronous) continue;
        all.push_back(
            {fmt::format("reply.{}", each.word), {.id = lines::LINE_REPLY, .op = each.op}});
    }
    for (const Plain& plain : kPlain) {
        all.push_back({std::string{plain.word}, {.id = plain.id}});
        if (plain.group.empty()) continue;
        for (const Choice& bit : tapi_words(Type{.group = plain.group})) {
            all.push_back({fmt::format("{}.{}", plain.word, bit.word),
                           {.id = plain.id, .bits = static_cast<std::uint32_t>(bit.value)}});
        }
    }
    return all;
}

std::vector<Choice> make_words(bool states_only) {
    std::vector<Choice> words;
    const auto selectors = fault_selectors();
    for (std::size_t i = 0; i < selectors.size(); ++i) {
        const MessageKind& kind = selectors[i].kind;
        const bool state = kind.id == lines::LINE_CALLSTATE && kind.bits != 0;
        if (state || !states_only)
            words.push_back({selectors[i].word, static_cast<std::int64_t>(i)});
    }
    return words;
}

template <class Fits>
std::vector<Choice> operations_that(Fits fits) {
    std::vector<Choice> words = {{"any", kAnyOperation}};
    for (const lines::Operation& each : lines::operations()) {
        if (fits(each)) words.push_back({each.word, static_cast<int>(each.op)});
    }
    return words;
}

// Those that begin or end the use of the interface, or concern no line.
bool can_fail(const lines::Operation& operation) {
    using lines::Op;
    switch (operation.op) {
        case Op::InitializeEx:
        case Op::Shutdown:
        case Op::GetMessage:
        case Op::Close:
        case Op::DeallocateCall:
        case Op::GetTranslateCaps:
        case Op::SetCurrentLocation:
        case Op::GetCountry:
        case Op::SetAppPriority:
        case Op::GetAppPriority:
        case Op::RegisterRequestRecipient:
        case Op::GetRequest:
        case Op::RequestMakeCall:
        case Op::GetLocationInfo: return false;
        default: return true;
    }
}

bool makes_a_call(lines::Op op) {
    using lines::Op;
    switch (op) {
        case Op::MakeCall:
        case Op::Unpark:
        case Op::Pickup:
        case Op::SetupTransfer:
        case Op::CompleteTransfer:
        case Op::SetupConference:
        case Op::PrepareAddToConference:
        case Op::Forward:
        case Op::CompleteCall:
        case Op::Park: return true;
        default: return false;
    }
}

}  // namespace

std::span<const FaultSelector> fault_selectors() {
    static const std::vector<FaultSelector> kAll = make_selectors();
    return kAll;
}

std::span<const Choice> selector_words(const Type&) {
    static const std::vector<Choice> kWords = make_words(false);
    return kWords;
}

std::span<const Choice> state_selector_words(const Type&) {
    static const std::vector<Choice> kWords = make_words(true);
    return kWords;
}

std::span<const Choice> failing_words(const Type&) {
    static const std::vector<Choice> kWords = operations_that(can_fail);
    return kWords;
}

std::span<const Choice> slow_words(const Type&) {
    static const std::vector<Choice> kWords =
        operations_that([](const lines::Operation& each) { return each.asynchronous; });
    return kWords;
}

std::span<const Choice> early_words(const Type&) {
    static const std::vector<Choice> kWords = operations_that(
        [](const lines::Operation& each) { return each.asynchronous && !makes_a_call(each.op); });
    return kWords;
}

std::span<const Choice> feature_words(const Type&) {
    static const std::vector<Choice> kWords = [] {
        std::vector<Choice> words;
        for (const lines::Operation& each : lines::operations()) {
            if (lines::has_feature_bit(each.op))
                words.push_back({each.word, static_cast<int>(each.op)});
        }
        return words;
    }();
    return kWords;
}

}  // namespace pbxlab::harness
