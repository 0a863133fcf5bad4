#include "platform/http/openapi.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include "platform/http/problem.h"
#include "platform/json/node.h"
#include "platform/json/text.h"

namespace stagecoach::http {
namespace {

using json::ArrayText;
using json::ObjectText;

constexpr std::string_view kSchemas = "#/components/schemas/";
constexpr std::string_view kJson = "application/json";

constexpr std::string_view kProblem =
    R"({"type":"object","description":)"
    R"("A refusal (RFC 9457), its sentences in the caller's language.","properties":{)"
    R"("type":{"type":"string","description":"A name of the problem, as a URN."},)"
    R"("title":{"type":"string"},)"
    R"("status":{"type":"integer","minimum":400,"maximum":599},)"
    R"("detail":{"type":"string","description":"What is wrong, for a person."},)"
    R"("code":{"type":"string","description":"Stable; programs may branch on it."},)"
    R"("request_id":{"type":"string"},)"
    R"("fields":{"type":"array","description":"What is wrong with which field.","items":{)"
    R"("type":"object","properties":{"field":{"type":"string","description":)"
    R"("A path such as amount or lines[2].price."},"code":{"type":"string"},)"
    R"("message":{"type":"string"}},"required":["field","code","message"]}}},)"
    R"("required":["type","title","status","detail","code"],"additionalProperties":true})";

int order_of(Method method) {
  constexpr Method kOrder[] = {Method::get, Method::put, Method::post, Method::patch, Method::del};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), method) -
                          std::begin(kOrder));
}

std::string_view key_of(Method method) {
  switch (method) {
    case Method::get:
      return "get";
    case Method::head:
      return "head";
    case Method::post:
      return "post";
    case Method::put:
      return "put";
    case Method::patch:
      return "patch";
    case Method::del:
      return "delete";
    case Method::options:
      return "options";
  }
  return {};
}

// "POST /api/deals/{id}/moves" -> "post_deals_id_moves": unique, because the table's patterns are.
std::string operation_id(const Route& route) {
  std::string id(key_of(route.method));
  std::string_view path = route.pattern;
  if (path.starts_with("/api/")) path.remove_prefix(4);
  for (const char c : path) {
    const bool is_word = std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    if (is_word)
      id += c;
    else if (id.back() != '_')
      id += '_';
  }
  while (id.back() == '_') id.pop_back();
  return id;
}

std::string in_quotes(std::string_view text) {
  std::string out;
  json::append_string(out, text);
  return out;
}

std::string reference(std::string_view place, std::string_view name) {
  return ObjectText().add_text("$ref", std::string(place) + std::string(name)).text();
}

// A schema as it stands where null cannot be sent: {"type":["string","null"]} -> "string".
void append_without_null(std::string& out, const json::Node& schema) {
  const auto is_null_type = [](const json::Node& option) {
    return option.kind == json::Node::Kind::object && option.count == 1 &&
           (*option.begin()).key == "type" && (*option.begin()).text == "null";
  };
  ObjectText object;
  for (const json::Node& member : schema) {
    std::string value;
    if (member.key == "anyOf" && member.count == 2 && is_null_type(*++member.begin())) {
      append_node(out, *member.begin());  // one of X and null: X
      return;
    }
    if (member.key == "type" && member.kind == json::Node::Kind::array)
      append_node(value, *member.begin());
    else
      append_node(value, member);
    object.add(member.key, value);
  }
  out += object.text();
}

class Writer {
 public:
  Writer(const Router& router, const ApiInfo& info)
      : info_(info),
        answers_(json::Direction::response, std::string(kSchemas)),
        bodies_(json::Direction::request, std::string(kSchemas)) {
    for (const Route& route : router.routes())
      if (order_of(route.method) < 5) routes_.push_back(&route);
    std::sort(routes_.begin(), routes_.end(), [](const Route* a, const Route* b) {
      return a->pattern != b->pattern ? a->pattern < b->pattern
                                      : order_of(a->method) < order_of(b->method);
    });
  }

  std::string document() {
    // Answers first: they own the plain names of the types they share with requests.
    for (const Route* route : routes_)
      if (route->doc.answer) route->doc.answer.schema(answers_);
    bodies_.follow(answers_, "Input", {"Problem"});

    ObjectText paths;
    for (size_t i = 0; i < routes_.size();) {
      const std::string& pattern = routes_[i]->pattern;
      ObjectText operations;
      for (; i < routes_.size() && routes_[i]->pattern == pattern; ++i)
        operations.add(key_of(routes_[i]->method), operation(*routes_[i]));
      paths.add(pattern, operations.text());
    }
    ObjectText whole;
    whole.add_text("openapi", "3.1.0")
        .add("info", info())
        .add("servers", R"([{"url":"/"}])")
        .add("tags", tags())
        .add("paths", paths.text())
        .add("components", components(paths.text()));
    auto pretty = json::pretty(whole.text());
    assert(pretty && "the document is JSON");
    return *std::move(pretty);
  }

 private:
  std::string info() const {
    return ObjectText()
        .add_text("title", info_.title)
        .add_text("version", info_.version)
        .add_text("description", info_.description)
        .add("license", R"({"name":"Apache-2.0","identifier":"Apache-2.0"})")
        .text();
  }

  std::string tags() const {
    std::set<std::string_view> names;
    for (const Route* route : routes_) names.insert(route->doc.tags.begin(), route->doc.tags.end());
    ArrayText tags;
    for (const std::string_view name : names) {
      ObjectText tag;
      tag.add_text("name", name);
      const auto about = info_.tags.find(name);
      if (about != info_.tags.end()) tag.add_text("description", about->second);
      tags.add(tag.text());
    }
    return tags.text();
  }

  std::string operation(const Route& route) {
    ObjectText out;
    out.add_text("operationId", operation_id(route));
    if (!route.doc.summary.empty()) out.add_text("summary", route.doc.summary);
    if (!route.doc.tags.empty()) {
      ArrayText tags;
      for (const std::string_view tag : route.doc.tags) tags.add_text(tag);
      out.add("tags", tags.text());
    }
    out.add_text("x-rule", route.rule.name);
    if (route.loopback_only) out.add("x-loopback-only", "true");
    out.add("security", route.rule.needs_sign_in ? R"([{"session":[]},{"token":[]}])" : "[]");
    if (const std::string all = parameters(route); all.size() > 2) out.add("parameters", all);
    if (const std::string body = request_body(route); !body.empty()) out.add("requestBody", body);
    out.add("responses", responses(route));
    return out.text();
  }

  std::string parameters(const Route& route) {
    ArrayText all;
    for (const std::string& name : route.parameters) {
      const bool is_id = name == "id" || name == "seq" || name.ends_with("_id");
      all.add(ObjectText()
                  .add_text("name", name)
                  .add_text("in", "path")
                  .add("required", "true")
                  .add("schema", is_id ? R"({"type":"integer","format":"int64","minimum":1})"
                                       : R"({"type":"string"})")
                  .text());
    }
    if (route.doc.query) add_query(all, route.doc.query);
    if (route.takes_key) all.add(reference("#/components/parameters/", "IdempotencyKey"));
    if (route.needs_version) all.add(reference("#/components/parameters/", "IfMatch"));
    return all.text();
  }

  // The members of the query's struct, one parameter each.
  void add_query(ArrayText& all, const Shape& shape) {
    const std::string text = shape.schema(bodies_);
    const json::Document ref = *json::Document::parse(text);
    std::string name((*ref.root().begin()).text);
    name.erase(0, kSchemas.size());
    query_types_.insert(name);
    const json::Document schema = *json::Document::parse(bodies_.definitions().at(name));
    std::set<std::string_view> required;
    const json::Node* properties = nullptr;
    for (const json::Node& member : schema.root()) {
      if (member.key == "properties") properties = &member;
      if (member.key != "required") continue;
      for (const json::Node& field : member) required.insert(field.text);
    }
    if (!properties) return;
    for (const json::Node& property : *properties) {
      std::string value;
      append_without_null(value, property);
      ObjectText parameter;
      parameter.add_text("name", property.key).add_text("in", "query");
      if (required.contains(property.key)) parameter.add("required", "true");
      all.add(parameter.add("schema", value).text());
    }
  }

  std::string request_body(const Route& route) {
    ObjectText content;
    if (route.doc.body)
      content.add(kJson, ObjectText().add("schema", route.doc.body.schema(bodies_)).text());
    else if (route.spools_body)
      content.add("application/octet-stream", "{}");
    else
      return {};
    return ObjectText().add("required", "true").add("content", content.text()).text();
  }

  std::string responses(const Route& route) {
    ObjectText out;
    const Doc& doc = route.doc;
    std::string content;
    if (doc.answer)
      content =
          ObjectText()
              .add(doc.answer_type, ObjectText().add("schema", doc.answer.schema(answers_)).text())
              .text();
    else if (doc.answer_type != kJson)
      content = ObjectText().add(doc.answer_type, "{}").text();

    ObjectText success;
    success.add_text("description", reason_of(doc.success));
    if (doc.answer) success.add("headers", R"({"ETag":{"$ref":"#/components/headers/ETag"}})");
    if (!content.empty() && doc.success != 204) success.add("content", content);
    out.add(std::to_string(doc.success), success.text());
    for (const Error::Code code : refusals(route)) {
      const int status = status_of(code);
      statuses_.insert(status);
      out.add(std::to_string(status), reference("#/components/responses/", response_name(status)));
    }
    out.add("default", reference("#/components/responses/", "Problem"));
    return out.text();
  }

  // What this kind of route refuses in the normal course of things; `default` covers the rest.
  static std::vector<Error::Code> refusals(const Route& route) {
    using Code = Error::Code;
    const bool writes = !is_safe(route.method);
    std::vector<Code> codes{Code::invalid};
    if (route.rule.needs_sign_in) {
      codes.push_back(Code::unauthenticated);
      codes.push_back(Code::forbidden);
    }
    if (!route.parameters.empty()) codes.push_back(Code::not_found);
    if (writes) codes.push_back(Code::conflict);
    if (route.needs_version) codes.push_back(Code::stale);
    if (route.doc.body || route.spools_body) {
      codes.push_back(Code::too_large);
      codes.push_back(Code::unsupported);
    }
    if (writes) codes.push_back(Code::refused);
    if (route.needs_version) codes.push_back(Code::precondition_required);
    return codes;
  }

  // "Not Found" -> "NotFound".
  static std::string response_name(int status) {
    std::string name(reason_of(status));
    std::erase(name, ' ');
    return name;
  }

  std::string components(const std::string& paths) {
    std::map<std::string, std::string> all(answers_.definitions());
    all.emplace("Problem", kProblem);
    for (const auto& [name, schema] : bodies_.definitions()) {
      const bool is_parameters_only =
          query_types_.contains(name) &&
          paths.find(in_quotes(std::string(kSchemas) + name)) == paths.npos;
      if (!is_parameters_only) all.emplace(name, schema);
    }
    ObjectText schemas;
    for (const auto& [name, schema] : all) schemas.add(name, schema);

    const std::string content =
        R"({"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}})";
    ObjectText responses;
    const auto add_response = [&](std::string_view name, std::string_view description) {
      responses.add(
          name, ObjectText().add_text("description", description).add("content", content).text());
    };
    for (const int status : statuses_) add_response(response_name(status), reason_of(status));
    add_response("Problem", "Any other refusal");

    return ObjectText()
        .add("securitySchemes", security_schemes())
        .add("parameters", shared_parameters())
        .add("headers", R"({"ETag":{"description":"The version of the record, for If-Match.",)"
                        R"("schema":{"type":"string"}}})")
        .add("responses", responses.text())
        .add("schemas", schemas.text())
        .text();
  }

  std::string security_schemes() const {
    return ObjectText()
        .add("session", ObjectText()
                            .add_text("type", "apiKey")
                            .add_text("in", "cookie")
                            .add_text("name", info_.session_cookie)
                            .add_text("description",
                                      "Set by signing in; over HTTPS its name starts with __Host-.")
                            .text())
        .add("token", ObjectText()
                          .add_text("type", "http")
                          .add_text("scheme", "bearer")
                          .add_text("description", "An API token.")
                          .text())
        .text();
  }

  static std::string shared_parameters() {
    return R"({"IdempotencyKey":{"name":"Idempotency-Key","in":"header","description":)"
           R"("1 to 255 visible characters. A repeated request with the same key is answered as )"
           R"(the first one was, and changes nothing.","schema":{"type":"string","minLength":1,)"
           R"("maxLength":255}},"IfMatch":{"name":"If-Match","in":"header","description":)"
           R"("The version (ETag) that the caller saw: 428 without it, 412 when somebody )"
           R"(saved since.","required":true,"schema":{"type":"string"}}})";
  }

  const ApiInfo& info_;
  std::vector<const Route*> routes_;
  json::Schemas answers_;
  json::Schemas bodies_;
  std::set<std::string> query_types_;  // become parameters, and no schema of their own
  std::set<int> statuses_;
};

}  // namespace

std::string openapi_document(const Router& router, const ApiInfo& info) {
  return Writer(router, info).document();
}

}  // namespace stagecoach::http
