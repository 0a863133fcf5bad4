#include "sales/accounts/account_audit.h"

#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"

namespace stagecoach::sales {
namespace {

// What an event says the record is, if it says so.
template <class Created, class Changed, class T>
std::optional<T> told_by(const journal::Event& event, T Created::*created, T Changed::*changed) {
  if (event.kind == Created::kKind)
    if (auto data = json::read<Created>(event.data)) return std::move((*data).*created);
  if (event.kind == Changed::kKind)
    if (auto data = json::read<Changed>(event.data)) return std::move((*data).*changed);
  return std::nullopt;
}

// What a deletion, and being brought back, leaves of a record is not told anew.
template <class T>
void forget_what_is_not_told(T& record) {
  record.version = 0;
  record.external_key.reset();
  if constexpr (requires { record.updated_at; }) record.updated_at = {};
}

template <class Created, class Changed, class T, class SomeId>
void audit_kind(db::Connection& connection, std::string_view subject,
                std::vector<T> (*after)(db::Connection&, SomeId, int), T Created::*created,
                T Changed::*changed, journal::Audit& audit) {
  const auto load = [&](std::int64_t id) {
    std::vector<std::pair<std::int64_t, T>> records;
    for (T& record : after(connection, SomeId(id), journal::kAuditChunk))
      records.emplace_back(record.id.value, std::move(record));
    return records;
  };
  const auto compare = [&](std::int64_t id, T is, const std::vector<journal::Event>& events) {
    std::optional<T> was;
    for (const journal::Event& event : events)
      if (auto told = told_by(event, created, changed)) was = std::move(told);
    if (!was) return audit.unexplained(subject, id);
    forget_what_is_not_told(is);
    forget_what_is_not_told(*was);
    if (is != *was) audit.differs(subject, id, subject);
  };
  journal::audit_records(connection, subject, load, compare, audit);
}

}  // namespace

void audit_accounts(db::Connection& connection, journal::Audit& audit) {
  audit_kind(connection, kAccountSubject, accounts_after, &AccountCreated::account,
             &AccountChanged::account, audit);
  audit_kind(connection, kContactSubject, contacts_after, &ContactCreated::contact,
             &ContactChanged::contact, audit);
  audit_kind(connection, kProductSubject, products_after, &ProductCreated::product,
             &ProductChanged::product, audit);
}

}  // namespace stagecoach::sales
