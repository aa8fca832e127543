import { expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { withdrawComplaint } from "@/lib/features/disciplines/commands/close-complaint";
import { getDiscipline } from "@/lib/features/disciplines/queries/get-discipline";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { transferInput } from "../../support/movements";
import { openRegister } from "../../support/register";
import { complained, settled } from "./complaint";
import { decided } from "./decision";

/* A decision announced on 15/03/2024, which lapses on 15/03/2025 by itself, and what complaints make of that. */
const cases = [
  ["no complaint", [], "2025-03-15"],
  ["an open one", [["2024-04-01", null, "UPHELD"]], null],
  ["one upheld in time", [["2024-04-01", "2024-06-01", "UPHELD"]], "2025-03-15"],
  ["one upheld late", [["2024-04-01", "2025-06-01", "UPHELD"]], "2025-06-01"],
  ["one taken back late", [["2024-04-01", "2025-07-01", "WITHDRAWN"]], "2025-07-01"],
  ["one after the lapse", [["2025-03-15", null, "UPHELD"]], "2025-03-15"],
  ["one that annuls in time", [["2024-04-01", "2024-06-01", "ANNULLED"]], "2024-06-01"],
  ["one that annuls late", [["2024-04-01", "2025-06-01", "ANNULLED"]], "2025-06-01"],
  [
    "two, the second while the first held it",
    [
      ["2024-04-01", "2025-06-01", "UPHELD"],
      ["2025-05-01", null, "UPHELD"],
    ],
    null,
  ],
] as const;

it.each(cases)("%s: the database ends the effect on the day the rules say", async (_, complaints, endsOn) => {
  const register = await openRegister();
  await installRuleSets(register.system);
  const { actors, branchId, members, otherBranchId } = register;
  const past = { decidedOn: day("2024-03-10"), announcedOn: day("2024-03-15"), concludedOn: day("2024-02-20") };
  const who = { branchId, whoId: members.woman };
  const disciplineId = await decided(actors, who, { ...past, breachOn: day("2023-06-01") });
  for (const [received, closed, outcome] of complaints) {
    const id = await complained(actors.office, disciplineId, { receivedOn: day(received) });
    if (closed === null) continue;
    const on = day(closed);
    if (outcome !== "WITHDRAWN") await settled(actors, id, { outcome, settledOn: on });
    else await withdrawComplaint(actors.office, { id, version: 1, withdrawnOn: on, reason: "Đã rõ" });
  }
  expect((await getDiscipline(actors.leader, disciplineId)).endsOn).toBe(endsOn);
  const moved = (effectiveOn: Day) =>
    proposeTransfer(actors.office, transferInput(members.woman, { toBranchId: otherBranchId, effectiveOn }));
  const lastDay = endsOn === null ? day("2035-01-01") : addDays(day(endsOn), -1);
  await expect(moved(lastDay)).rejects.toMatchObject({ reason: "refusals.constraints.Discipline_in_effect" });
  if (endsOn !== null) await moved(day(endsOn));
});
