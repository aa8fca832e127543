import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { PairView } from "@/lib/features/member-merges/queries/get-merge";
import { mergeRecords, mergeTies } from "@/lib/features/member-merges/schema";

const plain = ["aboutOneself", "twoIdNumbers", "twoOldIdNumbers", "readmitted"] as const;
/** What has to be solved before two records can become one, a sentence each. */
export function ObstacleList({ obstacles }: Pick<PairView, "obstacles">) {
  const t = useTranslations("memberMerges");
  const sentence = (reason: string, count: number) => {
    const name = reason.split(".").at(-1);
    const tie = mergeTies.find((one) => one === name);
    const record = mergeRecords.find((one) => one === name);
    const other = plain.find((one) => one === name);
    if (tie) return t(`errors.ties.${tie}`, { count });
    if (record) return t(`errors.overlap.${record}`);
    return other ? t(`errors.${other}`) : reason;
  };
  return (
    <Notice tone="warn" title={t("compare.obstacles")}>
      <ul className="grid gap-2">
        {obstacles.map(({ reason, params }) => (
          <li key={reason}>{sentence(reason, Number(params?.count ?? 0))}</li>
        ))}
      </ul>
    </Notice>
  );
}
