import { parseDay } from "@/lib/core/day";
import { idIn } from "@/lib/core/page";
import { getRegisterFile } from "@/lib/features/documents/queries/get-register-file";
import { answerDownload } from "./answer-download";

/** Answers the download of the register of a branch, or of the whole, as of the day that the address names. */
export function answerRegister(request: Request, format: "docx" | "xlsx"): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const branch = asked.get("branch");
  const branchId = branch ? idIn(branch) : null;
  const typed = parseDay(asked.get("on") ?? "");
  return answerDownload(async (actor) => {
    const on = typed.kind === "day" ? typed.day : actor.today;
    const order = { branchId, on, format, depth: "PLAIN" } as const;
    const { bytes, serial } = await getRegisterFile(actor, order, { serial: null, params: {} });
    return { bytes, name: `so-danh-sach-dang-vien_${on}_${serial}`, kind: format };
  });
}
