import { crc32, deflateSync } from "node:zlib";

const START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG, with its length and check sum. */
export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

type Png = {
  readonly width?: number;
  readonly height?: number;
  /** Packed; those of one grey pixel unless said. */
  readonly pixels?: Uint8Array;
  readonly notes?: readonly Uint8Array[];
};

/** A grey PNG that says it is so large, with further chunks before its pixels. */
export function pngWith({ width = 1, height = 1, pixels, notes = [] }: Png): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const data = pixels ?? deflateSync(Buffer.from([0, 0]));
  const chunks = [pngChunk("IHDR", head), ...notes, pngChunk("IDAT", data), pngChunk("IEND", Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([START, ...chunks]));
}
