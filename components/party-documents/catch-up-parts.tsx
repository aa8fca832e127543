import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { CatchUpWay } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  recordCatchUpAction,
  takeBackCatchUpAction,
  takeBackTellingAction,
  tellVillageAction,
} from "@/lib/features/party-documents/actions";
import type { PassingForm } from "@/lib/features/party-documents/queries/find-passing-form";
import type { AbsentLine, Telling } from "@/lib/features/party-documents/queries/list-dissemination";

const ways = Object.values(CatchUpWay);

/** How somebody who was absent caught up, or that they have not. */
export function CaughtUp({ line: { caughtUp } }: { line: AbsentLine }) {
  const t = useTranslations("partyDocuments.catchUp");
  const format = useFormat();
  if (caughtUp === null) return t("notYet");
  const day = format.day(caughtUp.on);
  return caughtUp.toldBy
    ? t("wayBy", { way: t(`ways.${caughtUp.way}`), by: caughtUp.toldBy, day })
    : t("way", { way: t(`ways.${caughtUp.way}`), day });
}

/** That the people of a village were told. */
export function Told({ telling: { village, heldOn, households } }: { telling: Telling }) {
  const t = useTranslations("partyDocuments.catchUp");
  return t("told", { village, day: useFormat().day(heldOn), count: households });
}

/** Who was absent, each with how they caught up, or a form to say so for the one chosen. */
export function AbsentCard({ form, chosen }: { form: PassingForm; chosen: string }) {
  const t = useTranslations("partyDocuments.catchUp");
  const { documentId, branchId, passing } = form;
  if (!passing || passing.absent.length === 0) return null;
  const asked = passing.absent.find(({ memberId, caughtUp }) => memberId === chosen && caughtUp === null);
  return (
    <Card title={t("title", { count: passing.absent.length })}>
      <ul className="grid gap-3">
        {passing.absent.map((line) => (
          <li key={line.memberId} className="grid gap-1">
            <p>
              <Link href={`/members/${line.memberId}`} prefetch={false}>
                {line.name}
              </Link>
              {": "}
              <CaughtUp line={line} />
            </p>
            {line.caughtUp ? (
              <TakeBack id={line.caughtUp.id} action={takeBackCatchUpAction} name={line.name} />
            ) : (
              line !== asked && (
                <p>
                  <ButtonLink href={`/party-documents/${documentId}/branches/${branchId}?member=${line.memberId}`}>
                    {t("open", { name: line.name })}
                  </ButtonLink>
                </p>
              )
            )}
          </li>
        ))}
      </ul>
      {asked && <CatchUpForm form={form} line={asked} />}
    </Card>
  );
}

function CatchUpForm({ form, line }: { form: PassingForm; line: AbsentLine }) {
  const t = useTranslations("partyDocuments.catchUp");
  return (
    <FormFrame id="catch-up" action={recordCatchUpAction}>
      <h3 className="text-h3">{t("heading", { name: line.name })}</h3>
      <PaperAndBranch form={form} />
      <input type="hidden" name="memberId" value={line.memberId} />
      <RadioGroup
        name="way"
        label={t("how")}
        choices={ways.map((value) => ({ value, label: t(`ways.${value}`), hint: t(`hints.${value}`) }))}
      />
      <TextInput name="toldBy" label={t("toldBy")} hint={t("toldByHint")} optional autoComplete="off" />
      <DateInput name="caughtUpOn" label={t("on")} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

/** The meetings of villages at which the people were told, and a form for another one; not for a branch without a village. */
export function TellingCard({ form }: { form: PassingForm }) {
  const t = useTranslations("partyDocuments.catchUp");
  const { villages, tellings } = form;
  if (villages.length === 0 && tellings.length === 0) return null;
  return (
    <Card title={t("people")}>
      {tellings.length === 0 && <p>{t("nobodyTold")}</p>}
      <ul className="grid gap-3">
        {tellings.map((telling) => (
          <li key={telling.id} className="grid gap-1">
            <p>
              <Told telling={telling} />
            </p>
            <TakeBack id={telling.id} action={takeBackTellingAction} name={telling.village} />
          </li>
        ))}
      </ul>
      <FormFrame id="telling" action={tellVillageAction}>
        <PaperAndBranch form={form} />
        <Select
          name="villageId"
          label={t("village")}
          options={villages.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateInput name="heldOn" label={t("heldOn")} />
        <TextInput name="households" label={t("households")} inputMode="numeric" width="short" autoComplete="off" />
        <Actions>
          <SubmitButton>{t("saveTelling")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Card>
  );
}

function PaperAndBranch({ form: { documentId, branchId } }: { form: PassingForm }) {
  return (
    <>
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="branchId" value={branchId} />
    </>
  );
}

type TakeBackProps = {
  id: string;
  action: typeof takeBackCatchUpAction | typeof takeBackTellingAction;
  name: string;
};

function TakeBack({ id, action, name }: TakeBackProps) {
  const t = useTranslations("partyDocuments.catchUp");
  return (
    <FormFrame id={`back-${id}`} action={action}>
      <input type="hidden" name="id" value={id} />
      <Actions>
        <SubmitButton>{t("takeBack", { name })}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
