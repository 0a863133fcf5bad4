#include "exchange/columns/mapping.h"

#include <algorithm>

#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

const Phrase kUnknownZone{"import.zone_unknown",
                          "No time zone is called {zone}; use a name such as Asia/Shanghai.",
                          "没有名为 {zone} 的时区，请使用类似 Asia/Shanghai 的名称。"};
const Phrase kDelimiter{"import.delimiter_invalid",
                        "The delimiter must be one character, or \"tab\".",
                        "分隔符必须是一个字符，或 \"tab\"。"};
const Phrase kTwoPipelines{"import.two_pipelines",
                           "Name a pipeline that is here or a new one, not both.",
                           "请指定现有销售流程或新流程，不能同时指定两者。"};
const Phrase kBadMapping{"import.mapping_invalid", "The mapping cannot be used.",
                         "映射文件无法使用。"};

bool contains(const std::vector<std::string>& names, const std::string& folded) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return fold_name(name) == folded; });
}

// Puts line ends and blanks between the values of compact JSON.
std::string indent(std::string_view compact) {
  std::string out;
  std::string margin = "\n";
  bool in_text = false;
  for (size_t i = 0; i < compact.size(); ++i) {
    const char c = compact[i];
    if (in_text) {
      out.push_back(c);
      if (c == '\\') out.push_back(compact[++i]);
      if (c == '"') in_text = false;
      continue;
    }
    in_text = c == '"';
    const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
    const bool empty =
        opens && i + 1 < compact.size() && (compact[i + 1] == '}' || compact[i + 1] == ']');
    if (empty) {
      out.append(compact.substr(i++, 2));
      continue;
    }
    if (closes) {
      margin.resize(margin.size() - 2);
      out.append(margin);
    }
    out.push_back(c);
    if (opens) margin.append("  ");
    if (opens || c == ',') out.append(margin);
    if (c == ':') out.push_back(' ');
  }
  out.push_back('\n');
  return out;
}

}  // namespace

Result<Mapping> read_mapping(std::string_view json_text) {
  Mapping mapping = TRY(json::read<Mapping>(json_text));
  std::vector<FieldError> wrong;
  if (mapping.time_zone && !Zone::find(*mapping.time_zone))
    wrong.push_back({"time_zone", Message(kUnknownZone, {{"zone", *mapping.time_zone}})});
  for (size_t i = 0; i < mapping.files.size(); ++i)
    if (const auto& delimiter = mapping.files[i].delimiter;
        delimiter && *delimiter != "tab" && delimiter->size() != 1)
      wrong.push_back({"files[" + std::to_string(i) + "].delimiter", Message(kDelimiter)});
  if (mapping.pipeline && mapping.new_pipeline)
    wrong.push_back({"new_pipeline", Message(kTwoPipelines)});
  if (!wrong.empty()) return Error(Error::Code::invalid, Message(kBadMapping), std::move(wrong));
  return mapping;
}

std::string write_mapping(const Mapping& mapping) {
  return indent(json::write(mapping));
}

const FileMapping* find_file(const Mapping& mapping, std::string_view file) {
  const FileMapping* fallback = nullptr;
  for (const FileMapping& each : mapping.files) {
    if (each.file && *each.file == file) return &each;
    if (!each.file) fallback = &each;
  }
  return fallback;
}

Result<std::shared_ptr<const Zone>> zone_of(const Mapping& mapping) {
  const std::string name = mapping.time_zone.value_or("UTC");
  auto zone = Zone::find(name);
  if (!zone) return Error(Error::Code::invalid, Message(kUnknownZone, {{"zone", name}}));
  return zone;
}

StageKind kind_of_stage(const Mapping& mapping, std::string_view name) {
  const std::string folded = fold_name(name);
  if (contains(mapping.won, folded)) return StageKind::won;
  if (contains(mapping.lost, folded)) return StageKind::lost;
  if (contains(mapping.censored, folded)) return StageKind::censored;
  if (contains(mapping.open, folded) || contains(mapping.stages, folded)) return StageKind::open;
  return stage_kind_of(name);
}

const StageMapping* find_stage(const Mapping& mapping, std::string_view name) {
  if (mapping.stage_map.empty()) return nullptr;
  const std::string folded = fold_name(name);
  for (const StageMapping& each : mapping.stage_map)
    if (each.stage == name || (!folded.empty() && fold_name(each.stage) == folded)) return &each;
  return nullptr;
}

StageMeaning meaning_of_stage(const Mapping& mapping, std::string_view name) {
  const StageMapping* said = find_stage(mapping, name);
  if (!said) return {kind_of_stage(mapping, name), name};
  if (said->to == kToWon) return {StageKind::won, {}};
  if (said->to == kToLost) return {StageKind::lost, {}};
  if (said->to == kToNowhere) return {StageKind::open, {}, true};
  return {StageKind::open, said->to};
}

}  // namespace stagecoach::exchange
