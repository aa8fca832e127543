import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";
import type { TaskStanding } from "@/lib/features/tasks/schema";

const tones: Record<TaskStanding, Tone> = {
  IN_HAND: "info",
  OVERDUE: "err",
  REPORTED: "draft",
  DONE_IN_TIME: "ok",
  DONE_LATE: "warn",
  CALLED_OFF: "neutral",
};

/** Where a task stands, and for how long it is overdue. */
export function TaskTag({ standing, daysOverdue }: Pick<TaskLine, "standing" | "daysOverdue">) {
  const t = useTranslations("tasks");
  const word = daysOverdue > 0 ? t("overdueFor", { days: daysOverdue }) : t(`standings.${standing}`);
  return <Tag tone={tones[standing]}>{word}</Tag>;
}
