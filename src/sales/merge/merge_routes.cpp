#include "sales/merge/merge_routes.h"

#include "journal/reader.h"
#include "sales/accounts/account_events.h"
#include "sales/merge/merge_commands.h"
#include "sales/merge/merge_parts.h"
#include "sales/merge/merge_rules.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct MergeQuery {
  std::int64_t other_id = 0;
};
BOOST_DESCRIBE_STRUCT(MergeQuery, (), (other_id))

namespace {

using http::Answer;
using http::Request;

constexpr Phrase kNoMerge{"merge.no_merge", "This event is no merge that could be taken back.",
                          "该事件不是可撤销的合并。"};

template <class SomeId>
void add_preview(http::Router& router, journal::CommandRunner& commands, std::string_view pattern,
                 http::Doc doc) {
  router.get(pattern, rules::signed_in, std::move(doc),
             [&commands](const Request& request, const MergeQuery& query) -> Result<MergePreview> {
               const auto id = TRY(request.path_id<SomeId>("id"));
               return commands.database().read([&](db::Connection& connection) {
                 return preview_merge(connection, viewer_of(*request.identity()), id,
                                      SomeId(query.other_id));
               });
             });
}

template <class T, class SomeId, class Wish, class F>
void add_merge(http::Router& router, journal::CommandRunner& commands, std::string_view pattern,
               http::Doc doc, F merge) {
  doc.success = 200;
  router
      .post(pattern, rules::may_merge, std::move(doc),
            [&commands, merge](const Request& request, const Wish& wish) -> Result<Answer<T>> {
              const auto id = TRY(request.path_id<SomeId>("id"));
              const std::int64_t version = request.seen_version();
              return commands.run(request, [&](journal::Work& work) -> Result<Answer<T>> {
                const T survivor = TRY(merge(work, id, version, wish));
                return Answer<T>::versioned(survivor, survivor.version);
              });
            })
      .versioned();
}

// Who may not see the record learns nothing, not even that this event is about one.
template <class SomeId>
Result<void> may_undo(const journal::Work& work, std::int64_t subject) {
  const auto found = merge_part(work.tx, SomeId(subject));
  if (!found) return no_such_record();
  return authorize_write(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId()),
                         Permission::accounts_write);
}

}  // namespace

Result<UndoneMerge> undo_merge(journal::Work& work, journal::Seq seq) {
  const std::optional<journal::Event> event = journal::find(work.tx, seq);
  if (event && event->subject_kind == kAccountSubject)
    TRY(may_undo<AccountId>(work, event->subject_id));
  else if (event && event->subject_kind == kContactSubject)
    TRY(may_undo<ContactId>(work, event->subject_id));
  else
    return no_such_record();
  if (event->kind == AccountsMerged::kKind) return undo_account_merge(work, *event);
  if (event->kind == ContactsMerged::kKind) return undo_contact_merge(work, *event);
  return Error(Error::Code::conflict, kNoMerge);
}

void add_merge_routes(http::Router& router, journal::CommandRunner& commands) {
  add_preview<AccountId>(router, commands, "/api/accounts/{id}/merge-preview",
                         {"What merging another account into this one would do", {"accounts"}});
  add_preview<ContactId>(router, commands, "/api/contacts/{id}/merge-preview",
                         {"What merging another contact into this one would do", {"contacts"}});
  add_merge<Account, AccountId, MergeAccounts>(
      router, commands, "/api/accounts/{id}/merges",
      {"Merge another account into this one", {"accounts"}}, merge_accounts);
  add_merge<Contact, ContactId, MergeContacts>(
      router, commands, "/api/contacts/{id}/merges",
      {"Merge another contact into this one", {"contacts"}}, merge_contacts);
  router.post("/api/merges/{seq}/undo", rules::may_merge,
              {.summary = "Take a merge back, as far as nothing was changed since",
               .tags = {"duplicates"},
               .success = 200},
              [&commands](const Request& request) -> Result<Answer<UndoneMerge>> {
                const auto seq = TRY(request.path_id<Id<struct MergeTag>>("seq"));
                return commands.run(request,
                                    [&](journal::Work& work) -> Result<Answer<UndoneMerge>> {
                                      return Answer<UndoneMerge>(TRY(undo_merge(work, seq.value)));
                                    });
              });
}

}  // namespace stagecoach::sales
