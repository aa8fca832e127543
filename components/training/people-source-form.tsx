import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterScope } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";
import type { PeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import { officeGroups, type PeopleSource } from "@/lib/features/training/schema/courses";

type PeopleSourceFormProps = Pick<PeopleToSend, "branches"> & {
  action: string;
  from: PeopleSource;
  keep?: Readonly<Record<string, string>>;
};

/** Asks for the branch or the group of office holders that people are chosen from; a plain GET form. */
export function PeopleSourceForm({ branches, action, from, keep = {} }: PeopleSourceFormProps) {
  const t = useTranslations("training.send");
  const options = [
    ...officeGroups.map((value) => ({ value, label: t(`groups.${value}`) })),
    ...branches.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Form action={action} className="flex flex-wrap items-end gap-2">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterScope>
        <Select name="from" label={t("from")} options={options} defaultValue={from ?? undefined} />
      </FilterScope>
      <Button type="submit">{t("show")}</Button>
    </Form>
  );
}
