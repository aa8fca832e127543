import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow } from "./conditions";
import { all, type Footprint, read, rows } from "./footprint";

const byAPerson = "me.account IS NOT NULL";
const isDraft = `r.state = 'DRAFT' AND ${byAPerson}`;
const isSubmitted = `r.state = 'SUBMITTED' AND ${byAPerson}`;
const closed = (state: string) =>
  `state = '${state}', "closedById" = me.account, "closedBy" = 'x', "closedOn" = app.today(), note = 'x'`;
const submits = `state = 'SUBMITTED', "submittedById" = me.account, "submittedBy" = 'x', "submittedOn" = app.today()`;
const returns = `state = 'DRAFT', "submittedById" = NULL, "submittedBy" = NULL, "submittedOn" = NULL`;

/** Rules, and their next versions: the office writes, submits and gives them up; a leader confirms them or sends them back. */
export const ruleFootprints = {
  ruleSet: [rows("RuleSet", { select: ["read"], insert: ["create"] }, { ...all, SELF: "me.member IS NOT NULL" })],
  ruleRevision: [
    rows("RuleRevision", read, { REGISTER: everyRow }),
    rows("RuleRevision", { insert: ["create"] }, { REGISTER: isDraft }),
    rows("RuleRevision", { update: ["update"] }, { REGISTER: isDraft }, submits),
    rows("RuleRevision", { update: ["update"] }, { REGISTER: isDraft }, closed("DISCARDED")),
    rows("RuleRevision", { update: ["update"] }, { REGISTER: `${isDraft} OR ${isSubmitted}` }, returns),
    rows("RuleRevision", { update: ["confirm"] }, { REGISTER: isSubmitted }, returns),
    rows(
      "RuleRevision",
      { update: ["confirm"] },
      { REGISTER: `${isSubmitted} AND r."submittedById" <> me.account` },
      closed("CONFIRMED"),
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
