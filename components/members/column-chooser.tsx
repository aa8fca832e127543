import { useTranslations } from "next-intl";
import { type MemberColumn, memberColumns } from "@/components/members/member-columns";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";

type ColumnChooserProps = {
  /** Those shown, in their order. */
  shown: readonly MemberColumn[];
  /** Those the reader may see. */
  open: readonly MemberColumn[];
  returnTo: string;
};

/** Which columns the list shows and in which order; kept for the person, and told in the address. */
export function ColumnChooser({ shown, open, returnTo }: ColumnChooserProps) {
  const t = useTranslations("members");
  const inOrder = [...shown, ...memberColumns.filter((column) => open.includes(column) && !shown.includes(column))];
  return (
    <Disclosure summary={t("list.columnsTitle")}>
      <form action="/preferences" method="post" className="card grid gap-3">
        <input type="hidden" name="returnTo" value={returnTo} />
        <input type="hidden" name="columns" value="" />
        <p className="field-hint">{t("list.columnsHint")}</p>
        <ul className="grid gap-x-6 md:grid-cols-2 xl:grid-cols-3">
          {inOrder.map((column) => {
            const word = t(`columns.${column}`);
            return (
              <li key={column} className="flex items-center justify-between gap-2">
                <label className="choice">
                  <input type="checkbox" name="columns" value={column} defaultChecked={shown.includes(column)} />
                  <span>{word}</span>
                </label>
                {shown.includes(column) && (
                  <span className="flex">
                    <MoveButton move={`${column} up`} label={t("list.moveUp", { column: word })} />
                    <MoveButton move={`${column} down`} label={t("list.moveDown", { column: word })} />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button type="submit">{t("list.columnsSave")}</Button>
          <Button type="submit" name="reset" value="yes">
            {t("list.columnsReset")}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

function MoveButton({ move, label }: { move: string; label: string }) {
  return (
    <button type="submit" name="move" value={move} className="pref-btn" aria-label={label}>
      <span aria-hidden="true">{move.endsWith("up") ? "←" : "→"}</span>
    </button>
  );
}
