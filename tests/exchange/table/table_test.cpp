#include "exchange/table/table.h"

#include <gtest/gtest.h>

#include "exchange/table/file_kind.h"

namespace stagecoach::exchange {
namespace {

bool knows(std::string_view cell) {
  return cell == "id" || cell == "name" || cell == "stage" || cell == "amount";
}

Table open(std::string text, TableOptions options = {}) {
  return open_table(std::move(text), "deals.csv", options, knows).value();
}

std::vector<std::vector<std::string>> rows_of(const Table& table, RowTally* tally = nullptr) {
  StringArena arena;
  RowReader reader(table, arena);
  CsvRecord row;
  std::vector<std::vector<std::string>> rows;
  while (reader.next(row)) {
    rows.emplace_back();
    for (const CsvField& field : row.fields) rows.back().emplace_back(field.text);
  }
  if (tally) *tally = reader.tally();
  const RowTally& t = reader.tally();
  EXPECT_EQ(t.records, t.blank + t.repeated_headers + t.rows);
  return rows;
}

TEST(Table, FindsTheHeaderUnderATitleAndDropsItsRepetitions) {
  RowTally tally;
  const Table table = open(
      "Pipeline report,,\nExported by "
      "Sales,,\n\nid,name,stage\n1,Acme,Won\n\nid,name,stage\n2,Beta,Lost\n");
  EXPECT_EQ(table.header, (std::vector<std::string>{"id", "name", "stage"}));
  EXPECT_EQ(table.header_line, 4u);
  EXPECT_EQ(table.lines_above, 3u);
  EXPECT_EQ(rows_of(table, &tally).size(), 2u);
  EXPECT_EQ(tally.repeated_headers, 1u);
  EXPECT_EQ(tally.blank, 1u);
}

TEST(Table, ReadsThroughRowsQuotedWhole) {
  RowTally tally;
  const Table table = open("id,name,stage\n\"1,\"\"Acme, Inc\"\",Won\"\n2,Beta,Lost\n");
  EXPECT_EQ(rows_of(table, &tally)[0], (std::vector<std::string>{"1", "Acme, Inc", "Won"}));
  EXPECT_EQ(tally.unwrapped, 1u);
  const Table wrapped_header = open("\"id,name,stage\"\n\"1,Acme,Won\"\n");
  EXPECT_EQ(wrapped_header.header.size(), 3u);
  EXPECT_EQ(rows_of(wrapped_header)[0][2], "Won");
}

TEST(Table, AQuotedCellWithACommaIsNotAWholeRow) {
  EXPECT_EQ(rows_of(open("id,name,stage,amount\n\"Acme, Inc\",,,\n"))[0][0], "Acme, Inc");
}

TEST(Table, ShortRowsAreFilledAndCounted) {
  RowTally tally;
  EXPECT_EQ(rows_of(open("id,name,stage\n1,Acme\n"), &tally)[0].size(), 3u);
  EXPECT_EQ(tally.short_rows, 1u);
}

TEST(Table, RepeatedAndMissingNamesStayDistinct) {
  EXPECT_EQ(open("id,name,name,,stage,,\n1,a,b,c,d,,\n").header,
            (std::vector<std::string>{"id", "name", "name (2)", "column 4", "stage"}));
}

TEST(Table, RowsKnowTheirPhysicalLine) {
  const Table table = open("\"id\",\"na\nme\",stage\r\n1,a,b\r\n");
  StringArena arena;
  RowReader reader(table, arena);
  CsvRecord row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row.line, 3u);
}

TEST(Table, ExcelsSeparatorLineIsSkipped) {
  const Table table = open("sep=;\r\nid;name\r\n1;x\r\n");
  EXPECT_EQ(table.header.size(), 2u);
  EXPECT_EQ(table.header_line, 2u);
  EXPECT_EQ(rows_of(table).size(), 1u);
}

TEST(Table, WithoutAnyKnownNameTheWidestLineIsTheHeader) {
  const Table table = open("Some title\nalpha,beta,gamma\n1,2,3\n4,5,6\n");
  EXPECT_EQ(table.header[0], "alpha");
}

TEST(Table, TheUserMayNameTheHeaderLine) {
  TableOptions options;
  options.header_line = 2;
  EXPECT_EQ(open("id,name\nx,y\n1,2\n", options).header[0], "x");
  options.header_line = 99;
  EXPECT_FALSE(open_table("id,name\n1,2\n", "f", options, knows));
}

TEST(Trim, KnowsTheBlanksOfSpreadsheets) {
  EXPECT_EQ(trim("\xC2\xA0\xE3\x80\x80 x \t\xE2\x80\x8B"), "x");
  EXPECT_EQ(trim("   "), "");
}

std::string refusal(std::string bytes) {
  const auto table = open_table(std::move(bytes), "deals.csv", {}, knows);
  return table ? "accepted" : std::string(table.error().message.code());
}

TEST(FileKind, FilesThatAreNotCsvAreRefusedByContent) {
  using namespace std::string_literals;
  EXPECT_EQ(refusal("PK\x03\x04....[Content_Types].xml xl/workbook.xml"), "import.file_xlsx");
  EXPECT_EQ(refusal("PK\x03\x04 plain archive"), "import.file_archive");
  EXPECT_EQ(refusal("\x1F\x8B\x08rest"), "import.file_archive");
  EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), "import.file_xls");
  EXPECT_EQ(refusal("%PDF-1.7 ..."), "import.file_pdf");
  EXPECT_EQ(refusal("\xEF\xBB\xBF  <!DOCTYPE html><table><tr><td>id,name"), "import.file_html");
  EXPECT_EQ(refusal("<?xml version=\"1.0\"?><Workbook/>"), "import.file_html");
  EXPECT_EQ(refusal("\xFF\xFE<\0h\0t\0m\0l\0>\0"s), "import.file_html");
  EXPECT_EQ(refusal("[{\"id\": 1, \"name\": 2}]"), "import.file_json");
  EXPECT_EQ(refusal("\x01\x02\0\0\0\x03\x04\0\0binary\0\0\0\0"s), "import.file_binary");
  EXPECT_EQ(refusal(""), "import.file_empty");
  EXPECT_EQ(refusal("  \n \n"), "import.file_empty");
  EXPECT_EQ(refusal("just one column\nof words\n"), "import.no_table");
  EXPECT_EQ(refusal("id,name\n1,a\0b\n2,long enough text so that one zero is only a defect "
                    "of one cell, not a format of its own at all\n"s),
            "accepted");
}

TEST(FileKind, EveryRefusalIsASentenceInBothLanguages) {
  const auto refused = open_table("%PDF-1.7", "deals.csv", {}, knows);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.text(Lang::en),
            "deals.csv is a PDF; export the data as CSV instead.");
  EXPECT_EQ(refused.error().message.text(Lang::zh), "deals.csv 是 PDF 文件；请改为导出 CSV。");
}

TEST(ReadWholeFile, MissingFilesAndFoldersAreRefused) {
  EXPECT_EQ(read_whole_file("/nowhere/at/all.csv").error().code, Error::Code::not_found);
  EXPECT_EQ(read_whole_file("/").error().code, Error::Code::unsupported);
}

}  // namespace
}  // namespace stagecoach::exchange
