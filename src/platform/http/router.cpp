#include "platform/http/router.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace stagecoach::http {
namespace {

constexpr size_t kMethods = 7;

// The segments of a path: "/api/deals/7" -> "api", "deals", "7". "/" has none.
std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  path.remove_prefix(1);
  while (!path.empty()) {
    const size_t end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    if (end == path.size()) break;
    path.remove_prefix(end + 1);
    if (path.empty()) segments.push_back({});  // a slash at the end is a segment of its own
  }
  return segments;
}

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

[[noreturn]] void refuse(std::string_view pattern, const char* why) {
  throw std::logic_error("route " + std::string(pattern) + ": " + why);
}

void check_pattern(std::string_view pattern) {
  if (pattern.empty() || pattern.front() != '/') refuse(pattern, "a pattern starts with '/'");
  for (const std::string_view segment : segments_of(pattern)) {
    if (segment.empty()) refuse(pattern, "a segment is empty");
    if (!is_parameter(segment) && segment.find_first_of("{}%?#") != segment.npos)
      refuse(pattern, "a parameter is a whole segment: /{name}");
  }
}

// Both match some path, and each is the more specific one somewhere: which would win?
bool are_ambiguous(std::string_view a, std::string_view b) {
  const auto left = segments_of(a);
  const auto right = segments_of(b);
  if (left.size() != right.size()) return false;
  bool left_is_closer = false;
  bool right_is_closer = false;
  for (size_t i = 0; i < left.size(); ++i) {
    const bool open_left = is_parameter(left[i]);
    const bool open_right = is_parameter(right[i]);
    if (!open_left && !open_right && left[i] != right[i]) return false;
    left_is_closer |= !open_left && open_right;
    right_is_closer |= open_left && !open_right;
  }
  return left_is_closer == right_is_closer;
}

}  // namespace

// One segment deep per node. Built at start-up, immutable while the server runs.
struct Router::Node {
  std::vector<std::pair<std::string, std::unique_ptr<Node>>> fixed;
  std::unique_ptr<Node> open;  // a parameter
  std::array<const Route*, kMethods> routes{};

  Node* child(std::string_view segment) const {
    for (const auto& [name, node] : fixed)
      if (name == segment) return node.get();
    return nullptr;
  }
  bool has_routes() const {
    return std::any_of(routes.begin(), routes.end(), [](auto* route) { return route != nullptr; });
  }

  // The node that `rest` (without its leading slash) leads to; a fixed segment is tried before a
  // parameter, and given up again where it leads nowhere.
  const Node* find(std::string_view path, size_t at, std::vector<TextSpan>& values) const {
    if (at > path.size()) return has_routes() ? this : nullptr;
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    if (const Node* next = child(segment))
      if (const Node* found = next->find(path, end + 1, values)) return found;
    if (!open || segment.empty()) return nullptr;
    values.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(segment.size())});
    if (const Node* found = open->find(path, end + 1, values)) return found;
    values.pop_back();
    return nullptr;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

Route& Router::insert(Method method, std::string_view pattern, Rule rule, Doc doc,
                      Handler handler) {
  check_pattern(pattern);
  if (rule.name.empty() || (rule.needs_sign_in && rule.allows == nullptr))
    refuse(pattern, "it carries no rule");
  for (const Route& other : routes_)
    if (other.method == method && are_ambiguous(other.pattern, pattern))
      refuse(pattern, ("it cannot be told from " + other.pattern).c_str());

  Route& route = routes_.emplace_back();
  Node* node = root_.get();
  for (const std::string_view segment : segments_of(pattern)) {
    if (is_parameter(segment)) {
      route.parameters.emplace_back(segment.substr(1, segment.size() - 2));
      if (!node->open) node->open = std::make_unique<Node>();
      node = node->open.get();
    } else {
      Node* next = node->child(segment);
      if (!next)
        next =
            node->fixed.emplace_back(std::string(segment), std::make_unique<Node>()).second.get();
      node = next;
    }
  }
  route.method = method;
  route.pattern = pattern;
  route.rule = rule;
  route.takes_key = !is_safe(method) && rule.needs_sign_in;
  route.doc = std::move(doc);
  if (route.doc.success == 0)
    route.doc.success = route.doc.answer || method == Method::get ? 200 : 204;
  route.handler = std::move(handler);
  route.index = routes_.size() - 1;
  node->routes[static_cast<size_t>(method)] = &route;
  return route;
}

Router::Match Router::match(Method method, std::string_view path,
                            std::vector<TextSpan>& values) const {
  values.clear();
  if (path.empty() || path.front() != '/') return {};
  const Node* node = path == "/" ? root_.get() : root_->find(path, 1, values);
  if (!node || !node->has_routes()) return {};
  const size_t wanted = static_cast<size_t>(method == Method::head ? Method::get : method);
  if (const Route* route = node->routes[wanted]) return {route, {}};
  Match match;
  for (size_t i = 0; i < kMethods; ++i)
    if (node->routes[i]) match.allowed.push_back(static_cast<Method>(i));
  return match;
}

}  // namespace stagecoach::http
