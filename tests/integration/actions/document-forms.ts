import { acceptTemplate, restoreBuiltIn } from "@/lib/features/documents/commands/accept-template";
import { getTemplate } from "@/lib/features/documents/queries/templates";
import { check } from "../../support/templates";
import type { FormCase, FormWorld } from "./form-case";

/** The committee's own template is in force, so that there is something to go back from. */
async function ownTemplate({ actors: { office } }: FormWorld): Promise<void> {
  const { can } = await getTemplate(office, "MEMBER_FORM");
  if (can.restore) await restoreBuiltIn(office, { kind: "MEMBER_FORM", startsOn: office.today });
  await acceptTemplate(office, { id: await check(office), startsOn: office.today });
}

/** The forms of templates. What a route takes in is tested with documents/templates.test.ts. */
export const documentForms: Readonly<Record<string, FormCase>> = {
  acceptTemplateAction: {
    by: "office",
    fillIn: async ({ actors }) => ({ id: await check(actors.office), startsOn: "01/01/2028" }),
    otherwise: { startsOn: "02/01/2028" },
  },
  restoreBuiltInAction: {
    by: "office",
    fillIn: async (world) => {
      await ownTemplate(world);
      return { kind: "MEMBER_FORM", startsOn: "01/01/2028" };
    },
    otherwise: { startsOn: "02/01/2028" },
  },
  orderMemberFormAction: {
    by: "office",
    fillIn: ({ members }) => ({ memberId: members.woman, purpose: "Lập hồ sơ chuyển đi" }),
    otherwise: { purpose: "Lập hồ sơ khác" },
  },
  orderRegisterAction: {
    by: "office",
    fillIn: ({ branchId }) => ({ branchId, on: "30/06/2026", format: "docx", purpose: "Đối chiếu với cấp trên" }),
    optional: ["branchId"],
    otherwise: { purpose: "Đối chiếu lần khác" },
  },
};
