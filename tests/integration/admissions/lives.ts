import { addDays, type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { DomainError } from "@/lib/core/errors";
import { closeDossier } from "@/lib/features/admissions/commands/close-dossier";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { holdCeremony } from "@/lib/features/admissions/commands/hold-ceremony";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { openReadmission } from "@/lib/features/admissions/commands/open-readmission";
import { setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { cancelTransfer } from "@/lib/features/transfers/commands/close-transfer";
import { endTemporaryActivity } from "@/lib/features/transfers/commands/keep-transfer";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import type { ProposeTransferInput } from "@/lib/features/transfers/schema";
import { transferInput } from "../../support/movements";
import { ownerRows } from "../../support/register";
import { carry, departure, next, someone } from "./departures";
import { type AdmittingRegister, ballot, conditionsInput, countVoters, decision, receiveAll } from "./dossier";

/** What can happen to a member, each from a day on. */
export const HAPPENINGS = [
  "MOVE",
  "VISIT",
  "END_OF_VISIT",
  "LEAVE",
  "COME_BACK",
  "EXEMPTION",
  "REMOVAL",
  "RESIGNATION",
  "READMISSION",
  "DEATH",
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** A life: what happens, each so many days after what came before. */
export type Life = readonly { readonly what: Happening; readonly after: number }[];

/** Lets a new member live it; what the rules refuse does not happen. Answers who it was and every day something was tried on. */
export async function live(register: AdmittingRegister, life: Life): Promise<{ memberId: string; tried: Day[] }> {
  const memberId = await someone(register, { birthOn: partialDay("1980-06") });
  const tried: Day[] = [];
  let on = day("2022-01-10");
  for (const { what, after } of life) {
    on = addDays(on, after);
    if (on > addDays(register.system.today, -60)) break;
    tried.push(on);
    await tolerant(() => happenings[what](register, memberId, on));
  }
  return { memberId, tried };
}

async function tolerant(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "RULE") throw error;
  }
}

const WITHDRAWN = "Chưa đủ điều kiện";

type Work = (register: AdmittingRegister, memberId: string, on: Day) => Promise<unknown>;

/* What the receiving side cannot accept, the office takes back, so that something else can happen. */
const goes = (changes: Partial<ProposeTransferInput>): Work => {
  return async ({ actors: { office, leader } }, memberId, effectiveOn) => {
    const { id } = await proposeTransfer(office, transferInput(memberId, { effectiveOn, ...changes }));
    try {
      await acceptTransfer(leader, { id, version: 1 });
    } catch (error) {
      await cancelTransfer(office, { id, version: 1, reason: WITHDRAWN });
      throw error;
    }
  };
};
const elsewhere = "Đảng bộ xã Khác";

/** The branch that is not the member's, on that day or at all. */
async function otherBranch({ branchId, otherBranchId }: AdmittingRegister, memberId: string): Promise<string> {
  const [row] = await ownerRows<{ branchId: string }>(
    `SELECT "branchId" FROM "Membership" WHERE "memberId" = $1 AND kind = 'OFFICIAL' ORDER BY "startsOn" DESC LIMIT 1`,
    [memberId],
  );
  return row?.branchId === branchId ? otherBranchId : branchId;
}

/* A dossier that gets stuck is closed, so that something else can happen. */
async function orClosed({ actors }: AdmittingRegister, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await closeDossier(actors.office, { ...(await next(id)), reason: WITHDRAWN });
    throw error;
  }
}

const departs =
  (kind: "EXEMPTION" | "REMOVAL" | "RESIGNATION", ground: "LOST_WILL" | "HARDSHIP" | null): Work =>
  async (register, memberId, openedOn) => {
    const { id } = await openDeparture(register.actors.office, departure(memberId, { kind, ground, openedOn }));
    await orClosed(register, id, () =>
      carry(register, id, addDays(openedOn, 5), addDays(openedOn, 10), addDays(openedOn, 20)),
    );
  };

async function comesBackIn(register: AdmittingRegister, memberId: string, openedOn: Day): Promise<void> {
  const { branchId } = register;
  const { id } = await openReadmission(register.actors.office, { memberId, branchId, openedOn, isOpen: "yes" });
  await orClosed(register, id, () => isReadmitted(register, id, openedOn));
}

async function isReadmitted(register: AdmittingRegister, id: string, openedOn: Day): Promise<void> {
  const { office, leader } = register.actors;
  const { branchId } = register;
  await receiveAll(office, id, openedOn);
  await setConditions(office, { ...(await next(id)), ...conditionsInput(register.members) });
  const votedOn = addDays(openedOn, 5);
  const all = await countVoters(branchId, votedOn);
  await recordBranchVote(office, { ...(await next(id)), ...ballot(3, votedOn), present: all, yes: all, no: 0 });
  await recordDecision(office, { ...(await next(id)), ...decision(addDays(openedOn, 10)) });
  await confirmDecision(leader, await next(id));
  const ceremony = { ceremonyOn: addDays(openedOn, 20), receivedOn: addDays(openedOn, 10), helperId: null };
  await holdCeremony(office, { ...(await next(id)), ...ceremony, lateConsent: null });
}

async function endsVisit({ actors }: AdmittingRegister, memberId: string, lastDay: Day): Promise<void> {
  const [row] = await ownerRows<{ id: string; version: number }>(
    `SELECT id, version FROM "Transfer" WHERE "memberId" = $1 AND kind = 'TEMPORARY' AND state = 'ACCEPTED'
      ORDER BY "effectiveOn" DESC LIMIT 1`,
    [memberId],
  );
  if (row) await endTemporaryActivity(actors.office, { ...row, lastDay });
}

const happenings: Readonly<Record<Happening, Work>> = {
  MOVE: async (register, memberId, on) =>
    goes({ toBranchId: await otherBranch(register, memberId) })(register, memberId, on),
  VISIT: async (register, memberId, on) => {
    const toBranchId = await otherBranch(register, memberId);
    return goes({ toBranchId, kind: "TEMPORARY", lastDay: addDays(on, 200) })(register, memberId, on);
  },
  END_OF_VISIT: endsVisit,
  LEAVE: goes({ direction: "OUT", otherParty: elsewhere }),
  COME_BACK: (register, memberId, on) =>
    goes({ direction: "IN", otherParty: elsewhere, toBranchId: register.branchId })(register, memberId, on),
  EXEMPTION: departs("EXEMPTION", null),
  REMOVAL: departs("REMOVAL", "LOST_WILL"),
  RESIGNATION: departs("RESIGNATION", "HARDSHIP"),
  READMISSION: comesBackIn,
  DEATH: (register, memberId, diedOn) => recordDeath(register.actors.office, { memberId, diedOn, reason: null }),
};
