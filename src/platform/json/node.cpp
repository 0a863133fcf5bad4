#include "platform/json/node.h"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include "platform/base/utf8.h"
#include "platform/json/phrases.h"
#include "platform/json/writer.h"

namespace stagecoach::json {
namespace {

using ErrorCode = boost::json::error_code;
using View = boost::json::string_view;

// Room for the nodes of a small text at once; a larger one grows as it is read.
constexpr size_t kBytesPerNode = 10, kNodesAtFirst = 64;

// Receives the events of Boost's parser and lays down nodes.
class NodeBuilder {
 public:
  static constexpr size_t max_object_size = std::numeric_limits<size_t>::max();
  static constexpr size_t max_array_size = std::numeric_limits<size_t>::max();
  static constexpr size_t max_key_size = std::numeric_limits<size_t>::max();
  static constexpr size_t max_string_size = std::numeric_limits<size_t>::max();

  // `characters` must have room for the whole text: it may not grow while views point into it.
  NodeBuilder(std::vector<Node>& nodes, std::vector<char>& characters, size_t values_max)
      : nodes_(nodes), characters_(characters), values_max_(values_max) {}

  // Why the builder itself stopped the parser; null if it did not.
  const Phrase* refusal() const { return refusal_; }

  bool on_document_begin(ErrorCode&) { return true; }
  bool on_document_end(ErrorCode&) { return true; }
  bool on_array_begin(ErrorCode& ec) { return open(Node::Kind::array, ec); }
  bool on_array_end(std::size_t count, ErrorCode&) { return close(count); }
  bool on_object_begin(ErrorCode& ec) { return open(Node::Kind::object, ec); }
  bool on_object_end(std::size_t count, ErrorCode&) { return close(count); }
  bool on_string_part(View part, std::size_t, ErrorCode&) { return collect(part); }
  bool on_key_part(View part, std::size_t, ErrorCode&) { return collect(part); }
  bool on_number_part(View part, ErrorCode&) { return collect(part); }
  bool on_comment_part(View, ErrorCode&) { return true; }
  bool on_comment(View, ErrorCode&) { return true; }

  bool on_key(View last, std::size_t, ErrorCode&) {
    collect(last);
    key_ = take_text();
    return true;
  }
  bool on_string(View last, std::size_t, ErrorCode& ec) {
    collect(last);
    Node node;
    node.kind = Node::Kind::string;
    node.text = take_text();
    return add(node, ec);
  }
  bool on_int64(std::int64_t value, View last, ErrorCode& ec) {
    collect(last);
    Node node;
    node.kind = Node::Kind::integer;
    node.integer = value;
    node.text = take_text();
    node.number = value == 0 && node.text[0] == '-' ? -0.0 : static_cast<double>(value);
    return add(node, ec);
  }
  bool on_uint64(std::uint64_t value, View last, ErrorCode& ec) {
    return on_double(static_cast<double>(value), last, ec);
  }
  bool on_double(double approximate, View last, ErrorCode& ec) {
    collect(last);
    Node node;
    node.kind = Node::Kind::number;
    node.text = take_text();
    // Boost rounds carelessly in this version; from_chars gives the nearest double.
    const auto [end, status] =
        std::from_chars(node.text.data(), node.text.data() + node.text.size(), node.number);
    if (status == std::errc::result_out_of_range) {
      if (!(std::abs(approximate) < 1)) return refuse(kNumberTooLarge, ec);
      node.number = 0;
    }
    constexpr double kExactMax = 9007199254740992.0;  // 2^53: beyond, "1e17" names no one integer
    if (std::trunc(node.number) == node.number && std::abs(node.number) <= kExactMax) {
      node.kind = Node::Kind::integer;
      node.integer = static_cast<std::int64_t>(node.number);
    }
    return add(node, ec);
  }
  bool on_bool(bool value, ErrorCode& ec) {
    Node node;
    node.kind = Node::Kind::boolean;
    node.boolean = value;
    return add(node, ec);
  }
  bool on_null(ErrorCode& ec) { return add(Node(), ec); }

 private:
  bool collect(View part) {
    characters_.insert(characters_.end(), part.begin(), part.end());
    return true;
  }

  std::string_view take_text() {
    const std::string_view text(characters_.data() + text_start_, characters_.size() - text_start_);
    text_start_ = characters_.size();
    return text;
  }

  bool add(Node node, ErrorCode& ec) {
    if (nodes_.size() >= values_max_) return refuse(kTooManyValues, ec);
    node.key = std::exchange(key_, {});
    nodes_.push_back(node);
    return true;
  }

  bool open(Node::Kind kind, ErrorCode& ec) {
    Node node;
    node.kind = kind;
    open_.push_back(nodes_.size());
    return add(node, ec);
  }

  bool close(size_t count) {
    Node& node = nodes_[open_.back()];
    node.count = static_cast<std::uint32_t>(count);
    node.span = static_cast<std::uint32_t>(nodes_.size() - open_.back());
    open_.pop_back();
    return true;
  }

  bool refuse(const Phrase& phrase, ErrorCode& ec) {
    refusal_ = &phrase;
    ec = boost::json::error::test_failure;  // any: refusal() says what it was
    return false;
  }

  std::vector<Node>& nodes_;
  std::vector<char>& characters_;
  size_t values_max_;
  size_t text_start_ = 0;
  std::string_view key_;
  std::vector<size_t> open_;
  const Phrase* refusal_ = nullptr;
};

Error refusal_at(const Phrase& phrase, std::string_view text, size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 = 0: the first line
  const size_t column = 1 + count_characters(before.substr(line_start));
  return Error(Error::Code::invalid, Message(phrase, {{"line", std::to_string(line)},
                                                      {"column", std::to_string(column)}}));
}

Error refusal_over(const Phrase& phrase, size_t max, Error::Code code = Error::Code::invalid) {
  return Error(code, Message(phrase, {{"max", std::to_string(max)}}));
}

// The member whose key an earlier member of `object` has; null if all differ.
const Node* find_duplicate(const Node& object) {
  constexpr size_t kFewMembers = 12;
  if (object.count <= kFewMembers) {
    std::array<std::string_view, kFewMembers> keys;
    size_t known = 0;
    for (const Node& child : object) {
      for (size_t i = 0; i < known; ++i)
        if (keys[i] == child.key) return &child;
      keys[known++] = child.key;
    }
    return nullptr;
  }
  std::vector<const Node*> members;
  members.reserve(object.count);
  for (const Node& child : object) members.push_back(&child);
  std::sort(members.begin(), members.end(), [](const Node* a, const Node* b) {
    return a->key != b->key ? a->key < b->key : a < b;
  });
  const auto twin =
      std::adjacent_find(members.begin(), members.end(),
                         [](const Node* a, const Node* b) { return a->key == b->key; });
  return twin == members.end() ? nullptr : *(twin + 1);
}

// "lines[2].price", from the root to a node within it.
std::string path_to(const Node& root, const Node& target) {
  std::string path;
  const Node* at = &root;
  while (at != &target) {
    size_t index = 0;
    const Node* child = at + 1;
    for (; child + child->span <= &target; child += child->span) ++index;
    if (at->kind == Node::Kind::array)
      path += '[' + std::to_string(index) + ']';
    else
      path.append(path.empty() ? "" : ".").append(child->key);
    at = child;
  }
  return path;
}

}  // namespace

Result<Document> Document::parse(std::string_view text, const ReadLimits& limits) {
  if (text.size() > limits.bytes_max)
    return refusal_over(kTooLarge, limits.bytes_max, Error::Code::too_large);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(" \t\r\n") == text.npos) return Error(Error::Code::invalid, kEmpty);
  if (const size_t bad = find_invalid_utf8(text); bad != text.npos)
    return refusal_at(kNotUtf8, text, bad);

  Document document;
  document.characters_.reserve(text.size());
  document.nodes_.reserve(std::min(text.size() / kBytesPerNode + 1, kNodesAtFirst));
  boost::json::parse_options options;
  options.max_depth = limits.depth_max;
  options.allow_invalid_utf8 = true;  // checked above, with a better sentence
  boost::json::basic_parser<NodeBuilder> parser(options, document.nodes_, document.characters_,
                                                limits.values_max);
  ErrorCode ec;
  const size_t used = parser.write_some(false, text.data(), text.size(), ec);
  if (const Phrase* refusal = parser.handler().refusal()) {
    if (refusal == &kTooManyValues) return refusal_over(*refusal, limits.values_max);
    return Error(Error::Code::invalid, *refusal);
  }
  if (ec == boost::json::error::too_deep) return refusal_over(kTooDeep, limits.depth_max);
  if (ec == boost::json::error::exponent_overflow)
    return Error(Error::Code::invalid, kNumberTooLarge);
  if (ec || used < text.size()) return refusal_at(kMalformed, text, used);
  const auto& characters = document.characters_;
  if (!characters.empty() && std::memchr(characters.data(), '\0', characters.size()))
    return Error(Error::Code::invalid, kNulCharacter);

  for (const Node& node : document.nodes_) {
    if (node.kind != Node::Kind::object) continue;
    if (const Node* twin = find_duplicate(node))
      return Error(Error::Code::invalid, kFieldsWrong,
                   {{path_to(document.root(), *twin), kDuplicate}});
  }
  return document;
}

Result<Document> Document::from_parameters(const Parameters& parameters, const ReadLimits& limits) {
  size_t bytes = 0;
  for (const auto& [name, value] : parameters) bytes += name.size() + value.size();
  if (bytes > limits.bytes_max)
    return refusal_over(kTooLarge, limits.bytes_max, Error::Code::too_large);
  if (parameters.size() > limits.values_max) return refusal_over(kTooManyValues, limits.values_max);

  Document document;
  document.characters_.reserve(bytes);
  const auto keep = [&](std::string_view text) {
    const size_t start = document.characters_.size();
    document.characters_.insert(document.characters_.end(), text.begin(), text.end());
    return std::string_view(document.characters_.data() + start, text.size());
  };
  // The values of each name, names in the order of their first appearance.
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> fields;
  std::map<std::string_view, size_t> known;
  for (const auto& [name, value] : parameters) {
    if (!is_valid_utf8(name) || !is_valid_utf8(value)) return refusal_at(kNotUtf8, value, 0);
    if (name.find('\0') != name.npos || value.find('\0') != value.npos)
      return Error(Error::Code::invalid, kNulCharacter);
    const auto [entry, is_new] = known.try_emplace(name, fields.size());
    if (is_new) fields.push_back({keep(name), {}});
    fields[entry->second].second.push_back(keep(value));
  }

  Node root;
  root.kind = Node::Kind::object;
  root.count = static_cast<std::uint32_t>(fields.size());
  document.nodes_.push_back(root);
  for (const auto& [name, values] : fields) {
    Node node;
    node.key = name;
    if (values.size() > 1) {
      node.kind = Node::Kind::array;
      node.count = static_cast<std::uint32_t>(values.size());
      node.span = node.count + 1;
      document.nodes_.push_back(node);
      node = Node();
    }
    for (const std::string_view value : values) {
      node.kind = Node::Kind::string;
      node.text = value;
      document.nodes_.push_back(node);
    }
  }
  document.nodes_.front().span = static_cast<std::uint32_t>(document.nodes_.size());
  return document;
}

void append_node(std::string& out, const Node& node) {
  const char close = node.kind == Node::Kind::array ? ']' : '}';
  switch (node.kind) {
    case Node::Kind::null:
      out.append("null");
      return;
    case Node::Kind::boolean:
      append_bool(out, node.boolean);
      return;
    case Node::Kind::integer:
    case Node::Kind::number:
      out.append(node.text);
      return;
    case Node::Kind::string:
      append_string(out, node.text);
      return;
    case Node::Kind::array:
      out.push_back('[');
      break;
    case Node::Kind::object:
      out.push_back('{');
      break;
  }
  bool first = true;
  for (const Node& child : node) {
    if (!std::exchange(first, false)) out.push_back(',');
    if (node.kind == Node::Kind::object) {
      append_string(out, child.key);
      out.push_back(':');
    }
    append_node(out, child);
  }
  out.push_back(close);
}

}  // namespace stagecoach::json
