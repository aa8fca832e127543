import { posix } from "node:path";
import { parseAst } from "vitest/node";
import type { SourceFile } from "./source-tree";

/** A node of the syntax tree; everything but these three is read through `children` and the guards below. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

/** One import, or re-export, of another module. `isTypeOnly` where nothing of it is left at run time. */
export type Import = { readonly from: string; readonly isTypeOnly: boolean; readonly isReExport: boolean };

/** A name that a file exports, with the kind of declaration and whether a JSDoc stands before it. */
export type Export = { readonly name: string; readonly kind: string; readonly hasDoc: boolean };

const parsed = new WeakMap<SourceFile, Node>();
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;
const DOC_BEFORE = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*$/u;

/** Whether the file is one the parser reads. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|js)$/u.test(path);
}

/** Every node of the file, outermost first. */
export function nodesOf(file: SourceFile): Node[] {
  return descendants(programOf(file));
}

/** What the file imports and re-exports, with aliases and relative paths as paths from the root. */
export function importsOf(file: SourceFile): Import[] {
  return nodesOf(file).flatMap((node) => {
    const source = isNode(node.source) ? node.source.value : undefined;
    if (typeof source !== "string") return [];
    const isReExport = node.type.startsWith("Export");
    return [{ from: resolved(file.path, source), isTypeOnly: isTypeOnly(node), isReExport }];
  });
}

/** What the file exports by name; a name declared more than once (overloads) counts as documented if one of them is. */
export function exportsOf(file: SourceFile): Export[] {
  const found = childrenOf(programOf(file)).flatMap((node) => {
    if (node.type !== "ExportNamedDeclaration" || !isNode(node.declaration)) return [];
    const { declaration } = node;
    const hasDoc = DOC_BEFORE.test(file.text.slice(0, node.start));
    return declaredNames(declaration).map((name) => ({ name, kind: kindOf(declaration), hasDoc }));
  });
  return found.map((one) => ({ ...one, hasDoc: found.some((other) => other.name === one.name && other.hasDoc) }));
}

/** The literals, templates and texts of the file as they stand there. */
export function literalsOf(file: SourceFile): string[] {
  return literalNodes(file).map((node) => file.text.slice(node.start, node.end));
}

/** The comments of the file, and no look-alikes inside its literals. */
export function commentsOf(file: SourceFile): string[] {
  const masked = file.text.split("");
  for (const node of literalNodes(file)) masked.fill("_", node.start, node.end);
  return [...masked.join("").matchAll(COMMENT)].map((found) => found[0]);
}

/** The text without its comments. */
export function withoutComments(file: SourceFile): string {
  return commentsOf(file).reduce((text, comment) => text.replace(comment, ""), file.text);
}

/** Whether the value is a node of the tree. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function programOf(file: SourceFile): Node {
  const known = parsed.get(file);
  if (known) return known;
  const lang = file.path.endsWith(".ts") ? "ts" : "tsx";
  const program: unknown = parseAst(file.text, { lang, astType: "ts" });
  if (!isNode(program)) throw new TypeError(`Not parsed: ${file.path}`);
  parsed.set(file, program);
  return program;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function descendants(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(descendants)];
}

function literalNodes(file: SourceFile): Node[] {
  return nodesOf(file).filter((node) => ["Literal", "TemplateElement", "JSXText"].includes(node.type));
}

function isTypeOnly(node: Node): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type");
}

function resolved(path: string, source: string): string {
  if (source.startsWith("@/")) return source.slice(2);
  return source.startsWith(".") ? posix.join(posix.dirname(path), source) : source;
}

function declaredNames(declaration: Node): string[] {
  const declared = Array.isArray(declaration.declarations) ? declaration.declarations.filter(isNode) : [declaration];
  return declared.flatMap((one) => (isNode(one.id) && typeof one.id.name === "string" ? [one.id.name] : []));
}

function kindOf(declaration: Node): string {
  if (declaration.type === "TSDeclareFunction" || declaration.type === "FunctionDeclaration") return "function";
  if (declaration.type === "ClassDeclaration") return "class";
  if (declaration.type !== "VariableDeclaration") return "type";
  const inits = childrenOf(declaration).map((one) => one.init);
  return inits.some((init) => isNode(init) && /Function/u.test(init.type)) ? "function" : "value";
}
