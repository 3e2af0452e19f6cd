interface ProblemProps {
  readonly text: string | null;
}

/** Why a change was taken back. The element is always there, so that what comes into it is read out. */
export function Problem({ text }: ProblemProps) {
  return (
    <p className="problem" role="alert">
      {text}
    </p>
  );
}
