#include "sales/pipeline/draft/draft_store.h"

#include <stdexcept>

#include "sales/pipeline/pipeline_events.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kFind =
    "SELECT p.id, p.key, p.version_number, p.archived_at, v.definition, d.version, d.base_version, "
    "d.definition, d.created_by, d.saved_by, d.saved_at FROM pipelines p "
    "LEFT JOIN pipeline_versions v ON v.pipeline_id = p.id AND v.number = p.version_number "
    "LEFT JOIN pipeline_drafts d ON d.pipeline_id = p.id WHERE p.id = $1";

constexpr std::string_view kSummaries =
    "SELECT d.pipeline_id, d.definition, d.version, d.base_version, p.version_number, u.name, "
    "d.saved_at FROM pipeline_drafts d JOIN pipelines p ON p.id = d.pipeline_id "
    "LEFT JOIN users u ON u.id = d.saved_by WHERE d.definition IS NOT NULL ORDER BY d.pipeline_id";

constexpr std::string_view kInsert =
    "INSERT INTO pipeline_drafts (pipeline_id, version, base_version, definition, created_by, "
    "saved_by, saved_at) VALUES ($1, 1, $2, $3, $4, $5, $6) ON CONFLICT (pipeline_id) DO NOTHING";

constexpr std::string_view kUpdate =
    "UPDATE pipeline_drafts SET version = version + 1, base_version = $3, definition = $4, "
    "created_by = $5, saved_by = $6, saved_at = $7 WHERE pipeline_id = $1 AND version = $2";

Pipeline definition_from(std::string_view text) {
  auto pipeline = json::read<Pipeline>(text);
  if (!pipeline) throw std::runtime_error("a stored draft of a pipeline cannot be read");
  return *std::move(pipeline);
}

std::optional<UserId> or_null(UserId user) {
  return user ? std::optional(user) : std::nullopt;
}

PipelineDraft draft_from(const db::Row& row) {
  PipelineDraft draft;
  draft.published_version = row.integer(2);
  draft.base_version = draft.published_version;
  if (!row.is_null(4)) draft.definition = definition_from(row.text(4));
  draft.version = row.optional_integer(5).value_or(0);
  if (!row.is_null(7)) {
    std::vector<Stage> retired = std::move(draft.definition.retired_stages);
    draft.exists = true;
    draft.base_version = row.integer(6);
    draft.definition = definition_from(row.text(7));
    draft.definition.retired_stages = std::move(retired);
    draft.created_by = row.optional<UserId>(8).value_or(UserId());
    draft.saved_by = row.optional<UserId>(9).value_or(UserId());
    draft.saved_at = row.instant(10);
  }
  draft.definition.id = row.id<PipelineId>(0);
  draft.definition.key = row.string(1);
  draft.definition.version_number = draft.published_version;
  draft.definition.archived = !row.is_null(3);
  return draft;
}

}  // namespace

std::optional<PipelineDraft> find_draft(db::Connection& connection, PipelineId id) {
  return connection.first(kFind, draft_from, id);
}

std::vector<DraftSummary> load_draft_summaries(db::Connection& connection) {
  std::vector<DraftSummary> drafts;
  connection.each(kSummaries, [&](const db::Row& row) {
    drafts.push_back({row.id<PipelineId>(0), definition_from(row.text(1)).name, row.integer(2),
                      row.integer(3), row.integer(4), row.optional_text(5).value_or(""),
                      row.instant(6)});
  });
  return drafts;
}

bool store_draft(journal::Work& work, PipelineDraft& draft) {
  draft.exists = true;
  draft.saved_by = work.actor.user;
  draft.saved_at = work.now;
  const std::string definition = json::write(draft.definition);
  const std::int64_t rows =
      draft.version == 0
          ? work.tx.execute(kInsert, draft.definition.id, draft.base_version, definition,
                            or_null(draft.created_by), or_null(draft.saved_by), draft.saved_at)
          : work.tx.execute(kUpdate, draft.definition.id, draft.version, draft.base_version,
                            definition, or_null(draft.created_by), or_null(draft.saved_by),
                            draft.saved_at);
  if (rows == 0) return false;
  ++draft.version;
  work.append(journal::because(DraftSaved{draft.definition.key, draft.version, draft.base_version})
                  .about({kDraftSubject, draft.definition.id.value}));
  return true;
}

bool end_draft(journal::Work& work, PipelineDraft& draft) {
  const std::int64_t rows = work.tx.execute(
      kUpdate, draft.definition.id, draft.version, draft.base_version, std::optional<std::string>(),
      or_null(draft.created_by), or_null(draft.saved_by), work.now);
  if (rows == 0) return false;
  ++draft.version;
  return true;
}

}  // namespace stagecoach::sales
