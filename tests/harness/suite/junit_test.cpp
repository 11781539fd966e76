#include "harness/junit.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "tests/harness/suite/folder.h"

namespace pbxlab::harness::test {
namespace {

SuiteResult one_of_each() {
    SuiteResult result;
    result.cases = {{.file = "s/h/a.json",
                     .id = "h/a.json",
                     .name = "A",
                     .outcome = CaseOutcome::Passed,
                     .wall = std::chrono::milliseconds{1234},
                     .text = "PASS\n"},
                    {.file = "s/h/b.json",
                     .id = "h/b.json",
                     .name = "B <&> \"q\"",
                     .outcome = CaseOutcome::Failed,
                     .message = "got \"x\" & y",
                     .text = "FAIL ]]> <b>\n"},
                    {.file = "s/c.json",
                     .id = "c.json",
                     .outcome = CaseOutcome::Broken,
                     .message = "no JSON",
                     .text = "ERROR\n"},
                    {.file = "s/d.json",
                     .id = "d.json",
                     .name = "D",
                     .outcome = CaseOutcome::Crashed,
                     .message = "no memory"},
                    {.file = "s/e.json",
                     .id = "e.json",
                     .outcome = CaseOutcome::Skipped,
                     .message = "interrupted"}};
    return result;
}

TEST(Junit, HasASuiteForEachFolderAndACaseForEachScenario) {
    EXPECT_EQ(junit_xml(one_of_each()), R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pbxlab" tests="5" failures="1" errors="2" skipped="1" time="1.234">
  <testsuite name="." tests="3" failures="0" errors="2" skipped="1" time="0.000">
    <testcase name="c.json" classname="." file="s/c.json" time="0.000">
      <error message="no JSON" type="broken file">ERROR
</error>
    </testcase>
    <testcase name="D" classname="." file="s/d.json" time="0.000">
      <error message="no memory" type="pbxlab failed"></error>
    </testcase>
    <testcase name="e.json" classname="." file="s/e.json" time="0.000">
      <skipped message="interrupted"/>
    </testcase>
  </testsuite>
  <testsuite name="h" tests="2" failures="1" errors="0" skipped="0" time="1.234">
    <testcase name="A" classname="h" file="s/h/a.json" time="1.234"/>
    <testcase name="B &lt;&amp;&gt; &quot;q&quot;" classname="h" file="s/h/b.json" time="0.000">
      <failure message="got &quot;x&quot; &amp; y" type="failed">FAIL ]]&gt; &lt;b&gt;
</failure>
    </testcase>
  </testsuite>
</testsuites>
)");
}

class JunitFile : public Folder {
 protected:
    // Whether xmllint accepts the report by the structure that CI servers read.
    bool accepted(const SuiteResult& result) {
        const std::string file = write("report.xml", junit_xml(result));
        const std::string command = "xmllint --noout --schema '" PBXLAB_SOURCE_DIR
                                    "/tests/harness/junit.xsd' '" +
                                    file + "' >'" + file + ".log' 2>&1";
        const bool fine = std::system(command.c_str()) == 0;  // NOLINT(cert-env33-c)
        if (!fine) std::fprintf(stderr, "%s", text_of(file + ".log").c_str());
        return fine;
    }
    static bool has_xmllint() {
        return std::system("xmllint --version >/dev/null 2>&1") == 0;
    }  // NOLINT(cert-env33-c)
};

TEST_F(JunitFile, HasTheStructureThatCiServersRead) {
    if (!has_xmllint()) GTEST_SKIP() << "xmllint (Debian package libxml2-utils) is not installed";
    EXPECT_TRUE(accepted(one_of_each()));
    EXPECT_TRUE(accepted({}));
}

TEST_F(JunitFile, IsValidWhateverBytesNamesHold) {
    if (!has_xmllint()) GTEST_SKIP() << "xmllint (Debian package libxml2-utils) is not installed";
    SuiteResult result = one_of_each();
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    bytes += "\xEF\xBF\xBF\xEF\xBF\xBE\xED\xA0\x80\xC2\x80";
    for (CaseResult& each : result.cases) {
        each.name = bytes;
        each.message = bytes;
        each.text = bytes;
        each.id = bytes;
        each.file = bytes;
    }
    EXPECT_TRUE(accepted(result));
}

}  // namespace
}  // namespace pbxlab::harness::test
