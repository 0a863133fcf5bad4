#include "exchange/workspace/import_preview.h"

#include <algorithm>
#include <unordered_set>

#include "exchange/values/words.h"
#include "exchange/workspace/import_pipeline.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kSamplesMax = 3, kRejectsMax = 100, kSampleRows = 200;

// Names as they count: spellings that fold alike are one record.
class DistinctNames {
 public:
  void add(std::string_view name) {
    if (name.empty() || !seen_.insert(name).second) return;
    folded_.insert(fold_name(name));
  }
  std::int64_t count() const { return static_cast<std::int64_t>(folded_.size()); }

 private:
  std::unordered_set<std::string_view> seen_;
  std::unordered_set<std::string> folded_;
};

double confidence_of(const BoundColumn& column) {
  if (column.overridden) return 1;
  const bool by_values = column.field == Field::entered_stage && !match_stage_column(column.name);
  return by_values ? 0.7 : 0.9;
}

void collect_samples(const Table& table, std::vector<ColumnPreview>& columns) {
  StringArena arena;
  RowReader reader(table, arena);
  CsvRecord row;
  for (size_t n = 0; n < kSampleRows && reader.next(row); ++n)
    for (size_t i = 0; i < columns.size(); ++i) {
      std::vector<std::string>& samples = columns[i].samples;
      const std::string text(row.fields[i].text.substr(0, 200));
      if (samples.size() < kSamplesMax && !is_empty_word(text) &&
          std::find(samples.begin(), samples.end(), text) == samples.end())
        samples.push_back(text);
    }
}

FilePreview preview_file(const RecognisedFile& file, const FileTally& tally) {
  const FileMapping mapping = file.mapping();
  FilePreview preview;
  preview.name = file.table.name;
  preview.kind = file.kind;
  preview.encoding = *mapping.encoding;
  preview.delimiter = *mapping.delimiter;
  preview.rows = static_cast<std::int64_t>(tally.rows);
  for (const std::string& header : file.table.header) {
    ColumnPreview column;
    column.header = header;
    preview.columns.push_back(std::move(column));
  }
  for (const BoundColumn& bound : file.columns) {
    preview.columns[bound.index].field =
        bound.custom_field.empty() ? std::string(name_of(bound.field)) : "custom";
    preview.columns[bound.index].confidence = confidence_of(bound);
  }
  collect_samples(file.table, preview.columns);
  return preview;
}

CountsPreview count_records(const Dataset& dataset) {
  CountsPreview counts;
  for (const FileTally& tally : dataset.tallies) {
    counts.rows += static_cast<std::int64_t>(tally.rows);
    counts.usable += static_cast<std::int64_t>(tally.used);
    counts.rejected += static_cast<std::int64_t>(tally.rejected);
    counts.duplicates += static_cast<std::int64_t>(tally.duplicates);
    counts.totals += static_cast<std::int64_t>(tally.totals);
  }
  DistinctNames accounts, products, users;
  std::unordered_set<std::string_view> deals;
  for (const DealRecord& deal : dataset.deals) {
    deals.insert(deal.key);
    accounts.add(deal.account);
    products.add(deal.product);
    users.add(deal.owner);
  }
  for (const StageEvent& event : dataset.events) deals.insert(event.deal);
  for (const AccountRecord& account : dataset.accounts) accounts.add(account.name);
  for (const ProductRecord& product : dataset.products) products.add(product.name);
  for (const UserRecord& user : dataset.users) users.add(user.name);
  counts.records = {{"deals", static_cast<std::int64_t>(deals.size())},
                    {"accounts", accounts.count()},
                    {"contacts", static_cast<std::int64_t>(dataset.contacts.size())},
                    {"products", products.count()},
                    {"users", users.count()}};
  return counts;
}

std::vector<StagePreview> list_stages(const Dataset& dataset) {
  std::vector<StagePreview> stages;
  std::unordered_set<std::string> listed;
  const auto list = [&](const std::string& name) {
    if (!name.empty() && listed.insert(fold_name(name)).second)
      stages.push_back({name, meaning_of_stage(dataset.mapping, name).kind, {}});
  };
  for (const std::string& name : dataset.mapping.stages) list(name);
  for (const RecognisedFile& file : dataset.files) {
    for (const SeenName& seen : file.stages_seen) list(seen.name);
    for (const BoundColumn& column : file.columns) list(column.stage);
  }
  return stages;
}

}  // namespace

ImportPreview preview_import(const Dataset& dataset, Lang lang) {
  ImportPreview preview;
  for (size_t i = 0; i < dataset.files.size(); ++i)
    preview.files.push_back(preview_file(dataset.files[i], dataset.tallies[i]));
  preview.mapping = dataset.decided();
  preview.counts = count_records(dataset);
  for (const cycle::Warning& warning : dataset.warnings)
    preview.warnings.push_back(
        {std::string(warning.code()), warning.message.text(lang), warning.count});
  for (const NearMiss& miss : dataset.near_misses)
    preview.near_misses.push_back({miss.field, miss.value, miss.suggestion,
                                   static_cast<std::int64_t>(miss.count), miss.applied});
  preview.stages = list_stages(dataset);
  for (const RowIssue& issue : dataset.issues) {
    if (!issue.rejected) continue;
    if (preview.rejects.size() == kRejectsMax) break;
    RejectPreview reject;
    reject.file = dataset.files[issue.origin.file].table.name;
    reject.line = issue.origin.line;
    if (!issue.column.empty()) reject.column = issue.column;
    if (!issue.value.empty()) reject.value = issue.value;
    reject.reason = issue.reason.text(lang);
    preview.rejects.push_back(std::move(reject));
  }
  return preview;
}

Result<ImportPreview> plan_import(const Dataset& dataset,
                                  const std::vector<sales::Pipeline>& pipelines, Lang lang) {
  ImportPreview preview = preview_import(dataset, lang);
  if (dataset.deals.empty() && dataset.events.empty()) return preview;
  const cycle::HistorySet history = TRY(history_in_order(dataset));
  const PipelineChoice choice = TRY(choose_stages(pipelines, dataset, history));
  choice.complete(preview.mapping);
  preview.stages.clear();
  for (const StageChoice& each : choice.stages)
    preview.stages.push_back(
        {each.stage, meaning_of_stage(preview.mapping, each.stage).kind, each.to, each.by});
  return preview;
}

}  // namespace stagecoach::exchange
