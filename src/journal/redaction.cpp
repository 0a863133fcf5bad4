#include "journal/redaction.h"

#include <sodium.h>

#include <algorithm>
#include <map>

#include "journal/chain.h"
#include "journal/event_row.h"
#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"

namespace stagecoach::journal {
namespace {

constexpr std::size_t kRowsPerEvent = 5000;

}  // namespace

std::string hex_of(std::string_view bytes) {
  std::string hex(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                 bytes.size());
  hex.pop_back();
  return hex;
}

void redact(Work& work, Subject subject, const std::vector<Redaction>& redactions) {
  std::map<Seq, const std::string*> data;
  std::vector<Seq> seqs;
  for (const Redaction& one : redactions)
    if (data.emplace(one.seq, &one.data).second) seqs.push_back(one.seq);
  JournalRedacted event;
  db::in_batches(seqs, [&](std::span<const Seq> batch) {
    db::SqlText sql("SELECT " EVENT_COLUMNS
                    ", (SELECT p.hash FROM events p WHERE p.seq = e.seq - 1) FROM events e "
                    "WHERE e.seq IN ");
    sql.bind_list(batch);
    work.tx.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
      Event replaced;
      read_into(replaced, row);
      replaced.data = *data.at(replaced.seq);
      const std::string previous = row.is_null(9) ? std::string() : std::string(row.blob(9));
      event.rows.push_back({replaced.seq, hex_of(chain_hash(previous, replaced))});
      work.tx.queue("UPDATE events SET data = $2 WHERE seq = $1", replaced.seq, replaced.data);
    });
  });
  // Several, so that each can be read back whatever the size.
  std::vector<Voucher> rows = std::move(event.rows);
  for (std::size_t at = 0; at < rows.size() || at == 0; at += kRowsPerEvent) {
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(at);
    const auto last =
        rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), at + kRowsPerEvent));
    work.append(because(JournalRedacted{{first, last}}).about(subject));
  }
}

}  // namespace stagecoach::journal
