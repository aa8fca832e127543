import { getDocument, PasswordException, type PDFDocumentProxy, type PDFPageProxy } from "unpdf/pdfjs";
import { RefusedError } from "../reader/refused.ts";
import { boundBytes } from "./bounded-bytes.ts";

/* Marks of secrecy stand on the first page; the further ones are for what is sent as one file with its covering letter. */
const PAGES_READ = 10;
/* A gap wider than this, in heights of the letters, lies between two columns or boxes, a narrower one between words. */
const WIDEST_SPACE = 2;
const SETTINGS = { verbosity: 0, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false } as const;

/**
 * The lines on the first pages of a PDF file, its notes, and what it says of itself. Pictures in it are not looked at: a scan has no
 * lines. Throws a RefusedError where it is locked, cannot be opened, or becomes too large while it is opened.
 */
export async function pdfTexts(file: Buffer): Promise<string[]> {
  const hasGoneTooFar = boundBytes();
  const data = new Uint8Array(file);
  const texts = await getDocument({ data, ...SETTINGS })
    .promise.then(textsOf)
    .catch(refusalOf);
  /* What the library meets on its way it may keep to itself and go on with less. */
  if (hasGoneTooFar()) throw new RefusedError("INFLATES");
  if (texts instanceof RefusedError) throw texts;
  return texts;
}

function refusalOf(error: unknown): RefusedError {
  return new RefusedError(error instanceof PasswordException ? "LOCKED" : "DAMAGED");
}

async function textsOf(document: PDFDocumentProxy): Promise<string[]> {
  const texts = await propertiesOf(document);
  for (let number = 1; number <= Math.min(PAGES_READ, document.numPages); number += 1) {
    const page = await document.getPage(number);
    texts.push(...(await linesOf(page)), ...(await notesOf(page)));
    page.cleanup();
  }
  return texts;
}

async function propertiesOf(document: PDFDocumentProxy): Promise<string[]> {
  const { info } = await document.getMetadata();
  return Object.values(info).filter((value) => typeof value === "string");
}

/* Lines as they stand on the page, each column for itself. */
async function linesOf(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  let text = "";
  for (const item of items) {
    if (!("str" in item)) continue;
    const isSpace = item.str.trim() === "";
    const [, , across = 0, up = 0] = item.transform.map(Number);
    const isGap = isSpace && item.width > WIDEST_SPACE * Math.hypot(across, up);
    text += (isGap ? "\n" : item.str) + (item.hasEOL ? "\n" : "");
  }
  return text.split("\n");
}

async function notesOf(page: PDFPageProxy): Promise<string[]> {
  const notes: { readonly contentsObj?: { readonly str?: unknown } }[] = await page.getAnnotations();
  return notes.map(({ contentsObj }) => contentsObj?.str).filter((text) => typeof text === "string");
}
