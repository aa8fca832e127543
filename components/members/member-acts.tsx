import Link from "next/link";
import { useTranslations } from "next-intl";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { addressOf } from "@/lib/core/address";
import type { MemberView } from "@/lib/features/members/queries/get-member";

/** What the reader may begin about this member: dossiers of the branch and of the office, transfers, the archive. */
export type MemberRights = {
  readonly inBranch: boolean;
  readonly inRegister: boolean;
  readonly transfer: boolean;
  readonly archive: boolean;
};

const kinds = ["EXEMPTION", "RESIGNATION", "REMOVAL"] as const;

/** What may be done about a membership itself, folded away; and the dossiers that are under way. */
export function MemberActs({ member, rights }: { member: MemberView; rights: MemberRights }) {
  const t = useTranslations("members");
  const { id, standing, can } = member;
  const departureHref = (kind: string) => addressOf("/admissions/departure", { member: id, kind });
  const isMember = standing.kind === "MEMBER";
  const acts = [
    ...kinds.map((kind) => ({
      is: isMember && rights.inBranch,
      href: departureHref(kind),
      label: t(`dossiers.${kind}`),
    })),
    { is: isMember && rights.inRegister, href: departureHref("EXPULSION"), label: t("dossiers.EXPULSION") },
  ].map((act) => ({ ...act, label: t("page.openDossier", { kind: act.label }) }));
  const others = [
    { is: isMember && can.move, href: addressOf("/admissions/death", { member: id }), label: t("page.death") },
    { is: isMember && can.move, href: `/members/${id}/status`, label: t("page.suspend") },
    {
      is: standing.kind === "LEFT" && rights.inRegister && hasLeftTheParty(standing.reason),
      href: addressOf("/admissions/readmission", { member: id }),
      label: t("page.readmission"),
    },
    { is: rights.archive, href: `/members/${id}/archive`, label: t("page.toArchive") },
  ];
  const open = [...acts, ...others].filter((act) => act.is);
  const underWay = member.dossiers.filter((one) => one.state !== "DONE" && one.state !== "CLOSED");
  return (
    <>
      {underWay.map((one) => (
        <Notice key={one.id} tone="info">
          <Link href={`/admissions/${one.id}`} prefetch={false}>
            {t("page.dossierOpen", { kind: t(`dossiers.${one.kind}`) })}
          </Link>
        </Notice>
      ))}
      {member.transfers.map((one) => (
        <Notice key={one.id} tone="info">
          <Link href={`/transfers/${one.id}`} prefetch={false}>
            {t("page.transferPending")}
          </Link>
        </Notice>
      ))}
      {open.length > 0 && (
        <div className="screen-only">
          <Disclosure summary={t("page.more")}>
            <Actions>
              {open.map((act) => (
                <ButtonLink key={act.href} href={act.href}>
                  {act.label}
                </ButtonLink>
              ))}
            </Actions>
          </Disclosure>
        </div>
      )}
    </>
  );
}

function hasLeftTheParty(reason: string | null): boolean {
  return reason === "RESIGNED" || reason === "REMOVED" || reason === "EXPELLED";
}
