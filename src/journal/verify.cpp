#include "journal/verify.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "journal/chain.h"
#include "journal/event_row.h"
#include "journal/redaction.h"

namespace stagecoach::journal {
namespace {

constexpr Phrase kIntact{"journal.intact", "All {count} events of the journal are as recorded.",
                         "日志共 {count} 条事件，全部完好。"};
constexpr Phrase kRedacted{"journal.redacted",
                           "All {count} events of the journal are as recorded; {redacted} of them "
                           "had personal data erased, which the journal vouches for.",
                           "日志共 {count} 条事件，全部完好；其中 {redacted} "
                           "条已删除个人数据，日志中有相应凭证。"};
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

// The events in order, each against its hash; and those that do not match against what a later one
// vouches for.
class Walk {
 public:
  explicit Walk(const std::optional<Anchor>& kept) : kept_(kept) {}

  // False where nothing further can be told.
  bool read(const db::Row& row) {
    read_into(event_, row);
    const std::string_view hash = row.blob(9);
    if (event_.seq != seen_ + 1 || (kept_ && kept_->seq == event_.seq && kept_->hash != hash)) {
      cut_at_ = seen_ + 1;
      return false;
    }
    std::string own = chain_hash(previous_, event_);
    if (own != hash)
      unlike_.emplace(event_.seq, std::move(own));
    else if (event_.kind == JournalRedacted::kKind)
      hear_vouchers();
    previous_ = hash;
    ++seen_;
    return unlike_.size() <= kUnlikeMax;
  }

  Seq seen() const { return seen_; }
  const std::string& last_hash() const { return previous_; }
  std::int64_t redacted() const { return static_cast<std::int64_t>(unlike_.size()); }
  // The first event that matches neither its hash nor what vouches for it.
  std::optional<Seq> broken_at() const {
    for (const auto& [seq, own] : unlike_) {
      const auto vouched = vouched_.find(seq);
      if (vouched == vouched_.end() || vouched->second != hex_of(own)) return seq;
    }
    return cut_at_;
  }

 private:
  static constexpr std::size_t kUnlikeMax = 1'000'000;  // more are taken for a broken journal

  void hear_vouchers() {
    const auto redacted = json::read<JournalRedacted>(event_.data);
    if (!redacted) return;
    for (const Voucher& row : redacted->rows)
      if (row.seq < event_.seq) vouched_[row.seq] = row.hash;
  }

  const std::optional<Anchor>& kept_;
  Event event_;
  Seq seen_ = 0;
  std::string previous_;
  std::map<Seq, std::string> unlike_;   // the hash that each row has as it is
  std::map<Seq, std::string> vouched_;  // the last word on each
  std::optional<Seq> cut_at_;
};

Verification broken(std::int64_t events, Seq at, const Phrase& phrase) {
  return {events, 0, at, {}, Message(phrase, {{"seq", std::to_string(at)}})};
}

}  // namespace

std::string Anchor::text() const {
  return std::to_string(seq) + ":" + hex_of(hash);
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
  Walk walk(kept);
  connection.stream("SELECT " EVENT_COLUMNS ", hash FROM events ORDER BY seq",
                    [&](const db::Row& row) -> bool { return walk.read(row); });
  const Seq seen = walk.seen();
  if (const std::optional<Seq> broken_at = walk.broken_at())
    return broken(*broken_at - 1, *broken_at, kBroken);
  if ((head && head->seq > seen) || (kept && kept->seq > seen))
    return broken(seen, seen + 1, kCutOff);
  // Rows behind the noted head, or none noted at all: they were added by another hand.
  if (seen > 0 && (!head || head->seq < seen || head->hash != walk.last_hash()))
    return broken(seen, head ? std::max<Seq>(head->seq, 1) : 1, kBroken);
  const Phrase& phrase = walk.redacted() > 0 ? kRedacted : kIntact;
  return {seen,
          walk.redacted(),
          {},
          seen > 0 ? std::optional(Anchor{seen, walk.last_hash()}) : std::nullopt,
          Message(phrase, {{"count", std::to_string(seen)},
                           {"redacted", std::to_string(walk.redacted())}})};
}

}  // namespace stagecoach::journal
