import type { Service } from './compose-file.js';

const openings = ['privileged', 'cap_add', 'devices', 'pid', 'ipc', 'userns_mode', 'extra_hosts'];

/** Only PostgreSQL's image has to begin as root, and to write beside its volume. */
export function hardeningProblems(service: Service): string[] {
  const found = openings.filter((key) => service[key] !== undefined).map((key) => `${key} opens it`);
  const { network_mode: network, user } = service;
  if (network !== undefined && network !== 'none') found.push(`it is in the network ${network}`);
  if (/^(root|0)(:|$)/.test(user ?? '') && network !== 'none') found.push('root has a network');
  if (!service.security_opt?.includes('no-new-privileges:true')) found.push('it may gain privileges');
  if (service.image?.startsWith('postgres:')) return found;
  if (service['read_only'] !== true) found.push('it may write its own files');
  if (service.cap_drop?.join(' ') !== 'ALL') found.push('it has capabilities');
  if (service['init'] !== true) found.push('nobody reaps its processes');
  return found;
}

/** What is written in the file is known to all who read it. */
export function secretProblems({ environment = {}, command = [], healthcheck }: Service): string[] {
  const named = Object.entries(environment)
    .filter(([name, value]) => isSecret(name) && defaultOf(value) !== '')
    .map(([name]) => `${name} is written in the file`);
  const texts = [...Object.values(environment), ...command, ...(healthcheck?.test ?? [])];
  return [...named, ...texts.flatMap(literalsIn)];
}

function isSecret(name: string): boolean {
  return /PASSWORD$|SECRET|TOKEN|_KEY$|(DATABASE|REDIS|SMTP)_URL$/.test(name);
}

/** A value where the variables that it names are not set. */
export function defaultOf(value: string): string {
  return value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
}

/** Passwords in addresses, options and assignments, unless a shell or a program fills them in. `demo` is no secret. */
function literalsIn(text: string): string[] {
  const places = [
    /:\/\/[^\s:/@]*:(?<value>[^\s@/]+)@/g,
    /(?:requirepass|AUTH|-a) ?[= ]"?(?<value>[^\s"]+)/g,
    /\b\w*(?:PASSWORD|SECRET|TOKEN)=["']?(?<value>[^\s"']+)/g,
  ];
  return places
    .flatMap((place) => [...text.matchAll(place)].map(({ groups }) => groups?.['value'] ?? ''))
    .filter((value) => !value.startsWith('$$') && value !== 'demo')
    .map((value) => `${value} is a password`);
}
