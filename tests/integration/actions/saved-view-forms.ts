import { saveView } from "@/lib/features/saved-views/commands/keep-views";
import { type FormCase, type FormWorld, someone } from "./form-case";

async function saved(world: FormWorld): Promise<string> {
  const { name } = await someone(world);
  return (await saveView(world.actors.office, { name: `Như ${name}`, isShared: true, list: "sex=FEMALE" })).id;
}

/** The forms of saved views. The one that saves is sent as a shared view, which nobody but the office may keep. */
export const savedViewForms: Readonly<Record<string, FormCase>> = {
  saveViewAction: {
    by: "office",
    fillIn: () => ({ name: "Nữ dưới 35 tuổi", isShared: "on", list: "sex=FEMALE&ageTo=35" }),
    otherwise: { name: "Nữ" },
  },
  editViewAction: {
    by: "office",
    fillIn: async (world) => ({ id: await saved(world), version: "1", name: "Nữ trẻ", list: "sex=FEMALE&ageTo=30" }),
  },
  deleteViewAction: { by: "office", fillIn: async (world) => ({ id: await saved(world), version: "1" }) },
};
