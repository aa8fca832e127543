import type { Fault, SourceFile } from "../source-tree";
import { isNode, type Node, nodesOf } from "../syntax";

const JOURNEY = /^tests\/e2e\/[^/]+\.ts$/u;
const LINK_CLICKED = /^await [^;]*getByRole\("link"[^;]*\.click\(\);$/u;
const LOOKS_AT_PAGE = /^[^;]*(expect(Good|Readable)Screen\(|\.url\(\))/u;

/** A journey that clicks a link looks at the page only once it stands there: before, it would look at the page it came from. */
export function hastyLooks(files: readonly SourceFile[]): Fault[] {
  return files
    .filter((file) => JOURNEY.test(file.path))
    .flatMap((file) =>
      nodesOf(file)
        .map((node) => (Array.isArray(node.body) ? node.body.filter(isNode) : []))
        .flatMap((statements) => statements.filter((_, place) => isHasty(file, statements.slice(place))))
        .map((click) => ({ path: file.path, what: `${textOf(file, click)} is not waited for` })),
    );
}

/* What only names something waits for nothing, so the first other statement after the click counts too. */
function isHasty(file: SourceFile, [click, ...after]: readonly Node[]): boolean {
  if (click?.type !== "ExpressionStatement" || !LINK_CLICKED.test(textOf(file, click))) return false;
  const waited = after.findIndex((statement) => statement.type !== "VariableDeclaration");
  const looked = waited === -1 ? after : after.slice(0, waited + 1);
  return looked.some((statement) => LOOKS_AT_PAGE.test(textOf(file, statement)));
}

function textOf(file: SourceFile, node: Node): string {
  return file.text.slice(node.start, node.end);
}
