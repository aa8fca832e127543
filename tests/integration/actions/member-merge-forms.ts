import { confirmMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { type FormCase, type FormWorld, someone } from "./form-case";
import type { Form } from "./request";

async function pair(world: FormWorld) {
  return { keptId: (await someone(world)).id, droppedId: (await someone(world)).id };
}

async function proposed(world: FormWorld): Promise<{ id: string; version: string }> {
  const { id } = await proposeMerge(world.actors.office, { ...(await pair(world)), taken: [] });
  return { id, version: "1" };
}

/** The forms of merges. Whoever proposed one does not confirm it; both may call it off, and undo it. */
export const memberMergeForms: Readonly<Record<string, FormCase>> = {
  proposeMergeAction: {
    by: "office",
    fillIn: async (world): Promise<Form> => ({ ...(await pair(world)), occupation: "KEPT" }),
    otherwise: { occupation: "DROPPED" },
  },
  confirmMergeAction: { by: "leader", also: ["second"], fillIn: proposed },
  cancelMergeAction: { by: "office", also: ["leader", "second"], fillIn: proposed },
  undoMergeAction: {
    by: "office",
    also: ["leader", "second"],
    fillIn: async (world) => {
      const { id } = await proposed(world);
      await confirmMerge(world.actors.leader, { id, version: 1 });
      return { id, version: "2" };
    },
  },
};
