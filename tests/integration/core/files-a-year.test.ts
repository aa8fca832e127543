import { beforeAll, describe, expect, it, vi } from "vitest";
import { day } from "@/lib/core/day";
import { wordFile } from "@/lib/core/files/word/write-word";
import { messages } from "@/lib/core/i18n/namespaces";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { acceptTemplate } from "@/lib/features/documents/commands/accept-template";
import { attachPhoto } from "@/lib/features/meetings/commands/keep-photos";
import { attachFile } from "@/lib/features/party-documents/commands/attach-file";
import { attachEvidence, removeEvidence } from "@/lib/features/tasks/commands/keep-evidence";
import { attachPaper } from "@/lib/features/working-regulations/commands/attach-paper";
import { plainPicture } from "../../support/pictures";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { check } from "../../support/templates";
import { firstBranch, written } from "../meetings/branch-meeting";
import { pdfFile, received } from "../party-documents/document";
import { given } from "../tasks/task";
import { adopted } from "../working-regulations/regulation";

vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

const MOST_A_YEAR = 200;
const FULL = { code: "RULE", reason: "refusals.constraints.Files_kept_a_year" };
const file = { name: "Biên bản.pdf", bytes: pdfFile };

let register: TestRegister;
let documentId: string;

beforeAll(async () => {
  register = await openRegister();
  documentId = await received(register.actors.office);
});

/* So many files with the paper, by that account, at that time. */
const keep = (count: number, by: { accountId: string | null }, at = "now()") =>
  ownerRows(
    `INSERT INTO "PartyDocumentFile" ("committeeId", id, "documentId", "fileName", format, size, bytes, "recordedById", "recordedBy", "recordedAt")
      SELECT $1, gen_random_uuid(), $2, 'a.pdf', 'PDF', 1, '\\x00', $3, 'Ai đó', ${at} FROM generate_series(1, $4)`,
    [register.committeeId, documentId, by.accountId, count],
  );

describe("the files that a person keeps in a year", () => {
  it("are two hundred at most over every place, also when they are sent at once", async () => {
    const { office, leader, secretary } = register.actors;
    const taskId = await given(leader, register.branchId);
    const meetingId = await written(register.system, firstBranch(register), day("2016-01-01"));
    const [bytes, templateId] = [await plainPicture(), await check(office)];
    const regulationId = await adopted(office, register.otherBranchId);
    const ways = [
      () => attachFile(office, { ...file, documentId, replacesId: null }),
      () => attachEvidence(office, { ...file, taskId }),
      () => attachPhoto(office, { meetingId, bytes }),
      () => attachPaper(office, { ...file, regulationId }),
      () => acceptTemplate(office, { id: templateId, startsOn: office.today }),
    ];
    const first = await attachEvidence(office, { taskId, name: "Ảnh.jpg", bytes });
    await keep(MOST_A_YEAR - 4, office);
    await keep(MOST_A_YEAR, secretary);
    await keep(9, office, `date_trunc('year', now(), 'Asia/Ho_Chi_Minh') - interval '1 second'`);

    const sent = await Promise.allSettled(ways.map((way) => way()));
    const refused = sent.filter((one) => one.status === "rejected").map(({ reason }) => reason);
    expect(refused).toMatchObject([FULL, FULL]);
    const late = ways.filter((_, place) => sent[place]?.status === "rejected");
    for (const way of late) await expect(way()).rejects.toMatchObject(FULL);
    await expect(attachFile(office, { ...file, documentId, replacesId: null })).rejects.toMatchObject(FULL);

    await removeEvidence(office, { id: first.id });
    await late[0]?.();
    await expect(late[1]?.()).rejects.toMatchObject(FULL);
    const other = { taskId, name: "Giấy.docx", bytes: wordFile(["Giấy"]) };
    await expect(attachEvidence(secretary, other)).rejects.toMatchObject(FULL);
  });

  it("are counted in every table that keeps files", async () => {
    const uncounted = await ownerRows<{ table: string }>(
      `SELECT c.table_name AS table FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name = 'bytes'
        AND NOT EXISTS (SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
          WHERE t.tgrelid = format('public.%I', c.table_name)::regclass AND p.proname = 'files_kept_a_year'
            AND strpos(p.prosrc, quote_ident(c.table_name)) > 0)`,
    );
    expect(uncounted).toEqual([{ table: "TemplateCheck" }]);
  });

  it("are told as the reason on the form of the file, in both languages", async () => {
    const { refused } = await getUploadWords("tasks", { refused: FULL.reason });
    expect(refused).toBe(messages.vi.refusals.constraints.Files_kept_a_year);
    for (const { refusals } of [messages.vi, messages.en]) {
      expect(refusals.constraints.Files_kept_a_year).toContain(String(MOST_A_YEAR));
    }
  });
});
