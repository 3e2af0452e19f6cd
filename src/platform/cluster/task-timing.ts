/** When background tasks may begin; its own token, so that tests need not wait. */
export abstract class TaskTiming {
  /** So long after the start a process leaves TMDb to those who wait for answers. */
  abstract quietMs: number;
}

export const taskTiming: TaskTiming = { quietMs: 60_000 };
