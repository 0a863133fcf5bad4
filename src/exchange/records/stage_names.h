// Stage names of an import, numbered. Not synchronised.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/columns/mapping.h"

namespace stagecoach::exchange {

// Stage names to numbers, under the names that the mapping gives them. Spellings that fold alike
// are one stage; endings and what the mapping ignores are none.
class StageNames {
 public:
  explicit StageNames(const Mapping& mapping) : mapping_(mapping) {}

  struct Named {
    StageKind kind = StageKind::open;
    int stage = -1;  // -1 for endings, ignored stages and the empty name
  };

  // The number is new for a name never seen.
  Named find(std::string_view name);
  const std::vector<std::string>& names() const { return names_; }

 private:
  struct TextHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  const Mapping& mapping_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, Named, TextHash, std::equal_to<>> by_text_;
  std::unordered_map<std::string, int> by_folded_;
};

}  // namespace stagecoach::exchange
