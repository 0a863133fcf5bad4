import { useMemo } from "react";
import classes from "@/components/markdown.module.css";
import { renderMarkdown } from "@/lib/markdown";

export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => renderMarkdown(text), [text]);
  // Cleaned where it was rendered; see there.
  // oxlint-disable-next-line react/no-danger
  return <div className={classes.markdown} dangerouslySetInnerHTML={{ __html: html }} />;
}
