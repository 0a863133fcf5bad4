#include "sales/deals/views/timeline_text.h"

#include "sales/deals/deal_events.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/filed_events.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kCreated{"timeline.created", "Created in “{stage}”", "创建于“{stage}”"};
constexpr Phrase kImported{"timeline.imported", "Imported, now in “{stage}”",
                           "已导入，当前阶段“{stage}”"};
constexpr Phrase kMoved{"timeline.moved", "Moved from “{from}” to “{to}”",
                        "从“{from}”推进到“{to}”"};
constexpr Phrase kMovedBack{"timeline.moved_why", "Moved from “{from}” to “{to}”: {reason}",
                            "从“{from}”移到“{to}”：{reason}"};
constexpr Phrase kOverridden{"timeline.overridden",
                             "Moved from “{from}” to “{to}” past {count} unmet criteria: {reason}",
                             "从“{from}”推进到“{to}”，越过 {count} 项未满足的标准：{reason}"};
constexpr Phrase kWon{"timeline.won", "Won", "赢单"};
constexpr Phrase kLost{"timeline.lost", "Lost: {reason}", "输单：{reason}"};
constexpr Phrase kReopened{"timeline.reopened", "Reopened in “{to}”: {reason}",
                           "重新打开，进入“{to}”：{reason}"};
constexpr Phrase kMoveUndone{"timeline.move_undone", "Move undone, back in “{stage}”",
                             "已撤销移动，回到“{stage}”"};
constexpr Phrase kChanged{"timeline.changed", "Changed: {fields}", "修改：{fields}"};
constexpr Phrase kChangeUndone{"timeline.change_undone", "Change undone: {fields}",
                               "已撤销修改：{fields}"};
constexpr Phrase kWaits{"timeline.waits", "Waiting on {whom}", "等待{whom}"};
constexpr Phrase kWaitUndone{"timeline.wait_undone", "Change undone: waiting on {whom} again",
                             "已撤销修改：仍在等待{whom}"};
constexpr Phrase kAsked{"timeline.approval_requested", "Approval asked for: {what}",
                        "请求审批：{what}"};
constexpr Phrase kApproved{"timeline.approved", "Approved: {what}", "已审批通过：{what}"};
constexpr Phrase kApprovedFor{"timeline.approved_as_deputy", "Approved as a deputy: {what}",
                              "已代为审批通过：{what}"};
constexpr Phrase kRefusedFor{"timeline.refused_as_deputy",
                             "Approval refused as a deputy: {what} – {reason}",
                             "已代为审批不通过：{what}（{reason}）"};
constexpr Phrase kRefused{"timeline.refused", "Approval refused: {what} – {reason}",
                          "审批未通过：{what} – {reason}"};
constexpr Phrase kDeleted{"timeline.deleted", "Deleted", "已删除"};
constexpr Phrase kRestored{"timeline.restored", "Restored", "已恢复"};
constexpr Phrase kWasDone{"timeline.activity_done", "{kind} done: {subject}",
                          "{kind}已完成：{subject}"};
constexpr Phrase kWasReopened{"timeline.activity_reopened", "{kind} not done after all: {subject}",
                              "{kind}改回未完成：{subject}"};
constexpr Phrase kWasPlanned{"timeline.activity_planned", "{kind} planned: {subject}",
                             "已计划{kind}：{subject}"};
constexpr Phrase kWasChanged{"timeline.activity_changed", "{kind} changed: {subject}",
                             "{kind}已修改：{subject}"};
constexpr Phrase kWasRemoved{"timeline.activity_deleted", "{kind} removed: {subject}",
                             "{kind}已删除：{subject}"};

constexpr Phrase kObjectionRaisedText{"timeline.objection_raised", "Objection raised: {kind}",
                                      "提出异议：{kind}"};
constexpr Phrase kObjectionChangedText{"timeline.objection_changed", "Objection ({kind}): {result}",
                                       "异议（{kind}）：{result}"};
constexpr Phrase kObjectionDeletedText{"timeline.objection_deleted", "Objection removed: {kind}",
                                       "异议已删除：{kind}"};
constexpr Phrase kObjectionRestoredText{"timeline.objection_restored", "Objection restored: {kind}",
                                        "异议已恢复：{kind}"};

constexpr Phrase kNoteWas{"timeline.note_written", "Note written", "添加备注"};
constexpr Phrase kNoteWasChanged{"timeline.note_changed", "Note changed", "备注已修改"};
constexpr Phrase kNoteWasDeleted{"timeline.note_deleted", "Note removed", "备注已删除"};
constexpr Phrase kNoteWasRestored{"timeline.note_restored", "Note restored", "备注已恢复"};
constexpr Phrase kFileWasAdded{"timeline.file_added", "File added: {name}", "添加附件：{name}"};
constexpr Phrase kFileWasDeleted{"timeline.file_deleted", "File removed: {name}",
                                 "附件已删除：{name}"};
constexpr Phrase kFileWasRestored{"timeline.file_restored", "File restored: {name}",
                                  "附件已恢复：{name}"};

std::string stage_name(const Pipelines& pipelines, StageId id, Lang lang) {
  const Pipeline* pipeline = pipelines.holding(id);
  return pipeline ? pipeline->find_ever(id)->name.in(lang) : "#" + std::to_string(id.value);
}

// The words of a choice where `key` names one, else `key` itself: somebody's own words.
std::string choice_label(const std::vector<Choice>& choices, const std::string& key, Lang lang) {
  for (const Choice& choice : choices)
    if (choice.key == key) return choice.label.in(lang);
  return key;
}

const Criterion* find_criterion(const std::vector<Criterion>& criteria, std::string_view key) {
  for (const Criterion& criterion : criteria) {
    if (criterion.key == key) return &criterion;
    if (const Criterion* found = find_criterion(criterion.items, key)) return found;
  }
  return nullptr;
}

// A checklist item is called as its pipeline calls it; any other field as everywhere.
std::string changed_label(const std::string& field, const Pipelines& pipelines, Lang lang) {
  constexpr std::string_view kItem = "checklist.";
  if (field.starts_with(kItem))
    for (const Pipeline& pipeline : pipelines.all())
      for (const Stage& stage : pipeline.stages)
        if (const Criterion* found =
                find_criterion(stage.exit_criteria, std::string_view(field).substr(kItem.size())))
          return found->label.in(lang);
  return field_label(field, pipelines.fields()).in(lang);
}

std::string moved_text(const DealMoved& moved, const Pipelines& pipelines, Lang lang) {
  const std::string from = stage_name(pipelines, moved.from_stage_id, lang);
  const std::string to = stage_name(pipelines, moved.to_stage_id, lang);
  const bool was_closed =
      moved.from_status == StageKind::won || moved.from_status == StageKind::lost;
  if (!moved.overridden.empty())
    return Message(kOverridden, {{"from", from},
                                 {"to", to},
                                 {"count", std::to_string(moved.overridden.size())},
                                 {"reason", moved.reason}})
        .text(lang);
  if (moved.to_status == StageKind::won) return Message(kWon).text(lang);
  if (moved.to_status == StageKind::lost) {
    const Pipeline* pipeline = pipelines.holding(moved.to_stage_id);
    const std::string why =
        pipeline ? choice_label(pipeline->loss_reasons, moved.reason, lang) : moved.reason;
    return Message(kLost, {{"reason", why}}).text(lang);
  }
  if (was_closed) return Message(kReopened, {{"to", to}, {"reason", moved.reason}}).text(lang);
  if (!moved.reason.empty())
    return Message(kMovedBack, {{"from", from}, {"to", to}, {"reason", moved.reason}}).text(lang);
  return Message(kMoved, {{"from", from}, {"to", to}}).text(lang);
}

std::string fields_text(const DealChanged& changed, const Pipelines& pipelines, Lang lang) {
  std::string fields;
  for (const Change& change : changed.changes) {
    if (!fields.empty()) fields.append(lang == Lang::zh ? "、" : ", ");
    fields.append(changed_label(change.field, pipelines, lang));
  }
  return Message(changed.undoes ? kChangeUndone : kChanged, {{"fields", fields}}).text(lang);
}

// What was to be approved, as its stage calls it now.
std::string approval_text(const Pipelines& pipelines, StageId stage_id,
                          const std::vector<std::string>& keys, Lang lang) {
  const Pipeline* pipeline = pipelines.holding(stage_id);
  const Stage* stage = pipeline ? pipeline->find_ever(stage_id) : nullptr;
  std::string text;
  for (const std::string& key : keys) {
    const Criterion* criterion = stage ? find_criterion(stage->exit_criteria, key) : nullptr;
    if (!text.empty()) text.append(lang == Lang::zh ? "、" : ", ");
    text.append(criterion ? criterion->label.in(lang) : key);
  }
  return text;
}

std::string asked_text(const DealApprovalRequested& asked, const Pipelines& pipelines, Lang lang) {
  if (asked.requests.empty()) return {};
  std::vector<std::string> keys;
  for (const ApprovalRequest& request : asked.requests) keys.push_back(request.criterion_key);
  const std::string what = approval_text(pipelines, asked.requests.front().stage_id, keys, lang);
  return Message(kAsked, {{"what", what}}).text(lang);
}

std::string answered_text(const DealApprovalAnswered& answer, const Pipelines& pipelines,
                          Lang lang) {
  const std::string what = approval_text(pipelines, answer.stage_id, answer.criteria, lang);
  const Phrase& phrase = answer.on_behalf_of ? (answer.approved ? kApprovedFor : kRefusedFor)
                         : answer.approved   ? kApproved
                                             : kRefused;
  return Message(phrase, {{"what", what}, {"reason", answer.reason}}).text(lang);
}

std::string_view activity_word(ActivityKind kind, Lang lang) {
  constexpr std::string_view en[] = {"Call", "E-mail", "Meeting", "Demo", "Task", "Note"};
  constexpr std::string_view zh[] = {"电话", "邮件", "会议", "演示", "任务", "备注"};
  return lang == Lang::zh ? zh[static_cast<size_t>(kind)] : en[static_cast<size_t>(kind)];
}

std::string_view objection_word(ObjectionKind kind, Lang lang) {
  constexpr std::string_view en[] = {"price", "features", "implementation", "timing", "competitor",
                                     "trust", "need",     "authority",      "other"};
  constexpr std::string_view zh[] = {"价格", "功能", "实施",   "时机", "竞争对手",
                                     "信任", "需求", "决策权", "其他"};
  return lang == Lang::zh ? zh[static_cast<size_t>(kind)] : en[static_cast<size_t>(kind)];
}

std::string_view result_word(ObjectionResult result, Lang lang) {
  constexpr std::string_view en[] = {"open", "answered", "accepted", "lost to it"};
  constexpr std::string_view zh[] = {"未解决", "已答复", "已认可", "因此输单"};
  return lang == Lang::zh ? zh[static_cast<size_t>(result)] : en[static_cast<size_t>(result)];
}

std::string objection_text(const journal::Event& event, Lang lang) {
  const auto noted = json::read<ObjectionNoted>(event.data);
  if (!noted) return event.kind;
  const Phrase& phrase = event.kind == kObjectionRaised     ? kObjectionRaisedText
                         : event.kind == kObjectionDeleted  ? kObjectionDeletedText
                         : event.kind == kObjectionRestored ? kObjectionRestoredText
                                                            : kObjectionChangedText;
  return Message(phrase, {{"kind", std::string(objection_word(noted->kind, lang))},
                          {"result", std::string(result_word(noted->result, lang))}})
      .text(lang);
}

std::string note_text(const journal::Event& event, Lang lang) {
  return Message(event.kind == kNoteWritten    ? kNoteWas
                 : event.kind == kNoteDeleted  ? kNoteWasDeleted
                 : event.kind == kNoteRestored ? kNoteWasRestored
                                               : kNoteWasChanged)
      .text(lang);
}

std::string file_text(const journal::Event& event, Lang lang) {
  const auto noted = json::read<AttachmentNoted>(event.data);
  if (!noted) return event.kind;
  const Phrase& phrase = event.kind == kAttachmentAdded     ? kFileWasAdded
                         : event.kind == kAttachmentDeleted ? kFileWasDeleted
                                                            : kFileWasRestored;
  return Message(phrase, {{"name", noted->name}}).text(lang);
}

std::string activity_text(const journal::Event& event, Lang lang) {
  const auto noted = json::read<ActivityNoted>(event.data);
  if (!noted) return event.kind;
  const Phrase& phrase = event.kind == kActivityDone       ? kWasDone
                         : event.kind == kActivityPlanned  ? kWasPlanned
                         : event.kind == kActivityDeleted  ? kWasRemoved
                         : event.kind == kActivityReopened ? kWasReopened
                                                           : kWasChanged;
  return Message(phrase, {{"kind", std::string(activity_word(noted->kind, lang))},
                          {"subject", noted->subject}})
      .text(lang);
}

}  // namespace

std::string summarize(const journal::Event& event, const Pipelines& pipelines, Lang lang) {
  if (event.kind == DealCreated::kKind) {
    if (const auto created = json::read<DealCreated>(event.data))
      return Message(created->import_id ? kImported : kCreated,
                     {{"stage", stage_name(pipelines, created->stage_id, lang)}})
          .text(lang);
  } else if (event.kind == DealMoved::kKind) {
    if (const auto moved = json::read<DealMoved>(event.data))
      return moved_text(*moved, pipelines, lang);
  } else if (event.kind == DealMoveUndone::kKind) {
    if (const auto undone = json::read<DealMoveUndone>(event.data))
      return Message(kMoveUndone, {{"stage", stage_name(pipelines, undone->stage_id, lang)}})
          .text(lang);
  } else if (event.kind == DealChanged::kKind) {
    if (const auto changed = json::read<DealChanged>(event.data))
      return fields_text(*changed, pipelines, lang);
  } else if (event.kind == DealWaitingOnChanged::kKind) {
    if (const auto changed = json::read<DealWaitingOnChanged>(event.data))
      return Message(changed->undoes ? kWaitUndone : kWaits,
                     {{"whom", waiting_label(changed->to).in(lang)}})
          .text(lang);
  } else if (event.kind == DealApprovalRequested::kKind) {
    if (const auto asked = json::read<DealApprovalRequested>(event.data))
      return asked_text(*asked, pipelines, lang);
  } else if (event.kind == DealApprovalAnswered::kKind) {
    if (const auto answer = json::read<DealApprovalAnswered>(event.data))
      return answered_text(*answer, pipelines, lang);
  } else if (event.kind == DealDeleted::kKind) {
    return Message(kDeleted).text(lang);
  } else if (event.kind == DealRestored::kKind) {
    return Message(kRestored).text(lang);
  } else if (event.kind.starts_with("activity.")) {
    return activity_text(event, lang);
  } else if (event.kind.starts_with("objection.")) {
    return objection_text(event, lang);
  } else if (event.kind.starts_with("note.")) {
    return note_text(event, lang);
  } else if (event.kind.starts_with("attachment.")) {
    return file_text(event, lang);
  }
  return event.kind;
}

}  // namespace stagecoach::sales
