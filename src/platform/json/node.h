// A parsed JSON text, as a flat list of nodes.
//
// Boost.JSON does the parsing behind this header (node.cpp is the only file that includes it). We
// keep our own nodes because its DOM lets a duplicate key win silently and forgets how a number was
// written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.h"

namespace stagecoach::json {

// What a text may cost us before it is refused.
struct ReadLimits {
  size_t bytes_max = 1 << 20;    // above: Error::Code::too_large
  size_t depth_max = 32;         // arrays and objects within each other
  size_t values_max = 100'000;   // numbers, strings, lists … in all
  size_t field_errors_max = 50;  // further ones are not reported
};

// One value. The nodes of a document lie in the order of the text, so a value's first child is the
// node behind it. Views point into the Document.
struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::uint32_t count = 0;   // children of an array or object
  std::uint32_t span = 1;    // nodes of this value, itself included
  std::int64_t integer = 0;  // Kind::integer: a number that is whole and fits
  double number = 0;         // Kind::integer and Kind::number
  std::string_view key;      // the name of a member, within an object
  std::string_view text;     // a string's characters; a number as it was written

  class Iterator {
   public:
    explicit Iterator(const Node* at) : at_(at) {}
    const Node& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ += at_->span;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Node* at_;
  };
  Iterator begin() const { return Iterator(this + 1); }
  Iterator end() const { return Iterator(this + span); }
};

// Names and values of a query string or form, decoded, in their order.
using Parameters = std::vector<std::pair<std::string, std::string>>;

// Immutable once parsed; move-only.
class Document {
 public:
  // Refuses with `invalid` what is not one complete JSON text in UTF-8 (naming line and column),
  // duplicate keys (naming the field), the character U+0000, numbers beyond double, and what
  // exceeds the limits; `too_large` beyond bytes_max.
  static Result<Document> parse(std::string_view text, const ReadLimits& limits = {});

  // An object with a string per name, or an array of strings where a name is repeated. Refuses text
  // that is not UTF-8 or holds U+0000, and what exceeds the limits.
  static Result<Document> from_parameters(const Parameters& parameters,
                                          const ReadLimits& limits = {});

  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  const Node& root() const { return nodes_.front(); }

 private:
  Document() = default;

  std::vector<char>
      characters_;  // what keys and texts point at; never grows after the parse starts
  std::vector<Node> nodes_;
};

// Writes a node back, compact, numbers as they were written.
void append_node(std::string& out, const Node& node);

}  // namespace stagecoach::json
