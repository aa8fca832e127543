import { expect, it } from "vitest";
import { isScarce } from "@/lib/core/disk";

const disk = (freeMegabytes: number, megabytes: number) => ({ bavail: freeMegabytes, blocks: megabytes, bsize: 1e6 });

it.each([
  ["999 MB of 10 GB", disk(999, 10_000), true],
  ["1 GB of 10 GB", disk(1000, 10_000), false],
  ["4.9 % of 1 TB", disk(49_000, 1_000_000), true],
  ["5 % of 1 TB", disk(50_000, 1_000_000), false],
])("%s left", (_what, space, scarce) => {
  expect(isScarce(space)).toBe(scarce);
});
