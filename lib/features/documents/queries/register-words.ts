import "server-only";
import { type Day, fromDbDate } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import type { RegisterPerson } from "@/lib/features/documents/queries/list-register";
import { type Filling, paperWords } from "@/lib/features/documents/queries/paper-words";
import type { RegisterMove } from "@/lib/features/documents/rules/register-entry";

const words = messages.vi.members;
const format = formatIn("vi");

/** What is left to be written by hand, or told because a purpose was given. */
export type RegisterDepth = "PLAIN" | "SENSITIVE";

/* A cell without anything to say stays empty. */
const lines = (...parts: readonly (string | null | undefined)[]) => parts.filter((part) => part).join("\n");
const dayText = (on: Day | null) => on && format.day(on);

/** The 14 columns of a person's row (7-HSĐV), in the words of the paper. */
export function listRegisterCells(
  person: RegisterPerson,
  place: number,
  on: Day,
  depth: RegisterDepth,
): Filling["fields"] {
  const { fullName, otherName, sex, profile, sensitive, badgeNumbers } = person;
  const told = depth === "SENSITIVE" ? sensitive : null;
  return {
    number: String(place + 1),
    names: lines(fullName, otherName, profile && format.partialDay(partialDay(profile.birthOn))),
    sexAndOrigin: lines(words.sex[sex], told?.ethnicity, told?.religion),
    homePlace: profile ? [profile.homePlace, profile.homeProvince].filter(Boolean).join(", ") : "",
    learning: profile ? learningOf(profile) : "",
    occupation: profile?.occupation ?? "",
    partyDays: profile ? partyDaysOf(profile, on) : "",
    numbers: lines(profile?.cardNumber, profile?.recordNumber, ...badgeNumbers),
    service: profile ? serviceOf(profile) : "",
    movedOut: moveText(person.movedOut),
    movedIn: moveText(person.movedIn),
    died: dayText(person.diedOn) ?? "",
    left: person.left ? lines(format.day(person.left.on), words.ends[person.left.reason]) : "",
    note: noteOf(person, on),
  };
}

type Profile = NonNullable<RegisterPerson["profile"]>;

function learningOf({ education, theoryLevel, qualification, profession, foreignLanguages }: Profile): string {
  return lines(
    education === "UNKNOWN" ? null : words.education[education],
    theoryLevel === "NONE" ? null : `${paperWords.register.theory} ${words.theory[theoryLevel]}`,
    qualification === "NONE" ? null : words.qualification[qualification],
    profession,
    foreignLanguages,
  );
}

function partyDaysOf({ admittedOn, officialOn }: Profile, on: Day): string {
  const official = fromDbDate(officialOn);
  return lines(format.day(fromDbDate(admittedOn)), official && official <= on ? format.day(official) : null);
}

function serviceOf({ enlistedOn, dischargedOn }: Profile): string {
  const { enlisted, discharged } = paperWords.register;
  const dated = (word: string, on: string | null) => on && `${word} ${format.partialDay(partialDay(on))}`;
  return lines(dated(enlisted, enlistedOn), dated(discharged, dischargedOn));
}

function moveText(move: RegisterMove | null): string {
  return move ? lines(format.day(move.on), move.place) : "";
}

function noteOf({ activity, profile, isPresent }: RegisterPerson, on: Day): string {
  const official = profile && fromDbDate(profile.officialOn);
  const isProbationary = isPresent && profile !== null && (official === null || official > on);
  return lines(activity && words.status[activity], isProbationary ? words.status.PROBATIONARY : null);
}
