import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { ownerRows } from "../../support/register";
import { type Action, type Answer, type Form, formData, isDone, send, signInRequests } from "./request";

/** Sends a form as that person, under a key of its own. */
export async function post(actor: Actor, action: Action, form: Form, bound: readonly unknown[] = []): Promise<Answer> {
  await signInRequests(actor);
  return send(action, bound, formData({ ...form, formKey: randomUUID() }));
}

/** The reason an answer gives for doing nothing, or the controls it finds fault with; DONE where it did what was asked. */
export function reasonOf(answer: Answer): string {
  if (isDone(answer)) return "DONE";
  if (answer.status === "refused") return answer.reason.key;
  return answer.status === "invalid" ? Object.keys(answer.fieldErrors).sort().join(" ") : answer.status;
}

/** The form in which a branch proposes somebody as good, without ballots. */
export function proposalForm(roundId: string, memberId: string): Form {
  return {
    ...{
      roundId,
      memberId,
      version: "",
      level: "GOOD",
      votedOn: "",
      voteBase: "",
      ballotsGiven: "",
      ballotsReturned: "",
    },
    ...{ votesExcellent: "", votesGood: "", votesCompleted: "", votesFailed: "", votesInvalid: "" },
  };
}

/** The ratings that there are of a member. */
export function ratingsOf(memberId: string): Promise<{ id: string }[]> {
  return ownerRows<{ id: string }>(`SELECT id FROM "Rating" WHERE "memberId" = $1`, [memberId]);
}
