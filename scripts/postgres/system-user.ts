import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { Refusal } from "../refusal";

export type SystemUser = { name: string; uid: number; gid: number };

const PREFERRED = ["so-dang-bo", "postgres", "nobody"];

/**
 * The unprivileged user the database runs as when we are root, or null when we are not.
 * A cluster that exists keeps its owner, whatever users were added to the system since.
 */
export function databaseUser(cluster: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readUsers();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return users.find((user) => user.uid === owner.uid) ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  return preferredUser(users) ?? addUser();
}

function preferredUser(users: SystemUser[]): SystemUser | undefined {
  return PREFERRED.map((name) => users.find((user) => user.name === name)).find((user) => user !== undefined);
}

function readUsers(): SystemUser[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0);
}

function addUser(): SystemUser {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "so-dang-bo"], { stdio: "ignore" });
  } catch {
    throw new Refusal(
      "PostgreSQL does not run as root and no unprivileged user could be made: add one with `useradd --system so-dang-bo`, or run as an ordinary user.",
    );
  }
  const user = preferredUser(readUsers());
  if (!user) throw new Refusal("PostgreSQL does not run as root: run this command as an ordinary user.");
  return user;
}
