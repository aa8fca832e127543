import "server-only";

/** A form with one file, as a browser sends it. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

const FRAME = 64 * 1024;
const LONGEST_HEADERS = 4096;
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
    const end = body.indexOf(mark, at + mark.length);
    if (end === -1) return null;
    const part = body.subarray(at + mark.length, end);
    const headersEnd = part.indexOf(HEADERS_END);
    if (headersEnd === -1 || headersEnd > LONGEST_HEADERS) continue;
    const name = /filename="([^"]*)"/u.exec(part.toString("utf8", 0, headersEnd))?.[1];
    if (name) return { name, bytes: part.subarray(headersEnd + HEADERS_END.length, -2) };
  }
  return null;
}
