import { day } from "@/lib/core/day";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { transfer, transferInput } from "../../support/movements";
import { type FormCase, type FormWorld, someone } from "./form-case";

const papers = {
  kind: "OFFICIAL",
  cause: "RESIDENCE",
  causedOn: "",
  effectiveOn: "01/01/2024",
  lastDay: "",
  decisionNumber: "",
  letterNumber: "",
  letterOn: "",
};

/** A transfer to the other branch that the office has proposed, as a form names it. */
async function pending(world: FormWorld): Promise<{ id: string; version: string }> {
  const input = transferInput((await someone(world)).id, { toBranchId: world.otherBranchId });
  const { id } = await proposeTransfer(world.actors.office, input);
  return { id, version: "1" };
}

/** One that a leader has accepted; temporary activity where that is what the form is about. */
async function accepted(world: FormWorld, changes = {}): Promise<{ id: string; version: string }> {
  const { office: proposer, leader: accepter } = world.actors;
  const input = transferInput((await someone(world)).id, { toBranchId: world.otherBranchId, ...changes });
  return { id: await transfer({ proposer, accepter }, input), version: "2" };
}

/** The forms of transfers: the proposal, its acceptance, and what follows. */
export const transferForms: Readonly<Record<string, FormCase>> = {
  proposeTransferAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({
      memberId: (await someone(world)).id,
      direction: "WITHIN",
      toBranchId: world.otherBranchId,
      otherParty: "",
      ...papers,
    }),
    otherwise: { decisionNumber: "9-QĐ/ĐU" },
  },
  proposeArrivalAction: {
    by: "office",
    fillIn: ({ branchId }) => ({
      toBranchId: branchId,
      otherParty: "Đảng bộ xã Khác",
      fullName: "Cầm Thị Đến",
      sex: "FEMALE",
      birthOn: "1990",
      ethnicity: "Thái",
      education: "UPPER_SECONDARY",
      admittedOn: "19/05/2015",
      ceremonyOn: "",
      officialOn: "01/06/2016",
      cardNumber: "",
      oldCardNumber: "",
      ...papers,
      letterNumber: "12-GT/ĐU",
      letterOn: "20/12/2023",
    }),
    otherwise: { letterNumber: "13-GT/ĐU" },
  },
  acceptTransferAction: { by: "leader", also: ["second"], fillIn: pending },
  rejectTransferAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => ({ ...(await pending(world)), reason: "Chưa đủ giấy tờ" }),
  },
  cancelTransferAction: {
    by: "office",
    fillIn: async (world) => ({ ...(await pending(world)), reason: "Ở lại chi bộ cũ" }),
  },
  issueLetterAction: {
    by: "office",
    fillIn: async (world) => ({ ...(await accepted(world)), letterNumber: "15-GT/ĐU", letterOn: "02/01/2024" }),
  },
  receiveMemberAction: {
    by: "office",
    also: ["otherSecretary"],
    fillIn: async (world) => ({ ...(await accepted(world)), receivedOn: "05/01/2024" }),
  },
  endTemporaryActivityAction: {
    by: "office",
    fillIn: async (world) => {
      const guest = await accepted(world, { kind: "TEMPORARY", lastDay: day("2099-12-31") });
      return { ...guest, lastDay: "31/03/2024" };
    },
  },
};
