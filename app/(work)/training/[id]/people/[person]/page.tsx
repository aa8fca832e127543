import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { ResultForm, TakeOffForm } from "@/components/training/result-forms";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getCourse } from "@/lib/features/training/queries/get-course";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("course.record") };
}

export default async function CourseResultPage({ params }: { params: Promise<{ id: string; person: string }> }) {
  const actor = await requireActor();
  const { id, person: personId } = await params;
  const course = await onPage(getCourse(actor, idIn(id)));
  const person = course.people.find((one) => one.id === personId);
  if (!course.can.keep || !person) notFound();
  const t = await getTranslations("training");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("course.recordFor", { name: person.name })}
        back={{ href: `/training/${id}`, label: course.name }}
      />
      <ResultForm courseId={id} person={person} />
      {person.result === "ATTENDING" && (
        <Card title={t("takeOff.title")}>
          <TakeOffForm person={person} />
        </Card>
      )}
    </div>
  );
}
