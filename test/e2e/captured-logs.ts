import { jest } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';

export type LogLine = Readonly<Record<string, unknown>>;

const turns = 1000;

/** What the app logs in this process; made before the app is, since pino chooses its stream then. */
export class CapturedLogs {
  private text = '';
  private readonly spy;

  constructor() {
    this.spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      this.text += String(chunk);
      return true;
    });
  }

  /** Everything that was written since the last call of `clear`. */
  get all(): string {
    return this.text;
  }

  get lines(): LogLine[] {
    return this.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LogLine);
  }

  /** The line of the request with the ID: it is written once the answer is on its way, perhaps after that has come. */
  async lineOfRequest(requestId: string | null): Promise<LogLine> {
    for (let turn = 0; turn < turns; turn += 1) {
      const found = this.lines.find((line) => line.requestId === requestId && 'durationMs' in line);
      if (found !== undefined) return found;
      await nextTurn();
    }
    throw new Error(`No line for the request ${requestId} among:\n${this.text}`);
  }

  clear(): void {
    this.text = '';
  }

  restore(): void {
    this.spy.mockRestore();
  }
}
