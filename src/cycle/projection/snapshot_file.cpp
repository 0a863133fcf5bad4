#include "cycle/projection/snapshot_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace stagecoach::cycle {
namespace {

// Integers are written as this machine holds them; read elsewhere, the first word is another.
// The last two digits are the format: a change of what follows needs a new number.
constexpr std::uint64_t kFormat = 0x7374'6763'7963'6c03;
constexpr std::size_t kBufferBytes = 1 << 20;
constexpr std::size_t kChecksumBytes = 32;
using Checksum = std::array<unsigned char, kChecksumBytes>;

[[noreturn]] void fail(const std::string& what, const std::string& path) {
  throw std::system_error(errno, std::generic_category(), what + " " + path);
}

class File {
 public:
  File(const std::string& path, int flags) : path_(path), fd_(::open(path.c_str(), flags, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool is_open() const { return fd_ >= 0; }
  int fd() const { return fd_; }

  void write(std::span<const char> bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("cannot write", path_);
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
  }
  // Fewer than asked for only at the end.
  std::size_t read(std::span<char> bytes) {
    std::size_t got = 0;
    while (got < bytes.size()) {
      const ssize_t here = ::read(fd_, bytes.data() + got, bytes.size() - got);
      if (here < 0 && errno == EINTR) continue;
      if (here < 0) fail("cannot read", path_);
      if (here == 0) break;
      got += static_cast<std::size_t>(here);
    }
    return got;
  }
  void sync() {
    if (::fsync(fd_) != 0) fail("cannot write", path_);
  }

 private:
  std::string path_;
  int fd_;
};

class Hasher {
 public:
  Hasher() { crypto_generichash_init(&state_, nullptr, 0, kChecksumBytes); }
  void add(std::span<const char> bytes) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
  }
  Checksum finish() {
    Checksum sum;
    crypto_generichash_final(&state_, sum.data(), sum.size());
    return sum;
  }

 private:
  crypto_generichash_state state_;
};

class Writer {
 public:
  explicit Writer(File& file) : file_(file) { buffer_.reserve(kBufferBytes); }

  template <class T>
  void put(const T& value) {
    put_bytes({reinterpret_cast<const char*>(&value), sizeof value});
  }
  void put_text(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    put_bytes(text);
  }
  void put_bytes(std::span<const char> bytes) {
    if (buffer_.size() + bytes.size() > kBufferBytes) flush();
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
  }
  // Ends the file with its checksum.
  void finish() {
    flush();
    const Checksum sum = hasher_.finish();
    file_.write({reinterpret_cast<const char*>(sum.data()), sum.size()});
  }

 private:
  void flush() {
    hasher_.add(buffer_);
    file_.write(buffer_);
    buffer_.clear();
  }

  File& file_;
  Hasher hasher_;
  std::vector<char> buffer_;
};

class Reader {
 public:
  explicit Reader(File& file) : file_(file) {}

  template <class T>
  T get() {
    T value;
    get_bytes({reinterpret_cast<char*>(&value), sizeof value});
    return value;
  }
  std::string get_text() {
    std::string text(get<std::uint64_t>(), '\0');
    get_bytes(text);
    return text;
  }
  void get_bytes(std::span<char> bytes) {
    while (!bytes.empty()) {
      if (at_ == end_) {
        end_ = file_.read(buffer_);
        at_ = 0;
        if (end_ == 0) throw std::runtime_error("it is cut short");
      }
      const std::size_t here = std::min(bytes.size(), end_ - at_);
      std::memcpy(bytes.data(), buffer_.data() + at_, here);
      at_ += here;
      bytes = bytes.subspan(here);
    }
  }

 private:
  File& file_;
  std::vector<char> buffer_ = std::vector<char>(kBufferBytes);
  std::size_t at_ = 0, end_ = 0;
};

void put_pipeline(Writer& out, std::int32_t id, const PipelineDeals& pipeline) {
  out.put(id);
  out.put(static_cast<std::uint64_t>(pipeline.number_of.size()));
  for (const auto& [stage, number] : pipeline.number_of) {
    out.put(stage);
    out.put(number);
  }
  out.put(static_cast<std::uint64_t>(pipeline.passages.all().size()));
  for (const Passage& passage : pipeline.passages.all()) {
    out.put(passage.from);
    out.put(passage.to);
    out.put(static_cast<std::uint8_t>(passage.dwell_only));
  }
  out.put(static_cast<std::uint64_t>(pipeline.chunks.size()));
  for (const auto& chunk : pipeline.chunks) {
    out.put(chunk->counts());
    const auto block = chunk->block();
    out.put_bytes({reinterpret_cast<const char*>(block.data()), block.size_bytes()});
  }
  out.put(static_cast<std::uint64_t>(pipeline.overrides.size()));
  for (const GateOverride& each : pipeline.overrides) {
    out.put(each.deal);
    out.put(each.move);
    out.put_text(each.criterion);
  }
}

PipelineDeals get_pipeline(Reader& in) {
  PipelineDeals pipeline;
  for (auto count = in.get<std::uint64_t>(); count > 0; --count) {
    const auto stage = in.get<std::int32_t>();
    pipeline.number_of[stage] = in.get<int>();
  }
  for (auto count = in.get<std::uint64_t>(); count > 0; --count) {
    Passage passage;
    passage.from = in.get<std::int32_t>();
    passage.to = in.get<std::int32_t>();
    passage.dwell_only = in.get<std::uint8_t>() != 0;
    pipeline.passages.number_of(passage);
  }
  for (auto count = in.get<std::uint64_t>(); count > 0; --count) {
    const auto counts = in.get<DealChunk::Counts>();
    std::vector<std::uint64_t> block(DealChunk::block_words(counts));
    in.get_bytes({reinterpret_cast<char*>(block.data()), 8 * block.size()});
    pipeline.chunks.push_back(std::make_shared<const DealChunk>(
        counts, std::move(block), pipeline.passages, pipeline.number_of));
  }
  for (auto count = in.get<std::uint64_t>(); count > 0; --count) {
    GateOverride each;
    each.deal = in.get<std::int64_t>();
    each.move = in.get<std::int64_t>();
    each.criterion = in.get_text();
    pipeline.overrides.push_back(std::move(each));
  }
  return pipeline;
}

// Before anything in it is believed.
void check(File& file, std::uint64_t size) {
  if (size < sizeof kFormat + kChecksumBytes) throw std::runtime_error("it is cut short");
  std::vector<char> buffer(kBufferBytes);
  Hasher hasher;
  for (std::uint64_t left = size - kChecksumBytes; left > 0;) {
    const std::span<char> part(buffer.data(), std::min<std::uint64_t>(left, buffer.size()));
    if (file.read(part) != part.size()) throw std::runtime_error("it is cut short");
    hasher.add(part);
    left -= part.size();
  }
  Checksum stored;
  file.read({reinterpret_cast<char*>(stored.data()), stored.size()});
  if (hasher.finish() != stored) throw std::runtime_error("it is damaged");
  if (::lseek(file.fd(), 0, SEEK_SET) != 0) throw std::runtime_error("it cannot be read twice");
}

}  // namespace

void write_snapshot(const std::string& path, const SavedDeals& deals) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder);
  const std::string unfinished = path + "." + std::to_string(::getpid());
  try {
    File file(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    if (!file.is_open()) fail("cannot write", unfinished);
    Writer out(file);
    out.put(kFormat);
    out.put(deals.seq);
    out.put_text(deals.chain_hash);
    out.put(static_cast<std::uint64_t>(deals.sources.size()));
    for (const auto& [key, number] : deals.sources) {
      out.put_text(key);
      out.put(number);
    }
    out.put(static_cast<std::uint64_t>(deals.pipelines.size()));
    for (const auto& [id, pipeline] : deals.pipelines) put_pipeline(out, id, pipeline);
    out.finish();
    file.sync();
    if (::rename(unfinished.c_str(), path.c_str()) != 0) fail("cannot write", path);
  } catch (...) {
    ::unlink(unfinished.c_str());
    throw;
  }
  File home(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (home.is_open()) home.sync();
}

std::optional<SavedDeals> read_snapshot(const std::string& path) {
  File file(path, O_RDONLY | O_CLOEXEC);
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    fail("cannot read", path);
  }
  check(file, std::filesystem::file_size(path));
  Reader in(file);
  if (in.get<std::uint64_t>() != kFormat) throw std::runtime_error("another release wrote it");
  SavedDeals deals;
  deals.seq = in.get<journal::Seq>();
  deals.chain_hash = in.get_text();
  for (auto count = in.get<std::uint64_t>(); count > 0; --count) {
    std::string key = in.get_text();
    deals.sources[std::move(key)] = in.get<std::uint32_t>();
  }
  for (auto count = in.get<std::uint64_t>(); count > 0; --count) {
    const auto id = in.get<std::int32_t>();
    deals.pipelines[id] = get_pipeline(in);
  }
  return deals;
}

}  // namespace stagecoach::cycle
