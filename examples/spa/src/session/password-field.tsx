import { useState } from 'react';
import { useMessages } from '../locale/use-messages.js';
import { FormField } from './form-field.js';

interface PasswordFieldProps {
  /** It is chosen here, rather than known. */
  readonly isNew: boolean;
  readonly problem: string | undefined;
}

export function PasswordField({ isNew, problem }: PasswordFieldProps) {
  const { password, passwordHint, showPassword } = useMessages();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <FormField
        name="password"
        type={isShown ? 'text' : 'password'}
        label={password}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? passwordHint : undefined}
        problem={problem}
      />
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ target }) => setIsShown(target.checked)} />
        {showPassword}
      </label>
    </>
  );
}
