import type { RatingLevel } from "@/lib/core/db/generated/enums";
import type { Format } from "@/lib/core/i18n/format";
import type { Filling } from "@/lib/features/dashboard/rules/paragraph";

/**
 * What a sentence of the catalogues is filled with, by argument. A share `x` fills `xPercent`, `xPart` and `xWhole`, so that
 * a percentage never stands without its fraction.
 */
export function writtenFilling(
  name: string,
  filling: Filling,
  format: Format,
  levelWord: (level: RatingLevel) => string,
): [string, string | number][] {
  switch (filling.kind) {
    case "count":
      return [[name, filling.count]];
    case "share":
      return [
        [`${name}Percent`, format.percent((filling.share.percentTenths ?? 0) / 1000)],
        [`${name}Part`, format.number(filling.share.numerator)],
        [`${name}Whole`, format.number(filling.share.denominator)],
      ];
    case "tenths":
      return [[name, format.percent(filling.tenths / 1000)]];
    case "day":
      return [[name, format.day(filling.day)]];
    case "year":
      return [[name, String(filling.year)]];
    case "level":
      return [[name, levelWord(filling.level)]];
    case "name":
      return [[name, filling.name]];
  }
}
