import { settleComplaint } from "@/lib/features/disciplines/commands/close-complaint";
import { complained, settlementInput } from "../disciplines/complaint";
import { decided, recorded } from "../disciplines/decision";
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

const standing = async (world: FormWorld) => {
  const { branchId, actors } = world;
  return decided(actors, { branchId, whoId: (await someone(world)).id });
};
const open = async (world: FormWorld) => complained(world.actors.office, await standing(world));

/** The forms of discipline decisions and of complaints about them. */
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
  recordComplaintAction: {
    by: "office",
    fillIn: async (world) => ({
      ...{ disciplineId: await standing(world), receivedOn: "01/04/2026", content: "Kỷ luật quá nặng" },
      addressedTo: "Ban Thường vụ Tỉnh ủy",
    }),
    otherwise: { addressedTo: "Ủy ban Kiểm tra Tỉnh ủy" },
  },
  settleComplaintAction: {
    by: "office",
    fillIn: async (world) => ({
      ...{ id: await open(world), version: "1", outcome: "UPHELD", settlementNumber: "7-QĐ/TU" },
      ...{ settledOn: "01/06/2026", settlingBody: "Ban Thường vụ Tỉnh ủy" },
    }),
    otherwise: { settlementNumber: "8-QĐ/TU" },
  },
  confirmComplaintAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => {
      const id = await open(world);
      await settleComplaint(world.actors.office, settlementInput(id));
      return { id, version: "2" };
    },
  },
  withdrawComplaintAction: {
    by: "office",
    fillIn: async (world) => ({ id: await open(world), version: "1", withdrawnOn: "01/05/2026", reason: "Đã rõ" }),
    otherwise: { reason: "Không khiếu nại nữa" },
  },
};
