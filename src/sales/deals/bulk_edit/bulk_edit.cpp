#include "sales/deals/bulk_edit/bulk_edit.h"

#include <set>
#include <unordered_map>

#include "sales/deals/deal_bulk.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/deals_by_id.h"
#include "sales/deals/plausible_time.h"
#include "sales/team/field_error.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoUser{"bulk.no_user", "There is no such active person.", "没有该在职人员。"};
constexpr Phrase kMayNotAssign{"bulk.may_not_assign", "You may not give deals to this person.",
                               "您无权将商机分配给此人。"};
constexpr Phrase kNothing{"bulk.nothing", "Say what is to change.", "请指定要更改的内容。"};
constexpr Phrase kTwice{"bulk.twice", "This deal is named twice.", "该商机重复出现。"};

// What a deal is asked to become.
struct Asked {
  DealId id;
  std::optional<std::int64_t> version;  // none: whichever is stored
  const DealChanges* changes;
};

struct Decided {
  BulkItem item;
  Deal before, after;
};

// Decides of each deal by itself; all that is asked of the database is asked once for all.
class Decision {
 public:
  Decision(db::Connection& connection, const Viewer& viewer, const std::vector<Asked>& asked)
      : viewer_(viewer) {
    std::vector<DealId> ids;
    std::set<UserId> owners;
    for (const Asked& one : asked) {
      ids.push_back(one.id);
      if (one.changes->owner_id) owners.insert(*one.changes->owner_id);
    }
    for (Deal& deal : deals_by_id(connection, ids)) {
      const std::int64_t id = deal.id.value;
      deals_.emplace(id, std::move(deal));
    }
    for (const NewOwner& owner : find_new_owners(connection, {owners.begin(), owners.end()}))
      owners_.emplace(owner.id.value, owner);
  }

  Decided decide(const Asked& asked) const {
    Decided decided;
    decided.item.id = asked.id;
    const auto found = deals_.find(asked.id.value);
    if (found == deals_.end() || found->second.deleted_at ||
        !may_see(viewer_, found->second.owner_id, found->second.team_id))
      return refused(std::move(decided), no_such_record());
    decided.before = decided.after = found->second;
    decided.item.version = decided.before.version;
    decided.item.name = decided.before.name;
    if (!may_write(viewer_, decided.before.owner_id, decided.before.team_id))
      return refused(std::move(decided), may_not_write());
    if (asked.version && *asked.version != decided.before.version)
      return refused(std::move(decided), stale_record());
    if (auto applied = apply(decided, *asked.changes); !applied)
      return refused(std::move(decided), applied.error());
    if (auto may = may_change_fields(viewer_, changes_between(decided.before, decided.after)); !may)
      return refused(std::move(decided), may.error());
    decided.item.outcome =
        decided.after == decided.before ? BulkOutcome::same : BulkOutcome::changed;
    return decided;
  }

 private:
  Decided refused(Decided decided, const Error& error) const {
    decided.item.outcome = BulkOutcome::refused;
    decided.item.code = error.message.code();
    decided.item.reason = error.message.text(viewer_.language);
    return decided;
  }

  Result<void> apply(Decided& decided, const DealChanges& changes) const {
    Deal& after = decided.after;
    DealChanges& before = decided.item.before;
    if (changes.owner_id && *changes.owner_id != after.owner_id) {
      const auto owner = owners_.find(changes.owner_id->value);
      if (owner == owners_.end() || !owner->second.active)
        return Error(Error::Code::invalid, kNoUser);
      if (!may_give_away(viewer_, after.owner_id, after.team_id) ||
          !may_assign_to(viewer_, owner->second.id, owner->second.team))
        return Error(Error::Code::forbidden, kMayNotAssign);
      before.owner_id = after.owner_id;
      after.owner_id = owner->second.id;
      after.team_id = owner->second.team;
    }
    const auto close = after.expected_close;
    if (changes.expected_close.apply_to(after.expected_close)) {
      before.expected_close = close ? json::Patch<Date>(*close) : json::Patch<Date>::null();
      count_close_change(after, close);
    }
    const std::string source = after.source;
    if (changes.source.apply_to(after.source)) before.source = source;
    const auto probability = after.probability;
    if (changes.probability.apply_to(after.probability))
      before.probability = probability ? json::Patch<int>(*probability) : json::Patch<int>::null();
    return {};
  }

  const Viewer& viewer_;
  std::unordered_map<std::int64_t, Deal> deals_;
  std::unordered_map<std::int64_t, NewOwner> owners_;
};

// What is wrong with the change whatever deal it is made to.
Result<void> check(const DealChanges& changes, const std::string& path) {
  if (!changes.owner_id && changes.expected_close.is_absent() && !changes.source &&
      changes.probability.is_absent())
    return field_error(path, kNothing);
  if (changes.expected_close.has_value())
    TRY(check_plausible(path + ".expected_close", std::optional(changes.expected_close.value())));
  return {};
}

void count(BulkAnswer& answer, BulkItem item) {
  answer.changed += item.outcome == BulkOutcome::changed;
  answer.same += item.outcome == BulkOutcome::same;
  answer.refused += item.outcome == BulkOutcome::refused;
  answer.items.push_back(std::move(item));
}

}  // namespace

Result<BulkAnswer> preview_bulk_edit(db::Connection& connection, const DealReading& reading,
                                     const BulkPreview& wish) {
  TRY(check(wish.changes, "changes"));
  BulkAnswer answer;
  std::vector<DealId> ids = wish.ids;
  if (ids.empty()) {
    const json::Parameters parameters(wish.matching.begin(), wish.matching.end());
    auto query = TRY(json::read_parameters<DealQuery>(parameters));
    query.limit = kBulkEditMax;
    query.cursor.reset();
    const DealPage page = TRY(list_deals(connection, reading, query));
    for (const DealCard& card : page.items) ids.push_back(card.id);
    answer.more = page.next_cursor.has_value();
  }
  std::vector<Asked> asked;
  for (const DealId id : ids) asked.push_back({id, std::nullopt, &wish.changes});
  const Decision decision(connection, reading.viewer, asked);
  for (const Asked& one : asked) count(answer, decision.decide(one).item);
  return answer;
}

Result<BulkAnswer> edit_deals(journal::Work& work, const BulkEdit& wish) {
  std::vector<Asked> asked;
  std::set<DealId> named;
  for (std::size_t i = 0; i < wish.deals.size(); ++i) {
    const BulkDeal& deal = wish.deals[i];
    const std::string path = "deals[" + std::to_string(i) + "]";
    if (!named.insert(deal.id).second) return field_error(path + ".id", kTwice);
    TRY(check(deal.changes ? *deal.changes : wish.changes,
              deal.changes ? path + ".changes" : "changes"));
    asked.push_back({deal.id, deal.version, deal.changes ? &*deal.changes : &wish.changes});
  }
  const Decision decision(work.tx, viewer_of(work.actor), asked);
  BulkAnswer answer;
  std::vector<SavedFields> saves;
  for (const Asked& one : asked) {
    Decided decided = decision.decide(one);
    if (decided.item.outcome == BulkOutcome::changed) {
      ++decided.item.version;
      auto why = journal::because(DealChanged{changes_between(decided.before, decided.after), {}});
      saves.push_back({std::move(decided.before), std::move(decided.after), std::move(why)});
    }
    count(answer, std::move(decided.item));
  }
  TRY(save_fields(work, saves));
  return answer;
}

}  // namespace stagecoach::sales
