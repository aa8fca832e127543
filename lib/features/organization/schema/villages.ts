import { z } from "zod";
import { count, dayField, id, name, several, text } from "@/lib/core/fields";

/** The most villages that one may be divided into. */
export const MOST_VILLAGES = 4;

/** What is named instead of a village where the office of its head ends. */
export const HEAD_ENDS = "ENDS";

const chosen = { from: several(id()), effectiveOn: dayField() };

/** Which villages are reorganised, into how many and from which day on, as the address of the next page has it. */
export const villageChoice = z.object({ ...chosen, parts: count(1, MOST_VILLAGES).catch(1) });
export type VillageChoice = z.output<typeof villageChoice>;

/** Villages that become others from a day on; `heads` says by office which of the new ones each head goes on to head, null for none. */
export type ReorganizeVillagesInput = Omit<VillageChoice, "parts"> & {
  readonly decisionNumber: string;
  readonly decisionOn: VillageChoice["effectiveOn"];
  readonly decisionBody: string;
  readonly opened: readonly { readonly key: string; readonly name: string }[];
  readonly heads: readonly { readonly officeId: string; readonly to: string | null }[];
};

const NAME = /^name-([1-4])$/;
const HEAD = /^head-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const target = z.union([z.literal(HEAD_ENDS), z.string().regex(/^[1-4]$/)], { error: "refusals.fields.choose" });
const fields = z.looseObject({ ...chosen, decisionNumber: text(60), decisionOn: dayField(), decisionBody: text(160) });

/** The form of it: `name-1` for each new village, and `head-<office>` for each head there is. Any other control is refused. */
export const reorganizeVillagesInput = fields.transform((typed, context): ReorganizeVillagesInput => {
  const { from, effectiveOn, decisionNumber, decisionOn, decisionBody, ...controls } = typed;
  const opened: { key: string; name: string }[] = [];
  const heads: { officeId: string; to: string | null }[] = [];
  for (const [control, value] of Object.entries(controls)) {
    const [, key] = NAME.exec(control) ?? [];
    const [, officeId] = HEAD.exec(control) ?? [];
    const parsed = (key === undefined ? target : name()).safeParse(value);
    if (key === undefined && officeId === undefined) {
      context.addIssue({ code: "custom", message: "refusals.unknownField" });
    } else if (!parsed.success) {
      for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: [control] });
    } else if (key !== undefined) {
      opened.push({ key, name: parsed.data });
    } else if (officeId !== undefined) {
      heads.push({ officeId, to: parsed.data === HEAD_ENDS ? null : parsed.data });
    }
  }
  return { from, effectiveOn, decisionNumber, decisionOn, decisionBody, opened, heads };
});
