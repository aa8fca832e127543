import { recorded } from "../disciplines/decision";
import { type FormCase, type FormWorld, someone } from "./form-case";

const filledIn = ({ branchId }: FormWorld, whoId: string) => ({
  ...{ branchId, whoId, correctsId: "", whyCorrected: "", form: "WARNING", body: "STANDING_COMMITTEE" },
  ...{ bodyName: "Ban Thường vụ Đảng ủy", decisionNumber: "31-QĐ/ĐU", decidedOn: "10/03/2026" },
  ...{ announcedOn: "15/03/2026", bodyMembers: "5", present: "5", votesFor: "4", votesAgainst: "1" },
  ...{ breach: "Bỏ họp nhiều lần", breachOn: "01/06/2025", concludedOn: "20/02/2026" },
  ...{ breachKind: "ORDINARY", exceptionPaper: "" },
});

const waiting = async (world: FormWorld) => {
  const { branchId, actors } = world;
  return recorded(actors.office, { branchId, whoId: (await someone(world)).id });
};

/** The forms of discipline decisions. */
export const disciplineForms: Readonly<Record<string, FormCase>> = {
  recordDisciplineAction: {
    by: "office",
    optional: ["correctsId"],
    fillIn: async (world) => filledIn(world, (await someone(world)).id),
    otherwise: { decisionNumber: "32-QĐ/ĐU" },
  },
  confirmDisciplineAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => ({ id: await waiting(world), version: "1" }),
  },
  withdrawDisciplineAction: {
    by: "office",
    fillIn: async (world) => ({ id: await waiting(world), version: "1", reason: "Ghi nhầm người" }),
    otherwise: { reason: "Ghi nhầm số" },
  },
};
