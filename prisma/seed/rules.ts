import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { changeParameter } from "@/lib/features/rule-sets/commands/change-parameter";
import { openRevision } from "@/lib/features/rule-sets/commands/open-revision";
import { listRuleSets } from "@/lib/features/rule-sets/queries/rule-sets";

/** The office has found, in one place only, another base for the cap than the shipped rules have, and has not submitted it yet. */
export async function draftRules(office: Actor): Promise<void> {
  const rules = await listRuleSets(office);
  const current = rules?.sets.find(({ code }) => code === "rating-2025");
  if (!current) throw new Error("There are no rules to be revised");
  const { id } = await openRevision(office, {
    ruleSetId: current.id,
    document: current.document,
    startsOn: day("2026-12-01"),
    reason: "Tài liệu tập huấn nêu cơ sở tính khác; chờ đối chiếu văn bản gốc.",
  });
  await changeParameter(office, {
    ...{ id, version: 1, kind: "RATING", name: "memberCap_base", value: "GOOD_OR_ABOVE" },
    ...{ citation: "Tài liệu tập huấn (dữ liệu mẫu)", certainty: "SINGLE_SOURCE" },
  });
}
