/** What Prometheus reads, by `name{labels}` as it is written. @throws Error for a line that is none. */
export function readMetrics(text: string): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, series, value] = /^([a-z_:][\w:]*(?:\{.*\})?) (\S+)$/i.exec(line) ?? [];
    if (series === undefined) throw new Error(`Not a sample: ${line}`);
    samples.set(series, Number(value));
  }
  return samples;
}

/** The names of metrics, with their types. */
export function typesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]));
}
