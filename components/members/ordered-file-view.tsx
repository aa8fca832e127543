import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { OrderedFile } from "@/lib/features/members/queries/get-ordered-file";

/** What was ordered, and the file for as long as it can be fetched. */
export function OrderedFileView({ order, minutes }: { order: OrderedFile; minutes: number }) {
  const t = useTranslations("exports");
  const format = useFormat();
  const columns = order.columns.map((column) => (column === "rating" ? t("order.rating") : t(`columns.${column}`)));
  return (
    <>
      <DescriptionList
        facts={[
          { term: t("ordered.serial"), value: order.serial },
          { term: t("ordered.rows"), value: t("ordered.rowsOn", { count: order.rowCount, on: format.day(order.on) }) },
          { term: t("stamp.columns"), value: columns.join(", ") },
          { term: t("stamp.purpose"), value: order.purpose },
        ]}
      />
      {order.canFetch ? (
        <>
          <Notice tone="warn">{t("ordered.care", { minutes })}</Notice>
          <p>
            <a href={`/api/export/orders/${order.id}`} className="btn btn-primary">
              {t("ordered.fetch")}
            </a>
          </p>
        </>
      ) : (
        <Notice tone="info">{t("errors.orderExpired", { minutes })}</Notice>
      )}
    </>
  );
}
