import "server-only";
import type { CommandContext } from "@/lib/core/command";
import type { LoadedImport } from "@/lib/features/imports/commands/load-import";
import type { Decisions, JudgedLine } from "@/lib/features/imports/queries/judged-lines";
import { remarkGroups } from "@/lib/features/imports/rules/groups";

/** The lines of people who are none of the importer's, as many as a page can name. */
export function foreignLines(lines: readonly JudgedLine[]): number[] {
  return lines.flatMap(({ line, outcome }) => (outcome === "FOREIGN" ? [line] : [])).slice(0, 200);
}

/** What the check page tells of these lines, by line. */
export function remarksOf(lines: readonly JudgedLine[]) {
  return {
    repairs: lines.map(({ line, outcome, repairs }) => ({ line, remarks: outcome === "REPAIR" ? repairs : [] })),
    notices: lines.map(({ line, notices }) => ({ line, remarks: notices })),
  };
}

/** The columns of an import that say what came of judging all of its lines. */
export function checkedColumns(lines: readonly JudgedLine[]) {
  const foreign = foreignLines(lines);
  const { repairs, notices } = remarksOf(lines);
  return {
    state: foreign.length > 0 ? ("REJECTED" as const) : ("CHECKED" as const),
    foreignLines: foreign,
    repairs: remarkGroups(repairs),
    notices: remarkGroups(notices),
  };
}

/** Keeps for each line what becomes of it, with the decisions made about some of them. */
export async function keepOutcomes(
  { tx, actor }: CommandContext,
  { id, tableIndex }: LoadedImport,
  lines: readonly JudgedLine[],
  decisions: Decisions = new Map(),
): Promise<void> {
  const rows = lines.map(({ line, outcome, memberId, rivals, differences, declined }) => {
    const decided = decisions.get(line);
    const accepted = declined.length > 0 ? differences.map(({ field }) => field) : null;
    return {
      ...{ line, outcome, rivals, decision: decided?.decision ?? null, memberId: decided?.memberId ?? memberId },
      accepted: decided?.accepted ?? accepted,
    };
  });
  await tx.$executeRaw`
    UPDATE "StagingRow" s SET outcome = x.outcome, rivals = x.rivals, decision = coalesce(x.decision, s.decision),
      accepted = coalesce(x.accepted, s.accepted),
      "memberId" = CASE WHEN x.decision IS NULL AND s.decision = 'SAME_PERSON' THEN s."memberId" ELSE x."memberId" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x(line int, outcome "RowOutcome", decision "RowDecision", "memberId" uuid, rivals uuid[], accepted jsonb)
    WHERE s."committeeId" = ${actor.committeeId}::uuid AND s."importId" = ${id}::uuid AND s."tableIndex" = ${tableIndex}
      AND s.line = x.line AND (s.outcome, s.rivals, s."memberId", s.decision, s.accepted)
        IS DISTINCT FROM (x.outcome, x.rivals, x."memberId", coalesce(x.decision, s.decision), coalesce(x.accepted, s.accepted))`;
}
