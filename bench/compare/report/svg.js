/** Colours that follow the reader's; a picture in a page of GitHub is told which by the browser. */
const style = `
  svg { color-scheme: light dark; }
  .paper { fill: #ffffff; }
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .note { font-size: 11px; fill: #59636e; }
  .grid { stroke: #d1d9e0; stroke-width: 1; }
  .own { fill: #0a66c2; } .peer { fill: #8c959f; } .limit { fill: #57606a; }
  path { fill: none; stroke-width: 2; }
  path.own { fill: none; stroke: #0a66c2; } path.peer { fill: none; stroke: #bc4c00; } path.limit { fill: none; stroke: #57606a; }
  circle.peer { fill: #bc4c00; }
  text.own { fill: #0a66c2; } text.peer { fill: #bc4c00; } text.limit { fill: #57606a; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; }
    text { fill: #f0f6fc; }
    .note { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .own { fill: #4493f8; } .peer { fill: #656c76; } .limit { fill: #9198a1; }
    path.own { stroke: #4493f8; } path.peer { stroke: #f0883e; } path.limit { stroke: #9198a1; }
    circle.peer { fill: #f0883e; }
    text.own { fill: #4493f8; } text.peer { fill: #f0883e; } text.limit { fill: #9198a1; }
  }
`;

/** A whole picture of these parts, with a title and a description for those who can not see it. */
export function picture({ width, height, title, description, parts }) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escape(title)}</title>`,
    `<desc id="description">${escape(description)}</desc>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

export function text(x, y, words, { kind = '', anchor = 'start' } = {}) {
  return `<text x="${round(x)}" y="${round(y)}" class="${kind}" text-anchor="${anchor}">${escape(words)}</text>`;
}

export function bar(x, y, width, height, kind) {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(width, 1))}" height="${height}" rx="2" class="${kind}"/>`;
}

export function line([x1, y1], [x2, y2], kind) {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${kind}"/>`;
}

/** A line through points, with a dot at each. */
export function curve(points, kind) {
  const steps = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ');
  const dots = points.map(([x, y]) => `<circle cx="${round(x)}" cy="${round(y)}" r="3" class="${kind}"/>`);
  return [`<path d="${steps}" class="${kind}"/>`, ...dots].join('\n');
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function escape(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
