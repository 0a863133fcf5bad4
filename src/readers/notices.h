// Tells people of what concerns them: files notices as the journal grows and steps fall due, and
// lets the browsers of those concerned know that there is one.
#pragma once

#include <memory>

#include "journal/reader.h"
#include "platform/base/clock.h"
#include "platform/http/event_hub.h"
#include "sales/notices/notice_filing.h"

namespace stagecoach::readers {

class NoticeReader {
 public:
  // All must outlive the reader.
  NoticeReader(db::Database& database, const Clock& clock, http::EventHub& hub,
               const sales::PipelineCatalog& pipelines);
  ~NoticeReader();

 private:
  void step();
  // Also of what another node has filed.
  void tell_browsers();

  db::Database& database_;
  const Clock& clock_;
  http::EventHub& hub_;
  sales::NoticeFiling filing_;
  std::int64_t told_ = 0;  // the newest notice that the browsers know of
  Instant looked_at_due_;
  Instant forgot_;
  std::unique_ptr<journal::ReaderLoop> loop_;
};

}  // namespace stagecoach::readers
