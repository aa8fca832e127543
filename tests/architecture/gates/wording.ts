import type { Fault, SourceFile } from "../source-tree";
import { commentsOf, isCode, literalsOf, withoutComments } from "../syntax";

const VIETNAMESE =
  /[\u00C0-\u00C3\u00C8-\u00CA\u00CC\u00CD\u00D2-\u00D5\u00D9\u00DA\u00DD\u00E0-\u00E3\u00E8-\u00EA\u00EC\u00ED\u00F2-\u00F5\u00F9\u00FA\u00FD\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/u;
const MAY_SPEAK = /^(prisma\/seed|tests)\//u;
const CATALOGUE_OF_RULES = /^lib\/features\/rule-sets\/catalogue(\.ts$|\/)/u;
const DOCUMENT_NUMBER =
  /^["`](; )?((Q\u0110|HD|CT|NQ|KL) \d+-(Q\u0110|HD|CT|NQ|KL)\/(TW|BTCTW|VPTW)(, [\w.]+)?(; )?)+["`]?$/u;

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\$(query|execute)RawUnsafe/u, "SQL built from strings"],
  [/dangerouslySetInnerHTML/u, "markup built from strings"],
  [/\bnew Function\(|\beval\(/u, "code built from strings"],
];
const LATER = /\b(TODO|FIXME|XXX|HACK)\b/u;
const CODE_IN_COMMENT =
  /^\s*(import|export|const|let|var|return|await|if|for|while|function|throw|type)\b.*[;{(=]|[;{]\s*$|^\s*<\/?[A-Za-z]+[^>]*>\s*$|^\s*[\w.]+\([^)]*\);?\s*$/u;
const BANNER = /[-=*#]{6,}/u;

/** Words in Vietnamese stand in the catalogues, the sample and the tests only; documents' numbers in the rule catalogue. */
export function vietnameseLiterals(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => isCode(file.path) && !MAY_SPEAK.test(file.path))
    .flatMap((file) =>
      literalsOf(file)
        .filter((literal) => VIETNAMESE.test(literal.normalize("NFC")))
        .filter((literal) => !CATALOGUE_OF_RULES.test(file.path) || !DOCUMENT_NUMBER.test(literal))
        .map((literal) => ({ path: file.path, what: literal.trim().slice(0, 60) })),
    );
}

/** Nothing is built from strings that a person could have typed. */
export function forbiddenCalls(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => isCode(file.path) && !file.path.startsWith("tests/architecture/"))
    .flatMap((file) => {
      const text = withoutComments(file);
      return FORBIDDEN.filter(([form]) => form.test(text)).map(([, what]) => ({ path: file.path, what }));
    });
}

/** Comments hold no work for later, no code that was left behind and no banners. */
export function idleComments(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      commentsOf(file).flatMap((comment) => {
        const what = idleness(comment);
        return what === null ? [] : [{ path: file.path, what: `${what}: ${comment.slice(0, 60)}` }];
      }),
    );
}

/** Every direct dependency is named in the decisions, by its name or a pattern such as `@types/*`, in backquotes. */
export function unexplainedDependencies(packageJson: string, decisions: string): Fault[] {
  const names = dependencyNames(JSON.parse(packageJson));
  const explained = [...decisions.matchAll(/`([^`\s]+)`/gu)].map((found) => found[1] ?? "");
  const isExplained = (name: string) =>
    explained.some((one) => one === name || (one.endsWith("*") && one.length > 2 && name.startsWith(one.slice(0, -1))));
  return names
    .filter((name) => !isExplained(name))
    .map((name) => ({ path: "DECISIONS.md", what: `says nothing of ${name}` }));
}

function dependencyNames(packageJson: unknown): string[] {
  if (typeof packageJson !== "object" || packageJson === null) return [];
  return Object.entries(packageJson)
    .filter(([field]) => /^(dev|optional)?[dD]ependencies$/u.test(field))
    .flatMap(([, packages]) => Object.keys(packages));
}

function idleness(comment: string): string | null {
  if (LATER.test(comment)) return "work for later";
  const isDoc = comment.startsWith("/**");
  const lines = comment.replace(/^\/\*+|\*+\/$/gu, "").split("\n");
  const words = lines.map((line) => line.replace(/^\s*(\/\/+|\*)/u, ""));
  if (!isDoc && words.some((line) => CODE_IN_COMMENT.test(line))) return "code left behind";
  return words.some((line) => BANNER.test(line)) ? "a banner" : null;
}
