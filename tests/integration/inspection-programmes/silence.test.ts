import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { dropLine } from "@/lib/features/inspection-programmes/commands/change-lines";
import { getLine, getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";
import { listProgrammes } from "@/lib/features/inspection-programmes/queries/list-programmes";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { listPlannedLines } from "@/lib/features/inspections/queries/list-planned-lines";
import { openRegister, signInAs, type TestRegister } from "../../support/register";
import { caseInput, concludedInput } from "../inspections/case";
import { commission2022, committee2022, drafted, issued, lined } from "./programme";

/*
 * SECURITY 2.3 for the yearly programmes: two registers alike but for two cases in progress, one of which carries out a line and one
 * out of programme. Whatever a person outside their circle reads, chooses from, writes or is refused is the same in both.
 */

type World = TestRegister & { programme: string; line: string; spare: string; readers: Record<Reader, Actor> };
const readers = [
  "office",
  "leader",
  "admin",
  "secretary",
  "otherSecretary",
  "ordinary",
  "otherInspector",
  "subject",
] as const;
type Reader = (typeof readers)[number];

async function openWorld(): Promise<World> {
  const register = await openRegister();
  const { committeeId, members, branchId, otherBranchId } = register;
  const { office } = register.actors;
  const programme = await drafted(office, committee2022);
  const line = await lined(office, programme, { branchIds: [branchId, otherBranchId], month: 8 });
  const spare = await lined(office, programme, { members: [{ memberId: members.woman }], month: 9 });
  await issued(office, programme);
  const commission = await drafted(office, commission2022);
  await lined(office, commission, { branchIds: [branchId], month: 12 });
  await issued(office, commission);
  await recordConcludedInspection(office, concludedInput({ branchIds: [branchId] }));
  const { admin, leader, secretary, otherSecretary, ordinary } = register.actors;
  const otherInspector = await signInAs(committeeId, "Kiểm tra khác", { role: "INSPECTOR" });
  const subject = await signInAs(committeeId, "Hà Thị Ẩm", { memberId: members.woman, role: "INSPECTOR" });
  return {
    ...register,
    ...{ programme, line, spare },
    readers: { office, leader, admin, secretary, otherSecretary, ordinary, otherInspector, subject },
  };
}

let quiet: World;
let secret: World;

beforeAll(async () => {
  quiet = await openWorld();
  secret = await openWorld();
  const { actors, branchId, members, line } = secret;
  const about = caseInput({
    branchIds: [branchId],
    members: [{ memberId: members.woman }],
    head: { memberId: members.inCharge },
  });
  await openInspection(actors.inspector, { ...about, programmeLineId: line });
  await openInspection(actors.inspector, { ...about, title: "Ngoài chương trình" });
});

/** What is told, without the ids that differ between any two registers, in an order that does not hang on them. */
function alike(told: unknown): unknown {
  const text = JSON.stringify(told, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return JSON.parse(text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "id"));
}

const orRefusal = (told: Promise<unknown>) =>
  told.catch((error: { code?: string; reason?: string; field?: string }) => ({
    ...{ code: error.code, reason: error.reason, field: error.field },
  }));

async function read(world: World, who: Reader): Promise<Record<string, unknown>> {
  const actor = world.readers[who];
  const questions: Record<string, () => Promise<unknown>> = {
    year: () => listProgrammes(actor, 2022),
    thisYear: () => listProgrammes(actor, null),
    programme: async () => {
      const { lines, ...rest } = await getProgramme(actor, world.programme);
      return {
        ...rest,
        lines: lines.map((one) => ({ ...one, subjects: one.subjects.map(({ name }) => name).sort() })),
      };
    },
    line: async () => (await getLine(actor, world.line)).line.standing,
    choices: async () =>
      (await listPlannedLines(actor, 2022)).map(({ month, mode, subjects }) => ({
        ...{ month, mode, subjects: [...subjects].sort() },
      })),
    raw: () =>
      inContext(
        actor.sessionToken,
        (tx) => tx.$queryRaw`SELECT count(*) AS n, count("programmeLineId") AS lines FROM "Inspection"`,
      ),
  };
  const answers: Record<string, unknown> = {};
  for (const [question, answer] of Object.entries(questions)) answers[question] = alike(await orRefusal(answer()));
  return answers;
}

describe("a case in progress that carries out a line", () => {
  it.each(readers)("tells the %s nothing by any page or choice of the programmes", async (who) => {
    expect(await read(secret, who)).toEqual(await read(quiet, who));
  });

  it("is seen on the pages by its circle, so that the test would tell", async () => {
    const { actors, programme, line } = secret;
    const { lines } = await getProgramme(actors.inspector, programme);
    expect(lines.find(({ id }) => id === line)).toMatchObject({ standing: "UNDER_WAY" });
    const year = await listProgrammes(actors.inspector, 2022);
    expect(year.outside).toHaveLength(2);
    expect(year.programmes[0]?.figures).toMatchObject({ UNDER_WAY: 1 });
  });

  it("tells who writes nothing either: the same line is carried out, recorded and dropped, or refused, in the same words", async () => {
    const written = async (world: World) => {
      const { otherInspector, office } = world.readers;
      const about = caseInput({ branchIds: [world.otherBranchId], head: { memberId: world.members.inCharge } });
      const opened = await orRefusal(openInspection(otherInspector, { ...about, programmeLineId: world.line }));
      const again = await orRefusal(openInspection(otherInspector, { ...about, programmeLineId: world.line }));
      const drop = { version: 1, droppedOn: day("2022-12-01"), reason: "Thôi" };
      const spare = await orRefusal(dropLine(office, { ...drop, id: world.spare }));
      const dropped = await orRefusal(dropLine(office, { ...drop, id: world.line }));
      const late = concludedInput({ branchIds: [world.branchId], programmeLineId: world.line });
      const recorded = await orRefusal(recordConcludedInspection(office, late));
      return alike({ opened, again, spare, dropped, recorded });
    };
    const told = await written(quiet);
    expect(told).toMatchObject({
      opened: { id: "id" },
      again: { reason: "inspections.errors.lineTaken" },
      dropped: { id: "id" },
      recorded: { reason: "inspections.errors.lineDropped" },
    });
    expect(await written(secret)).toEqual(told);
  });
});
