import { describe, expect, test } from "vitest";
import {
  featuresOutOfOrder,
  floorsOutOfDirection,
  impureRooms,
  otherWaysToDatabase,
  reExports,
  roomsOutOfDirection,
  unknownRooms,
} from "./gates/directions";
import { hastyLooks } from "./gates/journeys";
import { badAuditTypes, badColumnNames, badFileNames, badFunctionNames, unknownReasons } from "./gates/names";
import {
  anyTypes,
  casts,
  longFiles,
  longMedian,
  misplacedServerDirectives,
  needlessClasses,
  needlessDefaults,
  undocumentedExports,
} from "./gates/shape";
import { forbiddenCalls, idleComments, unexplainedDependencies, vietnameseLiterals } from "./gates/wording";
import { CODE_FOLDERS, type Fault, namesIn, readRepositoryFile, readTree, type SourceFile } from "./source-tree";

const tree = readTree([".ts", ".tsx", ".mjs", ".js", ".css", ".json", ".prisma", ".sql", ".md"]);

const gates: Readonly<Record<string, (files: readonly SourceFile[]) => Fault[]>> = {
  "every feature has its place and its rooms": unknownRooms,
  "features import to their left only": featuresOutOfOrder,
  "rooms use what the table of rooms names": roomsOutOfDirection,
  "pure rooms stay pure": impureRooms,
  "floors import downwards only": floorsOutOfDirection,
  "there is one way to the database": otherWaysToDatabase,
  "nothing is handed on": reExports,
  "files and folders are well named": badFileNames,
  "functions are named after their rooms": badFunctionNames,
  "audit events are called noun.past": badAuditTypes,
  "columns say whether they are days or moments": badColumnNames,
  "no file is too long": longFiles,
  "the median file is short": longMedian,
  "default exports stand only where demanded": needlessDefaults,
  "there are no classes but errors": needlessClasses,
  "there are no casts but at the brand": casts,
  "any is nowhere": anyTypes,
  '"use server" stands in the rooms of actions only': misplacedServerDirectives,
  "every export of the lower rooms says what it promises": undocumentedExports,
  "Vietnamese stands in the catalogues only": vietnameseLiterals,
  "nothing is built from strings": forbiddenCalls,
  "comments are not idle": idleComments,
  "journeys wait for the page a link leads to": hastyLooks,
};

describe("the house stands as its plan says", () => {
  test.each(CODE_FOLDERS.filter((folder) => namesIn(folder).length > 0))("files of %s are looked at", (folder) => {
    expect(tree.filter((file) => file.path.startsWith(`${folder}/`)).length).toBeGreaterThan(0);
  });

  test.each(namesIn("lib/features"))("files of the feature %s are looked at", (feature) => {
    expect(tree.filter((file) => file.path.startsWith(`lib/features/${feature}/`)).length).toBeGreaterThan(0);
  });

  test.each(Object.entries(gates))("%s", (_, gate) => expect(gate(tree)).toEqual([]));

  test.each(namesIn("lib/core/i18n/messages"))("every refusal has its sentence in %s", (locale) => {
    const keys = messageKeys(`lib/core/i18n/messages/${locale}`);
    expect(keys.size).toBeGreaterThan(0);
    expect(unknownReasons(tree, keys)).toEqual([]);
  });

  const decisions = readRepositoryFile("DECISIONS.md");
  test.skipIf(decisions === null)("every direct dependency has its reason in the decisions", () => {
    const packageJson = readRepositoryFile("package.json") ?? "";
    expect(packageJson).not.toBe("");
    expect(unexplainedDependencies(packageJson, decisions ?? "")).toEqual([]);
  });
});

function messageKeys(folder: string): Set<string> {
  const files = tree.filter((file) => file.path.startsWith(`${folder}/`) && file.path.endsWith(".json"));
  return new Set(files.flatMap((file) => flatKeys(JSON.parse(file.text), file.path.slice(folder.length + 1, -5))));
}

function flatKeys(messages: unknown, prefix: string): string[] {
  if (typeof messages !== "object" || messages === null) return [prefix];
  return Object.entries(messages).flatMap(([key, value]) => flatKeys(value, `${prefix}.${key}`));
}
