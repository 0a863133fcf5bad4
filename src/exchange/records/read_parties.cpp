#include <cmath>

#include "exchange/records/row_cells.h"

namespace stagecoach::exchange {

void read_account(RowCells& row) {
  AccountRecord account;
  account.origin = row.origin();
  row.find_currency();
  for (const BoundColumn& column : row.file().columns) {
    switch (column.field) {
      case Field::account_id:
        account.id = row.text(column);
        break;
      case Field::account_name:
        account.name = row.text(column);
        if (account.name.empty()) row.reject(column, kValueMissing);
        break;
      case Field::category:
        account.category = row.text(column);
        break;
      case Field::website:
        account.website = row.text(column);
        break;
      case Field::phone:
        account.phone = row.text(column);
        break;
      case Field::country:
        account.country = row.text(column);
        break;
      case Field::city:
        account.city = row.text(column);
        break;
      case Field::parent_account:
        account.parent = row.text(column);
        break;
      case Field::owner:
        account.owner = row.text(column);
        break;
      case Field::source:
        account.source = row.text(column);
        break;
      case Field::description:
        account.description = row.text(column);
        break;
      case Field::employees:
        if (const auto count = row.number(column); count && *count >= 0 && *count < 1e12)
          account.employees = static_cast<std::int64_t>(std::llround(*count));
        break;
      case Field::annual_revenue:
        account.annual_revenue = row.money(column);
        break;
      default:
        break;
    }
  }
  if (!row.rejected()) row.dataset().accounts.push_back(account);
}

void read_contact(RowCells& row) {
  ContactRecord contact;
  contact.origin = row.origin();
  std::string_view first, last;
  for (const BoundColumn& column : row.file().columns) {
    switch (column.field) {
      case Field::contact_id:
        contact.id = row.text(column);
        break;
      case Field::contact_name:
        contact.name = row.text(column);
        break;
      case Field::first_name:
        first = row.text(column);
        break;
      case Field::last_name:
        last = row.text(column);
        break;
      case Field::account_id:
        contact.account_id = row.text(column);
        break;
      case Field::account_name:
        contact.account = row.text(column);
        break;
      case Field::email:
        contact.email = row.text(column);
        break;
      case Field::phone:
        contact.phone = row.text(column);
        break;
      case Field::job_title:
        contact.job_title = row.text(column);
        break;
      case Field::owner:
        contact.owner = row.text(column);
        break;
      case Field::source:
        contact.source = row.text(column);
        break;
      case Field::description:
        contact.description = row.text(column);
        break;
      default:
        break;
    }
  }
  if (contact.name.empty() && !(first.empty() && last.empty())) {
    const bool chinese = !last.empty() && (last[0] & 0x80) != 0 && last.size() <= 6;
    contact.name = chinese ? row.dataset().keep(std::string(last) + std::string(first))
                           : trim(row.dataset().keep(std::string(first) + " " + std::string(last)));
  }
  if (contact.name.empty()) contact.name = contact.email;
  if (contact.name.empty()) row.reject_row(Message(kValueMissing));
  if (!row.rejected()) row.dataset().contacts.push_back(contact);
}

void read_product(RowCells& row) {
  ProductRecord product;
  product.origin = row.origin();
  row.find_currency();
  for (const BoundColumn& column : row.file().columns) {
    switch (column.field) {
      case Field::product:
        product.name = row.text(column);
        if (product.name.empty()) row.reject(column, kValueMissing);
        break;
      case Field::product_code:
        product.code = row.text(column);
        break;
      case Field::category:
        product.category = row.text(column);
        break;
      case Field::description:
        product.description = row.text(column);
        break;
      case Field::amount:
        product.price = row.money(column);
        break;
      default:
        break;
    }
  }
  if (!row.rejected()) row.dataset().products.push_back(product);
}

void read_user(RowCells& row) {
  UserRecord user;
  user.origin = row.origin();
  for (const BoundColumn& column : row.file().columns) {
    switch (column.field) {
      case Field::owner:
        user.name = row.text(column);
        if (user.name.empty()) row.reject(column, kValueMissing);
        break;
      case Field::email:
        user.email = row.text(column);
        break;
      case Field::team:
        user.team = row.text(column);
        break;
      case Field::manager:
        user.manager = row.text(column);
        break;
      case Field::job_title:
        user.job_title = row.text(column);
        break;
      default:
        break;
    }
  }
  if (!row.rejected()) row.dataset().users.push_back(user);
}

}  // namespace stagecoach::exchange
