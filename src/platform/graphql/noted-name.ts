/** A name may be as long as a body; nobody reads more of it than this. */
const nameLimit = 100;

/** The name of an operation, as logs tell it. */
export function notedName(name: string | null | undefined): string | undefined {
  return name?.slice(0, nameLimit);
}
