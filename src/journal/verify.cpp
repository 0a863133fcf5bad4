#include "journal/verify.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "journal/chain.h"
#include "journal/event_row.h"

namespace stagecoach::journal {
namespace {

constexpr Phrase kIntact{"journal.intact", "All {count} events of the journal are as recorded.",
                         "日志共 {count} 条事件，全部完好。"};
constexpr Phrase kBroken{
    "journal.broken",
    "The journal is not as recorded from event {seq} on: a row was changed, removed or added "
    "outside Stagecoach. Restore a backup made before.",
    "日志自第 {seq} 条事件起与记录不符：有行在驿程之外被修改、删除或添加。请恢复更早的备份。"};
constexpr Phrase kCutOff{
    "journal.cut_off",
    "The newest events of the journal, from event {seq} on, are missing. Restore a backup made "
    "before.",
    "日志中自第 {seq} 条起的最新事件缺失。请恢复更早的备份。"};
constexpr Phrase kNoAnchor{"journal.no_anchor",
                           "An anchor is a number, a colon and 64 hexadecimal digits.",
                           "锚点由数字、冒号和 64 位十六进制数组成。"};

std::optional<Anchor> noted_head(db::Connection& connection) {
  return connection.first("SELECT seq, hash FROM journal_head WHERE id = 1",
                          [](const db::Row& row) {
                            return Anchor{row.integer(0), std::string(row.blob(1))};
                          });
}

Verification broken(std::int64_t events, Seq at, const Phrase& phrase) {
  return {events, at, {}, Message(phrase, {{"seq", std::to_string(at)}})};
}

}  // namespace

std::string Anchor::text() const {
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(hash.data()),
                 hash.size());
  hex.pop_back();
  return std::to_string(seq) + ":" + hex;
}

Result<Anchor> Anchor::parse(std::string_view text) {
  const Error wrong(Error::Code::invalid, kNoAnchor);
  Anchor anchor;
  const char* const end = text.data() + text.size();
  const auto [colon, failure] = std::from_chars(text.data(), end, anchor.seq);
  if (failure != std::errc() || anchor.seq < 1 || colon == end || *colon != ':') return wrong;
  const std::string_view hex(colon + 1, static_cast<size_t>(end - colon - 1));
  anchor.hash.resize(kHashBytes);
  size_t bytes = 0;
  if (hex.size() != 2 * kHashBytes ||
      sodium_hex2bin(reinterpret_cast<unsigned char*>(anchor.hash.data()), kHashBytes, hex.data(),
                     hex.size(), nullptr, &bytes, nullptr) != 0 ||
      bytes != kHashBytes)
    return wrong;
  return anchor;
}

Verification verify_chain(db::Connection& connection, const std::optional<Anchor>& kept) {
  const std::optional<Anchor> head = noted_head(connection);
  Seq seen = 0;
  std::optional<Seq> broken_at;
  std::string previous;
  Event event;
  connection.stream(
      "SELECT " EVENT_COLUMNS ", hash FROM events ORDER BY seq", [&](const db::Row& row) -> bool {
        read_into(event, row);
        const bool is_as_recorded =
            event.seq == seen + 1 && chain_hash(previous, event) == row.blob(9);
        const bool is_as_kept = !kept || kept->seq != event.seq || kept->hash == row.blob(9);
        if (!is_as_recorded || !is_as_kept) {
          broken_at = seen + 1;
          return false;
        }
        previous = row.blob(9);
        ++seen;
        return true;
      });
  if (broken_at) return broken(seen, *broken_at, kBroken);
  if ((head && head->seq > seen) || (kept && kept->seq > seen))
    return broken(seen, seen + 1, kCutOff);
  // Rows behind the noted head, or none noted at all: they were added by another hand.
  if (seen > 0 && (!head || head->seq < seen || head->hash != previous))
    return broken(seen, head ? std::max<Seq>(head->seq, 1) : 1, kBroken);
  return {seen,
          {},
          seen > 0 ? std::optional(Anchor{seen, previous}) : std::nullopt,
          Message(kIntact, {{"count", std::to_string(seen)}})};
}

}  // namespace stagecoach::journal
