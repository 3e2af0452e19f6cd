/** One bad request over HTTP; a POST of JSON where it says nothing else. */
export interface Attack {
  readonly name: string;
  readonly method?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The query of the address, without `?`. */
  readonly search?: string;
}
