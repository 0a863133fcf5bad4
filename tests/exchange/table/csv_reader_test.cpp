#include "exchange/table/csv_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "exchange/table/csv_writer.h"

namespace stagecoach::exchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_all(std::string_view text, CsvDialect dialect, CsvLimits limits = {}) {
  StringArena arena;
  CsvReader reader(text, dialect, arena, limits);
  CsvRecord record;
  Rows rows;
  while (reader.next(record)) {
    rows.emplace_back();
    for (const CsvField& field : record.fields) rows.back().emplace_back(field.text);
  }
  return rows;
}

TEST(CsvReader, ReadsQuotedDelimitersQuotesAndLineEnds) {
  EXPECT_EQ(read_all("a,\"b,c\",\"d\"\"e\"\r\n\"x\ny\",,z\n", {}),
            (Rows{{"a", "b,c", "d\"e"}, {"x\ny", "", "z"}}));
}

TEST(CsvReader, AcceptsEveryLineEndAndAMissingLastOne) {
  EXPECT_EQ(read_all("a,b\rc,d\r\ne,f\ng,h", {}),
            (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}));
}

TEST(CsvReader, KeepsAnEmptyLastCell) {
  EXPECT_EQ(read_all("a,b,\n1,2,", {}), (Rows{{"a", "b", ""}, {"1", "2", ""}}));
}

TEST(CsvReader, TellsLineAndOffsetOfEveryField) {
  StringArena arena;
  CsvReader reader("h1,h2\n\"two\r\nlines\",x\ny,z", {}, arena);
  CsvRecord record;
  ASSERT_TRUE(reader.next(record));
  ASSERT_TRUE(reader.next(record));
  EXPECT_EQ(record.line, 2u);
  EXPECT_EQ(record.fields[1].line, 3u);
  EXPECT_EQ(record.fields[1].offset, 8u);
  ASSERT_TRUE(reader.next(record));
  EXPECT_EQ(record.line, 4u);
  EXPECT_EQ(record.raw, "y,z");
}

TEST(CsvReader, AQuoteThatIsNeverClosedDoesNotSwallowTheFile) {
  StringArena arena;
  const std::string text = "name,n\n\"Screen 5,1\nDesk,2\nChair,3\n";
  CsvReader reader(text, {}, arena);
  CsvRecord record;
  int records = 0;
  while (reader.next(record)) ++records;
  EXPECT_EQ(records, 4);
  EXPECT_EQ(reader.oddities().unclosed_quotes, 1u);
  EXPECT_EQ(reader.oddities().first_line, 2u);
}

TEST(CsvReader, QuotesInsidePlainCellsAndAfterQuotedOnesAreContent) {
  EXPECT_EQ(read_all("5\" disk,\"abc\"def,\"x\" ,y", {}), (Rows{{"5\" disk", "abcdef", "x", "y"}}));
}

TEST(CsvReader, ManyStrayQuotesStayLinear) {
  std::string text = "a,b\n";
  for (int i = 0; i < 20000; ++i) text += "\"x,1\n" + std::string(i % 2 ? "" : "y,2\n");
  CsvLimits limits;
  limits.field_bytes_max = 200;
  StringArena arena;
  CsvReader reader(text, {}, arena, limits);
  CsvRecord record;
  size_t bytes = 0;
  while (reader.next(record)) bytes += record.raw.size();
  EXPECT_GT(bytes, text.size() / 2);
}

TEST(CsvReader, ExtraColumnsAreCountedNotKept) {
  CsvLimits limits;
  limits.columns_max = 2;
  StringArena arena;
  CsvReader reader("1,2,3,4\n", {}, arena, limits);
  CsvRecord record;
  ASSERT_TRUE(reader.next(record));
  EXPECT_EQ(record.fields.size(), 2u);
  EXPECT_EQ(reader.oddities().dropped_cells, 2u);
}

TEST(CsvSniff, FindsTheDelimiter) {
  EXPECT_EQ(sniff_dialect("a,b,c\n1,2,3\n").delimiter, ',');
  EXPECT_EQ(sniff_dialect("a;b;c\n1,5;2,5;3,5\n2,5;1,0;x\n").delimiter, ';');
  EXPECT_EQ(sniff_dialect("a\tb\n\"x, y\"\t2\n").delimiter, '\t');
  EXPECT_EQ(sniff_dialect("a|b\n1|2\n").delimiter, '|');
  EXPECT_EQ(sniff_dialect("sep=|\na,b|c\n1,2|3\n").delimiter, '|');
}

TEST(CsvSniff, LooksThroughRowsQuotedWhole) {
  EXPECT_EQ(sniff_dialect("id;name;amount\n\"1;\"\"Acme, Inc\"\";5\"\n\"2;Beta;6\"\n").delimiter,
            ';');
}

TEST(CsvSniff, SingleQuotesWhereDoubleOnesNeverAppear) {
  EXPECT_EQ(sniff_dialect("'a','b'\n'1,5','2'\n'3','4'\n").quote, '\'');
  EXPECT_EQ(sniff_dialect("a,b\nO'Brien,2\n'tis,4\n").quote, '"');
}

// What is written is read back, whatever the cells hold: the property behind every export.
TEST(CsvProperty, WriteThenReadGivesTheSameCells) {
  std::mt19937 random(20260301);
  const std::vector<std::string> pieces = {"a",  "7",    ",",  ";",    "\t", "|",
                                           "\"", "\"\"", "\n", "\r\n", "\r", " ",
                                           "=",  "商机", "é",  "'",    "",   "\xF0\x9F\x9A\x80"};
  for (int round = 0; round < 600; ++round) {
    CsvWriterOptions options;
    options.dialect.delimiter = ",;\t|"[random() % 4];
    options.dialect.quote = random() % 4 ? '"' : '\'';
    options.guard = FormulaGuard::off;
    options.line_end = random() % 2 ? "\r\n" : "\n";
    Rows rows(1 + random() % 5);
    const size_t columns = 1 + random() % 5;
    for (auto& row : rows)
      for (size_t c = 0; c < columns; ++c) {
        row.emplace_back();
        for (size_t n = random() % 5; n > 0; --n) row.back() += pieces[random() % pieces.size()];
      }
    std::string text;
    CsvWriter writer([&text](std::string_view piece) { text += piece; }, options);
    for (const auto& row : rows) writer.row(row);
    writer.flush();
    ASSERT_EQ(read_all(text, options.dialect), rows) << text;
  }
}

TEST(CsvWriter, CellsThatWouldRunAsFormulasAreNeutralised) {
  for (const std::string cell :
       {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"})
    EXPECT_EQ(neutralise_formula(cell)[0], '\'') << cell;
  using namespace std::string_literals;
  EXPECT_EQ(neutralise_formula("\0=1"s), "'=1");
  for (const std::string cell : {"-12.5", "+3", "-1,234.00", "plain", "a=b", ""})
    EXPECT_EQ(neutralise_formula(cell), cell);
  EXPECT_EQ(neutralise_formula("-"), "'-");
}

TEST(CsvWriter, StreamsAndBeginsWithABomOnRequest) {
  size_t pieces = 0, bytes = 0;
  std::string first;
  CsvWriterOptions options;
  options.bom = ByteOrderMark::utf8;
  CsvWriter writer(
      [&](std::string_view piece) {
        if (pieces++ == 0) first = piece.substr(0, 3);
        bytes += piece.size();
      },
      options);
  for (int i = 0; i < 30000; ++i) writer.row({"some cell", "another"});
  writer.flush();
  EXPECT_GT(pieces, 5u);
  EXPECT_EQ(first, "\xEF\xBB\xBF");
  EXPECT_EQ(bytes, 3 + 30000 * std::string_view("some cell,another\r\n").size());
}

}  // namespace
}  // namespace stagecoach::exchange
