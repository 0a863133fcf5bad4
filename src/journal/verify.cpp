#include "journal/verify.h"

#include "journal/chain.h"

namespace stagecoach::journal {
namespace {

constexpr Phrase kIntact{"journal.intact", "All {count} events of the journal are as recorded.",
                         "日志共 {count} 条事件，全部完好。"};
constexpr Phrase kBroken{
    "journal.broken",
    "The journal is not as recorded from event {seq} on: a row was changed, removed or added "
    "outside Stagecoach. Restore a backup made before.",
    "日志自第 {seq} 条事件起与记录不符：有行在驿程之外被修改、删除或添加。请恢复更早的备份。"};

}  // namespace

Verification verify_chain(db::Connection& connection) {
  Verification result;
  std::string previous;
  Event event;
  connection.stream(
      "SELECT seq, recorded_at, effective_at, actor_id, cause_seq, kind, subject_kind, subject_id, "
      "data, hash FROM events ORDER BY seq",
      [&](const db::Row& row) -> bool {
        event.seq = row.integer(0);
        event.recorded_at = from_millis(row.integer(1));
        event.effective_at = from_millis(row.integer(2));
        event.actor = row.optional<UserId>(3).value_or(UserId());
        event.cause = row.optional_integer(4);
        event.kind = row.text(5);
        event.subject_kind = row.text(6);
        event.subject_id = row.integer(7);
        event.data = row.text(8);
        const bool in_order = event.seq == result.events + 1;
        if (!in_order || chain_hash(previous, event) != row.blob(9)) {
          result.broken_at = result.events + 1;
          return false;
        }
        previous = row.blob(9);
        ++result.events;
        return true;
      });
  result.finding = result.broken_at ? Message(kBroken, {{"seq", std::to_string(*result.broken_at)}})
                                    : Message(kIntact, {{"count", std::to_string(result.events)}});
  return result;
}

}  // namespace stagecoach::journal
