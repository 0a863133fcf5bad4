#include "sales/pipeline/draft/draft_commands.h"

#include <algorithm>
#include <cctype>

#include "sales/fields/field_commands.h"
#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/criterion_fields.h"
#include "sales/pipeline/draft/draft_store.h"
#include "sales/pipeline/draft/pipeline_rebase.h"
#include "sales/pipeline/pipeline_events.h"
#include "sales/pipeline/pipeline_rules.h"
#include "sales/pipeline/pipeline_store.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct StaleDraft {
  PipelineDraftView current;
};
BOOST_DESCRIBE_STRUCT(StaleDraft, (), (current))

namespace {

constexpr Phrase kNoSuchPipeline{"pipeline.no_such_source", "There is no such pipeline.",
                                 "没有该销售流程。"};
constexpr Phrase kUpToDate{"pipeline.draft_up_to_date",
                           "Nothing was published since this draft was begun.",
                           "自此草稿开始以来没有发布过新版本。"};
constexpr Phrase kBehind{
    "pipeline.draft_behind",
    "Version {published} was published since this draft was begun from version {base}. Bring the "
    "draft up to date first.",
    "此草稿基于版本 {base}，之后已发布版本 {published}。请先更新草稿。"};
constexpr Phrase kNothingToPublish{"pipeline.nothing_to_publish",
                                   "There is no draft to be published.", "没有可发布的草稿。"};

Currency currency_of(db::Connection& connection) {
  const auto organization = find_organization(connection);
  return organization ? organization->currency : Currency();
}

std::optional<Pipeline> version_of(db::Connection& connection, PipelineId id, std::int64_t number) {
  if (number == 0) return std::nullopt;
  std::vector<StoredVersion> found = load_versions(connection, id, number + 1, 1);
  if (found.empty()) return std::nullopt;
  return std::move(found.front().pipeline);
}

Error stale_draft(db::Connection& connection, PipelineId id) {
  Error error = stale_record();
  if (const auto now = find_draft(connection, id))
    error.details_json = json::write(StaleDraft{view_of(connection, *now)});
  return error;
}

Result<PipelineDraft> load_draft(journal::Work& work, PipelineId id, std::int64_t version) {
  PipelineDraft draft = TRY(read_draft(work.tx, id));
  if (draft.version != version) return stale_draft(work.tx, id);
  return draft;
}

Result<PipelineDraft> store(journal::Work& work, PipelineDraft draft) {
  if (!store_draft(work, draft)) return stale_draft(work.tx, draft.definition.id);
  return draft;
}

std::optional<DraftEditor> editor_of(db::Connection& connection, UserId id) {
  const auto user = find_user(connection, id);
  return user ? std::optional(DraftEditor{user->id, user->name}) : std::nullopt;
}

void add_faults(PipelineDraftView& view, const std::vector<FieldError>& faults) {
  for (const FieldError& fault : faults)
    view.faults.push_back({fault.field,
                           std::string(fault.message.code()),
                           {fault.message.text(Lang::en), fault.message.text(Lang::zh)}});
}

std::vector<FieldError> all_faults(db::Connection& connection,
                                   const std::optional<Pipeline>& published,
                                   const Pipeline& definition) {
  std::vector<FieldError> faults = faults_of(definition);
  if (published)
    for (FieldError& fault : faults_beside(*published, definition))
      faults.push_back(std::move(fault));
  if (asks_custom_fields(definition))
    for (FieldError& fault : custom_field_faults(definition, load_custom_fields(connection)))
      faults.push_back(std::move(fault));
  return faults;
}

// "Partner sales" -> "partner_sales", with a number where that is taken.
std::string free_key(const std::vector<std::string>& taken, const std::string& name) {
  constexpr std::size_t kLengthMax = 40;
  std::string stem;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 && (c & 0x80) == 0)
      stem.push_back(static_cast<char>(std::tolower(c)));
    else if (!stem.empty() && stem.back() != '_')
      stem.push_back('_');
    if (stem.size() == kLengthMax) break;
  }
  while (stem.ends_with('_')) stem.pop_back();
  if (stem.empty()) stem = "pipeline";
  std::string key = stem;
  for (int number = 2; std::find(taken.begin(), taken.end(), key) != taken.end(); ++number)
    key = stem + "_" + std::to_string(number);
  return key;
}

Result<Pipeline> source_of(journal::Work& work, const NewPipeline& wish) {
  if (wish.copy_of) {
    auto found = find_pipeline(work.tx, *wish.copy_of);
    if (!found) return field_error("copy_of", kNoSuchPipeline);
    return *std::move(found);
  }
  std::vector<Pipeline> built_in = builtin_pipelines();
  for (Pipeline& pipeline : built_in)
    if (!wish.template_key || pipeline.key == *wish.template_key) return std::move(pipeline);
  return field_error("template_key", kNoSuchPipeline);
}

}  // namespace

Result<PipelineDraft> read_draft(db::Connection& connection, PipelineId id) {
  std::optional<PipelineDraft> draft = find_draft(connection, id);
  if (!draft) return no_such_record();
  return *std::move(draft);
}

std::vector<DraftSummary> list_drafts(db::Connection& connection) {
  return load_draft_summaries(connection);
}

PipelineDraftView view_of(db::Connection& connection, const PipelineDraft& draft) {
  const PipelineId id = draft.definition.id;
  PipelineDraftView view;
  view.pipeline_id = id;
  view.version = draft.version;
  view.exists = draft.exists;
  view.base_version = draft.base_version;
  view.published_version = draft.published_version;
  view.definition = draft.definition;
  if (!draft.exists) return view;
  view.author = editor_of(connection, draft.created_by);
  view.editor = editor_of(connection, draft.saved_by);
  view.saved_at = draft.saved_at;
  const Currency currency = currency_of(connection);
  const auto published = version_of(connection, id, draft.published_version);
  add_faults(view, all_faults(connection, published, draft.definition));
  if (!published) return view;
  view.changes = changes_between(*published, draft.definition, currency);
  if (draft.base_version == draft.published_version) return view;
  if (const auto base = version_of(connection, id, draft.base_version)) {
    view.published_since = changes_between(*base, *published, currency);
    view.clashes = clashes_between(*base, draft.definition, *published, currency);
  }
  return view;
}

Result<PipelineDraft> save_draft(journal::Work& work, PipelineId id, std::int64_t version,
                                 const Pipeline& definition) {
  const PipelineDraft before = TRY(load_draft(work, id, version));
  PipelineDraft draft = before;
  draft.definition = definition;
  draft.definition.id = id;
  draft.definition.key = before.definition.key;
  draft.definition.version_number = before.definition.version_number;
  draft.definition.retired_stages = before.definition.retired_stages;
  draft.definition.archived = before.definition.archived;
  number_stages(work, draft.definition);
  if (draft.definition == before.definition) return before;
  if (!draft.exists) draft.created_by = work.actor.user;
  return store(work, std::move(draft));
}

Result<void> discard_draft(journal::Work& work, PipelineId id, std::int64_t version) {
  PipelineDraft draft = TRY(load_draft(work, id, version));
  if (!draft.exists) return {};
  if (!end_draft(work, draft)) return stale_draft(work.tx, id);
  work.append(journal::because(DraftDiscarded{draft.definition.key, draft.version})
                  .about({kDraftSubject, id.value}));
  if (draft.published_version == 0) remove_unpublished(work, id);
  return {};
}

Result<PipelineDraft> rebase_draft(journal::Work& work, PipelineId id, std::int64_t version) {
  PipelineDraft draft = TRY(load_draft(work, id, version));
  if (!draft.exists || draft.base_version == draft.published_version)
    return Error(Error::Code::conflict, kUpToDate);
  const auto base = version_of(work.tx, id, draft.base_version);
  const auto published = version_of(work.tx, id, draft.published_version);
  if (!base || !published) return no_such_record();
  const Pipeline mine = draft.definition;
  draft.definition = rebased(*base, mine, *published);
  draft.definition.version_number = mine.version_number;
  draft.definition.retired_stages = mine.retired_stages;
  draft.definition.archived = mine.archived;
  draft.base_version = draft.published_version;
  return store(work, std::move(draft));
}

Result<PipelineDraft> take_draft(journal::Work& work, PipelineId id, std::int64_t version) {
  PipelineDraft draft = TRY(load_draft(work, id, version));
  if (!draft.exists) return Error(Error::Code::conflict, kNothingToPublish);
  if (draft.base_version != draft.published_version) {
    Error error(Error::Code::conflict, {kBehind,
                                        {{"published", std::to_string(draft.published_version)},
                                         {"base", std::to_string(draft.base_version)}}});
    error.details_json = json::write(StaleDraft{view_of(work.tx, draft)});
    return error;
  }
  std::vector<FieldError> faults =
      all_faults(work.tx, version_of(work.tx, id, draft.published_version), draft.definition);
  if (!faults.empty()) return unfit_pipeline(std::move(faults));
  if (!end_draft(work, draft)) return stale_draft(work.tx, id);
  return draft;
}

Result<PipelineDraft> begin_pipeline(journal::Work& work, const NewPipeline& wish) {
  PipelineDraft draft;
  draft.definition = TRY(source_of(work, wish));
  draft.definition.name = wish.name;
  draft.definition.key = free_key(pipeline_keys(work.tx), wish.name.in(Lang::en));
  draft.definition.version_number = 0;
  draft.definition.retired_stages.clear();
  draft.definition.archived = false;
  draft.definition.id = insert_pipeline(work, draft.definition.key);
  number_stages(work, draft.definition);
  draft.created_by = work.actor.user;
  return store(work, std::move(draft));
}

}  // namespace stagecoach::sales
