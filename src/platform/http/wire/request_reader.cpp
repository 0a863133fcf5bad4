// The only file that compiles Boost.Beast (its parser).
#include "platform/http/wire/request_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <cstdlib>

#include "platform/http/text.h"

namespace stagecoach::http {
namespace {

namespace beast = boost::beast::http;
using boost::beast::error_code;

constexpr Phrase kMalformed{"http.malformed", "This is not a valid HTTP request.",
                            "这不是有效的 HTTP 请求。"};
constexpr Phrase kHeadTooLarge{"http.head_too_large", "The head of the request is too large.",
                               "请求头过大。"};
constexpr Phrase kTooManyHeaders{"http.too_many_headers", "The request has too many header fields.",
                                 "请求头字段过多。"};
constexpr Phrase kVersion{"http.version", "Only HTTP/1.0 and HTTP/1.1 are understood.",
                          "仅支持 HTTP/1.0 和 HTTP/1.1。"};
constexpr Phrase kUnknownMethod{"http.unknown_method", "This method is not understood.",
                                "不支持该请求方法。"};
constexpr Phrase kUnknownCoding{"http.transfer_coding",
                                "Only \"chunked\" is understood as Transfer-Encoding.",
                                "Transfer-Encoding 仅支持 chunked。"};
constexpr Phrase kAmbiguousLength{"http.ambiguous_length",
                                  "The length of the body is said twice or wrongly.",
                                  "请求体长度重复或不正确。"};
constexpr Phrase kNoHost{"http.no_host", "The request needs exactly one Host header.",
                         "请求必须且只能包含一个 Host 头。"};
constexpr Phrase kLengthNeeded{"http.length_needed",
                               "Say how long the body is: Content-Length or chunked.",
                               "请说明请求体长度：Content-Length 或 chunked。"};
constexpr Phrase kBodyTooLarge{"http.body_too_large", "The body is too large.", "请求体过大。"};
constexpr Phrase kTooManyBodies{"http.too_many_bodies",
                                "Too many uploads at once; please try again shortly.",
                                "同时上传过多，请稍后再试。"};
constexpr Phrase kNoSpace{"http.no_space", "There is no space to keep the upload.",
                          "没有空间保存上传内容。"};

constexpr size_t kHeadersMax = 100;
// Memory is taken as bytes arrive, not as Content-Length promises.
constexpr size_t kFirstReserve = 64 * 1024;

// Removes the spooled body when the last copy of the request is gone.
std::shared_ptr<void> deleter_of(std::filesystem::path file) {
  return {nullptr, [file = std::move(file)](void*) {
            std::error_code ignored;
            std::filesystem::remove(file, ignored);
          }};
}

}  // namespace

// Beast's parser, filling our Request. What it reports as an error code stops it; the reason that
// the client is told is in RequestReader::failure_.
class RequestReader::Parser final : public beast::basic_parser<true> {
 public:
  explicit Parser(RequestReader& reader) : reader_(reader) {
    header_limit(static_cast<std::uint32_t>(reader.header_bytes_max_));
    body_limit(boost::none);  // checked by us, so that a 413 can be sent
  }

 private:
  using View = boost::beast::string_view;
  static std::string_view std_view(View v) { return {v.data(), v.size()}; }

  void on_request_impl(beast::verb, View method, View target, int version,
                       error_code& ec) override {
    reader_.http_1_1_ = version >= 11;
    const auto known = method_from(std_view(method));
    if (!known) return stop(ec, reader_.fail(501, kUnknownMethod));
    reader_.request_.method_ = *known;
    if (auto ok = reader_.request_.set_target(std_view(target)); !ok)
      stop(ec, reader_.fail(400, *ok.error().message.phrase));
  }
  void on_response_impl(int, View, int, error_code&) override {}

  void on_field_impl(beast::field name, View raw, View value, error_code& ec) override {
    if (reader_.head_given_) return;  // trailers are read and forgotten
    if (reader_.request_.headers_.size() >= kHeadersMax)
      return stop(ec, reader_.fail(431, kTooManyHeaders));
    const bool is_length = name == beast::field::content_length;
    const bool is_coding = name == beast::field::transfer_encoding;
    if (is_length || is_coding) {
      if (reader_.request_.header("Content-Length") || reader_.request_.header("Transfer-Encoding"))
        return stop(ec, reader_.fail(400, kAmbiguousLength));
      const std::string_view text = std_view(value);
      if (is_coding && !equal_nocase(text, "chunked"))
        return stop(ec, reader_.fail(501, kUnknownCoding));
      // Beast would take a list of equal lengths.
      if (is_length && text.find_first_not_of("0123456789") != text.npos)
        return stop(ec, reader_.fail(400, kAmbiguousLength));
    }
    if (name == beast::field::host && reader_.request_.header("Host"))
      return stop(ec, reader_.fail(400, kNoHost));
    reader_.request_.add_header(std_view(raw), std_view(value));
  }

  void on_header_impl(error_code& ec) override {
    if (!reader_.check_head()) stop(ec, false);
  }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(View body, error_code& ec) override {
    if (!reader_.on_body(std_view(body))) stop(ec, false);
    return body.size();
  }
  void on_chunk_header_impl(std::uint64_t, View, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, View body, error_code& ec) override {
    return on_body_impl(body, ec);
  }
  void on_finish_impl(error_code&) override {}

  // `refused` is what RequestReader::fail returns: the reason is kept there.
  static void stop(error_code& ec, bool /*refused*/) { ec = beast::error::bad_value; }

  RequestReader& reader_;
};

RequestReader::RequestReader(std::size_t header_bytes_max, BodyBudget& budget)
    : header_bytes_max_(header_bytes_max),
      budget_(budget),
      parser_(std::make_unique<Parser>(*this)) {}

RequestReader::~RequestReader() {
  release_body();
}

void RequestReader::set_peer(std::string address, bool secure) {
  peer_ = std::move(address);
  secure_ = secure;
  request_.remote_ = peer_;
  request_.secure_ = secure_;
}

void RequestReader::release_body() {
  budget_.give_back(budget_taken_);
  budget_taken_ = 0;
  if (spool_file_ >= 0) ::close(spool_file_);
  spool_file_ = -1;
}

void RequestReader::restart(Instant now) {
  release_body();
  request_.reset();
  request_.remote_ = peer_;  // X-Forwarded-For may have renamed the last caller
  request_.secure_ = secure_;
  request_.received_at_ = now;
  std::destroy_at(parser_.get());  // Beast's parser reads one message; this one costs no memory
  std::construct_at(parser_.get(), *this);
  failure_ = {};
  body_bytes_ = 0;
  head_bytes_ = 0;
  head_given_ = false;
  continue_expected_ = false;
}

bool RequestReader::fail(int status, const Phrase& phrase) {
  if (!failure_.phrase) failure_ = {status, &phrase};
  return false;
}

RequestReader::Step RequestReader::feed(std::string_view bytes, std::size_t& consumed) {
  consumed = 0;
  while (true) {
    if (parser_->is_done() && head_given_) break;
    error_code ec;
    // RFC 9112 2.2: an empty line before the request line is skipped.
    while (!parser_->got_some() && bytes.substr(consumed).starts_with("\r\n")) consumed += 2;
    const std::string_view rest = bytes.substr(consumed);
    if (rest.empty() || (!parser_->got_some() && rest == "\r")) return Step::more;
    const std::size_t used = parser_->put(boost::asio::const_buffer(rest.data(), rest.size()), ec);
    consumed += used;
    // Beast limits what it has not consumed; a head that arrives field by field needs a sum.
    if (!head_given_) head_bytes_ += used;
    if (!head_given_ && head_bytes_ > header_bytes_max_) {
      fail(431, kHeadTooLarge);
      return Step::broken;
    }
    if (ec == beast::error::need_more) {
      // The parser wants a whole line; a buffer full of one that does not end is no chunk header.
      if (used == 0 && rest.size() >= header_bytes_max_) {
        fail(parser_->is_header_done() ? 400 : 431, kHeadTooLarge);
        return Step::broken;
      }
      if (used == 0) return Step::more;
      continue;
    }
    if (ec) {
      if (ec == beast::error::header_limit) fail(431, kHeadTooLarge);
      if (ec == beast::error::bad_version) fail(505, kVersion);
      if (ec == beast::error::bad_content_length || ec == beast::error::multiple_content_length ||
          ec == beast::error::bad_transfer_encoding)
        fail(400, kAmbiguousLength);
      fail(400, kMalformed);
      return Step::broken;
    }
    if (parser_->is_header_done() && !head_given_) {
      head_given_ = true;
      return Step::head;
    }
  }
  if (spool_file_ >= 0) {
    ::close(spool_file_);
    spool_file_ = -1;
  }
  return Step::done;
}

bool RequestReader::check_head() {
  const bool has_host = request_.header("Host").has_value();
  if (is_http_1_1() && !has_host) return fail(400, kNoHost);
  const auto host = request_.header("Host").value_or("");
  if (host.find_first_of(" \t/@?#\\,") != host.npos) return fail(400, kNoHost);
  if (!is_http_1_1() && parser_->chunked()) return fail(400, kAmbiguousLength);
  const bool has_length = request_.header("Content-Length") || parser_->chunked();
  const bool writes = !is_safe(request_.method()) && request_.method() != Method::del;
  if (writes && !has_length && request_.header("Content-Type")) return fail(411, kLengthNeeded);
  const auto expect = request_.header("Expect");
  continue_expected_ = expect && equal_nocase(*expect, "100-continue") && has_body();
  return true;
}

bool RequestReader::accept_body(std::size_t bytes_max, bool spool, const std::string& folder) {
  body_bytes_max_ = bytes_max;
  const auto length = parser_->content_length();
  if (length && *length > bytes_max) return fail(413, kBodyTooLarge);
  if (!has_body()) return true;
  if (!spool) {
    request_.body_.reserve(std::min<std::uint64_t>(length.value_or(0), kFirstReserve));
    return true;
  }
  std::string name = folder + "/stagecoach-upload-XXXXXX";
  spool_file_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (spool_file_ < 0) return fail(507, kNoSpace);
  request_.body_file_ = name;
  request_.body_file_guard_ = deleter_of(name);
  return true;
}

bool RequestReader::on_body(std::string_view bytes) {
  body_bytes_ += bytes.size();
  if (body_bytes_ > body_bytes_max_) return fail(413, kBodyTooLarge);
  if (spool_file_ < 0) {
    if (!budget_.take(bytes.size())) return fail(503, kTooManyBodies);
    budget_taken_ += bytes.size();
    request_.body_.append(bytes);
    return true;
  }
  while (!bytes.empty()) {
    const ssize_t written = ::write(spool_file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return fail(507, kNoSpace);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

bool RequestReader::has_body() const {
  return parser_->chunked() || parser_->content_length().value_or(0) > 0;
}
bool RequestReader::expects_continue() const {
  return continue_expected_;
}
bool RequestReader::has_begun() const {
  return parser_->got_some();
}
bool RequestReader::keep_alive() const {
  return head_given_ && parser_->keep_alive();
}
bool RequestReader::is_http_1_1() const {
  return http_1_1_;
}

}  // namespace stagecoach::http
