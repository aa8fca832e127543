import Link from "next/link";
import { useTranslations } from "next-intl";
import { ObstacleList } from "@/components/member-merges/obstacle-list";
import { useMergeWords } from "@/components/member-merges/use-merge-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { addressOf } from "@/lib/core/address";
import { proposeMergeAction } from "@/lib/features/member-merges/actions";
import type { PairView } from "@/lib/features/member-merges/queries/get-merge";

/** Two records side by side: which one stays, from which each field is taken, and what has to be solved first. */
export function CompareForm({ pair }: { pair: PairView }) {
  const t = useTranslations("memberMerges");
  const words = useMergeWords();
  const { kept, dropped, fields, obstacles } = pair;
  const named = ({ name, branch }: PairView["kept"]) => ({ name, branch: branch ?? t("pairs.noBranch") });
  return (
    <Card>
      <ul className="mb-3 grid gap-1">
        <li>
          <Link href={`/members/${kept.id}`} prefetch={false}>
            {t("compare.kept", named(kept))}
          </Link>
        </li>
        <li>
          <Link href={`/members/${dropped.id}`} prefetch={false}>
            {t("compare.dropped", named(dropped))}
          </Link>
        </li>
      </ul>
      <p className="mb-3">
        <ButtonLink href={addressOf("/members/duplicates/compare", { kept: dropped.id, dropped: kept.id })}>
          {t("compare.swap")}
        </ButtonLink>
      </p>
      {obstacles.length > 0 ? (
        <ObstacleList obstacles={obstacles} />
      ) : (
        <FormFrame key={kept.id} id="merge" action={proposeMergeAction}>
          <input type="hidden" name="keptId" value={kept.id} />
          <input type="hidden" name="droppedId" value={dropped.id} />
          <h2 className="text-h3">{fields.length > 0 ? t("compare.choose") : t("compare.sameFields")}</h2>
          {fields.map(({ field, ...values }) => (
            <RadioGroup
              key={field}
              name={field}
              label={words.field(field)}
              defaultValue={values.kept === null ? "DROPPED" : "KEPT"}
              choices={[
                { value: "KEPT", label: t("compare.fromKept", { value: words.value(field, values.kept) }) },
                { value: "DROPPED", label: t("compare.fromDropped", { value: words.value(field, values.dropped) }) },
              ]}
            />
          ))}
          <p className="prose-line text-ink-2">{t("compare.numbers")}</p>
          <p className="prose-line text-ink-2">{t("compare.moved", { moved: pair.moved, same: pair.same })}</p>
          <Actions>
            <SubmitButton>{t("compare.submit")}</SubmitButton>
            <ButtonLink href="/members/duplicates">{t("compare.cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      )}
    </Card>
  );
}
