import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize, notFound } from "@/lib/core/errors";
import { canTakeMemberForm, canTakeSensitive } from "@/lib/features/documents/policy";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import {
  getPersonFields,
  getProfileFields,
  getSensitiveFields,
  listRatingRows,
  listStayRows,
} from "@/lib/features/documents/queries/member-fields";
import type { Filling } from "@/lib/features/documents/queries/paper-words";
import type { TakenFile } from "@/lib/features/documents/queries/taken-serial";
import { getMember, type MemberView } from "@/lib/features/members/queries/get-member";

type Trace = Pick<TakenFile, "serial" | "params">;

/**
 * The member form 2-HSĐV as a Word document, without what is sensitive and without ID numbers: these print as lines of dots.
 * Refuses with NOT_FOUND whose record the reader does not open, with FORBIDDEN who may not take records away.
 */
export async function getMemberForm(actor: Actor, memberId: string): Promise<FilledDocument> {
  const member = await getMember(actor, memberId);
  if (!member.profile) throw notFound();
  authorize(canTakeMemberForm(actor, member.branch?.id ?? null));
  return filled(actor, member, {}, { serial: null, params: {} });
}

/** As `getMemberForm`, with what is sensitive: for a form that was ordered, whose number and purpose the trace tells. */
export async function getFullMemberForm(actor: Actor, memberId: string, trace: Trace): Promise<FilledDocument> {
  const member = await getMember(actor, memberId);
  if (!member.profile) throw notFound();
  authorize(canTakeSensitive(actor));
  return filled(actor, member, member.sensitive ? getSensitiveFields(member.sensitive) : {}, trace);
}

function filled(actor: Actor, member: MemberView, sensitive: Filling["fields"], trace: Trace): Promise<FilledDocument> {
  const { id, fullName, profile } = member;
  return getFilledDocument(actor, {
    kind: "MEMBER_FORM",
    on: actor.today,
    subjectId: id,
    memberIds: [id],
    isWhole: false,
    serial: trace.serial,
    params: { member: fullName, ...trace.params },
    fields: {
      ...getPersonFields(member),
      ...(profile && getProfileFields(member, profile, actor.today)),
      ...sensitive,
    },
    loops: { stays: listStayRows(member), ratings: listRatingRows(member) },
  });
}
