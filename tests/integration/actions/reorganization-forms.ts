import { day } from "@/lib/core/day";
import { openBranch } from "@/lib/features/organization/commands/open-branch";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import { reorganizationInput } from "../../support/reorganizing";
import { type FormCase, type FormWorld, someone } from "./form-case";

let count = 0;

/** A branch of its own with a member, that is to go on under another name. */
async function renamed(world: FormWorld): Promise<{ branchId: string; name: string }> {
  count += 1;
  const name = `Chi bộ Hợp tác xã ${"I".repeat(count)}`;
  const papers = { decisionNumber: null, phone: null, meetingPlace: null, villageId: null, originBody: null };
  const { id } = await openBranch(world.system, { kind: "AGENCY", name, startsOn: day("2010-01-01"), ...papers });
  await someone(world, id);
  return { branchId: id, name: `${name} mới` };
}

async function proposed(world: FormWorld): Promise<{ id: string; version: string }> {
  const { branchId, name } = await renamed(world);
  const opened = [{ key: "1", name, kind: "AGENCY" as const }];
  const input = reorganizationInput([branchId], { kind: "RENAME", opened });
  return { id: (await proposeReorganization(world.actors.office, input)).id, version: "1" };
}

const reason = "Chưa họp chi bộ";

/** The forms of reorganisations: the plan, the answer, and taking it back. */
export const reorganizationForms: Readonly<Record<string, FormCase>> = {
  proposeReorganizationAction: {
    by: "office",
    several: ["from"],
    optional: ["survivorId"],
    fillIn: async (world) => {
      const { branchId, name } = await renamed(world);
      return {
        kind: "RENAME",
        from: branchId,
        survivorId: "",
        effectiveOn: "01/07/2025",
        decisionNumber: "15-QĐ/ĐU",
        decisionOn: "28/06/2025",
        decisionBody: "Ban Thường vụ Đảng ủy",
        "name-1": name,
        "kind-1": "AGENCY",
      };
    },
    otherwise: { decisionNumber: "16-QĐ/ĐU" },
  },
  confirmReorganizationAction: { by: "leader", also: ["second"], fillIn: proposed },
  rejectReorganizationAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => ({ ...(await proposed(world)), reason }),
  },
  cancelReorganizationAction: {
    by: "office",
    fillIn: async (world) => ({ ...(await proposed(world)), reason }),
  },
};
