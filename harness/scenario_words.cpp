// A scenario file as a whole: what stands at its top, applications and traces.
#include "harness/scenario_words.h"

#include <algorithm>

#include "harness/scenario_words_constants.h"
#include "harness/scenario_words_step.h"
#include "harness/scenario_words_types.h"

namespace pbxlab::harness {

namespace {

// --- applications
constexpr Field kOpenFields[] = {
    field<&OpenWords::line>("line", "The line that is opened.", kNameText, kRequired),
    field<&OpenWords::privileges>("privileges",
                                  "LINECALLPRIVILEGE_; owner and monitor where not said.",
                                  Tapi<"LINECALLPRIVILEGE">::kBits),
    Either<"LINEMEDIAMODE|TAPIMEDIATYPE", At<&OpenWords::media>, At<&OpenWords::media_types>>::bits(
        "media",
        "LINEMEDIAMODE_, or TAPIMEDIATYPE_; "
        "interactiveVoice where not said."),
    field<&OpenWords::line_states>("lineStates",
                                   "States of the line to be told of (LINEDEVSTATE_).",
                                   Tapi<"LINEDEVSTATE">::kBits),
    field<&OpenWords::address_states>("addressStates",
                                      "States of its addresses to be told of (LINEADDRESSSTATE_).",
                                      Tapi<"LINEADDRESSSTATE">::kBits),
    field<&OpenWords::single_address>(
        "singleAddress",
        "Owns only the calls that come to this address (LINEOPENOPTION_SINGLEADDRESS).", kUnsigned),
};
const ObjectWords& open_words() {
    static constexpr ObjectWords kWords{
        .name = "open", .what = "an opened line", .fields = kOpenFields};
    return kWords;
}
void put_open(void* list, const Value& value) {
    OpenWords& open = static_cast<std::vector<OpenWords>*>(list)->emplace_back();
    open.mark = value.mark;
    assign(open.line, value);
}
void* open_open(void* list, const Value& value) {
    return make_room(static_cast<std::vector<OpenWords>*>(list)->emplace_back(), value);
}
constexpr Type kOpen{.expected = "a line's name, or an object with it",
                     .accepts = kText | kObject,
                     .form = Form::Name,
                     .object = open_words};
constexpr Field kOpenEntry{"", "A line that the application opens.", &kOpen, put_open, open_open};
constexpr Type kOpens{
    .expected = "a list of lines", .accepts = kList, .entry = &kOpenEntry, .most_entries = 1000};

constexpr Choice kApiWords[] = {{"tapi2", static_cast<int>(Api::Tapi2)},
                                {"tapi3", static_cast<int>(Api::Tapi3)}};
constexpr Type kApi{.name = "api", .form = Form::Word, .words = listed_words, .choices = kApiWords};
constexpr Type kPriority = whole_number("a whole number from 0 to 1000", 0, 1000);
constexpr Field kAppFields[] = {
    field<&AppWords::module>("module",
                             "File name of the program; its name and .exe where not said.", kTitle),
    Field{"version", "Highest version of the interface that it supports.", &kVersion,
          [](void* object, const Value& value) {
              auto& app = *static_cast<AppWords*>(object);
              app.has_version = true;
              assign(app.version, value);
          }},
    field<&AppWords::api>("api", "Which interface it uses; tapi2.", kApi),
    field<&AppWords::events>("events",
                             "With TAPI 3: the events that it is told (TAPI_EVENT); all of them "
                             "where not said.",
                             Constant<"TAPI_EVENT">::kBitsOrNumber),
    field<&AppWords::priority>(
        "priority", "Place in the priority list for offered calls, 1 first; 0: not in it.",
        kPriority),
    field<&AppWords::opens>("lines", "The lines that it opens at the start, in this order.",
                            kOpens),
};
constexpr Type kApp{.expected = "an application", .accepts = kObject, .object = application_words};
constexpr Field kAppEntry{"", "An application, by its name.", &kApp, nullptr,
                          [](void* object, const Value& value) {
                              auto& words = *static_cast<Scenario*>(object);
                              return add_named(words.applications, words.application_order, value);
                          }};
constexpr Type kApps{.expected = "an object of applications by name",
                     .accepts = kMap,
                     .entry = &kAppEntry,
                     .most_entries = kMaxLines};

// --- traces
constexpr Choice kAnyRun[] = {{"..."}};
constexpr Type kTraceState{.name = "traceState",
                           .expected = "a call state or \"...\"",
                           .form = Form::State,
                           .choices = kAnyRun,
                           .events = lines::TE_CALLSTATE};
TraceWords& trace_in(void* object) { return *static_cast<TraceWords*>(object); }
constexpr Field kConditionalFields[] = {
    Field{"state", "A state that belongs to the trace only under such a provider.", &kTraceState,
          [](void* object, const Value& value) { assign(trace_in(object).states.back(), value); },
          nullptr, kRequired},
    Field{"when", "Under which provider.", &kWhen, nullptr,
          [](void* object, const Value& value) -> void* {
              return make_room(trace_in(object).conditional.back().when, value);
          },
          kRequired},
};
const ObjectWords& conditional_words() {
    static constexpr ObjectWords kWords{
        .name = "conditionalState", .what = "a state of a trace", .fields = kConditionalFields};
    return kWords;
}
constexpr Type kTraceStateOrObject{
    .expected = "a call state, \"...\", or an object with state and when",
    .accepts = kText | kObject,
    .form = Form::State,
    .choices = kAnyRun,
    .events = lines::TE_CALLSTATE,
    .object = conditional_words};
constexpr Field kTraceStateEntry{
    "", "The next state; \"...\" is any run of states.", &kTraceStateOrObject,
    [](void* object, const Value& value) { assign(trace_in(object).states.emplace_back(), value); },
    [](void* object, const Value&) -> void* {
        TraceWords& trace = trace_in(object);
        trace.conditional.push_back({trace.states.size(), {}});
        trace.states.emplace_back();
        return object;
    }};
constexpr Type kTrace{
    .expected = "a list of call states", .accepts = kList, .entry = &kTraceStateEntry};
constexpr Field kTraceEntry{"", "All states of a call, in order.", &kTrace, nullptr,
                            [](void* object, const Value& value) -> void* {
                                auto& traces = static_cast<Scenario*>(object)->traces;
                                const auto same = [&](const TraceWords& trace) {
                                    return trace.call.value == value.text;
                                };
                                if (std::any_of(traces.begin(), traces.end(), same)) return nullptr;
                                assign(traces.emplace_back().call, value);
                                return &traces.back();
                            }};
constexpr Type kTraces{.expected = "an object of traces by the names of calls",
                       .accepts = kMap,
                       .entry = &kTraceEntry,
                       .most_entries = kMaxLines};

// --- calls that go alike
constexpr Field kFacesEntry{"", "The call of a TAPI 3 application that must have gone like it.",
                            &kNameText, [](void* object, const Value& value) {
                                FacesWords& faces =
                                    static_cast<Scenario*>(object)->faces.emplace_back();
                                faces.tapi2 = {std::string{value.entry}, value.mark};
                                assign(faces.tapi3, value);
                            }};
constexpr Type kFaces{.expected = "an object of calls by the names of calls",
                      .accepts = kMap,
                      .entry = &kFacesEntry,
                      .most_entries = kMaxLines};

// --- the matrix
void put_matrix_value(void* list, const Value& value) {
    MatrixValue& added = static_cast<std::vector<MatrixValue>*>(list)->emplace_back();
    added.mark = value.mark;
    if (value.kind == kText) added.value = std::string{value.text};
    if (value.kind == kNumber) added.value = value.number;
    if (value.kind == kFlag) added.value = value.number != 0;
}
constexpr std::int64_t kLargestValue = 1'000'000'000'000'000;
constexpr Type kMatrixValue{.expected = "a text, a whole number, true, false or null",
                            .accepts = kText | kNumber | kFlag | kNull,
                            .least = -kLargestValue,
                            .most = kLargestValue,
                            .literal = true};
constexpr Field kMatrixValueEntry{"", "A value of one run.", &kMatrixValue, put_matrix_value};
constexpr Type kMatrixValues{.expected = "a list of at least one value",
                             .accepts = kList,
                             .entry = &kMatrixValueEntry,
                             .least_entries = 1};
constexpr Field kMatrixEntry{
    "", "What ${name} stands for, one run after the other.", &kMatrixValues, nullptr,
    [](void* object, const Value& value) -> void* {
        Matrix& matrix = static_cast<Scenario*>(object)->matrix;
        const auto same = [&](const MatrixAxis& axis) { return axis.name.value == value.text; };
        if (std::any_of(matrix.begin(), matrix.end(), same)) return nullptr;
        assign(matrix.emplace_back().name, value);
        return &matrix.back().values;
    }};
constexpr Type kMatrix{.expected = "an object of lists of values by name",
                       .accepts = kMap,
                       .entry = &kMatrixEntry,
                       .least_entries = 1,
                       .most_entries = 16};
void* open_matrix(void* object, const Value& value) {
    static_cast<Scenario*>(object)->matrix_mark = value.mark;
    return object;
}

// --- the whole
constexpr Type kAboutName{.name = "subject",
                          .expected = "a TAPI function, or an edge case such as \"EC-12\"",
                          .form = Form::EdgeCase,
                          .words = function_words};
constexpr Field kAboutEntry = entry<Text>("A TAPI function or an edge case.", kAboutName);
constexpr Type kAbout{
    .expected = "a list of TAPI functions and edge cases", .accepts = kList, .entry = &kAboutEntry};
constexpr Type kSwitch{.expected = "a switch", .accepts = kObject, .object = switch_words};

constexpr Type kLoad{.expected = "a load", .accepts = kObject, .object = load_words};
constexpr Type kTelephony{.expected = "an object with locations and calling cards",
                          .accepts = kObject,
                          .object = telephony_words};

constexpr Field kScenarioFields[] = {
    Field{"$schema", "The schema of this file, for editors.", &kAnyText,
          [](void*, const Value&) {}},
    field<&Scenario::name>("name", "What the scenario shows, as a sentence.", kTitle, kRequired),
    field<&Scenario::why>("why", "Why it matters.", kAnyText),
    field<&Scenario::about>("about", "The operations and edge cases that it exercises.", kAbout),
    field<&Scenario::tags>("tags", "Words to choose scenarios by.", kTitles),
    Field{
        "matrix",
        "Lists of values by name: the scenario is run for each combination, with the values in the "
        "place of ${name} in its texts.",
        &kMatrix, nullptr, open_matrix},
    field<&Scenario::provider>(
        "provider", "What every line's provider, and the exchange, do differently.", kProvider),
    field<&Scenario::providers>("providers",
                                "Profiles under which it holds as it stands, each in a run of its "
                                "own; \"all\" for every one.",
                                kProfileNames),
    field<&Scenario::faults>(
        "faults", "What the provider does wrong; each must have an effect, unless it is optional.",
        kFaults),
    field<&Scenario::exchange>("switch", "The exchange with its lines, and the world outside.",
                               kSwitch, kRequired),
    field<&Scenario::telephony>(
        "telephony", "What address translation goes by: locations and calling cards.", kTelephony),
    field<&Scenario::api>("api",
                          "Which interface the lines' own applications use, where none are given; "
                          "tapi2.",
                          kApi),
    Field{"applications",
          "The applications, by name; without them each line has one of its own name that owns its "
          "calls.",
          &kApps, nullptr, same_object},
    field<&Scenario::steps>("steps", "What happens and what must come of it, in order.", kSteps,
                            kRequired),
    Field{"load", "The steps are the life of one call, and many arrive.", &kLoad, nullptr,
          &open_at<&Scenario::load>},
    Field{"traces",
          "All states that calls must go through, no more and no less, by the calls' names.",
          &kTraces, nullptr, same_object},
    Field{"faces",
          "Calls of TAPI 2 applications, each with one of a TAPI 3 application: the states of the "
          "first, as TAPI 3 has them, must be those of the second.",
          &kFaces, nullptr, same_object},
    field<&Scenario::strict>("strict", "Fails on any message that no step expected.", kYesNo),
    field<&Scenario::settle>(
        "settle", "How long the switch may go on after the last step; 5s where not said.", kSpan),
};

}  // namespace

const ObjectWords& scenario_words() {
    static constexpr ObjectWords kWords{
        .name = "scenario", .what = "a scenario", .fields = kScenarioFields};
    return kWords;
}

const ObjectWords& application_words() {
    static constexpr ObjectWords kWords{
        .name = "application", .what = "an application", .fields = kAppFields};
    return kWords;
}

}  // namespace pbxlab::harness
