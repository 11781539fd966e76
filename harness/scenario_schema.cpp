// The JSON Schema of scenario files, written from the same tables that the reader reads by.
#include <nlohmann/json.hpp>

#include "harness/event_words.h"
#include "harness/json_rules.h"
#include "harness/json_scalars.h"
#include "harness/limits.h"
#include "harness/scenario_reader.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"

namespace pbxlab::harness {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDefs = "#/$defs/";

// A regular expression for `word` in any case: "[oO][nN]...". JSON Schema has no flag for that.
std::string any_case(std::string_view word) {
    std::string pattern;
    for (const char c : word) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter) {
            pattern += c == '.' ? std::string{"[.]"} : std::string{c};
            continue;
        }
        const char small = static_cast<char>(c | 0x20);
        pattern += {'[', small, static_cast<char>(small - 0x20), ']'};
    }
    return pattern;
}

std::string any_case(std::span<const Choice> words) {
    std::string pattern = "^(";
    for (const Choice& word : words) {
        if (pattern.size() > 2) pattern += '|';
        pattern += any_case(word.word);
    }
    return pattern + ")$";
}

Json enumeration(std::span<const Choice> words) {
    Json list = Json::array();
    for (const Choice& word : words) list.push_back(word.word);
    return {{"enum", std::move(list)}};
}

// The enumeration gives completion, the pattern the other spellings.
Json case_free(std::span<const Choice> words) {
    return {{"anyOf", {enumeration(words), {{"type", "string"}, {"pattern", any_case(words)}}}}};
}

class SchemaWriter {
 public:
    // With `matrix`, "${name}" may stand wherever a single value does.
    explicit SchemaWriter(bool matrix) : matrix_{matrix} {}
    std::string write(std::string_view title, std::string_view what, const ObjectWords& root);

 private:
    Json type(const Type& type);
    Json alternatives(const Type& type);
    Json matrix_value();
    Json one_kind(const Type& type, JsonKind kind);
    Json text(const Type& type);
    Json events(const EventKind& kind);
    Json list(const Type& type);
    Json map(const Type& type);
    Json object(const ObjectWords& words);
    Json reference(const ObjectWords& words);
    Json define(std::string_view name, Json schema);
    Json field(const Field& field);
    void add_step_rules(Json& step);
    void add_check_rules(Json& rules);
    Json rule(const Shape& shape);
    Json bits_of(const Shape& shape);

    bool matrix_;
    Json defs_ = Json::object();
};

Json ref(std::string_view name) { return {{"$ref", std::string{kDefs} + std::string{name}}}; }

Json SchemaWriter::define(std::string_view name, Json schema) {
    const std::string key{name};
    if (!defs_.contains(key)) defs_[key] = std::move(schema);
    return ref(name);
}

// Not for texts that may be anything anyhow, nor where bits have had it as single words.
bool takes_matrix_value(const Type& type) {
    const bool free =
        (type.accepts & kText) != 0 && (type.form == Form::Free || type.form == Form::NotEmpty);
    const bool bits = (type.accepts & kList) != 0 && (type.accepts & kText) != 0;
    return !free && !bits && !type.literal &&
           (type.accepts & (kText | kNumber | kFlag | kNull)) != 0;
}

Json SchemaWriter::matrix_value() {
    return define("matrixValue", {{"description", "A value of the matrix, by its name."},
                                  {"type", "string"},
                                  {"pattern", "[$][{][A-Za-z][A-Za-z0-9_-]*[}]"}});
}

Json SchemaWriter::text(const Type& type) {
    switch (type.form) {
        case Form::Word:
            return type.any_case ? case_free(type.words(type)) : enumeration(type.words(type));
        case Form::EdgeCase:
            return {{"anyOf",
                     {enumeration(type.words(type)),
                      {{"type", "string"}, {"pattern", "^EC-[0-9]{1,3}$"}}}}};
        case Form::State: {
            Json kinds = Json::array();
            if (!type.choices.empty()) kinds.push_back(enumeration(type.choices));
            kinds.push_back(define("callState", case_free(state_words())));
            for (const EventKind& kind : event_kinds()) {
                if ((kind.event & type.events) != 0) kinds.push_back(events(kind));
            }
            return kinds.size() == 1 ? kinds.front() : Json{{"anyOf", std::move(kinds)}};
        }
        default: break;
    }
    Json schema = {{"type", "string"}, {"pattern", pattern_of(type.form)}};
    if (type.form == Form::Free || type.form == Form::NotEmpty) schema["maxLength"] = kMaxTextBytes;
    return schema;
}

// What an event of one kind says.
Json SchemaWriter::events(const EventKind& kind) {
    return define(constant_text("TAPI_EVENT", kind.event), {{"enum", words_of(kind)}});
}

Json SchemaWriter::list(const Type& type) {
    Json schema = {{"type", "array"}, {"items", field(*type.entry)}};
    if (type.least_entries != 0) schema["minItems"] = type.least_entries;
    return schema;
}

Json SchemaWriter::map(const Type& type) {
    Json schema = {{"type", "object"},
                   {"propertyNames", {{"pattern", pattern_of(Form::Name)}}},
                   {"maxProperties", type.most_entries},
                   {"additionalProperties", field(*type.entry)}};
    if (type.least_entries != 0) schema["minProperties"] = type.least_entries;
    return schema;
}

Json SchemaWriter::one_kind(const Type& type, JsonKind kind) {
    switch (kind) {
        case kText: return text(type);
        case kNumber: return {{"type", "integer"}, {"minimum", type.least}, {"maximum", type.most}};
        case kFlag: return {{"type", "boolean"}};
        case kNull: return {{"type", "null"}};
        case kObject: return reference(type.object());
        case kMap: return map(type);
        case kList: return list(type);
    }
    return {};
}

Json SchemaWriter::alternatives(const Type& type) {
    Json kinds = Json::array();
    for (const JsonKind kind : {kText, kNumber, kFlag, kNull, kObject, kMap, kList}) {
        if ((type.accepts & kind) == 0) continue;
        // Bits are a word of their group or a list of such words.
        const bool bits = kind == kText && type.form == Form::Word && (type.accepts & kList) != 0;
        kinds.push_back(bits ? this->type(*type.entry->type) : one_kind(type, kind));
    }
    if (matrix_ && takes_matrix_value(type)) kinds.push_back(matrix_value());
    if (kinds.size() > 1) return {{"anyOf", std::move(kinds)}};
    return std::move(kinds.front());
}

Json SchemaWriter::type(const Type& type) {
    const bool named = !type.name.empty() && type.accepts == kText && type.mask == 0;
    return named ? define(type.name, alternatives(type)) : alternatives(type);
}

Json SchemaWriter::field(const Field& field) {
    Json schema = Json::object();
    if (!field.what.empty()) schema["description"] = field.what;
    schema.update(type(*field.type));
    return schema;
}

// One of these words at least.
Json any_required(std::string_view words) {
    Json choices = Json::array();
    for (const std::string_view word : listed(words)) choices.push_back({{"required", {word}}});
    return {{"anyOf", std::move(choices)}};
}

Json rule_of(const WordRule& rule) {
    Json demands = Json::array();
    if (!rule.takes.empty()) {
        Json names = {rule.with};
        for (const std::string_view word : listed(rule.takes)) names.push_back(word);
        demands.push_back({{"propertyNames", {{"enum", std::move(names)}}}});
    }
    if (!rule.bars.empty()) demands.push_back({{"not", any_required(rule.bars)}});
    if (!rule.needs.empty()) demands.push_back(any_required(rule.needs));
    return {{"if", {{"required", {rule.with}}}}, {"then", {{"allOf", std::move(demands)}}}};
}

Json SchemaWriter::object(const ObjectWords& words) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : words.fields) {
        properties[std::string{field.name}] = this->field(field);
        if (field.required) required.push_back(field.name);
    }
    Json schema = {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    if (words.not_empty) schema["minProperties"] = 1;
    for (const std::string_view name : words.exactly_one)
        schema["oneOf"].push_back({{"required", {name}}});
    for (const WordRule& rule : words.rules) schema["allOf"].push_back(rule_of(rule));
    return schema;
}

Json SchemaWriter::reference(const ObjectWords& words) {
    const std::string name{words.name};
    if (!words.narrows.empty())
        return {{"$ref", std::string{kDefs} + std::string{words.narrows}},
                {"required", {words.must}}};
    if (!defs_.contains(name)) {
        defs_[name] = Json::object();  // it may contain itself
        Json schema = object(words);
        if (&words == &step_words()) add_step_rules(schema);
        defs_[name] = std::move(schema);
    }
    return ref(words.name);
}

Json names_of(WordSet set) {
    Json names = Json::array();
    for (std::size_t i = 0; i < kStepFields.size(); ++i) {
        if (set.has(i)) names.push_back(kStepFields[i].name);
    }
    return names;
}

// One of these words at least.
Json any_required(WordSet set) {
    Json choices = Json::array();
    for (const Json& name : names_of(set)) choices.push_back({{"required", {name}}});
    return choices.size() == 1 ? choices.front() : Json{{"anyOf", std::move(choices)}};
}

// The steps that a row of shapes() is about.
Json condition_of(const Shape& shape) {
    Json required = {kind_word(shape.kind)};
    Json condition = Json::object();
    if (shape.variant != Shape::kAny) {
        const Type& type = *kStepFields[find_word(kStepFields, kind_word(shape.kind))].type;
        const auto awaited = static_cast<Awaited>(shape.variant);
        const bool event = shape.kind != StepKind::Do && shape.variant < kFirstMethod &&
                           is_event(awaited) && shape.kind != StepKind::Inject;
        const std::string def =
            event ? constant_text("TAPI_EVENT", event_kind(awaited).event) : "callState";
        Json value = ref(std::string_view{def});
        for (const Choice& choice : type.words == nullptr ? type.choices : type.words(type)) {
            if (choice.value == shape.variant) value = {{"const", choice.word}};
        }
        condition["properties"][std::string{kind_word(shape.kind)}] = std::move(value);
    }
    if (!shape.with.empty()) required.push_back(shape.with);
    condition["required"] = std::move(required);
    return condition;
}

// Bits whose group depends on what is awaited.
Json SchemaWriter::bits_of(const Shape& shape) {
    const bool awaited = shape.kind == StepKind::Expect || shape.kind == StepKind::Never;
    if (!awaited || shape.variant == Shape::kAny) return nullptr;
    switch (static_cast<Awaited>(shape.variant)) {
        case Awaited::CallInfo: return type(Tapi<"LINECALLINFOSTATE">::kBits);
        case Awaited::LineDevState:
        case Awaited::Reinit: return type(Tapi<"LINEDEVSTATE">::kBits);
        case Awaited::AddressState: return type(Tapi<"LINEADDRESSSTATE">::kBits);
        case Awaited::MonitorDigits: return type(Tapi<"LINEDIGITMODE">::kBits);
        case Awaited::GatherDigits: return type(Tapi<"LINEGATHERTERM">::kBits);
        case Awaited::Generate: return type(Tapi<"LINEGENERATETERM">::kBits);
        case Awaited::DigitEvent: return type(Tapi<"LINEDIGITMODE">::kBits);
        case Awaited::GenerateEvent: return type(Tapi<"LINEGENERATETERM">::kBits);
        case Awaited::GatherEvent: return type(Tapi<"TAPI_GATHERTERM">::kBits);
        default: return nullptr;
    }
}

Json SchemaWriter::rule(const Shape& shape) {
    Json demands = Json::array();
    if (!shape.takes.empty())
        demands.push_back({{"propertyNames", {{"enum", names_of(shape.takes)}}}});
    if (!shape.bars.empty()) demands.push_back({{"not", any_required(shape.bars)}});
    for (const WordSet& need : shape.needs) demands.push_back(any_required(need));
    if (Json bits = bits_of(shape); !bits.is_null())
        demands.push_back({{"properties", {{"bits", std::move(bits)}}}});
    return {{"if", condition_of(shape)},
            {"then", demands.size() == 1 ? demands.front() : Json{{"allOf", std::move(demands)}}}};
}

void SchemaWriter::add_check_rules(Json& rules) {
    for (const Subject subject : {kOfCall, kOfLine, kOfOutside}) {
        Json names = Json::array();
        for (const ConditionFit& fit : condition_fits()) {
            if ((fit.subjects & subject) != 0) names.push_back(fit.word);
        }
        rules.push_back(
            {{"if", {{"required", {"check", subject_word(subject)}}}},
             {"then",
              {{"properties", {{"check", {{"propertyNames", {{"enum", std::move(names)}}}}}}}}}});
    }
}

void SchemaWriter::add_step_rules(Json& step) {
    Json rules = Json::array();
    for (const Shape& shape : shapes()) rules.push_back(rule(shape));
    add_check_rules(rules);
    step["allOf"] = std::move(rules);
}

std::string SchemaWriter::write(std::string_view title, std::string_view what,
                                const ObjectWords& root) {
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", title},
                   {"description", what}};
    schema.update(object(root));
    schema["$defs"] = std::move(defs_);
    return schema.dump(1) + '\n';
}

}  // namespace

std::string scenario_schema() {
    return SchemaWriter{true}.write("pbxlab scenario",
                                    "A call scenario that pbxlab plays on its simulated exchange.",
                                    scenario_words());
}

std::string office_schema() {
    return SchemaWriter{false}.write(
        "pbxlab office", "An exchange that pbxlab scenarios and other offices start from.",
        office_words());
}

std::string provider_schema() {
    return SchemaWriter{false}.write("pbxlab provider profile",
                                     "How one provider behaves, each thing with its source.",
                                     profile_words());
}

}  // namespace pbxlab::harness
