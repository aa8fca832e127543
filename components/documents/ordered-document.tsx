import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import type { OrderedDocument } from "@/lib/features/documents/queries/get-ordered-document";

/** What was ordered, and the document for as long as it can be fetched. */
export function OrderedDocumentView({ order, minutes }: { order: OrderedDocument; minutes: number }) {
  const t = useTranslations("documents");
  return (
    <>
      <DescriptionList
        facts={[
          { term: t("page.kind"), value: t(`kinds.${order.document}`) },
          { term: t("ordered.serial"), value: order.serial },
          { term: t("ordered.people"), value: order.rowCount },
          { term: t("order.purpose"), value: order.purpose },
        ]}
      />
      {order.canFetch ? (
        <>
          <Notice tone="warn">{t("ordered.care", { minutes })}</Notice>
          <p>
            <ButtonLink href={`/api/export/document-orders/${order.id}`} tone="primary" download>
              {t(`ordered.fetch.${order.format}`)}
            </ButtonLink>
          </p>
        </>
      ) : (
        <Notice tone="info">{t("ordered.expired", { minutes })}</Notice>
      )}
    </>
  );
}
