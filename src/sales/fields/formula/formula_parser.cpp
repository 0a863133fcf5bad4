#include <algorithm>

#include "sales/fields/formula/formula_words.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kTooLong{"formula.too_long", "A formula has at most {count} bytes.",
                          "公式最多 {count} 字节。"};
constexpr Phrase kTooDeep{"formula.too_deep", "At character {at}: this is nested too deeply.",
                          "第 {at} 个字符处：嵌套过深。"};
constexpr Phrase kTooMany{"formula.too_many", "At character {at}: this formula has too many parts.",
                          "第 {at} 个字符处：公式的组成部分过多。"};
constexpr Phrase kWantsValue{
    "formula.wants_value",
    "At character {at}: a number, a text in quotes, a field or a function is expected.",
    "第 {at} 个字符处：此处应为数字、带引号的文本、字段或函数。"};
constexpr Phrase kWantsSign{"formula.wants_sign", "At character {at}: “{sign}” is expected.",
                            "第 {at} 个字符处：此处应为“{sign}”。"};
constexpr Phrase kWantsEnd{"formula.wants_end",
                           "At character {at}: an operator or the end is expected.",
                           "第 {at} 个字符处：此处应为运算符或公式结尾。"};
constexpr Phrase kOddNumber{"formula.odd_number",
                            "At character {at}: this number is too large or too precise.",
                            "第 {at} 个字符处：该数字过大或小数位过多。"};
constexpr Phrase kOpenText{"formula.open_text", "At character {at}: this text is not closed.",
                           "第 {at} 个字符处：该文本缺少右引号。"};
constexpr Phrase kNoSuchName{"formula.no_such_name",
                             "At character {at}: there is no field or function “{name}”.",
                             "第 {at} 个字符处：没有字段或函数“{name}”。"};
constexpr Phrase kArguments{"formula.arguments",
                            "At character {at}: “{name}” takes {least} to {most} values.",
                            "第 {at} 个字符处：“{name}”需要 {least} 到 {most} 个值。"};
constexpr Phrase kTypes{"formula.types",
                        "At character {at}: “{what}” does not go with values of these types.",
                        "第 {at} 个字符处：“{what}”不能用于这些类型的值。"};
constexpr Phrase kNothingAlone{"formula.nothing_alone", "This formula never has a value.",
                               "该公式永远没有值。"};

using Arguments = std::vector<std::pair<std::string, std::string>>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_name_part(char c) {
  return is_name_start(c) || is_digit(c) || c == '_';
}

class Parser {
 public:
  Parser(std::string_view text, const FormulaScope& scope) : text_(text), scope_(scope) {}

  Result<FormulaNode> whole() {
    if (text_.size() > kFormulaBytesMax)
      return fail(0, kTooLong, {{"count", std::to_string(kFormulaBytesMax)}});
    FormulaNode node = TRY(operation(kOr));
    skip_space();
    if (at_ < text_.size()) return fail(at_, kWantsEnd);
    if (node.type == FormulaType::nothing) return fail(0, kNothingAlone);
    return node;
  }

 private:
  // Characters are counted, not bytes, so that people find the place.
  Error fail(std::size_t at, const Phrase& why, Arguments arguments = {}) const {
    const std::string_view before = text_.substr(0, at);
    const auto characters = std::count_if(before.begin(), before.end(), [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    });
    arguments.emplace_back("at", std::to_string(characters + 1));
    return Error(Error::Code::invalid, Message(why, std::move(arguments)));
  }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
      ++at_;
  }

  // Whether `word` stands next; takes it. A word of letters ends where no letter follows.
  bool take(std::string_view word) {
    skip_space();
    if (!text_.substr(at_).starts_with(word)) return false;
    const std::size_t end = at_ + word.size();
    if (is_name_start(word.front()) && end < text_.size() && is_name_part(text_[end])) return false;
    at_ = end;
    return true;
  }

  const FormulaOperator* take_operator(int binding) {
    for (const FormulaOperator& each : kFormulaOperators)
      if (each.binding == binding && take(each.word)) return &each;
    return nullptr;
  }

  // A whole of `parts`, typed; `what` and `at` are for the refusal.
  Result<FormulaNode> made_of(FormulaOp op, std::vector<FormulaNode> parts, std::string_view what,
                              std::size_t at) {
    if (++nodes_ > kFormulaNodesMax) return fail(at, kTooMany);
    std::vector<FormulaType> types;
    for (const FormulaNode& part : parts) types.push_back(part.type);
    const auto type = type_of_whole(op, types);
    if (!type) return fail(at, kTypes, {{"what", std::string(what)}});
    FormulaNode node;
    node.op = op;
    node.type = *type;
    node.parts = std::move(parts);
    return node;
  }

  // Operators of `binding` and of those that bind more tightly.
  Result<FormulaNode> operation(int binding) {
    if (binding == kNot) return negation();
    if (binding == kMinus) return negative();
    FormulaNode left = TRY(operation(binding + 1));
    for (;;) {
      skip_space();
      const std::size_t at = at_;
      const FormulaOperator* found = take_operator(binding);
      if (!found) return left;
      std::vector<FormulaNode> parts;
      parts.push_back(std::move(left));
      parts.push_back(TRY(operation(binding + 1)));
      left = TRY(made_of(found->op, std::move(parts), found->word, at));
      if (binding == kCompare) return left;  // a < b < c is no comparison of three
    }
  }

  Result<FormulaNode> before(FormulaOp op, std::string_view word, std::size_t at, int binding) {
    if (++depth_ > kFormulaDepthMax) return fail(at, kTooDeep);
    std::vector<FormulaNode> parts;
    parts.push_back(TRY(operation(binding)));
    --depth_;
    return made_of(op, std::move(parts), word, at);
  }

  Result<FormulaNode> negation() {
    skip_space();
    const std::size_t at = at_;
    return take("not") ? before(FormulaOp::negate, "not", at, kNot) : operation(kCompare);
  }

  Result<FormulaNode> negative() {
    skip_space();
    const std::size_t at = at_;
    return take("-") ? before(FormulaOp::minus, "-", at, kMinus) : atom();
  }

  Result<FormulaNode> atom() {
    skip_space();
    if (++depth_ > kFormulaDepthMax) return fail(at_, kTooDeep);
    if (++nodes_ > kFormulaNodesMax) return fail(at_, kTooMany);
    FormulaNode node = TRY(some_atom());
    --depth_;
    return node;
  }

  Result<FormulaNode> some_atom() {
    if (at_ == text_.size()) return fail(at_, kWantsValue);
    if (is_digit(text_[at_])) return number();
    if (text_[at_] == '"') return quoted();
    if (is_name_start(text_[at_])) return named();
    if (!take("(")) return fail(at_, kWantsValue);
    FormulaNode inside = TRY(operation(kOr));
    if (!take(")")) return fail(at_, kWantsSign, {{"sign", ")"}});
    return inside;
  }

  static FormulaNode literal(FormulaValue value) {
    FormulaNode node;
    node.type = type_of(value);
    node.value = std::move(value);
    return node;
  }

  Result<FormulaNode> number() {
    const std::size_t from = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    const auto decimal = Decimal::parse(text_.substr(from, at_ - from));
    if (!decimal) return fail(from, kOddNumber);
    return literal(*decimal);
  }

  // "" within a text stands for one quote.
  Result<FormulaNode> quoted() {
    const std::size_t from = at_++;
    std::string text;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && !text_.substr(at_ + 1).starts_with('"')) {
        ++at_;
        return literal(std::move(text));
      }
      if (text_[at_] == '"') ++at_;
      text += text_[at_];
    }
    return fail(from, kOpenText);
  }

  Result<FormulaNode> named() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_name_part(text_[at_])) ++at_;
    const std::string_view name = text_.substr(from, at_ - from);
    if (name == "true" || name == "false") return literal(name == "true");
    if (name == "nothing") return literal(std::monostate());
    for (const FormulaFunction& function : kFormulaFunctions)
      if (function.word == name && take("(")) return call(function, from);
    const auto type = scope_(name);
    if (!type) return fail(from, kNoSuchName, {{"name", std::string(name)}});
    FormulaNode node;
    node.op = FormulaOp::field;
    node.type = *type;
    node.name = name;
    return node;
  }

  Result<FormulaNode> call(const FormulaFunction& function, std::size_t from) {
    std::vector<FormulaNode> parts;
    if (!take(")")) {
      do {
        parts.push_back(TRY(operation(kOr)));
      } while (take(","));
      if (!take(")")) return fail(at_, kWantsSign, {{"sign", ")"}});
    }
    if (parts.size() < function.least || parts.size() > function.most)
      return fail(from, kArguments,
                  {{"name", std::string(function.word)},
                   {"least", std::to_string(function.least)},
                   {"most", std::to_string(function.most)}});
    return made_of(function.op, std::move(parts), function.word, from);
  }

  std::string_view text_;
  const FormulaScope& scope_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace

Result<FormulaNode> parse_formula(std::string_view text, const FormulaScope& scope) {
  return Parser(text, scope).whole();
}

}  // namespace stagecoach::sales
