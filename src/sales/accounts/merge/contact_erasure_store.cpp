#include "platform/base/text_fold.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_search.h"
#include "sales/accounts/account_store.h"
#include "sales/accounts/merge/contact_erasure.h"

namespace stagecoach::sales {
namespace {

std::string called(ContactId id) {
  return "#" + std::to_string(id.value);
}

// Reads an event, lets `change` take persons out of it, and writes it.
template <class E, class F>
std::optional<std::string> rewritten(const journal::Event& event, F change) {
  if (event.kind != E::kKind) return std::nullopt;
  auto told = json::read<E>(event.data);
  if (!told || !change(*told)) return std::nullopt;
  return json::write(*told);
}

}  // namespace

std::vector<ContactId> whole_contact(db::Connection& connection, ContactId id) {
  std::vector<ContactId> ids;
  connection.each(
      "WITH RECURSIVE whole (id, depth) AS (SELECT id, 0 FROM contacts WHERE id = $1 UNION ALL "
      "SELECT c.id, whole.depth + 1 FROM contacts c JOIN whole ON c.merged_into = whole.id WHERE "
      "whole.depth < 50) SELECT id FROM whole ORDER BY depth, id",
      [&](const db::Row& row) { ids.push_back(row.id<ContactId>(0)); }, id);
  return ids;
}

Contact without_person(Contact contact) {
  contact.name = called(contact.id);
  contact.title.clear();
  contact.email.clear();
  contact.phone.clear();
  contact.external_key.reset();
  return contact;
}

Result<void> erase_rows(journal::Work& work, Contact& contact,
                        const std::vector<ContactId>& whole) {
  contact = without_person(std::move(contact));
  contact.erased_at = work.now;
  TRY(save_contact(work, contact, told<ContactChanged>));
  for (const ContactId id : whole) {
    Contact empty;
    empty.id = id;
    empty = without_person(std::move(empty));
    work.tx.queue(
        "UPDATE contacts SET name = $2, name_key = $3, search_text = $4, title = '', email = '', "
        "phone = '', external_key = NULL, match_name = '', match_email = '', match_phone = '' "
        "WHERE id = $1",
        id, empty.name, fold(empty.name), contact_search(empty));
  }
  return {};
}

std::optional<std::string> without_persons(const journal::Event& event,
                                           const std::set<std::int64_t>& contacts) {
  const auto scrub = [&](Contact& contact) {
    if (!contacts.contains(contact.id.value)) return false;
    contact = without_person(std::move(contact));
    return true;
  };
  const bool is_about =
      event.subject_kind == kContactSubject && contacts.contains(event.subject_id);
  const auto unname = [&](auto& told) {
    told.name = called(ContactId(event.subject_id));
    return is_about;
  };
  if (auto data = rewritten<ContactCreated>(event, [&](auto& e) { return scrub(e.contact); }))
    return data;
  if (auto data = rewritten<ContactChanged>(event, [&](auto& e) { return scrub(e.contact); }))
    return data;
  if (auto data = rewritten<ContactDeleted>(event, unname)) return data;
  if (auto data = rewritten<ContactRestored>(event, unname)) return data;
  if (auto data = rewritten<ContactsMerged>(event, [&](auto& merge) {
        const bool before = scrub(merge.before), merged = scrub(merge.merged);
        return scrub(merge.other) || before || merged;
      }))
    return data;
  // Whose name it was is not told; it was of one of the two.
  return rewritten<ContactMergeUndone>(event, [&](auto& undone) {
    undone.name = "–";
    return true;
  });
}

void forget_answers(journal::Work& work, const std::vector<ContactId>& contacts) {
  for (const ContactId id : contacts) {
    const std::string number = std::to_string(id.value);
    for (const std::string& holds :
         {"{\"id\":" + number + ",%\"email\":%", "%\"contact_id\":" + number + ",\"name\":%"})
      work.tx.execute("UPDATE idempotency_keys SET body = '{}' WHERE body LIKE $1", holds);
  }
}

}  // namespace stagecoach::sales
