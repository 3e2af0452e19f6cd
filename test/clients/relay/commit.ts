import { commitMutation, type Environment, type MutationConfig, type MutationParameters } from 'relay-runtime';

/** Commits a mutation. @throws where no GraphQL came back. */
export function commit<Mutation extends MutationParameters>(
  environment: Environment,
  config: Omit<MutationConfig<Mutation>, 'onCompleted' | 'onError'>,
): Promise<Mutation['response']> {
  return new Promise((resolve, reject) => {
    commitMutation<Mutation>(environment, { ...config, onCompleted: resolve, onError: reject });
  });
}
