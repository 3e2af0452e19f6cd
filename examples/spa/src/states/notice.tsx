import type { ReactNode } from 'react';

interface NoticeProps {
  readonly children: ReactNode;
  /** Nothing is wrong: it is only good to know. */
  readonly isQuiet?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A line above what is shown all the same. */
export function Notice({ children, isQuiet = false, action }: NoticeProps) {
  return (
    <div className={isQuiet ? 'notice notice-quiet' : 'notice'}>
      <output>{children}</output>
      {action !== undefined && (
        <button type="button" className="button button-small" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
