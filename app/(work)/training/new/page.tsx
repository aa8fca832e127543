import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { OpenCourseForm } from "@/components/training/course-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { reachesRegister } from "@/lib/core/policy-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("open") };
}

export default async function NewCoursePage() {
  const actor = await requireActor();
  if (!reachesRegister(actor, "training", "create")) forbidden();
  const t = await getTranslations("training");
  return (
    <div className="grid gap-4">
      <PageHeader title={t("open")} lead={t("form.lead")} back={{ href: "/training", label: t("title") }} />
      <OpenCourseForm />
    </div>
  );
}
