#include "platform/json/reader.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <cmath>

#include "platform/base/nearest.h"
#include "platform/base/utf8.h"
#include "platform/json/phrases.h"

namespace stagecoach::json {
namespace {

constexpr size_t kMembersMax = 256;
// A text that may have at most so many characters is one line.
constexpr size_t kLineMax = 500;
// A body may hold a hundred thousand fields that nobody knows; finding out what each may have meant
// would take seconds. A person who mistypes gets more than enough.
constexpr int kSuggestionsMax = 32;
constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

// Wrong type, or null where something is due.
void fail_kind(Reader& reader, const Node& node, const Phrase& expected) {
  reader.fail(node.kind == Node::Kind::null ? kNull : expected);
}

void fail_range(Reader& reader, std::int64_t min, std::int64_t max) {
  const bool open_below = min == std::numeric_limits<std::int64_t>::min();
  const bool open_above = max == std::numeric_limits<std::int64_t>::max();
  if (open_below && open_above) return reader.fail(kNumberTooLarge);
  if (open_above) return reader.fail(kTooSmall, {{"min", std::to_string(min)}});
  if (open_below) return reader.fail(kTooBig, {{"max", std::to_string(max)}});
  reader.fail(kOutOfRange, {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
}

// The number that a parameter's text stands for; a Kind::string node where it is none.
Node number_from_text(const Node& node) {
  Node number = node;
  const char* const end = node.text.data() + node.text.size();
  const auto whole = std::from_chars(node.text.data(), end, number.integer);
  if (whole.ec == std::errc() && whole.ptr == end) {
    number.kind = Node::Kind::integer;
    number.number = static_cast<double>(number.integer);
    return number;
  }
  const auto real = std::from_chars(node.text.data(), end, number.number);
  if (real.ec == std::errc() && real.ptr == end && std::isfinite(number.number))
    number.kind = Node::Kind::number;
  return number;
}

bool check_items(Reader& reader, size_t count) {
  const Rule* rule = reader.rule();
  if (!rule) return true;
  if (count < rule->items_min)
    reader.fail(kTooFewItems, {{"min", std::to_string(rule->items_min)}});
  else if (count > rule->items_max)
    reader.fail(kTooManyItems, {{"max", std::to_string(rule->items_max)}});
  else
    return true;
  return false;
}

}  // namespace

void Reader::fail(const Phrase& phrase, std::vector<std::pair<std::string, std::string>> args) {
  ++error_count_;
  if (errors_.size() < errors_max_) errors_.push_back({path(), Message(phrase, std::move(args))});
}

Error Reader::take_error() {
  assert(failed());
  return Error(Error::Code::invalid, kFieldsWrong, std::move(errors_));
}

std::string Reader::path() const {
  std::string out;
  for (const Step& step : path_) {
    if (step.name.data() == nullptr) {
      out += '[' + std::to_string(step.index) + ']';
    } else {
      if (!out.empty()) out += '.';
      out += step.name;
    }
  }
  return out;
}

void read_string(Reader& reader, const Node& node, std::string& out) {
  if (node.kind != Node::Kind::string) return fail_kind(reader, node, kExpectedText);
  if (const Rule* rule = reader.rule();
      rule && (rule->length_min > 0 || rule->length_max != kNoLimit)) {
    const size_t length = count_characters(node.text);
    if (rule->length_min > 0 && is_blank(node.text)) return reader.fail(kBlank);
    if (length < rule->length_min)
      return reader.fail(kTooShort, {{"min", std::to_string(rule->length_min)}});
    if (length > rule->length_max)
      return reader.fail(kTooLong, {{"max", std::to_string(rule->length_max)}});
    if (rule->length_max <= kLineMax && has_control_character(node.text))
      return reader.fail(kNotOneLine);
  }
  out.assign(node.text);
}

void read_bool(Reader& reader, const Node& node, bool& out) {
  if (node.kind == Node::Kind::boolean) {
    out = node.boolean;
  } else if (reader.accepts_text() && (node.text == "true" || node.text == "1")) {
    out = true;
  } else if (reader.accepts_text() && (node.text == "false" || node.text == "0")) {
    out = false;
  } else {
    fail_kind(reader, node, kExpectedBool);
  }
}

void read_integer(Reader& reader, const Node& node, std::int64_t min, std::int64_t max,
                  std::int64_t& out) {
  if (reader.accepts_text() && node.kind == Node::Kind::string) {
    const Node number = number_from_text(node);
    if (number.kind == Node::Kind::string) return reader.fail(kExpectedWhole);
    return read_integer(reader, number, min, max, out);
  }
  if (const Rule* rule = reader.rule()) {
    min = std::max(min, rule->number_min);
    max = std::min(max, rule->number_max);
  }
  if (node.kind == Node::Kind::number) {
    // Whole, yet beyond int64: the type is right and the size is not.
    const bool whole = std::trunc(node.number) == node.number;
    return whole ? fail_range(reader, min, max) : reader.fail(kExpectedWhole);
  }
  if (node.kind != Node::Kind::integer) return fail_kind(reader, node, kExpectedWhole);
  if (node.integer < min || node.integer > max) return fail_range(reader, min, max);
  out = node.integer;
}

void read_double(Reader& reader, const Node& node, double& out) {
  if (reader.accepts_text() && node.kind == Node::Kind::string) {
    const Node number = number_from_text(node);
    if (number.kind == Node::Kind::string) return reader.fail(kExpectedNumber);
    return read_double(reader, number, out);
  }
  if (node.kind != Node::Kind::integer && node.kind != Node::Kind::number)
    return fail_kind(reader, node, kExpectedNumber);
  if (const Rule* rule = reader.rule()) {
    const bool below = rule->number_min != std::numeric_limits<std::int64_t>::min() &&
                       node.number < static_cast<double>(rule->number_min);
    const bool above = rule->number_max != std::numeric_limits<std::int64_t>::max() &&
                       node.number > static_cast<double>(rule->number_max);
    if (below || above) return fail_range(reader, rule->number_min, rule->number_max);
  }
  out = node.number;
}

void read_enum(Reader& reader, const Node& node, std::span<const EnumName> names,
               std::int64_t& out) {
  if (node.kind != Node::Kind::string) return fail_kind(reader, node, kExpectedText);
  for (const EnumName& entry : names) {
    if (entry.name != node.text) continue;
    out = entry.value;
    return;
  }
  std::string values;
  for (const EnumName& entry : names) {
    if (!values.empty()) values += ", ";
    values += entry.name;
  }
  reader.fail(kNotOneOf, {{"values", std::move(values)}});
}

void read_object(Reader& reader, const Node& node, std::span<const Member> members, void* object) {
  if (node.kind != Node::Kind::object) return fail_kind(reader, node, kExpectedObject);
  assert(members.size() <= kMembersMax);
  const Rule* const outer_rule = reader.rule();
  std::bitset<kMembersMax> seen;
  int unknown = 0;
  size_t guess = 0;  // fields mostly come in the order of the struct
  for (const Node& child : node) {
    size_t at = guess < members.size() && members[guess].name == child.key ? guess : 0;
    while (at < members.size() && members[at].name != child.key) ++at;
    reader.enter(child.key);
    if (at < members.size()) {
      seen.set(at);
      guess = at + 1;
      reader.set_rule(members[at].rule);
      members[at].read(reader, child, object);
    } else {
      std::optional<std::string_view> meant;
      if (++unknown <= kSuggestionsMax) {
        std::vector<std::string_view> names;
        for (const Member& member : members) names.push_back(member.name);
        meant = nearest(child.key, names);
      }
      if (meant)
        reader.fail(kUnknownNear, {{"nearest", std::string(*meant)}});
      else
        reader.fail(kUnknown);
    }
    reader.leave();
  }
  for (size_t i = 0; i < members.size(); ++i) {
    if (seen.test(i) || !members[i].required) continue;
    reader.enter(members[i].name);
    reader.fail(kMissing);
    reader.leave();
  }
  reader.set_rule(outer_rule);
}

std::optional<Items> items_of(Reader& reader, const Node& node) {
  if (reader.accepts_text() && node.kind == Node::Kind::string) {
    std::vector<Node> parts;
    for (std::string_view rest = node.text; !rest.empty();) {
      const size_t comma = rest.find(',');
      Node part;
      part.kind = Node::Kind::string;
      part.text = rest.substr(0, comma);
      parts.push_back(part);
      rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
    }
    if (!check_items(reader, parts.size())) return std::nullopt;
    return Items(std::move(parts));
  }
  if (node.kind != Node::Kind::array) {
    fail_kind(reader, node, kExpectedList);
    return std::nullopt;
  }
  if (!check_items(reader, node.count)) return std::nullopt;
  return Items(node);
}

bool is_object(Reader& reader, const Node& node) {
  if (node.kind == Node::Kind::object) return check_items(reader, node.count);
  fail_kind(reader, node, kExpectedObject);
  return false;
}

bool is_nothing(const Reader& reader, const Node& node) {
  return node.kind == Node::Kind::null ||
         (reader.accepts_text() && node.kind == Node::Kind::string && node.text.empty());
}

}  // namespace stagecoach::json
