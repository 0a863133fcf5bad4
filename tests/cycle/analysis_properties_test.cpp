// What must hold between the figures of one analysis, and between analyses of related histories.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "cycle/analysis.h"
#include "cycle/histories.h"
#include "cycle/report/analysis_report.h"
#include "cycle/report/render.h"

namespace stagecoach::cycle {
namespace {

template <class Check>
void for_seeds(Check check) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    HistoryMaker make(seed);
    check(make,
          make.set(static_cast<int>(make.between(1, 80)), static_cast<int>(make.between(1, 6))));
    if (::testing::Test::HasFailure()) return;
  }
}

void shift(Episode& episode, std::int64_t factor, std::int64_t by) {
  const auto moved = [&](std::int64_t at) { return at == kUnknownTime ? at : at * factor + by; };
  if (episode.start) episode.start = moved(*episode.start);
  if (episode.ended_at) episode.ended_at = moved(*episode.ended_at);
  for (StageEntry& entry : episode.entries) entry.at = moved(entry.at);
}

HistorySet shifted(HistorySet set, std::int64_t factor, std::int64_t by) {
  set.as_of = set.as_of * factor + by;
  for (DealHistory& deal : set.deals) {
    shift(deal, factor, by);
    for (Episode& episode : deal.earlier) shift(episode, factor, by);
  }
  return set;
}

// Everything but the date of the report.
std::string figures(Analysis analysis) {
  analysis.as_of = 0;
  return render_json(analysis);
}

TEST(AnalysisProperties, EveryDealAndEveryVisitIsSomewhere) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    const Analysis a = analyze(set);
    EXPECT_EQ(a.deals.total, a.deals.won + a.deals.lost + a.deals.open + a.deals.left);
    const std::vector<Edge> moves = edges(visit_table(set), set.as_of);
    std::map<int, std::int64_t> out;
    for (const Edge& edge : moves) out[edge.from] += edge.count;
    double shares = 0.0;
    for (std::size_t s = 0; s < a.stages.size(); ++s) {
      const StageAnalysis& stage = a.stages[s];
      EXPECT_EQ(stage.visits, out[static_cast<int>(s)]) << "inflow = outflow + open";
      EXPECT_LE(stage.went_on_deals, stage.entered_deals);
      EXPECT_LE(stage.entered_deals, a.deals.total);
      shares += stage.dwell_share;
    }
    if (shares > 0.0) {
      EXPECT_NEAR(shares, 1.0, 1e-9);
    }
  });
}

TEST(AnalysisProperties, WaitingIsTheAreaUnderWorkInProgress) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    const VisitTable table = visit_table(set);
    CycleTally tally(set.unit, static_cast<int>(set.stages.size()), set.as_of, table.visits());
    tally.add(table);
    std::vector<double> area(set.stages.size(), 0.0);
    for (std::size_t e = 0; e < table.episodes(); ++e) {
      const auto view = table.view(e, set.as_of);
      if (!view) continue;
      for (std::size_t v = view->first_visit; v < view->last_visit; ++v) {
        const Visit visit = table.visit(*view, v);
        if (!visit.in || !visit.out) continue;
        for (std::int64_t day = 0; day < set.as_of; ++day)
          if (day >= *visit.in && day < *visit.out)
            area[static_cast<std::size_t>(visit.stage)] += 1;
      }
    }
    for (std::size_t s = 0; s < area.size(); ++s) EXPECT_EQ(tally.stages()[s].dwell_ticks, area[s]);
  });
}

// The definition of entered and went on, spelled out deal by deal with sets.
TEST(AnalysisProperties, EnteredAndWentOnFollowTheirDefinition) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    const int stages = static_cast<int>(set.stages.size());
    std::vector<std::int64_t> entered(set.stages.size()), went_on(set.stages.size());
    for (const DealHistory& deal : set.deals) {
      std::vector<Episode> episodes = deal.earlier;
      episodes.push_back(deal);
      std::set<int> reached, gone_on;
      for (const Episode& episode : episodes) {
        int previous = -1;
        const auto arrive = [&](int stage) {
          for (const int earlier : reached)
            if (earlier < stage) gone_on.insert(earlier);
        };
        for (const StageEntry& entry : episode.entries) {
          if (entry.at != kUnknownTime && entry.at > set.as_of) break;
          if (previous >= 0)
            for (int passed = previous + 1; passed < entry.stage; ++passed) reached.insert(passed);
          arrive(entry.stage);
          reached.insert(entry.stage);
          previous = entry.stage;
        }
        if (!episode.ended_at || *episode.ended_at > set.as_of) break;  // a later one is to come
        if (episode.ending == Ending::won) arrive(stages);
      }
      for (const int s : reached) ++entered[static_cast<std::size_t>(s)];
      for (const int s : gone_on) ++went_on[static_cast<std::size_t>(s)];
    }
    const Analysis a = analyze(set);
    for (std::size_t s = 0; s < entered.size(); ++s) {
      EXPECT_EQ(a.stages[s].entered_deals, entered[s]) << s;
      EXPECT_EQ(a.stages[s].went_on_deals, went_on[s]) << s;
    }
  });
}

TEST(AnalysisProperties, OrderAndNamesOfDealsDoNotMatter) {
  for_seeds([](HistoryMaker& make, HistorySet set) {
    const std::string before = figures(analyze(set));
    std::shuffle(set.deals.begin(), set.deals.end(), make.engine());
    for (DealHistory& deal : set.deals) deal.key += " renamed";
    EXPECT_EQ(figures(analyze(set)), before);
  });
}

TEST(AnalysisProperties, ShiftingTimeMovesNothing) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    EXPECT_EQ(figures(analyze(shifted(set, 1, 20'000))), figures(analyze(set)));
    EXPECT_EQ(figures(analyze(shifted(set, 1, -20'000))), figures(analyze(set)));
  });
}

TEST(AnalysisProperties, DaysAndSecondsAgree) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    Analysis days = analyze(set);
    HistorySet in_seconds = shifted(set, kSecondsPerDay, 0);
    in_seconds.unit = ClockUnit::seconds;
    Analysis seconds = analyze(in_seconds);
    seconds.unit = ClockUnit::days;
    days.curve.clear();  // drawn at other points, because there are more to choose from
    seconds.curve.clear();
    EXPECT_EQ(figures(seconds), figures(days));
  });
}

// Whatever happens after as-of, and whether we know of it yet, the report of that day is the same.
TEST(AnalysisProperties, NothingLaterThanAsOfMatters) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    HistorySet known = set;
    const auto forget_later = [&](Episode& episode) {
      std::erase_if(episode.entries, [&](const StageEntry& e) { return e.at > set.as_of; });
      if (episode.ended_at && *episode.ended_at > set.as_of) {
        episode.ended_at.reset();
        episode.ending = Ending::open;
      }
    };
    for (DealHistory& deal : known.deals) {
      std::vector<Episode> episodes = deal.earlier;
      episodes.push_back(deal);
      for (std::size_t i = 0; i < episodes.size(); ++i) {
        const Episode& e = episodes[i];
        const std::int64_t first = e.start ? *e.start : e.entries.empty() ? 0 : e.entries[0].at;
        const bool to_come = i > 0 && *episodes[i - 1].ended_at > set.as_of;
        if (to_come || (first != kUnknownTime && first > set.as_of)) episodes.resize(i);
      }
      if (episodes.empty()) {
        deal.key.clear();  // does not exist yet
        continue;
      }
      for (Episode& episode : episodes) forget_later(episode);
      static_cast<Episode&>(deal) = episodes.back();
      episodes.pop_back();
      deal.earlier = episodes;
    }
    std::erase_if(known.deals, [](const DealHistory& deal) { return deal.key.empty(); });
    EXPECT_EQ(figures(analyze(known)), figures(analyze(set)));
  });
}

TEST(AnalysisProperties, AFilterIsTheAnalysisOfTheDealsItKeeps) {
  for_seeds([](HistoryMaker& make, const HistorySet& set) {
    std::vector<std::uint8_t> mask;
    HistorySet kept = set;
    kept.deals.clear();
    for (const DealHistory& deal : set.deals) {
      mask.push_back(make.chance(50) ? 1 : 0);
      if (mask.back()) kept.deals.push_back(deal);
    }
    const VisitTable table = visit_table(set);
    CycleTally tally(set.unit, static_cast<int>(set.stages.size()), set.as_of, table.visits());
    tally.add(table, DealFilter(mask));
    EXPECT_EQ(figures(analyze(tally, set.stages)), figures(analyze(kept)));
  });
}

// Watched from its very beginning is what a deal is anyway, but it is counted on the careful path.
TEST(AnalysisProperties, TheFastPathSaysWhatTheCarefulOneSays) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    HistorySet careful = set;
    for (DealHistory& deal : careful.deals)
      if (deal.start && deal.earlier.empty()) deal.observed_since = *deal.start;
    EXPECT_EQ(figures(analyze(careful)), figures(analyze(set)));
  });
}

TEST(AnalysisProperties, TalliesOfPartsMergeIntoTheWhole) {
  for_seeds([](HistoryMaker&, const HistorySet& set) {
    HistorySet first = set, second = set;
    const auto half = static_cast<std::ptrdiff_t>(set.deals.size() / 2);
    first.deals.erase(first.deals.begin() + half, first.deals.end());
    second.deals.erase(second.deals.begin(), second.deals.begin() + half);
    const int stages = static_cast<int>(set.stages.size());
    CycleTally whole(set.unit, stages, set.as_of, 500), parts(set.unit, stages, set.as_of, 500),
        other(set.unit, stages, set.as_of, 500);
    whole.add(visit_table(set));
    parts.add(visit_table(first));
    other.add(visit_table(second));
    parts.merge(other);
    EXPECT_EQ(figures(analyze(parts, set.stages)), figures(analyze(whole, set.stages)));
  });
}

}  // namespace
}  // namespace stagecoach::cycle
