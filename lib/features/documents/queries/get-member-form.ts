import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize, notFound } from "@/lib/core/errors";
import { canTakeMemberForm } from "@/lib/features/documents/policy";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import {
  getPersonFields,
  getProfileFields,
  listRatingRows,
  listStayRows,
} from "@/lib/features/documents/queries/member-fields";
import { getMember } from "@/lib/features/members/queries/get-member";

/**
 * The member form 2-HSĐV as a Word document, without what is sensitive and without ID numbers: these print as lines of dots.
 * Refuses with NOT_FOUND whose record the reader does not open, with FORBIDDEN who may not take records away.
 */
export async function getMemberForm(actor: Actor, memberId: string): Promise<FilledDocument> {
  const member = await getMember(actor, memberId);
  const { profile, fullName, branch } = member;
  if (!profile) throw notFound();
  authorize(canTakeMemberForm(actor, branch?.id ?? null));
  return getFilledDocument(actor, {
    kind: "MEMBER_FORM",
    on: actor.today,
    subjectId: memberId,
    isWhole: false,
    serial: null,
    params: { member: fullName },
    fields: { ...getPersonFields(member), ...getProfileFields(member, profile, actor.today) },
    loops: { stays: listStayRows(member), ratings: listRatingRows(member) },
  });
}
