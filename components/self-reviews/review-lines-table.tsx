import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import type { DataColumn, Tuple } from "@/components/ui/data-table-columns";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { ReviewLine } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { reviewStandings } from "@/lib/features/self-reviews/schema";

const TONES = { NONE: "warn", DRAFT: "draft", HANDED_IN: "ok", NOT_ASKED: "neutral" } as const;

type ReviewLinesTableProps = { period: RatingPeriod; tab: "members" | "branches"; lines: readonly ReviewLine[] };

/** Where everybody stands; the name opens the review, or the form where there is none that the reader may enter. */
export function ReviewLinesTable({ period, tab, lines }: ReviewLinesTableProps) {
  const t = useTranslations("selfReviews");
  const ratings = useTranslations("ratings");
  const isMembers = tab === "members";
  const standings = Object.fromEntries(
    reviewStandings.map((code) => [code, { word: t(`standings.${code}`), tone: TONES[code] }]),
  );
  const columns: DataColumn[] = [
    {
      kind: "link",
      header: t(isMembers ? "columns.name" : "columns.collective"),
      ...{ at: 1, hrefPrefix: `/ratings/${period}/self-reviews/`, hrefAt: 0, card: "title" },
    },
    ...(isMembers ? [{ kind: "text" as const, header: t("columns.branch"), at: 2 }] : []),
    { kind: "tag", header: t("columns.standing"), at: 3, words: standings, card: "status" },
    { kind: "number", header: t("columns.points"), at: 4 },
    { kind: "text", header: t("columns.level"), at: 5 },
    { kind: "text", header: t("columns.note"), at: 6, card: "wide" },
  ];
  const rows = lines.map((line): Tuple => {
    const name = line.name ?? t("committee");
    const reason = line.standing === "NOT_ASKED" && line.ruledOut ? ratings(`reasons.${line.ruledOut}`) : null;
    const note = line.onBehalfBy === null ? reason : t("onBehalf", { by: line.onBehalfBy });
    const level = line.proposedLevel && ratings(`levelsShort.${line.proposedLevel}`);
    const id = line.memberId ?? line.branchId ?? "";
    return [hrefOf(line), name, line.branch, line.standing, line.points, level, note, id];
  });
  const count = lines.length;
  const caption = isMembers ? t("captionMembers", { count }) : t("captionCollectives", { count });
  return <DataTable caption={caption} columns={columns} rows={rows} idAt={7} />;
}

/* Without a review to open or to enter the cell is words alone. */
function hrefOf({ reviewId, canEnter, memberId, branchId }: ReviewLine): string | null {
  if (reviewId !== null) return reviewId;
  if (!canEnter) return null;
  if (memberId !== null) return `edit?member=${memberId}`;
  return branchId === null ? "edit?of=committee" : `edit?branch=${branchId}`;
}
