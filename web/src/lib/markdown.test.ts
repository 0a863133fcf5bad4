// @vitest-environment jsdom
import { describe, expect, it, test } from "vitest";
import { renderMarkdown } from "@/lib/markdown";

const dom = (text: string) => {
  const box = document.createElement("div");
  box.innerHTML = renderMarkdown(text);
  return box;
};

describe("what people write", () => {
  it("looks as they meant it", () => {
    const box = dom("**They** want\n\n- one\n- two\n\n`code` and https://example.com/a");
    expect(box.querySelector("strong")?.textContent).toBe("They");
    expect(box.querySelectorAll("li")).toHaveLength(2);
    const link = box.querySelector("a");
    expect(link?.getAttribute("href")).toBe("https://example.com/a");
    expect(link?.rel).toContain("noopener");
    expect(link?.target).toBe("_blank");
  });

  it("names people without making a link of them", () => {
    const box = dom("Ask @[Grace Li](user:12) and **@[王芳](user:3)**");
    const named = [...box.querySelectorAll(".mention")].map((each) => each.textContent);
    expect(named).toEqual(["@Grace Li", "@王芳"]);
    expect(box.querySelector("a")).toBeNull();
  });
});

const active = [
  "script",
  "iframe",
  "object",
  "embed",
  "img",
  "svg",
  "math",
  "form",
  "style",
  "base",
];
test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![x](https://evil.example/p.png)",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "[x](//evil.example)",
  '[x](https://a.example "onmouseover=alert(1)")',
  "<a href='javascript:alert(1)'>x</a>",
  "@[<img src=x onerror=alert(1)>](user:3)",
  '@[x" onclick="alert(1)](user:3)',
  "[x](user:3/../javascript:alert(1))",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<details open ontoggle=alert(1)>",
  "`<script>alert(1)</script>`",
])("nothing active comes of %s", (text) => {
  const box = dom(text);
  for (const element of box.querySelectorAll("*")) {
    expect(active).not.toContain(element.localName);
    for (const { name, value } of element.attributes) {
      expect(["href", "target", "rel", "class"]).toContain(name);
      if (name === "href") expect(value).toMatch(/^(https?:|mailto:|tel:)/);
    }
  }
});
