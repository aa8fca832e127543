import { expect, it } from "vitest";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import { getDisciplineForm } from "@/lib/features/disciplines/queries/get-discipline-form";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openRegister, ownerRows } from "../../support/register";
import { decisionInput, recorded } from "./decision";

it("a decision keeps, here and in the database, to the forms and votes that the rules of the day have", async () => {
  const register = await openRegister();
  await installRuleSets(register.system);
  const { actors, branchId, committeeId, members } = register;
  const woman = { branchId, whoId: members.woman };
  const { office } = actors;
  const id = await recorded(office, woman);
  const rule = (name: string, value: unknown) =>
    ownerRows(
      `UPDATE "RuleSet" SET parameters = jsonb_set(parameters, ARRAY[$2, 'value'], $3::jsonb) WHERE "committeeId" = $1 AND kind = 'DISCIPLINE'`,
      [committeeId, name, JSON.stringify(value)],
    );
  const copy = () =>
    ownerRows(
      `INSERT INTO "Discipline" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'decisionNumber', 'again'))).*
          FROM "Discipline" d WHERE d.id = $1`,
      [id],
    );
  const entered = () => recordDiscipline(office, decisionInput(woman, { decisionNumber: "98-QĐ/ĐU" }));
  await rule("bodyDisciplineVote", { comparison: "AT_LEAST", numerator: 1, denominator: 1 });
  await expect(copy()).rejects.toThrow(/Discipline_majority/u);
  await expect(entered()).rejects.toMatchObject({ reason: "disciplines.errors.majority" });
  await rule("bodyDisciplineVote", { comparison: "AT_LEAST", numerator: 1, denominator: 100 });
  await rule("officialForms", ["REPRIMAND"]);
  await expect(copy()).rejects.toThrow(/Discipline_form/u);
  await expect(entered()).rejects.toMatchObject({ reason: "disciplines.errors.form_OFFICIAL" });
  await rule("officialForms", ["WARNING"]);
  await copy();
  await entered();
  const { rules } = await getDisciplineForm(office, { branchId, correctsId: null });
  expect(rules?.parameters).toContainEqual(expect.objectContaining({ name: "officialForms", value: ["WARNING"] }));
});
