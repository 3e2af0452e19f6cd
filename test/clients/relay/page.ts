import { Window } from 'happy-dom';

// React DOM looks for these two, and React for the third where `act` is used.
const window = new Window();
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
