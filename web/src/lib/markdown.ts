import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

// What people write becomes a page's own HTML here and nowhere else. Two guards, each enough by
// itself: the renderer takes no HTML and no active address from the text, and what it made is
// cleaned once more, down to a short list of harmless elements.

const renderer = new MarkdownIt("default", { html: false, linkify: true, breaks: true });
// Pictures would be fetched from elsewhere, and tell there who reads.
renderer.disable(["image"]);
const harmless = /^(?:https?:|mailto:|tel:)/i;
const mention = /^user:\d+$/;
renderer.validateLink = (address) => harmless.test(address) || mention.test(address);

const { rules } = renderer.renderer;
rules.link_open = (tokens, index, options, _env, self) => {
  const token = tokens[index];
  const address = String(token?.attrGet("href") ?? "");
  if (token && mention.test(address)) {
    token.attrs = [["class", "mention"]];
    token.tag = "span";
    const close = tokens.slice(index).find((each) => each.type === "link_close");
    if (close) close.tag = "span";
  } else {
    token?.attrSet("target", "_blank");
    token?.attrSet("rel", "noopener noreferrer nofollow");
  }
  return self.renderToken(tokens, index, options);
};

const elements =
  "p br hr strong em s code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 a span table thead tbody tr th td";

// "@[Grace](user:3)" stands as @Grace; the at sign is part of the mention.
const withAt = (text: string) => text.replace(/@\[([^[\]\n]*)\]\(user:(\d+)\)/g, "[@$1](user:$2)");

export function renderMarkdown(text: string): string {
  return DOMPurify.sanitize(renderer.render(withAt(text)), {
    ALLOWED_TAGS: elements.split(" "),
    ALLOWED_ATTR: ["href", "target", "rel", "class"],
    ALLOWED_URI_REGEXP: harmless,
    ADD_URI_SAFE_ATTR: ["target", "rel"],
  });
}
