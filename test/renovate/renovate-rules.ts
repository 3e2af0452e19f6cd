import { matchesGlob } from 'node:path';

/** What of a rule of Renovate's is used here. */
export interface Rule {
  readonly description: string;
  readonly matchPackageNames?: readonly string[];
  readonly matchFileNames?: readonly string[];
  readonly groupName?: string;
  readonly allowedVersions?: string;
  readonly minimumReleaseAge?: string | null;
  readonly enabled?: boolean;
  readonly ignoreUnstable?: boolean;
}

type Versions = Readonly<Record<string, string>>;

export interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
  /** Versions, or of what a package depends on; those are not Renovate's. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** Patterns are names, or globs over the parts of names. */
export function isMatch(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(name, pattern));
}

/** The pins that patterns meet, in manifests and as images. */
export function versionsMatched(
  patterns: readonly string[],
  manifests: readonly Manifest[],
  images: readonly (readonly [name: string, version: string])[],
): string[] {
  const pins = manifests.flatMap(({ dependencies, devDependencies, optionalDependencies, overrides }) =>
    [dependencies, devDependencies, optionalDependencies, overrides].flatMap((part) => Object.entries(part ?? {})),
  );
  return [...pins, ...images].flatMap(([name, version]) =>
    typeof version === 'string' && isMatch(name, patterns) ? [version] : [],
  );
}
