// The part of reading JSON that is the same for every type: where we are in the input, what is
// wrong with it, and the rules of a field. The typed part is codec.h and described.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/enum_names.h"
#include "platform/base/result.h"
#include "platform/json/node.h"

namespace stagecoach::json {

// What a field must fulfil beyond its type, declared once beside the struct; the reader checks it
// and the API document states it:
//
//   struct CreateDeal { std::string name; std::optional<int> probability; std::vector<Tag> tags; };
//   BOOST_DESCRIBE_STRUCT(CreateDeal, (), (name, probability, tags))
//   constexpr auto json_rules(const CreateDeal*) {
//     return std::array{json::Rule("name").length(1, 200),
//                       json::Rule("probability").between(0, 100),
//                       json::Rule("tags").items(0, 20).defaulted()};
//   }
//
// A rule whose field the struct does not have fails to compile. A rule reaches through optional,
// Maybe and Patch; for a list, items() counts it and the other rules hold for each element.
class Rule {
 public:
  constexpr explicit Rule(std::string_view field_name) : field(field_name) {}

  // Characters (code points). With min >= 1, white space alone counts as nothing.
  constexpr Rule length(size_t min, size_t max) const {
    Rule r = *this;
    r.length_min = min, r.length_max = max;
    return r;
  }
  // For numbers, both ends included; for Money, of the minor units.
  constexpr Rule between(std::int64_t min, std::int64_t max) const {
    Rule r = *this;
    r.number_min = min, r.number_max = max;
    return r;
  }
  constexpr Rule items(size_t min, size_t max) const {
    Rule r = *this;
    r.items_min = min, r.items_max = max;
    return r;
  }
  // May be left out; the struct's own initialiser then stands.
  constexpr Rule defaulted() const {
    Rule r = *this;
    r.has_default = true;
    return r;
  }
  // A sentence for the API document (English, as the whole document is).
  constexpr Rule described_as(std::string_view sentence) const {
    Rule r = *this;
    r.description = sentence;
    return r;
  }

  std::string_view field;
  std::string_view description;
  size_t length_min = 0;
  size_t length_max = std::numeric_limits<size_t>::max();
  std::int64_t number_min = std::numeric_limits<std::int64_t>::min();
  std::int64_t number_max = std::numeric_limits<std::int64_t>::max();
  size_t items_min = 0;
  size_t items_max = std::numeric_limits<size_t>::max();
  bool has_default = false;
};

// Walks a document and collects everything that is wrong with it. One thread, one document.
class Reader {
 public:
  explicit Reader(const ReadLimits& limits) : errors_max_(limits.field_errors_max) {
    path_.reserve(8);
  }

  // Something is wrong with the value we are at.
  void fail(const Phrase& phrase, std::vector<std::pair<std::string, std::string>> args = {});

  // Where we are; `name` must outlive the visit.
  void enter(std::string_view name) { path_.push_back({name, 0}); }
  void enter(size_t index) { path_.push_back({{}, index}); }
  void leave() { path_.pop_back(); }

  // The rule of the member we are in, or null.
  const Rule* rule() const { return rule_; }
  void set_rule(const Rule* rule) { rule_ = rule; }

  bool failed() const { return error_count_ > 0; }
  size_t error_count() const { return error_count_; }
  // Precondition: failed().
  Error take_error();

  // Query parameters arrive as text only: where set, a string may stand for a number or a boolean.
  void accept_text() { accepts_text_ = true; }
  bool accepts_text() const { return accepts_text_; }

 private:
  struct Step {
    std::string_view name;  // empty: an index
    size_t index;
  };
  std::string path() const;

  std::vector<Step> path_;
  std::vector<FieldError> errors_;
  const Rule* rule_ = nullptr;
  size_t errors_max_;
  size_t error_count_ = 0;  // reported or not
  bool accepts_text_ = false;
};

// One member of a described struct, its type erased so that the loop over an object is not a
// template.
struct Member {
  std::string_view name;
  void (*read)(Reader&, const Node&, void* object);
  bool required;
  const Rule* rule;
};

// Each reads a node of that kind into `out` under the reader's rule, or fails at the reader's place
// and leaves `out` alone.
void read_string(Reader& reader, const Node& node, std::string& out);
void read_bool(Reader& reader, const Node& node, bool& out);
void read_integer(Reader& reader, const Node& node, std::int64_t min, std::int64_t max,
                  std::int64_t& out);
void read_double(Reader& reader, const Node& node, double& out);
void read_enum(Reader& reader, const Node& node, std::span<const EnumName> names,
               std::int64_t& out);
// Reads every member, refuses unknown fields (suggesting the nearest) and reports missing ones.
void read_object(Reader& reader, const Node& node, std::span<const Member> members, void* object);

// The elements of an array; of a text that is read as one, its comma-separated parts.
class Items {
 public:
  explicit Items(const Node& array) : array_(&array) {}
  explicit Items(std::vector<Node> parts) : parts_(std::move(parts)) {}
  Node::Iterator begin() const { return array_ ? array_->begin() : Node::Iterator(parts_.data()); }
  Node::Iterator end() const {
    return array_ ? array_->end() : Node::Iterator(parts_.data() + parts_.size());
  }

 private:
  const Node* array_ = nullptr;
  std::vector<Node> parts_;
};
// nullopt (and failed) unless the node is an array within the rule's items.
std::optional<Items> items_of(Reader& reader, const Node& node);
// False (and failed) unless the node is an object within the rule's items.
bool is_object(Reader& reader, const Node& node);
// Null, or an empty text where text stands for everything.
bool is_nothing(const Reader& reader, const Node& node);

}  // namespace stagecoach::json
