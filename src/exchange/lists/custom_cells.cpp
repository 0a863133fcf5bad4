#include "exchange/lists/custom_cells.h"

namespace stagecoach::exchange {
namespace {

using sales::CustomField;
using sales::FieldKind;

constexpr Phrase kYes{"export.yes", "yes", "是"};
constexpr Phrase kNo{"export.no", "no", "否"};

std::string choice_name(const CustomField& field, const std::string& key, Lang lang) {
  const sales::FieldChoice* choice = field.find_choice(key);
  return choice ? choice->label.in(lang) : key;
}

std::string user_name(const sales::Decimal& id, const std::map<UserId, std::string>& users) {
  const auto found = users.find(UserId(id.whole()));
  return found == users.end() ? id.text() : found->second;
}

}  // namespace

std::vector<CustomField> columns_for(const sales::CustomFields& fields,
                                     const sales::Viewer& viewer) {
  std::vector<CustomField> columns;
  for (const CustomField& field : fields.all())
    if (!is_hidden_everywhere(field, viewer)) columns.push_back(field);
  return columns;
}

std::vector<CustomField> named(const std::vector<CustomField>& columns,
                               const std::vector<std::string>& keys) {
  std::vector<CustomField> found;
  for (const std::string& key : keys)
    for (const CustomField& field : columns)
      if (field.key == key) found.push_back(field);
  return found;
}

std::string cell_of(const CustomField& field, const sales::FieldValues& values,
                    const std::map<UserId, std::string>& users, Lang lang) {
  const auto at = values.find(field.key);
  if (at == values.end()) return {};
  const auto& is = at->second.is;
  if (const auto* yes = std::get_if<bool>(&is)) return std::string((*yes ? kYes : kNo).in(lang));
  if (const auto* money = std::get_if<Money>(&is))
    return to_decimal(*money).append(" ").append(money->currency.code());
  if (const auto* number = std::get_if<sales::Decimal>(&is))
    return field.kind == FieldKind::user ? user_name(*number, users) : number->text();
  if (const auto* text = std::get_if<std::string>(&is))
    return field.kind == FieldKind::choice ? choice_name(field, *text, lang) : *text;
  std::string names;
  for (const std::string& key : std::get<std::vector<std::string>>(is))
    names.append(names.empty() ? "" : "; ").append(choice_name(field, key, lang));
  return names;
}

}  // namespace stagecoach::exchange
