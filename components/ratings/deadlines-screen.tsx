import { useTranslations } from "next-intl";
import { ConfirmDeadlinesForm, DeadlinesForm } from "@/components/ratings/deadlines-form";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/states";
import { Timeline } from "@/components/ui/timeline";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DeadlineSetting, DeadlinesView } from "@/lib/features/ratings/queries/get-deadlines";
import { ROUND_STEPS } from "@/lib/features/ratings/schema/rounds";

/** The deadlines of a round, the form that changes them for who keeps rounds, and every setting with who, when and why. */
export function DeadlinesScreen({ view }: { view: DeadlinesView }) {
  const t = useTranslations("ratingDeadlines");
  const words = useDayWords();
  const { round, settings, version, can } = view;
  return (
    <>
      {version === null && !can.set && <EmptyState title={t("noneYet")} explain={t("noneYetExplain")} />}
      {version !== null && (
        <Card title={t("title")}>
          <DescriptionList
            facts={ROUND_STEPS.map((step) => ({
              term: t(`steps.${step}`),
              value: <b>{words(round.deadlines[`${step}DueOn`])}</b>,
            }))}
          />
          {can.confirm && <ConfirmDeadlinesForm roundId={round.id} period={round.period} version={version} />}
        </Card>
      )}
      {can.set && (
        <div className="screen-only">
          <DeadlinesForm view={view} />
        </div>
      )}
      {settings.length > 0 && <Settings settings={settings} version={version} isOpen={round.closedOn === null} />}
    </>
  );
}

type SettingsProps = { settings: readonly DeadlineSetting[]; version: number | null; isOpen: boolean };

function Settings({ settings, version: last, isOpen }: SettingsProps) {
  const t = useTranslations("ratingDeadlines");
  const format = useFormat();
  const words = useDayWords();
  return (
    <Card title={t("history")}>
      <Timeline
        entries={settings.map(({ version, setBy, setAt, reason, changes, confirmed }) => ({
          id: String(version),
          title: t(version === 1 ? "first" : "changed", { version }),
          date: format.moment(setAt),
          by: setBy,
          body: (
            <>
              <ul>
                {changes.map(({ step, from, to }) => (
                  <li key={step}>
                    {version === 1
                      ? t("setTo", { step: t(`steps.${step}`), to: words(to) })
                      : t("fromTo", { step: t(`steps.${step}`), from: words(from), to: words(to) })}
                  </li>
                ))}
              </ul>
              {reason && <p>{t("because", { reason })}</p>}
              {confirmed && <p>{t("confirmedBy", { name: confirmed.by, day: format.moment(confirmed.at) })}</p>}
              {!confirmed && isOpen && version === last && <p className="text-ink-2">{t("waits")}</p>}
            </>
          ),
        }))}
      />
    </Card>
  );
}

function useDayWords() {
  const t = useTranslations("ratingDeadlines");
  const format = useFormat();
  return (on: Day | null) => (on === null ? t("none") : format.day(on));
}
