// What an import knows of the records it has met, so that each is looked up once.
//
// A unit of work may run again from its start (journal::CommandRunner): begin() forgets what an
// attempt found that was not kept, commit() keeps it. Not synchronised.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/workspace/import_store.h"
#include "sales/accounts/account.h"

namespace stagecoach::exchange {

template <class T>
class Known {
 public:
  const T* find(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
  }
  void put(const std::string& key, T value) {
    if (values_.try_emplace(key, std::move(value)).second) fresh_.push_back(key);
  }
  void begin() {
    for (const std::string& key : fresh_) values_.erase(key);
    fresh_.clear();
  }
  void commit() { fresh_.clear(); }

 private:
  std::unordered_map<std::string, T> values_;
  std::vector<std::string> fresh_;
};

struct Person {
  UserId id;
  sales::TeamId team;  // none = in no team
};

struct KnownContact {
  sales::ContactId id;
  bool reachable = false;
};

struct ImportLedger {
  ImportId import;
  ImportCounts counts;
  Known<Person> people;              // by folded name
  Known<sales::ProductId> products;  // by folded name
  Known<sales::AccountId> accounts;  // by "id:" and the key, or "name:" and the folded name
  Known<KnownContact> contacts;      // likewise

  void begin() {
    counts = kept_;
    people.begin(), products.begin(), accounts.begin(), contacts.begin();
  }
  void commit() {
    kept_ = counts;
    people.commit(), products.commit(), accounts.commit(), contacts.commit();
  }

 private:
  ImportCounts kept_;
};

}  // namespace stagecoach::exchange
