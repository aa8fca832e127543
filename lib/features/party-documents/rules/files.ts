/** A version of a file: which one it is, and which one it follows. */
export type FileVersion = { readonly id: string; readonly replacesId: string | null };

/** How large a file is, as people say it. */
export type FileSize = { readonly amount: number; readonly unit: "KB" | "MB" };

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** A number of bytes in whole kilobytes, from a tenth of a megabyte on in megabytes with one decimal; never nothing. */
export function fileSize(bytes: number): FileSize {
  if (bytes < MEGABYTE / 10) return { amount: Math.max(1, Math.round(bytes / KILOBYTE)), unit: "KB" };
  return { amount: Math.round((bytes / MEGABYTE) * 10) / 10, unit: "MB" };
}

/** Files by their versions, the newest first; files in the order in which their first versions came. */
export function versionsOf<File extends FileVersion>(files: readonly File[]): File[][] {
  const after = new Map(files.map((file) => [file.replacesId, file]));
  return files
    .filter((file) => file.replacesId === null)
    .map((first) => {
      const versions = [first];
      for (let next = after.get(first.id); next; next = after.get(next.id)) versions.unshift(next);
      return versions;
    });
}
