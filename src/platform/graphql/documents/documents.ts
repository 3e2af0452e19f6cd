import type { OnApplicationShutdown } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import type { AppConfig } from '../../../config/app-config.js';
import type { ErrorCode } from '../../errors/error-code.js';
import type { DocumentCache } from './document-cache.js';
import { documentOf, type RequestParts } from './document-of.js';
import { sha256 } from './sha256.js';
import { type TrustedDocument, trustTexts } from './trusted-document.js';

export type Admission =
  /** Names no document at all. */
  | { readonly kind: 'none' }
  | ({ readonly kind: 'trusted' } & TrustedDocument)
  /** With a hash it is to be registered once it has proved to run; the hash is that of the text. */
  | { readonly kind: 'text'; readonly text: string; readonly hash?: string }
  /** To be looked up by `find`. */
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'refused'; readonly status: number; readonly code: ErrorCode; readonly message: string };

/** Which documents may run, and what the hashes stand for that clients send in place of them. */
export class Documents implements OnApplicationShutdown {
  private trusted: ReadonlyMap<string, TrustedDocument> = new Map();

  constructor(
    private readonly mode: AppConfig['documents']['mode'],
    private readonly trustedTexts: ReadonlyMap<string, string>,
    private readonly cache: DocumentCache,
  ) {}

  /** Whether trusted documents run, and nothing else. */
  get isRequired(): boolean {
    return this.mode === 'require';
  }

  /**
   * Trusts the documents of the file from here on: before the first request.
   *
   * @throws ConfigError naming those that do not fit the schema
   */
  trust(schema: GraphQLSchema, options: { readonly introspection: boolean }): void {
    this.trusted = trustTexts(this.trustedTexts, schema, options);
  }

  /** What is to become of a request. A document is trusted for what it is: by its hash, its text, or both. */
  admit(parts: RequestParts): Admission {
    const named = documentOf(parts);
    if (named.kind === 'none') return named;
    if (named.kind === 'refused') return { ...named, status: 400, code: 'BAD_REQUEST' };
    const { text } = named;
    const isHashOfText = named.kind === 'text' || text === undefined || sha256(text) === named.hash;
    if (!isHashOfText) return refusal('BAD_REQUEST', 'The hash is not the SHA-256 of the document.');
    const trusted =
      this.trusted.size === 0 ? null : this.findTrusted(named.kind === 'hash' ? named.hash : sha256(named.text));
    if (trusted !== null) return { kind: 'trusted', ...trusted };
    if (this.isRequired) return refusal('DOCUMENT_NOT_TRUSTED', 'This server runs the documents of its list only.');
    if (named.kind === 'text') return named;
    return text === undefined ? { kind: 'hash', hash: named.hash } : { kind: 'text', text, hash: named.hash };
  }

  findTrusted(hash: string): TrustedDocument | null {
    return this.trusted.get(hash) ?? null;
  }

  /** The text of a document, trusted or registered; null where nobody knows it. */
  async find(hash: string): Promise<string | null> {
    const trusted = this.findTrusted(hash);
    if (trusted !== null) return trusted.text;
    return this.isRequired ? null : this.cache.find(hash);
  }

  /** Remembers a document that runs, by the hash that it has. */
  register(hash: string, text: string): void {
    if (!this.isRequired && this.findTrusted(hash) === null) this.cache.keep(hash, text);
  }

  onApplicationShutdown(): void {
    this.cache.close();
  }
}

function refusal(code: ErrorCode, message: string): Admission {
  return { kind: 'refused', status: 400, code, message };
}
