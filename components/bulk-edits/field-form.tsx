import Form from "next/form";
import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-edits/use-bulk-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FilterScope } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";
import { type BulkField, bulkFields } from "@/lib/features/bulk-edits/schema";

type FieldFormProps = {
  /** The query of the list that people are chosen from. */
  list: string;
  /** What that query filters by, in words. */
  filters: readonly string[];
  total: number;
  field: BulkField | null;
};

/** The first step of a bulk edit: which field. A plain GET form, so the step is its address. */
export function FieldForm({ list, filters, total, field }: FieldFormProps) {
  const t = useTranslations("bulkEdits.choose");
  const words = useBulkWords();
  return (
    <Card title={t("title")}>
      <p className="prose-line mb-3">
        {t("filters")}: <b>{filters.join("; ") || t("noFilters")}</b> – {t("total", { count: total })}
      </p>
      <Form action="/members/bulk" className="toolbar items-end">
        {[...new URLSearchParams(list)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FilterScope>
          <Select
            name="field"
            label={t("field")}
            options={bulkFields.map((value) => ({ value, label: words.field(value) }))}
            defaultValue={field ?? undefined}
          />
        </FilterScope>
        <Button type="submit">{t("submit")}</Button>
      </Form>
    </Card>
  );
}
