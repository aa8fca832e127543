import type { TemplateColumn } from "@/lib/core/files/template-file";
import { messages } from "@/lib/core/i18n/namespaces";

/** The heads of the national file are Vietnamese in every language of the screen. */
const { columns, choices, sample } = messages.vi.imports.template;

const samples = new Map<string, string>(Object.entries(sample));
const lists = new Map<string, readonly string[]>(
  Object.entries(choices).map(([name, list]) => [name, list.split(",")]),
);

/** The columns of the national file, with an example to delete and lists to choose from. */
export function templateColumns(branches: readonly string[]): TemplateColumn[] {
  return Object.entries(columns).map(([name, head]) => ({
    head,
    sample: samples.get(name) ?? (name === "branch" ? (branches[0] ?? "") : ""),
    choices: name === "branch" ? branches : (lists.get(name) ?? []),
  }));
}
