// Writes the deals of a dataset with the way behind each of them.
#pragma once

#include <memory>

#include "cycle/history.h"
#include "exchange/workspace/import_parties.h"
#include "exchange/workspace/import_pipeline.h"
#include "sales/deals/deal.h"
#include "sales/deals/past_deal.h"

namespace stagecoach::exchange {

class ImportDeals {
 public:
  // Borrows everything but the pipelines.
  ImportDeals(const Dataset& dataset, const cycle::HistorySet& history,
              std::shared_ptr<const sales::Pipelines> pipelines, StagePlaces places,
              ImportParties& parties, ImportLedger& ledger, Currency currency,
              std::shared_ptr<const Zone> zone);

  std::size_t size() const { return history_.deals.size(); }
  // Those from `first` to before `end`.
  Result<void> write(journal::Work& work, std::size_t first, std::size_t end);

 private:
  // The way of a deal as the journal keeps it. Where `entry_known` is false its times are the best
  // that is known of creation and ending, for the deal's own columns only.
  struct Way : sales::ImportedWay {
    Instant created_at;
    bool ends_known = true;  // every ending of it has its date
  };

  Instant instant_of(std::int64_t tick) const;
  DealRecord record_of(std::size_t index) const;
  Way way_of(const cycle::DealHistory& deal, Instant now) const;
  void append_episode(Way& way, const cycle::Episode& episode) const;
  const sales::Stage* ending_of(const cycle::Episode& episode) const;
  Result<sales::NewDeal> new_deal(journal::Work& work, std::size_t index, const DealRecord& record);
  bool differs(const sales::KnownDeal& known, std::size_t index, const DealRecord& record,
               Instant now) const;
  std::optional<Money> amount_of(const DealRecord& record) const;

  const Dataset& dataset_;
  const cycle::HistorySet& history_;
  std::shared_ptr<const sales::Pipelines> pipelines_;
  StagePlaces places_;
  ImportParties& parties_;
  ImportLedger& ledger_;
  Currency currency_;
  std::shared_ptr<const Zone> zone_;
  std::unordered_map<std::string_view, DealRecord> of_history_alone_;  // by key
};

}  // namespace stagecoach::exchange
