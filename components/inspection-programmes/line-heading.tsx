import { useTranslations } from "next-intl";
import { useLineName } from "@/components/inspection-programmes/programme-words";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import type { LineView } from "@/lib/features/inspection-programmes/queries/get-programme";

type LineHeadingProps = { step: "drop" | "takeOut" | "markDone"; line: LineView; page: string };

/** The head of a page that does something with one line: what is done, and which line it is. */
export function LineHeading({ step, line, page }: LineHeadingProps) {
  const t = useTranslations("inspectionProgrammes");
  const nameOf = useLineName();
  return (
    <>
      <PageHeader title={t(`${step}.title`)} lead={t(`${step}.lead`)} back={{ href: page, label: t("cancel") }} />
      <Card>
        <p className="font-semibold">{nameOf(line)}</p>
        <p>{line.subjects.map(({ name }) => name).join(", ")}</p>
      </Card>
    </>
  );
}
