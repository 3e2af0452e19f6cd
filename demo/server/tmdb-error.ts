const known = {
  3: [401, 'Authentication failed: You do not have permissions to access the service.'],
  4: [405, "Invalid format: This service doesn't exist in that format."],
  5: [422, 'Invalid parameters: Your request parameters are incorrect.'],
  6: [404, 'Invalid id: The pre-requisite id is invalid or not found.'],
  7: [401, 'Invalid API key: You must be granted a valid key.'],
  9: [503, 'Service offline: This service is temporarily offline, try again later.'],
  11: [500, 'Internal error: Something went wrong.'],
  20: [422, 'Invalid date range: Should be a range no longer than 14 days.'],
  22: [400, 'Invalid page: Pages start at 1 and max at 500. They are expected to be an integer.'],
  23: [400, 'Invalid date: Format needs to be YYYY-MM-DD.'],
  24: [504, 'Your request to the backend server timed out. Try again.'],
  25: [429, 'Your request count is over the allowed limit.'],
  27: [400, 'Too many append to response objects: The maximum number of remote calls is 20.'],
  34: [404, 'The resource you requested could not be found.'],
  43: [502, "Couldn't connect to the backend server."],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type TmdbErrorCode = keyof typeof known;

/** A refusal as TMDb words it: the HTTP status and the body that go with one of its error codes. */
export class TmdbError extends Error {
  readonly status: number;

  constructor(readonly code: TmdbErrorCode) {
    super(known[code][1]);
    this.status = known[code][0];
  }

  get body(): { success: false; status_code: number; status_message: string } {
    return { success: false, status_code: this.code, status_message: this.message };
  }
}

/** The error that TMDb would send with an HTTP status; code 11 for a status of which it has none. */
export function tmdbErrorOfStatus(status: number): TmdbError {
  const entry = Object.entries(known).findLast(([, [httpStatus]]) => httpStatus === status);
  return new TmdbError(entry === undefined ? 11 : (Number(entry[0]) as TmdbErrorCode));
}
