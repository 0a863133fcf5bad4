#include "sales/pipeline/custom_field_routes.h"

#include "sales/fields/field_commands.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct CustomFieldList {
  std::vector<CustomField> items;
};
BOOST_DESCRIBE_STRUCT(CustomFieldList, (), (items))

struct CustomFieldOrder {
  FieldRecord record = FieldRecord::deal;
  std::vector<CustomFieldId> order;
};
BOOST_DESCRIBE_STRUCT(CustomFieldOrder, (), (record, order))
constexpr auto json_rules(const CustomFieldOrder*) {
  return std::array{json::Rule("record").defaulted(),
                    json::Rule("order").items(1, kCustomFieldsMax)};
}

namespace {

using http::Answer;
using http::Request;

// What this viewer is told: the fields that he sees somewhere, with the rules that concern him.
CustomFieldList told_to(const Viewer& viewer, const CustomFields& fields) {
  CustomFieldList list{fields.all()};
  if (viewer.has(Permission::organization_edit)) return list;
  std::erase_if(list.items,
                [&](const CustomField& field) { return is_hidden_everywhere(field, viewer); });
  for (CustomField& field : list.items)
    std::erase_if(field.rules,
                  [&](const FieldRule& rule) { return rule.role && *rule.role != viewer.role; });
  return list;
}

// Other nodes hear of a changed definition when its event reaches them; this one reads it at once.
template <class A>
Result<A> then_reload(journal::CommandRunner& commands, const PipelineCatalog& catalog,
                      Result<A> answer) {
  if (answer)
    commands.database().read([&](db::Connection& connection) { catalog.reload(connection); });
  return answer;
}

}  // namespace

void add_custom_field_routes(http::Router& router, journal::CommandRunner& commands,
                             const PipelineCatalog& catalog) {
  router
      .get("/api/custom-fields", rules::signed_in,
           {"The organisation's own fields that one may see, in their order", {"custom-fields"}},
           [&catalog](const Request& request) -> Result<CustomFieldList> {
             return told_to(viewer_of(*request.identity()), catalog.current()->fields());
           })
      .runs(http::Runs::inline_on_io);

  router.post(
      "/api/custom-fields", rules::may_administer, {"Define a field", {"custom-fields"}},
      [&](const Request& request, const NewCustomField& wish) -> Result<Answer<CustomField>> {
        return then_reload(
            commands, catalog,
            commands.run(request, [&](journal::Work& work) -> Result<Answer<CustomField>> {
              const CustomField field = TRY(define_field(work, wish));
              auto answer = Answer<CustomField>::created(field);
              answer.etag(field.version);
              return answer;
            }));
      });

  router
      .patch("/api/custom-fields/{id}", rules::may_administer,
             {"Rename a field, change its choices or rules, archive it", {"custom-fields"}},
             [&](const Request& request,
                 const CustomFieldChange& change) -> Result<Answer<CustomField>> {
               const auto id = TRY(request.path_id<CustomFieldId>("id"));
               const std::int64_t version = request.seen_version();
               return then_reload(
                   commands, catalog,
                   commands.run(request, [&](journal::Work& work) -> Result<Answer<CustomField>> {
                     const CustomField field = TRY(change_field(work, id, version, change));
                     return Answer<CustomField>::versioned(field, field.version);
                   }));
             })
      .versioned();

  router.put("/api/custom-field-order", rules::may_administer,
             {"Put the fields of one kind of record in order", {"custom-fields"}},
             [&](const Request& request, const CustomFieldOrder& wish) -> Result<http::Reply> {
               return then_reload(
                   commands, catalog,
                   commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
                     TRY(order_fields(work, wish.record, wish.order));
                     return http::Reply::no_content();
                   }));
             });
}

}  // namespace stagecoach::sales
