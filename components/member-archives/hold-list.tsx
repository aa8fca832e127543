import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { CandidateView } from "@/lib/features/member-archives/queries/get-archive";
import { archiveHolds } from "@/lib/features/member-archives/schema";

/** What shows that a record was not entered in error, a sentence each. */
export function HoldList({ obstacles }: Pick<CandidateView, "obstacles">) {
  const t = useTranslations("memberArchives");
  const sentence = (reason: string, count: number) => {
    const hold = archiveHolds.find((one) => reason.endsWith(`.${one}`));
    return hold ? t(`errors.holds.${hold}`, { count }) : t("errors.aboutOneself");
  };
  return (
    <Notice tone="warn" title={t("propose.obstacles")}>
      <ul className="grid gap-2">
        {obstacles.map(({ reason, params }) => (
          <li key={reason}>{sentence(reason, Number(params?.count ?? 0))}</li>
        ))}
      </ul>
    </Notice>
  );
}
