// A file of a deal: what is known of it without its bytes.
#pragma once

#include <string>

#include "sales/deals/deal.h"
#include "sales/deals/filed_events.h"

namespace stagecoach::sales {

struct Attachment {
  AttachmentId id;
  std::int64_t version = 1;
  DealId deal_id;
  std::string name;
  std::string media_type;  // by its content, whatever its name says
  std::int64_t size = 0;   // bytes
  UserId uploaded_by;
  std::string uploaded_by_name;
  Instant created_at;
  bool operator==(const Attachment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attachment, (),
                      (id, version, deal_id, name, media_type, size, uploaded_by, uploaded_by_name,
                       created_at))

// What an operator allows.
struct AttachmentLimits {
  std::size_t file_bytes_max = 0;
  std::int64_t workspace_bytes_max = 0;  // of all files together
};

}  // namespace stagecoach::sales
