// Scenario files: found, read, checked, played and reported, with one job and with two; and only
// read and checked. Against them nlohmann's SAX parser, which reads the same files and says only
// whether they are JSON.
#include "harness/suite.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "harness/junit.h"
#include "harness/plan.h"
#include "harness/scenario_reader.h"
#include "tests/bench/generated.h"
#include "tests/bench/work.h"

namespace pbxlab::bench {

namespace {

// All that measure files at one time measure the same ones.
std::shared_ptr<const GeneratedFiles> files_of(std::uint32_t count) {
    static std::weak_ptr<const GeneratedFiles> shared;
    auto files = shared.lock();
    if (!files || files->files().size() != count) {
        files = std::make_shared<const GeneratedFiles>(count);
        shared = files;
    }
    return files;
}

std::string content_of(const std::string& file) {
    std::string text;
    std::FILE* in = std::fopen(file.c_str(), "rb");
    must(in != nullptr, "a scenario file cannot be read");
    text.resize(std::filesystem::file_size(file));
    text.resize(std::fread(text.data(), 1, text.size(), in));
    (void)std::fclose(in);
    return text;
}

class Accepting final : public Work {
 public:
    explicit Accepting(std::uint32_t count) : files_{files_of(count)} {}
    std::uint64_t run(Stopwatch& watch) override {
        watch.start();
        for (const std::string& file : files_->files())
            must(nlohmann::json::accept(content_of(file)), "a scenario file is no JSON");
        watch.stop();
        return files_->files().size();
    }

 private:
    std::shared_ptr<const GeneratedFiles> files_;
};

class Running final : public Work {
 public:
    Running(std::uint32_t count, unsigned jobs) : files_{files_of(count)}, jobs_{jobs} {}
    std::uint64_t run(Stopwatch& watch) override {
        std::string shown;
        watch.start();
        const auto found = harness::find_scenarios({files_->folder().string()});
        must(found.has_value(), "the scenario files are not found");
        const auto plan = harness::plan_runs(*found, {}, jobs_);
        must(plan.has_value(), "the scenario files cannot be planned");
        const harness::SuiteOptions options{.jobs = jobs_};
        const harness::SuiteResult result = harness::run_suite(
            plan->runs, options, [&shown](const harness::CaseResult& each) { shown += each.text; });
        shown += result.summary();
        const std::string report = harness::junit_xml(result);
        watch.stop();
        must(result.count(harness::CaseOutcome::Passed) == files_->files().size(),
             "a generated scenario failed");
        must(report.size() > shown.size() / 4, "a report is missing");
        return files_->files().size();
    }

 private:
    std::shared_ptr<const GeneratedFiles> files_;
    unsigned jobs_;
};

// The texts of a few scenarios, again and again.
class Texts : public Work {
 public:
    explicit Texts(std::uint64_t times) : times_{times} {
        for (std::uint32_t i = 0; i < 30; ++i) texts_.push_back(generated_scenario(i));
    }
    std::uint64_t run(Stopwatch& watch) final {
        watch.start();
        for (std::uint64_t i = 0; i < times_; ++i) {
            for (const std::string& text : texts_) must(good(text), "a scenario was refused");
        }
        watch.stop();
        return times_ * texts_.size();
    }

 private:
    virtual bool good(const std::string& text) = 0;
    std::vector<std::string> texts_;
    std::uint64_t times_;
};
class LoadingTexts final : public Texts {
 public:
    using Texts::Texts;

 private:
    bool good(const std::string& text) override {
        return harness::parse_scenario(text, "generated.json", {}).has_value();
    }
};
class AcceptingTexts final : public Texts {
 public:
    using Texts::Texts;

 private:
    bool good(const std::string& text) override { return nlohmann::json::accept(text); }
};

std::uint32_t count_for(Size size) { return size == Size::Full ? 10'000 : 60; }

template <unsigned Jobs>
std::unique_ptr<Work> running(Size size) {
    return std::make_unique<Running>(count_for(size), Jobs);
}
template <class AWork>
std::unique_ptr<Work> texts(Size size) {
    return std::make_unique<AWork>(size == Size::Full ? 30 : 3);
}

}  // namespace

void add_suite(Cases& cases) {
    cases.push_back({"load/scenario", "scenario", texts<LoadingTexts>});
    cases.push_back({"load/nlohmann", "scenario", texts<AcceptingTexts>});
    cases.push_back({"suite/one-job", "scenario", running<1>});
    cases.push_back({"suite/two-jobs", "scenario", running<2>});
    cases.push_back({"suite/nlohmann", "scenario", [](Size size) -> std::unique_ptr<Work> {
                         return std::make_unique<Accepting>(count_for(size));
                     }});
}

}  // namespace pbxlab::bench
