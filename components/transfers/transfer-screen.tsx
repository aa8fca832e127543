import Link from "next/link";
import { useTranslations } from "next-intl";
import { RuleUse } from "@/components/rule-sets/rule-use";
import { BackLink } from "@/components/shared/back-link";
import { TransferStateTag } from "@/components/transfers/transfer-table";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import { maskedCard } from "@/lib/core/text/masked-card";
import type { TransferView } from "@/lib/features/transfers/queries/get-transfer";

const doneWords = ["proposed", "accepted", "rejected", "cancelled", "letter", "received", "ended"] as const;

/** The page of a transfer: who goes where, who proposed and who decided, what goes along, and what is to be done. */
export function TransferScreen({ transfer, done }: { transfer: TransferView; done: string }) {
  const t = useTranslations("transfers");
  const { name, direction, kind, state, memberId, isOwn, isOwnProposal, can, rule } = transfer;
  const doneWord = doneWords.find((word) => word === done);
  return (
    <div className="grid gap-4">
      <BackLink href={state === "PENDING" ? "/transfers" : "/transfers?tab=done"}>{t("page.back")}</BackLink>
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <IdentityBar
        name={name}
        tags={
          <>
            <Tag tone="neutral">{`${t(`directions.${direction}`)}, ${t(`kinds.${kind}`).toLowerCase()}`}</Tag>
            <TransferStateTag state={state} />
          </>
        }
        facts={
          memberId
            ? [
                <Link key="member" href={`/members/${memberId}`} prefetch={false}>
                  {t("page.member")}
                </Link>,
              ]
            : []
        }
        actions={<TransferActs transfer={transfer} />}
      />
      {isOwn && <Notice tone="info">{t("page.own")}</Notice>}
      {state === "PENDING" && isOwnProposal && !can.decide && <Notice tone="info">{t("page.ownProposal")}</Notice>}
      {kind === "TEMPORARY" && <Notice tone="info">{t("page.temporary")}</Notice>}
      <div className="gap-4 lg:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
        <Card title={t("page.facts")}>
          <Plan transfer={transfer} />
          <RuleUse rule={rule} />
        </Card>
        <Newcomer transfer={transfer} />
        <Hands transfer={transfer} />
        <Papers transfer={transfer} />
      </div>
    </div>
  );
}

function TransferActs({ transfer: { id, can } }: { transfer: TransferView }) {
  const t = useTranslations("transfers.acts");
  const base = `/transfers/${id}`;
  const acts = [
    { is: can.decide, href: `${base}/accept`, label: t("accept") },
    { is: can.receive, href: `${base}/receive`, label: t("receive") },
    { is: can.printLetter, href: `${base}/letter`, label: t("printLetter") },
    { is: can.issueLetter, href: `${base}/letter-number`, label: t("letter") },
    { is: can.endTemporary, href: `${base}/end`, label: t("endTemporary") },
    { is: can.cancel, href: `${base}/cancel`, label: t("cancel") },
  ].filter((act) => act.is);
  if (acts.length === 0) return null;
  return (
    <Actions>
      {acts.map((act, place) => (
        <ButtonLink key={act.href} href={act.href} tone={place === 0 ? "primary" : "secondary"}>
          {act.label}
        </ButtonLink>
      ))}
    </Actions>
  );
}

function Plan({ transfer }: { transfer: TransferView }) {
  const t = useTranslations("transfers");
  const format = useFormat();
  const { from, to, effectiveOn, lastDay, cause, causedOn, decisionNumber, letter, due, letterDue } = transfer;
  const dueText =
    due && causedOn && t("page.dueText", { day: format.day(due.on), days: due.days, from: format.day(causedOn) });
  const facts: Fact[] = [
    { term: t("columns.from"), value: from },
    { term: t("columns.to"), value: to },
    { term: t("fields.effectiveOn"), value: format.day(effectiveOn) },
    ...(lastDay ? [{ term: t("fields.lastDay"), value: format.day(lastDay) }] : []),
    { term: t("fields.cause"), value: t(`causes.${cause}`) },
    ...(dueText ? [{ term: t("page.due"), value: dueText }] : []),
    { term: t("fields.decisionNumber"), value: decisionNumber },
    { term: t("fields.letterNumber"), value: letter && `${letter.number}, ${format.day(letter.on)}` },
    ...(letterDue ? [{ term: t("page.letterDue"), value: t("notes.due", { day: format.day(letterDue) }) }] : []),
  ];
  return <DescriptionList facts={facts} />;
}

function Hands({ transfer: { proposed, decided, state, closeReason, receivedOn } }: { transfer: TransferView }) {
  const t = useTranslations("transfers");
  const format = useFormat();
  return (
    <Card title={t("page.hands")}>
      <ul className="grid gap-1">
        <li>{t("page.proposed", { name: proposed.by, day: format.day(proposed.on) })}</li>
        {decided && <li>{t("page.decided", { name: decided.by, day: format.day(decided.on), state })}</li>}
        {closeReason && (
          <li>
            {t("fields.closeReason")}: {closeReason}
          </li>
        )}
        {receivedOn && <li>{t("notes.received", { day: format.day(receivedOn) })}</li>}
      </ul>
    </Card>
  );
}

function Papers({ transfer: { papers } }: { transfer: TransferView }) {
  const t = useTranslations("transfers.page");
  const words = useTranslations("admissions.papers");
  return (
    <Card title={t("papers")}>
      <ul className="list-disc pl-5">
        {papers.map((code) => (
          <li key={code}>{words(code)}</li>
        ))}
      </ul>
    </Card>
  );
}

function Newcomer({ transfer: { newcomer, memberId } }: { transfer: TransferView }) {
  const t = useTranslations("transfers");
  const words = useTranslations("members");
  const format = useFormat();
  if (!newcomer || memberId) return null;
  const day = (on: typeof newcomer.officialOn) => on && format.day(on);
  return (
    <Card title={t("page.newcomer")}>
      <DescriptionList
        facts={[
          { term: t("fields.birthOn"), value: format.partialDay(newcomer.birthOn) },
          { term: t("fields.sex"), value: words(`sex.${newcomer.sex}`) },
          { term: t("fields.ethnicity"), value: newcomer.ethnicity },
          { term: t("fields.education"), value: words(`education.${newcomer.education}`) },
          { term: t("fields.admittedOn"), value: format.day(newcomer.admittedOn) },
          { term: t("fields.ceremonyOn"), value: day(newcomer.ceremonyOn) },
          { term: t("fields.officialOn"), value: day(newcomer.officialOn) },
          { term: t("fields.cardNumber"), value: maskedCard(newcomer.cardNumber) },
        ]}
      />
    </Card>
  );
}
