import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterScope } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";

type BranchFilterProps = {
  action: string;
  branches: readonly { readonly id: string; readonly name: string }[];
  branch: string | null;
  keep?: Readonly<Record<string, string | null>>;
};

/** One branch of those the reader sees; the address is its state. Nothing where there is but one. */
export function BranchFilter({ action, branches, branch, keep = {} }: BranchFilterProps) {
  const t = useTranslations("selfReviews");
  if (branches.length < 2) return null;
  return (
    <Form action={action} className="toolbar screen-only items-end">
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <FilterScope>
        <Select
          key={`branch ${branch}`}
          name="branch"
          label={t("branch")}
          options={branches.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t("all")}
          defaultValue={branch ?? ""}
        />
      </FilterScope>
      <Button type="submit">{t("filter")}</Button>
    </Form>
  );
}
