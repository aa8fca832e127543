import type { Resource } from "@/lib/core/policy-table/row";
import { type Footprint, rows } from "./footprint";

/* Whose a programme is decides who keeps it; `p` is the programme of the row. */
type Whose = { readonly of: string; readonly own: string };
const bodies: Whose = { of: "p.body IS NOT NULL", own: "false" };
const branches: Whose = { of: `p."branchId" IS NOT NULL`, own: `p."branchId" = ANY (me.own)` };

const programme = (condition: string) =>
  `EXISTS (SELECT 1 FROM "InspectionProgramme" p WHERE p."committeeId" = r."committeeId" AND p.id = r.id AND ${condition})`;
const ofLine = (condition: string, line = `r.id`) =>
  `EXISTS (SELECT 1 FROM "ProgrammeLine" l JOIN "InspectionProgramme" p ON p."committeeId" = l."committeeId" AND p.id = l."programmeId"
    WHERE l."committeeId" = r."committeeId" AND l.id = ${line} AND ${condition})`;
const ofSubject = (condition: string) => ofLine(condition, `r."lineId"`);

/** A line, `l`, of an issued programme that names one of my branches. */
const namesMine = `p.state = 'ISSUED' AND EXISTS (SELECT 1 FROM "ProgrammeSubject" s WHERE s."committeeId" = l."committeeId"
  AND s."lineId" = l.id AND s."branchId" = ANY (me.own))`;
const programmeNamesMine = `EXISTS (SELECT 1 FROM "ProgrammeLine" l WHERE l."committeeId" = p."committeeId"
  AND l."programmeId" = p.id AND ${namesMine})`;

const issues = `state = 'ISSUED', "documentNumber" = 'x', "issuedOn" = DATE '2022-01-01', "issuedById" = me.account, "issuedBy" = 'x'`;
const drops = `"droppedOn" = DATE '2022-12-01', "droppedReason" = 'x', "droppedBy" = 'x'`;
const finishes = `"doneOn" = DATE '2022-12-01', "doneResult" = 'x', "doneBy" = 'x'`;
const stands = `p.state = 'ISSUED' AND l."droppedOn" IS NULL`;
const undone = `l."doneOn" IS NULL AND NOT EXISTS (SELECT 1 FROM "Inspection" i WHERE i."committeeId" = l."committeeId"
  AND i."programmeLineId" = l.id AND i.state = 'CONCLUDED')`;
const notMe = `NOT EXISTS (SELECT 1 FROM "ProgrammeSubject" s WHERE s."committeeId" = l."committeeId" AND s."lineId" = l.id
  AND s."memberId" = me.member)`;
/** As it was written: before anything became of it. */
const untouched = `l."droppedOn" IS NULL AND l."doneOn" IS NULL`;
const notAboutMe = `coalesce(r."memberId" <> me.member, true) AND NOT coalesce(r."branchId" = ANY (me.own), false)`;

/** One kind of programme: read with its lines and subjects, written as a draft, then only dropped and, of a branch, done. */
function printsOf({ of, own }: Whose): Footprint[] {
  const isBranch = own !== "false";
  const reach = (wrap: (condition: string) => string, condition: string) => ({
    REGISTER: wrap(`${of} AND ${condition}`),
    ...(isBranch ? { OWN_BRANCH: wrap(`${own} AND ${condition}`) } : {}),
  });
  const read = (wrap: (condition: string) => string, named: string) => ({
    REGISTER: wrap(of),
    OWN_BRANCH: wrap(isBranch ? own : `${of} AND ${named}`),
  });
  const subjects = read(ofSubject, namesMine);
  return [
    rows("InspectionProgramme", { select: ["read"] }, read(programme, programmeNamesMine)),
    rows("InspectionProgramme", { insert: ["create"] }, reach(programme, "p.state = 'DRAFT'")),
    rows("InspectionProgramme", { update: ["update"] }, reach(programme, "p.state = 'DRAFT'")),
    rows("InspectionProgramme", { update: ["update"] }, reach(programme, "p.state = 'DRAFT'"), issues),
    rows("ProgrammeLine", { select: ["read"] }, read(ofLine, namesMine)),
    rows(
      "ProgrammeLine",
      { insert: ["create"] },
      reach(ofLine, `(p.state = 'ISSUED') = (l."addedOn" IS NOT NULL) AND ${untouched}`),
    ),
    rows("ProgrammeLine", { update: ["update"] }, reach(ofLine, stands)),
    rows("ProgrammeLine", { update: ["update"] }, reach(ofLine, `${stands} AND ${undone}`), drops),
    rows(
      "ProgrammeLine",
      { update: ["update"] },
      isBranch ? reach(ofLine, `${stands} AND ${notMe}`) : { REGISTER: "false" },
      finishes,
    ),
    rows("ProgrammeLine", { delete: ["update"] }, reach(ofLine, "p.state = 'DRAFT'")),
    rows(
      "ProgrammeSubject",
      { select: ["read"] },
      {
        ...subjects,
        OWN_BRANCH: isBranch ? subjects.OWN_BRANCH : `${subjects.OWN_BRANCH} AND r."branchId" = ANY (me.own)`,
      },
    ),
    rows(
      "ProgrammeSubject",
      { insert: ["create"] },
      reach((condition) => `${ofSubject(condition)} AND ${notAboutMe}`, "p.state = 'DRAFT'"),
    ),
    rows("ProgrammeSubject", { delete: ["update"] }, reach(ofSubject, "p.state = 'DRAFT'")),
  ];
}

/** Yearly programmes of inspection: of the committee's bodies, and plans of branches. */
export const inspectionProgrammeFootprints = {
  inspectionProgramme: printsOf(bodies),
  branchInspectionPlan: printsOf(branches),
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
