#include "sales/deals/waiting/waiting_commands.h"

#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_fields.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kFuture{"deal.waiting_in_future", "A deal cannot wait since a time to come.",
                         "等待开始时间不能晚于现在。"};
constexpr Phrase kTooEarly{"deal.waiting_too_early",
                           "The deal waits on “{whom}” since {time}; choose a time after that.",
                           "商机自 {time} 起等待“{whom}”，请选择之后的时间。"};
constexpr Phrase kChangedSince{"undo.waiting_changed", "The deal waits on somebody else since.",
                               "该商机此后的等待对象又有变动。"};

Result<Deal> save_waiting(journal::Work& work, const Deal& before, WaitingOn on,
                          std::optional<Instant> since, std::optional<journal::Seq> undoes) {
  Deal after = before;
  after.waiting_on = on;
  after.waiting_since = since;
  const DealWaitingOnChanged changed{before.waiting_on, on, before.waiting_since, since, undoes};
  journal::Draft why = journal::because(changed);
  why.cause = undoes;
  if (!undoes) why.effective_at = since;
  TRY(save_deal(work, before, after, std::move(why)));
  return after;
}

Result<void> check_since(const journal::Work& work, const Deal& deal, Instant since) {
  if (since > work.now) return Error(Error::Code::refused, kFuture, {{"since", kFuture}});
  const Instant earliest = waiting_of(deal).since;
  if (since >= earliest) return {};
  const std::string whom = waiting_label(deal.waiting_on).in(work.actor.language);
  const Message message(kTooEarly, {{"whom", whom}, {"time", to_iso(earliest)}});
  return Error(Error::Code::refused, message, {{"since", message}});
}

}  // namespace

Result<Deal> set_waiting_on(journal::Work& work, DealId id, std::int64_t version,
                            const WaitOn& wish) {
  const Deal deal = TRY(load_deal_to_write(work, id, version));
  if (wish.on == deal.waiting_on) return deal;
  if (wish.since) TRY(check_since(work, deal, *wish.since));
  return save_waiting(work, deal, wish.on, wish.since.value_or(work.now), {});
}

Result<Deal> let_wait_on(journal::Work& work, const Deal& deal, WaitingOn on) {
  if (on == deal.waiting_on) return deal;
  return save_waiting(work, deal, on, work.now, {});
}

Result<Deal> undo_waiting_on(journal::Work& work, const journal::Event& event) {
  const auto changed = TRY(json::read<DealWaitingOnChanged>(event.data));
  const Deal deal = TRY(load_deal_to_write(work, DealId(event.subject_id)));
  if (deal.waiting_on != changed.to || deal.waiting_since != changed.since)
    return Error(Error::Code::conflict, kChangedSince);
  return save_waiting(work, deal, changed.from, changed.from_since, event.seq);
}

}  // namespace stagecoach::sales
