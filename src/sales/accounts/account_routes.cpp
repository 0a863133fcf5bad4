#include "sales/accounts/account_routes.h"

#include "sales/accounts/account_commands.h"
#include "sales/accounts/account_store.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/accounts/match/duplicate_routes.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

// Pages by their names in the API document.
struct AccountPage {
  std::vector<Account> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (items, next_cursor))

// A contact in a list, with what its account is called.
struct ContactRow : Contact {
  std::optional<std::string> account_name;
};
BOOST_DESCRIBE_STRUCT(ContactRow, (Contact), (account_name))

struct ContactPage {
  std::vector<ContactRow> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ContactPage, (), (items, next_cursor))

struct ProductList {
  std::vector<Product> items;
};
BOOST_DESCRIBE_STRUCT(ProductList, (), (items))

namespace {

using http::Answer;
using http::Request;

template <class T>
Answer<T> created(const T& record, std::string_view folder) {
  auto answer = Answer<T>::created(record, std::string(folder) + std::to_string(record.id.value));
  answer.etag(record.version);
  return answer;
}

template <class T>
Result<Answer<T>> seen(const Viewer& viewer, std::optional<T> found) {
  if (!found) return no_such_record();
  TRY(authorize_read(viewer, found->owner_id, found->team_id.value_or(TeamId())));
  return Answer<T>::versioned(*found, found->version);
}

// Runs a command that gives a T and answers it with its version.
template <class T, class F>
Result<Answer<T>> write(journal::CommandRunner& commands, const Request& request, F&& command) {
  return commands.run(request, [&](journal::Work& work) -> Result<Answer<T>> {
    const T record = TRY(command(work));
    return Answer<T>::versioned(record, record.version);
  });
}

template <class T, class SomeId, class F>
void add_restorations(http::Router& router, journal::CommandRunner& commands,
                      std::string_view pattern, http::Doc doc, F restore) {
  doc.success = 200;
  router
      .post(pattern, rules::may_delete, std::move(doc),
            [&commands, restore](const Request& request) -> Result<Answer<T>> {
              const auto id = TRY(request.path_id<SomeId>("id"));
              const std::int64_t version = request.seen_version();
              return write<T>(commands, request,
                              [&](journal::Work& work) { return restore(work, id, version); });
            })
      .versioned();
}

Result<ContactPage> contact_page(db::Connection& connection, const Viewer& viewer, Instant now,
                                 const ContactQuery& query) {
  auto found = TRY(list_contacts(connection, viewer, now, query));
  const auto names = account_names(connection, found.items);
  ContactPage page;
  page.next_cursor = std::move(found.next_cursor);
  for (Contact& contact : found.items) {
    ContactRow row;
    static_cast<Contact&>(row) = std::move(contact);
    if (row.account_id) row.account_name = names.at(*row.account_id);
    page.items.push_back(std::move(row));
  }
  return page;
}

void add_accounts(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/accounts", rules::signed_in, {"Accounts one may see, by name", {"accounts"}},
             [&commands](const Request& request, const AccountQuery& query) -> Result<AccountPage> {
               auto page = TRY(commands.database().read([&](db::Connection& connection) {
                 return list_accounts(connection, viewer_of(*request.identity()),
                                      commands.clock().now(), query);
               }));
               return AccountPage{std::move(page.items), std::move(page.next_cursor)};
             });
  router.get("/api/accounts/{id}", rules::signed_in, {"An account", {"accounts"}},
             [&commands](const Request& request) -> Result<Answer<Account>> {
               const auto id = TRY(request.path_id<AccountId>("id"));
               return commands.database().read([&](db::Connection& connection) {
                 return seen(viewer_of(*request.identity()), find_account(connection, id));
               });
             });
  router.post(
      "/api/accounts", rules::may_write_accounts, {"Create an account", {"accounts"}},
      [&commands](const Request& request, const AccountInput& input) -> Result<Answer<Account>> {
        return commands.run(request, [&](journal::Work& work) -> Result<Answer<Account>> {
          return created(TRY(create_account(work, input)), "/api/accounts/");
        });
      });
  router
      .patch("/api/accounts/{id}", rules::may_write_accounts, {"Change an account", {"accounts"}},
             [&commands](const Request& request,
                         const AccountInput& input) -> Result<Answer<Account>> {
               const auto id = TRY(request.path_id<AccountId>("id"));
               const std::int64_t version = request.seen_version();
               return write<Account>(commands, request, [&](journal::Work& work) {
                 return change_account(work, id, version, input);
               });
             })
      .versioned();
  router
      .del("/api/accounts/{id}", rules::may_delete, {"Delete an account", {"accounts"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<AccountId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(delete_account(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
  add_restorations<Account, AccountId>(router, commands, "/api/accounts/{id}/restorations",
                                       {"Restore a deleted account", {"accounts"}},
                                       restore_account);
}

void add_contacts(http::Router& router, journal::CommandRunner& commands,
                  const ContactFollowUp& follow_up) {
  router.get("/api/contacts", rules::signed_in, {"Contacts one may see, by name", {"contacts"}},
             [&commands](const Request& request, const ContactQuery& query) -> Result<ContactPage> {
               return commands.database().read([&](db::Connection& connection) {
                 return contact_page(connection, viewer_of(*request.identity()),
                                     commands.clock().now(), query);
               });
             });
  router.get("/api/contacts/{id}", rules::signed_in, {"A contact", {"contacts"}},
             [&commands](const Request& request) -> Result<Answer<Contact>> {
               const auto id = TRY(request.path_id<ContactId>("id"));
               return commands.database().read([&](db::Connection& connection) {
                 return seen(viewer_of(*request.identity()), find_contact(connection, id));
               });
             });
  router.post(
      "/api/contacts", rules::may_write_accounts, {"Create a contact", {"contacts"}},
      [&commands](const Request& request, const ContactInput& input) -> Result<Answer<Contact>> {
        return commands.run(request, [&](journal::Work& work) -> Result<Answer<Contact>> {
          return created(TRY(create_contact(work, input)), "/api/contacts/");
        });
      });
  router
      .patch("/api/contacts/{id}", rules::may_write_accounts, {"Change a contact", {"contacts"}},
             [&commands, follow_up](const Request& request,
                                    const ContactInput& input) -> Result<Answer<Contact>> {
               const auto id = TRY(request.path_id<ContactId>("id"));
               const std::int64_t version = request.seen_version();
               return write<Contact>(commands, request, [&](journal::Work& work) {
                 return change_contact(work, id, version, input, follow_up);
               });
             })
      .versioned();
  router
      .del("/api/contacts/{id}", rules::may_delete, {"Delete a contact", {"contacts"}},
           [&commands, follow_up](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<ContactId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(delete_contact(work, id, version, follow_up));
               return http::Reply::no_content();
             });
           })
      .versioned();
  add_restorations<Contact, ContactId>(
      router, commands, "/api/contacts/{id}/restorations",
      {"Restore a deleted contact", {"contacts"}},
      [follow_up](journal::Work& work, ContactId id, std::int64_t version) {
        return restore_contact(work, id, version, follow_up);
      });
}

void add_products(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/products", rules::signed_in, {"The products", {"products"}},
             [&commands](const Request&) -> Result<ProductList> {
               return ProductList{commands.database().read(
                   [](db::Connection& connection) { return list_products(connection); })};
             });
  router.get("/api/products/{id}", rules::signed_in, {"A product", {"products"}},
             [&commands](const Request& request) -> Result<Answer<Product>> {
               const auto id = TRY(request.path_id<ProductId>("id"));
               const auto found = commands.database().read(
                   [&](db::Connection& connection) { return find_product(connection, id); });
               if (!found) return no_such_record();
               return Answer<Product>::versioned(*found, found->version);
             });
  router.post(
      "/api/products", rules::may_edit_products, {"Create a product", {"products"}},
      [&commands](const Request& request, const ProductInput& input) -> Result<Answer<Product>> {
        return commands.run(request, [&](journal::Work& work) -> Result<Answer<Product>> {
          return created(TRY(create_product(work, input)), "/api/products/");
        });
      });
  router
      .patch("/api/products/{id}", rules::may_edit_products, {"Change a product", {"products"}},
             [&commands](const Request& request,
                         const ProductInput& input) -> Result<Answer<Product>> {
               const auto id = TRY(request.path_id<ProductId>("id"));
               const std::int64_t version = request.seen_version();
               return write<Product>(commands, request, [&](journal::Work& work) {
                 return change_product(work, id, version, input);
               });
             })
      .versioned();
}

}  // namespace

void add_account_routes(http::Router& router, journal::CommandRunner& commands,
                        const ContactFollowUp& follow_up) {
  add_accounts(router, commands);
  add_contacts(router, commands, follow_up);
  add_products(router, commands);
  add_duplicate_routes(router, commands);
}

}  // namespace stagecoach::sales
