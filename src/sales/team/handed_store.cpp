#include <string>

#include "sales/team/handed.h"

namespace stagecoach::sales {

db::SqlText& add_untouched(db::SqlText& to, const Handed& handed, std::string_view table,
                           std::string_view subject, std::string_view kind) {
  to.add(" AND ").add(table);
  to.add(".id IN (SELECT h.subject_id FROM events h WHERE h.seq > ").bind(handed.cause);
  to.add(" AND h.seq <= ").bind(handed.last).add(" AND h.cause_seq = ").bind(handed.cause);
  to.add(" AND h.subject_kind = ").bind_text(std::string(subject));
  to.add(" AND h.kind = ").bind_text(std::string(kind));
  to.add(") AND NOT EXISTS (SELECT 1 FROM events e WHERE e.subject_kind = ");
  to.bind_text(std::string(subject)).add(" AND e.subject_id = ").add(table);
  return to.add(".id AND e.seq > ").bind(handed.last).add(")");
}

}  // namespace stagecoach::sales
