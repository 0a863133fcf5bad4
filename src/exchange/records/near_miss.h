// Names that are nearly alike: "GTXPro" for "GTX Pro". Pure and safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stagecoach::exchange {

// Finds for a name the one that was meant, among the names of a catalogue.
class NameCatalogue {
 public:
  // Names are borrowed.
  explicit NameCatalogue(std::span<const std::string_view> names);

  enum class Nearness {
    exact,     // the name itself
    spelling,  // the same letters and digits: certain
    typing,    // one slip of the hand from exactly one name of at least six letters: certain enough
    suggestion,  // near exactly one name, but a person should decide
    none,
  };
  struct Match {
    Nearness nearness = Nearness::none;
    std::string_view name;
  };
  Match find(std::string_view name) const;

 private:
  struct Known {
    std::string folded;
    std::string_view name;
  };
  std::vector<Known> known_;
  std::unordered_map<std::string, std::vector<std::string_view>> by_folded_;
};

}  // namespace stagecoach::exchange
