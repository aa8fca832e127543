import { useTranslations } from "next-intl";
import { type InCharge, SeatTable } from "@/components/committee/seat-table";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CommitteeView as Committee } from "@/lib/features/organization/queries/committee";

type CommitteeViewProps = { committee: Committee; inCharge: ReadonlyMap<string, InCharge> };

/** The committee of a day: its seats and those of the inspection commission, then all terms and names with their dates. */
export function CommitteeView({ committee, inCharge }: CommitteeViewProps) {
  const t = useTranslations("committee");
  const format = useFormat();
  const commission = committee.seats.filter((seat) => seat.kind.startsWith("INSPECTION"));
  const members = committee.seats.filter((seat) => !commission.includes(seat));
  return (
    <>
      {committee.term === null ? (
        <EmptyState title={t("noTerm")} explain={t("noTermExplain")}>
          {committee.can.editSeats && <ButtonLink href="/committee/terms/new">{t("openTerm")}</ButtonLink>}
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{committee.term.name}</strong> ({format.period(committee.term.startsOn, committee.term.lastDay)})
          </p>
          <SeatTable title={t("committee")} seats={members} inCharge={inCharge} canEnd={committee.can.editSeats} />
          <SeatTable title={t("commission")} seats={commission} canEnd={committee.can.editSeats} />
        </>
      )}
      <Card title={t("terms")}>
        {committee.terms.length === 0 ? (
          <p>{t("noneYet")}</p>
        ) : (
          <div className="captioned">
            <Table
              caption={t("terms")}
              keepTable
              rows={committee.terms}
              rowId={(term) => term.id}
              columns={[
                { id: "name", header: t("term"), card: "title", cell: (term) => term.name },
                { id: "period", header: t("period"), cell: (term) => format.period(term.startsOn, term.lastDay) },
              ]}
            />
          </div>
        )}
        {committee.can.editSeats && <Act href="/committee/terms/new" word={t("openTerm")} />}
      </Card>
      <Card title={t("names")}>
        {committee.names.length === 0 ? (
          <p>{t("noneYet")}</p>
        ) : (
          <div className="captioned">
            <Table
              caption={t("names")}
              rows={committee.names}
              rowId={(name) => name.id}
              columns={[
                { id: "name", header: t("name"), card: "title", cell: (name) => name.name },
                {
                  id: "origin",
                  header: t("origin"),
                  cell: ({ predecessors, decision }) => (
                    <>
                      {predecessors.length === 0 ? "–" : predecessors.join(", ")}
                      {decision && (
                        <span className="block text-ink-2">
                          {t("originDecision", { ...decision, day: format.day(decision.on) })}
                        </span>
                      )}
                    </>
                  ),
                },
                { id: "superior", header: t("superior"), cell: (name) => name.superiorName },
                { id: "period", header: t("period"), cell: (name) => format.period(name.startsOn, name.lastDay) },
              ]}
            />
          </div>
        )}
        {committee.can.editNames && (
          <Actions>
            <ButtonLink href="/committee/names/succeed">{t("succeed")}</ButtonLink>
            <ButtonLink href="/committee/names/new">{t("recordName")}</ButtonLink>
          </Actions>
        )}
      </Card>
    </>
  );
}

function Act({ href, word }: { href: string; word: string }) {
  return (
    <div className="mt-3">
      <ButtonLink href={href}>{word}</ButtonLink>
    </div>
  );
}
