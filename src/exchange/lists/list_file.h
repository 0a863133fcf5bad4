// A list as a CSV file that is written page by page, each when the client has taken the one before.
//
// Formulas in it do not run in a spreadsheet (csv_writer.h), and it says that it is UTF-8.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/table/csv_writer.h"
#include "platform/base/phrase.h"
#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/http/reply.h"
#include "sales/team/user.h"

namespace stagecoach::exchange {

inline constexpr int kRowsPerPage = 200;

// What several lists call their columns.
inline constexpr Phrase kIdColumn{"export.id", "ID", "编号"};
inline constexpr Phrase kAccountColumn{"export.account", "Account", "客户"};
inline constexpr Phrase kNameColumn{"export.name", "Name", "姓名"};
inline constexpr Phrase kOwnerColumn{"export.owner", "Owner", "负责人"};
inline constexpr Phrase kCurrencyColumn{"export.currency", "Currency", "币种"};
inline constexpr Phrase kEmailColumn{"export.email", "E-mail", "邮箱"};
inline constexpr Phrase kCreatedColumn{"export.created", "Created", "创建时间"};

// Writes one page of rows; false = there are no more. Called on the connection's thread.
using WritePage = std::function<Result<bool>(CsvWriter&)>;

http::Reply csv_reply(std::string_view file_name, Lang lang,
                      const std::vector<const Phrase*>& columns, WritePage write_page,
                      const std::vector<std::string>& more_columns = {});

std::map<UserId, std::string> names_of_users(db::Connection& connection);

}  // namespace stagecoach::exchange
