#include <unicode/timezone.h>

#include "exchange/values/dates.h"

namespace stagecoach::exchange {

struct Zone::Rules {
  std::unique_ptr<icu::TimeZone> icu;
};

Zone::Zone(std::unique_ptr<Rules> rules) : rules_(std::move(rules)) {}
Zone::~Zone() = default;

std::shared_ptr<const Zone> Zone::find(std::string_view name) {
  if (name.empty() || name == "UTC" || name == "Z" || name == "GMT")
    return std::shared_ptr<const Zone>(new Zone(nullptr));
  auto rules = std::make_unique<Rules>();
  rules->icu.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))));
  if (!rules->icu || *rules->icu == icu::TimeZone::getUnknown()) return nullptr;
  return std::shared_ptr<const Zone>(new Zone(std::move(rules)));
}

Zone::Moment Zone::resolve(const CivilTime& civil) const {
  const std::int64_t local = to_millis(Instant(civil.day)) + civil.ms_of_day;
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (civil.offset_minutes) {
    const std::int64_t utc = local - std::int64_t{*civil.offset_minutes} * 60'000;
    if (!rules_) return {from_millis(utc), date_of(from_millis(utc))};
    rules_->icu->getOffset(static_cast<UDate>(utc), false, raw, saving, status);
    return {from_millis(utc), date_of(from_millis(utc + raw + saving))};
  }
  if (rules_) rules_->icu->getOffset(static_cast<UDate>(local), true, raw, saving, status);
  return {from_millis(local - raw - saving), civil.day};
}

}  // namespace stagecoach::exchange
