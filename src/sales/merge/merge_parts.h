// The records that a merge is of, loaded and saved; and undoing a merge of each kind.
#pragma once

#include "journal/commands.h"
#include "sales/accounts/account.h"
#include "sales/accounts/merge/party_merge.h"
#include "sales/merge/merge_commands.h"

namespace stagecoach::sales {

Result<UndoneMerge> undo_account_merge(journal::Work& work, const journal::Event& event);
Result<UndoneMerge> undo_contact_merge(journal::Work& work, const journal::Event& event);

}  // namespace stagecoach::sales
