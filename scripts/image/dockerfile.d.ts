export interface Step {
  readonly keyword: string;
  readonly flags: Readonly<Record<string, string | null>>;
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

export interface DockerStage {
  readonly name: string;
  readonly from: string;
  readonly steps: readonly Step[];
}

export function readStages(text: string): DockerStage[];
