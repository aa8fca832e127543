import { ATTACHMENT_LIMITS } from "./reading.ts";

/**
 * Bounds what a library that inflates by itself may take: arrays of bytes lie outside the heap, which is all that Node bounds. From now
 * on they are counted in this process, as is what Node inflates, and what goes too far is refused by an error. Answers whether
 * something has gone too far.
 */
export function boundBytes(): () => boolean {
  let left: number = ATTACHMENT_LIMITS.openedBytes;
  const take = (size: unknown) => {
    if (typeof size === "number") left -= size;
    if (left < 0) throw new RangeError("too many bytes");
  };
  const counting = () =>
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, next) {
        take(piece.length);
        next.enqueue(piece);
      },
    });
  Object.assign(globalThis, {
    Uint8Array: new Proxy(Uint8Array, {
      construct(Bytes, values: unknown[], made) {
        take(values[0]);
        const array: object = Reflect.construct(Bytes, values, made);
        return array;
      },
    }),
    DecompressionStream: new Proxy(DecompressionStream, {
      construct(Inflating, [format]: [CompressionFormat]) {
        const { readable, writable } = new Inflating(format);
        return { writable, readable: readable.pipeThrough(counting()) };
      },
    }),
  });
  return () => left < 0;
}
