import { getTranslations } from "next-intl/server";
import { formatIn } from "@/lib/core/i18n/format";
import type { CarriedTask } from "@/lib/features/tasks/queries/list-meeting-tasks";

/** The tasks carried over to a meeting as its printed minutes have them: in Vietnamese whatever the language of the screen. */
export async function CarriedPaper({ carried }: { carried: readonly CarriedTask[] }) {
  if (carried.length === 0) return null;
  const t = await getTranslations({ locale: "vi", namespace: "tasks" });
  const format = formatIn("vi");
  return (
    <>
      <p className="font-bold">{t("paper.heading")}</p>
      {carried.map(({ id, title, doer, deadlineOn, month, last, judged }) => (
        <p key={id}>
          - {t("paper.carriedLine", { title, doer: doer ?? t("wholeBranch"), deadline: format.day(deadlineOn), month })}{" "}
          {judged && t("atMeeting.found", judged)}
          {!judged && last && t("atMeeting.last", last)}
        </p>
      ))}
    </>
  );
}
