#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "platform/base/utf8.h"
#include "platform/json/sample_types.h"

namespace stagecoach::json_tests {
namespace {

TEST(JsonWrite, escapes_strings) {
  EXPECT_EQ(json::write(std::string("a\"b\\c\n\r\t\b\f\x01\x1f/\x7f")),
            "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\\u001f/\x7f\"");
  EXPECT_EQ(json::write(std::string("Größe 驿程 😀")), "\"Größe 驿程 😀\"");
  EXPECT_EQ(json::write(std::string("x\u2028y\u2029z\u202a")), "\"x\\u2028y\\u2029z\u202a\"");
  EXPECT_EQ(json::write(std::string("long enough \0 for words", 23)),
            "\"long enough \\u0000 for words\"");
}

TEST(JsonWrite, replaces_bytes_that_are_not_utf8) {
  EXPECT_EQ(json::write(std::string("a\xff"
                                    "b\xe4\xbd")),
            "\"a\uFFFD"
            "b\uFFFD\uFFFD\"");
}

TEST(JsonWrite, writes_the_shortest_double_and_no_nan) {
  EXPECT_EQ(json::write(0.1), "0.1");
  EXPECT_EQ(json::write(1e21), "1e+21");
  EXPECT_EQ(json::write(std::nan("")), "null");
  EXPECT_EQ(json::write(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWrite, writes_times_and_dates) {
  EXPECT_EQ(json::write(from_millis(0)), "\"1970-01-01T00:00:00Z\"");
  EXPECT_EQ(json::write(from_millis(-1)), "\"1969-12-31T23:59:59.999Z\"");
  EXPECT_EQ(json::write(from_millis(1771000000042)),
            '"' + to_iso(from_millis(1771000000042)) + '"');
  EXPECT_EQ(json::write(from_days(20000)), '"' + to_iso(from_days(20000)) + '"');
}

TEST(JsonWrite, writes_absent_optionals_as_null_and_leaves_absent_patches_out) {
  Deal deal;
  deal.id = DealId(1);
  deal.label.en = "x";
  EXPECT_EQ(json::write(deal),
            R"({"id":1,"name":"","amount":null,"lines":[],"at":"1970-01-01T00:00:00Z",)"
            R"("close":null,"stance":"neutral","counts":{},"label":{"en":"x","zh":""},)"
            R"("hot":false,"extra":null,"children":[]})");
  deal.note = json::Patch<std::string>::null();
  EXPECT_NE(json::write(deal).find(R"("note":null)"), std::string::npos);
}

// Random values of every kind: what was written is read back as it was.
class RandomDeals {
 public:
  explicit RandomDeals(std::uint64_t seed) : random_(seed) {}

  Deal deal(int depth) {
    Deal deal;
    deal.id = DealId(1 + static_cast<std::int64_t>(random_() >> 2));
    deal.name = line(1 + below(20));
    if (below(2)) deal.amount = money();
    for (size_t i = below(4); i > 0; --i) deal.lines.push_back({text(below(30)), real(), whole()});
    deal.at = from_millis(static_cast<std::int64_t>(random_() % 250'000'000'000'000) -
                          60'000'000'000'000);
    if (below(2)) deal.close = from_days(static_cast<std::int32_t>(below(2'000'000)) - 500'000);
    deal.stance = static_cast<Stance>(below(3));
    for (size_t i = below(4); i > 0; --i)
      deal.counts[text(below(9))] = static_cast<std::int64_t>(random_());
    deal.label = {text(1 + below(9)), text(below(9))};
    deal.hot = below(2);
    deal.extra.text = below(2) ? "null" : json::write(money());
    if (below(3) == 0) deal.note = text(below(9));
    if (below(3) == 0) deal.note = json::Patch<std::string>::null();
    if (below(2)) deal.probability = static_cast<int>(below(101));
    if (depth > 0)
      for (size_t i = below(3); i > 0; --i) deal.children.push_back(this->deal(depth - 1));
    return deal;
  }

 private:
  size_t below(size_t n) { return random_() % n; }
  int whole() { return static_cast<int>(random_()); }
  Money money() {
    return {static_cast<std::int64_t>(random_() % 18'000'000'000'000'000) - 9'000'000'000'000'000,
            below(2) ? *Currency::parse("EUR") : Currency()};
  }
  double real() {
    double value;
    do {
      const std::uint64_t bits = random_();
      static_assert(sizeof bits == sizeof value);
      std::memcpy(&value, &bits, sizeof value);
    } while (!std::isfinite(value));
    return value;
  }
  // `characters` code points with a taste for the awkward ones; never blank.
  std::string text(size_t characters) {
    static constexpr std::string_view kAlphabet[] = {
        "a",      "Z",      " ", "\"",         "\\", "/",      "\n",     "\x01",
        "\x1f",   "\x7f",   "é", "ß",          "驿", "程",     "\u2028", "\u2029",
        "\uFEFF", "\uFFFF", "😀", "\U0010FFFF", "{",  "\\u0041"};
    std::string out;
    for (size_t i = 0; i < characters; ++i)
      out += i == 0 ? "x" : kAlphabet[below(std::size(kAlphabet))];
    return truncate_to(out, characters);
  }
  // Texts of so few characters are one line.
  std::string line(size_t characters) {
    std::string out = text(characters);
    std::erase_if(out, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return out;
  }
  // "\\u0041" is six characters: keep to the number asked for, as rules count them.
  static std::string truncate_to(const std::string& text, size_t characters) {
    std::string_view kept = text;
    while (count_characters(kept) > characters) kept = truncate_utf8(kept, kept.size() - 1);
    return std::string(kept);
  }

  std::mt19937_64 random_;
};

TEST(JsonWrite, reads_back_what_it_wrote) {
  RandomDeals random(20260213);
  for (int i = 0; i < 2000; ++i) {
    const Deal deal = random.deal(2);
    const std::string text = json::write(deal);
    ASSERT_TRUE(is_valid_utf8(text));
    const auto read = json::read<Deal>(text);
    ASSERT_TRUE(read) << text << '\n'
                      << (read.error().fields.empty()
                              ? read.error().message.text(Lang::en)
                              : read.error().fields[0].field +
                                    read.error().fields[0].message.text(Lang::en));
    ASSERT_EQ(*read, deal) << text;
    ASSERT_EQ(json::write(*read), text);
    const std::string sparse = json::write_sparse(deal);
    ASSERT_EQ(json::read<Deal>(sparse).value(), deal) << sparse;
  }
}

TEST(JsonWrite, leaves_out_for_storing_what_reading_fills_in) {
  Deal deal;
  deal.id = DealId(1);
  deal.name = "A";
  EXPECT_EQ(json::write_sparse(deal),
            R"({"id":1,"name":"A","lines":[],"at":"1970-01-01T00:00:00Z","stance":"neutral",)"
            R"("label":{"en":"","zh":""}})");
  deal.counts["x"] = 2;
  EXPECT_NE(json::write_sparse(deal).find(R"("counts":{"x":2})"), std::string::npos);
}

}  // namespace
}  // namespace stagecoach::json_tests
