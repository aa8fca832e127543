import { useTranslations } from "next-intl";

type PrintHeaderProps = {
  bodyName: string;
  /** Without one, the page's own heading is printed below. */
  title?: string;
  filter?: string;
  printedAt: string;
  printedBy: string;
};

/** The head of a printed page: whose it is, what it shows under which filter, when it was printed and by whom. */
export function PrintHeader({ bodyName, title, filter, printedAt, printedBy }: PrintHeaderProps) {
  const t = useTranslations("common.print");
  return (
    <div className={title ? "print-only print-header" : "print-only print-head"} aria-hidden="true">
      <p className="font-bold uppercase">{bodyName}</p>
      {title && <p className="mt-2 text-center text-h2 font-bold">{title}</p>}
      {filter && <p className="text-center">{t("filter", { filter })}</p>}
      <p className="mb-3 text-center italic">{t("printed", { at: printedAt, by: printedBy })}</p>
    </div>
  );
}
