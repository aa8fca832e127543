import { confirmImport, stopImport } from "@/lib/features/imports/commands/confirm-import";
import { ownerRows } from "../../support/register";
import { checkedImport, crowd, importRow, importRows, person } from "../imports/rosters";
import type { FormCase, FormWorld } from "./form-case";
import type { Form } from "./request";

const NOBODY = "00000000-0000-4000-8000-000000000000";

let count = 0;

/** Somebody whom no other form brings. */
const newcomers = () => crowd(++count).slice(-1);
/** Somebody of whom it is doubtful whether the register knows her. */
const doubtful = () => [person(1, { "Họ và tên": "Mùi Thị Lan", "Sinh ngày": "1975", "Giới tính": "Nữ" })];

/** Somebody whom the register has, with another occupation each time. */
const known = () => [
  person(1, {
    "Họ và tên": "Hà Thị Ẩm",
    "Giới tính": "Nữ",
    "Sinh ngày": "1975",
    "Dân tộc": "Kinh",
    ...{ "Ngày vào Đảng": null, "Ngày chính thức": null, "Nghề nghiệp": `Nghề thứ ${++count}` },
  }),
];

const checked = (world: FormWorld, rows = newcomers()) => checkedImport(world.actors.office, rows);

const asForm = ({ id, version }: { id: string; version: number }): Form => ({ id, version: String(version) });

/** Only one import runs in a register: the form before may have left another. */
async function stopRunning({ actors, committeeId }: FormWorld): Promise<void> {
  const others = await ownerRows<{ id: string }>(
    `SELECT id FROM "RosterImport" WHERE "committeeId" = $1 AND state = 'RUNNING'`,
    [committeeId],
  );
  for (const { id } of others) await stopImport(actors.office, { id });
}

async function running(world: FormWorld): Promise<Form> {
  await stopRunning(world);
  const one = await checked(world);
  await confirmImport(world.actors.office, one);
  return { id: one.id };
}

/** The forms of imports. What runs after their answer is tested with the imports. */
export const importForms: Readonly<Record<string, FormCase>> = {
  chooseTableAction: {
    by: "office",
    fillIn: async (world) => ({ ...asForm(await checked(world)), tableIndex: "0" }),
  },
  chooseColumnsAction: {
    by: "office",
    fillIn: async (world) => {
      const one = await checked(world);
      const { meanings } = await importRow(one.id);
      return {
        ...asForm(one),
        tableIndex: "0",
        meaning: meanings.map((field) => field ?? ""),
        fallbackBranchId: "",
        newcomersFrom: "01/01/2020",
      };
    },
    several: ["meaning"],
  },
  decideRowAction: {
    by: "office",
    fillIn: async (world) => ({
      id: (await checked(world, doubtful())).id,
      line: "4",
      choice: `SAME_PERSON:${world.members.other}`,
    }),
    otherwise: { choice: "SKIP" },
  },
  decideRowsAction: {
    by: "office",
    fillIn: async (world) => ({ id: (await checked(world, doubtful())).id, decision: "SAME_PERSON" }),
    otherwise: { decision: "SKIP" },
  },
  acceptCellsAction: {
    by: "office",
    fillIn: async (world) => ({
      id: (await checked(world, known())).id,
      lines: ["4"],
      accepted: ["4:occupation"],
    }),
    otherwise: { accepted: [] },
    several: ["lines", "accepted"],
  },
  confirmImportAction: { by: "office", fillIn: async (world) => asForm(await checked(world)) },
  resumeImportAction: { by: "office", fillIn: running, writes: "NOTHING" },
  stopImportAction: { by: "office", fillIn: running, otherwise: { id: NOBODY } },
  discardImportAction: { by: "office", fillIn: async (world) => asForm(await checked(world)) },
  undoImportAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => {
      await stopRunning(world);
      const { id } = await importRows(world.actors.office, newcomers());
      const { version } = await importRow(id);
      return { ...asForm({ id, version }), reason: "Nhập nhầm tệp" };
    },
  },
};
