import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { chooseTableAction } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

/** Which table of the file is taken, where there are several. */
export function TableChoice({ roster }: { roster: ImportView }) {
  const t = useTranslations("imports");
  if (roster.tables.length < 2) return null;
  const choices = roster.tables.map((table, index) => ({
    value: String(index),
    label: t("facts.sheet", { sheet: table.sheet || "1", line: table.firstLine, rows: table.rows }),
  }));
  return (
    <FormFrame id="table" action={chooseTableAction} version={roster.version}>
      <input type="hidden" name="id" value={roster.id} />
      <RadioGroup
        name="tableIndex"
        label={t("columns.table")}
        choices={choices}
        defaultValue={String(roster.tableIndex)}
      />
      <Actions>
        <SubmitButton tone="secondary">{t("columns.chooseTable")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
