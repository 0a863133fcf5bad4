import { Menu } from "@mantine/core";
import { IconArrowLeft, IconArrowMerge, IconDotsVertical, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Shape } from "@/api/types";
import { FindTwin } from "@/features/accounts/merge/find-twin";
import classes from "@/features/accounts/record/record.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

// The name of a record over its page, the way back to its list, and the way to delete it.
export function RecordHead({
  kind,
  back,
  record,
  tags,
  mayWrite,
  remove,
  restore,
  more,
}: {
  kind: Shape<"PartyKind">;
  back: string;
  record: { id: number; name: string };
  tags?: ReactNode;
  mayWrite: boolean;
  remove: () => Promise<unknown>;
  restore: () => Promise<unknown>;
  // Further items of its menu.
  more?: ReactNode;
}) {
  const { t } = useT();
  const [merging, setMerging] = useState(false);
  const { name } = record;
  const list = kind === "account" ? "/accounts" : "/contacts";
  const router = useRouter();
  const queryClient = useQueryClient();
  const bringBack = async () => {
    try {
      await restore();
      await queryClient.invalidateQueries();
      toast(t("common.undone"));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  const take = async () => {
    try {
      await remove();
      await router.navigate({ to: list });
      void queryClient.invalidateQueries();
      toast(t("record.deleted", { name }), bringBack);
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <header className={classes.head}>
      <div className={classes.headText}>
        <Link to={list} className={classes.back}>
          <IconArrowLeft size={14} aria-hidden /> {back}
        </Link>
        <h1 className={classes.title}>{name}</h1>
        <div className={classes.line}>{tags}</div>
      </div>
      {mayWrite && (
        <div className={classes.actions}>
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <button type="button" className="button-plain" aria-label={t("common.more")}>
                <IconDotsVertical size={16} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconArrowMerge size={16} />}
                onClick={() => setMerging(true)}
              >
                {t("merge.start")}
              </Menu.Item>
              {more}
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void take()}>
                {t("record.delete")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {merging && <FindTwin kind={kind} record={record} onClose={() => setMerging(false)} />}
    </header>
  );
}
