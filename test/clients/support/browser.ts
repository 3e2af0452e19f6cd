/** A request as the server got it. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * What a browser adds to `fetch`: the origin of the page and a jar for the cookies that pages can not read. It counts, too.
 */
export class Browser {
  readonly sent: Sent[] = [];
  private readonly cookies = new Map<string, string>();
  private counted = 0;

  constructor(private readonly origin: string) {}

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    const headers = new Headers(request.headers);
    headers.set('origin', this.origin);
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (jar !== '' && init?.credentials === 'include') headers.set('cookie', jar);
    this.sent.push({ method: request.method, url: new URL(request.url), headers, body });
    const response = await fetch(request.url, { method: request.method, headers, ...(body !== '' && { body }) });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  };

  /** How many requests went out since this was last asked. */
  takeCount(): number {
    const count = this.sent.length - this.counted;
    this.counted = this.sent.length;
    return count;
  }

  get hasCookie(): boolean {
    return this.cookies.size > 0;
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const isGone = value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
