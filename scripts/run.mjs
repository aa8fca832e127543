// First step of every npm script, in plain JavaScript that Node 20 can read:
// checks Node, installs what the lockfile asks for, and goes on in Node 24 with scripts/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const KEEP_ALIVE = new Set(["start"]);
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const QUICK_CRASH_MS = 10_000;

const [command = "", ...args] = process.argv.slice(2);

proveNode();
if (!isInstalled()) install();
if (!/^[a-z-]+$/.test(command) || !existsSync(join(ROOT, "scripts", `${command}.ts`))) {
  refuse(`There is no command "${command}".`);
}
run(chooseNode());

function proveNode() {
  if (isAtLeast(process.versions.node, [20, 19])) return;
  refuse(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org and try again.`,
  );
}

/** Whether node_modules holds the versions of the lockfile; npm writes its own record when an install is complete. */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (!present) return false;
  return Object.entries(wanted ?? {}).every(([path, entry]) => {
    const found = present[path];
    return path === "" || (found ? found.version === entry.version : entry.optional === true);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), "utf8")).packages;
  } catch {
    return null;
  }
}

function install() {
  refuseWhileServing();
  console.log("Installing the packages of package-lock.json …");
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: "inherit" };
  const result = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync("npm", flags, { ...options, shell: process.platform === "win32" });
  if (result.status !== 0) {
    refuse("The packages could not be installed: the lines above say why (no network, or the folder is not writable).");
  }
}

/** Packages are never exchanged under a running server; each notes its process id in the build it serves. */
function refuseWhileServing() {
  for (const build of [".next", ".next-dev", ".next-test"]) {
    const notes = join(ROOT, build, "so-dang-bo-users");
    const pids = existsSync(notes) ? readdirSync(notes).map(Number) : [];
    if (pids.some(isAlive)) refuse("New packages have to be installed while the program is running: stop it first.");
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function chooseNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const program = process.platform === "win32" ? "node.exe" : "node";
  const bundled = join(ROOT, "node_modules", `node-${platform}-${process.arch}`, "bin", program);
  if (existsSync(bundled) && spawnSync(bundled, ["--version"]).status === 0) return bundled;
  if (isAtLeast(process.versions.node, [22, 18])) return process.execPath;
  refuse(`There is no Node 24 for this machine in npm and Node ${process.versions.node} is too old: install Node 24.`);
}

/** Becomes the command where the system can do that; else, and for a real installation, runs it and watches over it. */
function run(node) {
  const flags = ["--conditions=react-server", "--import", "tsx", join(ROOT, "scripts", `${command}.ts`), ...args];
  if (!KEEP_ALIVE.has(command) && typeof process.execve === "function" && process.platform !== "win32") {
    process.chdir(ROOT);
    process.removeAllListeners("warning");
    process.execve(node, [node, ...flags], process.env);
  }
  watch(node, flags);
}

function watch(node, flags) {
  const startedAt = Date.now();
  const child = spawn(node, flags, { cwd: ROOT, stdio: "inherit" });
  let stopping = false;
  const forward = (signal) => {
    stopping = true;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  child.on("exit", (code, signal) => {
    for (const name of SIGNALS) process.off(name, forward);
    const mayReturn = KEEP_ALIVE.has(command) && !stopping && signal !== null;
    if (!mayReturn || Date.now() - startedAt < QUICK_CRASH_MS) process.exit(code ?? 1);
    console.error(`The program was ended by ${signal}; starting it again.`);
    watch(node, flags);
  });
}

function isAtLeast(version, [major, minor]) {
  const [actualMajor = 0, actualMinor = 0] = version.split(".").map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}

function refuse(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
