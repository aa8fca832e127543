import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { TAG_READING } from "../word/tag-reading.ts";
import type { TagFault, TagSeen } from "./reading.ts";

type Read = { readonly tags: readonly TagSeen[]; readonly faults: readonly TagFault[] };

/** The tags of a document in their order, and the faults of its braces. Throws where it cannot be read at all. */
export function tagsIn(file: Buffer): Read {
  const found = new Map<string, TagSeen[]>();
  let part = "";
  const listener = {
    name: "tags",
    set({ inspect }: { inspect?: { filePath?: string; postparsed?: unknown } }) {
      if (inspect?.filePath) part = inspect.filePath;
      if (inspect?.postparsed) found.set(part, seenIn(inspect.postparsed));
    },
  };
  const faults = faultsOf(() => new Docxtemplater(new PizZip(file), { ...TAG_READING, modules: [listener] }));
  return { tags: [...found.values()].flat(), faults };
}

function seenIn(parsed: unknown): TagSeen[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((one: unknown) => {
    const part = recordOf(one);
    if (part.type !== "placeholder") return [];
    const isLoop = part.module === "loop" && part.inverted === false && part.location !== "end";
    const kind = part.module === undefined ? "FIELD" : isLoop ? "LOOP" : "OTHER";
    return [{ tag: String(part.value), kind, inside: seenIn(part.subparsed) }];
  });
}

const kinds: Readonly<Record<string, TagFault["kind"]>> = {
  unclosed_tag: "UNCLOSED_TAG",
  duplicate_open_tag: "UNCLOSED_TAG",
  unopened_tag: "UNOPENED_TAG",
  duplicate_close_tag: "UNOPENED_TAG",
  unclosed_loop: "UNCLOSED_LOOP",
  unopened_loop: "UNOPENED_LOOP",
  closing_tag_does_not_match_opening_tag: "CROSSED_LOOPS",
};

function faultsOf(compile: () => unknown): TagFault[] {
  try {
    compile();
    return [];
  } catch (error) {
    const { properties } = recordOf(error);
    const { errors, id } = recordOf(properties);
    if (id === undefined) throw error;
    return (Array.isArray(errors) ? errors : [error]).map((one: unknown) => {
      const { properties: of } = recordOf(one);
      const { id: code, context, xtag, closingtag } = recordOf(of);
      return { kind: kinds[String(code)] ?? "OTHER", near: nearest([context, xtag, closingtag]) };
    });
  }
}

function nearest(texts: readonly unknown[]): string {
  const [text = ""] = texts.filter((one) => typeof one === "string");
  return text.slice(0, 60);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
