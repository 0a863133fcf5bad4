// How a deal is written into its table, and there what is unknown: as values that sort to their
// end, so that a list pages by plain keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/text_fold.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

inline constexpr std::int64_t kNoAmount = -1;
inline constexpr std::int64_t kNoDate = 2'932'896;  // 9999-12-31 in days since 1970-01-01

// What a deal is found by; `account` is the name of its account, empty where it has none.
inline std::string search_text_of(const Deal& deal, std::string_view account) {
  if (account.empty()) return fold(deal.name);
  std::string text = deal.name;
  text.append(" ").append(account);
  return fold(text);
}

// A path as its column holds it: stage and instant in turn, as a JSON array of integers. Absent for
// one that is not kept, be it that it grew too long to be written with every change of the deal.
std::optional<std::string> write_path(const std::vector<StageEntered>& path);
std::vector<StageEntered> read_path(std::string_view column);

// Calls f with the values of name, search_text, pipeline_id, stage_id, status, account_id,
// owner_id, team_id, amount_minor, currency, expected_close, source, probability, next_step_due,
// stage_entered_at, episode, closed_at, facts, path and forecast_category, in this order.
template <class F>
void with_columns_of(const Deal& deal, std::string_view search_text, F&& f) {
  const auto null_if_none = [](auto id) { return id ? std::optional(id.value) : std::nullopt; };
  f(deal.name, search_text, deal.pipeline_id, deal.stage_id, static_cast<int>(deal.status),
    null_if_none(deal.account_id), deal.owner_id, null_if_none(deal.team_id),
    deal.amount ? deal.amount->minor : kNoAmount,
    deal.amount ? deal.amount->currency.code() : std::string_view(),
    deal.expected_close ? std::int64_t{to_days(*deal.expected_close)} : kNoDate, deal.source,
    deal.probability,
    deal.facts.next_step ? std::optional(deal.facts.next_step->due) : std::nullopt,
    deal.stage_entered_at, deal.episode, deal.closed_at, json::write_sparse(deal.facts),
    write_path(deal.path),
    deal.forecast_category ? std::optional(static_cast<int>(*deal.forecast_category))
                           : std::nullopt);
}

}  // namespace stagecoach::sales
