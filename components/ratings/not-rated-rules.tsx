import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { addressOf } from "@/lib/core/address";
import type { NotRatedReason } from "@/lib/core/db/generated/enums";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import type { Certainty } from "@/lib/features/rule-sets/schema";

type NotRatedRulesProps = { view: RoundView; tab: "members" | "branches" };
type Parameter = { readonly citation: string | null; readonly certainty: Certainty };

/** Whom the rules of the round leave out, each rule with its source and how sure it is, and how many they are. */
export function NotRatedRules({ view, tab }: NotRatedRulesProps) {
  const t = useTranslations("ratings.leftOut");
  const { round, leftOut } = view;
  const rules = round.parameters;
  const said = (parameter: Parameter, words: ReactNode) => (
    <>
      {words} <CertaintyTag certainty={parameter.certainty} />{" "}
      {parameter.citation && <span className="text-ink-2">{parameter.citation}</span>}
    </>
  );
  const number = (reason: NotRatedReason) => {
    const count = leftOut[tab][reason] ?? 0;
    const href = addressOf(`/ratings/${round.period}`, { tab: tab === "branches" ? "branches" : null, reason });
    return (
      <Link href={href} prefetch={false}>
        {t(tab === "branches" ? "branches" : "members", { count })}
      </Link>
    );
  };
  const rated = (isRated: boolean) => t(isRated ? "rated" : "notRated");
  const quarter =
    round.quarter === null
      ? []
      : [
          {
            term: t("quarterlyFor"),
            value: said(rules.quarterlyFor, t(`quarterly.${rules.quarterlyFor.value}`)),
            action: null,
          },
        ];
  const facts =
    tab === "branches"
      ? [
          {
            term: t("established", { months: rules.branchMinimumMonths.value }),
            value: said(rules.branchMinimumMonths, t("notRated")),
            action: number("ESTABLISHED_LATE"),
          },
        ]
      : [
          {
            term: t("exempt"),
            value: said(rules.exemptRated, rated(rules.exemptRated.value)),
            action: number("EXEMPT"),
          },
          {
            term: t("suspended"),
            value: said(rules.suspendedRated, rated(rules.suspendedRated.value)),
            action: number("SUSPENDED"),
          },
          {
            term: said(rules.memberMinimumMonths, t("admitted", { months: rules.memberMinimumMonths.value })),
            value: said(rules.newMember, t(`newMember.${rules.newMember.value}`)),
            action: number("ADMITTED_LATE"),
          },
          {
            term: t("arrived"),
            value: said(rules.transferCommentMonths, t("comments", { months: rules.transferCommentMonths.value })),
            action: number("ARRIVED_LATE"),
          },
          { term: t("other"), value: t("byHand"), action: number("OTHER") },
        ];
  return (
    <Disclosure summary={t("title")}>
      <p className="mb-2 text-ink-2">{t("under", { document: round.document })}</p>
      <DescriptionList facts={[...quarter, ...facts]} />
    </Disclosure>
  );
}
