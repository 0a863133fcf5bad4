#include "exchange/lists/list_file.h"

#include <memory>

#include "sales/team/people.h"

namespace stagecoach::exchange {
namespace {

constexpr std::string_view kCsv = "text/csv; charset=utf-8";

class CsvStream {
 public:
  CsvStream(std::vector<std::string> header, WritePage write_page)
      : writer_([this](std::string_view piece) { out_->append(piece); }, options()),
        header_(std::move(header)),
        write_page_(std::move(write_page)) {}

  Result<bool> next(std::string& out) {
    out_ = &out;
    if (!header_.empty()) writer_.row(header_);
    header_.clear();
    const bool more = TRY(write_page_(writer_));
    writer_.flush();
    return more;
  }

 private:
  static CsvWriterOptions options() {
    CsvWriterOptions options;
    options.bom = ByteOrderMark::utf8;
    return options;
  }

  std::string* out_ = nullptr;
  CsvWriter writer_;
  std::vector<std::string> header_;
  WritePage write_page_;
};

}  // namespace

http::Reply csv_reply(std::string_view file_name, Lang lang,
                      const std::vector<const Phrase*>& columns, WritePage write_page,
                      const std::vector<std::string>& more_columns) {
  std::vector<std::string> header;
  for (const Phrase* column : columns) header.emplace_back(column->in(lang));
  header.insert(header.end(), more_columns.begin(), more_columns.end());
  const auto stream = std::make_shared<CsvStream>(std::move(header), std::move(write_page));
  return http::Reply::stream(kCsv, [stream](std::string& out) { return stream->next(out); })
      .attachment(file_name);
}

std::map<UserId, std::string> names_of_users(db::Connection& connection) {
  std::map<UserId, std::string> names;
  UserId after;
  for (;;) {
    const std::vector<sales::User> page = sales::list_users(connection, after, kRowsPerPage);
    if (page.empty()) return names;
    for (const sales::User& user : page) names.emplace(user.id, user.name);
    after = page.back().id;
  }
}

}  // namespace stagecoach::exchange
