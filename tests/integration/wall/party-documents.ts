import { day } from "@/lib/core/day";
import { recordCatchUp } from "@/lib/features/party-documents/commands/catch-up";
import { annulDocument } from "@/lib/features/party-documents/commands/issue-document";
import { passOn } from "@/lib/features/party-documents/commands/pass-on";
import { setFirstNumber } from "@/lib/features/party-documents/commands/take-number";
import { tellVillage } from "@/lib/features/party-documents/commands/tell-village";
import { firstBranch, secondBranch, withRoll } from "../meetings/branch-meeting";
import { issued, meetingWithout, received, servedVillage, withFiles } from "../party-documents/document";
import type { RatedRegister } from "../ratings/round";

/** Papers, passed on by branch and office: for all, for each branch, for both and for none, incoming and own, and annulled ones. */
export async function addPartyDocuments(register: RatedRegister): Promise<void> {
  const { actors, branchId, otherBranchId } = register;
  const { office, secretary } = actors;
  for (const kind of ["SCHEME", "OPTIONS"] as const)
    await setFirstNumber(office, { kind, version: 0, number: 4, reason: "Sổ giấy đã cấp ba số" });
  await issued(office, { kind: "SCHEME", issuedOn: office.today });
  await withFiles(office, await received(office));
  await received(office, { audience: "NO_BRANCH", deadlineOn: null });
  for (const chosen of [[branchId], [otherBranchId], [branchId, otherBranchId]]) {
    await withFiles(office, await received(office, { audience: "CHOSEN_BRANCHES", branchId: chosen }));
    await issued(office, { audience: "CHOSEN_BRANCHES", branchId: chosen });
  }
  await withFiles(office, await issued(office));
  for (const id of [await received(office), await issued(office)]) {
    await withFiles(office, id);
    await annulDocument(office, { id, version: 1, reason: "Vào sổ nhầm" });
  }
  for (const [by, place] of [
    [secretary, firstBranch(register)],
    [office, secondBranch(register)],
  ] as const) {
    const documentId = await received(office);
    const of = { documentId, branchId: place.branchId };
    const absent = place.writerId;
    const meetingId = await meetingWithout(office, { ...place, kind: "EXTRAORDINARY" }, day("2022-04-01"), absent);
    await passOn(by, { ...of, meetingId });
    const caughtUpOn = day("2022-04-10");
    await recordCatchUp(by, { ...of, memberId: absent, way: "PAPER", toldBy: null, caughtUpOn });
    const villageId = await servedVillage(register, place.branchId);
    await tellVillage(by, { ...of, villageId, heldOn: caughtUpOn, households: 30 });
  }
  const documentId = await received(office);
  const meetingId = await withRoll(office, { ...firstBranch(register), kind: "EXTRAORDINARY" }, day("2022-05-01"));
  await passOn(secretary, { documentId, branchId, meetingId });
  await annulDocument(office, { id: documentId, version: 1, reason: "Nhầm" });
}
