#include "sales/accounts/party_return.h"

#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"

namespace stagecoach::sales {

std::int64_t return_accounts(journal::Work& work, const Handed& handed, UserId from, const User& to,
                             std::size_t cause) {
  return reassign_accounts(work, from, to, told<AccountChanged>, cause, &handed);
}

std::int64_t return_contacts(journal::Work& work, const Handed& handed, UserId from, const User& to,
                             std::size_t cause) {
  return reassign_contacts(work, from, to, told<ContactChanged>, cause, &handed);
}

}  // namespace stagecoach::sales
