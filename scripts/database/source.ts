import { startEmbedded } from "../postgres/embedded";
import type { Profile } from "../profile";
import { Refusal } from "../refusal";
import type { Secrets } from "../secrets";

/** The PostgreSQL server of a profile: the embedded one, or the one DATABASE_URL names. */
export type DatabaseSource = {
  adminUrl: string;
  /** Where its files are, for people; null when it is somebody else's server. */
  place: string | null;
  wasRunning: boolean;
  ensureRunning: () => Promise<string>;
  stop: () => Promise<void>;
};

/** The server named by DATABASE_URL, or else the profile's own. */
export async function openDatabaseSource(profile: Profile, secrets: Secrets): Promise<DatabaseSource> {
  const named = process.env.DATABASE_URL;
  return named ? namedSource(named) : embeddedSource(profile, secrets);
}

/** The profile's own server, whatever DATABASE_URL says. */
export async function embeddedSource(profile: Profile, secrets: Secrets): Promise<DatabaseSource> {
  const server = await startEmbedded(profile, secrets);
  return {
    adminUrl: server.adminUrl,
    place: server.place.home,
    wasRunning: server.adopted,
    ensureRunning: server.ensureRunning,
    stop: server.stop,
  };
}

function namedSource(adminUrl: string): DatabaseSource {
  if (!/^postgres(ql)?:\/\//.test(adminUrl) || !URL.canParse(adminUrl)) {
    throw new Refusal("DATABASE_URL must look like postgres://user:password@host:5432/name.");
  }
  return {
    adminUrl,
    place: null,
    wasRunning: true,
    ensureRunning: async () => adminUrl,
    stop: async () => undefined,
  };
}
