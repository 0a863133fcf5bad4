#include "exchange/values/date_tokens.h"

#include <algorithm>
#include <string>

namespace stagecoach::exchange {
namespace {

struct Rewrite {
  std::string_view from, to;
};

// Longer phrases first. "号" ends a day as "日" does; the clock's marks become colons.
constexpr std::array<Rewrite, 37> kRewrites = {{
    {"星期一", " "},   {"星期二", " "},       {"星期三", " "},  {"星期四", " "},  {"星期五", " "},
    {"星期六", " "},   {"星期日", " "},       {"星期天", " "},  {"周一", " "},    {"周二", " "},
    {"周三", " "},     {"周四", " "},         {"周五", " "},    {"周六", " "},    {"周日", " "},
    {"上午", " am "},  {"凌晨", " am "},      {"早上", " am "}, {"下午", " pm "}, {"晚上", " pm "},
    {"中午", " pm "},  {"年", "-"},           {"月", "-"},      {"日", " "},      {"号", " "},
    {"时", ":"},       {"時", ":"},           {"点", ":"},      {"分", ":"},      {"秒", " "},
    {"：", ":"},       {"／", "/"},           {"－", "-"},      {"，", ","},      {"　", " "},
    {"\xC2\xA0", " "}, {"\xE2\x80\xAF", " "},
}};

struct Named {
  std::string_view name;
  DateWord word;
  int value;
};

// Lower case; month names of other languages as far as they differ from the English ones.
constexpr Named kWords[] = {
    {"jan", DateWord::month, 1},
    {"january", DateWord::month, 1},
    {"januar", DateWord::month, 1},
    {"janvier", DateWord::month, 1},
    {"janv", DateWord::month, 1},
    {"enero", DateWord::month, 1},
    {"ene", DateWord::month, 1},
    {"janeiro", DateWord::month, 1},
    {"feb", DateWord::month, 2},
    {"february", DateWord::month, 2},
    {"februar", DateWord::month, 2},
    {"février", DateWord::month, 2},
    {"févr", DateWord::month, 2},
    {"fév", DateWord::month, 2},
    {"febrero", DateWord::month, 2},
    {"fev", DateWord::month, 2},
    {"fevereiro", DateWord::month, 2},
    {"mar", DateWord::month, 3},
    {"march", DateWord::month, 3},
    {"märz", DateWord::month, 3},
    {"mär", DateWord::month, 3},
    {"mrz", DateWord::month, 3},
    {"mars", DateWord::month, 3},
    {"marzo", DateWord::month, 3},
    {"março", DateWord::month, 3},
    {"marco", DateWord::month, 3},
    {"apr", DateWord::month, 4},
    {"april", DateWord::month, 4},
    {"avril", DateWord::month, 4},
    {"avr", DateWord::month, 4},
    {"abril", DateWord::month, 4},
    {"abr", DateWord::month, 4},
    {"may", DateWord::month, 5},
    {"mai", DateWord::month, 5},
    {"mayo", DateWord::month, 5},
    {"maio", DateWord::month, 5},
    {"jun", DateWord::month, 6},
    {"june", DateWord::month, 6},
    {"juni", DateWord::month, 6},
    {"juin", DateWord::month, 6},
    {"junio", DateWord::month, 6},
    {"junho", DateWord::month, 6},
    {"jul", DateWord::month, 7},
    {"july", DateWord::month, 7},
    {"juli", DateWord::month, 7},
    {"juillet", DateWord::month, 7},
    {"juil", DateWord::month, 7},
    {"julio", DateWord::month, 7},
    {"julho", DateWord::month, 7},
    {"aug", DateWord::month, 8},
    {"august", DateWord::month, 8},
    {"août", DateWord::month, 8},
    {"aout", DateWord::month, 8},
    {"agosto", DateWord::month, 8},
    {"ago", DateWord::month, 8},
    {"sep", DateWord::month, 9},
    {"sept", DateWord::month, 9},
    {"september", DateWord::month, 9},
    {"septembre", DateWord::month, 9},
    {"septiembre", DateWord::month, 9},
    {"setembro", DateWord::month, 9},
    {"set", DateWord::month, 9},
    {"oct", DateWord::month, 10},
    {"october", DateWord::month, 10},
    {"okt", DateWord::month, 10},
    {"oktober", DateWord::month, 10},
    {"octobre", DateWord::month, 10},
    {"octubre", DateWord::month, 10},
    {"outubro", DateWord::month, 10},
    {"out", DateWord::month, 10},
    {"nov", DateWord::month, 11},
    {"november", DateWord::month, 11},
    {"novembre", DateWord::month, 11},
    {"noviembre", DateWord::month, 11},
    {"novembro", DateWord::month, 11},
    {"dec", DateWord::month, 12},
    {"december", DateWord::month, 12},
    {"dez", DateWord::month, 12},
    {"dezember", DateWord::month, 12},
    {"décembre", DateWord::month, 12},
    {"déc", DateWord::month, 12},
    {"diciembre", DateWord::month, 12},
    {"dic", DateWord::month, 12},
    {"dezembro", DateWord::month, 12},
    {"mon", DateWord::weekday, 0},
    {"monday", DateWord::weekday, 0},
    {"tue", DateWord::weekday, 0},
    {"tues", DateWord::weekday, 0},
    {"tuesday", DateWord::weekday, 0},
    {"wed", DateWord::weekday, 0},
    {"wednesday", DateWord::weekday, 0},
    {"thu", DateWord::weekday, 0},
    {"thur", DateWord::weekday, 0},
    {"thurs", DateWord::weekday, 0},
    {"thursday", DateWord::weekday, 0},
    {"fri", DateWord::weekday, 0},
    {"friday", DateWord::weekday, 0},
    {"sat", DateWord::weekday, 0},
    {"saturday", DateWord::weekday, 0},
    {"sun", DateWord::weekday, 0},
    {"sunday", DateWord::weekday, 0},
    {"st", DateWord::ordinal, 0},
    {"nd", DateWord::ordinal, 0},
    {"rd", DateWord::ordinal, 0},
    {"th", DateWord::ordinal, 0},
    {"de", DateWord::of, 0},
    {"of", DateWord::of, 0},
    {"t", DateWord::joint, 0},
    {"at", DateWord::joint, 0},
    {"am", DateWord::before_noon, 0},
    {"a", DateWord::before_noon, 0},
    {"pm", DateWord::after_noon, 0},
    {"p", DateWord::after_noon, 0},
    {"z", DateWord::zone, 0},
    {"utc", DateWord::zone, 0},
    {"gmt", DateWord::zone, 0},
    {"est", DateWord::zone, -300},
    {"edt", DateWord::zone, -240},
    {"cdt", DateWord::zone, -300},
    {"mst", DateWord::zone, -420},
    {"mdt", DateWord::zone, -360},
    {"pst", DateWord::zone, -480},
    {"pdt", DateWord::zone, -420},
    {"cet", DateWord::zone, 60},
    {"cest", DateWord::zone, 120},
    {"eet", DateWord::zone, 120},
    {"eest", DateWord::zone, 180},
    {"wet", DateWord::zone, 0},
    {"west", DateWord::zone, 60},
    {"jst", DateWord::zone, 540},
    {"hkt", DateWord::zone, 480},
    {"cst", DateWord::unknown_zone, 0},
    {"ist", DateWord::unknown_zone, 0},
    {"bst", DateWord::unknown_zone, 0},
};

std::string westernise(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  size_t i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out.push_back(text[i++]);
      continue;
    }
    // Full-width digits: U+FF10..U+FF19.
    if (i + 2 < text.size() && byte == 0xEF && text[i + 1] == '\xBC' &&
        static_cast<unsigned char>(text[i + 2]) >= 0x90 &&
        static_cast<unsigned char>(text[i + 2]) <= 0x99) {
      out.push_back(static_cast<char>('0' + static_cast<unsigned char>(text[i + 2]) - 0x90));
      i += 3;
      continue;
    }
    const auto rewrite = std::find_if(kRewrites.begin(), kRewrites.end(), [&](const Rewrite& r) {
      return text.substr(i).starts_with(r.from);
    });
    if (rewrite == kRewrites.end()) {
      out.push_back(text[i++]);
    } else {
      out.append(rewrite->to);
      i += rewrite->from.size();
    }
  }
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// ASCII and the accented capitals of the month names.
std::string lower_word(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= 'A' && c <= 'Z')
      out.push_back(static_cast<char>(c + 32));
    else if (i > 0 && word[i - 1] == '\xC3' && static_cast<unsigned char>(c) >= 0x80 &&
             static_cast<unsigned char>(c) <= 0x9E)
      out.push_back(static_cast<char>(static_cast<unsigned char>(c) + 0x20));
    else
      out.push_back(c);
  }
  return out;
}

const Named* find_word(const std::string& lower) {
  for (const Named& named : kWords)
    if (named.name == lower) return &named;
  return nullptr;
}

// "a.m." and "p.m." are one word each.
void join_noon_marks(std::string& text) {
  for (const std::string_view mark : {"a.m.", "p.m.", "A.M.", "P.M.", "a. m.", "p. m."}) {
    const size_t at = text.find(mark);
    if (at != text.npos) text.replace(at, mark.size(), {mark[0], 'm'});
  }
}

}  // namespace

const DateToken DateTokens::kEnd{};

bool DateTokens::push(const DateToken& token) {
  if (size_ == kMax) return false;
  tokens_[size_++] = token;
  return true;
}

std::optional<DateTokens> tokenize_date(std::string_view written) {
  std::string text = westernise(written);
  join_noon_marks(text);
  if (const size_t comment = text.find('(');
      comment != text.npos && comment > 0 && text.back() == ')')
    text.erase(comment);
  DateTokens tokens;
  size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    DateToken token;
    if (c == ' ' || c == '\t') {
      ++i;
      continue;
    }
    if (is_digit(c)) {
      token.kind = DateToken::Kind::number;
      while (i < text.size() && is_digit(text[i])) {
        if (++token.digits > 15) return std::nullopt;
        token.value = token.value * 10 + (text[i++] - '0');
      }
    } else if (is_letter(c)) {
      const size_t begin = i;
      while (i < text.size() && is_letter(text[i])) ++i;
      const Named* named = find_word(lower_word(std::string_view(text).substr(begin, i - begin)));
      if (!named) return std::nullopt;
      token.kind = DateToken::Kind::word;
      token.word = named->word;
      token.value = named->value;
    } else if (std::string_view("-/.,:+").find(c) != std::string_view::npos) {
      token.kind = DateToken::Kind::sign;
      token.value = c;
      ++i;
    } else {
      return std::nullopt;
    }
    if (!tokens.push(token)) return std::nullopt;
  }
  return tokens;
}

}  // namespace stagecoach::exchange
