import Form from "next/form";
import { useTranslations } from "next-intl";
import { SendForm } from "@/components/training/course-forms";
import { Button } from "@/components/ui/button";
import { FilterScope } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";
import { NoneFound } from "@/components/ui/states";
import type { CourseView } from "@/lib/features/training/queries/get-course";
import type { PeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import { officeGroups, type PeopleSource } from "@/lib/features/training/schema";

type SendScreenProps = { course: CourseView; found: PeopleToSend; from: PeopleSource };

/** Asks from where people are chosen, then shows them to be ticked. */
export function SendScreen({ course, found, from }: SendScreenProps) {
  const t = useTranslations("training.send");
  const options = [
    ...officeGroups.map((value) => ({ value, label: t(`groups.${value}`) })),
    ...found.branches.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <Form action={`/training/${course.id}/send`} className="flex flex-wrap items-end gap-2">
        <FilterScope>
          <Select name="from" label={t("from")} options={options} defaultValue={from ?? undefined} />
        </FilterScope>
        <Button type="submit">{t("show")}</Button>
      </Form>
      {found.people.length > 0 && <SendForm key={from} course={course} people={found.people} />}
      {found.people.length === 0 && from !== null && (
        <NoneFound>
          <p>{t("nobody")}</p>
        </NoneFound>
      )}
    </>
  );
}
