import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { type Filling, paperWords } from "@/lib/features/documents/queries/paper-words";
import { getRegister } from "@/lib/features/organization/queries/register";

/** What the head of every paper of a day says: the bodies by their names on that day, the place and the day. */
export async function getPaperHead(actor: Actor, on: Day): Promise<Filling["fields"]> {
  const { name, short, superiorKind, superiorName } = await getRegister(actor, on);
  const { superiors } = paperWords.head;
  const above = superiorKind && superiors[superiorKind];
  return {
    superior: above && superiorName ? superiorName.replace(above.committee, above.organisation) : superiorName,
    superiorCommittee: superiorName,
    organisation: name,
    committee: name === null ? null : getIssuingBody(name),
    place: short,
    placeAndDay: short && `${short}, ${formatIn("vi").longDay(on)}`,
  };
}

/** The body that issues the papers of a Party organisation: the committee that leads it, by the organisation's name. */
export function getIssuingBody(organisationName: string): string {
  const { organisation, committee } = paperWords.head;
  return organisationName.replace(organisation, committee);
}
