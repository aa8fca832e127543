import { useTranslations } from "next-intl";
import { MeaningSelect } from "@/components/imports/meaning-select";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { type Column, Table } from "@/components/ui/table";
import { type Day, typedForm } from "@/lib/core/day";
import { chooseColumnsAction } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries/get-import";
import { IMPORT_FIELDS, isImportField } from "@/lib/features/imports/schema/fields";

type ColumnsFormProps = {
  roster: ImportView;
  samples: readonly (readonly string[])[];
  branches: readonly Option[];
  today: Day;
};
type ColumnRow = { place: number; head: string; samples: readonly string[] };

/** Each column of the file beside the part of the record it means. */
export function ColumnsForm({ roster, samples, branches, today }: ColumnsFormProps) {
  const t = useTranslations("imports");
  const table = roster.tables[roster.tableIndex];
  const rows = (table?.columns ?? []).map((path, place): ColumnRow => {
    const isGroup = table?.hasGroups === true && place === table.columns.length - 1;
    const head = isGroup ? t("columns.group") : path.join(" / ") || t("columns.noHead");
    return { place, head, samples: samples[place] ?? [] };
  });
  const options = Object.keys(IMPORT_FIELDS)
    .filter(isImportField)
    .map((field) => ({ value: field, label: t(`fields.${field}`) }));
  const columns: Column<ColumnRow>[] = [
    { id: "head", header: t("columns.head"), card: "title", cell: (row) => row.head },
    {
      id: "samples",
      header: t("columns.samples"),
      cell: (row) => <span className="text-ink-2">{row.samples.join(" · ") || "–"}</span>,
    },
    {
      id: "meaning",
      header: t("columns.meaning"),
      cell: ({ place, head }) => (
        <MeaningSelect
          place={place}
          label={`${t("columns.meaning")}: ${head}`}
          none={t("columns.none")}
          chosen={roster.meanings[place] ?? ""}
          options={options}
        />
      ),
    },
  ];
  return (
    <FormFrame action={chooseColumnsAction} version={roster.version}>
      <input type="hidden" name="id" value={roster.id} />
      <input type="hidden" name="tableIndex" value={roster.tableIndex} />
      <Table caption={t("columns.lead")} columns={columns} rows={rows} rowId={(row) => String(row.place)} />
      <p className="prose-line text-ink-2">{t("columns.empty")}</p>
      <Select
        name="fallbackBranchId"
        label={t("columns.branch")}
        hint={t("columns.branchHint")}
        optional
        options={branches}
        defaultValue={roster.fallbackBranchId ?? undefined}
      />
      <DateInput
        name="newcomersFrom"
        label={t("columns.from")}
        hint={t("columns.fromHint")}
        defaultValue={typedForm(roster.newcomersFrom ?? today)}
      />
      <Actions>
        <SubmitButton>{t("columns.submit")}</SubmitButton>
        <ButtonLink href="/imports">{t("back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
