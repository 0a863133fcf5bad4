// The passages of a pipeline: from which stage to which, and whether the visit before it tells of
// conversion (plain_way.h). There are a few dozen of them and millions of visits, so a visit holds
// its passage's number instead.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace stagecoach::cycle {

// Stage ids; won, lost and on hold are stages too.
struct Passage {
  std::int32_t from = 0;
  std::int32_t to = 0;  // kStays: nothing followed so far
  bool dwell_only = false;

  bool operator==(const Passage&) const = default;
};
inline constexpr std::int32_t kStays = 0;

// Numbers are only ever added, so what was packed with an older copy stays readable. Not
// synchronised.
class PassageBook {
 public:
  // Throws std::length_error beyond 65,535 different passages.
  std::uint16_t number_of(Passage passage);

  const Passage& operator[](std::uint16_t number) const { return all_[number]; }
  const std::vector<Passage>& all() const { return all_; }

 private:
  std::vector<Passage> all_;
  std::unordered_map<std::uint64_t, std::uint16_t> numbers_;
};

}  // namespace stagecoach::cycle
