import { DOCUMENTED, LINES, placeOf } from "../house";
import type { Fault, SourceFile } from "../source-tree";
import { exportsOf, isCode, isNode, type Node, nodesOf } from "../syntax";

const NEXT_DEFAULTS =
  /^app\/(.*\/)?(page(\.bench)?|layout|template|default|error|global-error|not-found|forbidden|unauthorized|loading|opengraph-image|icon|manifest|robots|sitemap)\.tsx?$/u;
const CONFIGURATION =
  /^([a-z-]+\.config\.(ts|mjs|js)|proxy\.ts|lib\/core\/i18n\/request\.ts|tests\/support\/[a-z-]+\.ts|scripts\/testing\/[a-z]+-reporter\.ts)$/u;
const PRODUCT = /^(app|components|lib)\//u;

/** No file is longer than the cap; migrations are one step each and message catalogues are lists. */
export function longFiles(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => isCode(file.path) || file.path.endsWith(".css"))
    .filter((file) => lineCount(file) > LINES.cap)
    .map((file) => ({ path: file.path, what: `${lineCount(file)} lines, more than ${LINES.cap}` }));
}

/** Half of the product's files are short. */
export function longMedian(files: readonly SourceFile[]): Fault[] {
  const counts = files.filter((file) => PRODUCT.test(file.path) && isCode(file.path)).map(lineCount);
  const median = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
  return median < LINES.median ? [] : [{ path: ".", what: `the median file has ${median} lines` }];
}

/** Default exports stand only where Next, a tool's configuration or a runner that loads its reporter demands them. */
export function needlessDefaults(files: readonly SourceFile[]): Fault[] {
  return eachNode(files, (node, file) => {
    const isDemanded = NEXT_DEFAULTS.test(file.path) || CONFIGURATION.test(file.path) || file.path.endsWith(".d.ts");
    return node.type === "ExportDefaultDeclaration" && !isDemanded ? "a default export" : null;
  });
}

/** The product has no classes but errors. */
export function needlessClasses(files: readonly SourceFile[]): Fault[] {
  return eachNode(files, (node, file) => {
    if (!PRODUCT.test(file.path) || !/^Class(Declaration|Expression)$/u.test(node.type)) return null;
    const parent = isNode(node.superClass) ? String(node.superClass.name) : "";
    return parent.endsWith("Error") ? null : "a class that is no error";
  });
}

/** A cast stands only at the brand: `as const` is none, a branded type is made where it is declared, and `globalThis` has no type of ours. */
export function casts(files: readonly SourceFile[]): Fault[] {
  return eachNode(files, (node, file) => {
    if (!PRODUCT.test(file.path) || !/^TS(AsExpression|TypeAssertion|NonNullExpression)$/u.test(node.type)) return null;
    const target = isNode(node.typeAnnotation)
      ? file.text.slice(node.typeAnnotation.start, node.typeAnnotation.end)
      : "!";
    if (target === "const" || target.startsWith("typeof globalThis &")) return null;
    const isBrand = /^\w+$/u.test(target) && new RegExp(`type ${target}\\b[^;]*__brand`, "u").test(file.text);
    return isBrand ? null : `a cast to ${target}`;
  });
}

/** `any` is nowhere. */
export function anyTypes(files: readonly SourceFile[]): Fault[] {
  return eachNode(files, (node) => (node.type === "TSAnyKeyword" ? "any" : null));
}

/* What only the bench builds has no feature that its action could stand in. */
const ONLY_MEASURED = /\.bench\.tsx$/;

/** `"use server"` heads every room of actions and stands nowhere else. */
export function misplacedServerDirectives(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => isCode(file.path) && PRODUCT.test(file.path) && !ONLY_MEASURED.test(file.path))
    .flatMap((file) => {
      const isActions = placeOf(file.path)?.room === "actions";
      const hasDirective = nodesOf(file).some((node) => node.directive === "use server");
      if (isActions === hasDirective) return [];
      return [
        { path: file.path, what: isActions ? 'lacks "use server"' : '"use server" outside the rooms of actions' },
      ];
    });
}

/** Every export of core, policy, rules, queries and commands has a JSDoc. */
export function undocumentedExports(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => DOCUMENTED.test(file.path) && isCode(file.path) && !file.path.endsWith(".d.ts"))
    .flatMap((file) =>
      exportsOf(file)
        .filter((one) => !one.hasDoc)
        .map((one) => ({ path: file.path, what: `${one.name} promises nothing` })),
    );
}

function lineCount(file: SourceFile): number {
  return file.text.split("\n").length - 1;
}

function eachNode(files: readonly SourceFile[], judge: (node: Node, file: SourceFile) => string | null): Fault[] {
  return files
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      nodesOf(file).flatMap((node) => {
        const what = judge(node, file);
        return what === null ? [] : [{ path: file.path, what }];
      }),
    );
}
