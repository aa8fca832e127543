import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseScreen } from "@/components/training/course-screen";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getCourse } from "@/lib/features/training/queries/get-course";
import { courseFilter } from "@/lib/features/training/schema/courses";

type CoursePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["opened", "edited", "sent", "recorded", "takenOff"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("title") };
}

export default async function CoursePage({ params, searchParams }: CoursePageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [course, register, t, { locale }] = await Promise.all([
    onPage(getCourse(actor, idIn(id))),
    onPage(getRegister(actor)),
    getTranslations("training"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <CourseScreen course={course} show={courseFilter.parse(query).show} />
    </div>
  );
}
