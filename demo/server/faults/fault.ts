/**
 * A way to fail. `delay` and `drip` give the true answer in the end; `cut` and `half-body` give half of it, the first
 * against its `content-length`, the second as valid HTTP; `reset` breaks the connection before any header; `hang`
 * never answers; `huge` streams so many bytes at the pace of the reader.
 */
export type Fault =
  | { kind: 'status'; status: number; body?: unknown; retryAfterSeconds?: number }
  | { kind: 'delay'; ms: number }
  | { kind: 'hang' }
  | { kind: 'reset' }
  | { kind: 'cut' }
  | { kind: 'half-body' }
  | { kind: 'rubbish' }
  | { kind: 'wrong-shape' }
  | { kind: 'huge'; bytes: number }
  | { kind: 'drip'; ms: number };
