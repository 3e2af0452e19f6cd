import { realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** Whom PostgreSQL runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** Whether we are root and become that user; PostgreSQL refuses to run as root. */
  readonly isOther: boolean;
}

/** `nobody`: no system has to make a user for us. */
const unprivileged = 65_534;

/** The user of this process; for root, the owner of the data there is already, else an unprivileged one. */
export function serverUser(data: string): ServerUser {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, isOther: false };
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, isOther: true };
  return { uid: unprivileged, gid: unprivileged, isOther: true };
}

/** What makes `spawn` run as the user. */
export function spawnAs({ uid, gid, isOther }: ServerUser): { readonly uid?: number; readonly gid?: number } {
  return isOther ? { uid, gid } : {};
}

/** Whether the user may read and enter a file or folder, and every folder above it. */
export function canReach(path: string, user: ServerUser): boolean {
  const real = realpathSync(path);
  return may(statSync(real), user, 0o5) && canEnter(dirname(real), user);
}

function canEnter(folder: string, user: ServerUser): boolean {
  const above = dirname(folder);
  return may(statSync(folder), user, 0o1) && (above === folder || canEnter(above, user));
}

function may({ mode, uid, gid }: Stats, user: ServerUser, wanted: number): boolean {
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
