/** The style of the frame around the explorers, in the colours that the browser prefers. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#faf9f7, #17181c);
  --line: light-dark(#e4e1db, #2c2e35);
  --ink: light-dark(#1f2024, #ececf0);
  --quiet: light-dark(#5c5e66, #a3a6b1);
  --accent: light-dark(#b23c0b, #ff9a6b);
}
* { box-sizing: border-box; }
body {
  display: grid;
  grid-template-rows: auto minmax(420px, 1fr) auto;
  min-height: 100dvh;
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 14px/1.45 system-ui, sans-serif;
}
header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 28px; padding: 8px 16px; border-bottom: 1px solid var(--line); }
h1 { display: flex; align-items: center; gap: 8px; margin: 0; font-size: 16px; letter-spacing: -0.01em; }
nav { display: flex; flex-wrap: wrap; gap: 4px; }
header a { padding: 4px 10px; border-radius: 6px; color: var(--quiet); text-decoration: none; }
header a:hover { color: var(--ink); }
header > a { margin-left: auto; }
nav a[aria-current] { color: var(--accent); background: color-mix(in srgb, var(--accent) 10%, transparent); font-weight: 600; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
main { position: relative; min-height: 0; overflow: auto hidden; }
main p { margin: 0; padding: 12px 16px; color: var(--quiet); }
main > .waiting { position: absolute; inset: 0; display: grid; place-content: center; text-align: center; }
main > .waiting:empty { display: none; }
main > .told { position: sticky; left: 0; display: none; max-width: 100vw; border-bottom: 1px solid var(--line); }
main > .told:target { display: block; }
main:has(> .told:target) { display: grid; grid-template-rows: auto minmax(0, 1fr); }
iframe { display: block; width: 100%; min-width: 680px; height: 100%; border: 0; background: var(--ground); }
#sandbox { position: absolute; inset: 0; }
footer { padding: 6px 16px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 12px; }
footer p { margin: 0; }
`;
