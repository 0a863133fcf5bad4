// What the time view costs at a million deals: counting them, with and without a filter, following
// the journal, and holding them in memory. The deals come from the sample model, seeded. Figures
// are CPU time, the best of some rounds.
//
//   cycle_bench [DEALS]
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "cycle/analysis.h"
#include "cycle/cohort/cohort_funnel.h"
#include "cycle/cohort/flow.h"
#include "cycle/cohort/heat_map.h"
#include "cycle/prediction/horizon.h"
#include "cycle/prediction/pipeline_model.h"
#include "cycle/projection/deal_log.h"
#include "cycle/projection/deal_tally.h"
#include "cycle/projection/snapshot_file.h"
#include "exchange/sample/sample_model.h"

namespace {

using namespace stagecoach;
using cycle::ClockUnit;

constexpr int kOpenStages = 6;
constexpr std::int64_t kHold = 7, kWon = 8, kLost = 9;  // stage ids; the open ones are 1 to 6
constexpr std::int64_t kNow = 1'780'000'000;            // seconds
constexpr std::int64_t kMonths = 36;
constexpr int kReps = 50, kTeams = 5, kProducts = 12;
constexpr int kRounds = 5;

double cpu_ms() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

double best_ms(const std::function<void()>& work, int rounds = kRounds) {
  double best = 1e12;
  for (int round = 0; round < rounds; ++round) {
    const double before = cpu_ms();
    work();
    best = std::min(best, cpu_ms() - before);
  }
  return best;
}

// Of this process, as Linux counts it.
double resident_mb() {
  std::ifstream status("/proc/self/statm");
  double pages = 0;
  status >> pages >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void print(const char* what, double figure, const char* unit) {
  std::printf("%-58s %10.2f %s\n", what, figure, unit);
}

// A life per deal, told as events.
class Journal {
 public:
  explicit Journal(std::uint64_t seed) : random_(seed) {
    // Fewer are lost early than in the sample, so that a deal has about as many visits as those of
    // a large organisation.
    for (exchange::StageHazard& stage : model_.stages) stage.lost *= 0.35;
  }

  // The events of the next deal, oldest first.
  std::vector<journal::Event> next_deal() {
    const std::int64_t id = ++deals_;
    const exchange::SourceEffect& source = random_.pick(model_.sources);
    const auto start = from_millis(
        (kNow - static_cast<std::int64_t>(random_.uniform() * kMonths * 30 * 86'400)) * 1000);
    sales::DealCreated created;
    created.name = "Deal " + std::to_string(id);
    created.pipeline_id = sales::PipelineId(1);
    created.stage_id = sales::StageId(1);
    created.source = source.key;
    created.snapshot.owner_id = UserId(1 + static_cast<std::int64_t>(random_.below(kReps)));
    created.snapshot.team_id = sales::TeamId(1 + created.snapshot.owner_id.value % kTeams);
    created.snapshot.amount = Money{1'000'000, *Currency::parse("CNY")};
    created.products = {sales::ProductId(1 + static_cast<std::int64_t>(random_.below(kProducts)))};
    std::vector<journal::Event> events{event(created, id, start)};
    std::int64_t at = 1;
    for (const exchange::SampleMove& move :
         exchange::simulate_deal(model_, random_, source, 1.0, start, from_millis(kNow * 1000))) {
      const std::int64_t to = stage_after(move);
      events.push_back(moved(id, at, to, created.snapshot, move.at));
      at = to;
    }
    return events;
  }
  journal::Event moved(std::int64_t deal, std::int64_t from, std::int64_t to,
                       const sales::DealSnapshot& snapshot, Instant at) {
    sales::DealMoved what;
    what.from_stage_id = sales::StageId(from);
    what.to_stage_id = sales::StageId(to);
    what.from_entered_at = at;
    what.snapshot = snapshot;
    return event(what, deal, at);
  }
  exchange::SampleRandom& random() { return random_; }

 private:
  template <class E>
  journal::Event event(const E& what, std::int64_t deal, Instant at) {
    journal::Draft draft = journal::because(what);
    journal::Event event;
    event.seq = ++seq_;
    event.effective_at = event.recorded_at = at;
    event.kind = draft.kind;
    event.subject_kind = sales::kDealSubject;
    event.subject_id = deal;
    event.data = std::move(draft.data);
    return event;
  }
  static std::int64_t stage_after(const exchange::SampleMove& move) {
    using Kind = exchange::SampleMove::Kind;
    if (move.kind == Kind::won) return kWon;
    if (move.kind == Kind::lost) return kLost;
    if (move.kind == Kind::hold) return kHold;
    return move.to_position + 1;
  }

  exchange::SampleRandom random_;
  exchange::SampleModel model_ = exchange::SampleModel::for_stages(kOpenStages);
  std::int64_t deals_ = 0;
  journal::Seq seq_ = 0;
};

sales::Pipeline pipeline() {
  sales::Pipeline pipeline;
  pipeline.id = sales::PipelineId(1);
  for (std::int64_t id = 1; id <= kLost; ++id) {
    sales::Stage& stage = pipeline.stages.emplace_back();
    stage.id = sales::StageId(id);
    stage.kind = id == kWon    ? sales::StageKind::won
                 : id == kLost ? sales::StageKind::lost
                 : id == kHold ? sales::StageKind::on_hold
                               : sales::StageKind::open;
  }
  return pipeline;
}

// What the projection publishes.
cycle::PipelineColumns columns_of(const cycle::DealLog& log, const sales::Pipeline& pipeline) {
  cycle::PipelineColumns columns;
  columns.pipeline = &pipeline;
  columns.number_of = cycle::number_stages(pipeline, columns.stages);
  columns.passages = log.pipelines().at(1).passages;
  columns.chunks = log.pipelines().at(1).chunks;
  for (const auto& chunk : columns.chunks) columns.entries += chunk->counts().entries;
  return columns;
}

void replay(cycle::DealLog& log, Journal& journal, int deals) {
  double cpu = 0;
  std::int64_t events = 0;
  for (int done = 0; done < deals;) {
    std::vector<journal::Event> batch;
    for (; done < deals && batch.size() < 50'000; ++done)
      for (journal::Event& event : journal.next_deal()) batch.push_back(std::move(event));
    const double before = cpu_ms();
    for (const journal::Event& event : batch) log.apply(event);
    log.fold();
    cpu += cpu_ms() - before;
    events += static_cast<std::int64_t>(batch.size());
  }
  print("events replayed", static_cast<double>(events) / 1e6, "million");
  print("replay, without the database", cpu / 1e3, "s");
}

void measure_memory(const cycle::PipelineColumns& columns, int deals) {
  std::size_t bytes = 0, others = 0;
  for (const auto& chunk : columns.chunks) {
    bytes += chunk->bytes();
    std::uint32_t last = ~0u;
    for (std::size_t e = 0; e < chunk->others().episodes(); ++e) {
      if (chunk->others().deal_of(e) != last) ++others;
      last = chunk->others().deal_of(e);
    }
  }
  print("entries of a deal", static_cast<double>(columns.entries) / deals, "");
  print("deals that are not plain", 100.0 * static_cast<double>(others) / deals, "%");
  print("memory of a deal", static_cast<double>(bytes) / deals, "bytes");
  print("memory of this program after the replay", resident_mb(), "MB");
}

void measure_tally(const cycle::PipelineColumns& columns) {
  const std::vector<std::string> names(columns.stages.size(), "Stage");
  const auto whole = [&](const char* what, const cycle::DealSelection& selection,
                         std::int64_t as_of = kNow) {
    print(what, best_ms([&] { analyze(cycle::tally_of(columns, selection, as_of), names); }), "ms");
  };
  print("count all, seconds",
        best_ms([&] { cycle::tally_of(columns, cycle::DealSelection(), kNow); }), "ms");
  whole("figures of all, seconds", {});
  whole("figures of all, as of a year ago", {}, kNow - 365 * 86'400);
  cycle::DealSelection selection;
  selection.owner = UserId(7);
  whole("figures of an owner", selection);
  selection = {};
  selection.team = sales::TeamId(2);
  whole("figures of a team", selection);
  selection = {};
  selection.source = 1;
  whole("figures of a source", selection);
  selection = {};
  selection.product = sales::ProductId(3);
  whole("figures of a product", selection);
  selection = {};
  selection.from = kNow - 540 * 86'400;
  whole("figures of half the time", selection);
  sales::Viewer viewer;
  viewer.visibility = sales::Visibility::team;
  viewer.user = UserId(7);
  viewer.team = sales::TeamId(3);
  viewer.reach = std::make_shared<const std::vector<sales::TeamId>>(
      std::vector<sales::TeamId>{sales::TeamId(2), sales::TeamId(3)});
  selection = {};
  selection.viewer = &viewer;
  whole("figures of what a team leader sees", selection);
}

// What a request of the Funnel page counts.
void measure_cohorts(const cycle::PipelineColumns& columns) {
  cycle::FunnelQuestion question;
  question.stages = static_cast<int>(columns.stages.size());
  question.open_stages = kOpenStages;
  question.age = 90 * 86'400;
  question.as_of = kNow;
  question.resolution = cycle::resolution_for(columns);
  const auto months = cycle::CohortMonths::last(12, kNow, TimeZone());
  print("rows of the cohort table",
        best_ms([&] { each_cohort_deal(columns, {}, kNow, [](const cycle::CohortDeal&) {}); }),
        "ms");
  print("funnel of twelve months", best_ms([&] {
          question.currency = main_currency(columns, {});
          cycle::CohortFunnel funnel(question, months);
          each_cohort_deal(columns, {}, kNow,
                           [&](const cycle::CohortDeal& deal) { funnel.add(deal); });
          for (int month = cycle::CohortMonths::kEarlier; month < months.size(); ++month)
            funnel.cohort(month);
          funnel.all();
        }),
        "ms");
  print("flow", best_ms([&] {
          cycle::Flow flow({kOpenStages, false, true}, ClockUnit::seconds, {}, question.resolution);
          each_cohort_deal(columns, {}, kNow,
                           [&](const cycle::CohortDeal& deal) { flow.add(deal); });
          flow.edges();
        }),
        "ms");
  print("stages by month", best_ms([&] {
          cycle::HeatMap map(question, months, ClockUnit::seconds);
          each_cohort_deal(columns, {}, kNow,
                           [&](const cycle::CohortDeal& deal) { map.add(deal); });
          for (int stage = 0; stage < kOpenStages; ++stage)
            for (int month = 0; month < months.size(); ++month) map.cell(stage, month);
        }),
        "ms");
}

// The model of the pipeline, and the outlooks of 50,000 open deals: stages and ages as they come,
// none twice in a row, so that nothing is kept from one to the next.
void measure_predictions(const cycle::PipelineColumns& columns) {
  const auto fit = [&] {
    return cycle::PipelineModel(
        static_cast<int>(columns.stages.size()),
        [&](const cycle::StayVisitor& visit) { cycle::each_stay(columns, kNow, visit); },
        cycle::horizon_days(columns, kNow));
  };
  print("model of all", best_ms([&] { fit(); }, 2), "ms");
  const cycle::PipelineModel model = fit();
  constexpr int kOpenDeals = 50'000;
  int told = 0;
  print("outlooks of 50,000 open deals",
        best_ms(
            [&] {
              told = 0;
              for (int i = 0; i < kOpenDeals; ++i)
                if (!model.outlook({i % kOpenStages, false, (i * 7) % 60}).without) ++told;
            },
            1),
        "ms");
  print("of them predicted", 100.0 * told / kOpenDeals, "%");
}

// The same deals as an exported file with dates would give them.
void measure_days(const cycle::PipelineColumns& columns) {
  cycle::VisitTable table(ClockUnit::days);
  std::uint32_t number = 0;
  for (const auto& chunk : columns.chunks)
    for (std::size_t slot = 0; slot < chunk->size(); ++slot, ++number)
      for (cycle::Episode& episode :
           cycle::episodes_of(chunk->deal(slot, columns.passages), columns.number_of)) {
        const auto day = [](std::int64_t second) { return second / 86'400; };
        if (episode.start) episode.start = day(*episode.start);
        if (episode.ended_at) episode.ended_at = day(*episode.ended_at);
        for (cycle::StageEntry& entry : episode.entries) entry.at = day(entry.at);
        table.append(number, episode);
      }
  print("visits in the table of a file", static_cast<double>(table.visits()) / 1e6, "million");
  print("count all, days, from the table of a file", best_ms([&] {
          cycle::CycleTally tally(ClockUnit::days, static_cast<int>(columns.stages.size()),
                                  kNow / 86'400, table.visits());
          tally.add(table);
        }),
        "ms");
}

void measure_events(cycle::DealLog& log, Journal& journal, const sales::Pipeline& pipeline,
                    int deals) {
  const auto follow = [&](const char* what, int publishes, int events_each) {
    std::vector<journal::Event> events;
    for (int i = 0; i < publishes * events_each; ++i)
      events.push_back(journal.moved(
          1 + static_cast<std::int64_t>(journal.random().below(static_cast<std::size_t>(deals))), 1,
          2, {}, from_millis(kNow * 1000)));
    const double before = cpu_ms();
    for (std::size_t i = 0; i < events.size(); ++i) {
      log.apply(events[i]);
      if ((i + 1) % static_cast<std::size_t>(events_each) != 0) continue;
      log.fold();
      columns_of(log, pipeline);
    }
    print(what, (cpu_ms() - before) * 1e3 / static_cast<double>(events.size()), "us");
  };
  follow("an event, each published alone", 2'000, 1);
  follow("an event, published by the hundred", 100, 100);
  follow("an event, published by ten thousand", 5, 10'000);
}

// Written to the page cache; how long a disk takes to sync is the disk's.
void measure_file(cycle::DealLog& log) {
  const std::string path = std::filesystem::temp_directory_path() / "stagecoach-bench.cycle";
  log.fold();
  const cycle::SavedDeals deals{1, "hash", log.pipelines(), log.sources()};
  print("writing the file", best_ms([&] { cycle::write_snapshot(path, deals); }, 2), "ms");
  print("its size", static_cast<double>(std::filesystem::file_size(path)) / 1e6, "MB");
  print("resuming from the file",
        best_ms(
            [&] {
              std::optional<cycle::SavedDeals> read = cycle::read_snapshot(path);
              cycle::DealLog(std::move(read->pipelines), std::move(read->sources));
            },
            2),
        "ms");
  std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
  const int deals = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  const sales::Pipeline stages = pipeline();
  Journal journal(1);
  cycle::DealLog log;
  std::vector<const sales::Stage*> in_order;
  log.number_stages(1, cycle::number_stages(stages, in_order));
  print("deals", deals, "");
  replay(log, journal, deals);
  {
    const cycle::PipelineColumns columns = columns_of(log, stages);
    measure_memory(columns, deals);
    measure_tally(columns);
    measure_cohorts(columns);
    measure_predictions(columns);
    measure_days(columns);
  }
  measure_events(log, journal, stages, deals);
  measure_file(log);
  return 0;
}
