#include "sales/objections/objection_store.h"

#include "platform/base/enum_names.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

#define OBJECTION_COLUMNS                                                                        \
  "SELECT id, version, deal_id, kind, worry, blocking, answer, result, raised_on, answered_on, " \
  "created_at FROM objections "

Objection objection_from(const db::Row& row) {
  Objection objection;
  objection.id = row.id<ObjectionId>(0);
  objection.version = row.integer(1);
  objection.deal_id = row.id<DealId>(2);
  objection.kind = from_name<ObjectionKind>(row.text(3)).value_or(ObjectionKind::other);
  objection.worry = row.string(4);
  objection.blocking = row.boolean(5);
  objection.answer = row.string(6);
  objection.result = from_name<ObjectionResult>(row.text(7)).value_or(ObjectionResult::open);
  objection.raised_on = row.date(8);
  if (!row.is_null(9)) objection.answered_on = row.date(9);
  objection.created_at = row.instant(10);
  return objection;
}

}  // namespace

std::optional<Objection> find_objection(db::Connection& connection, ObjectionId id,
                                        Deleted deleted) {
  return deleted == Deleted::included
             ? connection.first(OBJECTION_COLUMNS "WHERE id = $1", objection_from, id)
             : connection.first(OBJECTION_COLUMNS "WHERE id = $1 AND deleted_at IS NULL",
                                objection_from, id);
}

std::vector<Objection> list_objections(db::Connection& connection, DealId deal) {
  std::vector<Objection> objections;
  connection.each(
      OBJECTION_COLUMNS
      "WHERE deal_id = $1 AND deleted_at IS NULL ORDER BY CASE WHEN result <> 'open' THEN 2 WHEN "
      "blocking THEN 0 ELSE 1 END, raised_on DESC, id DESC",
      [&](const db::Row& row) { objections.push_back(objection_from(row)); }, deal);
  return objections;
}

void insert_objection(journal::Work& work, Objection& objection) {
  objection.version = 1;
  objection.created_at = work.now;
  work.tx.each(
      "INSERT INTO objections (version, deal_id, kind, worry, blocking, answer, result, "
      "raised_on, answered_on, created_at) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "RETURNING id",
      [&](const db::Row& row) { objection.id = row.id<ObjectionId>(0); }, objection.deal_id,
      name_of(objection.kind), objection.worry, objection.blocking, objection.answer,
      name_of(objection.result), objection.raised_on, objection.answered_on, work.now);
}

Result<void> save_objection(journal::Work& work, Objection& objection) {
  if (work.tx.execute("UPDATE objections SET version = version + 1, kind = $3, worry = $4, "
                      "blocking = $5, answer = $6, result = $7, raised_on = $8, answered_on = $9, "
                      "deleted_at = NULL WHERE id = $1 AND version = $2",
                      objection.id, objection.version, name_of(objection.kind), objection.worry,
                      objection.blocking, objection.answer, name_of(objection.result),
                      objection.raised_on, objection.answered_on) == 0)
    return stale_record();
  ++objection.version;
  return {};
}

Result<void> remove_objection(journal::Work& work, const Objection& objection) {
  if (work.tx.execute("UPDATE objections SET version = version + 1, deleted_at = $3 WHERE id = $1 "
                      "AND version = $2 AND deleted_at IS NULL",
                      objection.id, objection.version, work.now) == 0)
    return stale_record();
  return {};
}

ObjectionTally tally_objections(db::Connection& connection, DealId deal) {
  return connection
      .first(
          "SELECT count(*), count(*) FILTER (WHERE blocking) FROM objections WHERE deal_id = $1 "
          "AND result = 'open' AND deleted_at IS NULL",
          [](const db::Row& row) {
            return ObjectionTally{row.integer(0), row.integer(1)};
          },
          deal)
      .value();
}

}  // namespace stagecoach::sales
