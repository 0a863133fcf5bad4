// Replays the corpus of a fuzz target in the normal test run: what once crashed, crashes here
// again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size);

namespace {

TEST(FuzzCorpus, replays) {
  size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(STAGECOACH_FUZZ_CORPUS)) {
    SCOPED_TRACE(entry.path().string());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    ++files;
  }
  EXPECT_GT(files, 0u) << "no corpus in " STAGECOACH_FUZZ_CORPUS;
}

}  // namespace
