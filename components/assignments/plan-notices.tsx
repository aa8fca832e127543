import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { AssignmentNotice, PlanNotices as Notices } from "@/lib/features/assignments/queries/list-notices";

type PlanNoticesProps = Notices & { branchId?: string };

/** What issued plans give the reader and the own branches, or one of them, and which wait for the reader; nothing where there is neither. */
export function PlanNotices({ assigned: all, waiting, branchId }: PlanNoticesProps) {
  const t = useTranslations("assignmentPlans.notices");
  const assigned = all.filter((notice) => branchId === undefined || notice.branchId === branchId);
  return (
    <>
      {waiting.map(({ id, name }) => (
        <Notice key={id} tone="warn" title={t("waiting")}>
          <Link href={`/assignments/plans/${id}/check`} prefetch={false}>
            {name}
          </Link>
        </Notice>
      ))}
      {assigned.length > 0 && (
        <Notice title={t("assigned")}>
          <ul className="grid gap-1">
            {assigned.map((notice) => (
              <li key={notice.id}>
                <Told notice={notice} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Told({ notice }: { notice: AssignmentNotice }) {
  const t = useTranslations("assignmentPlans.notices");
  const words = useTranslations("assignments");
  const format = useFormat();
  const { isMine, memberName, branchName, role, startsOn, lastDay, decision } = notice;
  const what = {
    name: memberName,
    branch: branchName,
    role: words(`roles.${role}`).toLowerCase(),
    period: format.period(startsOn, lastDay),
    decision: words("decision", { number: decision.number, day: format.day(decision.on) }),
  };
  return t(isMine ? "mine" : "ofBranch", what);
}
