#include "sales/deals/stage_path.h"

#include <algorithm>
#include <array>

#include "journal/reader.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_events.h"

namespace stagecoach::sales {
namespace {

constexpr int kHistoryMax = 5000;     // events of one deal that its path is read from
constexpr std::size_t kKeptMax = 200;  // entries that are written with every change of a deal

constexpr std::array<std::string_view, 3> kMoves = {DealCreated::kKind, DealMoved::kKind,
                                                    DealMoveUndone::kKind};

std::vector<StageEntered> path_from_journal(db::Connection& connection, const Deal& deal) {
  std::vector<journal::Event> events = journal::history_of_kinds(
      connection, {kDealSubject, deal.id.value},
      kMoves, 0, kHistoryMax);
  std::vector<std::int64_t> undone;
  for (const journal::Event& event : events)
    if (event.kind == DealMoveUndone::kKind)
      if (const auto data = json::read<DealMoveUndone>(event.data)) undone.push_back(data->undoes);
  std::reverse(events.begin(), events.end());
  std::vector<StageEntered> path;
  for (const journal::Event& event : events) {
    if (event.kind == DealCreated::kKind) {
      const auto created = json::read<DealCreated>(event.data);
      if (!created) continue;
      path = created->history;
      if (path.empty()) path.push_back({created->stage_id, event.effective_at});
    } else if (event.kind == DealMoved::kKind &&
               std::find(undone.begin(), undone.end(), event.seq) == undone.end()) {
      if (const auto moved = json::read<DealMoved>(event.data))
        path.push_back({moved->to_stage_id, event.effective_at});
    }
  }
  return path;
}

}  // namespace

std::vector<StageEntered> path_of(db::Connection& connection, const Deal& deal) {
  if (!deal.path.empty()) return deal.path;
  std::vector<StageEntered> path = path_from_journal(connection, deal);
  // A move of this very transaction is in the deal, and not yet in the journal.
  if (path.empty() || path.back().stage_id != deal.stage_id)
    path.push_back({deal.stage_id, deal.stage_entered_at});
  return path;
}

std::optional<std::string> write_path(const std::vector<StageEntered>& path) {
  if (path.empty() || path.size() > kKeptMax) return std::nullopt;
  std::vector<std::int64_t> flat;
  for (const StageEntered& entry : path) {
    flat.push_back(entry.stage_id.value);
    flat.push_back(to_millis(entry.at));
  }
  return json::write(flat);
}

std::vector<StageEntered> read_path(std::string_view column) {
  std::vector<StageEntered> path;
  const auto flat = json::read<std::vector<std::int64_t>>(column);
  if (!flat) return path;
  for (std::size_t i = 0; i + 1 < flat->size(); i += 2)
    path.push_back({StageId((*flat)[i]), from_millis((*flat)[i + 1])});
  return path;
}

}  // namespace stagecoach::sales
