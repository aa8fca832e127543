import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { EditCourseForm } from "@/components/training/course-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getCourse } from "@/lib/features/training/queries/get-course";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("course.edit") };
}

export default async function EditCoursePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const course = await onPage(getCourse(actor, idIn(id)));
  if (!course.can.keep) notFound();
  const t = await getTranslations("training");
  return (
    <div className="grid gap-4">
      <PageHeader title={t("course.edit")} back={{ href: `/training/${id}`, label: course.name }} />
      <EditCourseForm course={course} />
    </div>
  );
}
