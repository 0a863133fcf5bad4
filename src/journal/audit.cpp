#include "journal/audit.h"

namespace stagecoach::journal {
namespace {

constexpr Phrase kDiffers{"audit.differs", "{kind} {id}: {field} is not what the journal says.",
                          "{kind} {id}：{field} 与日志不符。"};
constexpr Phrase kMissing{"audit.missing", "{kind} {id} is missing.", "{kind} {id} 缺失。"};
constexpr Phrase kUnexplained{"audit.unexplained",
                              "{kind} {id} is there, and the journal knows nothing of it.",
                              "{kind} {id} 存在，但日志中没有记录。"};
constexpr std::size_t kFindingsMax = 20;

}  // namespace

void Audit::add(const Phrase& phrase, std::string_view subject_kind, std::int64_t id,
                std::string_view field) {
  ++wrong;
  if (findings.size() < kFindingsMax)
    findings.push_back({phrase,
                        {{"kind", std::string(subject_kind)},
                         {"id", std::to_string(id)},
                         {"field", std::string(field)}}});
}

void Audit::differs(std::string_view subject_kind, std::int64_t id, std::string_view field) {
  add(kDiffers, subject_kind, id, field);
}

void Audit::missing(std::string_view subject_kind, std::int64_t id) {
  add(kMissing, subject_kind, id, "");
}

void Audit::unexplained(std::string_view subject_kind, std::int64_t id) {
  add(kUnexplained, subject_kind, id, "");
}

}  // namespace stagecoach::journal
