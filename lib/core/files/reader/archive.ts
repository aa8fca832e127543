import { inflateRawSync } from "node:zlib";
import { LIMITS } from "./limits.ts";
import { RefusedError } from "./refused.ts";

/** A file inside a zip archive, with its bytes as they are stored there. */
export type Entry = { readonly name: string; readonly method: number; readonly crc: number; readonly stored: Buffer };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 1;

/** What the archive's directory lists, each name once. Refuses more entries than allowed, locked ones and damaged ones. */
export function entriesOf(archive: Buffer): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw new RefusedError("INFLATES");
  const entries = new Map<string, Entry>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== CENTRAL) throw new RefusedError("DAMAGED");
    if (archive.readUInt16LE(at + 8) & ENCRYPTED_FLAG) throw new RefusedError("LOCKED");
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (!entries.has(name)) entries.set(name, entryAt(archive, at, name));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return [...entries.values()];
}

/** Inflates an entry; `left` is what may still be inflated of the whole file. Refuses more than that. */
export function inflated(entry: Entry, left: number): Buffer {
  if (entry.method === 0) {
    if (entry.stored.length > left) throw new RefusedError("INFLATES");
    return entry.stored;
  }
  if (entry.method !== 8) throw new RefusedError("DAMAGED");
  try {
    return inflateRawSync(entry.stored, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new RefusedError(isTooLarge ? "INFLATES" : "DAMAGED");
  }
}

/** A new archive of these entries alone, with the sizes as they were counted. */
export function archiveOf(entries: readonly (Entry & { readonly size: number })[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const facts = factsOf(entry, name.length);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    facts.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, facts, name, entry.stored);
    directory.push(central, name);
    offset += local.length + facts.length + name.length + entry.stored.length;
  }
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

/** What the local header and the directory say alike: version, flags, method, time, check sum, sizes, lengths of names. */
function factsOf({ method, crc, stored, size }: Entry & { readonly size: number }, nameLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(stored.length, 14);
  facts.writeUInt32LE(size, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}

function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT);
  for (let at = archive.length - END_SIZE; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new RefusedError("DAMAGED");
}

function entryAt(archive: Buffer, at: number, name: string): Entry {
  const [size, local] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL) throw new RefusedError("DAMAGED");
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + size > archive.length) throw new RefusedError("DAMAGED");
  return {
    name,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    stored: archive.subarray(start, start + size),
  };
}
