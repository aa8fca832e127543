import { getTranslations } from "next-intl/server";
import { PartyPaper } from "@/components/shared/party-paper";
import { formatIn } from "@/lib/core/i18n/format";
import type { LetterView } from "@/lib/features/transfers/queries/get-letter";

type LetterPaperProps = {
  letter: LetterView;
  /** The Party organisation, its place and the body above, by their names on the letter's day. */
  register: { name: string | null; short: string | null; superiorName: string | null };
};

/** The letter of introduction as it is printed: in Vietnamese whatever the language of the screen. */
export async function LetterPaper({ letter, register }: LetterPaperProps) {
  const t = await getTranslations({ locale: "vi", namespace: "transfers.letter" });
  const format = formatIn("vi");
  const { kind, to, from, name, birthOn, admittedOn, officialOn, cardNumber, lastDay, effectiveOn } = letter;
  const body = (register.name ?? "").replace(t("organisation"), t("committee"));
  const facts = [
    birthOn && t("birthOn", { day: format.partialDay(birthOn) }),
    admittedOn && t("admittedOn", { day: format.day(admittedOn) }),
    officialOn ? t("officialOn", { day: format.day(officialOn) }) : t("probationary"),
    cardNumber && t("cardNumber", { number: cardNumber }),
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <PartyPaper
      bodies={[register.superiorName, body].filter((one) => one !== null)}
      party={t("party")}
      number={t("number", { number: letter.number })}
      placeAndDay={t("placeAndDay", { place: register.short ?? "", day: format.longDay(letter.on) })}
      heading={t(`heading.${kind}`)}
      signature={[t("onBehalf"), t("signer")]}
      recipients={{ title: t("recipients"), lines: [t("asAbove"), t("sender", { from }), t("kept")] }}
    >
      <p>{t("addressee", { to })}</p>
      <p>{t("introduces", { body, name })}</p>
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      <p>{t(`way.${kind}`, { from, to, day: format.longDay(effectiveOn) })}</p>
      {lastDay && <p>{t("until", { day: format.longDay(lastDay) })}</p>}
      {kind === "TEMPORARY" && <p>{t("temporary")}</p>}
      <p>{t("request", { to })}</p>
    </PartyPaper>
  );
}
