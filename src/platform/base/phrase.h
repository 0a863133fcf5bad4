// Sentences for people, in every language the product speaks.
//
// A Phrase is a constant that carries its own translations, so a sentence cannot exist in one
// language only. A Message is a phrase with its arguments; it is turned into text at the edge
// (HTTP reply, command line), where the reader's language is known.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stagecoach {

enum class Lang { en, zh };

// "zh", "zh-CN", "zh-Hans;q=0.9,en" -> zh; anything else -> en.
Lang lang_from_tag(std::string_view tag);
std::string_view tag_of(Lang lang);  // "en" or "zh-CN"

// `code` is stable and documented (clients may branch on it); the texts hold {name} placeholders.
struct Phrase {
  std::string_view code;
  std::string_view en;
  std::string_view zh;

  std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

struct Message {
  const Phrase* phrase = nullptr;  // points at a constant with static storage
  std::vector<std::pair<std::string, std::string>> args;

  Message() = default;
  Message(const Phrase& p) : phrase(&p) {}  // NOLINT: a phrase is a message without arguments
  Message(const Phrase& p, std::vector<std::pair<std::string, std::string>> a)
      : phrase(&p), args(std::move(a)) {}

  std::string_view code() const { return phrase ? phrase->code : std::string_view("unknown"); }
  // The sentence with its placeholders filled. An argument no placeholder names is ignored.
  std::string text(Lang lang) const;
};

// A name or sentence that is data, kept in both languages (stage names, guidance).
struct Localized {
  std::string en;
  std::string zh;

  // Falls back to the other language where one is empty.
  const std::string& in(Lang lang) const {
    if (lang == Lang::zh) return zh.empty() ? en : zh;
    return en.empty() ? zh : en;
  }
  bool operator==(const Localized&) const = default;
};

}  // namespace stagecoach
