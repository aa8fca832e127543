import { useTranslations } from "next-intl";
import type { Initial } from "@/components/members/initials";

/** On a phone, where names stand in cards one below the other: the way to the first name of each letter. */
export function InitialLinks({ initials }: { initials: readonly Initial[] }) {
  const t = useTranslations("members.list");
  if (initials.length < 2) return null;
  return (
    <nav className="initial-links screen-only" aria-label={t("initials")}>
      {initials.map(({ letter, anchor }) => (
        <a key={anchor} href={`#${anchor}`}>
          {letter}
        </a>
      ))}
    </nav>
  );
}
