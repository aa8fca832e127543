import Link from "next/link";
import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TemplateLine } from "@/lib/features/documents/queries/templates";
import { kindAddress } from "@/lib/features/documents/schema";

/** The kinds of documents, and which template each is filled from today. */
export function TemplateTable({ lines }: { lines: readonly TemplateLine[] }) {
  const t = useTranslations("documents");
  return (
    <Table
      caption={t("page.caption", { count: lines.length })}
      rows={lines}
      rowId={(line) => line.kind}
      columns={[
        {
          id: "kind",
          header: t("page.kind"),
          card: "title",
          cell: ({ kind }) => (
            <Link href={`/documents/${kindAddress(kind)}`} prefetch={false}>
              {t(`kinds.${kind}`)}
            </Link>
          ),
        },
        { id: "inForce", header: t("page.inForce"), cell: (line) => <TemplateInForce line={line} /> },
      ]}
    />
  );
}

/** Which template is in force: the committee's own one, or the shipped one with the document it follows. */
export function TemplateInForce({ line: { own, document, isConfirmed } }: { line: TemplateLine }) {
  const t = useTranslations("documents.page");
  const format = useFormat();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {own ? `${t("own", { version: own.version })} (${format.day(own.startsOn)})` : t("builtIn", { document })}
      {!own && !isConfirmed && <Tag tone="warn">{t("unconfirmed")}</Tag>}
    </span>
  );
}
