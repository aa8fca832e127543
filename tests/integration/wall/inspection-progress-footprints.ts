import type { Resource } from "@/lib/core/policy-table/row";
import { caseWhere, concluded, concludedOnOthers, everyRow, inCircleBy, openTo } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const waits = `r.state = 'TO_CONFIRM'`;
const open = caseWhere("i.state = 'IN_PROGRESS'");
const systemOr = (condition: string) => (role: string) => (role === "SYSTEM" ? everyRow : condition);
const inCircle = (role: string) => caseWhere(inCircleBy(role));
const inOpenCircle = (role: string) => caseWhere(openTo(role));

/** A concluded case shows the readers of the register how it went; an open one, and every diary, its circle only. */
const progress: Footprint["rows"] = { REGISTER: systemOr(caseWhere(concludedOnOthers)), CASE: inCircle };
const duringCase: Footprint["rows"] = { REGISTER: open, CASE: inOpenCircle };

/** How far cases have come: steps are marked also after the conclusion, but changed before it only; the rest is added. */
export const inspectionProgressFootprints = {
  inspectionAddendum: [
    rows("InspectionAddendum", read, { REGISTER: everyRow, CASE: inCircle }),
    rows(
      "InspectionAddendum",
      { insert: ["create"] },
      {
        REGISTER: `${caseWhere(concluded)} AND ${waits}`,
        CASE: (role) => `${caseWhere(concluded)} AND ${waits} AND ${inCircle(role)}`,
      },
    ),
    rows(
      "InspectionAddendum",
      { update: ["confirm"] },
      { CASE: (role) => `${waits} AND ${inCircle(role)} AND r."recordedById" IS DISTINCT FROM me.account` },
      `state = 'REFUSED', "decidedById" = me.account, "decidedBy" = 'x', "decidedAt" = now(), refusal = 'x'`,
    ),
  ],
  inspectionProgress: [
    rows("InspectionStep", read, progress),
    rows("InspectionStep", { insert: ["update"] }, { REGISTER: everyRow, CASE: inCircle }),
    rows(
      "InspectionStep",
      { update: ["update"], delete: ["update"] },
      duringCase,
      `"remark" = 'x', "recordedById" = me.account`,
    ),
    rows("InspectionExtension", read, progress),
    rows("InspectionExtension", { insert: ["update"] }, duringCase),
  ],
  inspectionDiary: [
    rows("InspectionDiaryEntry", read, { REGISTER: everyRow, CASE: inCircle }),
    rows("InspectionDiaryEntry", { insert: ["create"] }, duringCase),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
