import { setTimeout as sleep } from "node:timers/promises";
import { writeXlsx } from "hucre/xlsx";
import type { Installation } from "./installation";
import { type Ask, send } from "./load";
import { figure } from "./report";
import { formAsk, pageAsk, type Visitor } from "./visitor";

const PEOPLE = 5000;
const PAUSE_MS = 200;

/** A roster of many newcomers read, checked and written, and how long everybody else waited for a page meanwhile. */
export async function importFigures(
  installation: Installation,
  [importer, ...others]: readonly Visitor[],
  branch: string,
): Promise<string> {
  if (!importer) throw new Error("nobody brings the roster");
  const roster = await rosterAsk(importer, await workbook());
  const crowd = watch(others);

  const from = performance.now();
  const columns = await sent(importer, roster);
  const read = performance.now();
  const check = await sent(importer, await formAsk(importer, columns, { fallbackBranchId: branch }));
  const checked = performance.now();
  await sent(importer, await formAsk(importer, check, {}));
  await written(installation, check);
  const seconds = (until: number, since: number) => `${((until - since) / 1000).toFixed(1)} s`;
  const end = performance.now();
  const p95 = await crowd.end();
  return [
    figure(`import of ${PEOPLE} rows: reading`, seconds(read, from), "together"),
    figure("  checking", seconds(checked, read), "together"),
    figure("  writing", seconds(end, checked), "together"),
    figure("  all of it", seconds(end, from), "10 s"),
    figure("  the list of members meanwhile, p95", `${p95.toFixed(0)} ms`, "1000 ms"),
  ].join("\n");
}

/* Other people open the list of members, a few of them each second. */
function watch(others: readonly Visitor[]) {
  const times: number[] = [];
  const over = new AbortController();
  const visits = (async () => {
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      const visitor = others[turn % others.length];
      if (!visitor) throw new Error("nobody else is there");
      const { status, milliseconds } = await send(pageAsk(visitor, "/members"));
      if (status !== 200) throw new Error(`/members answered ${status} while a roster was written`);
      times.push(milliseconds);
      await sleep(PAUSE_MS);
    }
  })();
  const end = async () => {
    over.abort();
    await visits;
    return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
  };
  return { end };
}

/** Sends a form; answers where it leads. */
async function sent({ origin }: Visitor, ask: Ask): Promise<string> {
  const { status, headers } = await send(ask);
  if (status !== 303 || !headers.location) throw new Error(`${ask.url} answered ${status}`);
  return new URL(headers.location, origin).pathname;
}

async function written({ admin }: Installation, path: string): Promise<void> {
  for (;;) {
    const { rows } = await admin.query<{ state: string }>(`SELECT state FROM "RosterImport" WHERE id = $1`, [
      path.split("/").at(-1),
    ]);
    if (rows[0]?.state === "DONE") return;
    if (rows[0]?.state !== "RUNNING") throw new Error(`the import is ${rows[0]?.state}`);
    await sleep(50);
  }
}

/** The request that brings a workbook. */
export async function rosterAsk({ origin, cookies }: Visitor, bytes: Uint8Array): Promise<Ask> {
  const data = new FormData();
  data.set("file", new File([new Uint8Array(bytes)], "roster.xlsx"));
  const encoded = new Response(data);
  const type = encoded.headers.get("content-type") ?? "";
  const body = Buffer.from(await encoded.arrayBuffer());
  return { url: `${origin}/api/uploads/imports`, headers: { cookie: cookies, origin, "content-type": type }, body };
}

/* Heads and words are understood without their marks too. */
const HEAD = ["Ho va ten", "Gioi tinh", "Sinh ngay", "Dan toc", "So CCCD", "Ngay vao Dang", "Ngay chinh thuc"];
const SYLLABLES = ["An", "Chi", "Dung", "Giang", "Hoa", "Khoa", "Lam", "Minh", "Nga", "Phong", "Quy", "Thu", "Xuan"];

/** Nobody of the sample bears this family name. */
function workbook(): Promise<Uint8Array> {
  const rows = Array.from({ length: PEOPLE }, (_, index) => [
    `Chau ${SYLLABLES[index % 13]} ${SYLLABLES[Math.floor(index / 13) % 13]}`,
    index % 3 === 0 ? "Nu" : "Nam",
    `${two((index % 28) + 1)}/${two((index % 12) + 1)}/${1950 + (index % 41)}`,
    "Kinh",
    `014${String(index).padStart(9, "0")}`,
    "03/02/2012",
    "03/02/2013",
  ]);
  return writeXlsx({ sheets: [{ name: "DS", rows: [HEAD, ...rows] }] });
}

const two = (number: number) => String(number).padStart(2, "0");
