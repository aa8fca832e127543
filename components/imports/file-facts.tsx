import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

/** What file it is, and what was converted or left out while it was read. */
export function FileFacts({ roster }: { roster: ImportView }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const table = roster.tables[roster.tableIndex];
  const told = (["TCVN3", "VNI", "APART", "formulas"] as const).filter((kind) => roster.converted[kind] > 0);
  const leftOut = table?.leftOut ?? [];
  return (
    <>
      <DescriptionList
        facts={[
          { term: t("facts.file"), value: roster.fileName },
          { term: t("facts.by"), value: `${roster.importerName}, ${format.moment(roster.stagedAt)}` },
          {
            term: t("facts.table"),
            value: table && t("facts.sheet", { sheet: table.sheet || "1", line: table.firstLine, rows: table.rows }),
          },
        ]}
      />
      {(told.length > 0 || leftOut.length > 0) && (
        <Notice title={told.length > 0 ? t("converted.title") : undefined}>
          <ul className="grid gap-1">
            {told.map((kind) => (
              <li key={kind}>{t(`converted.${kind}`, { count: roster.converted[kind] })}</li>
            ))}
            {leftOut.length > 0 && <li>{t("converted.leftOut", { lines: leftOut.join(", ") })}</li>}
          </ul>
        </Notice>
      )}
    </>
  );
}
