import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseYearView } from "@/components/training/course-year-view";
import { PrintHeader } from "@/components/ui/print-header";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listCourses } from "@/lib/features/training/queries/list-courses";
import { courseFilter } from "@/lib/features/training/schema/courses";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("title") };
}

export default async function TrainingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const filter = courseFilter.parse(await searchParams);
  const [view, register, { locale }] = await Promise.all([
    onPage(listCourses(actor, filter)),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <CourseYearView view={view} show={filter.show} />
    </div>
  );
}
