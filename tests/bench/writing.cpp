// A line of a trace, as the trace writer writes it; the same record made into an object of
// nlohmann's library and dumped; and that object dumped only.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "harness/run.h"
#include "harness/scenario_reader.h"
#include "harness/steps.h"
#include "harness/trace.h"
#include "tests/bench/generated.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {

namespace {

using Json = nlohmann::ordered_json;

class Nowhere final : public harness::TraceSink {
 public:
    void write(std::string_view lines) override { bytes += lines.size(); }
    std::uint64_t bytes = 0;
};

class Notes final : public pbx::Observer {
 public:
    explicit Notes(harness::World& world) : world_{world} { world.exchange().observe(*this); }
    void on_event(const pbx::Event& event) override {
        harness::SwitchNote note{.event = event};
        if (const pbx::Call* call = world_.exchange().find(event.call)) note.call = call->number;
        all.push_back(note);
    }
    std::vector<harness::SwitchNote> all;

 private:
    harness::World& world_;
};

harness::Scenario read(std::uint32_t number) {
    auto scenario = harness::parse_scenario(generated_scenario(number), "generated.json", {});
    must(scenario.has_value(), "a generated scenario was refused");
    return *std::move(scenario);
}

// A scenario that was played, with all that its trace tells of.
class Played {
 public:
    Played() : scenario_{read(1)}, run_{scenario_, options_}, notes_{run_.world} {
        run_.drain();
        must(harness::play(run_, scenario_.steps), "a generated scenario failed");
    }
    std::uint64_t write(harness::TraceSink& sink) {
        harness::TraceWriter writer{sink, run_.world, run_.log};
        for (const harness::Entry& entry : run_.log.entries()) writer.message(entry);
        for (const harness::SwitchNote& note : notes_.all) writer.note(note);
        return run_.log.entries().size() + notes_.all.size();
    }

 private:
    harness::RunOptions options_;
    harness::Scenario scenario_;
    harness::Run run_;
    Notes notes_;
};

class Writing final : public Work {
 public:
    explicit Writing(std::uint64_t times) : times_{times} {}
    std::uint64_t run(Stopwatch& watch) override {
        Nowhere sink;
        std::uint64_t records = 0;
        watch.start();
        for (std::uint64_t i = 0; i < times_; ++i) records += played_.write(sink);
        watch.stop();
        must(sink.bytes > 50 * records, "records are missing");
        return records;
    }

 private:
    Played played_;
    std::uint64_t times_;
};

// As one writes a record with nlohmann's library: an object is made of its members, and dumped.
Json made_anew(const Json& record) {
    Json made = Json::object();
    for (const auto& member : record.items()) made[member.key()] = member.value();
    return made;
}

// Records that are there as objects already, or are made first.
template <bool Made>
class Dumping final : public Work {
 public:
    explicit Dumping(std::uint64_t times) : times_{times} {
        harness::StringSink sink;
        Played{}.write(sink);
        for (std::string_view left = sink.text; !left.empty();) {
            const std::string_view line = left.substr(0, left.find('\n'));
            records_.push_back(Json::parse(line));
            must(records_.back().dump() == line, "the two write a record in different ways");
            left.remove_prefix(line.size() + 1);
        }
    }
    std::uint64_t run(Stopwatch& watch) override {
        Nowhere sink;
        watch.start();
        for (std::uint64_t i = 0; i < times_; ++i) {
            for (const Json& record : records_) {
                std::string line = Made ? made_anew(record).dump() : record.dump();
                line += '\n';
                sink.write(line);
            }
        }
        watch.stop();
        return times_ * records_.size();
    }

 private:
    std::vector<Json> records_;
    std::uint64_t times_;
};

template <class AWork>
std::unique_ptr<Work> a_work(Size size) {
    return std::make_unique<AWork>(size == Size::Full ? 200 : 20);
}

}  // namespace

void add_writing(Cases& cases) {
    cases.push_back({"trace/written", "record", a_work<Writing>});
    cases.push_back({"trace/nlohmann", "record", a_work<Dumping<true>>});
    cases.push_back({"trace/dumped", "record", a_work<Dumping<false>>});
}

}  // namespace pbxlab::bench
