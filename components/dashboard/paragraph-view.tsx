import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { writtenFilling } from "@/components/dashboard/written-filling";
import { Card } from "@/components/ui/card";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { Filling, Sentence } from "@/lib/features/dashboard/rules/paragraph";

/** The year in words; every marked number opens the list it counts, where the reader may open it. */
export function ParagraphView({ year, sentences }: { year: number; sentences: readonly Sentence[] }) {
  const t = useTranslations("dashboard");
  return (
    <div className="print:[&_.card]:border-0 print:[&_.card]:p-0 print:[&_h2]:hidden">
      <Card title={t("paragraphTitle", { year: String(year) })}>
        <p data-testid="year-paragraph" className="prose-line leading-loose print:max-w-none print:leading-snug">
          {sentences.map((sentence, place) => (
            <SentenceText key={`${sentence.key}-${place}`} sentence={sentence} />
          ))}
        </p>
      </Card>
    </div>
  );
}

function SentenceText({ sentence }: { sentence: Sentence }) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const write = (name: string, filling: Filling) =>
    writtenFilling(name, filling, format, (level) => t(`levels.${level}`));
  const values = Object.entries(sentence.values).flatMap(([name, filling]) => write(name, filling));
  const links = Object.entries(sentence.links).map(([tag, href]) => [
    tag,
    (words: ReactNode) => <NumberLink href={href}>{words}</NumberLink>,
  ]);
  return <>{t.rich(`paragraph.${sentence.key}`, Object.fromEntries([...values, ...links]))} </>;
}

function NumberLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return <strong className="font-semibold">{children}</strong>;
  return (
    <Link href={href} prefetch={false} className="font-semibold text-link underline">
      {children}
    </Link>
  );
}
