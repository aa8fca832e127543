import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { deleteView, editView, saveView } from "@/lib/features/saved-views/commands/keep-views";
import { getOwnView, listViews } from "@/lib/features/saved-views/queries/list-views";
import { MOST_VIEWS } from "@/lib/features/saved-views/rules";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

let count = 0;
const view = (changes = {}) => ({ name: `Bộ lọc ${count++}`, isShared: false, list: "sex=FEMALE", ...changes });
const idsFor = async (actor: Actor) => (await listViews(actor)).views.map(({ id }) => id);

describe("a saved view", () => {
  it("is kept, changed and deleted by its owner, and each is told in the trail", async () => {
    const { secretary } = register.actors;
    const input = view();
    const { id } = await saveView(secretary, input);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "savedView.saved",
      after: { name: input.name, isShared: false, sex: "FEMALE" },
    });
    await editView(secretary, { id, version: 1, name: "Nữ chi bộ", isShared: false, list: "ageTo=35&sort=birth" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "savedView.edited",
      before: { sex: "FEMALE", name: input.name },
      after: { sex: null, ageTo: 35, name: "Nữ chi bộ" },
    });
    expect(await getOwnView(secretary, id)).toMatchObject({
      name: "Nữ chi bộ",
      list: "ageTo=35&sort=birth",
      version: 2,
    });
    await deleteView(secretary, { id, version: 2 });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "savedView.deleted",
      before: { name: "Nữ chi bộ" },
      after: null,
    });
    await expect(getOwnView(secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is its owner's alone until the office shares it, and then the office's and the leaders' to read", async () => {
    const { office, leader, secretary, inspector } = register.actors;
    const colleague = await signInAs(register.committeeId, "Văn phòng khác", { role: "OFFICE" });
    const { id } = await saveView(office, view());
    expect(await idsFor(office)).toContain(id);
    expect(await idsFor(colleague)).not.toContain(id);
    await editView(office, { id, version: 1, ...view({ isShared: true }) });
    for (const reader of [office, colleague, leader]) expect(await idsFor(reader)).toContain(id);
    for (const other of [secretary, inspector]) expect(await idsFor(other)).not.toContain(id);

    for (const reader of [colleague, leader]) {
      await expect(getOwnView(reader, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(editView(reader, { id, version: 2, ...view() })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(deleteView(reader, { id, version: 2 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(editView(secretary, { id, version: 2, ...view() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteView(secretary, { id, version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is kept by who has a list of members, and shared by the office only", async () => {
    const { admin, ordinary, leader, secretary } = register.actors;
    for (const actor of [admin, ordinary, register.system]) {
      await expect(saveView(actor, view())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const actor of [leader, secretary]) {
      await expect(saveView(actor, view({ isShared: true }))).rejects.toMatchObject({
        code: "FORBIDDEN",
        reason: "savedViews.errors.notShared",
      });
    }
  });

  it("has a name of its own, and there are only so many of one person", async () => {
    const owner = await signInAs(register.committeeId, "Văn phòng nhiều", { role: "OFFICE" });
    const input = view();
    const both = await Promise.allSettled([saveView(owner, input), saveView(owner, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(saveView(owner, input)).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "refusals.constraints.SavedView_committeeId_accountId_name_key",
    });
    for (let kept = 1; kept < MOST_VIEWS; kept++) await saveView(owner, view());
    await expect(saveView(owner, view())).rejects.toMatchObject({
      code: "RULE",
      reason: "savedViews.errors.tooMany",
    });
  });

  it("is changed once by two at once, from its last version only, and kept once by one key", async () => {
    const { office } = register.actors;
    const input = view();
    const formKey = randomUUID();
    const { id } = await saveView(office, input, { formKey });
    expect(await saveView(office, input, { formKey })).toEqual({ id });
    const both = await Promise.allSettled([
      editView(office, { id, version: 1, ...view() }),
      editView(office, { id, version: 1, ...view() }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(deleteView(office, { id, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    const rows = await ownerRows(`SELECT version FROM "SavedView" WHERE id = $1`, [id]);
    expect(rows).toEqual([{ version: 2 }]);
  });

  it("opens nothing: what it names is still read within the reader's scope", async () => {
    const { secretary } = register.actors;
    const list = `branch=${register.otherBranchId}`;
    const { id } = await saveView(secretary, view({ list }));
    const kept = (await listViews(secretary)).views.find((one) => one.id === id);
    const filters = memberListInput.parse(Object.fromEntries(new URLSearchParams(kept?.list)));
    const found = await listMembers(secretary, filters, secretary.today, { page: 1, size: null });
    expect(found.rows).toEqual([]);
  });
});
