import Link from "next/link";
import { useTranslations } from "next-intl";
import { PresenceTag } from "@/components/meetings/meeting-words";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MeetingView, RollLineView } from "@/lib/features/meetings/queries/get-meeting";
import type { RollCounts } from "@/lib/features/meetings/rules";

/** Which part of a roll is shown. */
export const rollParts = ["PRESENT", "ABSENT_EXCUSED", "ABSENT_UNEXCUSED", "EXEMPT"] as const;
export type RollPart = (typeof rollParts)[number];

type RollViewProps = { meeting: MeetingView; counts: RollCounts; part: RollPart | null };

/** The figures of a roll, each of which opens the names behind it, and the names. */
export function RollView({ meeting, counts, part }: RollViewProps) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const hrefOf = (of: RollPart) => `/meetings/${meeting.id}?show=${of}#roll`;
  const lines = part === null ? meeting.roll : meeting.roll.filter((line) => isIn(line, part));
  const columns: Column<RollLineView>[] = [
    { id: "name", header: t("page.name"), card: "title", cell: (line) => line.name },
    { id: "standing", header: t("page.standing"), cell: (line) => standingWord(line, t) },
    { id: "presence", header: t("page.presence"), cell: (line) => <PresenceTag presence={line.presence} /> },
    { id: "reason", header: t("page.reason"), cell: (line) => line.reason ?? "–" },
  ];
  return (
    <section id="roll" className="grid gap-3" aria-label={t("page.roll")}>
      <StatCards>
        <StatCard
          value={format.share(counts.present, counts.called)}
          label={t("figures.present")}
          href={hrefOf("PRESENT")}
        />
        <StatCard value={counts.excused} label={t("figures.excused")} href={hrefOf("ABSENT_EXCUSED")} />
        <StatCard value={counts.unexcused} label={t("figures.unexcused")} href={hrefOf("ABSENT_UNEXCUSED")} />
        <StatCard value={counts.exempt} label={t("figures.exempt")} href={hrefOf("EXEMPT")} />
      </StatCards>
      {part !== null && (
        <p>
          <Link href={`/meetings/${meeting.id}#roll`} prefetch={false}>
            {t("page.showAll")}
          </Link>
        </p>
      )}
      {lines.length === 0 ? (
        <p>{t("page.nobody")}</p>
      ) : (
        <Table
          caption={t("page.rollOf", { show: part ?? "ALL", count: lines.length })}
          columns={columns}
          rows={lines}
          rowId={(line) => line.memberId}
        />
      )}
    </section>
  );
}

function isIn(line: RollLineView, part: RollPart): boolean {
  return part === "EXEMPT" ? line.isExempt : !line.isExempt && line.presence === part;
}

function standingWord(line: RollLineView, t: ReturnType<typeof useTranslations<"meetings">>): string {
  const stage = t(line.isOfficial ? "page.official" : "page.probationary");
  return line.isExempt ? `${stage}, ${t("page.exempt").toLowerCase()}` : stage;
}
