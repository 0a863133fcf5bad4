#include "sales/accounts/match/match_keys.h"

#include <algorithm>
#include <array>
#include <vector>

#include "platform/base/text_fold.h"
#include "platform/base/utf8.h"

namespace stagecoach::sales {
namespace {

constexpr std::size_t kPhoneKeyDigits = 8, kPhoneDigitsMin = 7;

// The longer ones first: what is left of a name may end in another.
constexpr std::array<std::string_view, 16> kChineseForms{"股份有限公司", "股份有限責任公司",
                                                         "有限责任公司", "有限責任公司",
                                                         "股份公司",     "有限公司",
                                                         "集团公司",     "集團公司",
                                                         "总公司",       "總公司",
                                                         "分公司",       "集团",
                                                         "集團",         "公司",
                                                         "控股",         "股份"};
constexpr std::array<std::string_view, 41> kLatinForms{
    "inc", "incorporated", "ltd",  "limited", "llc",  "llp",  "lp",  "gmbh", "mbh",
    "ag",  "kg",           "kgaa", "ohg",     "ug",   "se",   "ev",  "corp", "corporation",
    "co",  "company",      "plc",  "sa",      "sas",  "sarl", "srl", "spa",  "sl",
    "bv",  "nv",           "ab",   "oy",      "oyj",  "as",   "aps", "kk",   "pty",
    "pte", "pvt",          "zrt",  "holding", "group"};
constexpr std::array<std::string_view, 38> kChinesePlaces{
    "中国", "北京", "上海", "天津", "重庆", "广州", "深圳", "杭州", "南京", "苏州",
    "武汉", "成都", "西安", "厦门", "青岛", "宁波", "大连", "无锡", "长沙", "郑州",
    "广东", "浙江", "江苏", "山东", "福建", "四川", "湖北", "湖南", "河南", "河北",
    "安徽", "江西", "辽宁", "陕西", "香港", "台湾", "云南", "贵州"};
constexpr std::array<std::string_view, 16> kLatinPlaces{
    "china",   "deutschland", "germany",   "usa",    "uk",     "france", "japan",  "india",
    "austria", "schweiz",     "singapore", "europe", "canada", "italia", "espana", "international"};
constexpr std::array<std::string_view, 30> kMailProviders{
    "gmail.com",   "googlemail.com", "outlook.com", "hotmail.com", "live.com",  "msn.com",
    "yahoo.com",   "yahoo.co.jp",    "ymail.com",   "icloud.com",  "me.com",    "aol.com",
    "gmx.de",      "gmx.net",        "web.de",      "t-online.de", "proton.me", "protonmail.com",
    "qq.com",      "163.com",        "126.com",     "yeah.net",    "sina.com",  "sina.cn",
    "foxmail.com", "sohu.com",       "aliyun.com",  "139.com",     "189.cn",    "21cn.com"};

template <class List>
bool is_among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Runs of letters and digits; beyond ASCII, all but the marks that Chinese names are written with.
std::vector<std::string> words_of(std::string_view folded) {
  constexpr std::array<std::string_view, 8> kMarks{"·", "、", "，", "。", "－", "—", "–", "・"};
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t length = std::max<std::size_t>(1, utf8_sequence_length(folded.substr(at)));
    const std::string_view character = folded.substr(at, length);
    at += length;
    if (character == "." || character == "'") continue;  // "S.A.", "McDonald's"
    if (length > 1 ? !is_among(kMarks, character) : is_ascii_word(character.front()))
      words.back().append(character);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string without_parentheses(std::string_view folded) {
  std::string kept;
  int depth = 0;
  for (const char c : folded) {
    if (c == '(') ++depth;
    if (depth == 0) kept += c;
    if (c == ')' && depth > 0) --depth;
  }
  return kept;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

// Takes the ends off that are legal forms, as long as two characters are left.
void drop_chinese_forms(std::string& name) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view form : kChineseForms)
      if (name.ends_with(form) && count_characters(name) >= count_characters(form) + 2) {
        name.resize(name.size() - form.size());
        found = true;
        break;
      }
  }
}

// The words of a company's name without its legal form.
std::vector<std::string> company_words(std::string_view name) {
  const std::string folded = fold(name);
  std::vector<std::string> words = words_of(without_parentheses(folded));
  if (words.empty()) words = words_of(folded);
  std::erase_if(words, [&](const std::string& word) { return word == "and" || word == "und"; });
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  while (words.size() > 1 && is_among(kLatinForms, words.back())) words.pop_back();
  if (!words.empty()) drop_chinese_forms(words.back());
  return words;
}

std::string or_folded(std::string key, std::string_view name) {
  return key.empty() ? fold(name) : key;
}

// Of a Chinese name four characters have to be left: 北京银行 is more than a bank.
bool drop_place(std::string& name) {
  constexpr std::size_t kCharactersMin = 4;
  for (const std::string_view place : kChinesePlaces) {
    if (count_characters(name) < count_characters(place) + kCharactersMin) continue;
    if (name.ends_with(place)) {
      name.resize(name.size() - place.size());
      return true;
    }
    if (!name.starts_with(place)) continue;
    std::string rest = name.substr(place.size());
    for (const std::string_view unit : {"市", "省"})
      if (rest.starts_with(unit)) rest.erase(0, unit.size());
    if (count_characters(rest) < kCharactersMin) continue;
    name = rest;
    return true;
  }
  return false;
}

// Digits alone, up to an extension.
std::string digits_of(std::string_view phone) {
  const std::string folded = fold(phone);
  std::string_view number = folded;
  for (const std::string_view extension : {"ext", "转", "轉", "x", "#", "分机", "durchwahl"})
    number = number.substr(0, number.find(extension));
  std::string digits;
  for (const char c : number)
    if (is_digit(c)) digits += c;
  return digits;
}

// Without the signs of an international call and the zero of one within the country.
std::string_view bare_number(std::string_view digits) {
  while (digits.starts_with('0')) digits.remove_prefix(1);
  return digits;
}

}  // namespace

std::string company_key(std::string_view name) {
  return or_folded(joined(company_words(name)), name);
}

std::string placeless_company_key(std::string_view name) {
  std::vector<std::string> words = company_words(name);
  while (words.size() > 1 && is_among(kLatinPlaces, words.back())) words.pop_back();
  std::string key = joined(words);
  while (drop_place(key)) drop_chinese_forms(key);
  return or_folded(std::move(key), name);
}

std::string person_key(std::string_view name) {
  const std::string folded = fold(name);
  return or_folded(joined(words_of(folded)), folded);
}

std::string domain_key(std::string_view site_or_email) {
  const std::string folded = fold(site_or_email);
  std::string_view host = folded;
  if (const auto scheme = host.find("://"); scheme != host.npos) host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const auto at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  host = host.substr(0, host.find_first_of(": "));
  if (host.ends_with('.')) host.remove_suffix(1);
  std::size_t last = host.rfind('.');
  if (last == host.npos || last == 0) return {};
  std::size_t before = host.rfind('.', last - 1);
  // "acme.co.uk": what stands before a country may be of the registry, not of the company.
  constexpr std::array<std::string_view, 8> kSecondLevel{"co",  "com", "org", "net",
                                                         "gov", "edu", "ac",  "or"};
  if (before != host.npos && host.size() - last == 3 &&
      is_among(kSecondLevel, host.substr(before + 1, last - before - 1)))
    before = before == 0 ? host.npos : host.rfind('.', before - 1);
  const std::string key(before == host.npos ? host : host.substr(before + 1));
  return is_among(kMailProviders, key) ? std::string() : key;
}

std::string email_key(std::string_view email) {
  return fold(email);
}

std::string phone_key(std::string_view phone) {
  const std::string digits = digits_of(phone);
  if (digits.size() < kPhoneDigitsMin) return {};
  return digits.size() <= kPhoneKeyDigits ? digits : digits.substr(digits.size() - kPhoneKeyDigits);
}

bool is_same_phone(std::string_view a, std::string_view b) {
  constexpr std::size_t kCountryDigitsMax = 3;
  const std::string first = digits_of(a), second = digits_of(b);
  std::string_view shorter = bare_number(first), longer = bare_number(second);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter.size() >= kPhoneDigitsMin && longer.ends_with(shorter) &&
         longer.size() - shorter.size() <= kCountryDigitsMax;
}

bool is_personal_phone(std::string_view phone) {
  constexpr std::size_t kDigits = 11;
  const std::string digits = digits_of(phone);
  std::string_view number = bare_number(digits);
  if (number.starts_with("86") && number.size() == kDigits + 2) number.remove_prefix(2);
  return number.size() == kDigits && number[0] == '1' && number[1] >= '3';
}

}  // namespace stagecoach::sales
