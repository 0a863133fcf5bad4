#include "platform/base/phrase.h"

namespace stagecoach {

Lang lang_from_tag(std::string_view tag) {
  const bool zh = tag.size() >= 2 && (tag[0] == 'z' || tag[0] == 'Z') &&
                  (tag[1] == 'h' || tag[1] == 'H') &&
                  (tag.size() == 2 || tag[2] == '-' || tag[2] == '_' || tag[2] == ',' ||
                   tag[2] == ';' || tag[2] == '.');
  return zh ? Lang::zh : Lang::en;
}

std::string_view tag_of(Lang lang) {
  return lang == Lang::zh ? "zh-CN" : "en";
}

std::string Message::text(Lang lang) const {
  if (!phrase) return {};
  const std::string_view pattern = phrase->in(lang);
  std::string out;
  out.reserve(pattern.size() + 32);
  size_t at = 0;
  while (at < pattern.size()) {
    const size_t open = pattern.find('{', at);
    const size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    out.append(pattern.substr(at, open - at));
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : args)
      if (key == name) out.append(value);
    at = close + 1;
  }
  out.append(pattern.substr(at));
  return out;
}

}  // namespace stagecoach
