// Names and types of attached files, hostile ones among them.
#include "sales/attachments/file_check.h"

#include <gtest/gtest.h>

namespace stagecoach::sales {
namespace {

TEST(SafeFileName, KeepsWhatPeopleCallTheirFiles) {
  for (const char* name : {"offer.pdf", "报价单 2026.xlsx", "Größe & Preis (2).docx", "a.b.c"})
    EXPECT_EQ(safe_file_name(name), name);
}

TEST(SafeFileName, LeavesNothingThatMisleads) {
  EXPECT_EQ(safe_file_name("../../etc/passwd"), "passwd");
  EXPECT_EQ(safe_file_name("C:\\Users\\li\\offer.pdf"), "offer.pdf");
  EXPECT_EQ(safe_file_name("..hidden"), "hidden");
  EXPECT_EQ(safe_file_name("a\r\nSet-Cookie: x.txt"), "aSet-Cookie_ x.txt");
  EXPECT_EQ(safe_file_name(std::string_view("a\0b.txt", 7)), "ab.txt");
  EXPECT_EQ(safe_file_name("invoice\u202Efdp.exe"), "invoicefdp.exe");
  EXPECT_EQ(safe_file_name("<img src=x onerror=alert(1)>.png"), "_img src=x onerror=alert(1)_.png");
  EXPECT_EQ(safe_file_name("bad\xFF\xC0name.txt"), "badname.txt");
  for (const char* nothing : {"", ".", "..", "/", "...   ", "\u200B"})
    EXPECT_EQ(safe_file_name(nothing), "file") << nothing;
}

TEST(SafeFileName, ALongNameKeepsItsEnding) {
  std::string longest;
  while (longest.size() < 3000) longest += "报";
  const std::string safe = safe_file_name(longest + ".pdf");
  EXPECT_LE(safe.size(), 200u);
  EXPECT_TRUE(safe.ends_with("报.pdf"));
}

TEST(MediaTypeOf, GoesByTheContent) {
  EXPECT_EQ(media_type_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), "application/pdf");
  constexpr std::string_view kPicture("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6", 26);
  EXPECT_EQ(media_type_of(kPicture), "image/png");
  EXPECT_EQ(media_type_of("plain words\n"), "text/plain");
  EXPECT_EQ(media_type_of("<!DOCTYPE html><html><script>alert(1)</script></html>"), "text/html");
  EXPECT_EQ(media_type_of("#!/bin/sh\necho hello\n"), "text/x-shellscript");
  EXPECT_FALSE(media_type_of("").empty());
}

TEST(CheckFileType, LetsOrdinaryFilesPass) {
  const std::pair<const char*, const char*> fine[] = {
      {"offer.pdf", "application/pdf"},
      {"photo.JPG", "image/jpeg"},
      {"plan.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"plan.docx", "application/zip"},
      {"locked.xlsx", "application/CDFV2"},
      {"page.html", "text/html"},
      {"notes", "text/plain"}};
  for (const auto& [name, type] : fine) EXPECT_TRUE(check_file_type(name, type)) << name;
}

TEST(CheckFileType, RefusesProgramsAndFalseNames) {
  const std::pair<const char*, const char*> refused[] = {{"setup.exe", "application/x-dosexec"},
                                                         {"photo.png", "application/x-dosexec"},
                                                         {"tool", "application/x-executable"},
                                                         {"run.BAT", "text/plain"},
                                                         {"offer.pdf", "text/html"},
                                                         {"photo.png", "image/svg+xml"},
                                                         {"photo.jpg", "image/png"},
                                                         {"plan.docx", "text/html"}};
  for (const auto& [name, type] : refused) {
    const auto checked = check_file_type(name, type);
    ASSERT_FALSE(checked) << name;
    EXPECT_EQ(checked.error().code, Error::Code::refused);
  }
}

}  // namespace
}  // namespace stagecoach::sales
