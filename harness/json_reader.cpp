#include "harness/json_reader.h"

#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>

#include "harness/json_fault.h"
#include "harness/json_missing.h"
#include "harness/json_rules.h"
#include "harness/json_scalars.h"
#include "harness/json_scan.h"
#include "harness/limits.h"
#include "harness/matrix.h"
#include "harness/nearest.h"

namespace pbxlab::harness {

namespace {

// One object, map or list that has been opened.
struct Frame {
    JsonKind kind = kObject;
    const ObjectWords* words = nullptr;  // kObject
    const Type* type = nullptr;          // kMap, kList
    void* target = nullptr;
    Mark mark;
    WordSet given;                 // kObject
    const Field* field = nullptr;  // behind which word or in which entry the next value stands
    std::uint16_t word = 0;
    std::string key;            // kMap: name of the entry
    std::uint32_t entries = 0;  // kMap, kList
};

class Reader {
 public:
    Reader(const ObjectWords& root, void* target, const Substitution* values)
        : values_{values != nullptr && values->active() ? values : nullptr},
          root_expected_{"an object: " + std::string{root.what}},
          root_type_{.expected = root_expected_, .accepts = kObject},
          target_{target},
          root_{&root} {}

    // --- events, as JsonScan tells them; false ends the reading
    bool null() { return scalar(kNull, "null", 0); }
    bool boolean(bool flag) { return scalar(kFlag, flag ? "true" : "false", flag ? 1 : 0); }
    bool number_integer(std::int64_t number) { return whole(number, std::to_string(number)); }
    bool number_unsigned(std::uint64_t number);
    bool number_float(double number, std::string_view written);
    bool string(std::string_view written);
    bool start_object() { return open(kObject); }
    bool key(std::string_view name);
    bool end_object();
    bool start_array() { return open(kList); }
    bool end_array();

    std::optional<ReadMistake> mistake() && { return std::move(mistake_); }

 private:
    Frame* top() { return depth_ == 0 ? nullptr : &frames_[depth_ - 1]; }
    // Counts a value's event, and says of which type it has to be; nullptr when there is no room
    // for it.
    const Type* expect(JsonKind kind, std::string_view written);
    bool scalar(JsonKind kind, std::string_view written, std::int64_t number);
    bool whole(std::int64_t number, std::string_view written);
    bool put(const Value& value);
    bool text(std::string_view text);
    bool substituted(std::string_view written);
    bool stands_for(const MatrixValue& value);
    Value value_here(JsonKind kind) const;
    bool open(JsonKind kind);
    bool push(JsonKind kind, const Type* type, void* target);
    bool object_word(Frame& frame, std::string_view name);
    bool unknown_word(const Frame& frame, std::string_view name);
    bool count(const ObjectWords& words);

    bool complain(Complaint complaint, Mark mark) {
        if (complaint.mark.event == 0) complaint.mark = mark;
        mistake_ = std::move(complaint);
        return false;
    }
    bool complain(std::string what, std::string expected, std::string nearest = {}) {
        return complain(Complaint{{}, {}, std::move(what), std::move(expected), std::move(nearest)},
                        event_);
    }

    const Substitution* values_;  // nullptr: none
    std::string root_expected_;
    Type root_type_;
    void* target_;
    const ObjectWords* root_;
    Mark event_;
    std::array<Frame, kMaxDepth> frames_;
    std::size_t depth_ = 0;
    std::map<const ObjectWords*, std::size_t> counts_;
    std::optional<ReadMistake> mistake_;
};

// An object stands for a table of words or for a map.
bool accepts(const Type& type, JsonKind kind) {
    const int kinds = kind == kObject ? kObject | kMap : kind;
    return (type.accepts & kinds) != 0;
}

const Type* Reader::expect(JsonKind kind, std::string_view written) {
    ++event_.event;
    const Type* type = &root_type_;
    if (Frame* frame = top()) {
        type = frame->field->type;
        if (frame->kind == kList && ++frame->entries > frame->type->most_entries) {
            complain("a longer list",
                     "at most " + std::to_string(frame->type->most_entries) + " entries");
            return nullptr;
        }
    }
    if (accepts(*type, kind)) return type;
    std::string what{kind_name(kind)};
    if (kind == kText) what = "the text " + in_quotes(written);
    if (kind == kNumber) what = "the number " + printable(written, 40);
    if (kind == kFlag) what = std::string{written};
    complain(what + " cannot stand here", expected_of(*type));
    return nullptr;
}

Value Reader::value_here(JsonKind kind) const {
    Value value;
    value.kind = kind;
    value.mark = event_;
    value.word = frames_[depth_ - 1].word;
    value.entry = frames_[depth_ - 1].key;
    return value;
}

bool Reader::put(const Value& value) {
    const Frame& frame = *top();
    frame.field->put(frame.target, value);
    return true;
}

bool Reader::scalar(JsonKind kind, std::string_view written, std::int64_t number) {
    if (expect(kind, written) == nullptr) return false;
    Value value = value_here(kind);
    value.number = number;
    return put(value);
}

bool Reader::whole(std::int64_t number, std::string_view written) {
    const Type* type = expect(kNumber, written);
    if (type == nullptr) return false;
    Value value = value_here(kNumber);
    if (auto refused = take_number(*type, number, value))
        return complain(*std::move(refused), event_);
    return put(value);
}

bool Reader::number_unsigned(std::uint64_t number) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (number <= most) return whole(static_cast<std::int64_t>(number), std::to_string(number));
    return number_float(static_cast<double>(number), std::to_string(number));
}

// "1.0" and "1e3" are whole numbers to JSON Schema, so they are here.
bool Reader::number_float(double number, std::string_view written) {
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (std::abs(number) < exact && std::floor(number) == number) {
        return whole(static_cast<std::int64_t>(number), written);
    }
    const Type* type = expect(kNumber, written);
    if (type == nullptr) return false;
    const bool large = std::abs(number) >= exact;
    return complain(
        printable(written, 40) + (large ? " is out of range" : " is not a whole number"),
        expected_of(*type));
}

// An event of another kind in the place of the text.
bool Reader::stands_for(const MatrixValue& value) {
    if (const auto* written = std::get_if<std::string>(&value.value)) return text(*written);
    if (const auto* number = std::get_if<std::int64_t>(&value.value))
        return number_integer(*number);
    if (const auto* flag = std::get_if<bool>(&value.value)) return boolean(*flag);
    return null();
}

bool Reader::substituted(std::string_view written) {
    if (const MatrixValue* value = values_->whole(written)) return stands_for(*value);
    std::string expanded{written};
    if (auto complaint = values_->expand(expanded)) {
        ++event_.event;
        return complain(*std::move(complaint), event_);
    }
    return text(expanded);
}

bool Reader::string(std::string_view written) {
    const Frame* frame = top();
    const bool literal = values_ == nullptr || frame == nullptr || frame->field->type->literal;
    return literal ? text(written) : substituted(written);
}

bool Reader::text(std::string_view text) {
    const Type* type = expect(kText, text);
    if (type == nullptr) return false;
    Value value = value_here(kText);
    value.text = text;
    if (auto refused = take_text(*type, text, value)) return complain(*std::move(refused), event_);
    return put(value);
}

bool Reader::push(JsonKind kind, const Type* type, void* target) {
    if (depth_ == kMaxDepth) {
        return complain("nested too deeply", "at most " + std::to_string(kMaxDepth) +
                                                 " objects and lists in each other");
    }
    Frame& frame = frames_[depth_++];
    frame = Frame{};
    frame.kind = kind;
    frame.type = type;
    frame.target = target;
    frame.mark = event_;
    if (kind != kObject) frame.field = type->entry;
    return true;
}

bool Reader::count(const ObjectWords& words) {
    if (words.most_in_file == 0 || ++counts_[&words] <= words.most_in_file) return true;
    return complain(
        "one more than the limit of " + std::to_string(words.most_in_file) + " in one file",
        "fewer of them");
}

bool Reader::open(JsonKind kind) {
    const Type* type = expect(kind, {});
    if (type == nullptr) return false;
    if (kind == kObject && (type->accepts & kMap) != 0) kind = kMap;
    const ObjectWords* words = depth_ == 0 ? root_ : kind == kObject ? &type->object() : nullptr;
    void* target = target_;
    if (Frame* frame = top()) {
        Value value = value_here(kind);
        value.text = frame->key;
        target = frame->target;
        if (frame->field->open != nullptr) target = frame->field->open(target, value);
        if (target == nullptr) {
            return complain(Complaint{{event_.event - 1},
                                      {},
                                      in_quotes(frame->key) + " is given twice",
                                      "it once",
                                      {}},
                            event_);
        }
    }
    if (!push(kind, type, target)) return false;
    top()->words = words;
    assert(words == nullptr || words->fields.size() <= WordSet::kMost);
    return words == nullptr || count(*words);
}

bool Reader::unknown_word(const Frame& frame, std::string_view name) {
    const ObjectWords& words = *frame.words;
    WordSet fitting = ~WordSet{};
    if (words.fitting != nullptr) fitting = words.fitting(frame.target, frame.given);
    std::vector<std::string_view> all;
    std::vector<std::string_view> fit;
    for (std::size_t i = 0; i < words.fields.size(); ++i) {
        all.push_back(words.fields[i].name);
        if (fitting.has(i)) fit.push_back(words.fields[i].name);
    }
    std::string_view near = nearest(name, fit);
    if (near.empty()) near = nearest(name, all);
    std::string what = words.why_not != nullptr ? words.why_not(name) : std::string{};
    if (what.empty()) what = "unknown word " + in_quotes(name);
    return complain(std::move(what), one_of(fit), std::string{near});
}

bool Reader::object_word(Frame& frame, std::string_view name) {
    const std::size_t word = find_word(*frame.words, name);
    if (word == frame.words->fields.size()) return unknown_word(frame, name);
    if (frame.given.has(word)) return complain(in_quotes(name) + " is given twice", "it once");
    frame.given.add(word);
    frame.word = static_cast<std::uint16_t>(word);
    frame.field = &frame.words->fields[word];
    return true;
}

bool Reader::key(std::string_view name) {
    ++event_.event;
    Frame& frame = *top();
    if (frame.kind == kObject) return object_word(frame, name);
    if (++frame.entries > frame.type->most_entries) {
        return complain("one more entry", "at most " + std::to_string(frame.type->most_entries));
    }
    const Type as_name{.expected = "a name: a letter, then letters, digits, _ and -, 64 in all",
                       .form = Form::Name};
    Value value;
    if (auto refused = take_text(as_name, name, value))
        return complain(*std::move(refused), event_);
    frame.key = name;
    return true;
}

bool Reader::end_object() {
    const Frame& frame = *top();
    if (frame.kind == kObject) {
        if (auto complaint = missing(*frame.words, frame.given, frame.mark))
            return complain(*std::move(complaint), frame.mark);
        if (auto complaint = check_rules(*frame.words, frame.given, frame.mark))
            return complain(*std::move(complaint), frame.mark);
        if (frame.words->finish != nullptr) {
            auto complaint = frame.words->finish(frame.target, frame.given, frame.mark);
            if (complaint) return complain(*std::move(complaint), frame.mark);
        }
    } else if (frame.entries < frame.type->least_entries) {
        return complain(Complaint{{}, {}, "nothing in it", std::string{frame.type->expected}, {}},
                        frame.mark);
    }
    --depth_;
    ++event_.event;
    return true;
}

bool Reader::end_array() {
    const Frame& frame = *top();
    if (frame.entries < frame.type->least_entries) {
        return complain(Complaint{{}, {}, "an empty list", std::string{frame.type->expected}, {}},
                        frame.mark);
    }
    --depth_;
    ++event_.event;
    return true;
}

}  // namespace

std::optional<ReadMistake> read_json(std::string_view json, const ObjectWords& root, void* target,
                                     const Substitution* values) {
    const std::size_t skipped = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const std::size_t zero = json.find('\0');
    if (zero != std::string_view::npos)
        return SyntaxMistake{zero, "not JSON: a byte of value 0", {}};
    const std::string_view text = json.substr(skipped);
    Reader reader{root, target, values};
    if (JsonScan scan{text, reader}; scan.run()) return std::nullopt;
    if (auto mistake = std::move(reader).mistake()) return mistake;
    SyntaxMistake mistake = json_fault(text);
    mistake.offset += skipped;
    return mistake;
}

}  // namespace pbxlab::harness
