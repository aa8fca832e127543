import { useTranslations } from "next-intl";
import type { UsualMeeting } from "@/lib/features/meetings/rules/meeting-day";
import { typedDate } from "@/lib/features/meetings/schema/meeting-day";

/** How the fixed meeting day of a branch is said. */
export function useMeetingDayWords() {
  const t = useTranslations("meetings.fixedDay");
  const day = ({ monthDay }: UsualMeeting) => (monthDay === null ? t("lastDay") : t("onDay", { date: monthDay }));
  const season = ({ season: of }: UsualMeeting) =>
    of && { from: typedDate(of.from), to: typedDate(of.to), time: of.time };
  return {
    day,
    season: (of: UsualMeeting) => {
      const words = season(of);
      return words && t("season", words);
    },
    /** All of it in one line. */
    fact: (of: UsualMeeting) => {
      const words = { day: day(of), time: of.startTime, place: of.place };
      const except = season(of);
      if (!except) return t("fact", words);
      return t("factSeason", { ...words, from: except.from, to: except.to, seasonTime: except.time });
    },
  };
}
