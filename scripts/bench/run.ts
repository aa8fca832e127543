import { setTimeout as sleep } from "node:timers/promises";
import { capFigure } from "./cap-figure";
import { chainFigure, editCrowdFigure, signInFigure, wallFigure } from "./checks";
import { hostileFigure } from "./hostile-figure";
import { importFigures } from "./import-figure";
import {
  BENCH_PASSWORD,
  clearInstallation,
  type Installation,
  openBareAudit,
  openInstallation,
  openOfficeAccounts,
  openSession,
} from "./installation";
import { type Measured, measure } from "./measure";
import { multiplyRegister } from "./multiply";
import { exportFigure, figure, growthTable, listFigures, screenTable } from "./report";
import { placesOf, type Screen, screensOf, TODAY, warmUp } from "./screens";
import { holdTenYears, rollFigure } from "./ten-years";
import { signIn, type Visitor } from "./visitor";

const ACCOUNTS = 60;
const COPIES = 431;
/* The runtime gives memory back when it has been idle for a while. */
const REST_MS = 20_000;
const begun = performance.now();

/** Measures the build in `distDir` and prints all of it, on data of its own that begin with the same rows each time. */
export async function runBench(distDir: string): Promise<void> {
  await clearInstallation();
  const installation = await openInstallation(distDir);
  try {
    await measureInstallation(installation);
  } finally {
    await installation.close();
  }
}

async function measureInstallation(installation: Installation): Promise<void> {
  const { admin, origin, bareOrigin } = installation;
  const { memory } = installation;
  const idleMb = memory.app() + memory.database();
  say("built, filled and started");
  const names = await openOfficeAccounts(admin, ACCOUNTS);
  await openBareAudit(admin);
  const office = await openSession(admin, "vanphong");
  const leader = await openSession(admin, "bithu");
  const places = await placesOf(admin);
  const visitors: Visitor[] = [];
  for (const name of names) visitors.push(await signIn(origin, name, BENCH_PASSWORD));
  const screens = screensOf(visitors, bareOrigin, office, places);

  for (const screen of screens) await warmUp(screen);
  const small = await measureAll(installation, screens);
  say("one register measured");
  console.log(`\n${screenTable(`${places.members.length} members`, small)}\n`);

  await multiplyRegister(admin, COPIES);
  say(`multiplied by ${COPIES + 1}`);
  for (const screen of screens) await warmUp(screen);
  const large = await measureAll(installation, screens);
  const { rows } = await admin.query<{ count: string }>(`SELECT count(*) FROM "Member"`);
  console.log(`${screenTable(`${rows[0]?.count} members in ${COPIES + 1} registers`, large)}\n`);
  console.log(`${growthTable(["232 members against 100,000", "232", "100,000"], small, large)}\n`);

  const held = await holdTenYears(admin);
  say(`ten years of meetings held: ${held}`);
  for (const screen of screens) await warmUp(screen);
  const filled = await measureAll(installation, screens);
  console.log(`${growthTable([`${held} more`, "without", "with"], large, filled)}\n`);
  console.log(await rollFigure(installation, visitors, places.branch));

  console.log(await signInFigure(installation, names, bareListOf(small)));
  console.log(await editCrowdFigure(installation, visitors, places.members));
  console.log(await wallFigure(installation, office, listOf(filled).alone.p50));
  console.log(await chainFigure(installation, leader));
  console.log(await importFigures(installation, visitors, places.branch));
  const [importer] = visitors;
  if (importer) console.log(await hostileFigure(installation, importer));
  console.log(await capFigure(installation, leader, bareListOf(small)));
  console.log(exportFigure(small));
  console.log(listFigures([...small, ...large]));
  await sleep(REST_MS);
  console.log(
    figure(`server after the run and ${REST_MS / 1000} s of rest, resident`, `${memory.app().toFixed(0)} MB`, "300 MB"),
  );
  console.log(figure("app and database idle together", `${idleMb.toFixed(0)} MB`, "350 MB"));
  console.log(figure("warm start of the app", `${(installation.warmStartMs / 1000).toFixed(1)} s`, "5 s"));
}

/* The work takes minutes: who waits sees how far it is. */
function say(what: string): void {
  console.error(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${what}`);
}

/** What the bare server needs for the list of all members: the measure of this machine for what has no bare twin. */
function bareListOf(measured: readonly Measured[]): number {
  return listOf(measured).bareMs;
}

function listOf(measured: readonly Measured[]): Measured {
  const list = measured.find(({ screen }) => screen.name === TODAY);
  if (!list) throw new Error("The list of all members was not measured");
  return list;
}

async function measureAll(installation: Installation, screens: readonly Screen[]): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const screen of screens) all.push(await measure(installation, screen));
  return all;
}
