import Link from "next/link";
import { useTranslations } from "next-intl";
import { CandidateCards } from "@/components/admissions/candidate-cards";
import { DecisionCards } from "@/components/admissions/decision-cards";
import { DossierActs } from "@/components/admissions/dossier-acts";
import { StateTag } from "@/components/admissions/dossier-table";
import { dossierTabs } from "@/components/admissions/dossier-words";
import { StepList } from "@/components/admissions/step-list";
import { BackLink } from "@/components/shared/back-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import { Tag } from "@/components/ui/tag";
import { Tracker } from "@/components/ui/tracker";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

const doneWords = [
  "opened",
  "edited",
  "conditions",
  "papers",
  "voted",
  "recorded",
  "confirmed",
  "returned",
  "held",
  "closed",
  "died",
] as const;

/** The page of a dossier: whose it is, how far it has come and whose turn it is, what it holds, and what was done. */
export function DossierScreen({ dossier, done }: { dossier: DossierView; done: string }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const { name, kind, state, branch, openedOn, turn, stations, station, memberId, branchVote } = dossier;
  const tab = kind === "ADMISSION" ? "admission" : kind === "RECOGNITION" ? "recognition" : "leaving";
  const listHref = dossierTabs.find((one) => one.name === tab)?.href ?? "/admissions";
  const doneWord = doneWords.find((word) => word === done);
  return (
    <div className="grid gap-4">
      <BackLink href={listHref}>{t("page.back")}</BackLink>
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <IdentityBar
        name={name}
        tags={
          <>
            <Tag tone="neutral">{t(`kinds.${kind}`)}</Tag>
            <StateTag state={state} voteCarried={branchVote?.isPassed ?? null} />
          </>
        }
        facts={[
          branch.name,
          t("page.openedOn", { day: format.day(openedOn) }),
          turn && t("page.turn", { turn: t(`turns.${turn}`) }),
          memberId && (
            <Link href={`/members/${memberId}`} prefetch={false}>
              {t("page.member")}
            </Link>
          ),
        ].filter((fact) => fact !== null)}
        actions={<DossierActs dossier={dossier} />}
      />
      {dossier.isOwn && <Notice tone="info">{t("page.own")}</Notice>}
      {stations.length > 0 && (
        <Card>
          <Tracker
            label={t("stations.label")}
            stations={stations.map((id) => ({ id, label: t(`stations.${id}`) }))}
            current={station}
            isStopped={state === "CLOSED"}
          />
        </Card>
      )}
      <div className="gap-4 lg:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
        <Reason dossier={dossier} />
        <Papers dossier={dossier} />
        <DecisionCards dossier={dossier} />
        <CandidateCards dossier={dossier} />
      </div>
      <StepList steps={dossier.steps} />
    </div>
  );
}

function Reason({ dossier: { kind, ground, reason, helper } }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  if (ground === null && reason === null && helper === null) return null;
  const facts = [
    ground && { term: t("fields.ground"), value: t(`grounds.${ground}`) },
    reason && { term: t("fields.reason"), value: reason },
    helper && { term: t("fields.helper"), value: helper },
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <Card title={t(`kinds.${kind}`)}>
      <DescriptionList facts={facts} />
    </Card>
  );
}

function Papers({ dossier: { papers } }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  if (papers.length === 0) return null;
  return (
    <Card title={t("page.papers")}>
      <DescriptionList
        facts={papers.map(({ code, receivedOn }) => ({
          term: t(`papers.${code}`),
          value: receivedOn ? (
            t("page.received", { day: format.day(receivedOn) })
          ) : (
            <Tag tone="draft">{t("page.missing")}</Tag>
          ),
        }))}
      />
      <p className="mt-2 text-ink-2 text-small">{t("page.papersNote")}</p>
    </Card>
  );
}
