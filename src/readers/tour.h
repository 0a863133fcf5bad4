// Ticks off what people do in their first hour, as the journal tells of it.
#pragma once

#include <memory>

#include "journal/filing.h"
#include "journal/reader.h"
#include "platform/base/clock.h"

namespace stagecoach::readers {

class TourReader {
 public:
  // Both must outlive the reader.
  TourReader(db::Database& database, const Clock& clock);
  ~TourReader();

 private:
  journal::Filing filing_;
  std::unique_ptr<journal::ReaderLoop> loop_;
};

}  // namespace stagecoach::readers
