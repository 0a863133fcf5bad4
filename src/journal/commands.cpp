#include "journal/commands.h"

#include <sodium.h>

#include "journal/chain.h"
#include "journal/reader.h"
#include "platform/db/bulk.h"
#include "platform/db/failure.h"

namespace stagecoach::journal {
namespace {

constexpr Phrase kKeyReused{
    "idempotency.mismatch",
    "This Idempotency-Key was used before with another request. Send a new key.",
    "该 Idempotency-Key 已用于另一个请求，请使用新的键。"};
constexpr Phrase kKeyInFlight{"idempotency.in_flight",
                              "A request with this Idempotency-Key is still under way. Try again.",
                              "使用该 Idempotency-Key 的请求仍在处理中，请稍后重试。"};
constexpr int kAttemptsMax = 5;
constexpr Millis kKeyKept = std::chrono::hours(24);

// Serialises appends of all nodes on PostgreSQL; on SQLite there is one writer anyway.
void lock_journal(db::Connection& tx) {
  tx.lock_until_commit("journal");
}

struct ChainEnd {
  Seq seq = 0;
  std::string hash;
};

ChainEnd chain_end(db::Connection& tx) {
  ChainEnd end;
  tx.each("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1", [&](const db::Row& row) {
    end.seq = row.integer(0);
    end.hash = std::string(row.blob(1));
  });
  return end;
}

constexpr std::string_view kEvents =
    "events (seq, recorded_at, effective_at, actor_id, cause_seq, kind, subject_kind, subject_id, "
    "data, hash)";
constexpr std::string_view kMoveHead =
    "INSERT INTO journal_head (id, seq, hash) VALUES (1, $1, $2) "
    "ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

void append_all(db::Connection& tx, const Actor& actor, Instant now, std::vector<Draft>& drafts) {
  if (drafts.empty()) return;
  lock_journal(tx);
  ChainEnd end = chain_end(tx);
  const Seq first = end.seq + 1;
  db::BulkInsert rows(tx, kEvents);
  Event event;
  event.recorded_at = now;
  event.actor = actor.user;
  for (Draft& draft : drafts) {
    event.seq = ++end.seq;
    event.effective_at = draft.effective_at.value_or(now);
    event.cause = draft.cause_here ? first + static_cast<Seq>(*draft.cause_here) : draft.cause;
    event.kind = draft.kind;
    event.subject_kind = draft.subject.kind;
    event.subject_id = draft.subject.id;
    event.data = std::move(draft.data);
    end.hash = chain_hash(end.hash, event);
    const std::optional<std::int64_t> actor_id =
        event.actor ? std::optional(event.actor.value) : std::nullopt;
    rows.add(event.seq, event.recorded_at, event.effective_at, actor_id, event.cause, event.kind,
             event.subject_kind, event.subject_id, event.data, db::Blob{end.hash});
  }
  rows.finish();
  tx.queue(kMoveHead, end.seq, db::Blob{end.hash});
}

std::string hash_of(std::string_view content, std::string_view secret = {}) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(content.data()),
                     content.size(), reinterpret_cast<const unsigned char*>(secret.data()),
                     secret.size());
  char hex[2 * sizeof hash + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

// A key as it is stored, and what makes two requests the same: method, target and body.
//
// A body may hold a password, and whoever reads the database must not be able to try passwords
// against its hash. A secret of ours would lie in the same database; so the caller's own key, which
// is random and known to nobody else, is the secret of the hash, and is itself kept as a hash only.
struct KeyedRequest {
  std::string key;
  std::string fingerprint;
};

KeyedRequest keyed(const http::Request& request, std::string_view key) {
  std::string content(http::name_of(request.method()));
  content += ' ';
  content += request.target();
  content += '\n';
  content += request.raw_body();
  return {hash_of("key " + std::string(key)),
          hash_of(content, hash_of("fingerprint " + std::string(key)))};
}

constexpr std::string_view kClaimKey =
    "INSERT INTO idempotency_keys (actor_id, key, fingerprint, created_at, status) "
    "VALUES ($1, $2, $3, $4, 0) ON CONFLICT (actor_id, key) DO NOTHING";
constexpr std::string_view kFindKey =
    "SELECT fingerprint, status, etag, location, body FROM idempotency_keys "
    "WHERE actor_id = $1 AND key = $2";
constexpr std::string_view kStoreAnswer =
    "UPDATE idempotency_keys SET status = $3, etag = $4, location = $5, body = $6 "
    "WHERE actor_id = $1 AND key = $2";

// The stored answer of an earlier request with this key, or why there is none to give.
Result<http::Reply> replay(Work& work, std::string_view key, const std::string& fingerprint) {
  std::optional<Result<http::Reply>> answer;
  work.tx.each(
      kFindKey,
      [&](const db::Row& row) {
        if (row.text(0) != fingerprint) {
          answer.emplace(Error(Error::Code::refused, kKeyReused));
        } else if (row.integer(1) == 0) {
          answer.emplace(Error(Error::Code::conflict, kKeyInFlight));
        } else {
          http::Reply reply = http::Reply::json(row.string(4), static_cast<int>(row.integer(1)));
          if (!row.text(2).empty()) reply.header("ETag", row.text(2));
          if (!row.text(3).empty()) reply.header("Location", row.text(3));
          reply.header("Idempotency-Replayed", "true");
          answer.emplace(std::move(reply));
        }
      },
      work.actor.user.value, key);
  if (!answer) return Error(Error::Code::conflict, kKeyInFlight);
  return std::move(*answer);
}

}  // namespace

void CommandRunner::transact(const Actor& actor, const std::function<bool(Work&)>& body) {
  for (int attempt = 1;; ++attempt) {
    try {
      database_.write([&](db::Connection& tx) {
        Work work(tx, actor, clock_.now());
        if (!body(work)) return db::Keep::no;
        append_all(tx, actor, work.now, work.drafts_);
        return db::Keep::yes;
      });
      return;
    } catch (const db::Failure& failure) {
      // Two nodes met in a deadlock: nothing of this work was kept, so it may simply run again.
      if (failure.kind() != db::Failure::Kind::serialization || attempt == kAttemptsMax) throw;
    }
  }
}

Result<http::Reply> CommandRunner::run_once(
    const http::Request& request, const std::function<Result<http::Reply>(Work&)>& command) {
  const auto& actor = request.identity_as<Actor>();
  const std::optional<std::string_view> sent = TRY(request.idempotency_key());
  if (!sent) return run(actor, command);
  const auto [key, fingerprint] = keyed(request, *sent);
  return run(actor, [&](Work& work) -> Result<http::Reply> {
    const bool first =
        work.tx.execute(kClaimKey, actor.user.value, key, fingerprint, work.now) == 1;
    if (!first) return replay(work, key, fingerprint);
    http::Reply reply = TRY(command(work));
    work.tx.execute(kStoreAnswer, actor.user.value, key, reply.status(), reply.header("ETag"),
                    reply.header("Location"), reply.body());
    return reply;
  });
}

std::int64_t forget_old_keys(db::Connection& tx, Instant now) {
  return tx.execute("DELETE FROM idempotency_keys WHERE created_at < $1", now - kKeyKept);
}

}  // namespace stagecoach::journal
