/** What signing in and refreshing answer. */
export interface Access {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
}

const refreshQuery = `mutation RefreshSession {
  refreshSession(input: {}) {
    ... on AuthSuccess {
      accessToken
      accessTokenExpiresAt
    }
  }
}`;

/** How to ask for it: by its text, or by its hash where a server runs trusted documents only. */
export type RefreshQuestion = { readonly query: string } | { readonly documentId: string | undefined };

interface RefreshAnswer {
  readonly data?: { readonly refreshSession: Partial<Access> | null } | null;
}

/**
 * Who is signed in: the access token is in the memory of the page, the refresh token in a cookie that no script can read.
 * `fetch` goes to any client in the place of the global one.
 */
export class Session {
  private access: Access | null = null;
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly endpoint: string,
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
    private readonly now: () => number = Date.now,
    private readonly refreshQuestion: RefreshQuestion = { query: refreshQuery },
  ) {}

  get isSignedIn(): boolean {
    return this.access !== null;
  }

  /** Takes what `register` or `login` answered, or null to forget it. */
  take(access: Access | null): void {
    this.access = access;
  }

  /** Sends the access token, a new one where it is about to end, and asks once more where it was not accepted. */
  readonly fetch: typeof fetch = async (input, init) => {
    if (this.access !== null && Date.parse(this.access.accessTokenExpiresAt) - this.now() < 30_000)
      await this.refresh();
    const used = this.access;
    const response = await this.send(input, this.signed(init));
    if (response.status !== 401 || used === null) return response;
    // Somebody else may have been quicker.
    if (this.access === used) await this.refresh();
    return this.send(input, this.signed(init));
  };

  /** Also when the page opens, to learn whether somebody is signed in. Questions that come meanwhile wait for it. */
  refresh(): Promise<void> {
    this.refreshing ??= this.askAnew().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async askAnew(): Promise<void> {
    const response = await this.send(this.endpoint, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.refreshQuestion),
    });
    const { data } = (await response.json()) as RefreshAnswer;
    const { accessToken, accessTokenExpiresAt } = data?.refreshSession ?? {};
    this.access = accessToken && accessTokenExpiresAt ? { accessToken, accessTokenExpiresAt } : null;
  }

  private signed(init: RequestInit = {}): RequestInit {
    const headers = new Headers(init.headers);
    if (this.access !== null) headers.set('authorization', `Bearer ${this.access.accessToken}`);
    return { ...init, headers, credentials: 'include' };
  }
}
