#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "cycle/report/analysis_report.h"
#include "cycle/report/render.h"
#include "cycle/report/words.h"
#include "platform/json/json.h"

namespace stagecoach::cycle {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// 24 deals, each a week in Talk; every third is lost there, one in eight never leaves it, the rest
// spend three more days in Close and are won.
HistorySet sample() {
  HistorySet set;
  set.stages = {"Talk <1>", "成交"};
  set.stage_order_given = true;
  set.as_of = 60;
  for (int i = 0; i < 24; ++i) {
    DealHistory& deal = set.deals.emplace_back();
    deal.key = std::to_string(i);
    deal.start = i;
    deal.entries = {{0, i}};
    if (i % 8 == 7) continue;
    if (i % 3 == 0) {
      deal.ending = Ending::lost;
      deal.ended_at = i + 7;
      continue;
    }
    deal.entries.push_back({1, i + 7});
    deal.ending = Ending::won;
    deal.ended_at = i + 10;
  }
  return set;
}

TEST(RenderJson, HasTheDocumentedMembers) {
  const std::string text = render_json(analyze(sample()), Lang::en);
  const auto report = json::read<AnalysisReport>(text, {});
  ASSERT_TRUE(report) << text;
  EXPECT_THAT(text,
              HasSubstr(R"("as_of":"1970-03-02T00:00:00Z","clock":"days","deals":{"total":24)"));
  EXPECT_EQ(report->deals.won, 14);
  EXPECT_EQ(report->deals.lost, 7);
  EXPECT_EQ(report->deals.open, 3);
  EXPECT_EQ(report->win_rate, .666667);
  EXPECT_EQ(report->cycle.to_close.n, 24);
  EXPECT_EQ(report->cycle.to_close.median_days, 10.0);
  ASSERT_EQ(report->stages.size(), 2u);
  EXPECT_EQ(report->stages[0].name, "Talk <1>");
  EXPECT_EQ(report->stages[0].visits, 24);
  EXPECT_EQ(report->stages[0].lost_here, 7);
  EXPECT_EQ(report->stages[0].dwell.median_days, 7.0);
  EXPECT_EQ(report->stages[0].went_on, .583333);
  EXPECT_EQ(report->stages[1].dwell.median_days, 3.0);
  EXPECT_EQ(report->stages[1].went_on, 1.0);
  EXPECT_EQ(report->bottleneck.longest, "Talk <1>");
  EXPECT_EQ(report->bottleneck.leakiest, "Talk <1>");
}

TEST(RenderJson, SaysNullForWhatIsNotKnown) {
  HistorySet set = sample();
  set.deals.resize(5);
  const std::string text = render_json(analyze(set), Lang::en);
  EXPECT_THAT(text, HasSubstr(R"("median_days":null,"ci95":[null,null],"p80_days":null)"));
  EXPECT_THAT(text, HasSubstr("cycle.too_few_deals"));
  EXPECT_THAT(text, Not(HasSubstr("nan")));
}

TEST(RenderText, SpeaksBothLanguages) {
  const Analysis analysis = analyze(sample());
  const std::string en = render_text(analysis, Lang::en), zh = render_text(analysis, Lang::zh);
  EXPECT_THAT(en, HasSubstr("24: 14 won, 7 lost, 3 still open"));
  EXPECT_THAT(en, HasSubstr("Half of all deals are closed, won or lost, 10 days after they start"));
  EXPECT_THAT(en, HasSubstr("Every lost deal, 7 of them, was lost from Talk <1>."));
  EXPECT_THAT(zh, HasSubstr("24：赢单 14，输单 7，未结束 3"));
  EXPECT_THAT(zh, HasSubstr("全部 7 次输单都发生在“Talk <1>”"));
}

TEST(RenderText, AlignsTheStageTableForWideCharacters) {
  for (const Lang lang : {Lang::en, Lang::zh}) {
    std::istringstream lines(render_text(analyze(sample()), lang));
    std::vector<int> widths;
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with("Talk") || line.starts_with("成交") ||
          line.starts_with(lang == Lang::zh ? "阶段" : "Stage"))
        widths.push_back(display_width(line));
    ASSERT_EQ(widths.size(), 3u);
    EXPECT_EQ(widths[0], widths[1]);
    EXPECT_EQ(widths[1], widths[2]);
  }
}

// Tags that are opened are closed, in order; enough to catch a broken template.
::testing::AssertionResult is_well_formed(const std::string& page) {
  static const std::set<std::string> kVoid{"meta", "input", "line", "rect", "polygon", "polyline"};
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
    if (page[at + 1] == '!') continue;
    const bool closing = page[at + 1] == '/';
    const std::size_t start = at + (closing ? 2 : 1);
    const std::string name = page.substr(start, page.find_first_of(" >/", start) - start);
    if (name == "style" && !closing) at = page.find("</style", at) - 1;
    if (closing) {
      if (name == "style") continue;
      if (open.empty() || open.back() != name)
        return ::testing::AssertionFailure() << "</" << name << "> at " << at;
      open.pop_back();
    } else if (name != "style" && !kVoid.count(name)) {
      open.push_back(name);
    }
  }
  if (!open.empty()) return ::testing::AssertionFailure() << "<" << open.back() << "> stays open";
  return ::testing::AssertionSuccess();
}

TEST(RenderHtml, IsOneWellFormedPageInBothLanguages) {
  const Analysis analysis = analyze(sample());
  for (const Lang lang : {Lang::en, Lang::zh}) {
    const std::string page = render_html(analysis, lang);
    EXPECT_TRUE(is_well_formed(page));
    EXPECT_THAT(page, HasSubstr("Where deals wait"));
    EXPECT_THAT(page, HasSubstr("商机在哪里等待"));
    EXPECT_THAT(page, HasSubstr("Talk &lt;1&gt;"));
    EXPECT_THAT(page, Not(HasSubstr("Talk <1>")));
    EXPECT_THAT(page, HasSubstr(lang == Lang::zh ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"));
    // Self-contained: nothing is fetched and nothing runs.
    for (const std::string_view foreign : {"http:", "https:", "src=", "<script", "url(", "@import"})
      EXPECT_THAT(page, Not(HasSubstr(std::string(foreign))));
    EXPECT_THAT(page, Not(HasSubstr("nan")));
  }
}

// Every phrase of the reports fills its placeholders: a brace left over is a misspelt argument.
TEST(Render, LeavesNoPlaceholder) {
  const Analysis analysis = analyze(sample());
  for (const Lang lang : {Lang::en, Lang::zh})
    EXPECT_THAT(render_text(analysis, lang), Not(HasSubstr("{")));
  std::string page = render_html(analysis, Lang::en);
  page.erase(page.find("<style>"), page.find("</style>") - page.find("<style>"));
  EXPECT_THAT(page, Not(HasSubstr("{")));
}

TEST(Words, WritesNumbersAsPeopleDo) {
  EXPECT_EQ(count_text(0), "0");
  EXPECT_EQ(count_text(999), "999");
  EXPECT_EQ(count_text(-1234567), "-1,234,567");
  EXPECT_EQ(short_days(69.0, Lang::en), "69 d");
  EXPECT_EQ(short_days(7.25, Lang::zh), "7.2 天");
  EXPECT_EQ(short_days(.5, Lang::en), "12 h");
  EXPECT_EQ(short_days(.01, Lang::zh), "14.4 分钟");
  EXPECT_EQ(short_days(1234.56, Lang::en), "1,235 d");
  EXPECT_EQ(long_days(1.0, Lang::en), "1 day");
  EXPECT_EQ(interval_days({67.0, 70.0}, Lang::en), "67–70 d");
  EXPECT_EQ(interval_days({.5, 2.0}, Lang::en), "12 h – 2 d");
  EXPECT_EQ(interval_days({2.0, {}}, Lang::zh), "2 天 – 尚不可知");
  EXPECT_EQ(interval_days({}, Lang::zh), kDash);
  EXPECT_EQ(percent_text(.63150), "63.1%");
  EXPECT_EQ(display_width("阶段 ab"), 7);
  EXPECT_EQ(display_width("e\xCC\x81"), 1) << "a combining accent takes no column";
}

}  // namespace
}  // namespace stagecoach::cycle
