import { z } from 'zod';
import type { Audience, Nation } from './domain/model.ts';

export interface SlackConfig {
  readonly botToken: string;
  /** Checks signed HTTP events; absent only with Socket Mode. */
  readonly signingSecret?: string;
  /** With it events arrive over Socket Mode. */
  readonly appToken?: string;
  readonly apiUrl: string;
  readonly clearance: Audience;
}

export interface TeamsConfig {
  readonly appId: string;
  readonly appPassword?: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId?: string;
  readonly clearance: Audience;
}

export interface Config {
  readonly port: number;
  /** The address to listen on: loopback alone where no channel is configured. */
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly knowledgeDirs: readonly string[];
  readonly zone: string;
  readonly logLevel: string;
  readonly nation: Nation;
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  readonly teamsServiceUrls: readonly string[];
  /** The page is served on loopback: always without a channel, else where asked for. */
  readonly webChat: boolean;
  readonly webClearance: Audience;
  /** For the operator: allowed, and worth knowing. */
  readonly warnings: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const LOOPBACK = '127.0.0.1';
const LOOPBACK_HOSTS = [LOOPBACK, 'localhost', '::1'];
const audience = z.enum(['public', 'staff']).default('public');
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/[;,]/u)
      .map((part) => part.trim())
      .filter(Boolean),
  );

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//u, 'must begin with postgres:// or postgresql://')
    .optional(),
  KNOWLEDGE_DIRS: list,
  TIME_ZONE: z
    .string()
    .default('Europe/London')
    .refine(isZone, 'is no IANA time zone, such as Europe/London'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NATION: z.enum(['wales', 'england', 'scotland', 'northern-ireland']).default('wales'),
  WEB_CHAT: z.stringbool().optional(),
  WEB_AUDIENCE: audience,
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_API_URL: z.url().default('https://slack.com/api/'),
  SLACK_AUDIENCE: audience,
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  MicrosoftAppTenantId: z.string().optional(),
  TEAMS_SERVICE_URLS: list,
  TEAMS_AUDIENCE: audience,
});
type Settings = z.infer<typeof Settings>;

/** Reads the settings; an empty variable counts as unset. All problems at once, each naming the variable and the remedy. */
export function readConfig(environment: Environment): ConfigResult {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(describe);
  problems.push(...conflicts(given));
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.data) };
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}. Correct it in the environment or in .env.`;
}

/** What is wrong between the settings: half a channel, or an open door. */
function conflicts(given: Environment): string[] {
  return [...missingOfSlack(given), ...missingOfTeams(given), ...exposedHost(given)];
}

function missingOfSlack(given: Environment): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = given;
  if (!bot && !secret && !app) return [];
  const problems: string[] = [];
  if (!bot) {
    problems.push(
      'SLACK_BOT_TOKEN is missing: find it in your Slack app under OAuth & Permissions, Bot User OAuth Token. To run without Slack, remove the other SLACK_ variables.',
    );
  }
  if (!secret && !app) {
    problems.push(
      'SLACK_SIGNING_SECRET is missing: find it in your Slack app under Basic Information, App Credentials. For Socket Mode set SLACK_APP_TOKEN instead (Basic Information, App-Level Tokens, scope connections:write).',
    );
  }
  return problems;
}

function missingOfTeams(given: Environment): string[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = given;
  if (!id && !password && !tenant && !given['MicrosoftAppType']) return [];
  const type = given['MicrosoftAppType'] ?? 'SingleTenant';
  const problems: string[] = [];
  if (!id) {
    problems.push(
      'MicrosoftAppId is missing: find it in the Azure portal under your bot, Configuration, Microsoft App ID. To run without Teams, remove the other MicrosoftApp variables.',
    );
  }
  if (!password && type !== 'UserAssignedMSI') {
    problems.push(
      'MicrosoftAppPassword is missing: make a client secret in the Azure portal under App registrations, your app, Certificates & secrets.',
    );
  }
  if (!tenant && type !== 'MultiTenant') {
    problems.push(
      `MicrosoftAppTenantId is missing: a ${type} bot needs it; find it in the Azure portal under your bot, Configuration, App Tenant ID.`,
    );
  }
  return problems;
}

function toConfig(settings: Settings): Config {
  const slack = slackConfig(settings);
  const teams = teamsConfig(settings);
  const local = !slack && !teams;
  const host = settings.HOST ?? (local ? LOOPBACK : '0.0.0.0');
  return {
    port: settings.PORT,
    host,
    dataDir: settings.DATA_DIR,
    ...(settings.DATABASE_URL !== undefined && { databaseUrl: settings.DATABASE_URL }),
    knowledgeDirs: settings.KNOWLEDGE_DIRS,
    zone: settings.TIME_ZONE,
    logLevel: settings.LOG_LEVEL,
    nation: settings.NATION,
    ...(slack && { slack }),
    ...(teams && { teams }),
    teamsServiceUrls: settings.TEAMS_SERVICE_URLS,
    webChat: settings.WEB_CHAT ?? local,
    webClearance: settings.WEB_AUDIENCE,
    warnings: warningsFor(settings),
  };
}

function slackConfig(settings: Settings): SlackConfig | undefined {
  if (settings.SLACK_BOT_TOKEN === undefined) return undefined;
  return {
    botToken: settings.SLACK_BOT_TOKEN,
    apiUrl: settings.SLACK_API_URL,
    clearance: settings.SLACK_AUDIENCE,
    ...(settings.SLACK_SIGNING_SECRET !== undefined && { signingSecret: settings.SLACK_SIGNING_SECRET }),
    ...(settings.SLACK_APP_TOKEN !== undefined && { appToken: settings.SLACK_APP_TOKEN }),
  };
}

function teamsConfig(settings: Settings): TeamsConfig | undefined {
  if (settings.MicrosoftAppId === undefined) return undefined;
  return {
    appId: settings.MicrosoftAppId,
    appType: settings.MicrosoftAppType,
    clearance: settings.TEAMS_AUDIENCE,
    ...(settings.MicrosoftAppPassword !== undefined && { appPassword: settings.MicrosoftAppPassword }),
    ...(settings.MicrosoftAppTenantId !== undefined && { tenantId: settings.MicrosoftAppTenantId }),
  };
}

function warningsFor(settings: Settings): readonly string[] {
  const warnings: string[] = [];
  if (settings.MicrosoftAppId !== undefined && settings.MicrosoftAppType === 'MultiTenant') {
    warnings.push(
      'MicrosoftAppType MultiTenant: Azure makes no new multi-tenant bots since 31 July 2025; keep it only for a bot that exists already.',
    );
  }
  if (settings.SLACK_BOT_TOKEN?.startsWith('xoxb-') === false) {
    warnings.push('SLACK_BOT_TOKEN does not begin with xoxb-: is it the Bot User OAuth Token?');
  }
  if (settings.SLACK_APP_TOKEN?.startsWith('xapp-') === false) {
    warnings.push('SLACK_APP_TOKEN does not begin with xapp-: is it the App-Level Token?');
  }
  return warnings;
}

/** Without a channel nobody is authenticated, so nobody but this machine may ask. */
function exposedHost(given: Environment): string[] {
  const host = given['HOST'];
  const local = !given['SLACK_BOT_TOKEN'] && !given['MicrosoftAppId'];
  if (!local || host === undefined || LOOPBACK_HOSTS.includes(host)) return [];
  return [
    `HOST is ${host}, and neither Slack nor Teams is configured: the local chat has no sign-in and listens on ${LOOPBACK} alone. Remove HOST, or configure a channel.`,
  ];
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
