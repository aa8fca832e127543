type Entry = {
  version?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
};

export type Lockfile = { packages: Record<string, Entry> };

const SYSTEMS: Record<string, string> = { windows: "win32", win: "win32" };
const SYSTEM_NAMES = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

/**
 * A registry that lacks binaries of other platforms makes npm leave them out of the lockfile, which `npm ci` then refuses.
 * Returns the lockfile with an entry for each of them, and their names.
 */
export function completeLockfile(lockfile: Lockfile): { lockfile: Lockfile; added: string[] } {
  const packages = { ...lockfile.packages };
  const added: string[] = [];
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(packages, path, name)) continue;
      packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
      added.push(`${name}@${version}`);
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { lockfile: { ...lockfile, packages: sorted }, added };
}

function isPresent(packages: Record<string, Entry>, from: string, name: string): boolean {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1))) {
    if (packages[path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`]) return true;
    if (path === "") return false;
  }
}

/** For which machines a binary package is, read from its name, so that npm skips it on the others. */
function platformOf(name: string): Pick<Entry, "os" | "cpu" | "libc"> {
  const words = name.split(/[/@._-]+/).map((word) => SYSTEMS[word] ?? word);
  const os = words.find((word) => SYSTEM_NAMES.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (!cpu) throw new Error(`${name} is missing from the lockfile and its name tells no processor`);
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : "glibc";
  return { cpu: [cpu], ...(os && { os: [os] }), ...(os === "linux" && { libc: [libc] }) };
}
