import type { Measured } from "./measure";
import { AS_OF, MONTH_WORK, TODAY } from "./screens";

const number = (value: number, digits = 1) => value.toFixed(digits);
const kilobytes = (bytes: number) => `${number(bytes / 1000)} kB`;

/** The screens of one size of database as a table. */
export function screenTable(title: string, all: readonly Measured[]): string {
  const rows = all.map((one) => [
    one.screen.name,
    number(one.bareMs, 2),
    number(one.cpuMs, 2),
    number(one.databaseMs, 2),
    number(one.cpuMs / one.bareMs),
    one.screen.goal === null ? "" : `${one.screen.goal}`,
    verdict(one),
    String(one.statements),
    kilobytes(one.alone.bytes),
    kilobytes(one.gzipBytes),
    `${number(one.alone.p50)}/${number(one.alone.p95)}`,
    number(one.alone.perSecond, 0),
    `${number(one.crowd.p50, 0)}/${number(one.crowd.p95, 0)}`,
    number(one.crowd.p95 / one.crowd.p50),
    number(one.crowd.perSecond, 0),
  ]);
  const head = ["screen", "bare ms", "ours ms", "of it db", "×", "goal", "", "SQL", "answer", "gzip"];
  const load = ["1: p50/p95", "1/s", "32: p50/p95", "p95/p50", "32/s"];
  return `${title}\n${table([...head, ...load], rows)}`;
}

/**
 * How a fuller database compares with one that holds less, screen by screen: in processor time, and in multiples of the bare server,
 * which took turns with it and so was as fast or slow as the machine.
 */
export function growthTable(
  [title, before, after]: readonly [string, string, string],
  small: readonly Measured[],
  large: readonly Measured[],
): string {
  const rows = small.flatMap((one, index) => {
    const other = large[index];
    if (!other) return [];
    const plain = other.cpuMs / one.cpuMs;
    const growth = (plain * one.bareMs) / other.bareMs;
    const said = [number(one.cpuMs, 2), number(other.cpuMs, 2), number(plain, 2), number(growth, 2)];
    return [[one.screen.name, ...said, "1.3", growth <= 1.3 ? "" : "over"]];
  });
  const head = ["screen", before, after, "× as it is", "× in bare servers", "goal", ""];
  return `processor time, ${title}\n${table(head, rows)}`;
}

/** How long somebody alone waits for the slower of the two files of all members. */
export function exportFigure(all: readonly Measured[]): string {
  const times = all.filter(({ screen }) => screen.name.endsWith(" of all members")).map(({ alone }) => alone.p50);
  return figure("file of all members of one register, p50", `${Math.max(...times).toFixed(0)} ms`, "300 ms");
}

/** What the list as of a past day, and the month's work of all branches, cost beside today's list, the worse of the two databases. */
export function listFigures(all: readonly Measured[]): string {
  const costs = (name: string) => all.filter(({ screen }) => screen.name === name).map(({ cpuMs }) => cpuMs);
  const today = costs(TODAY);
  const against = (name: string) => Math.max(...costs(name).map((cost, at) => cost / (today[at] ?? Number.NaN)));
  return [
    figure("list as of a past day, against today's", `× ${against(AS_OF).toFixed(2)}`, "× 1.5"),
    figure("this month's work of all branches, against that list", `× ${against(MONTH_WORK).toFixed(2)}`, "× 2"),
  ].join("\n");
}

/** One figure with its goal. */
export function figure(name: string, value: string, goal: string): string {
  return `${name.padEnd(58)} ${value.padStart(14)}   goal ${goal}`;
}

/* What such a step may cost, on a machine where the bare list of all members takes this. */
const STEP_MS = 5;
const LIST_MS = 0.9;

/** A step without a bare twin, told in bare lists of all members. */
export function stepFigure(name: string, stepMs: number, bareListMs: number): string {
  const said = `× ${(stepMs / bareListMs).toFixed(1)} (${stepMs.toFixed(1)} ms)`;
  const goal = `× ${(STEP_MS / LIST_MS).toFixed(1)} (${STEP_MS} ms where that list takes ${LIST_MS})`;
  return figure(`${name}, in bare lists of all`, said, goal);
}

function verdict({ screen, cpuMs, bareMs }: Measured): string {
  return screen.goal === null || cpuMs / bareMs <= screen.goal ? "" : "over";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return [line(head), ...rows.map(line)].join("\n");
}
