#include "sales/calendar/calendar_feed.h"

#include "sales/calendar/ics.h"

namespace stagecoach::sales {
namespace {

bool has_a_time(ActivityKind kind) {
  return kind == ActivityKind::call || kind == ActivityKind::meeting || kind == ActivityKind::demo;
}

void write_time(IcsWriter& ics, const FeedEntry& entry, const TimeZone& zone) {
  if (has_a_time(entry.kind)) {
    ics.line("DTSTART", ics_instant(entry.at));
    ics.line("DURATION", entry.kind == ActivityKind::call ? "PT30M" : "PT1H");
    return;
  }
  const Date day = date_of(zone.to_civil(entry.at));
  ics.line("DTSTART;VALUE=DATE", ics_date(day));
  ics.line("DTEND;VALUE=DATE", ics_date(day + std::chrono::days(1)));
  ics.line("TRANSP", "TRANSPARENT");  // a day on which something is due is not a busy day
}

void write_entry(IcsWriter& ics, const FeedHead& head, const FeedEntry& entry) {
  ics.line("BEGIN", "VEVENT");
  ics.line("UID", "activity-" + std::to_string(entry.id.value) + "@" + head.workspace);
  ics.line("DTSTAMP", ics_instant(entry.revised));
  ics.line("SEQUENCE", std::to_string(entry.version - 1));
  write_time(ics, entry, head.zone);
  std::string summary = entry.done ? "✓ " : "";
  summary += entry.subject;
  if (!entry.about.empty()) summary += " · " + entry.about;
  ics.text("SUMMARY", summary);
  if (!head.site.empty() && entry.deal_id)
    ics.line("URL", head.site + "/deals/" + std::to_string(*entry.deal_id));
  ics.line("END", "VEVENT");
}

}  // namespace

std::string calendar_of(const FeedHead& head, const std::vector<FeedEntry>& entries) {
  IcsWriter ics;
  ics.line("BEGIN", "VCALENDAR").line("VERSION", "2.0").line("PRODID", "-//Stagecoach//EN");
  ics.line("CALSCALE", "GREGORIAN").text("X-WR-CALNAME", head.name);
  ics.text("X-WR-TIMEZONE", head.zone.name());
  ics.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").line("X-PUBLISHED-TTL", "PT1H");
  for (const FeedEntry& entry : entries) write_entry(ics, head, entry);
  ics.line("END", "VCALENDAR");
  return ics.take();
}

}  // namespace stagecoach::sales
