import { readdirSync, readFileSync } from "node:fs";

/** What a group of processes has used so far, in milliseconds of processor time. */
export type CpuClock = () => number;

/** The processor time of one process with all its threads. */
export function processClock(pid: number): CpuClock {
  return () => runMs(pid);
}

/** The processor time of a server that forks for its clients: itself and every child seen so far, ended ones as last seen. */
export function familyClock(pid: number): CpuClock {
  const seen = new Map<number, number>();
  return () => {
    for (const one of [pid, ...childrenOf(pid)]) seen.set(one, runMs(one));
    return [...seen.values()].reduce((sum, time) => sum + time, 0);
  };
}

/** Resident memory of one process in MB, shared pages counted in full. */
export function residentMb(pid: number): number {
  return kilobytesIn(`/proc/${pid}/status`, "VmRSS") / 1024;
}

/** Memory of a process with its children in MB, each shared page counted once over all that share it. */
export function familyMb(pid: number): number {
  return (
    [pid, ...childrenOf(pid)].reduce((sum, one) => sum + kilobytesIn(`/proc/${one}/smaps_rollup`, "Pss"), 0) / 1024
  );
}

function childrenOf(pid: number): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.filter((one) => textOf(`/proc/${one}/stat`).split(") ").at(-1)?.split(" ")[1] === String(pid)).map(Number);
}

/* The scheduler's own count, to the nanosecond; the usual one is sampled a hundred times a second. */
function runMs(pid: number): number {
  const threads = namesIn(`/proc/${pid}/task`);
  const times = threads.map((thread) => Number(textOf(`/proc/${pid}/task/${thread}/schedstat`).split(" ")[0]));
  return times.reduce((sum, time) => sum + time, 0) / 1e6;
}

function kilobytesIn(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(textOf(file))?.[1] ?? 0);
}

/* A process may end while it is looked at. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
