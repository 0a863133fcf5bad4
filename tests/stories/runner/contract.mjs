// Holds what went over the wire against the API document (OpenAPI 3.1, JSON Schema 2020-12).

import Ajv2020 from "ajv/dist/2020.js";
import add_formats from "ajv-formats";

const DOCUMENT = "https://stagecoach.invalid/openapi.json";

export class Contract {
  #ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  #document;
  #operations = []; // {method, template, pattern, pointer, operation}
  #used = new Set();

  constructor(document) {
    this.#document = structuredClone(document);
    close_objects(this.#document);
    add_formats(this.#ajv);
    this.#ajv.addSchema(this.#document, DOCUMENT);
    for (const [template, item] of Object.entries(this.#document.paths ?? {}))
      for (const method of ["get", "put", "post", "delete", "patch"])
        if (item[method])
          this.#operations.push({
            method: method.toUpperCase(),
            template,
            pattern: pattern_of(template),
            pointer: `/paths/${escaped(template)}/${method}`,
            operation: item[method],
          });
    // A literal segment wins over a parameter, as in the server's router.
    this.#operations.sort((a, b) => count_parameters(a.template) - count_parameters(b.template));
  }

  // Sentences about what the document does not allow. `sent` is undefined or the request's JSON,
  // which is checked where the server accepted it.
  faults({ method, target, status, type, json, sent }) {
    const path = target.split("?")[0];
    if (!path.startsWith("/api/")) return [];
    const found = this.#operations.find(
      (entry) => entry.method === method && entry.pattern.test(path),
    );
    // Refusals before any route was found belong to no operation.
    if (!found)
      return status === 404 || status === 405 ? [] : [`${method} ${path} is undocumented`];
    this.#used.add(`${method} ${found.template}`);
    return [
      ...this.#answer_faults(found, status, type, json),
      ...(status < 300 && sent !== undefined ? this.#request_faults(found, sent) : []),
    ];
  }

  // Operations that no request of any story has used.
  unused() {
    return this.#operations
      .map((entry) => `${entry.method} ${entry.template}`)
      .filter((name) => !this.#used.has(name));
  }

  #answer_faults(found, status, type, json) {
    const name = `${found.method} ${found.template}`;
    const responses = found.operation.responses ?? {};
    const key = [String(status), `${Math.floor(status / 100)}XX`, "default"].find(
      (candidate) => candidate in responses,
    );
    if (key === undefined) return [`${name}: status ${status} is undocumented`];
    const [pointer, response] = this.#resolve(`${found.pointer}/responses/${key}`);
    const bare_type = type?.split(";")[0].trim();
    if (!response.content) return json === undefined ? [] : [`${name}: ${status} promises no body`];
    if (bare_type === undefined) return [`${name}: ${status} came without a body`];
    if (!(bare_type in response.content)) return [`${name}: ${status} has the type ${bare_type}`];
    if (!response.content[bare_type].schema || json === undefined) return [];
    const schema = `${pointer}/content/${escaped(bare_type)}/schema`;
    return this.#schema_faults(schema, json, `${name}: the answer`);
  }

  #request_faults(found, sent) {
    const name = `${found.method} ${found.template}`;
    if (!found.operation.requestBody) return [`${name}: accepts a body that is undocumented`];
    const [pointer, body] = this.#resolve(`${found.pointer}/requestBody`);
    if (!body.content?.["application/json"]?.schema) return [];
    const schema = `${pointer}/content/application~1json/schema`;
    return this.#schema_faults(schema, sent, `${name}: the accepted request`);
  }

  #schema_faults(pointer, value, what) {
    const validate = this.#ajv.compile({ $ref: `${DOCUMENT}#${encodeURI(pointer)}` });
    if (validate(value)) return [];
    return validate.errors.map((error) => {
      const extra = error.params?.additionalProperty ?? error.params?.unevaluatedProperty;
      return `${what}${error.instancePath} ${error.message}${extra ? ` (${extra})` : ""}`;
    });
  }

  // Follows a $ref of the document; returns the pointer and what it points at.
  #resolve(pointer) {
    const value = pointer
      .split("/")
      .slice(1)
      .reduce(
        (node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")],
        this.#document,
      );
    return value?.$ref?.startsWith("#/") ? this.#resolve(value.$ref.slice(1)) : [pointer, value];
  }
}

function pattern_of(template) {
  const text = template
    .split("/")
    .map((part) => (/^\{.+\}$/.test(part) ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("/");
  return new RegExp(`^${text}$`);
}

function count_parameters(template) {
  return template.split("{").length - 1;
}

function escaped(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

// An object that lists its properties and says nothing of others has no others: a field that the
// document forgot is a fault. Members of a composition are left open, each knows but its part.
function close_objects(node, composed = false) {
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const item of node) close_objects(item, composed);
    return;
  }
  const is_schema = node.properties && typeof node.properties === "object" && !node.parameters;
  if (is_schema && !composed && node.additionalProperties === undefined && !node.allOf)
    node.additionalProperties = false;
  for (const [key, item] of Object.entries(node))
    close_objects(item, key === "allOf" || key === "anyOf" || key === "oneOf");
}
