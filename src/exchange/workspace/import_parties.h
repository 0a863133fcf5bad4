// Finds or creates the people, products, accounts and contacts that an import names.
//
// What is there already is never changed. Refusals: those of ensure_user (forbidden without
// imports_run) and of the stores.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

#include "exchange/records/dataset.h"
#include "exchange/workspace/import_ledger.h"

namespace stagecoach::exchange {

class ImportParties {
 public:
  // Borrows the first two. `fallback` owns what names nobody.
  ImportParties(const Dataset& dataset, ImportLedger& ledger, Person fallback, Currency currency);

  // `name` empty: the fallback.
  Result<Person> person(journal::Work& work, std::string_view name);
  Result<void> write_user(journal::Work& work, const UserRecord& record);

  Result<std::optional<sales::ProductId>> product(journal::Work& work, std::string_view name);
  Result<void> write_product(journal::Work& work, const ProductRecord& record);

  // nullopt where neither is given.
  Result<std::optional<sales::AccountId>> account(journal::Work& work, std::string_view id,
                                                  std::string_view name, const Person& owner);
  Result<void> write_account(journal::Work& work, const AccountRecord& record);

  Result<std::optional<KnownContact>> contact(journal::Work& work, std::string_view id,
                                              std::string_view name,
                                              std::optional<sales::AccountId> account,
                                              const Person& owner);
  Result<void> write_contact(journal::Work& work, const ContactRecord& record);

 private:
  Result<sales::AccountId> make_account(journal::Work& work, const AccountRecord& record,
                                        const Person& owner);
  Result<KnownContact> make_contact(journal::Work& work, const ContactRecord& record,
                                    std::optional<sales::AccountId> account, const Person& owner);

  const Dataset& dataset_;
  ImportLedger& ledger_;
  Person fallback_;
  Currency currency_;
  std::unordered_map<std::string, const UserRecord*> user_records_;             // by folded name
  std::unordered_map<std::string_view, const AccountRecord*> account_records_;  // by id
};

}  // namespace stagecoach::exchange
