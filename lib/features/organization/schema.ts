import { z } from "zod";
import { BranchKind, BranchOfficeKind, CommitteeOfficeKind, SuperiorKind } from "@/lib/core/db/generated/enums";
import {
  choice,
  dayField,
  id,
  name,
  note,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from "@/lib/core/fields";

export const committeeNameInput = z.strictObject({
  name: name(),
  superiorKind: choice(SuperiorKind),
  superiorName: name(),
  startsOn: dayField(),
  lastDay: optionalDay(),
});
export type CommitteeNameInput = z.output<typeof committeeNameInput>;

export const succeedCommitteeInput = z.strictObject({
  name: name(),
  superiorKind: choice(SuperiorKind),
  superiorName: name(),
  startsOn: dayField(),
  predecessors: note(1000).transform((typed) => typed.split("\n").filter((line) => line !== "")),
  decisionNumber: text(60),
  decisionOn: dayField(),
  decisionBody: text(160),
});
export type SucceedCommitteeInput = z.output<typeof succeedCommitteeInput>;

export const openTermInput = z.strictObject({ name: text(), startsOn: dayField(), lastDay: optionalDay() });
export type OpenTermInput = z.output<typeof openTermInput>;

export const seatInput = z.strictObject({
  termId: id(),
  memberId: id(),
  kind: choice(CommitteeOfficeKind),
  startsOn: dayField(),
  lastDay: optionalDay(),
  decisionNumber: optionalText(60),
});
export type SeatInput = z.output<typeof seatInput>;

export const openBranchInput = z.strictObject({
  kind: choice(BranchKind),
  name: name(),
  startsOn: dayField(),
  decisionNumber: optionalText(60),
  phone: optionalText(20),
  meetingPlace: optionalText(),
  villageId: optionalId(),
  originBody: optionalText(160),
});
export type OpenBranchInput = z.output<typeof openBranchInput>;

export const branchContactInput = z.strictObject({
  branchId: id(),
  version: version(),
  phone: optionalText(20),
  meetingPlace: optionalText(),
});
export type BranchContactInput = z.output<typeof branchContactInput>;

export const openVillageInput = z.strictObject({ name: name(), startsOn: dayField() });
export type OpenVillageInput = z.output<typeof openVillageInput>;

export const branchOfficerInput = z.strictObject({
  branchId: id(),
  memberId: id(),
  kind: choice(BranchOfficeKind),
  startsOn: dayField(),
  lastDay: optionalDay(),
  decisionNumber: optionalText(60),
});
export type BranchOfficerInput = z.output<typeof branchOfficerInput>;

export const villageHeadInput = z.strictObject({
  villageId: id(),
  memberId: id(),
  startsOn: dayField(),
  lastDay: optionalDay(),
});
export type VillageHeadInput = z.output<typeof villageHeadInput>;

export const endOfficeInput = z.strictObject({ id: id(), version: version(), lastDay: dayField() });
export type EndOfficeInput = z.output<typeof endOfficeInput>;
