#include "platform/http/problem.h"

namespace stagecoach::http {
namespace {

struct Status {
  int code;
  std::string_view reason;  // for the status line
  Phrase title;
};

constexpr Status kStatuses[] = {
    {100, "Continue", {}},
    {200, "OK", {}},
    {201, "Created", {}},
    {202, "Accepted", {}},
    {204, "No Content", {}},
    {303, "See Other", {}},
    {304, "Not Modified", {}},
    {400, "Bad Request", {"http.invalid", "The request is not right", "请求有误"}},
    {401, "Unauthorized", {"http.unauthenticated", "Sign in first", "请先登录"}},
    {403, "Forbidden", {"http.forbidden", "Not allowed", "没有权限"}},
    {404, "Not Found", {"http.not_found", "Not found", "未找到"}},
    {405, "Method Not Allowed", {"http.method", "Not possible here", "此处不支持该操作"}},
    {408, "Request Timeout", {"http.too_slow", "Too slow", "请求超时"}},
    {409, "Conflict", {"http.conflict", "In conflict with the present state", "与当前状态冲突"}},
    {411, "Length Required", {"http.length", "The length is missing", "缺少长度"}},
    {412, "Precondition Failed", {"http.stale", "Changed by somebody else", "已被他人修改"}},
    {413, "Content Too Large", {"http.too_large", "Too large", "内容过大"}},
    {415, "Unsupported Media Type", {"http.unsupported", "Not a kind we read", "不支持的类型"}},
    {422, "Unprocessable Content", {"http.refused", "Refused by a rule", "不符合规则"}},
    {428, "Precondition Required", {"http.version_needed", "Say which version", "需要版本号"}},
    {429, "Too Many Requests", {"http.rate_limited", "Too many requests", "请求过于频繁"}},
    {431,
     "Request Header Fields Too Large",
     {"http.headers", "The head is too large", "请求头过大"}},
    {500, "Internal Server Error", {"http.internal", "Something failed here", "服务器内部错误"}},
    {501, "Not Implemented", {"http.not_implemented", "Not understood", "不支持"}},
    {503, "Service Unavailable", {"http.unavailable", "Not available now", "暂时不可用"}},
    {505,
     "HTTP Version Not Supported",
     {"http.version", "Unknown HTTP version", "HTTP 版本不支持"}},
    {507, "Insufficient Storage", {"http.storage_full", "No space left", "存储空间不足"}},
};

const Status& status_row(int code) {
  for (const Status& status : kStatuses)
    if (status.code == code) return status;
  return status_row(500);
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out += ",\"";
  out += name;
  out += "\":";
  json::append(out, std::string(text));
}

void append_fields(std::string& out, const std::vector<FieldError>& fields, Lang lang) {
  out += ",\"fields\":[";
  for (size_t i = 0; i < fields.size(); ++i) {
    out += i == 0 ? "{\"field\":" : ",{\"field\":";
    json::append(out, fields[i].field);
    append_member(out, "code", fields[i].message.code());
    append_member(out, "message", fields[i].message.text(lang));
    out += '}';
  }
  out += ']';
}

Reply render(int code, const Message& message, const std::vector<FieldError>& fields,
             std::string_view details_json, Lang lang, std::string_view request_id) {
  const std::string title(status_row(code).title.in(lang));
  std::string out = "{\"type\":";
  json::append(out, "urn:stagecoach:problem:" + std::string(message.code()));
  append_member(out, "title", title);
  out += ",\"status\":" + std::to_string(code);
  append_member(out, "detail", message.phrase ? message.text(lang) : title);
  append_member(out, "code", message.code());
  if (!request_id.empty()) append_member(out, "request_id", request_id);
  if (!fields.empty()) append_fields(out, fields, lang);
  if (details_json.size() > 2) {  // "{…}": its members join ours
    out += ',';
    out += details_json.substr(1, details_json.size() - 2);
  }
  out += '}';
  return Reply::text(std::move(out), "application/problem+json").status(code);
}

}  // namespace

int status_of(Error::Code code) {
  switch (code) {
    case Error::Code::invalid:
      return 400;
    case Error::Code::unauthenticated:
      return 401;
    case Error::Code::forbidden:
      return 403;
    case Error::Code::not_found:
      return 404;
    case Error::Code::conflict:
      return 409;
    case Error::Code::stale:
      return 412;
    case Error::Code::too_large:
      return 413;
    case Error::Code::unsupported:
      return 415;
    case Error::Code::refused:
      return 422;
    case Error::Code::precondition_required:
      return 428;
    case Error::Code::rate_limited:
      return 429;
    case Error::Code::unavailable:
      return 503;
    case Error::Code::storage_full:
      return 507;
  }
  return 500;
}

std::string_view reason_of(int status) {
  for (const Status& row : kStatuses)
    if (row.code == status) return row.reason;
  return "Unknown";
}

Reply problem(const Error& error, Lang lang, std::string_view request_id) {
  Reply reply = render(status_of(error.code), error.message, error.fields, error.details_json, lang,
                       request_id);
  if (error.retry_after) reply.header("Retry-After", std::to_string(error.retry_after->count()));
  return reply;
}

Reply problem(int status, const Message& message, Lang lang, std::string_view request_id) {
  return render(status, message, {}, {}, lang, request_id);
}

}  // namespace stagecoach::http
