#include "platform/json/text.h"

#include <limits>

#include "platform/json/node.h"

namespace stagecoach::json {
namespace {

constexpr size_t kLineMax = 80;

bool is_container(const Node& node) {
  return node.kind == Node::Kind::array || node.kind == Node::Kind::object;
}

// On one line where that is short and nothing is nested.
bool append_flat(std::string& out, const Node& node) {
  if (is_container(node) && node.count > 0) {
    if (node.kind == Node::Kind::object) return false;
    for (const Node& child : node)
      if (is_container(child)) return false;
  }
  std::string flat;
  append_node(flat, node);
  if (is_container(node) && flat.size() > kLineMax) return false;
  out += flat;
  return true;
}

void append_pretty(std::string& out, const Node& node, size_t level) {
  if (append_flat(out, node)) return;
  const bool is_object = node.kind == Node::Kind::object;
  out += is_object ? '{' : '[';
  bool first = true;
  for (const Node& child : node) {
    out += first ? "\n" : ",\n";
    first = false;
    out.append(2 * (level + 1), ' ');
    if (is_object) {
      append_string(out, child.key);
      out += ": ";
    }
    append_pretty(out, child, level + 1);
  }
  out += '\n';
  out.append(2 * level, ' ');
  out += is_object ? '}' : ']';
}

}  // namespace

Result<std::string> pretty(std::string_view json) {
  ReadLimits limits;
  limits.bytes_max = limits.values_max = std::numeric_limits<size_t>::max();
  const Document document = TRY(Document::parse(json, limits));
  std::string out;
  append_pretty(out, document.root(), 0);
  out += '\n';
  return out;
}

}  // namespace stagecoach::json
