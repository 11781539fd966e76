// Whether the words of a step fit together: by the shapes of its kind.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "harness/nearest.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_step.h"

namespace pbxlab::harness {

namespace {

constexpr std::size_t kFirstKind = kSubjectFields.size();
constexpr WordSet kBeginnings = words(
    "line call app outside request do expect check wait never anyOrder inOrder phone "
    "inject repeat");

// The word of `set` whose value tells the variants of a kind apart: "hold" of "do".
std::string_view variant_word(StepKind kind, int variant) {
    const Type& type = *kStepFields[kFirstKind + static_cast<std::size_t>(kind)].type;
    if (type.words == nullptr && type.choices.empty()) return {};
    for (const Choice& choice : type.words == nullptr ? type.choices : type.words(type)) {
        if (choice.value == variant) return choice.word;
    }
    if (is_event(static_cast<Awaited>(variant)) && kind != StepKind::Do)
        return "an event of TAPI 3";
    return "a call state";
}

// `"do": "hold"`, or "a repeat".
std::string step_name(StepKind kind, int variant) {
    const std::string_view word = variant_word(kind, variant);
    if (word.empty()) return in_quotes(kind_word(kind));
    if (word.find(' ') != std::string_view::npos)
        return in_quotes(kind_word(kind)) + " of " + std::string{word};
    return in_quotes(kind_word(kind)) + ": " + in_quotes(word);
}

std::string list_of(WordSet set) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < kStepFields.size(); ++i) {
        if (set.has(i)) names.push_back(kStepFields[i].name);
    }
    return names.empty() ? "no other word" : one_of(names);
}

// Of the words, those that the shape does not allow.
WordSet foreign(const Shape& shape, const WordSet& given) {
    const WordSet barred = given & shape.bars;
    return shape.takes.empty() ? barred : barred | (given & ~shape.takes);
}

bool lacks(const Shape& shape, const WordSet& given) {
    return std::ranges::any_of(shape.needs,
                               [&given](const WordSet& need) { return (need & given).empty(); });
}

// Shapes by the kind and variant of the steps that they can be of, in their order.
class ShapesByKind {
 public:
    ShapesByKind() {
        for (const Shape& shape : shapes()) {
            if (shape.variant != Shape::kAny) of_variant_.try_emplace(key(shape));
        }
        for (const Shape& shape : shapes()) add(shape);
    }
    [[nodiscard]] std::span<const Shape* const> find(StepKind kind, int variant) const {
        const auto own = of_variant_.find({kind, variant});
        return own != of_variant_.end() ? own->second : of_kind_[static_cast<std::size_t>(kind)];
    }

 private:
    using Key = std::pair<StepKind, int>;
    static Key key(const Shape& shape) { return {shape.kind, shape.variant}; }
    void add(const Shape& shape) {
        if (shape.variant != Shape::kAny) {
            of_variant_.at(key(shape)).push_back(&shape);
            return;
        }
        of_kind_[static_cast<std::size_t>(shape.kind)].push_back(&shape);
        for (auto& [known, list] : of_variant_) {
            if (known.first == shape.kind) list.push_back(&shape);
        }
    }
    std::map<Key, std::vector<const Shape*>> of_variant_;  // with those of every variant
    std::array<std::vector<const Shape*>, kKindFields.size()> of_kind_;  // of every variant
};

// What is wrong with a step that a shape does not allow.
Complaint misshapen(const Step& step, const Shape& shape, WordSet given, Mark mark) {
    const std::string name = step_name(step.kind, variant_of(step, step.kind));
    const WordSet wrong = foreign(shape, given);
    for (std::size_t i = 0; i < kStepFields.size(); ++i) {
        if (!wrong.has(i)) continue;
        const std::string word{kStepFields[i].name};
        std::string what = in_quotes(word) + " does not belong to " + name;
        if (shape.bars.has(i)) what += " with " + in_quotes(shape.with);
        return {mark, word, what, list_of(fitting_words(step, given) & ~given), {}};
    }
    const auto lacking = std::ranges::find_if(
        shape.needs, [&given](const WordSet& need) { return (need & given).empty(); });
    return {mark, {}, name + " lacks a word", list_of(*lacking), {}};
}

}  // namespace

bool matches(const Shape& shape, StepKind kind, int variant, WordSet given) {
    if (shape.kind != kind || (shape.variant != Shape::kAny && shape.variant != variant))
        return false;
    return shape.with.empty() || given.has(find_word(step_words(), shape.with));
}

std::string_view kind_word(StepKind kind) {
    return kStepFields[kFirstKind + static_cast<std::size_t>(kind)].name;
}

std::optional<StepKind> kind_of(WordSet given) {
    for (std::size_t i = 0; i < kKindFields.size(); ++i) {
        if (given.has(kFirstKind + i)) return static_cast<StepKind>(i);
    }
    return std::nullopt;
}

int variant_of(const Step& step, StepKind kind) {
    switch (kind) {
        case StepKind::Do:
            return step.method ? static_cast<int>(kFirstMethod) + static_cast<int>(*step.method)
                               : static_cast<int>(step.op);
        case StepKind::Expect:
        case StepKind::Never: return static_cast<int>(step.awaited);
        case StepKind::Phone: return static_cast<int>(step.phone);
        case StepKind::Inject: return static_cast<int>(step.injection);
        default: return Shape::kAny;
    }
}

WordSet fitting_words(const Step& step, WordSet given) {
    const std::optional<StepKind> kind = kind_of(given);
    if (!kind) return kBeginnings;
    WordSet fitting;
    for (std::size_t i = 0; i < kStepFields.size(); ++i) fitting.add(i);
    for (const Shape& shape : shapes()) {
        if (!matches(shape, *kind, variant_of(step, *kind), given)) continue;
        if (!shape.takes.empty()) fitting = fitting & shape.takes;
        fitting = fitting & ~shape.bars;
    }
    return fitting;
}

std::optional<Complaint> check_shape(const Step& step, WordSet given, Mark mark) {
    static const ShapesByKind kShapes;
    const int variant = variant_of(step, step.kind);
    for (const Shape* shape : kShapes.find(step.kind, variant)) {
        if (!matches(*shape, step.kind, variant, given)) continue;
        if (!foreign(*shape, given).empty() || lacks(*shape, given))
            return misshapen(step, *shape, given, mark);
    }
    return std::nullopt;
}

}  // namespace pbxlab::harness
