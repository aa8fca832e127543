import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { type Interval, lastDayOf } from "@/lib/core/day/interval";
import type { AttachmentFormat } from "@/lib/core/db/generated/enums";
import { type FileSize, fileSize } from "@/lib/features/party-documents/rules/files";
import { canKeepRegulations } from "@/lib/features/working-regulations/policy";
import { versionStanding, withTimes } from "@/lib/features/working-regulations/rules";
import type { VersionStanding } from "@/lib/features/working-regulations/schema";

/** The paper of a version without what is in it. */
export type RegulationFile = {
  readonly fileName: string;
  readonly format: AttachmentFormat;
  readonly size: FileSize;
};

/** A version of a branch's working regulations on a day; `lastDay` is null while no other follows, and of an annulled one. */
export type RegulationView = {
  readonly id: string;
  readonly adoptedOn: Day;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly standing: VersionStanding;
  /** Null where none is named, and for who does not read the branch's meetings. */
  readonly meetingId: string | null;
  readonly numberAndSign: string | null;
  readonly changes: string | null;
  readonly file: RegulationFile | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly annulled: { readonly on: Day; readonly by: string; readonly reason: string } | null;
  readonly version: number;
  readonly can: { readonly annul: boolean; readonly attach: boolean };
};

const columns = {
  ...{ id: true, branchId: true, adoptedOn: true, startsOn: true, numberAndSign: true, changes: true },
  ...{ recordedBy: true, recordedAt: true, annulledOn: true, annulledBy: true, annulledReason: true, version: true },
  meeting: { select: { id: true } },
  file: { select: { fileName: true, format: true, size: true } },
} as const;

/** The versions of a branch, those that begin last first, as a query of the branch reads them. */
export const regulationsOfBranch = {
  orderBy: { startsOn: "desc" },
  select: columns,
} as const;

type RegulationRow = {
  readonly id: string;
  readonly branchId: string;
  readonly adoptedOn: Date;
  readonly startsOn: Date;
  readonly numberAndSign: string | null;
  readonly changes: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly annulledOn: Date | null;
  readonly annulledBy: string | null;
  readonly annulledReason: string | null;
  readonly version: number;
  readonly meeting: { readonly id: string } | null;
  readonly file: { readonly fileName: string; readonly format: AttachmentFormat; readonly size: number } | null;
};

/** The versions of a branch as a reader sees them on a day, in the order given. */
export function listViews(actor: Actor, rows: readonly RegulationRow[], branch: Interval, on: Day): RegulationView[] {
  const all = rows.map((row) => ({
    ...row,
    adoptedOn: fromDbDate(row.adoptedOn),
    startsOn: fromDbDate(row.startsOn),
    isAnnulled: row.annulledOn !== null,
  }));
  const timed = withTimes(all, branch);
  return all.map(
    ({ branchId, isAnnulled, annulledOn, annulledBy, annulledReason, meeting, file, ...row }): RegulationView => {
      const times = timed.find(({ id }) => id === row.id) ?? null;
      const keeps = canKeepRegulations(actor, branchId) && !isAnnulled;
      return {
        ...row,
        lastDay: times && lastDayOf(times),
        standing: versionStanding(times, on),
        meetingId: meeting?.id ?? null,
        file: file && { ...file, size: fileSize(file.size) },
        annulled: annulledOn && { on: fromDbDate(annulledOn), by: annulledBy ?? "", reason: annulledReason ?? "" },
        can: { annul: keeps, attach: keeps && file === null },
      };
    },
  );
}
