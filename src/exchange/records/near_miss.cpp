#include "exchange/records/near_miss.h"

#include <algorithm>
#include <map>

#include "exchange/records/dataset.h"
#include "exchange/values/words.h"
#include "platform/base/nearest.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kCatalogueMax =
    5000;  // beyond, only spellings are compared: distances are quadratic

const Phrase kReconciled{"import.name_reconciled",
                         "{count} rows say \"{written}\"; it was taken for \"{meant}\" ({what}).",
                         "有 {count} 行写作“{written}”，已按“{meant}”处理（{what}）。"};
const Phrase kSuggested{
    "import.name_suggested",
    "{count} rows say \"{written}\", which is not listed; perhaps \"{meant}\" is meant ({what}).",
    "有 {count} 行写作“{written}”，不在清单中；可能是“{meant}”（{what}）。"};

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

// Reads and replaces one name of every record that has it.
using NameSlots = std::vector<std::string_view*>;

struct Renaming {
  std::string_view meant;
  size_t rows = 0;
  bool certain = true;
};

// Where no list of names was given, the commonest spelling is the list.
std::vector<std::string_view> commonest_spellings(const NameSlots& slots) {
  std::unordered_map<std::string_view, size_t> rows;
  for (const std::string_view* slot : slots)
    if (!slot->empty()) ++rows[*slot];
  std::map<std::string, std::pair<size_t, std::string_view>> best;
  for (const auto& [name, count] : rows) {
    auto& [most, kept] = best[fold_name(name)];
    if (count > most || (count == most && name < kept)) {
      most = count;
      kept = name;
    }
  }
  std::vector<std::string_view> names;
  for (const auto& [folded, entry] : best)
    if (!folded.empty()) names.push_back(entry.second);
  return names;
}

class Reconciliation {
 public:
  explicit Reconciliation(Dataset& dataset) : dataset_(dataset) {}

  void run(const NameSlots& slots, std::vector<std::string_view> listed, std::string_view what) {
    const bool has_list = !listed.empty();
    if (!has_list) listed = commonest_spellings(slots);
    const NameCatalogue catalogue(listed);
    std::unordered_map<std::string_view, NameCatalogue::Match> known;
    std::map<std::string_view, Renaming> renamings;
    for (std::string_view* slot : slots) {
      if (slot->empty()) continue;
      const auto [at, fresh] = known.try_emplace(*slot);
      if (fresh) at->second = catalogue.find(*slot);
      const NameCatalogue::Match& match = at->second;
      using Nearness = NameCatalogue::Nearness;
      if (match.nearness == Nearness::exact || match.nearness == Nearness::none) continue;
      if (!has_list && match.nearness != Nearness::spelling) continue;
      const bool certain = match.nearness != Nearness::suggestion;
      Renaming& renaming = renamings[*slot];
      renaming = {match.name, renaming.rows + 1, certain};
      if (certain) *slot = match.name;
    }
    for (const auto& [written, renaming] : renamings) {
      NearMiss miss{std::string(what), std::string(written), std::string(renaming.meant),
                    renaming.rows, renaming.certain};
      dataset_.warnings.push_back(
          {static_cast<std::int64_t>(miss.count),
           Message(miss.applied ? kReconciled : kSuggested, {{"count", std::to_string(miss.count)},
                                                             {"written", miss.value},
                                                             {"meant", miss.suggestion},
                                                             {"what", miss.field}})});
      dataset_.near_misses.push_back(std::move(miss));
    }
  }

 private:
  Dataset& dataset_;
};

}  // namespace

NameCatalogue::NameCatalogue(std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    std::string folded = fold_name(name);
    if (folded.empty()) continue;
    std::vector<std::string_view>& spellings = by_folded_[folded];
    if (std::find(spellings.begin(), spellings.end(), name) == spellings.end())
      spellings.push_back(name);
    known_.push_back({std::move(folded), name});
  }
}

NameCatalogue::Match NameCatalogue::find(std::string_view name) const {
  const std::string folded = fold_name(name);
  const auto same = by_folded_.find(folded);
  if (same != by_folded_.end()) {
    const std::vector<std::string_view>& spellings = same->second;
    if (std::find(spellings.begin(), spellings.end(), name) != spellings.end())
      return {Nearness::exact, name};
    return {spellings.size() == 1 ? Nearness::spelling : Nearness::suggestion, spellings.front()};
  }
  if (known_.size() > kCatalogueMax || folded.size() < 5) return {};
  Match found;
  size_t near = 0;
  int nearest_edits = 3;
  const std::string digits = digits_of(folded);
  for (const Known& known : known_) {
    // "Model 5" and "Model 6" are two things, however near.
    if (digits_of(known.folded) != digits) continue;
    const int edits = edit_distance(folded, known.folded);
    if (edits > 2 || static_cast<size_t>(edits) * 5 > folded.size()) continue;
    if (found.name != known.name) ++near;
    if (edits < nearest_edits) {
      nearest_edits = edits;
      found = {edits == 1 && folded.size() >= 6 ? Nearness::typing : Nearness::suggestion,
               known.name};
    }
  }
  return near == 1 ? found : Match{};
}

void reconcile_names(Dataset& dataset) {
  NameSlots products, accounts, owners;
  for (DealRecord& deal : dataset.deals) {
    products.push_back(&deal.product);
    accounts.push_back(&deal.account);
    owners.push_back(&deal.owner);
  }
  for (StageEvent& event : dataset.events) {
    if (!event.product.empty()) products.push_back(&event.product);
    if (!event.account.empty()) accounts.push_back(&event.account);
  }
  for (ContactRecord& contact : dataset.contacts)
    if (!contact.account.empty()) accounts.push_back(&contact.account);
  std::vector<std::string_view> listed_products, listed_accounts, listed_users;
  for (const ProductRecord& product : dataset.products) listed_products.push_back(product.name);
  for (const AccountRecord& account : dataset.accounts) listed_accounts.push_back(account.name);
  for (const UserRecord& user : dataset.users) listed_users.push_back(user.name);
  Reconciliation reconciliation(dataset);
  reconciliation.run(products, std::move(listed_products), "product");
  reconciliation.run(accounts, std::move(listed_accounts), "account");
  reconciliation.run(owners, std::move(listed_users), "owner");
}

}  // namespace stagecoach::exchange
