import { z } from "zod";
import { BranchKind, ReorganizationKind } from "@/lib/core/db/generated/enums";
import { choice, count, dayField, id, name, note, optionalId, several, text, version } from "@/lib/core/fields";

/** The most branches that one may be divided into. */
export const MOST_PARTS = 4;

/** What a settlement names instead of a branch: that something ends with its own. */
export const ENDS = "ENDS";

const chosen = {
  kind: choice(ReorganizationKind),
  from: several(id()),
  survivorId: optionalId(),
  effectiveOn: dayField(),
};

/** What is chosen before the things of the branches are shared out, as the address of the next page has it. */
export const reorganizationChoice = z.object({ ...chosen, parts: count(2, MOST_PARTS).catch(2) });
export type ReorganizationChoice = z.output<typeof reorganizationChoice>;

/** Where one thing goes: ENDS, the key of a branch to be opened, or the id of one that goes on. */
export type SettlementInput = { readonly recordId: string; readonly to: string };

/** A branch that is to be opened; `key` is its number in the form, by which settlements name it. */
export type OpenedBranch = { readonly key: string; readonly name: string; readonly kind: BranchKind };

/** A reorganisation as it is proposed. */
export type ProposeReorganizationInput = Omit<ReorganizationChoice, "parts"> & {
  readonly decisionNumber: string;
  readonly decisionOn: ReorganizationChoice["effectiveOn"];
  readonly decisionBody: string;
  readonly opened: readonly OpenedBranch[];
  readonly settled: readonly SettlementInput[];
};

const SETTLED = /^to-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const OPENED = /^(name|kind)-([1-4])$/;
const target = z.union([z.literal(""), z.literal(ENDS), z.string().regex(/^[1-4]$/), z.uuid()]);
const planFields = z.looseObject({
  ...chosen,
  decisionNumber: text(60),
  decisionOn: dayField(),
  decisionBody: text(160),
});

/**
 * The plan as the form sends it: besides the decision, `name-1` and `kind-1` for each branch to be opened and `to-<record>` for
 * each thing to be settled, empty where nothing was chosen. Any other control is refused.
 */
export const proposeReorganizationInput = planFields.transform((typed, context): ProposeReorganizationInput => {
  const { kind, from, survivorId, effectiveOn, decisionNumber, decisionOn, decisionBody, ...controls } = typed;
  const settled: SettlementInput[] = [];
  const opened = new Map<string, { name?: string; kind?: BranchKind }>();
  for (const [control, value] of Object.entries(controls)) {
    const [, recordId] = SETTLED.exec(control) ?? [];
    const [, part, key] = OPENED.exec(control) ?? [];
    const parsed = recordId
      ? target.safeParse(value)
      : (part === "name" ? name() : choice(BranchKind)).safeParse(value);
    if (recordId === undefined && key === undefined) {
      context.addIssue({ code: "custom", message: "refusals.unknownField" });
    } else if (!parsed.success) {
      for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: [control] });
    } else if (recordId !== undefined) {
      if (parsed.data !== "") settled.push({ recordId, to: parsed.data });
    } else if (key !== undefined) {
      opened.set(key, { ...opened.get(key), [part === "name" ? "name" : "kind"]: parsed.data });
    }
  }
  const branches = [...opened].flatMap(([key, { name: named, kind: ofKind }]) =>
    named && ofKind ? [{ key, name: named, kind: ofKind }] : [],
  );
  if (branches.length < opened.size) context.addIssue({ code: "custom", message: "refusals.fillIn" });
  const decision = { decisionNumber, decisionOn, decisionBody };
  return { kind, from, survivorId, effectiveOn, ...decision, opened: branches, settled };
});

export const confirmReorganizationInput = z.strictObject({ id: id(), version: version() });
export type ConfirmReorganizationInput = z.output<typeof confirmReorganizationInput>;

export const closeReorganizationInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type CloseReorganizationInput = z.output<typeof closeReorganizationInput>;
