import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { templateColumns } from "@/components/imports/template-columns";
import { messages } from "@/lib/core/i18n/namespaces";
import { meaningsOf } from "@/lib/features/imports/rules/meanings";
import { NOTICES, REPAIRS } from "@/lib/features/imports/rules/read-cell";
import { IMPORT_FIELDS } from "@/lib/features/imports/schema/fields";
import { refusedFiles } from "../../support/rosters/refused";
import { entriesOf } from "./sheets";

const folder = "lib/features/imports";

function reasonsNamed(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const texts = files.map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/"imports\.errors\.(\w+)"/g)].flatMap((found) => found[1] ?? []));
}

describe.each(["vi", "en"] as const)("an import in %s", (locale) => {
  const { imports, refusals } = messages[locale];

  it("has words for every field, repair and notice", () => {
    expect(Object.keys(imports.fields)).toEqual(expect.arrayContaining(Object.keys(IMPORT_FIELDS)));
    expect(Object.keys(imports.repairs).toSorted()).toEqual(REPAIRS.toSorted());
    expect(Object.keys(imports.notices)).toEqual(expect.arrayContaining([...NOTICES]));
  });

  it("says why a file is refused, and why an act is", () => {
    const refused = refusedFiles.map((file) => file.refusal);
    expect(Object.keys(imports.refusals)).toEqual(expect.arrayContaining(refused));
    expect(Object.keys(imports.errors).toSorted()).toEqual([...new Set(reasonsNamed())].toSorted());
    const constraints = ["RosterImport_one_runs", "RosterImport_built_on", "RosterImport_undo_over"];
    expect(Object.keys(refusals.constraints)).toEqual(expect.arrayContaining(constraints));
  });
});

describe("the template", () => {
  const columns = templateColumns(["Chi bộ bản Nà An", "Chi bộ bản Chiềng Hin"]);

  it("has the twenty-nine columns of the national file, each known for what it is", () => {
    const names = Object.keys(messages.vi.imports.template.columns);
    const meanings = meaningsOf(
      columns.map(({ head }) => [head]),
      new Map(),
    );
    expect(columns).toHaveLength(29);
    expect(meanings).toEqual(names.map((name) => (["number", "externalId"].includes(name) ? null : name)));
  });

  it("holds an example that would be read without a repair, and is left out where it stays", () => {
    const heads = columns.map(({ head }) => head);
    const [entry] = entriesOf([heads, columns.map(({ sample }) => sample || null)]);
    expect(entry).toMatchObject({ repairs: [], isLeftOut: true });
  });
});
