import type { ReactNode } from "react";
import { NoticeSettings } from "@/features/notices/notice-settings";
import { AbsencePanel } from "@/features/team/absence/absence-panel";
import classes from "@/features/team/account/account.module.css";
import { PasswordForm } from "@/features/team/account/password-form";
import { ProfileForm } from "@/features/team/account/profile-form";
import { SessionList } from "@/features/team/account/session-list";
import { TokenList } from "@/features/team/account/token-list";
import { CalendarPanel } from "@/features/team/calendar/calendar-panel";
import { SecondFactorPanel } from "@/features/team/second-factor/second-factor-panel";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";

// What is one's own: name, password, where one is signed in, API tokens.
export function AccountPage() {
  const { t } = useT();
  usePageTitle(t("shell.account"));
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("shell.account")}</h1>
      </div>
      <div className={classes.page}>
        <Section title={t("account.profile")}>
          <ProfileForm />
        </Section>
        <Section title={t("fields.password")}>
          <PasswordForm />
        </Section>
        <Section title={t("absence.title")} why={t("absence.why")}>
          <AbsencePanel />
        </Section>
        <Section id="notifications" title={t("notices.title")} why={t("notices.why")}>
          <NoticeSettings />
        </Section>
        <Section title={t("calendar.title")} why={t("calendar.why")}>
          <CalendarPanel />
        </Section>
        <Section title={t("secondFactor.title")} why={t("secondFactor.why")}>
          <SecondFactorPanel />
        </Section>
        <Section title={t("account.sessions")} why={t("account.sessionsWhy")}>
          <SessionList userId={null} />
        </Section>
        <Section title={t("account.tokens")} why={t("account.tokensWhy")}>
          <TokenList />
        </Section>
      </div>
    </div>
  );
}

function Section({
  id,
  title,
  why,
  children,
}: {
  id?: string;
  title: string;
  why?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className="panel" aria-label={title}>
      <div className="panel-head">
        <h2 className="section-title">{title}</h2>
      </div>
      <div className="panel-body">
        {why && <p className={`faint ${classes.why}`}>{why}</p>}
        {children}
      </div>
    </section>
  );
}
