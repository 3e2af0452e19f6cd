import { type FormEvent, useState } from 'react';
import { useMessages } from '../locale/use-messages.js';
import { announce } from '../states/announcer.js';
import { FormField } from './form-field.js';
import { PasswordField } from './password-field.js';
import type { Field, Problems } from './problems.js';

interface AccountFormProps {
  readonly fields: readonly Field[];
  /** The password is chosen here, rather than known. */
  readonly isNew: boolean;
  readonly label: string;
  /** What is not among the fields is `''`. */
  readonly onSubmit: (credentials: { email: string; password: string }) => Promise<Problems | null>;
  readonly onDone: () => void;
}

const none: Problems = { byField: {}, other: null };

/** The API judges the fields, all at once; the browser's own bubbles are off. */
export function AccountForm({ fields, isNew, label, onSubmit, onDone }: AccountFormProps) {
  const messages = useMessages();
  const [problems, setProblems] = useState(none);
  const [isSending, setIsSending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    const entered = new FormData(form);
    setIsSending(true);
    const found = await onSubmit({ email: textOf(entered, 'email'), password: textOf(entered, 'password') }).catch(
      (): Problems => ({ byField: {}, other: messages.failedHint }),
    );
    setIsSending(false);
    if (found === null) {
      onDone();
      return;
    }
    setProblems(found);
    const wrong = fields.filter((field) => found.byField[field] !== undefined);
    if (wrong.length > 0) announce(messages.checkFields(wrong.length));
    const [first] = wrong;
    if (first !== undefined) form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  return (
    <form className="form" noValidate aria-busy={isSending} onSubmit={(event) => void submit(event)}>
      <p className="problem" role="alert">
        {problems.other}
      </p>
      {fields.includes('email') && (
        <FormField
          name="email"
          type="email"
          label={messages.email}
          autoComplete={isNew ? 'email' : 'username'}
          problem={problems.byField.email}
        />
      )}
      {fields.includes('password') && <PasswordField isNew={isNew} problem={problems.byField.password} />}
      <button type="submit" className="button button-main">
        {isSending ? messages.loading : label}
      </button>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
