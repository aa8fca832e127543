import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { attachFile } from "@/lib/features/party-documents/commands/attach-file";
import { issueDocument } from "@/lib/features/party-documents/commands/issue-document";
import { receiveDocument } from "@/lib/features/party-documents/commands/receive-document";
import type { IssueDocumentInput, ReceiveDocumentInput } from "@/lib/features/party-documents/schema";
import { pdfWith } from "../../support/pdf";
import { ownerRows, type TestRegister } from "../../support/register";
import { opened, type Place, rollOf } from "../meetings/branch-meeting";

let numbers = 0;

/** What a directive of the province is registered with, for all branches until the end of April; each call has its own number. */
export function receiveInput(changes: Partial<ReceiveDocumentInput> = {}): ReceiveDocumentInput {
  numbers += 1;
  return {
    ...{ kind: "DIRECTIVE", number: numbers, sign: "CT/TU", issuer: "Tỉnh ủy Sơn La" },
    ...{ issuedOn: day("2022-03-01"), receivedOn: day("2022-03-03"), subjectLine: "Về phòng cháy, chữa cháy rừng" },
    ...{ audience: "ALL_BRANCHES", branchId: [], deadlineOn: day("2022-04-30"), enclosures: null },
    ...changes,
  };
}

/** What a resolution of the committee is numbered with. */
export function issueInput(changes: Partial<IssueDocumentInput> = {}): IssueDocumentInput {
  return {
    ...{ kind: "RESOLUTION", issuedOn: day("2022-03-10"), subjectLine: "Về nhiệm vụ quý II năm 2022" },
    ...{ audience: "NO_BRANCH", branchId: [], deadlineOn: null, enclosures: null, ...changes },
  };
}

/** Registers a paper; its version is 1. */
export async function received(by: Actor, changes: Partial<ReceiveDocumentInput> = {}): Promise<string> {
  return (await receiveDocument(by, receiveInput(changes))).id;
}

/** Numbers an own paper; its version is 1. */
export async function issued(by: Actor, changes: Partial<IssueDocumentInput> = {}): Promise<string> {
  return (await issueDocument(by, issueInput(changes))).id;
}

/** A paper of one page as a scanner makes it. */
export const pdfFile = pdfWith([]);

/** Keeps two versions of a file with a paper; answers the newer one. */
export async function withFiles(by: Actor, documentId: string): Promise<string> {
  const file = { documentId, name: "Chi thi.pdf", bytes: pdfFile };
  const { id: replacesId } = await attachFile(by, { ...file, replacesId: null });
  return (await attachFile(by, { ...file, replacesId })).id;
}

/** A meeting of the branch on the 5th of that month, at which one person was absent. */
export async function meetingWithout(by: Actor, place: Place, monthOn: Day, memberId: string): Promise<string> {
  const id = await opened(by, place, monthOn);
  const roll = await rollOf(place, monthOn, { [memberId]: "ABSENT_EXCUSED" });
  const entries = roll.map((one) => (one.memberId === memberId ? { ...one, reason: "Ốm" } : one));
  await takeAttendance(by, { id, version: 1, guests: null, entries });
  return id;
}

/** A village that the branch serves from the beginning of that year. */
export async function servedVillage(register: Pick<TestRegister, "committeeId">, branchId: string): Promise<string> {
  const village = randomUUID();
  await ownerRows(
    `INSERT INTO "Village" ("committeeId", id, name, "sortKey", "startsOn") VALUES ($1, $2, 'Bản Mới', 'moi', '2010-01-01')`,
    [register.committeeId, village],
  );
  await ownerRows(
    `INSERT INTO "BranchVillage" ("committeeId", id, "branchId", "villageId", "startsOn") VALUES ($1, gen_random_uuid(), $2, $3, '2022-01-01')`,
    [register.committeeId, branchId, village],
  );
  return village;
}
