import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "@/scripts/profile";

const versions = z.record(z.string(), z.string());
const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  cpu: z.unknown().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
});

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const packages = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(read("package-lock.json"))).packages;
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions, overrides: versions })
  .parse(JSON.parse(read("package.json")));
const direct = { ...manifest.dependencies, ...manifest.optionalDependencies };
const installed = Object.entries(packages).filter(([path]) => path !== "");

/* The oldest versions without a known hole. The start refuses to go on with other versions than the lockfile's. */
const FLOORS = { next: [16, 4, 3], react: [19, 3, 1], "next-auth": [5, 0, 0], pg: [8, 23, 1], hucre: [1, 0, 0] };

function isAtLeast(version: string, floor: readonly number[]): boolean {
  const parts = (version.split("-")[0] ?? "").split(".").map(Number);
  const differing = floor.findIndex((part, index) => parts[index] !== part);
  return differing === -1 || (parts[differing] ?? 0) > (floor[differing] ?? 0);
}

describe("what the product is made of", () => {
  it("is no older than the floors", () => {
    const tooOld = Object.entries(FLOORS).filter(
      ([name, floor]) => !isAtLeast(packages[`node_modules/${name}`]?.version ?? "0", floor),
    );
    expect(tooOld).toEqual([]);
    expect(isAtLeast("16.4.2", FLOORS.next)).toBe(false);
    expect(isAtLeast("17.0.0", FLOORS.next)).toBe(true);
  });

  it("is named exactly, each package with its checksum, from a registry only", () => {
    const named = { ...direct, ...manifest.devDependencies, ...manifest.overrides };
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const unchecked = installed.filter(
      ([, one]) => !one.integrity?.startsWith("sha512-") && !(one.optional && one.cpu),
    );
    expect(unchecked.map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, one]) => one.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it("stays small enough to be known", () => {
    expect(Object.keys(direct).length).toBeLessThanOrEqual(40);
    expect(installed.filter(([, one]) => !one.dev).length).toBeLessThanOrEqual(400);
  });

  it("holds no library that is known to be unsafe, and runs no script when it is installed", () => {
    expect(installed.filter(([path]) => /node_modules\/(xlsx|exceljs|docx-templates)$/.test(path))).toEqual([]);
    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  });
});
