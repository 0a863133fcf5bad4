#include "sales/lists/filter.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/base/enum_names.h"
#include "platform/base/text_fold.h"
#include "platform/db/search.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoPart{
    "filter.no_part",
    "Here belongs a group (“all” or “any” with at least one part) or a "
    "condition (“field”, “is” and, mostly, “values”), not both.",
    "此处应为一个条件组（含至少一项的 “all” 或 “any”）或一个条件（“field”、“is”，"
    "通常还有 “values”），不能两者兼有。"};
constexpr Phrase kTooDeep{"filter.too_deep", "Groups stand at most {most} deep; move this one out.",
                          "条件组最多嵌套 {most} 层，请把这一组移到外层。"};
constexpr Phrase kTooMany{"filter.too_many",
                          "A filter has at most {most} conditions; “any_of” takes several values.",
                          "筛选最多包含 {most} 个条件；“any_of” 可以带多个值。"};
constexpr Phrase kNoField{"filter.no_field",
                          "“{name}” cannot be asked for here. There are: {known}.",
                          "此列表不能按 “{name}” 筛选，可用的字段：{known}。"};
constexpr Phrase kNoTest{"filter.no_test", "“{field}” cannot be “{test}”. It can be: {known}.",
                         "“{field}” 不支持 “{test}”，可用的条件：{known}。"};
constexpr Phrase kValueCount{"filter.value_count", "“{test}” takes {wanted}, not {count}.",
                             "“{test}” 需要的值的个数为 {wanted}，而不是 {count}。"};
constexpr Phrase kNotChoice{"filter.not_choice",
                            "“{field}” cannot be “{value}”. It can be: {known}.",
                            "“{field}” 不能是 “{value}”，可选值：{known}。"};
constexpr Phrase kNotId{"filter.not_id", "“{field}” is compared with IDs, and “{value}” is none.",
                        "“{field}” 需要用编号比较，“{value}” 不是编号。"};
constexpr Phrase kNotUser{
    "filter.not_user", "“{field}” is compared with IDs of users or “me”, and “{value}” is neither.",
    "“{field}” 需要用户编号或 “me”，“{value}” 两者都不是。"};
constexpr Phrase kNotNumber{"filter.not_number",
                            "“{field}” is compared with whole numbers, and “{value}” is none.",
                            "“{field}” 需要用整数比较，“{value}” 不是整数。"};
constexpr Phrase kNotDate{"filter.not_date",
                          "“{field}” is compared with dates such as 2026-03-31, not “{value}”.",
                          "“{field}” 需要形如 2026-03-31 的日期，而不是 “{value}”。"};
constexpr Phrase kNotDays{"filter.not_days",
                          "This is a number of days, 0 to {most}, not “{value}”.",
                          "此处应为 0 到 {most} 之间的天数，而不是 “{value}”。"};
constexpr Phrase kNotWord{"filter.not_word",
                          "A text to look for has at least one character and at most {most} bytes.",
                          "要查找的文本至少 1 个字符，最多 {most} 字节。"};
constexpr Phrase kValueIsText{"filter.value_is_text", "A value is a text or a whole number.",
                              "值应为文本或整数。"};

constexpr std::int64_t kValueBytesMax = 200;
constexpr std::int64_t kDaysMax = 3660;
constexpr std::int64_t kDayMillis = 86'400'000;

Error refusal(const std::string& path, Message message) {
  return Error(Error::Code::invalid, message, {{path, message}});
}

std::span<const FilterTest> tests_of(FilterKind kind) {
  using enum FilterTest;
  static constexpr std::array kOfName{any_of, none_of, empty, not_empty};
  static constexpr std::array kOfNumber{any_of, none_of, at_least, at_most, empty, not_empty};
  static constexpr std::array kOfTime{at_least,     at_most, in_last_days,
                                      in_next_days, empty,   not_empty};
  static constexpr std::array kOfSearch{contains};
  switch (kind) {
    case FilterKind::number:
      return kOfNumber;
    case FilterKind::date:
    case FilterKind::instant:
      return kOfTime;
    case FilterKind::search:
      return kOfSearch;
    default:
      return kOfName;
  }
}

template <class Range, class Name>
std::string listed(const Range& range, Name name) {
  std::string names;
  for (const auto& item : range) names.append(names.empty() ? "" : ", ").append(name(item));
  return names;
}

std::optional<std::int64_t> number_from(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

const Phrase& not_a_value(const FilterField& field) {
  if (!field.choices.empty()) return kNotChoice;
  switch (field.kind) {
    case FilterKind::id:
      return kNotId;
    case FilterKind::user:
      return kNotUser;
    case FilterKind::number:
      return kNotNumber;
    case FilterKind::date:
    case FilterKind::instant:
      return kNotDate;
    default:
      return kNotWord;
  }
}

bool is_of_days(FilterTest test) {
  return test == FilterTest::in_last_days || test == FilterTest::in_next_days;
}
bool asks_for_nothing(FilterTest test) {
  return test == FilterTest::empty || test == FilterTest::not_empty;
}
bool takes_many(FilterTest test) {
  return test == FilterTest::any_of || test == FilterTest::none_of;
}

// Adds one filter to a text, part by part.
class FilterWriter {
 public:
  FilterWriter(db::SqlText& to, const FilterFields& fields, const FilterReading& reading)
      : to_(to), fields_(fields), reading_(reading) {}

  Result<void> add(const FilterPart& part, const std::string& path, int depth) {
    const bool is_group = !part.all.empty() || !part.any.empty();
    if (is_group == part.field.has_value() || (is_group && (part.is || !part.values.empty())) ||
        (!part.all.empty() && !part.any.empty()))
      return refusal(path, kNoPart);
    if (!is_group) return add_condition(part, path);
    if (depth >= kFilterDepthMax)
      return refusal(path, {kTooDeep, {{"most", std::to_string(kFilterDepthMax)}}});
    const bool all = !part.all.empty();
    const std::vector<FilterPart>& parts = all ? part.all : part.any;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      to_.add(i == 0 ? "(" : all ? " AND " : " OR ");
      TRY(add(parts[i], path + (all ? ".all[" : ".any[") + std::to_string(i) + "]", depth + 1));
    }
    to_.add(")");
    return {};
  }

 private:
  Result<void> add_condition(const FilterPart& part, const std::string& path) {
    if (++conditions_ > kFilterConditionsMax)
      return refusal(path, {kTooMany, {{"most", std::to_string(kFilterConditionsMax)}}});
    if (!part.is) return refusal(path, kNoPart);
    const auto field = std::find_if(fields_.begin(), fields_.end(), [&](const FilterField& known) {
      return known.name == *part.field;
    });
    if (field == fields_.end())
      return refusal(path + ".field",
                     {kNoField,
                      {{"name", *part.field},
                       {"known", listed(fields_, [](const auto& known) { return known.name; })}}});
    const auto tests = tests_of(field->kind);
    if (std::find(tests.begin(), tests.end(), *part.is) == tests.end() ||
        (field->add_choice && asks_for_nothing(*part.is)))
      return refusal(path + ".is",
                     {kNoTest,
                      {{"field", field->name},
                       {"test", std::string(name_of(*part.is))},
                       {"known", listed(tests, [](FilterTest test) { return name_of(test); })}}});
    TRY(check_count(*part.is, part.values.size(), path + ".values"));
    if (field->kind == FilterKind::search)
      return add_search(*field, part.values.front().text, path);
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < part.values.size(); ++i)
      numbers.push_back(TRY(value_of(*field, *part.is, part.values[i].text,
                                     path + ".values[" + std::to_string(i) + "]")));
    add_test(*field, *part.is, part.values, numbers);
    return {};
  }

  static Result<void> check_count(FilterTest test, std::size_t count, const std::string& path) {
    const bool fits = asks_for_nothing(test) ? count == 0
                      : takes_many(test)     ? count >= 1
                                             : count == 1;
    if (fits) return {};
    return refusal(path, {kValueCount,
                          {{"test", std::string(name_of(test))},
                           {"wanted", asks_for_nothing(test) ? "0"
                                      : takes_many(test) ? "1…" + std::to_string(kFilterValuesMax)
                                                         : "1"},
                           {"count", std::to_string(count)}}});
  }

  // The number a value stands for; of a word, 0.
  Result<std::int64_t> value_of(const FilterField& field, FilterTest test, const std::string& text,
                                const std::string& path) const {
    std::optional<std::int64_t> number;
    if (is_of_days(test)) {
      number = number_from(text);
      if (number && (*number < 0 || *number > kDaysMax)) number.reset();
    } else if (!field.choices.empty()) {
      for (const EnumName& choice : field.choices)
        if (choice.name == text) number = choice.value;
    } else if (field.kind == FilterKind::user && text == "me") {
      number = reading_.viewer.user.value;
    } else if (field.kind == FilterKind::date || field.kind == FilterKind::instant) {
      if (const auto date = date_from_iso(text)) number = to_days(*date);
    } else if (field.kind == FilterKind::word) {
      if (!text.empty() && text.size() <= kValueBytesMax) number = 0;
    } else {
      number = number_from(text);
    }
    if (number) return *number;
    return refusal(
        path, {is_of_days(test) ? kNotDays : not_a_value(field),
               {{"value", text},
                {"field", field.name},
                {"known", listed(field.choices, [](const auto& choice) { return choice.name; })},
                {"most", std::to_string(is_of_days(test) ? kDaysMax : kValueBytesMax)}}});
  }

  Result<void> add_search(const FilterField& field, const std::string& text,
                          const std::string& path) {
    const std::string folded = fold(text);
    if (folded.empty() || text.size() > kValueBytesMax)
      return refusal(path + ".values[0]", {kNotWord, {{"most", std::to_string(kValueBytesMax)}}});
    const std::size_t dot = field.column.find('.');
    const std::string_view column = field.column;
    db::SearchClause clause =
        db::contains_text(reading_.engine, {column.substr(0, dot), column.substr(dot + 1)}, folded,
                          to_.next_parameter());
    to_.add("(").add_clause(clause.condition, std::move(clause.argument)).add(")");
    return {};
  }

  // The opposites are the tests themselves, found not to be true.
  void add_test(const FilterField& field, FilterTest test, const std::vector<FilterValue>& texts,
                const std::vector<std::int64_t>& numbers) {
    const bool opposite = test == FilterTest::none_of || test == FilterTest::empty;
    to_.add(opposite ? "((" : "(").add(field.before);
    if (asks_for_nothing(test))
      add_is_known(field);
    else if (!takes_many(test))
      add_range(field, test, numbers.front());
    else if (field.add_choice)
      add_choices(field, numbers);
    else
      add_any_of(field, texts, numbers);
    to_.add(field.after).add(opposite ? ") IS NOT TRUE)" : ")");
  }

  void add_is_known(const FilterField& field) {
    to_.add(field.column);
    if (field.nothing)
      to_.add(" <> ").bind(*field.nothing);
    else
      to_.add(field.kind == FilterKind::word ? " <> ''" : " IS NOT NULL");
  }

  void add_choices(const FilterField& field, const std::vector<std::int64_t>& numbers) {
    std::string_view joint = "(";
    for (const std::int64_t number : numbers) {
      field.add_choice(to_.add(joint), number);
      joint = " OR ";
    }
    to_.add(")");
  }

  void add_any_of(const FilterField& field, const std::vector<FilterValue>& texts,
                  const std::vector<std::int64_t>& numbers) {
    to_.add(field.column).add(" IN ");
    if (field.kind != FilterKind::word) {
      to_.bind_list(numbers);
      return;
    }
    std::string_view joint = "(";
    for (const FilterValue& value : texts) {
      to_.add(joint).bind_text(value.text);
      joint = ", ";
    }
    to_.add(")");
  }

  // Between the two ends where there are two; what is not known is never within.
  void add_range(const FilterField& field, FilterTest test, std::int64_t value) {
    std::optional<std::int64_t> from, to;  // both included
    const bool by_day = field.kind == FilterKind::instant;
    const std::int64_t now = by_day ? to_millis(reading_.now) : to_days(reading_.today);
    const std::int64_t span = is_of_days(test) && by_day ? value * kDayMillis : value;
    switch (test) {
      case FilterTest::at_least:
        from = by_day ? value * kDayMillis : value;
        break;
      case FilterTest::at_most:
        to = by_day ? (value + 1) * kDayMillis - 1 : value;
        break;
      case FilterTest::in_last_days:
        from = now - span, to = now;
        break;
      default:
        from = now, to = now + span;
        break;
    }
    std::string_view joint = "";
    const auto compare = [&](std::string_view how, std::int64_t with) {
      to_.add(joint).add(field.column).add(how).bind(with);
      joint = " AND ";
    };
    if (from) compare(" >= ", *from);
    if (to) compare(" <= ", *to);
    if (field.nothing) compare(" <> ", *field.nothing);
  }

  db::SqlText& to_;
  const FilterFields& fields_;
  const FilterReading& reading_;
  int conditions_ = 0;
};

}  // namespace

Result<FilterPart> read_filter(std::string_view text) {
  json::ReadLimits limits;
  limits.bytes_max = kFilterLengthMax;
  auto filter = json::read<FilterPart>(text, limits);
  if (filter) return filter;
  Error error = std::move(filter).error();
  error.code = Error::Code::invalid;
  for (FieldError& wrong : error.fields)
    wrong.field = wrong.field.empty() ? "where" : "where." + wrong.field;
  if (error.fields.empty()) error.fields.push_back({"where", error.message});
  return error;
}

Result<void> add_filter(db::SqlText& to, const FilterPart& filter, const FilterFields& fields,
                        const FilterReading& reading) {
  return FilterWriter(to, fields, reading).add(filter, "where", 0);
}

std::optional<std::int64_t> required_id(const FilterPart& filter, std::string_view field,
                                        const Viewer& viewer) {
  const auto id_of = [&](const FilterPart& part) -> std::optional<std::int64_t> {
    if (part.field != field || part.is != FilterTest::any_of || part.values.size() != 1)
      return std::nullopt;
    if (part.values.front().text == "me") return viewer.user.value;
    return number_from(part.values.front().text);
  };
  if (filter.field) return id_of(filter);
  for (const FilterPart& part : filter.all)
    if (const auto id = id_of(part)) return id;
  return std::nullopt;
}

}  // namespace stagecoach::sales

namespace stagecoach::json {

void Codec<sales::FilterValue>::read(Reader& reader, const Node& node, sales::FilterValue& out) {
  if (node.kind != Node::Kind::string && node.kind != Node::Kind::integer)
    return reader.fail(sales::kValueIsText);
  out.text = node.text;
}

}  // namespace stagecoach::json
