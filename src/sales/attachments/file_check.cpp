#include "sales/attachments/file_check.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>

#include "platform/base/log.h"
#include "platform/base/text_fold.h"
#include "platform/base/utf8.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kProgram{"attachment.program",
                          "“{name}” is a program, and programs cannot be attached.",
                          "“{name}”是可执行程序，不能作为附件。"};
constexpr Phrase kFalseType{"attachment.false_type",
                            "“{name}” is not what its name says; its content is {type}.",
                            "“{name}”的内容与扩展名不符，其内容为 {type}。"};
constexpr std::string_view kUnknown = "application/octet-stream";
constexpr size_t kNameBytesMax = 200;

constexpr std::array<std::string_view, 14> kProgramTypes{
    "application/x-dosexec",        "application/x-executable",
    "application/x-pie-executable", "application/x-sharedlib",
    "application/x-object",         "application/x-mach-binary",
    "application/x-msdownload",     "application/x-msi",
    "application/x-ms-shortcut",    "application/java-archive",
    "application/x-java-applet",    "application/vnd.microsoft.portable-executable",
    "text/x-shellscript",           "text/x-msdos-batch"};
constexpr std::array<std::string_view, 17> kProgramEndings{"exe", "com", "scr", "bat", "cmd", "msi",
                                                           "ps1", "vbs", "js",  "jar", "lnk", "hta",
                                                           "pif", "cpl", "wsf", "app", "reg"};

struct Ending {
  std::string_view ending;
  std::initializer_list<std::string_view> types;  // what the content's type may begin with
};
constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";
constexpr std::string_view kOldOffice = "application/CDFV2";  // as is a document with a password
const std::array<Ending, 13> kEndings{{{"pdf", {"application/pdf"}},
                                       {"png", {"image/png"}},
                                       {"jpg", {"image/jpeg"}},
                                       {"jpeg", {"image/jpeg"}},
                                       {"gif", {"image/gif"}},
                                       {"webp", {"image/webp"}},
                                       {"zip", {"application/zip"}},
                                       {"docx", {kOffice, kOldOffice, "application/zip"}},
                                       {"xlsx", {kOffice, kOldOffice, "application/zip"}},
                                       {"pptx", {kOffice, kOldOffice, "application/zip"}},
                                       {"doc", {"application/msword", kOldOffice}},
                                       {"xls", {"application/vnd.ms-excel", kOldOffice}},
                                       {"ppt", {"application/vnd.ms-powerpoint", kOldOffice}}}};

std::string ending_of(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == name.npos ? std::string() : fold(name.substr(dot + 1));
}

// Marks that turn the writing direction or are not seen: "invoice\u202Efdp.exe" reads as a PDF.
bool is_hidden_mark(std::string_view character) {
  constexpr std::array<std::string_view, 16> kMarks{
      "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
      "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\uFEFF"};
  return std::find(kMarks.begin(), kMarks.end(), character) != kMarks.end();
}

}  // namespace

std::string media_type_of(std::string_view beginning) {
  // What lies inside of archives is nobody's business here, and unpacking it invites bombs.
  constexpr int kFlags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF;
  const std::unique_ptr<magic_set, decltype(&magic_close)> cookie(magic_open(kFlags), &magic_close);
  if (!cookie || magic_load(cookie.get(), nullptr) != 0) {
    log::warning("attachment.no_magic", {});
    return std::string(kUnknown);
  }
  const char* type = magic_buffer(cookie.get(), beginning.data(), beginning.size());
  return type ? type : std::string(kUnknown);
}

std::string safe_file_name(std::string_view name) {
  const size_t folder = name.find_last_of("/\\");
  if (folder != name.npos) name.remove_prefix(folder + 1);
  std::string safe;
  while (!name.empty()) {
    const size_t length = utf8_sequence_length(name);
    const std::string_view character = name.substr(0, std::max<size_t>(length, 1));
    name.remove_prefix(character.size());
    const auto first = static_cast<unsigned char>(character.front());
    if (length == 0 || first < 0x20 || first == 0x7F || is_hidden_mark(character)) continue;
    safe += std::string_view("<>:\"|?*").find(static_cast<char>(first)) != std::string_view::npos
                ? "_"
                : character;
  }
  const size_t start = safe.find_first_not_of(". ");
  safe = start == safe.npos ? std::string() : safe.substr(start);
  if (safe.size() > kNameBytesMax) {
    const std::string ending =
        safe.size() - safe.rfind('.') <= 10 ? safe.substr(safe.rfind('.')) : std::string();
    safe = std::string(truncate_utf8(safe, kNameBytesMax - ending.size())) + ending;
  }
  while (safe.ends_with('.') || safe.ends_with(' ')) safe.pop_back();
  return safe.empty() ? "file" : safe;
}

Result<void> check_file_type(std::string_view name, std::string_view media_type) {
  const std::string ending = ending_of(name);
  const auto is_in = [](const auto& list, std::string_view what) {
    return std::find(list.begin(), list.end(), what) != list.end();
  };
  if (is_in(kProgramTypes, media_type) || is_in(kProgramEndings, ending))
    return Error(Error::Code::refused, {kProgram, {{"name", std::string(name)}}});
  for (const Ending& known : kEndings) {
    if (known.ending != ending) continue;
    const bool fits =
        std::any_of(known.types.begin(), known.types.end(),
                    [&](std::string_view beginning) { return media_type.starts_with(beginning); });
    if (!fits)
      return Error(Error::Code::refused,
                   {kFalseType, {{"name", std::string(name)}, {"type", std::string(media_type)}}});
  }
  return {};
}

}  // namespace stagecoach::sales
