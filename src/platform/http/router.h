// The route table: which method and path runs which handler, under which rule, with which types.
//
//   router.post("/api/deals/{id}/moves", kMayEditDeals, {"Move a deal through its gate",
//   {"deals"}},
//               [&commands](const Request& request, const MoveDeal& move)
//                   -> Result<Answer<DealView>> { … });
//
// A handler takes the request, and after it, if it wants, one described struct: the JSON body of a
// POST, PUT, PATCH or DELETE, the query of a GET. It answers Result<Reply>, Result<Answer<T>>,
// Result<T> (200 with T as JSON) or Result<void> (204). The table remembers the types, and the API
// document is derived from them.
//
// The table is filled at start-up by one thread and read by all afterwards. Mistakes in it (a route
// without a rule, a duplicate, two patterns neither of which is more specific) throw
// std::logic_error, in every build: the program does not start with a wrong table.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/base/result.h"
#include "platform/http/reply.h"
#include "platform/http/request.h"
#include "platform/http/rule.h"
#include "platform/http/shape.h"

namespace stagecoach::http {

using Handler = std::function<Result<Reply>(const Request&)>;

// Where the handler runs. It may block on a worker only.
enum class Runs {
  on_worker,     // a thread of the pool: writes, heavy reads, anything that waits
  inline_on_io,  // the I/O thread itself: reads of some tens of microseconds
};

// What the API document says of a route. Types left empty are deduced from the handler where its
// signature tells them.
struct Doc {
  std::string_view summary = {};
  std::vector<std::string_view> tags = {};
  Shape query = {};
  Shape body = {};
  Shape answer = {};
  std::string_view answer_type = "application/json";  // content type of a success
  int success =
      0;  // the status of a success; 0 = 201 for POST with an answer, 204 without, else 200
};

struct Route {
  Method method = Method::get;
  std::string pattern;
  std::vector<std::string> parameters;  // the {names} of the pattern, in order
  Rule rule;
  Doc doc;
  Handler handler;
  Runs where = Runs::on_worker;
  std::size_t body_bytes_max = 0;  // 0 = the server's limit
  bool spools_body = false;
  bool loopback_only = false;
  bool needs_version = false;  // 428 without If-Match
  bool takes_key = false;      // a repeated Idempotency-Key is answered from what was kept
  std::size_t index = 0;       // position in the table

  Route& runs(Runs w) {
    where = w;
    return *this;
  }
  // Another limit than the server's for this body.
  Route& takes_up_to(std::size_t bytes) {
    body_bytes_max = bytes;
    return *this;
  }
  // The body goes to a temporary file (Request::body_file) instead of memory: uploads.
  Route& spools(std::size_t bytes_max) {
    spools_body = true;
    body_bytes_max = bytes_max;
    return *this;
  }
  // Writes a record whose version the caller has to have seen: without If-Match the service answers
  // 428 before the handler runs, which finds the version in Request::seen_version.
  Route& versioned() {
    needs_version = true;
    return *this;
  }
  // A write that keeps no answer for a repeated Idempotency-Key. Others of those who are signed in
  // do, and run by CommandRunner::run(request, …).
  Route& without_key() {
    takes_key = false;
    return *this;
  }
  // Refused (404) for callers from other machines.
  Route& only_from_this_machine() {
    loopback_only = true;
    return *this;
  }
};

namespace detail {

// A handler's arguments and result, read off its signature.
template <class F>
struct Signature : Signature<decltype(&F::operator())> {};
template <class C, class R>
struct Signature<R (C::*)(const Request&) const> {
  using Takes = void;
  using Gives = R;
};
template <class C, class R, class In>
struct Signature<R (C::*)(const Request&, const In&) const> {
  using Takes = In;
  using Gives = R;
};
template <class R>
struct Signature<R (*)(const Request&)> {
  using Takes = void;
  using Gives = R;
};
template <class R, class In>
struct Signature<R (*)(const Request&, const In&)> {
  using Takes = In;
  using Gives = R;
};

template <class T>
struct Given {  // a plain value: 200 with it as JSON
  static constexpr int kStatusOfPost = 200;
  static Shape shape() { return shape_of<T>(); }
  static Reply reply(T&& value) { return Reply::ok(value); }
};
template <>
struct Given<Reply> {
  static constexpr int kStatusOfPost = 0;
  static Shape shape() { return {}; }
  static Reply reply(Reply&& reply) { return std::move(reply); }
};
template <class T>
struct Given<Answer<T>> {
  static constexpr int kStatusOfPost = 201;
  static Shape shape() { return shape_of<T>(); }
  static Reply reply(Answer<T>&& answer) { return std::move(answer); }
};

template <class R>
Result<Reply> reply_from(Result<R> result) {
  if (!result) return std::move(result).error();
  if constexpr (std::is_void_v<R>)
    return Reply::no_content();
  else
    return Given<R>::reply(*std::move(result));
}

}  // namespace detail

class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // The returned route may be refined at once: .runs(Runs::inline_on_io). `pattern` is absolute;
  // a segment in braces is a parameter; a fixed segment wins over a parameter.
  template <class F>
  Route& get(std::string_view pattern, Rule rule, Doc doc, F handler) {
    return add(Method::get, pattern, rule, std::move(doc), std::move(handler));
  }
  template <class F>
  Route& post(std::string_view pattern, Rule rule, Doc doc, F handler) {
    return add(Method::post, pattern, rule, std::move(doc), std::move(handler));
  }
  template <class F>
  Route& put(std::string_view pattern, Rule rule, Doc doc, F handler) {
    return add(Method::put, pattern, rule, std::move(doc), std::move(handler));
  }
  template <class F>
  Route& patch(std::string_view pattern, Rule rule, Doc doc, F handler) {
    return add(Method::patch, pattern, rule, std::move(doc), std::move(handler));
  }
  template <class F>
  Route& del(std::string_view pattern, Rule rule, Doc doc, F handler) {
    return add(Method::del, pattern, rule, std::move(doc), std::move(handler));
  }

  // In the order they were added. For the API document, the authorisation matrix, metrics.
  const std::deque<Route>& routes() const { return routes_; }

  struct Match {
    const Route* route = nullptr;  // null: no such path, or not this method
    std::vector<Method> allowed;   // of the path, where only the method is wrong
  };
  // HEAD finds the GET route. `values` receives the stretches of `path` that stand for the
  // parameters.
  Match match(Method method, std::string_view path, std::vector<TextSpan>& values) const;

 private:
  struct Node;

  template <class F>
  Route& add(Method method, std::string_view pattern, Rule rule, Doc doc, F handler) {
    using Signature = detail::Signature<F>;
    using In = typename Signature::Takes;
    using Out = typename Signature::Gives::value_type;
    if constexpr (!std::is_void_v<In>) {
      Shape& shape = method == Method::get ? doc.query : doc.body;
      if (!shape) shape = shape_of<In>();
    }
    if constexpr (!std::is_void_v<Out>) {
      if (!doc.answer) doc.answer = detail::Given<Out>::shape();
      if (doc.success == 0 && method == Method::post)
        doc.success = detail::Given<Out>::kStatusOfPost;
    }
    Handler run = [method, handler = std::move(handler)](const Request& request) -> Result<Reply> {
      (void)method;
      if constexpr (std::is_void_v<In>) {
        return detail::reply_from(handler(request));
      } else {
        const In in = TRY(method == Method::get ? request.query_as<In>() : request.body<In>());
        return detail::reply_from(handler(request, in));
      }
    };
    return insert(method, pattern, rule, std::move(doc), std::move(run));
  }
  Route& insert(Method method, std::string_view pattern, Rule rule, Doc doc, Handler handler);

  std::deque<Route> routes_;
  std::unique_ptr<Node> root_;
};

}  // namespace stagecoach::http
