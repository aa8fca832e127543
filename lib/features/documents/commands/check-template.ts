import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { runCommand } from "@/lib/core/command";
import { authorize, DomainError } from "@/lib/core/errors";
import { readTemplate } from "@/lib/core/files/read-template";
import { cleanText } from "@/lib/core/text/clean";
import { canKeepTemplates } from "@/lib/features/documents/policy";
import { getKnownTags } from "@/lib/features/documents/queries/known-tags";
import { reportObstacle, templateReport } from "@/lib/features/documents/rules/template-report";
import type { CheckTemplateInput } from "@/lib/features/documents/schema";

/**
 * Takes a template in and keeps what was found in it for its sender, and the file itself only where no fault was; documents are not
 * made by it before it is accepted. Replaces what the same person sent in of that kind before. Refuses who may not keep
 * templates (FORBIDDEN), and what is no Word document, or runs, fetches or hides something (RULE).
 */
export async function checkTemplate(actor: Actor, { kind, name, bytes }: CheckTemplateInput): Promise<{ id: string }> {
  authorize(canKeepTemplates(actor));
  const reading = await readTemplate(bytes);
  if ("refused" in reading) throw new DomainError("RULE", `documents.refusals.${reading.refused}`);
  const { faults, ...findings } = templateReport(reading, getKnownTags(kind));
  const isFaultless = reportObstacle({ ...findings, faults }) === null;
  const packed = new Uint8Array(Buffer.from(reading.packed, "base64"));
  const input = { kind, hash: createHash("sha256").update(bytes).digest("hex") };

  return runCommand(actor, { command: "checkTemplate", input }, async ({ tx, actor, audit }) => {
    authorize(canKeepTemplates(actor));
    const { committeeId } = actor;
    const mine = { committeeId, accountId: actor.accountId ?? "", kind };
    await tx.templateCheck.deleteMany({ where: mine });
    const id = randomUUID();
    const fileName = cleanText(name).text.slice(0, 200) || "?";
    const report = {
      found: [...findings.found],
      unknown: [...findings.unknown],
      misplaced: [...findings.misplaced],
      faults: faults.map((fault) => ({ ...fault })),
    };
    await tx.templateCheck.create({
      data: { ...mine, id, fileName, report, bytes: isFaultless ? packed : null },
      select: { id: true },
    });
    const counts = {
      found: report.found.length,
      unknown: report.unknown.length + report.misplaced.length,
      faults: faults.length,
    };
    audit({
      type: "documentTemplate.checked",
      subject: { kind: "documentTemplate", id, name: fileName },
      params: { documentKind: kind, ...counts },
      changes: [{ record: "TemplateCheck", recordId: id, before: null, after: { fileName, ...counts } }],
    });
    return { id };
  });
}
