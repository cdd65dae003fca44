import { describe, expect, it } from '@jest/globals';
import { readConfig, type Config, type Environment } from '../../src/config.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
const TEAMS = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' };

function configOf(environment: Environment): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}
function problemsOf(environment: Environment): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.problems;
}

describe('settings', () => {
  it('need nothing: the local page on loopback, the embedded store, no channel', () => {
    expect(configOf({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      dataDir: 'data',
      knowledgeDirs: [],
      zone: 'Europe/London',
      logLevel: 'info',
      nation: 'wales',
      teamsServiceUrls: [],
      webChat: true,
      webClearance: 'public',
      warnings: [],
    });
  });

  it('take an empty variable as unset', () => {
    expect(configOf({ PORT: '', SLACK_BOT_TOKEN: ' ', NATION: '' })).toEqual(configOf({}));
  });

  it('serve everybody once a channel is configured, and the page only if asked for', () => {
    expect(configOf(SLACK)).toMatchObject({
      host: '0.0.0.0',
      webChat: false,
      slack: { botToken: 'xoxb-1', clearance: 'public' },
    });
    expect(configOf({ ...TEAMS, WEB_CHAT: 'true' })).toMatchObject({
      webChat: true,
      teams: { appId: 'id', appType: 'SingleTenant' },
    });
  });

  it('allow Socket Mode without a signing secret', () => {
    expect(configOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject({
      appToken: 'xapp-1',
    });
  });

  it('ask no password of a managed identity, and warn of a multi-tenant bot', () => {
    const { MicrosoftAppPassword: _, ...identity } = TEAMS;

    expect(configOf({ ...identity, MicrosoftAppType: 'UserAssignedMSI' }).teams).toMatchObject({
      appType: 'UserAssignedMSI',
    });
    expect(configOf({ ...TEAMS, MicrosoftAppType: 'MultiTenant' }).warnings).toHaveLength(1);
  });
});

describe('settings that are wrong', () => {
  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [{ MicrosoftAppId: 'id' }, ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
    [{ MicrosoftAppPassword: 'p' }, ['MicrosoftAppId', 'MicrosoftAppTenantId']],
    [{ MicrosoftAppId: 'id', MicrosoftAppType: 'UserAssignedMSI' }, ['MicrosoftAppTenantId']],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', MicrosoftAppId: 'id', MicrosoftAppTenantId: 't' },
      ['SLACK_SIGNING_SECRET', 'MicrosoftAppPassword'],
    ],
  ])('half a channel is refused with every missing name: %j', (environment, missing) => {
    expect(problemsOf(environment).map((problem) => problem.split(' ')[0])).toEqual(missing);
  });

  it('all others are named at once, each with the value that would do', () => {
    const problems = problemsOf({
      PORT: 'x',
      NATION: 'france',
      TIME_ZONE: 'Mars/One',
      DATABASE_URL: 'mysql://x',
    });

    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'TIME_ZONE',
      'NATION',
    ]);
  });

  it('an open door without a channel is refused', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })).toHaveLength(1);
    expect(problemsOf({ HOST: 'localhost' })).toEqual([]);
  });
});
