/** What a sentence about the next meeting is filled with, besides its day: time and place only where they are known. */
export function nextWords({ startTime, place }: { readonly startTime: string | null; readonly place: string | null }) {
  return { hasTime: yesNo(startTime), time: startTime ?? "", hasPlace: yesNo(place), place: place ?? "" };
}

const yesNo = (known: string | null) => (known === null ? "no" : "yes");
