/** The time of day; its own injection token, so that tests can set it. */
export abstract class Clock {
  abstract now(): Date;
}

export const systemClock: Clock = { now: () => new Date(Date.now()) };
