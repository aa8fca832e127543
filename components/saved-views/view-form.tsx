import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { FormAction } from "@/lib/core/action-state";
import { deleteViewAction } from "@/lib/features/saved-views/actions";
import type { SavedView } from "@/lib/features/saved-views/queries/list-views";

type ViewFormProps = {
  action: FormAction;
  /** The query of the list that the view keeps. */
  list: string;
  /** What that query filters by, in words. */
  filters: readonly string[];
  view?: SavedView;
  canShare: boolean;
  backHref: string;
};

/** Under which name a list is kept, and for whom. */
export function ViewForm({ action, list, filters, view, canShare, backHref }: ViewFormProps) {
  const t = useTranslations("savedViews");
  return (
    <Card>
      <p className="font-semibold">{t("form.filters")}</p>
      <p className="prose-line mb-3">{filters.length > 0 ? filters.join("; ") : t("form.noFilters")}</p>
      <FormFrame id="view" action={action} version={view?.version}>
        {view && <input type="hidden" name="id" value={view.id} />}
        <input type="hidden" name="list" value={list} />
        <TextInput
          name="name"
          label={t("form.name")}
          hint={t("form.nameHint")}
          maxLength={60}
          autoComplete="off"
          defaultValue={view?.name}
        />
        {canShare && (
          <Checkbox
            name="isShared"
            value="on"
            label={t("form.share")}
            hint={t("form.shareHint")}
            defaultChecked={view?.isShared}
          />
        )}
        <Actions>
          <SubmitButton>{t(view ? "form.saveChanges" : "form.save")}</SubmitButton>
          <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </Card>
  );
}

/** Takes a view away; the members it listed are not touched. */
export function DeleteViewForm({ view }: { view: SavedView }) {
  const t = useTranslations("savedViews.delete");
  return (
    <Card title={t("title")}>
      <p className="prose-line mb-3">{t("explain")}</p>
      <FormFrame id="delete-view" action={deleteViewAction} version={view.version}>
        <input type="hidden" name="id" value={view.id} />
        <SubmitButton tone="danger">{t("submit")}</SubmitButton>
      </FormFrame>
    </Card>
  );
}
