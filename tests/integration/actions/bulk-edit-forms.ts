import { carryOutBulkEdit } from "@/lib/features/bulk-edits/commands/carry-out-bulk-edit";
import { prepareBulkEdit } from "@/lib/features/bulk-edits/commands/prepare-bulk-edit";
import { type FormCase, type FormWorld, someone } from "./form-case";

let count = 0;

const values = () => ({ list: "", field: "occupation" as const, value: `Nghề ${++count}` });

async function prepared(world: FormWorld): Promise<{ id: string; version: string }> {
  const { id: member } = await someone(world);
  const { id } = await prepareBulkEdit(world.actors.office, { ...values(), reach: "CHOSEN", members: [member] });
  return { id, version: "1" };
}

/** The forms of bulk edits. A secretary prepares one for the own branch; what the office has prepared is the office's. */
export const bulkEditForms: Readonly<Record<string, FormCase>> = {
  prepareBulkEditAction: {
    by: "office",
    also: ["secretary"],
    fillIn: async (world) => ({ ...values(), reach: "CHOSEN", members: [(await someone(world, world.branchId)).id] }),
    otherwise: { value: "Nghề khác" },
    several: ["members"],
  },
  carryOutBulkEditAction: { by: "office", fillIn: prepared },
  undoBulkEditAction: {
    by: "office",
    fillIn: async (world) => {
      const { id } = await prepared(world);
      await carryOutBulkEdit(world.actors.office, { id, version: 1 });
      return { id, version: "2" };
    },
  },
};
