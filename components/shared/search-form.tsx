import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchKey } from "@/components/shared/search-key";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FilterScope } from "@/components/ui/form-state";

type SearchFormProps = {
  /** Path of the list; the form replaces its whole query. */
  action: string;
  label: string;
  name?: string;
  defaultValue?: string;
  /** Filter controls, folded away until asked for. */
  filters?: ReactNode;
  filtersLabel?: string;
  filtersOpen?: boolean;
  /** Query values to keep that no control shows, such as the sort order; empty ones are left out. */
  keep?: Record<string, string>;
};

/** Search box and filters of a list; a plain GET form, so the state of the list is its address. */
export function SearchForm(props: SearchFormProps) {
  const { action, label, name = "q", defaultValue, filters, filtersLabel, filtersOpen, keep = {} } = props;
  const t = useTranslations("common.list");
  const boxId = `search-${name}`;
  return (
    <Form action={action} role="search" className="toolbar screen-only items-end">
      {Object.entries(keep).map(
        ([key, value]) => value !== "" && <input key={key} type="hidden" name={key} value={value} />,
      )}
      <div className="field grow basis-52 md:max-w-md">
        <label htmlFor={boxId}>{label}</label>
        <input
          id={boxId}
          type="search"
          name={name}
          className="control"
          defaultValue={defaultValue}
          autoComplete="off"
          enterKeyHint="search"
        />
        <SearchKey boxId={boxId} />
      </div>
      <Button type="submit">{t("search")}</Button>
      {filters && (
        <Disclosure summary={filtersLabel ?? t("filter")} open={filtersOpen}>
          <div className="card grid gap-4">
            <div className="grid items-end gap-4 md:grid-cols-2 xl:grid-cols-3">
              <FilterScope>{filters}</FilterScope>
            </div>
            <div>
              <Button type="submit">{t("applyFilters")}</Button>
            </div>
          </div>
        </Disclosure>
      )}
    </Form>
  );
}
