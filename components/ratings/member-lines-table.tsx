import { useTranslations } from "next-intl";
import { levelTones, stepTones } from "@/components/ratings/rating-tags";
import { DataTable } from "@/components/ui/data-table";
import type { DataColumn, Tuple } from "@/components/ui/data-table-columns";
import type { MemberLine } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type MemberLinesTableProps = { period: RatingPeriod; lines: readonly MemberLine[]; total: number };

/** The members of a round: what each claims and the branch proposed beside what was decided, and where it stands. */
export function MemberLinesTable({ period, lines, total }: MemberLinesTableProps) {
  const t = useTranslations("ratings");
  const levels = {
    EXCELLENT: { word: t("levelsShort.EXCELLENT"), tone: levelTones.EXCELLENT },
    GOOD: { word: t("levelsShort.GOOD"), tone: levelTones.GOOD },
    COMPLETED: { word: t("levelsShort.COMPLETED"), tone: levelTones.COMPLETED },
    FAILED: { word: t("levelsShort.FAILED"), tone: levelTones.FAILED },
    NOT_RATED: { word: t("notRated"), tone: levelTones.NOT_RATED },
  };
  const plain = Object.fromEntries(Object.entries(levels).map(([code, { word }]) => [code, word]));
  const steps = {
    NONE: { word: t("steps.NONE"), tone: stepTones.NONE },
    PROPOSED: { word: t("steps.PROPOSED"), tone: stepTones.PROPOSED },
    RECORDED: { word: t("steps.RECORDED"), tone: stepTones.RECORDED },
    DECIDED: { word: t("steps.DECIDED"), tone: stepTones.DECIDED },
    WAITS: { word: t("waits"), tone: "warn" as const },
  };
  /* Where nobody has handed in a review the room is the branch's. */
  const isClaimed = lines.some(({ claimedLevel }) => claimedLevel !== null);
  const claimed: DataColumn = { kind: "code", header: t("columns.claimed"), at: 7, words: plain, card: "wide" };
  const columns: DataColumn[] = [
    { kind: "link", header: t("columns.name"), at: 1, hrefPrefix: `/ratings/${period}/`, hrefAt: 0, card: "title" },
    { kind: "text", header: t("columns.branch"), at: 2 },
    ...(isClaimed ? [claimed] : []),
    { kind: "code", header: t("columns.proposed"), at: 3, words: plain, card: "wide" },
    { kind: "tag", header: t("columns.decided"), at: 4, words: levels },
    { kind: "tag", header: t("columns.step"), at: 5, words: steps, card: "status" },
    { kind: "text", header: t("columns.reason"), at: 6, card: "wide" },
  ];
  const rows = lines.map((line): Tuple => {
    const reason = line.notRatedReason ?? (line.step === "NONE" ? line.ruledOut : null);
    const isOpen = line.step === "PROPOSED" || line.step === "NONE";
    const decided = isOpen ? null : (line.level ?? (line.notRatedReason && "NOT_RATED"));
    const proposed = line.proposedLevel ?? (line.notRatedReason && "NOT_RATED");
    const isDifferent = !isOpen && line.level !== line.proposedLevel;
    const note = [reason && t(`reasons.${reason}`), isDifferent && `≠ ${t("different")}`].filter(Boolean).join("; ");
    const href = line.ratingId ?? `propose?member=${line.memberId}`;
    return [href, line.name, line.branch, proposed, decided, line.waits ? "WAITS" : line.step, note, line.claimedLevel];
  });
  return <DataTable caption={t("caption.members", { count: total })} columns={columns} rows={rows} idAt={0} />;
}
