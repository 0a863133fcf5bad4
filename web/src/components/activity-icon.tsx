import {
  IconCheckbox,
  IconMail,
  IconNotes,
  IconPhone,
  IconPresentation,
  IconUsers,
} from "@tabler/icons-react";
import type { Shape } from "@/api/types";

const icons = {
  call: IconPhone,
  email: IconMail,
  meeting: IconUsers,
  demo: IconPresentation,
  task: IconCheckbox,
  note: IconNotes,
};

export function ActivityIcon({ kind, size = 14 }: { kind: Shape<"ActivityKind">; size?: number }) {
  const Icon = icons[kind] ?? IconCheckbox;
  return <Icon size={size} stroke={1.8} aria-hidden />;
}
