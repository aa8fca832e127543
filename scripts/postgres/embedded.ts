import type { Profile } from "../profile";
import type { Secrets } from "../secrets";
import { type Binaries, installBinaries } from "./binaries";
import { configureCluster } from "./configuration";
import { ADMIN, initialiseCluster } from "./initialise";
import { databasePlace, makePlace, type Place } from "./place";
import { chooseAnyPort, chooseSamePort, type PortChoice } from "./port";
import { startServer, stopServer } from "./server";

/** A running embedded PostgreSQL server. */
export type EmbeddedServer = {
  place: Place;
  adminUrl: string;
  /** True when it was running before we came. */
  adopted: boolean;
  /** Starts it again on the same port after it died; resolves at once while it runs. */
  ensureRunning: () => Promise<string>;
  stop: () => Promise<void>;
};

/** Runs the profile's own PostgreSQL server, made on the first call, adopted if it runs already. */
export async function startEmbedded(profile: Profile, secrets: Secrets): Promise<EmbeddedServer> {
  const place = databasePlace(profile);
  makePlace(place);
  const binaries = installBinaries(place);
  initialiseCluster(place, binaries, secrets.admin);

  const up = (choosePort: PortChoice) => bringUp(place, binaries, profile, secrets, choosePort);
  const { adminUrl, adopted } = await up(chooseAnyPort);
  return {
    place,
    adminUrl,
    adopted,
    ensureRunning: async () => (await up(chooseSamePort)).adminUrl,
    stop: () => stopServer(place, binaries),
  };
}

async function bringUp(place: Place, binaries: Binaries, profile: Profile, secrets: Secrets, choosePort: PortChoice) {
  configureCluster(place, profile);
  const { port, adopted } = await startServer(place, binaries, secrets.admin, choosePort);
  return { adminUrl: `postgres://${ADMIN}:${secrets.admin}@127.0.0.1:${port}/postgres`, adopted };
}
