import { useTranslations } from "next-intl";
import { Actions, Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

/** Takes the book of a branch away, to edit it in a spreadsheet and bring it back. */
export function BranchBookForm({ branches }: { branches: readonly { value: string; label: string }[] }) {
  const t = useTranslations("imports.workbook");
  return (
    <section className="card grid gap-3" aria-labelledby="branch-book">
      <h2 id="branch-book" className="text-h3">
        {t("title")}
      </h2>
      <p className="prose-line">{t("lead")}</p>
      <form action="/api/export/branch-book" method="get" className="grid gap-3">
        <Select name="branch" label={t("branch")} options={branches} />
        <Actions>
          <Button type="submit">{t("submit")}</Button>
        </Actions>
      </form>
    </section>
  );
}
