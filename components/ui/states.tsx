import { CircleOff, Inbox, LoaderCircle, LockKeyhole, type LucideIcon, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type StateProps = { title?: ReactNode; explain?: ReactNode; children?: ReactNode };

function StatePanel({ icon: Icon, title, explain, children }: StateProps & { icon: LucideIcon }) {
  return (
    <div className="state">
      <Icon aria-hidden="true" />
      <p className="text-h3 font-bold">{title}</p>
      {explain && <p className="prose-line">{explain}</p>}
      {children}
    </div>
  );
}

/** Nothing has been entered yet; children are the next step. */
export function EmptyState({ title, ...state }: StateProps & { title: ReactNode }) {
  return <StatePanel icon={Inbox} title={title} {...state} />;
}

/** There are records, but none under these filters; children lead back to all of them. */
export function NoneFound(state: StateProps) {
  const t = useTranslations("common.state");
  return <StatePanel icon={SearchX} title={t("noneFoundTitle")} explain={t("noneFoundExplain")} {...state} />;
}

/** A block that failed while the rest of the page stands. */
export function ErrorState({ reloadHref, ...state }: StateProps & { reloadHref?: string }) {
  const t = useTranslations("common.state");
  return (
    <StatePanel icon={CircleOff} title={t("failedTitle")} explain={t("failedExplain")} {...state}>
      {state.children}
      {reloadHref && (
        <a href={reloadHref} className="btn">
          {t("reload")}
        </a>
      )}
    </StatePanel>
  );
}

/** A block that this person may not see. */
export function NoPermission(state: StateProps) {
  const t = useTranslations("common.state");
  return <StatePanel icon={LockKeyhole} title={t("noPermissionTitle")} explain={t("noPermissionExplain")} {...state} />;
}

/** A block on its way, for waits over 300 ms. */
export function Loading({ children }: { children?: ReactNode }) {
  const t = useTranslations("common.state");
  return (
    <div className="state state-busy" role="status">
      <LoaderCircle aria-hidden="true" />
      <p className="text-h3 font-bold">{children ?? t("loading")}</p>
      <p>{t("loadingExplain")}</p>
    </div>
  );
}
