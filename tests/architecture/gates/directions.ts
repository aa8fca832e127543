import { FEATURE_ORDER, isRoom, PURE_CORE, PURE_ROOMS, placeOf, ROOM_MAY_USE, type Room } from "../house";
import type { Fault, SourceFile } from "../source-tree";
import { type Import, importsOf, isCode } from "../syntax";

/** Every file of a feature stands in a known feature and in one of its rooms. */
export function unknownRooms(files: readonly SourceFile[]): Fault[] {
  return files.flatMap(({ path }) => {
    const place = placeOf(path);
    if (place === null) return [];
    if (!FEATURE_ORDER.includes(place.feature)) return [{ path, what: `no feature called ${place.feature}` }];
    return isRoom(place.room) ? [] : [{ path, what: `no room called ${place.room}` }];
  });
}

/** A feature imports, types included, only from itself and from the features to its left. */
export function featuresOutOfOrder(files: readonly SourceFile[]): Fault[] {
  return eachImport(files, (from, path) => {
    const [here, there] = [placeOf(path), placeOf(from.from)];
    if (here === null || there === null) return null;
    const isLater = FEATURE_ORDER.indexOf(there.feature) > FEATURE_ORDER.indexOf(here.feature);
    return isLater ? `${here.feature} imports ${there.feature}, which stands to its right` : null;
  });
}

/** A room uses the values of those rooms only that the table of rooms names. */
export function roomsOutOfDirection(files: readonly SourceFile[]): Fault[] {
  return eachImport(files, (from, path) => {
    const [here, there] = [placeOf(path), placeOf(from.from)];
    if (here === null || there === null || from.isTypeOnly || !isRoom(here.room)) return null;
    return isAllowed(here.room, there.room) ? null : `${here.room} uses ${from.from}`;
  });
}

/** A pure room uses no package but zod, in schema, and no part of core that could ask a clock, a server or a database. */
export function impureRooms(files: readonly SourceFile[]): Fault[] {
  return eachImport(files, (from, path) => {
    const room = placeOf(path)?.room ?? "";
    if (from.isTypeOnly || !isRoom(room) || !PURE_ROOMS.includes(room) || placeOf(from.from)) return null;
    const isPure = PURE_CORE.some((allowed) => allowed.test(from.from)) || (room === "schema" && from.from === "zod");
    return isPure ? null : `${room} is pure and uses ${from.from}`;
  });
}

/** The floors of the house: core knows no feature, features no screens, screens no commands, the kit nothing above it. */
export function floorsOutOfDirection(files: readonly SourceFile[]): Fault[] {
  return eachImport(files, (from, path) => {
    const wall = WALLS.find(([here, there]) => here.test(path) && there.test(from.from));
    if (wall) return `must not import ${from.from}`;
    const isScreen = path.startsWith("components/") && !from.isTypeOnly;
    return isScreen && NOT_FOR_SCREENS.test(from.from) ? `a screen uses ${from.from}` : null;
  });
}

/** Only core's db opens the way to the database: nobody else in the product uses the client, an adapter or the driver. */
export function otherWaysToDatabase(files: readonly SourceFile[]): Fault[] {
  return eachImport(files, (from, path) => {
    if (!/^(app|components|lib|prisma\/seed)\//u.test(path) || path.startsWith("lib/core/db/") || from.isTypeOnly)
      return null;
    const isDriver = /^(@prisma\/|pg(\/|$)|lib\/core\/db\/generated\/client)/u.test(from.from);
    return isDriver ? `uses ${from.from} outside lib/core/db` : null;
  });
}

/** Nothing is handed on: every import names the file in which the thing lives. */
export function reExports(files: readonly SourceFile[]): Fault[] {
  return eachImport(files, (from) => (from.isReExport ? `hands on ${from.from}` : null));
}

const WALLS: readonly (readonly [RegExp, RegExp])[] = [
  [/^lib\/core\//u, /^(lib\/features|components|app|scripts|tests|prisma)\//u],
  [/^lib\/features\//u, /^(components|app|scripts|tests|prisma)\//u],
  [/^components\//u, /^(app|scripts|tests|prisma)\//u],
  [/^components\/ui\//u, /^(components\/(?!ui\/)|lib\/features\/)/u],
  [/^components\/shared\//u, /^(components\/(?!ui\/|shared\/)|lib\/features\/)/u],
  [/^app\//u, /^(lib\/features\/[^/]+\/(commands|rules|policy)|lib\/core\/command$|scripts\/|tests\/|prisma\/)/u],
];
const NOT_FOR_SCREENS =
  /^(lib\/features\/[^/]+\/(commands|queries|rules|policy|catalogue)|lib\/core\/(query|command|audit|env|identity|db\/(?!generated\/enums)))/u;

function isAllowed(room: Room, used: string): boolean {
  return isRoom(used) && ROOM_MAY_USE[room].includes(used);
}

function eachImport(files: readonly SourceFile[], judge: (from: Import, path: string) => string | null): Fault[] {
  return files
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap((from) => {
        const what = judge(from, file.path);
        return what === null ? [] : [{ path: file.path, what }];
      }),
    );
}
