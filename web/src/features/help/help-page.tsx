import { useSuspenseQuery } from "@tanstack/react-query";
import { guides } from "@/features/help/guide";
import classes from "@/features/help/help.module.css";
import { TourAgain } from "@/features/tour/tour-again";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";

// The user guide, in the reader's language.
export function HelpPage() {
  const { t, lang } = useT();
  usePageTitle(t("help.title"));
  const { data: chapters } = useSuspenseQuery({
    queryKey: ["guide", lang],
    queryFn: () => guides[lang](),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className={`page ${classes.page}`}>
      <div className="page-head">
        <h1 className="page-title">{t("help.title")}</h1>
      </div>
      <div className={classes.columns}>
        <nav className={classes.contents} aria-label={t("help.contents")}>
          <ol>
            {chapters.map((chapter) => (
              <li key={chapter.id}>
                <a href={`#${chapter.id}`}>{chapter.title}</a>
              </li>
            ))}
          </ol>
          <TourAgain />
        </nav>
        <div className={classes.guide}>
          {chapters.map((chapter) => (
            <section key={chapter.id} id={chapter.id} aria-labelledby={`${chapter.id}-title`}>
              <h2 id={`${chapter.id}-title`}>{chapter.title}</h2>
              {chapter.body}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
