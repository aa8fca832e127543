import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OfficesToday } from "@/components/members/offices-today";
import { type MemberFacts, type RecordField, useMemberFacts } from "@/components/members/use-member-facts";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberView } from "@/lib/features/members/queries/get-member";
import type { FieldSource } from "@/lib/features/members/queries/list-field-sources";

type MemberSummaryProps = {
  member: MemberView;
  today: Day;
  /** Where each field comes from, once the reader has asked for it. */
  sources: ReadonlyMap<string, FieldSource> | null;
};

/** What the record says of the member, in cards; a part the reader may not open is left out. */
export function MemberSummary({ member, today, sources }: MemberSummaryProps) {
  const t = useTranslations("members.page");
  const cards = useMemberFacts(member);
  const { profile } = member;
  if (!profile) return <OfficesToday member={member} today={today} />;
  return (
    <div className="gap-4 lg:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
      <OfficesToday member={member} today={today} />
      {cards.map(({ card, facts }) => (
        <Card key={card} title={t(card)}>
          <Facts facts={facts} sources={sources} />
        </Card>
      ))}
    </div>
  );
}

const always: readonly RecordField[] = [
  "admittedOn",
  "officialOn",
  "birthOn",
  "cardNumber",
  "education",
  "theoryLevel",
];

/* Fields that say something, and those whose absence is worth knowing. */
function Facts({ facts, sources }: { facts: MemberFacts; sources: MemberSummaryProps["sources"] }) {
  const t = useTranslations("members.fields");
  const shown = facts.filter(({ field, value }) => Boolean(value) || always.includes(field));
  return (
    <DescriptionList
      facts={shown.map(({ field, value }) => ({
        term: t(field),
        value: sources ? <Sourced value={value} source={sources.get(field) ?? sources.get(`${field}Tail`)} /> : value,
      }))}
    />
  );
}

function Sourced({ value, source }: { value: ReactNode; source: FieldSource | undefined }) {
  const t = useTranslations("members.sources");
  const format = useFormat();
  return (
    <>
      {value || "–"}
      <span className="field-hint block">
        {source
          ? t("typed", { at: format.moment(source.at), name: source.actor, event: source.event.replace(".", "_") })
          : t("unknown")}
      </span>
    </>
  );
}
