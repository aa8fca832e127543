import "server-only";

/** A form with one file, as a browser sends it. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

const FRAME = 64 * 1024;
const HEADERS_END = Buffer.from("\r\n\r\n");

/**
 * Reads the file of a multipart form while counting, and stops as soon as it is larger than allowed: "TOO_BIG". Null where the
 * request holds no file.
 */
export async function readUpload(request: Request, limit: number): Promise<Upload | "TOO_BIG" | null> {
  const boundary = /multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;]+))/iu.exec(
    request.headers.get("content-type") ?? "",
  );
  if (!boundary || !request.body) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > limit + FRAME) return "TOO_BIG";
    chunks.push(chunk);
  }
  const upload = fileIn(Buffer.concat(chunks), boundary[1] ?? boundary[2] ?? "");
  return upload && upload.bytes.length > limit ? "TOO_BIG" : upload;
}

/** The first part of the body that carries a file name. */
function fileIn(body: Buffer, boundary: string): Upload | null {
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    const headersEnd = body.indexOf(HEADERS_END, at);
    const end = body.indexOf(mark, at + mark.length);
    if (headersEnd === -1 || end === -1 || headersEnd > end) continue;
    const headers = body.toString("utf8", at + mark.length, headersEnd);
    const name = /filename="((?:[^"\\]|\\.)*)"/u.exec(headers)?.[1];
    if (name) return { name, bytes: body.subarray(headersEnd + HEADERS_END.length, end - 2) };
  }
  return null;
}
