import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { completeLockfile, type Lockfile } from "@/scripts/complete-lockfile";
import { ROOT } from "@/scripts/profile";

it("adds the binaries of other machines that the registry left out, so that each machine skips them", () => {
  const lockfile: Lockfile = {
    packages: {
      "": {},
      "node_modules/tool": {
        version: "1.0.0",
        optionalDependencies: {
          "@tool/linux-x64-gnu": "1.0.0",
          "@tool/linux-x64-musl": "1.0.0",
          "@tool/win32-arm64-msvc": "1.0.0",
        },
      },
      "node_modules/@tool/linux-x64-gnu": { version: "1.0.0", optional: true },
    },
  };
  const { lockfile: completed, added } = completeLockfile(lockfile);
  expect(added).toEqual(["@tool/linux-x64-musl@1.0.0", "@tool/win32-arm64-msvc@1.0.0"]);
  expect(completed.packages["node_modules/@tool/linux-x64-musl"]).toEqual({
    version: "1.0.0",
    cpu: ["x64"],
    os: ["linux"],
    libc: ["musl"],
    optional: true,
  });
  expect(completed.packages["node_modules/@tool/win32-arm64-msvc"]).toMatchObject({ os: ["win32"], cpu: ["arm64"] });
  expect(completeLockfile(completed).added).toEqual([]);
});

it("is complete for this repository", () => {
  const lockfile = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lockfile;
  expect(completeLockfile(lockfile).added).toEqual([]);
});
