#include "exchange/records/issue_table.h"

#include "exchange/table/csv_writer.h"

namespace stagecoach::exchange {
namespace {

const Phrase kFile{"import.issues.file", "file", "文件"};
const Phrase kLine{"import.issues.line", "line", "行"};
const Phrase kColumn{"import.issues.column", "column", "列"};
const Phrase kValue{"import.issues.value", "value", "值"};
const Phrase kReason{"import.issues.reason", "reason", "原因"};
const Phrase kEffect{"import.issues.effect", "effect", "处理"};
const Phrase kRowLeftOut{"import.issues.row_left_out", "row left out", "整行未导入"};
const Phrase kCellLeftEmpty{"import.issues.cell_left_empty", "cell left empty", "该单元格留空"};

}  // namespace

std::string issue_table(const Dataset& dataset, Lang lang) {
  std::string out;
  CsvWriterOptions options;
  options.bom = ByteOrderMark::utf8;
  CsvWriter writer([&out](std::string_view piece) { out += piece; }, options);
  writer.row({kFile.in(lang), kLine.in(lang), kColumn.in(lang), kValue.in(lang), kReason.in(lang),
              kEffect.in(lang)});
  for (const RowIssue& issue : dataset.issues)
    writer.row({dataset.files[issue.origin.file].table.name, std::to_string(issue.origin.line),
                issue.column, issue.value, issue.reason.text(lang),
                (issue.rejected ? kRowLeftOut : kCellLeftEmpty).in(lang)});
  writer.flush();
  return out;
}

}  // namespace stagecoach::exchange
