import type { MouseEvent } from 'react';

interface SkipLinkProps {
  readonly label: string;
}

/** Leaves the address alone: a fragment would be a step of its own to go back by, and take the place of a mail's. */
export function SkipLink({ label }: SkipLinkProps) {
  return (
    <a className="skip" href="#content" onClick={skip}>
      {label}
    </a>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
