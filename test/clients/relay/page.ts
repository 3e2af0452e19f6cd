import { Window } from 'happy-dom';

// React DOM looks for these two, and React for the third where `act` is used.
const window = new Window();
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });

// With a page its timers end. Relay's, which keep for five minutes what was let go of, would keep the process for as long.
const { setTimeout: start } = globalThis;
const startUnheld = (...task: Parameters<typeof setTimeout>) => start(...task).unref();
Object.assign(globalThis, { setTimeout: startUnheld });
