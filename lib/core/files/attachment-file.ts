import type { AttachmentFormat } from "@/lib/core/files/attachment-reader/reading";
import { cleanText } from "@/lib/core/text/clean";
import { foldText } from "@/lib/core/text/fold";

const CONTENT_TYPES: Readonly<Record<AttachmentFormat, string>> = {
  PDF: "application/pdf",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  JPG: "image/jpeg",
  PNG: "image/png",
};
const LONGEST_NAME = 120;
/* What ends a header, a path or a quoted name, or means something to a file system. */
const UNSAFE = /[\p{C}\\/:*?"<>|%;]+/gu;

/** A name that any file system and header takes, with the ending of what the file is; Vietnamese letters stay. */
export function safeFileName(name: string, format: AttachmentFormat): string {
  const last = name.split(/[\\/]/u).at(-1) ?? "";
  const bare = cleanText(last.replace(UNSAFE, " ").replace(/\.[A-Za-z0-9]{1,5}$/u, "")).text.replace(
    /^[.\s]+|[.\s]+$/gu,
    "",
  );
  return `${[...bare].slice(0, LONGEST_NAME).join("").trim() || "van-ban"}.${format.toLowerCase()}`;
}

/** How a browser is told to keep an answer as a file of that name, with letters beyond ASCII too (RFC 6266, RFC 8187). */
export function attachmentDisposition(name: string): string {
  const plain = foldText(name).replace(/[^a-z0-9.]+/gu, "-");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** The answer that shows a kept picture in the browser: of its exact type, nothing in it runs, and no cache keeps it. */
export function pictureResponse(bytes: Uint8Array<ArrayBuffer>, name: string, format: "JPG" | "PNG"): Response {
  const answer = attachmentResponse(bytes, name, format);
  answer.headers.set("content-disposition", `inline; filename="${name}"`);
  return answer;
}

/** The answer that downloads a kept file under its own name: of its exact type, never shown in the browser, never kept by a cache. */
export function attachmentResponse(bytes: Uint8Array<ArrayBuffer>, name: string, format: AttachmentFormat): Response {
  return new Response(bytes, {
    headers: {
      "content-type": CONTENT_TYPES[format],
      "content-disposition": attachmentDisposition(name),
      "content-length": String(bytes.length),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
