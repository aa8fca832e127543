import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { SendScreen } from "@/components/training/send-screen";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getCourse } from "@/lib/features/training/queries/get-course";
import { listPeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import { peopleSource } from "@/lib/features/training/schema/courses";

type SendPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("course.send") };
}

export default async function SendToCoursePage({ params, searchParams }: SendPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const course = await onPage(getCourse(actor, idIn(id)));
  if (!course.can.keep) notFound();
  const from = peopleSource.parse(textIn(query, "from"));
  const [found, t, { locale }] = await Promise.all([
    onPage(listPeopleToSend(actor, id, from)),
    getTranslations("training"),
    readPreferences(),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("course.send")}
        lead={t("send.lead", { day: formatIn(locale).day(course.startsOn) })}
        back={{ href: `/training/${id}`, label: course.name }}
      />
      <SendScreen course={course} found={found} from={from} />
    </div>
  );
}
