import { placeOf } from "../house";
import type { Fault, SourceFile } from "../source-tree";
import { exportsOf, isCode, literalsOf } from "../syntax";

const KEBAB = /^(\.?[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)*$/u;
const ROUTE_PART = /^(\([a-z0-9-]+\)|\[(\.\.\.)?[a-zA-Z]+\])$/u;
const MIGRATION = /^\d{14}_[a-z0-9_]+$/u;
const ROOT_PAPERS = /^[A-Z]+\.md$/u;
const VAGUE = /(^|-)(utils?|helpers?|common|services?|managers?|misc)(-|\.|$)/u;

const QUERY = /^(list|find|get|count)[A-Z]/u;
const POLICY = /^(can|visible)[A-Z]/u;
const NOT_A_COMMAND =
  /^(handle|process|toggle|do|manage|list|find|get|count|can|visible)[A-Z]|^updateStatus|Status(es)?Update$/u;
const NOT_A_RULE =
  /^(get|fetch|load|check|validate|verify|handle|process|calculate|compute|do|make|set|update|toggle)[A-Z]/u;

const AUDIT_TYPE = /^"([a-z][a-zA-Z]*)\.([a-z][a-zA-Z]*)"$/u;
const PAST = /(ed|begun|given|held|hidden|kept|left|lost|made|paid|read|sent|set|taken|withdrawn|written)$/iu;

/** Files and folders are in kebab-case (route groups and parameters as Next has them), and their names say something. */
export function badFileNames(files: readonly SourceFile[]): Fault[] {
  return files.flatMap(({ path }) => {
    const parts = path.split("/");
    const odd = parts.find((part) => ![KEBAB, ROUTE_PART, MIGRATION, ROOT_PAPERS].some((form) => form.test(part)));
    if (odd) return [{ path, what: `${odd} is not in kebab-case` }];
    if (!isCode(path)) return [];
    if (/^index\.[a-z]+$/u.test(parts.at(-1) ?? "")) return [{ path, what: "index files hide what they hold" }];
    const vague = parts.find((part) => VAGUE.test(part));
    return vague ? [{ path, what: `${vague} says nothing` }] : [];
  });
}

/** Queries, policies, commands and rules are called what their rooms say. */
export function badFunctionNames(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => isCode(file.path))
    .flatMap((file) => {
      const functions = exportsOf(file).filter((one) => one.kind === "function");
      return functions.flatMap(({ name }) => {
        const what = wrongName(placeOf(file.path)?.room ?? "", name);
        return what === null ? [] : [{ path: file.path, what }];
      });
    });
}

/** Audit events are called noun.past. */
export function badAuditTypes(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => placeOf(file.path)?.room === "commands")
    .flatMap((file) =>
      [...file.text.matchAll(/\baudit(?:\.[a-z]\w*)?\(\s*\{\s*type:\s*("[^"]*")/gu)].flatMap((found) => {
        const parts = AUDIT_TYPE.exec(found[1] ?? "");
        const isPast = parts !== null && PAST.test(parts[2] ?? "");
        return isPast ? [] : [{ path: file.path, what: `${found[1]} is not noun.past` }];
      }),
    );
}

/** Columns of days are called …On (or from and to, of a period), columns of moments …At. */
export function badColumnNames(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => file.path.endsWith(".prisma"))
    .flatMap((file) =>
      [...file.text.matchAll(/^\s+(\w+)\s+DateTime\??\s.*$/gmu)].flatMap((found) => {
        const [line, name = ""] = found;
        const form = line.includes("@db.Date") ? /(On|From|To)$/u : /(^at|At)$/u;
        return form.test(name) ? [] : [{ path: file.path, what: `${name} is a date or moment and does not say which` }];
      }),
    );
}

/** Every message key of a refusal that code names is in the catalogues, given as their flat keys. */
export function unknownReasons(files: readonly SourceFile[], keys: ReadonlySet<string>): Fault[] {
  return files
    .filter((file) => file.path.startsWith("lib/") && isCode(file.path))
    .flatMap((file) =>
      literalsOf(file).flatMap((literal) => {
        const key = /^"([a-z-]+\.errors\.[a-zA-Z]+)"$/u.exec(literal)?.[1];
        return key === undefined || keys.has(key) ? [] : [{ path: file.path, what: `no message ${key}` }];
      }),
    );
}

function wrongName(room: string, name: string): string | null {
  if (room === "queries" && !QUERY.test(name))
    return `${name} is a query and begins with none of list, find, get, count`;
  if (room === "policy" && !POLICY.test(name)) return `${name} is a policy and begins with neither can nor visible`;
  if (room === "commands" && NOT_A_COMMAND.test(name)) return `${name} is no verb of the domain`;
  if (room === "rules" && NOT_A_RULE.test(name)) return `${name} is neither a question, an obstacle nor a quantity`;
  return null;
}
