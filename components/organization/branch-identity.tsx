import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhoneLinks } from "@/components/organization/phone-links";
import { ButtonLink } from "@/components/ui/button";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchView } from "@/lib/features/organization/queries/branch";

/** Its fixed meeting day in one line, and the place told there. */
export type Meets = { fact: ReactNode; place: string };

/** Which branch this is, who leads it and who is in charge of it on the day. */
export function BranchIdentity({ branch, meets }: { branch: BranchView; meets: Meets | null }) {
  const t = useTranslations("organization");
  const format = useFormat();
  const secretary = branch.officers.find((officer) => officer.kind === "SECRETARY");
  const [inCharge] = branch.inCharge;
  const { contact } = branch;
  const phone = branch.secretaryPhone ?? contact?.phone;
  const facts = [
    secretary ? t("page.secretaryIs", { name: secretary.name }) : t("page.noSecretary"),
    ...branch.officers
      .filter((officer) => officer.kind === "DEPUTY")
      .map((officer) => `${t("offices.DEPUTY")} ${officer.name}`),
    inCharge ? t("page.inChargeIs", { name: inCharge.name }) : t("page.noInCharge"),
    branch.villages.length > 0 && t("page.villagesAre", { names: branch.villages.map((one) => one.name).join(", ") }),
    meets?.fact,
    contact?.meetingPlace &&
      contact.meetingPlace !== meets?.place &&
      `${t("page.meetingPlace")}: ${contact.meetingPlace}`,
    phone && <PhoneLinks phone={phone} name={secretary?.name} />,
    t("page.asOf", { day: format.day(branch.on) }),
  ].filter((fact) => fact !== false && fact !== null && fact !== undefined && fact !== "");
  return (
    <IdentityBar
      name={branch.name}
      tags={
        <>
          <Tag tone="neutral">{t(`kinds.${branch.kind}`)}</Tag>
          {!branch.isInForce && <Tag tone="warn">{t("page.closed")}</Tag>}
        </>
      }
      facts={facts}
      actions={
        <div className="screen-only actions">
          {branch.can.readMeetings && (
            <ButtonLink href={`/meetings?branch=${branch.id}`}>{t("page.meetings")}</ButtonLink>
          )}
          {branch.can.readMeetings && (
            <ButtonLink href={`/branches/${branch.id}/meeting-day`}>{t("page.meetingDay")}</ButtonLink>
          )}
          {branch.can.readRegulations && (
            <ButtonLink href={`/branches/${branch.id}/working-regulations`}>{t("page.regulations")}</ButtonLink>
          )}
          {branch.can.readVisits && <ButtonLink href={`/visits?branch=${branch.id}`}>{t("page.visits")}</ButtonLink>}
          {branch.can.readVisits && (
            <ButtonLink href={`/difficulties?branch=${branch.id}`}>{t("page.difficulties")}</ButtonLink>
          )}
          {branch.can.readInspectionPlans && (
            <ButtonLink href="/inspections/programmes">{t("page.inspectionPlans")}</ButtonLink>
          )}
          {branch.can.readTasks && <ButtonLink href={`/tasks?branch=${branch.id}`}>{t("page.tasks")}</ButtonLink>}
          {branch.can.editContact && (
            <ButtonLink href={`/branches/${branch.id}/contact`}>{t("page.editContact")}</ButtonLink>
          )}
        </div>
      }
    />
  );
}
