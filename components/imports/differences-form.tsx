import Link from "next/link";
import { useTranslations } from "next-intl";
import { useValueWords } from "@/components/imports/use-value-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { acceptCellsAction } from "@/lib/features/imports/actions";
import type { DifferingRow } from "@/lib/features/imports/queries/list-differences";

/** What the file has differently, cell by cell: a tick means that it is going to be written. */
export function DifferencesForm({ importId, rows }: { importId: string; rows: readonly DifferingRow[] }) {
  const t = useTranslations("imports");
  const words = useValueWords();
  if (rows.length === 0) return <EmptyState title={t("differences.none")} />;
  return (
    <FormFrame id="differences" action={acceptCellsAction}>
      <input type="hidden" name="id" value={importId} />
      {rows.map((row) => (
        <section key={row.line} className="card grid gap-2" aria-labelledby={`line-${row.line}`}>
          <input type="hidden" name="lines" value={row.line} />
          <h2 id={`line-${row.line}`} className="text-h3">
            {row.memberId === null ? row.name : <Link href={`/members/${row.memberId}`}>{row.name}</Link>}
          </h2>
          <p className="text-ink-2">{t("differences.line", { line: row.line })}</p>
          {row.isStale && <Notice tone="warn">{t("differences.stale")}</Notice>}
          <CheckboxGroup
            name="accepted"
            of={String(row.line)}
            label={t("differences.group", { name: row.name })}
            choices={row.cells.map(({ field, before, after }) => ({
              value: `${row.line}:${field}`,
              label: t("differences.cell", {
                field: t(`fields.${field}`),
                before: words(before),
                after: words(after),
              }),
            }))}
            defaultValues={row.cells.flatMap(({ field, isAccepted }) => (isAccepted ? [`${row.line}:${field}`] : []))}
          />
        </section>
      ))}
      <Actions>
        <SubmitButton>{t("differences.submit")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
