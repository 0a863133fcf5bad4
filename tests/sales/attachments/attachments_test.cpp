// Files of a deal, from the bytes that come in to the sweep: state and event.
#include <gmock/gmock.h>

#include <fstream>

#include "sales/attachments/attachment_commands.h"
#include "sales/attachments/attachment_store.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::int64_t kRoom = 10 << 20;

class AttachmentTest : public DealTest {
 protected:
  AttachmentTest() : file_(std::filesystem::temp_directory_path() / unique_name()) {}
  ~AttachmentTest() override { std::filesystem::remove(file_); }

  Result<Attachment> attach(const Deal& deal, const std::string& name, const std::string& bytes,
                            UserId by = {}, std::int64_t room = kRoom) {
    std::ofstream(file_, std::ios::binary) << bytes;
    return take_attachment(commands, viewer(by ? by : rep), {deal.id, name, file_}, room);
  }
  std::vector<Attachment> list(const Deal& deal) {
    return database().read([&](db::Connection& c) { return list_attachments(c, deal.id); });
  }
  std::string bytes_of(AttachmentId id) {
    return database().read([&](db::Connection& c) {
      std::string all;
      for (std::int64_t part = 0;; ++part) {
        const auto bytes = attachment_part(c, id, part);
        if (!bytes) return all;
        all += *bytes;
      }
    });
  }
  std::int64_t rows(const char* table) {
    return database().read([&](db::Connection& c) {
      return c
          .first(std::string("SELECT count(*) FROM ") + table,
                 [](const db::Row& row) { return row.integer(0); })
          .value();
    });
  }

 private:
  static std::string unique_name() {
    static int count = 0;
    return "stagecoach-attachment-" + std::to_string(getpid()) + "-" + std::to_string(++count);
  }
  std::filesystem::path file_;
};
EACH_ENGINE(AttachmentTest);

TEST_P(AttachmentTest, AFileIsKeptInPiecesAndComesBackWhole) {
  const Deal deal = create("Acme");
  std::string bytes("plain text, and \0 more\n", 23);
  while (bytes.size() < (2u << 20) + 5) bytes += bytes;
  const Attachment made = attach(deal, "../notes.txt", bytes).value();
  EXPECT_EQ(made.name, "notes.txt");
  EXPECT_EQ(made.size, static_cast<std::int64_t>(bytes.size()));
  EXPECT_EQ(made.uploaded_by, rep);
  EXPECT_THAT(list(deal), ElementsAre(made));
  EXPECT_GT(rows("attachment_parts"), 2);
  EXPECT_TRUE(bytes_of(made.id) == bytes);
  EXPECT_EQ(last_event().kind, kAttachmentAdded);
  EXPECT_EQ(last_event().subject_id, deal.id.value);
  EXPECT_EQ(json::read<AttachmentNoted>(last_event().data).value().name, "notes.txt");
}

TEST_P(AttachmentTest, WhatIsRefusedStoresNothing) {
  const Deal deal = create("Acme");
  viewer(other_rep);
  viewer(rep);
  const journal::Seq before = head();
  const auto code = [&](const char* name, const std::string& bytes, UserId by = {},
                        std::int64_t room = kRoom) {
    return testing::code_of(attach(deal, name, bytes, by, room));
  };
  EXPECT_EQ(code("empty.txt", ""), "attachment.empty");
  EXPECT_EQ(code("photo.png", "<html><script>alert(1)</script></html>"), "attachment.false_type");
  EXPECT_EQ(code("run.exe", "words"), "attachment.program");
  EXPECT_EQ(code("big.txt", std::string(100, 'x'), {}, 99), "attachment.no_room");
  EXPECT_EQ(code("mine.txt", "words", other_rep), "record.not_found");
  EXPECT_EQ(head(), before);
  EXPECT_EQ(rows("attachments"), 0);
  EXPECT_EQ(rows("attachment_parts"), 0);
}

TEST_P(AttachmentTest, AllTogetherKeepWithinTheRoom) {
  const Deal deal = create("Acme");
  const Attachment first = attach(deal, "a.txt", std::string(60, 'a'), {}, 100).value();
  EXPECT_FALSE(attach(deal, "b.txt", std::string(41, 'b'), {}, 100));
  as(rep, [&](journal::Work& work) { return delete_attachment(work, first.id, 1); }).value();
  EXPECT_TRUE(attach(deal, "b.txt", std::string(41, 'b'), {}, 100));
}

TEST_P(AttachmentTest, WhatIsDeletedCanComeBackUntilTheSweep) {
  const Deal deal = create("Acme");
  const Attachment made = attach(deal, "a.txt", "words").value();
  const auto remove = [&](std::int64_t version) {
    return as(rep, [&](journal::Work& work) { return delete_attachment(work, made.id, version); });
  };
  const auto restore = [&](std::int64_t version) {
    return as(rep, [&](journal::Work& work) { return restore_attachment(work, made.id, version); });
  };
  EXPECT_EQ(testing::code_of(restore(1)), "attachment.not_deleted");
  remove(1).value();
  EXPECT_THAT(list(deal), IsEmpty());
  EXPECT_EQ(remove(2).error().code, Error::Code::not_found);
  EXPECT_EQ(restore(1).error().code, Error::Code::stale);
  EXPECT_EQ(restore(2).value().version, 3);
  EXPECT_EQ(last_event().kind, kAttachmentRestored);
  EXPECT_EQ(bytes_of(made.id), "words");

  remove(3).value();
  sweep_attachments(database(), clock.now() + hours(24 * 6));
  EXPECT_EQ(rows("attachments"), 1);
  sweep_attachments(database(), clock.now() + hours(24 * 8));
  EXPECT_EQ(rows("attachments"), 0);
  EXPECT_EQ(rows("attachment_parts"), 0);
  EXPECT_EQ(restore(4).error().code, Error::Code::not_found);
}

TEST_P(AttachmentTest, AFileThatNeverCameInWholeIsNotShownAndIsSwept) {
  const Deal deal = create("Acme");
  Attachment wish;
  wish.deal_id = deal.id;
  wish.name = "half.txt";
  wish.media_type = "text/plain";
  wish.size = 2000;
  const Attachment begun =
      as(rep, [&](journal::Work& work) { return begin_attachment(work, wish, kRoom); }).value();
  const Attachment whole = attach(deal, "a.txt", "words").value();
  EXPECT_THAT(list(deal), ElementsAre(whole));
  EXPECT_EQ(database().read([&](db::Connection& c) { return find_attachment(c, begun.id); }),
            std::nullopt);
  sweep_attachments(database(), clock.now() + hours(2));
  EXPECT_EQ(rows("attachments"), 1);
  EXPECT_THAT(list(deal), ElementsAre(whole));
}

}  // namespace
}  // namespace stagecoach::sales
