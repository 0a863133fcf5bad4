#include "sales/fields/custom_field.h"

#include <algorithm>
#include <set>

#include "sales/team/field_error.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kWantsText{"custom_field.wants_text", "A text is expected.", "此处应为文本。"};
constexpr Phrase kTooLong{"custom_field.too_long", "At most {count} characters.",
                          "最多 {count} 个字符。"};
constexpr Phrase kWantsNumber{"custom_field.wants_number", "A number is expected.",
                              "此处应为数字。"};
constexpr Phrase kWantsMoney{"custom_field.wants_money", "An amount with its currency is expected.",
                             "此处应为带币种的金额。"};
constexpr Phrase kWantsDate{"custom_field.wants_date", "A day is expected: 2026-02-13.",
                            "此处应为日期，例如 2026-02-13。"};
constexpr Phrase kWantsChoice{"custom_field.wants_choice", "One of these is expected: {choices}.",
                              "应为以下之一：{choices}。"};
constexpr Phrase kWantsUser{"custom_field.wants_user", "The id of a user is expected.",
                            "此处应为用户编号。"};
constexpr Phrase kWantsLink{"custom_field.wants_link",
                            "A link begins with https://, http:// or mailto:.",
                            "链接须以 https://、http:// 或 mailto: 开头。"};
constexpr Phrase kWantsYesNo{"custom_field.wants_yes_no", "true or false is expected.",
                             "此处应为 true 或 false。"};
constexpr Phrase kOddKey{
    "custom_field.odd_key",
    "A key begins with a small letter and has small letters, digits and _ only, at most 40.",
    "键须以小写字母开头，只含小写字母、数字和下划线，最多 40 个字符。"};
constexpr Phrase kReserved{"custom_field.reserved", "“{key}” has a meaning of its own already.",
                           "“{key}”已有固定含义。"};
constexpr Phrase kFormulaNotWanted{"custom_field.formula_not_wanted",
                                   "Only a field of the kind formula has a formula.",
                                   "只有公式字段才有公式。"};
constexpr Phrase kUnnamed{"custom_field.unnamed", "Give it a name.", "请填写名称。"};
constexpr Phrase kNoChoices{"custom_field.no_choices", "Give at least one choice.",
                            "请至少填写一个选项。"};
constexpr Phrase kChoicesNotWanted{"custom_field.choices_not_wanted",
                                   "A field of this kind has no choices.", "此类字段没有选项。"};
constexpr Phrase kKeyTwice{"custom_field.key_twice", "The key “{key}” is used twice.",
                           "键“{key}”重复。"};

constexpr std::size_t kTextMax = 2000;
constexpr std::size_t kLinkMax = 2000;
constexpr std::size_t kLabelMax = 100;
constexpr std::size_t kHelpMax = 1000;

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t from = text.find_first_not_of(kSpace);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 40 && key.front() >= 'a' && key.front() <= 'z' &&
         std::all_of(key.begin(), key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

// What deals have anyway, and the words of formulas.
bool is_reserved(std::string_view key) {
  constexpr std::array kReservedKeys{
      "name",       "amount",     "currency", "probability", "expected_close",
      "source",     "competitor", "pains",    "owner",       "account",
      "stage",      "pipeline",   "status",   "created",     "closed",
      "created_at", "id",         "and",      "or",          "not",
      "true",       "false",      "nothing"};
  return std::find(kReservedKeys.begin(), kReservedKeys.end(), key) != kReservedKeys.end();
}

bool is_link(std::string_view link) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:"})
    if (link.size() > scheme.size() && link.starts_with(scheme))
      return std::none_of(link.begin(), link.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>';
      });
  return false;
}

Message wants_choice(const CustomField& field) {
  std::string keys;
  for (const FieldChoice& choice : field.choices)
    if (!choice.archived) keys.append(keys.empty() ? "" : ", ").append(choice.key);
  return {kWantsChoice, {{"choices", keys}}};
}

Result<FieldValue> fit_text(const std::string& text, std::size_t max, const std::string& path) {
  std::string kept(trimmed(text));
  if (kept.empty()) return field_error(path, kWantsText);
  if (characters_in(kept) > max)
    return field_error(path, {kTooLong, {{"count", std::to_string(max)}}});
  return FieldValue{std::move(kept)};
}

Result<FieldValue> fit_choices(const CustomField& field, const std::vector<std::string>& said,
                               const std::string& path) {
  std::vector<std::string> kept;
  for (const FieldChoice& choice : field.choices)
    if (std::find(said.begin(), said.end(), choice.key) != said.end()) kept.push_back(choice.key);
  for (const std::string& key : said)
    if (!field.find_choice(key)) return field_error(path, wants_choice(field));
  if (kept.empty()) return field_error(path, wants_choice(field));
  return FieldValue{std::move(kept)};
}

Result<FieldValue> fit_words(const CustomField& field, const std::string& text,
                             const std::string& path) {
  switch (field.kind) {
    case FieldKind::date:
      if (!date_from_iso(text)) return field_error(path, kWantsDate);
      return FieldValue{text};
    case FieldKind::choice:
      if (!field.find_choice(text)) return field_error(path, wants_choice(field));
      return FieldValue{text};
    case FieldKind::link: {
      FieldValue link = TRY(fit_text(text, kLinkMax, path));
      if (!is_link(std::get<std::string>(link.is))) return field_error(path, kWantsLink);
      return link;
    }
    default:
      return fit_text(text, kTextMax, path);
  }
}

const Phrase& wanted_by(FieldKind kind) {
  switch (kind) {
    case FieldKind::number:
      return kWantsNumber;
    case FieldKind::money:
      return kWantsMoney;
    case FieldKind::date:
      return kWantsDate;
    case FieldKind::user:
      return kWantsUser;
    case FieldKind::link:
      return kWantsLink;
    case FieldKind::yes_no:
      return kWantsYesNo;
    default:
      return kWantsText;
  }
}

void check_name(const Localized& name, const std::string& path, std::vector<FieldError>& faults) {
  if (trimmed(name.in(Lang::en)).empty()) faults.push_back({path, kUnnamed});
  for (const std::string* each : {&name.en, &name.zh})
    if (characters_in(*each) > kLabelMax)
      faults.push_back({path, {kTooLong, {{"count", std::to_string(kLabelMax)}}}});
}

void check_choices(const CustomField& field, std::vector<FieldError>& faults) {
  const bool wanted = field.kind == FieldKind::choice || field.kind == FieldKind::choices;
  if (!wanted && !field.choices.empty()) faults.push_back({"choices", kChoicesNotWanted});
  if (wanted && field.choices.empty()) faults.push_back({"choices", kNoChoices});
  std::set<std::string> keys;
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    const FieldChoice& choice = field.choices[i];
    const std::string path = "choices[" + std::to_string(i) + "]";
    if (!is_key(choice.key)) faults.push_back({path + ".key", kOddKey});
    if (!keys.insert(choice.key).second)
      faults.push_back({path + ".key", {kKeyTwice, {{"key", choice.key}}}});
    check_name(choice.label, path + ".label", faults);
  }
}

// The strictest of the rules that `applies`.
template <class Applies>
FieldAccess strictest(const CustomField& field, const Viewer& viewer, Applies applies) {
  const bool sees_all = viewer.role == Role::owner || viewer.by == Viewer::By::system;
  FieldAccess access = FieldAccess::editable;
  for (const FieldRule& rule : field.rules) {
    if (rule.role && *rule.role != viewer.role) continue;
    if (sees_all && rule.access > FieldAccess::required) continue;
    if (applies(rule)) access = std::max(access, rule.access);
  }
  return access;
}

}  // namespace

const FieldChoice* CustomField::find_choice(std::string_view choice) const {
  const auto at = std::find_if(choices.begin(), choices.end(),
                               [&](const FieldChoice& each) { return each.key == choice; });
  return at == choices.end() ? nullptr : &*at;
}

const CustomField* CustomFields::find(FieldRecord record, std::string_view key) const {
  const auto at = std::find_if(all_.begin(), all_.end(), [&](const CustomField& field) {
    return field.record == record && field.key == key;
  });
  return at == all_.end() ? nullptr : &*at;
}

Localized CustomFields::label(FieldRecord record, std::string_view key) const {
  if (const CustomField* field = find(record, key)) return field->label;
  return {std::string(key), std::string(key)};
}

FieldAccess access_of(const CustomField& field, const Viewer& viewer, PipelineId pipeline) {
  return strictest(field, viewer, [&](const FieldRule& rule) {
    return !rule.pipeline_id || *rule.pipeline_id == pipeline;
  });
}

bool is_hidden_everywhere(const CustomField& field, const Viewer& viewer) {
  return access_of(field, viewer, PipelineId()) == FieldAccess::hidden;
}

bool is_hidden_somewhere(const CustomField& field, const Viewer& viewer) {
  return strictest(field, viewer, [](const FieldRule&) { return true; }) == FieldAccess::hidden;
}

Result<FieldValue> fit_value(const CustomField& field, FieldValue value, const std::string& path) {
  const bool is_words = field.kind == FieldKind::text || field.kind == FieldKind::date ||
                        field.kind == FieldKind::choice || field.kind == FieldKind::link;
  if (const auto* text = std::get_if<std::string>(&value.is); text && is_words)
    return fit_words(field, *text, path);
  if (field.kind == FieldKind::choice || field.kind == FieldKind::choices) {
    const auto* keys = std::get_if<std::vector<std::string>>(&value.is);
    if (!keys || field.kind == FieldKind::choice) return field_error(path, wants_choice(field));
    return fit_choices(field, *keys, path);
  }
  if (const auto* number = std::get_if<Decimal>(&value.is)) {
    if (field.kind == FieldKind::number) return value;
    if (field.kind == FieldKind::user && number->is_whole() && number->whole() > 0) return value;
  }
  if (const auto* money = std::get_if<Money>(&value.is);
      money && field.kind == FieldKind::money && !money->currency.code().empty())
    return value;
  if (std::holds_alternative<bool>(value.is) && field.kind == FieldKind::yes_no) return value;
  return field_error(path, wanted_by(field.kind));
}

Result<void> check_definition(const CustomField& field) {
  static constexpr Phrase kInvalid{"custom_field.invalid", "This field cannot be saved as it is.",
                                   "此字段无法保存。"};
  std::vector<FieldError> faults;
  if (!is_key(field.key)) faults.push_back({"key", kOddKey});
  if (is_reserved(field.key)) faults.push_back({"key", {kReserved, {{"key", field.key}}}});
  if (field.kind != FieldKind::formula && !field.formula.empty())
    faults.push_back({"formula", kFormulaNotWanted});
  check_name(field.label, "label", faults);
  for (const std::string* each : {&field.help.en, &field.help.zh})
    if (characters_in(*each) > kHelpMax)
      faults.push_back({"help", {kTooLong, {{"count", std::to_string(kHelpMax)}}}});
  check_choices(field, faults);
  if (faults.empty()) return {};
  return Error(Error::Code::invalid, kInvalid, std::move(faults));
}

}  // namespace stagecoach::sales
