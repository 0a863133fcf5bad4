import { Popover } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { unreadQuery } from "@/api/notices/notices";
import classes from "@/app/shell.module.css";
import { Lines } from "@/components/skeleton";
import { useT } from "@/i18n";
import { formatCounted } from "@/lib/format";

const NoticePanel = lazy(() => import("@/features/notices/notice-panel"));

// As many as the server tells apart.
const countedMax = 100;

// What one is told of, with how much of it is unread.
export default function Bell() {
  const { t, lang } = useT();
  const [open, setOpen] = useState(false);
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const count = formatCounted(lang, unread, countedMax);
  const name = t("notices.title");
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(400px, calc(100vw - 16px))"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={`${classes.iconButton} ${classes.bell}`}
          aria-label={unread > 0 ? `${name}: ${t("notices.unread", { shown: count })}` : name}
          onClick={() => setOpen((was) => !was)}
        >
          <IconBell size={18} stroke={1.7} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {count}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={name}>
        <Suspense fallback={<Lines />}>
          <NoticePanel onClose={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
