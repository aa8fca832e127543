import { useTranslations } from "next-intl";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** What the reader may do in a dossier now: the next step first, the rest folded away. */
export function DossierActs({ dossier }: { dossier: DossierView }) {
  const t = useTranslations("admissions.acts");
  const { id, can, kind, station } = dossier;
  const base = `/admissions/${id}`;
  const preparing = [
    { is: can.prepare, href: `${base}/papers`, label: t("receivePapers") },
    { is: can.prepare && kind === "ADMISSION", href: `${base}/conditions`, label: t("setConditions") },
    { is: can.prepare && kind === "ADMISSION", href: `${base}/candidate`, label: t("editCandidate") },
  ];
  const voting = { is: can.vote, href: `${base}/vote`, label: t("recordVote") };
  const deciding = [
    { is: can.record, href: `${base}/decision`, label: t("recordDecision") },
    { is: can.confirm || can.return, href: `${base}/confirm`, label: t(can.confirm ? "confirm" : "return") },
    { is: can.holdCeremony, href: `${base}/ceremony`, label: t("holdCeremony") },
  ];
  const inOrder = station === "PAPERS" ? [...preparing, voting] : [...deciding, voting, ...preparing];
  const [next, ...others] = [...inOrder, { is: can.close, href: `${base}/close`, label: t("close") }].filter(
    (act) => act.is,
  );
  if (!next) return null;
  return (
    <div className="screen-only grid gap-2">
      <Actions>
        <ButtonLink href={next.href} tone="primary">
          {next.label}
        </ButtonLink>
      </Actions>
      {others.length > 0 && (
        <Disclosure summary={t("more")}>
          <Actions>
            {others.map((act) => (
              <ButtonLink key={act.href} href={act.href}>
                {act.label}
              </ButtonLink>
            ))}
          </Actions>
        </Disclosure>
      )}
    </div>
  );
}
