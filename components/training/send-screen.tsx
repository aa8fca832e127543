import { useTranslations } from "next-intl";
import { SendForm } from "@/components/training/course-forms";
import { PeopleSourceForm } from "@/components/training/people-source-form";
import { NoneFound } from "@/components/ui/states";
import type { CourseView } from "@/lib/features/training/queries/get-course";
import type { PeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import type { PeopleSource } from "@/lib/features/training/schema/courses";

type SendScreenProps = { course: CourseView; found: PeopleToSend; from: PeopleSource };

/** Asks from where people are chosen, then shows them to be ticked. */
export function SendScreen({ course, found, from }: SendScreenProps) {
  const t = useTranslations("training.send");
  return (
    <>
      <PeopleSourceForm branches={found.branches} action={`/training/${course.id}/send`} from={from} />
      {found.people.length > 0 && <SendForm key={from} course={course} people={found.people} />}
      {found.people.length === 0 && from !== null && (
        <NoneFound>
          <p>{t("nobody")}</p>
        </NoneFound>
      )}
    </>
  );
}
