import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DirectionTag } from "@/components/party-documents/document-words";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DocumentView } from "@/lib/features/party-documents/queries/get-document";

/** One paper of the register: what it is, from whom, for whom, until when it is to be passed on. */
export function DocumentScreen({ document, children }: { document: DocumentView; children?: ReactNode }) {
  const t = useTranslations("partyDocuments");
  const format = useFormat();
  const { id, annulled, can } = document;
  return (
    <>
      <PageHeader
        title={t("heading", { kind: t(`kinds.${document.kind}`), sign: document.name })}
        lead={document.subjectLine}
        back={{ href: "/party-documents", label: t("back") }}
        actions={
          <>
            {can.keep && (
              <>
                <ButtonLink href={`/party-documents/${id}/edit`}>{t("edit")}</ButtonLink>
                <ButtonLink href={`/party-documents/${id}/annul`}>{t("annul.open")}</ButtonLink>
              </>
            )}
            <PrintButton />
          </>
        }
      />
      {annulled && (
        <Notice tone="warn" title={t("annul.told", { day: format.day(annulled.on), by: annulled.by })}>
          {t("annul.toldWhy", { reason: annulled.reason })}
        </Notice>
      )}
      <Card title={t("facts")}>
        <DocumentFacts document={document} />
      </Card>
      {children}
    </>
  );
}

function DocumentFacts({ document }: { document: DocumentView }) {
  const t = useTranslations("partyDocuments");
  const format = useFormat();
  const { issuedOn, issuer, receivedOn, deadlineOn, enclosures, recordedBy, annulled } = document;
  return (
    <DescriptionList
      facts={[
        {
          term: t("columns.direction"),
          value: annulled ? <DirectionTag {...document} isAnnulled /> : t(`directions.${document.direction}`),
        },
        { term: t("columns.sign"), value: document.name },
        { term: t("columns.issuedOn"), value: format.day(issuedOn) },
        { term: t("columns.issuer"), value: issuer },
        ...(receivedOn ? [{ term: t("form.receivedOn"), value: format.day(receivedOn) }] : []),
        { term: t("columns.audience"), value: <Addressees document={document} /> },
        { term: t("form.deadline"), value: deadlineOn && format.day(deadlineOn) },
        { term: t("form.enclosures"), value: enclosures && <span className="whitespace-pre-line">{enclosures}</span> },
        { term: t("recordedBy"), value: recordedBy },
      ]}
    />
  );
}

function Addressees({ document: { audience, branches } }: { document: DocumentView }) {
  const t = useTranslations("partyDocuments");
  if (audience !== "CHOSEN_BRANCHES") return t(`audiences.${audience}`);
  return (
    <ul className="grid gap-1">
      {branches.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/branches/${id}`} prefetch={false}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
