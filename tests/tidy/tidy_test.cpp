// Every rule can fail, and leaves its clean neighbour alone.
#include "tidy.h"

#include <gtest/gtest.h>

namespace stagecoach::tidy {

namespace {

std::vector<std::string> rules_broken_by(std::string path, std::string text) {
  std::vector<std::string> rules;
  for (const Finding& finding : check_all(SourceFile(std::move(path), std::move(text))))
    rules.push_back(finding.rule);
  return rules;
}

using Rules = std::vector<std::string>;

std::string including(std::string_view target) {
  return "#include \"" + std::string(target) + "\"\n";
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Arrows, PointDown) {
  EXPECT_EQ(rules_broken_by("src/platform/db/db.cpp", including("platform/base/result.h")),
            Rules{});
  EXPECT_EQ(rules_broken_by("src/platform/db/db.cpp", including("journal/work.h")),
            Rules{"arrows"});
  EXPECT_EQ(rules_broken_by("src/platform/json/read.cpp", including("platform/db/db.h")),
            Rules{"arrows"});
  EXPECT_EQ(rules_broken_by("src/sales/deals/deal.cpp", including("sales/pipeline/stage.h")),
            Rules{});
  EXPECT_EQ(rules_broken_by("src/sales/pipeline/stage.cpp", including("sales/deals/deal.h")),
            Rules{"arrows"});
  EXPECT_EQ(rules_broken_by("src/sales/deals/deal.cpp", including("cycle/visit.h")),
            Rules{"arrows"});
}

TEST(Arrows, ALaterNounSeesDealsButNotItsSiblings) {
  EXPECT_EQ(rules_broken_by("src/sales/quotes/quote.cpp", including("sales/deals/deal.h")),
            Rules{});
  EXPECT_EQ(rules_broken_by("src/sales/quotes/quote.cpp", including("sales/payments/payment.h")),
            Rules{"arrows"});
}

TEST(Arrows, AStoreStaysInItsNoun) {
  EXPECT_EQ(
      rules_broken_by("src/sales/deals/deal_commands.cpp", including("sales/deals/deal_store.h")),
      Rules{});
  EXPECT_EQ(rules_broken_by("src/sales/deals/deal_commands.cpp",
                            including("sales/accounts/account_store.h")),
            Rules{"arrows"});
  EXPECT_EQ(rules_broken_by("src/cycle/visit.cpp", including("sales/deals/deal_events.h")),
            Rules{});
  EXPECT_EQ(rules_broken_by("src/cycle/visit.cpp", including("sales/deals/deal_commands.h")),
            Rules{"arrows"});
}

TEST(Arrows, OnlyTheCompositionRootSeesEverything) {
  EXPECT_EQ(rules_broken_by("src/app.cpp", including("exchange/import.h")), Rules{});
  EXPECT_EQ(rules_broken_by("src/journal/work.cpp", including("app.h")), Rules{"arrows"});
  EXPECT_EQ(rules_broken_by("src/attic/old.cpp", ""), Rules{"arrows"});
}

TEST(Headers, SayPragmaOnce) {
  EXPECT_EQ(rules_broken_by("src/journal/work.h", "#pragma once\n"), Rules{});
  EXPECT_EQ(rules_broken_by("src/journal/work.h", "#ifndef WORK_H\n"), Rules{"pragma-once"});
}

TEST(Headers, KeepHeavyLibrariesOut) {
  EXPECT_EQ(
      rules_broken_by("src/platform/base/log.h", "#pragma once\n#include <spdlog/spdlog.h>\n"),
      Rules{"heavy-header"});
  EXPECT_EQ(rules_broken_by("src/platform/http/server.h",
                            "#pragma once\n#include <boost/beast/http.hpp>\n"),
            Rules{"heavy-header"});
  EXPECT_EQ(rules_broken_by("src/platform/base/log.cpp", "#include <spdlog/spdlog.h>\n"), Rules{});
}

TEST(Sizes, FilesEndBefore400Lines) {
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", repeated("int a();\n", 400)), Rules{});
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", repeated("int a();\n", 401)),
            Rules{"file-length"});
}

TEST(Sizes, FunctionsEndBefore70Lines) {
  const std::string fits = "namespace a {\nint f() {\n" + repeated("  g();\n", 68) + "}\n}\n";
  const std::string long_one = "namespace a {\nint f() {\n" + repeated("  g();\n", 69) + "}\n}\n";
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", fits), Rules{});
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", long_one), Rules{"function-length"});
}

TEST(Sizes, OnlyFunctionsAreMeasuredAsFunctions) {
  const std::string rows = repeated("  {1, 2},\n", 90);
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", "const Row kRows[] = {\n" + rows + "};\n"),
            Rules{});
  const std::string members = repeated("  int member = 0;\n", 90);
  EXPECT_EQ(
      rules_broken_by("src/journal/a.cpp", "DESCRIBE(A, (), ())\nstruct A {\n" + members + "};\n"),
      Rules{});
  const std::string body = repeated("  g(); // {\n", 80);
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", "A::A() : a_{1}, b_{2} {\n" + body + "}\n"),
            Rules{"function-length"});
}

TEST(Sizes, LinesEndBefore100Columns) {
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", repeated("a", 100) + "\n"), Rules{});
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", repeated("a", 101) + "\n"), Rules{"columns"});
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", repeated("驿", 100) + "\n"), Rules{});
}

TEST(Words, NoTabs) {
  EXPECT_EQ(rules_broken_by("web/src/app.ts", "\tlet a = 1\n"), Rules{"tabs"});
}

TEST(Words, NothingUnfinished) {
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", "// TODO later\n"), Rules{"unfinished"});
  EXPECT_EQ(rules_broken_by("docs/guide.md", "FIXME\n"), Rules{"unfinished"});
  EXPECT_EQ(rules_broken_by("src/journal/a.cpp", "int TODO_count;\n"), Rules{});
}

TEST(Words, NoPlaceOfOneMachine) {
  EXPECT_EQ(rules_broken_by("script/x.sh", "cd home/ann/src\n"), Rules{});
  EXPECT_EQ(rules_broken_by("script/x.sh", "cd /home/ann/src\n"), Rules{"foreign-place"});
  EXPECT_EQ(rules_broken_by("docs/a.md", "see docs/home/index\n"), Rules{});
  EXPECT_EQ(rules_broken_by("tests/a.cpp", "open(\"../shared/x\");\n"), Rules{"foreign-place"});
  EXPECT_EQ(rules_broken_by("web/x.json", "\"resolved\": \"https://registry.example.org/a\"\n"),
            Rules{"foreign-place"});
  EXPECT_EQ(rules_broken_by("docs/a.md", "see https://example.org/registry.html\n"), Rules{});
}

TEST(Words, SqlLivesInStores) {
  const std::string sql = "constexpr auto kFind = \"SELECT id FROM deals\";\n";
  EXPECT_EQ(rules_broken_by("src/sales/deals/deal_store.cpp", sql), Rules{});
  EXPECT_EQ(rules_broken_by("src/sales/deals/deal_routes.cpp", sql), Rules{"sql-place"});
  EXPECT_EQ(
      rules_broken_by("src/cycle/a.cpp", "auto kAll = R\"sql(\n  DELETE FROM visits)sql\";\n"),
      Rules{"sql-place"});
  EXPECT_EQ(rules_broken_by("src/cycle/a.cpp", "say(\"Select a stage\"); // \"SELECT x\"\n"),
            Rules{});
}

TEST(Phrases, SpeakBothLanguages) {
  const auto broken = [](const std::string& text) {
    return rules_broken_by("src/cycle/a.cpp", text);
  };
  EXPECT_EQ(broken("constexpr Phrase kA{\"a\", \"One \" \"deal\", \"一个商机\"};\n"), Rules{});
  EXPECT_EQ(broken("constexpr Phrase kA = {\"a\", \"One deal\", \"\"};\n"), Rules{"phrases"});
  EXPECT_EQ(broken("constexpr Phrase kA{\"a\", \"\", \"一个\"};\n"), Rules{"phrases"});
  EXPECT_EQ(broken("constexpr Phrase kA{\"a\", \"One deal\", \"One deal\"};\n"), Rules{"phrases"});
  EXPECT_EQ(broken("constexpr Phrase kA{\"a\", \"P80\", \"P80\"};\n"), Rules{});
  EXPECT_EQ(broken("constexpr Phrase kA{\"a\", \"{n} deals\", \"{m} 个\"};\n"), Rules{"phrases"});
  EXPECT_EQ(
      broken(
          "const std::array<Phrase, 2> kAll = {{{\"a\", \"A\", \"甲\"}, {\"b\", \"B\", \"\"}}};\n"),
      Rules{"phrases"});
  EXPECT_EQ(broken("void say(const Phrase& phrase) { use(phrase); }\n"), Rules{});
}

TEST(SourceFiles, SeeThroughLiteralsAndComments) {
  const SourceFile file("src/a.cpp",
                        "auto a = \"// not a comment\"; /* { */ char c = '\"'; int n = 1'000;\n");
  EXPECT_EQ(file.code().find('{'), std::string::npos);
  EXPECT_NE(file.code().find("int n"), std::string::npos);
  EXPECT_NE(file.without_comments().find("// not a comment"), std::string::npos);
}

}  // namespace

}  // namespace stagecoach::tidy
