#include "exchange/table/text_encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <random>

#include "platform/base/utf8.h"

namespace stagecoach::exchange {
namespace {

std::string encode(std::string_view utf8, const char* encoding) {
  std::string out(utf8.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto length = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                                   utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(static_cast<size_t>(length));
  return out;
}

DecodedText decode(std::string bytes) {
  return decode_text(std::move(bytes)).value();
}

constexpr std::string_view kChinese = "商机名称,客户名称,销售阶段\n云平台扩容,星河科技,初次接触\n";

TEST(TextEncoding, Utf8WithAndWithoutMark) {
  EXPECT_EQ(decode(std::string(kChinese)).text, kChinese);
  const DecodedText marked = decode("\xEF\xBB\xBF" + std::string(kChinese));
  EXPECT_EQ(marked.text, kChinese);
  EXPECT_TRUE(marked.had_bom);
}

TEST(TextEncoding, ShortChineseFilesAreGb18030) {
  for (const std::string_view text : {kChinese, std::string_view("阶段,金额\n赢单,100\n")}) {
    const DecodedText decoded = decode(encode(text, "GB18030"));
    EXPECT_EQ(decoded.text, text);
    EXPECT_EQ(decoded.encoding, "GB18030");
  }
}

TEST(TextEncoding, LongChineseFilesAreGb18030) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += kChinese;
  EXPECT_EQ(decode(encode(text, "GB18030")).text, text);
}

TEST(TextEncoding, Utf16BothOrdersWithAndWithoutMark) {
  const std::string text = "id,name,阶段\n1,Acme,Won\n2,Société,Lost\n";
  EXPECT_EQ(decode("\xFF\xFE" + encode(text, "UTF-16LE")).text, text);
  EXPECT_EQ(decode("\xFE\xFF" + encode(text, "UTF-16BE")).text, text);
  EXPECT_EQ(decode(encode(text, "UTF-16LE")).text, text);
  EXPECT_EQ(decode(encode(text, "UTF-16BE")).text, text);
}

TEST(TextEncoding, WesternTextIsNotTakenForChinese) {
  const std::string text =
      "société,montant,étape\nCrédit Lyonnais,1 200,Négociation\nMüller GmbH,5,Zürich\n";
  const DecodedText decoded = decode(encode(text, "windows-1252"));
  EXPECT_EQ(decoded.text, text);
  std::string longer;
  for (int i = 0; i < 60; ++i) longer += text;
  EXPECT_EQ(decode(encode(longer, "windows-1252")).text, longer);
}

TEST(TextEncoding, LongJapaneseAndTraditionalTextIsToldApart) {
  std::string japanese, taiwan;
  for (int i = 0; i < 60; ++i) {
    japanese += "商談名,ステージ,受注日\nクラウド導入のご提案について,提案しました,未定です\n";
    taiwan += "商機名稱,階段,負責人\n雲端專案的擴充需求與報價,談判中,陳經理與業務團隊\n";
  }
  EXPECT_EQ(decode(encode(japanese, "Shift_JIS")).text, japanese);
  EXPECT_EQ(decode(encode(taiwan, "Big5")).text, taiwan);
}

TEST(TextEncoding, AFewBrokenBytesDoNotChangeTheEncoding) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += kChinese;
  const DecodedText decoded = decode(text + "caf\xE9,1\n");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.replaced, 1u);
  EXPECT_TRUE(is_valid_utf8(decoded.text));
}

TEST(TextEncoding, AForcedEncodingIsObeyedAndAnUnknownOneRefused) {
  EXPECT_EQ(decode_text(encode(kChinese, "GB18030"), "gbk").value().text, kChinese);
  EXPECT_EQ(decode_text("x", "klingon-8").error().code, Error::Code::unsupported);
}

TEST(TextEncoding, ZeroCharactersAreDroppedAndCounted) {
  const DecodedText decoded = decode(std::string("id,na\0me\n1,a plain cell\n", 24));
  EXPECT_EQ(decoded.text, "id,name\n1,a plain cell\n");
  EXPECT_EQ(decoded.replaced, 1u);
}

TEST(TextEncoding, AnyBytesBecomeValidUtf8) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 400, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    EXPECT_TRUE(is_valid_utf8(decode(bytes).text));
  }
}

}  // namespace
}  // namespace stagecoach::exchange
