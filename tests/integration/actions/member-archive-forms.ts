import { confirmArchive } from "@/lib/features/member-archives/commands/confirm-archive";
import { proposeArchive } from "@/lib/features/member-archives/commands/propose-archive";
import { type FormCase, type FormWorld, someone } from "./form-case";
import type { Form } from "./request";

async function mistake(world: FormWorld): Promise<{ memberId: string; version: string; reason: string }> {
  return { memberId: (await someone(world)).id, version: "1", reason: "Nhập thử" };
}

async function proposed(world: FormWorld): Promise<{ id: string; version: string }> {
  const { id } = await proposeArchive(world.actors.office, { ...(await mistake(world)), version: 1 });
  return { id, version: "1" };
}

/** The forms of the archive. Whoever proposed a record does not confirm it; both may call it off, and take it back. */
export const memberArchiveForms: Readonly<Record<string, FormCase>> = {
  proposeArchiveAction: {
    by: "office",
    fillIn: (world): Promise<Form> => mistake(world),
    otherwise: { reason: "Nhập hai lần" },
  },
  confirmArchiveAction: { by: "leader", also: ["second"], fillIn: proposed },
  cancelArchiveAction: { by: "office", also: ["leader", "second"], fillIn: proposed },
  undoArchiveAction: {
    by: "office",
    also: ["leader", "second"],
    fillIn: async (world) => {
      const { id } = await proposed(world);
      await confirmArchive(world.actors.leader, { id, version: 1 });
      return { id, version: "2" };
    },
  },
};
