import { Injectable } from '@nestjs/common';
import { textAlong } from '../platform/locale/along-chain.js';
import type { Locale } from '../platform/locale/locale.js';
import type { RequestContext } from '../platform/request/request-context.js';
import { keyOfPerson, type PersonKey, PersonLoader } from './person.loader.js';
import type { Person } from './person.model.js';

/** Tells lives in the best language of a chain. */
@Injectable()
export class BiographyService {
  constructor(private readonly people: PersonLoader) {}

  /** Asks early for what may stand in, so that it comes with the person's own call. */
  prefetch(key: PersonKey, locales: readonly Locale[], context: RequestContext): void {
    if (locales.length < 2) return;
    const details = this.people.peek(this.people.details, key);
    if (details === null || details?.biography) return;
    this.people.load(this.people.biographies, key, context).catch(() => undefined);
  }

  /** In the first locale of the person's chain in which there is one; null without any. */
  async read(person: Person, context: RequestContext): Promise<string | null> {
    const key = keyOfPerson(person);
    const { locales } = person.scope;
    this.prefetch(key, locales, context);
    const details = await this.people.load(this.people.details, key, context);
    if (details === null || details.biography !== null || locales.length < 2) return details && details.biography;
    // What stands in is no reason for the field to fail.
    const others = await this.people.load(this.people.biographies, key, context).catch(() => null);
    const { text, locale } = textAlong(locales, others ?? [], (biography) => biography.text);
    if (locale !== null) context.trace.locales.add(locale);
    return text;
  }
}
