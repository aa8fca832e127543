import { z } from "zod";
import { dayOf } from "@/lib/core/day";
import { count } from "@/lib/core/fields";
import type { Shape } from "@/lib/features/rule-sets/schema/parameters";

/** What a form holds, by control. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A control that was not filled in as it should be, and what to do. */
export type TypedFault = {
  readonly control: string;
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

const record = z.record(z.string(), z.unknown());
const rows = z.array(record);
const texts = z.array(z.union([z.string(), z.number()]));
/* A year with every day that one can have. */
const LEAP_YEAR = 2024;
const DATE = /^(\d{1,2})\/(\d{1,2})$/u;

/** The value as it is typed: `value`, of a group `value-part`, of lines `value-0-part`. */
export function typedOf(shape: Shape, value: unknown, control = "value"): Record<string, string | string[]> {
  switch (shape.of) {
    case "YES_NO":
      return { [control]: value === true ? "yes" : "no" };
    case "CHOICES":
      return { [control]: texts.parse(value).map(String) };
    case "COUNTS":
      return { [control]: texts.parse(value).join(", ") };
    case "DATES":
      return { [control]: texts.parse(value).map(typedDate).join(", ") };
    case "GROUP":
      return typedParts(shape.parts, record.parse(value), control);
    case "LINES": {
      const lines = rows.parse(value).map((line, place) => typedParts(shape.parts, line, `${control}-${place}`));
      return Object.assign({}, ...lines);
    }
    default:
      return { [control]: String(value) };
  }
}

function typedParts(parts: Readonly<Record<string, Shape>>, value: Record<string, unknown>, control: string) {
  const typed = Object.entries(parts).map(([name, part]) => typedOf(part, value[name], `${control}-${name}`));
  return Object.assign({}, ...typed);
}

/** The value that the controls hold; every control that does not hold what it should is a fault. Lines left empty are left out. */
export function readTyped(shape: Shape, typed: Typed): { value: unknown } | { faults: TypedFault[] } {
  const faults: TypedFault[] = [];
  const value = read(shape, typed, { control: "value", faults });
  return faults.length > 0 ? { faults } : { value };
}

type Place = { readonly control: string; readonly faults: TypedFault[] };

function read(shape: Shape, typed: Typed, place: Place): unknown {
  const entered = typed[place.control];
  const one = typeof entered === "string" ? entered : "";
  switch (shape.of) {
    case "COUNT":
      return readCount(one, shape, place);
    case "YES_NO":
      return readChoice(one, ["yes", "no"], place) === "yes";
    case "CHOICE":
      return readChoice(one, shape.options, place);
    case "CHOICES": {
      const all = typeof entered === "string" ? [entered] : (entered ?? []);
      return all.map((each) => readChoice(each, shape.options, place));
    }
    case "COUNTS":
      return partsOf(one).map((each) => readCount(each, { least: 0, most: 1200 }, place));
    case "DATES":
      return partsOf(one).map((each) => readDate(each, place));
    case "GROUP":
      return readParts(shape.parts, typed, place);
    case "LINES":
      return placesIn(typed, shape.parts, place.control).map((line) =>
        readParts(shape.parts, typed, { ...place, control: line }),
      );
  }
}

function readParts(parts: Readonly<Record<string, Shape>>, typed: Typed, place: Place) {
  const found = Object.entries(parts).map(([name, part]) => [
    name,
    read(part, typed, { ...place, control: `${place.control}-${name}` }),
  ]);
  return Object.fromEntries(found);
}

/* The lines in which anything was entered, in their order. */
function placesIn(typed: Typed, parts: Readonly<Record<string, Shape>>, control: string): string[] {
  const line = new RegExp(`^${control}-(\\d{1,2})-(${Object.keys(parts).join("|")})$`, "u");
  const places = Object.entries(typed).flatMap(([name, entered]) => {
    const [, place] = line.exec(name) ?? [];
    return place === undefined || entered === "" ? [] : [Number(place)];
  });
  return [...new Set(places)].toSorted((one, other) => one - other).map((place) => `${control}-${place}`);
}

function partsOf(entered: string): string[] {
  return entered.split(/[,;]/u).flatMap((part) => part.trim() || []);
}

function readCount(entered: string, { least, most }: { least: number; most: number }, { control, faults }: Place) {
  const parsed = count(least, most).safeParse(entered);
  if (parsed.success) return parsed.data;
  faults.push({ control, key: "refusals.fields.count", values: { min: least, max: most } });
  return least;
}

function readChoice(entered: string, options: readonly string[], { control, faults }: Place): string {
  if (!options.includes(entered)) faults.push({ control, key: "refusals.fields.choose" });
  return entered;
}

function readDate(entered: string, { control, faults }: Place): string {
  const [, date = "", month = ""] = DATE.exec(entered) ?? [];
  if (dayOf(LEAP_YEAR, Number(month), Number(date)) === null) faults.push({ control, key: "ruleSets.errors.dates" });
  return `${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}

function typedDate(stored: string | number): string {
  return String(stored).split("-").toReversed().join("/");
}
