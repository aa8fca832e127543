import { getTranslations } from "next-intl/server";
import { formatIn } from "@/lib/core/i18n/format";
import type { GivenTask } from "@/lib/features/tasks/queries/list-given-in-minutes";

type GivenPaperProps = { given: readonly GivenTask[]; isOfBody: boolean };

/** The tasks that a meeting gave as its printed minutes have them: in Vietnamese whatever the language of the screen. */
export async function GivenPaper({ given, isOfBody }: GivenPaperProps) {
  if (given.length === 0) return null;
  const t = await getTranslations({ locale: "vi", namespace: "tasks" });
  const format = formatIn("vi");
  return (
    <>
      <p className="font-bold">{t(isOfBody ? "paper.givenByBody" : "paper.given")}</p>
      {given.map(({ id, title, doer, deadlineOn }) => (
        <p key={id}>
          - {t("paper.givenLine", { title, doer: doer ?? t("wholeBranch"), deadline: format.day(deadlineOn) })}
        </p>
      ))}
    </>
  );
}
