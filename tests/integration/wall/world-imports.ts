import { confirmImport, discardImport } from "@/lib/features/imports/commands/confirm-import";
import { stageImport } from "@/lib/features/imports/commands/stage-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import { ownerRows, signInAs, type TestRegister } from "../../support/register";
import { checkedImport, importRow, importRows, person, workbook } from "../imports/rosters";

/** Imports in every state, of the office and of a secretary; the ones that are done are another importer's. */
export async function addImports({ committeeId, actors }: TestRegister): Promise<{ done: string; builtOn: string }> {
  const { office, secretary, leader } = actors;
  const importer = await signInAs(committeeId, "Văn phòng nhập", { role: "OFFICE" });
  const named = (name: string) => [person(1, { "Họ và tên": name })];
  await stageImport(office, { name: "cho-ghep.xlsx", bytes: await workbook(named("Hờ A Chờ")) });
  await discardImport(office, await checkedImport(office, named("Hờ A Bỏ")));
  await checkedImport(secretary, named("Hờ A Ngoài"));
  await stageImport(secretary, { name: "cua-chi-bo.xlsx", bytes: await workbook(named("Hờ A Riêng")) });
  const taken = await importRows(importer, named("Hờ A Gỡ"));
  await undoImport(leader, { id: taken.id, version: (await importRow(taken.id)).version, reason: null });
  const done = await importRows(importer, named("Hờ A Xong"));
  const builtOn = await importRows(importer, named("Hờ A Sửa"));
  await ownerRows(`UPDATE "Member" SET version = 2 WHERE "committeeId" = $1 AND "fullName" = 'Hờ A Sửa'`, [
    committeeId,
  ]);
  await confirmImport(office, await checkedImport(office, named("Hờ A Ghi")));
  return { done: done.id, builtOn: builtOn.id };
}
