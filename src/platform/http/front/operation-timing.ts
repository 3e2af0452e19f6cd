/** The time an operation may take before it is given up; tests shorten it. */
export const operationTiming = { limitMs: 10_000 };
