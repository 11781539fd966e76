// One scenario, many runs: what "${name}" stands for, and matrices that are refused.
#include "harness/matrix.h"

#include <gtest/gtest.h>

#include "harness/limits.h"
#include "tests/harness/reader/support.h"

namespace pbxlab::harness {

namespace {

// A scenario with a matrix, and steps that follow a call a1.
std::string with_matrix(const std::string& matrix, const std::string& steps = {},
                        const std::string& words = {}) {
    return R"({"name":"To ${to}","matrix":)" + matrix + words +
           R"(,"switch":{"lines":{"alice":{"address":"1001"}}},"steps":[)" +
           R"({"line":"alice","do":"makeCall","to":"9${to}","as":"a1"})" + steps + "]}";
}
Result<Scenario> read(const std::string& json, std::uint64_t variant) {
    return parse_scenario(json, "x.json", reader_tests(), {.variant = variant});
}
std::string lists(int count, int length) {
    std::string text = "{";
    for (int i = 0; i < count; ++i) {
        text += (i == 0 ? "\"to\":[0" : ",\"n" + std::to_string(i) + "\":[0");
        for (int value = 1; value < length; ++value) text += "," + std::to_string(value);
        text += "]";
    }
    return text + "}";
}

TEST(Matrix, MakesARunOfEachCombinationTheLastListFastest) {
    const std::string json = with_matrix(R"({"to":["1002","1003"],"n":[1,true,null]})");
    const Matrix matrix = matrix_of(json);
    ASSERT_EQ(combinations(matrix), 6U);
    EXPECT_EQ(variant_name(matrix, 0), "[to=1002,n=1]");
    EXPECT_EQ(variant_name(matrix, 2), "[to=1002,n=null]");
    EXPECT_EQ(variant_name(matrix, 4), "[to=1003,n=true]");
    EXPECT_EQ(read(json, 4).value().variant, "[to=1003,n=true]");
    EXPECT_EQ(parse(with_call("")).has_value(), false);
    EXPECT_EQ(combinations(matrix_of(with_steps(""))), 1U);
}

TEST(Matrix, PutsItsValuesIntoTextsWhereverItStands) {
    const std::string json = with_matrix(R"({"to":["1002","1003"]})");
    const Scenario second = read(json, 1).value();
    EXPECT_EQ(second.name.value, "To 1003");
    EXPECT_EQ(second.steps.at(0).to.value().value, "91003");
    const Scenario last = read(R"({"name":"x","switch":{},"steps":[{"wait":"${span}"}],)"
                               R"("matrix":{"span":["1s","2s"]}})",
                               1)
                              .value();
    EXPECT_EQ(last.steps.at(0).wait, std::chrono::seconds{2});
}

TEST(Matrix, GivesAWholeTextTheKindOfItsValue) {
    const std::string json =
        with_matrix(R"({"to":["1"],"n":[3,4],"on":[true,false],"none":[null]})",
                    R"(,{"line":"alice","check":{"opens":"${n}","inService":"${on}"}})"
                    R"(,{"line":"alice","do":"makeCall","to":"${none}"})");
    const Scenario run = read(json, 3).value();
    EXPECT_EQ(run.steps.at(1).conditions->opens, 4U);
    EXPECT_EQ(run.steps.at(1).conditions->in_service, false);
    EXPECT_TRUE(run.steps.at(2).to_null);
}

TEST(Matrix, GoesOverProviderSettingsAndOperations) {
    const std::string json = with_matrix(
        R"({"to":["1"],"op":["hold","drop"],"style":["idle","disconnected-idle"]})",
        R"(,{"call":"a1","do":"${op}"})", R"(,"provider":{"abandon_style":"${style}"})");
    const Scenario first = read(json, 0).value();
    const Scenario last = read(json, 3).value();
    EXPECT_EQ(first.steps.at(1).op, lines::Op::Hold);
    EXPECT_EQ(last.steps.at(1).op, lines::Op::Drop);
    EXPECT_NE(first.provider.settings.at(0).value, last.provider.settings.at(0).value);
}

TEST(Matrix, KeepsThePlacesOfTheFile) {
    const std::string json = with_matrix(R"({"to":["1"],"n":[1]})", R"(,{"wait":"${n}"})");
    const Problem problem = read(json, 0).error();
    EXPECT_EQ(problem.pointer, "/steps/1/wait");
    EXPECT_EQ(problem.what, "the number 1 cannot stand here");
}

TEST(Matrix, IsFoundHoweverItsNameIsWritten) {
    EXPECT_EQ(combinations(matrix_of(R"({"m\u0061trix":{"to":[1,2]}})")), 2U);
    EXPECT_EQ(combinations(matrix_of("\xEF\xBB\xBF{\"matrix\":{\"to\":[1,2]}}")), 2U);
    EXPECT_TRUE(matrix_of(R"({"steps":[{"matrix":{"to":[1,2]}}]})").empty());
}

TEST(Matrix, LeavesTextsAloneWhereThereIsNone) {
    EXPECT_EQ(parse(R"({"name":"${to}","switch":{},"steps":[]})").value().name.value, "${to}");
}

TEST(Matrix, RefusesANameThatItDoesNotHave) {
    const std::string json = with_matrix(R"({"to":["1"]})", R"(,{"wait":"${ot}s"})");
    const Problem problem = read(json, 0).error();
    EXPECT_EQ(problem.what, "the matrix has no value \"${ot}\"");
    EXPECT_EQ(problem.nearest, "${to}");
    EXPECT_EQ(problem.pointer, "/steps/1/wait");
    const std::string open = with_matrix(R"({"to":["1"]})", R"(,{"wait":"1${to"})");
    EXPECT_EQ(read(open, 0).error().what, "the matrix has no value \"${to\"");
}

TEST(Matrix, OfTooManyRunsIsRefusedAtOnce) {
    EXPECT_TRUE(read(with_matrix(lists(4, 10)), 0).has_value());
    const Problem billion = read(with_matrix(lists(9, 10)), 0).error();
    EXPECT_EQ(billion.what, "a matrix of 1000000000 runs");
    EXPECT_EQ(billion.expected, "at most 10000");
    EXPECT_EQ(billion.pointer, "/matrix");
    const Problem beyond = read(with_matrix(lists(16, 1000)), 0).error();
    EXPECT_EQ(beyond.what, "a matrix of more than 18446744073709551615 runs");
}

TEST(Matrix, RefusesWhatIsNone) {
    for (const char* wrong :
         {"{}", "[]", "5", R"({"to":[]})", R"({"to":5})", R"({"to":[[1]]})", R"({"to":[{}]})",
          R"({"to":[1.5]})", R"({"to":[1e300]})", R"({"to":[18446744073709551615]})",
          R"({"to":[1],"to":[2]})", R"({"1":[1]})", R"({"to":[1],"x":[]})"}) {
        const auto scenario = read(with_matrix(wrong), 0);
        ASSERT_FALSE(scenario.has_value()) << wrong;
        EXPECT_TRUE(scenario.error().pointer.starts_with("/matrix")) << scenario.error().text();
    }
}

TEST(Matrix, RefusesValuesThatReadTheSame) {
    const Problem problem = read(with_matrix(R"({"to":["2",1,"1"]})"), 0).error();
    EXPECT_EQ(problem.what, "two values of \"to\" that both read \"1\"");
    EXPECT_EQ(problem.pointer, "/matrix/to/2");
}

TEST(Matrix, KeepsTextsWithinTheirLimit) {
    const std::string longest(kMaxTextBytes, '1');
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "${to}";
    const std::string json =
        with_matrix("{\"to\":[\"" + longest + "\"]}", R"(,{"wait":")" + many + "\"}");
    const auto scenario = read(json, 0);
    ASSERT_FALSE(scenario.has_value());
    EXPECT_NE(scenario.error().text().find("at most 4096 bytes"), std::string::npos)
        << scenario.error().text();
}

}  // namespace

}  // namespace pbxlab::harness
