// The live feed: what was recorded, told to the browsers that may see it.
#pragma once

#include <memory>

#include "journal/reader.h"
#include "platform/http/event_hub.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::readers {

// Follows the journal from its end and publishes one small event per change: what kind, about what,
// by whom. Browsers fetch what they show anew. A burst (an import) is told as one "reset". Reloads
// the pipelines when one was published, also by another node.
class LiveReader {
 public:
  // All must outlive the reader.
  LiveReader(db::Database& database, http::EventHub& hub, sales::PipelineCatalog& pipelines);
  ~LiveReader();

 private:
  void step();

  db::Database& database_;
  http::EventHub& hub_;
  sales::PipelineCatalog& pipelines_;
  journal::Seq last_ = 0;
  std::unique_ptr<journal::ReaderLoop> loop_;
};

// GET /api/live. Last-Event-ID resumes.
void add_live_route(http::Router& router, db::Database& database);

}  // namespace stagecoach::readers
