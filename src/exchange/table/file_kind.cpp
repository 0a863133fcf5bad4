#include "exchange/table/file_kind.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace stagecoach::exchange {
namespace {

constexpr size_t kSampleBytes = 64 * 1024;

const Phrase kEmptyFile{"import.file_empty", "{file} is empty.", "{file} 是空文件。"};
const Phrase kXlsx{
    "import.file_xlsx",
    "{file} is an Excel workbook, whatever its name says; save it as CSV and try again.",
    "{file} 的内容是 Excel 工作簿，不是 CSV；请另存为 CSV 后重试。"};
const Phrase kOldOffice{"import.file_xls",
                        "{file} is an old Excel or Office file; save it as CSV and try again.",
                        "{file} 是旧版 Excel 或 Office 文件；请另存为 CSV 后重试。"};
const Phrase kArchive{
    "import.file_archive",
    "{file} is a compressed archive ({format}); unpack it and give the CSV inside.",
    "{file} 是压缩文件（{format}）；请先解压，再提供其中的 CSV。"};
const Phrase kHtml{"import.file_html",
                   "{file} is a web page or XML, not CSV; export the data again as CSV.",
                   "{file} 的内容是网页或 XML，不是 CSV；请重新导出为 CSV。"};
const Phrase kPdf{"import.file_pdf", "{file} is a PDF; export the data as CSV instead.",
                  "{file} 是 PDF 文件；请改为导出 CSV。"};
const Phrase kJson{"import.file_json", "{file} is JSON, not CSV; export the data as CSV instead.",
                   "{file} 的内容是 JSON，不是 CSV；请改为导出 CSV。"};
const Phrase kBinary{"import.file_binary",
                     "{file} is not a text file, so no rows can be read from it.",
                     "{file} 不是文本文件，无法读取数据行。"};

struct Magic {
  std::string_view bytes;
  const Phrase* phrase;
  std::string_view format;
};

using namespace std::string_view_literals;
const std::array<Magic, 15> kMagic = {{
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, &kOldOffice, ""},
    {"%PDF-"sv, &kPdf, ""},
    {"\x1F\x8B"sv, &kArchive, "gzip"},
    {"BZh"sv, &kArchive, "bzip2"},
    {"\xFD"
     "7zXZ\0"sv,
     &kArchive, "xz"},
    {"7z\xBC\xAF\x27\x1C"sv, &kArchive, "7z"},
    {"Rar!\x1A\x07"sv, &kArchive, "RAR"},
    {"\x28\xB5\x2F\xFD"sv, &kArchive, "zstd"},
    {"SQLite format 3\0"sv, &kBinary, ""},
    {"\x89PNG\r\n\x1A\n"sv, &kBinary, ""},
    {"\xFF\xD8\xFF"sv, &kBinary, ""},
    {"GIF8"sv, &kBinary, ""},
    {"\x7F"
     "ELF"sv,
     &kBinary, ""},
    {"PAR1"sv, &kBinary, ""},
    {"Obj\x01"sv, &kBinary, ""},
}};

bool starts_with_folded(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i)
    if (std::tolower(static_cast<unsigned char>(text[i])) != lower[i]) return false;
  return true;
}

// UTF-16 text has zero bytes, but only at one parity; a program has them everywhere.
bool looks_like_utf16(std::string_view bytes) {
  if (bytes.size() >= 2 &&
      ((bytes[0] == '\xFF' && bytes[1] == '\xFE') || (bytes[0] == '\xFE' && bytes[1] == '\xFF')))
    return true;
  const std::string_view sample = bytes.substr(0, std::min<size_t>(bytes.size(), 4096));
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const size_t half = sample.size() / 2;
  return (zeros[0] > half * 3 / 10 && zeros[1] * 20 <= half) ||
         (zeros[1] > half * 3 / 10 && zeros[0] * 20 <= half);
}

bool is_binary(std::string_view bytes) {
  if (looks_like_utf16(bytes)) return false;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  size_t controls = 0, zeros = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    zeros += byte == 0 ? 1 : 0;
    controls += (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') ? 1 : 0;
  }
  // A stray zero in a text export is a defect of one cell; one in a hundred is a format.
  return zeros * 100 > sample.size() || controls * 20 > sample.size();
}

}  // namespace

std::optional<Message> refuse_by_content(std::string_view bytes, std::string_view name) {
  const auto say = [&name](const Phrase& phrase, std::string_view format = {}) {
    return Message(phrase, {{"file", std::string(name)}, {"format", std::string(format)}});
  };
  if (bytes.empty()) return say(kEmptyFile);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    const bool workbook =
        sample.find("[Content_Types].xml") != sample.npos || sample.find("xl/") != sample.npos;
    return workbook ? say(kXlsx) : say(kArchive, "ZIP");
  }
  for (const Magic& magic : kMagic)
    if (bytes.starts_with(magic.bytes)) return say(*magic.phrase, magic.format);
  if (auto refusal = refuse_by_markup(bytes, name)) return refusal;
  if (is_binary(bytes)) return say(kBinary);
  return std::nullopt;
}

std::optional<Message> refuse_by_markup(std::string_view text, std::string_view name) {
  const auto say = [&name](const Phrase& phrase) {
    return Message(phrase, {{"file", std::string(name)}});
  };
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty() && (text[0] == ' ' || text[0] == '\n' || text[0] == '\r' || text[0] == '\t'))
    text.remove_prefix(1);
  if (text.empty()) return say(kEmptyFile);
  for (const std::string_view opening : {"<!doctype", "<html", "<head", "<body", "<table", "<?xml",
                                         "<!--", "<meta", "<style", "<script", "<div", "<svg"})
    if (starts_with_folded(text, opening)) return say(kHtml);
  if (text.size() > 1 && (text[0] == '{' || text[0] == '[')) {
    const size_t next = text.find_first_not_of(" \t\r\n", 1);
    if (next != text.npos && ((text[0] == '{' && (text[next] == '"' || text[next] == '}')) ||
                              (text[0] == '[' && (text[next] == '{' || text[next] == '['))))
      return say(kJson);
  }
  return std::nullopt;
}

}  // namespace stagecoach::exchange
