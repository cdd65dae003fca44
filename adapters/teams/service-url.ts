/**
 * Hosts of the Teams connector: the public one, GCC, GCC High and DoD (learn.microsoft.com/microsoftteams/platform,
 * bots/how-to/conversations/send-proactive-messages). What is addressed there gets our token, so nothing else may be.
 */
const TEAMS_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether replies may go there: a Teams address, one configured to the letter, or loopback for a bot run locally. */
export function allowsServiceUrl(
  serviceUrl: string,
  { configured, local }: { readonly configured: readonly string[]; readonly local: boolean },
): boolean {
  if (configured.includes(serviceUrl)) return true;
  if (local && isLoopbackUrl(serviceUrl)) return true;
  const url = parsed(serviceUrl);
  return url?.protocol === 'https:' && url.port === '' && TEAMS_HOSTS.includes(url.hostname);
}

export function isLoopbackUrl(address: string): boolean {
  return LOOPBACK_HOSTS.includes(parsed(address)?.hostname ?? '');
}

export function isLoopbackPeer(remoteAddress: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/u.test(remoteAddress);
}

/** Without credentials, query or fragment: none of these belongs into a service address. */
function parsed(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : undefined;
}
