// The JSON Schema is made from the same tables as the reader. Here an independent validator shows
// that it is one, and that the two agree on what is well formed. (What the words refer to, only the
// reader checks.)
#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "harness/json_reader.h"
#include "harness/provider_profile.h"
#include "harness/scenario_words.h"
#include "harness/scenario_words_fault.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

fs::path schema_file() { return source_dir() / "scenarios/schema/scenario.schema.json"; }
fs::path provider_schema_file() { return source_dir() / "scenarios/schema/provider.schema.json"; }
fs::path office_schema_file() { return source_dir() / "scenarios/schema/office.schema.json"; }

// What the validator says of each document: true, accepted. Nothing when it cannot run.
std::optional<std::vector<bool>> validate(const std::vector<std::string>& documents,
                                          const fs::path& schema = schema_file()) {
    const Folder folder;
    std::string all;
    for (const std::string& document : documents) all += document + '\n';
    const fs::path in = folder.write("in", all);
    const fs::path out = folder.path() / "out";
    const std::string command = std::string{PBXLAB_PYTHON} + " " +
                                (reader_tests() / "validate.py").string() + " " + schema.string() +
                                " < " + in.string() + " > " + out.string();
    if (std::system(command.c_str()) != 0)
        return std::nullopt;  // NOLINT(bugprone-command-processor)
    std::vector<bool> verdicts;
    std::ifstream lines(out);
    for (std::string line; std::getline(lines, line);) verdicts.push_back(line == "ok");
    return verdicts;
}

std::vector<fs::path> json_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool reader_accepts_office(const std::string& json) {
    SwitchWords office;
    return !read_json(json, office_words(), &office).has_value();
}

bool reader_accepts_profile(const std::string& json) {
    ProfileWords profile;
    return !read_json(json, profile_words(), &profile).has_value();
}

bool reader_accepts(const std::string& json) {
    Scenario scenario;
    return !read_json(json, scenario_words(), &scenario).has_value();
}

std::string one_line(const fs::path& file) { return Json::parse(file_text(file)).dump(); }

TEST(ScenarioSchema, IsTheCommittedOne) {
    EXPECT_TRUE(file_text(schema_file()) == scenario_schema())
        << "write it anew: pbxlab schema > scenarios/schema/scenario.schema.json";
}

TEST(ScenarioSchema, IsValidAndAcceptsEveryScenario) {
    std::vector<fs::path> files = json_files(source_dir() / "scenarios");
    std::erase_if(files, [](const fs::path& file) {
        const std::string path = fs::relative(file, source_dir() / "scenarios").generic_string();
        return path.starts_with("schema/") || path.starts_with("offices/") ||
               path.starts_with("providers/");
    });
    for (const fs::path& file : json_files(reader_tests() / "good")) files.push_back(file);
    std::vector<std::string> documents;
    documents.reserve(files.size());
    for (const fs::path& file : files) documents.push_back(one_line(file));
    const auto verdicts = validate(documents);
    ASSERT_TRUE(verdicts) << "the schema is not valid, or python3-jsonschema is missing";
    ASSERT_EQ(verdicts->size(), files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        EXPECT_TRUE((*verdicts)[i]) << files[i];
        const Result<Scenario> scenario = read_scenario(files[i], scenario_root(files[i]));
        EXPECT_TRUE(scenario.has_value()) << scenario.error().text();
    }
}

TEST(ScenarioSchema, RejectsEveryBadFileThatASchemaCanSee) {
    const std::vector<fs::path> files = json_files(source_dir() / "tests/harness/bad/schema");
    ASSERT_GT(files.size(), 80U);
    std::vector<std::string> documents;
    documents.reserve(files.size());
    for (const fs::path& file : files) documents.push_back(one_line(file));
    const auto verdicts = validate(documents);
    ASSERT_TRUE(verdicts);
    for (std::size_t i = 0; i < files.size(); ++i) {
        EXPECT_FALSE((*verdicts)[i]) << files[i];
        EXPECT_FALSE(reader_accepts(documents[i])) << files[i];
    }
}

// --- variations: each word removed, misspelt, and given each wrong value

const std::vector<Json>& wrong_values() {
    static const std::vector<Json> kValues = {nullptr,
                                              true,
                                              5,
                                              -1,
                                              1.5,
                                              2.0,
                                              "zzz",
                                              "",
                                              Json::array(),
                                              Json::object(),
                                              Json::array({"zzz"}),
                                              Json::array({nullptr})};
    return kValues;
}

class Variations {
 public:
    // `whole` is the document that contains what is varied.
    void of(Json& whole, Json& part) {
        if (part.is_array()) {
            for (Json& entry : part) of(whole, entry);
        }
        if (!part.is_object()) return;
        const Json before = part;
        for (const auto& [name, value] : before.items()) {
            Json removed = before;
            removed.erase(name);
            add(whole, part, removed);
            removed[name + "x"] = value;
            add(whole, part, removed);
            for (const Json& wrong : wrong_values()) {
                Json changed = before;
                changed[name] = wrong;
                add(whole, part, changed);
            }
            part = before;
            of(whole, part[name]);
        }
    }
    [[nodiscard]] const std::vector<std::string>& documents() const { return documents_; }

 private:
    void add(const Json& whole, Json& part, const Json& changed) {
        part = changed;
        documents_.push_back(whole.dump());
    }
    std::vector<std::string> documents_;
};

void expect_agreement(const std::vector<std::string>& documents) {
    const auto verdicts = validate(documents);
    ASSERT_TRUE(verdicts);
    ASSERT_EQ(verdicts->size(), documents.size());
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        EXPECT_EQ((*verdicts)[i], reader_accepts(documents[i])) << documents[i] << '\n'
                                                                << refusal(documents[i]);
        accepted += (*verdicts)[i] ? 1U : 0U;
    }
    EXPECT_GT(accepted, 0U);
    EXPECT_LT(accepted, documents.size() / 2);
}

void vary_every_step(const std::string& file) {
    const Json all = Json::parse(file_text(reader_tests() / file));
    Variations variations;
    for (const Json& step : all.at("steps")) {
        Json whole = {{"name", "x"}, {"switch", Json::object()}, {"steps", Json::array({step})}};
        variations.of(whole, whole["steps"]);
    }
    expect_agreement(variations.documents());
}

TEST(ScenarioSchema, AgreesWithTheReaderOnEveryStepHoweverVaried) {
    vary_every_step("good/every_step.json");
}

TEST(ScenarioSchema, AgreesWithTheReaderOnEveryStepOfTapi3HoweverVaried) {
    vary_every_step("good/tapi3.json");
}

TEST(ScenarioSchema, AgreesWithTheReaderOnApplicationsOfTapi3HoweverVaried) {
    Json whole = Json::parse(file_text(reader_tests() / "good/tapi3.json"));
    whole["steps"] = Json::array();
    whole["api"] = "tapi3";
    Variations variations;
    variations.of(whole, whole);
    expect_agreement(variations.documents());
}

TEST(ScenarioSchema, AgreesWithTheReaderOnEverythingElseHoweverVaried) {
    Json whole = Json::parse(file_text(reader_tests() / "good/everything_else.json"));
    const Json provider = whole["provider"];
    whole["provider"] = Json::object();
    Variations variations;
    variations.of(whole, whole);
    Json keys = {{"name", "x"},
                 {"provider", provider},
                 {"switch", Json::object()},
                 {"steps", Json::array()}};
    variations.of(keys, keys["provider"]);
    expect_agreement(variations.documents());
}

TEST(OfficeSchema, IsTheCommittedOne) {
    EXPECT_TRUE(file_text(office_schema_file()) == office_schema())
        << "write it anew: pbxlab schema --office > scenarios/schema/office.schema.json";
}

TEST(OfficeSchema, AgreesWithTheReaderOnEveryOfficeHoweverVaried) {
    std::vector<std::string> whole;
    std::vector<std::string> varied;
    for (const fs::path& file : json_files(source_dir() / "scenarios/offices")) {
        whole.push_back(one_line(file));
        Json office = Json::parse(whole.back());
        Variations variations;
        variations.of(office, office);
        for (const std::string& each : variations.documents()) varied.push_back(each);
    }
    ASSERT_GE(whole.size(), 2U);
    EXPECT_EQ(validate(whole, office_schema_file()), std::vector<bool>(whole.size(), true));
    const auto verdicts = validate(varied, office_schema_file());
    ASSERT_TRUE(verdicts);
    for (std::size_t i = 0; i < varied.size(); ++i)
        EXPECT_EQ((*verdicts)[i], reader_accepts_office(varied[i])) << varied[i];
}

TEST(ProviderSchema, IsTheCommittedOne) {
    EXPECT_TRUE(file_text(provider_schema_file()) == provider_schema())
        << "write it anew: pbxlab schema --provider > scenarios/schema/provider.schema.json";
}

TEST(ProviderSchema, AgreesWithTheReaderOnEveryProfileHoweverVaried) {
    std::vector<std::string> whole;
    for (const fs::path& file : json_files(source_dir() / "scenarios/providers"))
        whole.push_back(one_line(file));
    whole.push_back(one_line(reader_tests() / "providers/everything.json"));
    EXPECT_EQ(validate(whole, provider_schema_file()), std::vector<bool>(whole.size(), true));
    Json profile = Json::parse(whole.back());
    Variations variations;
    variations.of(profile, profile);
    const auto& varied = variations.documents();
    const auto verdicts = validate(varied, provider_schema_file());
    ASSERT_TRUE(verdicts);
    for (std::size_t i = 0; i < varied.size(); ++i)
        EXPECT_EQ((*verdicts)[i], reader_accepts_profile(varied[i])) << varied[i];
}

TEST(Offices, OfTheLibraryAreEachWhatAScenarioCanStartFrom) {
    const fs::path root = source_dir() / "scenarios";
    for (const fs::path& file : json_files(root / "offices")) {
        const std::string name = fs::relative(file, root / "offices").replace_extension().string();
        const auto scenario = parse_scenario(
            R"({"name":"x","switch":{"office":")" + name + R"("},"steps":[]})", "x.json", root);
        EXPECT_TRUE(scenario.has_value()) << scenario.error().text();
    }
}

TEST(ScenarioSchema, AgreesWithTheReaderOnLoadsHoweverVaried) {
    Json whole = Json::parse(file_text(reader_tests() / "good/load.json"));
    Variations variations;
    variations.of(whole, whole["load"]);
    std::vector<std::string> documents = variations.documents();
    for (const char* rate :
         {"0/s", "01/s", "1/d", "1000000/s", "1 /s", "/s", "1/", "-1/s", "1/sm"}) {
        whole["load"]["rate"] = rate;
        documents.push_back(whole.dump());
    }
    expect_agreement(documents);
}

TEST(ScenarioSchema, AgreesWithTheReaderOnFaultsHoweverVaried) {
    const Json all = Json::parse(file_text(reader_tests() / "good/faults.json"));
    const Json others = Json::parse(R"({"by":"1s","call":"a","nth":1,"at":"1s",
                 "when":"reply","from":2,"to":1,"with":"LINEERR_INUSE","for":"1s"})");
    std::vector<std::string> documents;
    for (const Json& fault : all.at("faults")) {
        Variations variations;
        Json whole = {{"name", "x"},
                      {"switch", Json::object()},
                      {"faults", Json::array({fault})},
                      {"steps", Json::array()}};
        variations.of(whole, whole["faults"]);
        documents.insert(documents.end(), variations.documents().begin(),
                         variations.documents().end());
        for (const auto& [word, value] : others.items()) {
            Json more = whole;
            more["faults"][0] = fault;
            more["faults"][0][word] = value;
            documents.push_back(more.dump());
        }
    }
    expect_agreement(documents);
}

// --- nothing of the tables is left out by the files that the variations start from

void collect_names(const Json& json, std::set<std::string>& names) {
    for (const auto& [name, value] : json.items()) {
        if (json.is_object()) names.insert(name);
        if (value.is_structured()) collect_names(value, names);
    }
}

TEST(GoodFiles, UseEveryWordOfEveryTable) {
    std::set<std::string> used;
    for (const fs::path& file : json_files(reader_tests() / "good"))
        collect_names(Json::parse(file_text(file)), used);
    collect_names(Json::parse(file_text(reader_tests() / "providers/everything.json")), used);
    for (const ObjectWords* words :
         {&scenario_words(), &switch_words(), &office_words(), &application_words(),
          &provider_words(), &profile_words(), &step_words(), &check_words(), &params_words(),
          &span_words(), &load_words(), &fault_words()}) {
        for (const Field& field : words->fields) {
            if (field.name == "office") continue;
            EXPECT_TRUE(used.contains(std::string{field.name}))
                << words->name << ": " << field.name;
        }
    }
}

TEST(Tables, DescribeEveryWord) {
    for (const ObjectWords* words :
         {&scenario_words(), &switch_words(), &application_words(), &provider_words(),
          &profile_words(), &step_words(), &check_words(), &params_words(), &span_words(),
          &load_words(), &fault_words()}) {
        EXPECT_LE(words->fields.size(), WordSet::kMost);
        for (const Field& field : words->fields)
            EXPECT_GT(field.what.size(), 10U) << words->name << ": " << field.name;
    }
}

}  // namespace

}  // namespace pbxlab::harness
