// What goes into a column comes out of it, on both engines.
#include <limits>
#include <vector>

#include "platform/db/engines.h"

namespace stagecoach::db {
namespace {

struct DealTag;
using DealId = Id<DealTag>;

class ValuesTest : public testing::EngineTest {
 protected:
  ValuesTest() {
    script(R"(CREATE TABLE samples (id {{id}}, whole {{bigint}}, flag {{bool}}, share {{real}},
                                    words TEXT, bytes {{blob}}, doc {{json}}, old_flag BIGINT))");
  }

  // Stores one value and reads it back within the same write.
  template <class T>
  T round_trip(std::string_view column, const T& value) {
    std::optional<T> found;
    database().write([&](Connection& c) {
      const std::string insert = "INSERT INTO samples (" + std::string(column) +
                                 ") VALUES ($1) RETURNING " + std::string(column);
      found = c.first(
          insert, [](const Row& row) { return row.get<T>(0); }, value);
      return Keep::yes;
    });
    return found.value();
  }
};
EACH_ENGINE(ValuesTest);

TEST_P(ValuesTest, IntegersAreExact) {
  const std::int64_t beyond_double = (std::int64_t{1} << 53) + 1;
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-1}, beyond_double, -beyond_double,
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()})
    EXPECT_EQ(round_trip("whole", value), value);
}

TEST_P(ValuesTest, RealsAreExact) {
  for (const double value : {0.0, 0.1, -1.5, 1.0 / 3, 1e300, 5e-324, 3.0})
    EXPECT_EQ(round_trip("share", value), value);
}

TEST_P(ValuesTest, TextKeepsEveryCharacter) {
  for (const std::string& value :
       {std::string(), std::string("驿程 – 商机 🚌 naïve"), std::string("it's \"$1\" \\ % _\n\t"),
        std::string(100'000, 'x')})
    EXPECT_EQ(round_trip("words", value), value);
}

TEST_P(ValuesTest, TextWithANulByteIsRefused) {
  EXPECT_THROW(round_trip("words", std::string("a\0b", 3)), Failure);
}

TEST_P(ValuesTest, BytesKeepEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (const std::string& value : {bytes, std::string()}) {
    std::string found = "unset";
    database().write([&](Connection& c) {
      c.execute("INSERT INTO samples (bytes) VALUES ($1)", Blob{value});
      c.each("SELECT bytes FROM samples ORDER BY id", [&](const Row& row) { found = row.blob(0); });
      return Keep::yes;
    });
    EXPECT_EQ(found, value);
  }
}

TEST_P(ValuesTest, FlagsFitBooleanAndIntegerColumns) {
  for (const bool value : {true, false}) {
    EXPECT_EQ(round_trip("flag", value), value);
    EXPECT_EQ(round_trip("old_flag", value), value);
  }
  database().read([&](Connection& c) {
    EXPECT_EQ(c.first("SELECT count(*) FROM samples WHERE flag = TRUE",
                      [](const Row& row) { return row.integer(0); }),
              1);
  });
}

TEST_P(ValuesTest, IdsInstantsAndDatesAreIntegers) {
  database().write([&](Connection& c) {
    const Instant instant = from_millis(1'514'678'400'123);
    const Date date = from_days(-719'162);
    c.execute("INSERT INTO samples (whole) VALUES ($1), ($2), ($3), ($4)", DealId(7), instant, date,
              DealId());
    std::vector<std::int64_t> found;
    c.each("SELECT whole FROM samples ORDER BY id",
           [&](const Row& row) { found.push_back(row.integer(0)); });
    EXPECT_EQ(found, (std::vector<std::int64_t>{7, 1'514'678'400'123, -719'162, 0}));
    c.each("SELECT whole FROM samples WHERE id = 2",
           [&](const Row& row) { EXPECT_EQ(row.instant(0), instant); });
    c.each("SELECT whole FROM samples WHERE id = 3",
           [&](const Row& row) { EXPECT_EQ(row.optional_date(0), date); });
    return Keep::yes;
  });
}

TEST_P(ValuesTest, NullsOfEveryKindStayNull) {
  database().write([&](Connection& c) {
    constexpr std::string_view insert =
        "INSERT INTO samples (whole, flag, share, words, bytes) VALUES ($1, $2, $3, $4, $5)";
    // The same statement first with untyped, then with typed NULLs, then with values.
    c.execute(insert, nullptr, nullptr, nullptr, nullptr, nullptr);
    c.execute(insert, std::optional<std::int64_t>(), std::optional<bool>(), std::optional<double>(),
              std::optional<std::string>(), std::optional<Blob>());
    c.execute(insert, std::optional(5), std::optional(true), std::optional(0.5),
              std::optional<std::string>("x"), std::optional(Blob{"y"}));
    int rows = 0;
    c.each("SELECT whole, flag, share, words, bytes FROM samples ORDER BY id", [&](const Row& row) {
      const bool null = ++rows < 3;
      for (int i = 0; i < row.columns(); ++i) EXPECT_EQ(row.is_null(i), null);
      EXPECT_EQ(row.optional_integer(0), null ? std::nullopt : std::optional<std::int64_t>(5));
      EXPECT_EQ(row.optional_text(3), null ? std::nullopt : std::optional<std::string>("x"));
      if (null) {
        EXPECT_THROW(row.integer(0), Failure);
      }
    });
    EXPECT_EQ(rows, 3);
    return Keep::yes;
  });
}

TEST_P(ValuesTest, AReadOfAnotherTypeIsAFailure) {
  database().write([&](Connection& c) {
    c.execute("INSERT INTO samples (whole, words) VALUES (1, '12')");
    c.each("SELECT words, whole FROM samples", [](const Row& row) {
      EXPECT_THROW(row.integer(0), Failure);
      EXPECT_THROW(row.text(1), Failure);
      EXPECT_THROW(row.blob(0), Failure);
      EXPECT_EQ(row.real(1), 1.0);
    });
    return Keep::no;
  });
}

TEST_P(ValuesTest, AggregatesOfIntegersAreIntegers) {
  database().write([&](Connection& c) {
    c.execute("INSERT INTO samples (whole) VALUES ($1), ($2)", (std::int64_t{1} << 53) + 1, 1);
    c.each("SELECT count(*), sum(whole), max(whole), avg(whole), count(*) > 1 FROM samples",
           [](const Row& row) {
             EXPECT_EQ(row.integer(0), 2);
             EXPECT_EQ(row.integer(1), (std::int64_t{1} << 53) + 2);
             EXPECT_EQ(row.integer(2), (std::int64_t{1} << 53) + 1);
             EXPECT_DOUBLE_EQ(row.real(3), ((std::int64_t{1} << 53) + 2) / 2.0);
             EXPECT_TRUE(row.boolean(4));
           });
    return Keep::no;
  });
}

TEST_P(ValuesTest, JsonReadsAsText) {
  database().write([&](Connection& c) {
    c.execute("INSERT INTO samples (doc) VALUES ($1)", R"({"stage": "谈判"})");
    c.each("SELECT doc FROM samples",
           [](const Row& row) { EXPECT_EQ(row.text(0), R"({"stage": "谈判"})"); });
    return Keep::no;
  });
}

TEST_P(ValuesTest, ParametersAreTakenByNumberNotByAppearance) {
  database().read([](Connection& c) {
    c.each(
        "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)",
        [](const Row& row) {
          EXPECT_EQ(row.text(0), "second");
          EXPECT_EQ(row.text(1), "first");
          EXPECT_EQ(row.text(2), "second");
        },
        "first", "second");
  });
}

}  // namespace
}  // namespace stagecoach::db
