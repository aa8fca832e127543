import { z } from "zod";
import { id, text, tick, version } from "@/lib/core/fields";
import { memberListInput } from "@/lib/features/members/schema";

const kept = Object.keys(memberListInput.shape).filter((name) => name !== "page");

/* Only what a list of members knows stays of an address, and never which page was open. */
const viewList = () =>
  z
    .string()
    .max(2000)
    .transform((list) => {
      const asked = new URLSearchParams(list);
      const said = kept.flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? ""]] : []));
      return new URLSearchParams(said).toString();
    });

export const saveViewInput = z.strictObject({ name: text(60), isShared: tick(), list: viewList() });
export type SaveViewInput = z.output<typeof saveViewInput>;

export const editViewInput = z.strictObject({
  id: id(),
  version: version(),
  name: text(60),
  isShared: tick(),
  list: viewList(),
});
export type EditViewInput = z.output<typeof editViewInput>;

export const deleteViewInput = z.strictObject({ id: id(), version: version() });
export type DeleteViewInput = z.output<typeof deleteViewInput>;
