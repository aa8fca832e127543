import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { changeParameterAction } from "@/lib/features/rule-sets/actions";
import type { getParameterForm } from "@/lib/features/rule-sets/queries/revisions";
import { certainty } from "@/lib/features/rule-sets/schema";
import type { Shape } from "@/lib/features/rule-sets/schema/parameters";
import { type Typed, typedOf } from "@/lib/features/rule-sets/schema/typed-value";

type ParameterFormProps = { form: Awaited<ReturnType<typeof getParameterForm>>; words: AnyKeyTranslator };

/** Changes one value of a draft, with its source and how sure it is. */
export function ParameterForm({ form, words }: ParameterFormProps) {
  const t = useTranslations("ruleSets");
  const { id, version, kind, shape, after } = form;
  const typed = typedOf(shape, after.value);
  return (
    <FormFrame action={changeParameterAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="name" value={after.name} />
      <Controls shape={shape} typed={typed} control="value" label={t("value")} words={words} />
      <TextInput
        name="citation"
        label={t("source")}
        hint={t("revision.sourceHint")}
        defaultValue={after.citation ?? undefined}
        width="full"
        optional
      />
      <RadioGroup
        name="certainty"
        label={t("certainty")}
        choices={certainty.options.map((one) => ({ value: one, label: t(`certainties.${one}`) }))}
        defaultValue={after.certainty}
      />
      <Actions>
        <SubmitButton>{t("revision.save")}</SubmitButton>
        <ButtonLink href={`/ratings/rules/revisions/${id}`}>{t("revision.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type ControlsProps = { shape: Shape; typed: Typed; control: string; label: string; words: AnyKeyTranslator };

/* Lines beyond those that stand: so many can be added at a time. */
const MORE_LINES = 2;

function Controls({ shape, typed, control, label, words }: ControlsProps) {
  const t = useTranslations("ruleSets");
  const entered = typed[control];
  const one = typeof entered === "string" ? entered : undefined;
  const options = (of: readonly string[]) => of.map((value) => ({ value, label: words(`ruleSets.values.${value}`) }));
  const part = (name: string, of: Shape, under = control) => (
    <Controls
      key={`${under}-${name}`}
      shape={of}
      typed={typed}
      control={`${under}-${name}`}
      label={words(`ruleSets.fields.${name}`)}
      words={words}
    />
  );
  switch (shape.of) {
    case "YES_NO":
      return <RadioGroup name={control} label={label} choices={options(["yes", "no"])} defaultValue={one} />;
    case "CHOICE":
      return <Select name={control} label={label} options={options(shape.options)} defaultValue={one} width="full" />;
    case "CHOICES":
      return (
        <CheckboxGroup
          name={control}
          label={label}
          choices={options(shape.options)}
          defaultValues={typeof entered === "string" ? [entered] : entered}
          optional
        />
      );
    case "GROUP":
      return <Fieldset legend={label}>{Object.entries(shape.parts).map(([name, of]) => part(name, of))}</Fieldset>;
    case "LINES":
      return linesIn(typed, control).map((line, place) => (
        <Fieldset key={line} legend={t("revision.lineOf", { number: place + 1 })} hint={t("revision.lineHint")}>
          {Object.entries(shape.parts).map(([name, of]) => part(name, of, line))}
        </Fieldset>
      ));
    case "COUNT":
      return <TextInput name={control} label={label} inputMode="numeric" width="short" defaultValue={one} />;
    default:
      return (
        <TextInput
          name={control}
          label={label}
          hint={t(`revision.hints.${shape.of}`)}
          defaultValue={one}
          width="full"
          optional
        />
      );
  }
}

function linesIn(typed: Typed, control: string): string[] {
  const places = Object.keys(typed).flatMap((name) => {
    const [, place] = new RegExp(`^${control}-(\\d{1,2})-`, "u").exec(name) ?? [];
    return place === undefined ? [] : [Number(place)];
  });
  const count = Math.max(-1, ...places) + 1 + MORE_LINES;
  return Array.from({ length: count }, (_, place) => `${control}-${place}`);
}
