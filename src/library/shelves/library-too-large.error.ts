import { CodedError } from '../../platform/errors/coded-error.js';

/** A part of a library that has too many films to be sorted or filtered by what the catalogue says of them. */
export class LibraryTooLargeError extends CodedError {
  override readonly name = 'LibraryTooLargeError';
  readonly code = 'LIBRARY_TOO_LARGE';
  override readonly details: { readonly allowed: number; readonly actual: number };

  constructor(allowed: number, actual: number) {
    super(
      `By title, release date, runtime and genre at most ${allowed} entries can be sorted or filtered; these are ${actual}. Filter them by rating or by what is watched, or sort them another way.`,
    );
    this.details = { allowed, actual };
  }
}
