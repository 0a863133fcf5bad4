// Any bytes as a request body: json::read may refuse them, but what it accepts it must be able to
// write and to read again as the same text.
#include <cstdlib>

#include "platform/json/json.h"

namespace stagecoach {
namespace {

BOOST_DEFINE_ENUM_CLASS(FuzzKind, open, won, lost)

struct FuzzBody {
  std::optional<std::string> name;
  std::optional<std::int64_t> number;
  std::optional<double> ratio;
  std::optional<bool> flag;
  std::optional<FuzzKind> kind;
  std::optional<Money> amount;
  std::optional<Instant> at;
  std::optional<Date> day;
  std::optional<Localized> label;
  std::optional<std::map<std::string, std::vector<FuzzBody>>> nested;
  json::Raw extra;
  json::Patch<std::string> patch;
  json::Maybe<std::uint8_t> maybe;
};
BOOST_DESCRIBE_STRUCT(FuzzBody, (),
                      (name, number, ratio, flag, kind, amount, at, day, label, nested, extra,
                       patch, maybe))
constexpr auto json_rules(const FuzzBody*) {
  return std::array{json::Rule("name").length(1, 40), json::Rule("number").between(-1000, 1000),
                    json::Rule("extra").defaulted()};
}

template <class T>
void check(std::string_view text) {
  const Result<T> first = json::read<T>(text);
  if (!first) {
    // Every refusal has a sentence in both languages.
    if (first.error().message.text(Lang::en).empty()) std::abort();
    if (first.error().message.text(Lang::zh).empty()) std::abort();
    return;
  }
  const std::string written = json::write(*first);
  json::ReadLimits roomy;
  roomy.bytes_max = 64 << 20;  // escapes may have grown the text
  const Result<T> second = json::read<T>(written, roomy);
  if (!second || json::write(*second) != written) std::abort();
}

}  // namespace
}  // namespace stagecoach

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  stagecoach::check<stagecoach::FuzzBody>(text);
  stagecoach::check<stagecoach::json::Raw>(text);
  return 0;
}
