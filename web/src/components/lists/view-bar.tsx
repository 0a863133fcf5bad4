import { Menu } from "@mantine/core";
import {
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconList,
  IconPencil,
  IconPlus,
  IconRotate,
  IconTrash,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteView, patchView, postView, useViews } from "@/api/lists/views";
import type { Shape } from "@/api/types";
import classes from "@/components/lists/lists.module.css";
import { ViewForm } from "@/components/lists/view-form";
import { useT } from "@/i18n";
import { isSameList, type KeptList } from "@/lib/kept-list";
import { toast, toastProblem } from "@/lib/toast";

type View = Shape<"ListView">;
const signs = { private: IconBookmark, team: IconUsers, everyone: IconWorld } as const;

// The views of a list: which one is open and whether it was changed, and what can be done with it.
// The address holds all of a view, so opening one is following a link.
export function ViewBar({
  list,
  now,
  viewId,
  onOpen,
  onKept,
}: {
  list: Shape<"ListKind">;
  now: KeptList;
  viewId: number | undefined;
  // Shows a view, or the list as it is by itself.
  onOpen: (view: View | null) => void;
  // The address names this view from now on; it shows already what it shows.
  onKept: (view: View | null) => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const views = useViews(list);
  const [form, setForm] = useState<"new" | "edit" | null>(null);
  const view = views?.find((each) => each.id === viewId);
  const changed = view !== undefined && !isSameList(view, now);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["views", list] });
  const save = useMutation({
    mutationFn: (kept: View) => patchView(kept, now),
    onSuccess: (kept) => toast(t("views.saved", { name: kept.name })),
    onError: toastProblem,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (gone: View) => deleteView(gone),
    onSuccess: (_, gone) => {
      onKept(null);
      toast(t("views.deleted", { name: gone.name }), async () => {
        const { name, sharing, parameters, columns } = gone;
        try {
          onKept(await postView({ list, name, sharing, parameters, columns }));
        } catch (problem) {
          toastProblem(problem);
        }
        await refresh();
      });
    },
    onError: toastProblem,
    onSettled: refresh,
  });
  return (
    <div className={classes.views}>
      <Menu position="bottom-start" width={280} withinPortal={false}>
        <Menu.Target>
          <button type="button" className="button-plain" aria-label={t("views.open")}>
            <IconBookmark size={16} stroke={1.8} aria-hidden />
            <span className="button-label">{view?.name ?? t("views.byItself")}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconList size={16} />} onClick={() => onOpen(null)}>
            {t("views.byItself")}
          </Menu.Item>
          {views?.map((each) => {
            const Sign = signs[each.sharing];
            return (
              <Menu.Item
                key={each.id}
                leftSection={<Sign size={16} />}
                aria-current={each.id === viewId || undefined}
                onClick={() => onOpen(each)}
              >
                {each.name}
                {each.sharing !== "private" && (
                  <span className="faint"> · {t(`views.sharings.${each.sharing}`)}</span>
                )}
              </Menu.Item>
            );
          })}
          <Menu.Divider />
          {view && changed && view.may_change && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} />}
              onClick={() => save.mutate(view)}
            >
              {t("views.save")}
            </Menu.Item>
          )}
          {view && changed && (
            <Menu.Item leftSection={<IconRotate size={16} />} onClick={() => onOpen(view)}>
              {t("views.revert")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setForm("new")}>
            {t("views.saveAs")}
          </Menu.Item>
          {view?.may_change && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setForm("edit")}>
              {t("views.edit")}
            </Menu.Item>
          )}
          {view?.may_change && (
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => remove.mutate(view)}>
              {t("views.delete")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {changed && (
        <span className="tag" data-tone="warn" role="status">
          {t("views.changed")}
        </span>
      )}
      {form && (
        <ViewForm
          list={list}
          now={now}
          {...(form === "edit" && view ? { view } : {})}
          onClose={() => setForm(null)}
          onDone={(kept) => {
            setForm(null);
            onKept(kept);
            toast(t("views.saved", { name: kept.name }));
            void refresh();
          }}
        />
      )}
    </div>
  );
}
