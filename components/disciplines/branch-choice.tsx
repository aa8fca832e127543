import Form from "next/form";
import { useTranslations } from "next-intl";
import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { FilterScope } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";
import type { DisciplineFormView } from "@/lib/features/disciplines/queries/get-discipline-form";

/** Asks first for the branch, whose people are offered next; a plain GET form. */
export function BranchChoice({ branches }: Pick<DisciplineFormView, "branches">) {
  const t = useTranslations("disciplines");
  return (
    <Form action="/disciplines/new" className="grid gap-4">
      <FilterScope>
        <Select
          name="branch"
          label={t("record.branch")}
          options={branches.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterScope>
      <Actions>
        <Button type="submit" tone="primary">
          {t("record.next")}
        </Button>
        <ButtonLink href="/disciplines">{t("cancel")}</ButtonLink>
      </Actions>
    </Form>
  );
}
