import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { meQuery } from "@/api/team/me";
import { signOut } from "@/api/team/session";
import { Door } from "@/features/team/door";
import { Enrolment } from "@/features/team/second-factor/enrolment";
import { useT } from "@/i18n";

// In place of everything else for somebody whose role needs a second factor and who has none yet.
export function EnrolPage() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const router = useRouter();
  const onDone = async () => {
    await queryClient.refetchQueries(meQuery);
    await router.navigate({ to: "/today", replace: true });
  };
  const leave = async () => {
    await signOut();
    queryClient.clear();
    await router.navigate({ to: "/sign-in", search: {} });
  };
  return (
    <Door title={t("secondFactor.mustTitle")} lead={t("secondFactor.mustLead")}>
      <Enrolment onDone={() => void onDone()} />
      <p>
        <button type="button" className="button-link" onClick={() => void leave()}>
          {t("shell.signOut")}
        </button>
      </p>
    </Door>
  );
}
