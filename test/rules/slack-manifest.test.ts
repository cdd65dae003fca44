import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { EVENTS_PATH } from '../../adapters/slack/http.ts';
import { COMMANDS, EVENTS } from '../../adapters/slack/listeners.ts';

interface Manifest {
  readonly display_information: Readonly<Record<'name' | 'description' | 'long_description', string>>;
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly bot_user: { readonly display_name: string };
    readonly agent_view: {
      readonly agent_description: string;
      readonly suggested_prompts: readonly { readonly title: string; readonly message: string }[];
    };
    readonly slash_commands: readonly {
      readonly command: string;
      readonly url: string;
      readonly description: string;
      readonly usage_hint: string;
      readonly should_escape: boolean;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url: string };
    readonly socket_mode_enabled: boolean;
    readonly org_deploy_enabled: boolean;
    readonly token_rotation_enabled: boolean;
  };
}

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
const code = readdirSync('adapters/slack')
  .map((file) => readFileSync(`adapters/slack/${file}`, 'utf8'))
  .join('\n');

/** The methods of Slack's API that the adapter calls, however it takes hold of them. */
const methods = new Set([
  ...[...code.matchAll(/\bclient\.(\w+)\.(\w+)\(/gu)].map(([, area, name]) => `${area}.${name}`),
  ...[...code.matchAll(/\bcall\('(\w+\.\w+)'/gu)].map(([, method = '']) => method),
]);

/** What each method, event and feature needs: docs.slack.dev/reference/methods, /events and /app-manifest. */
const SCOPE_OF_METHOD: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'chat.postMessage': 'chat:write',
  'conversations.open': 'im:write',
};
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
};
const SCOPE_OF_COMMANDS = 'commands';
const SCOPE_OF_AGENT_VIEW = 'assistant:write';

describe('Slack’s manifest and the code', () => {
  it('agree on the methods called: each is known here, and the reading has found them', () => {
    expect([...methods].sort()).toEqual(Object.keys(SCOPE_OF_METHOD).sort());
  });

  it('agree on the rights: what is used is asked for, and nothing more', () => {
    const { bot_events: events } = manifest.settings.event_subscriptions;
    const needed = [
      ...[...methods].map((method) => SCOPE_OF_METHOD[method]),
      ...events.map((event) => SCOPE_OF_EVENT[event]),
      SCOPE_OF_COMMANDS,
      SCOPE_OF_AGENT_VIEW,
    ].filter((scope) => scope !== undefined);

    expect(manifest.oauth_config).toEqual({ scopes: { bot: [...new Set(needed)].sort() } });
  });

  it('agree on the events: each one subscribed to is listened to, and the other way round', () => {
    const heard = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]);

    expect(new Set(heard)).toEqual(new Set(EVENTS));
  });

  it('agree on the commands, in both languages', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command).sort()).toEqual(
      [...COMMANDS].sort(),
    );
  });

  it('agree on the one address, and on receiving over HTTP', () => {
    const { event_subscriptions: events, interactivity, ...others } = manifest.settings;
    const addresses = [
      events.request_url,
      interactivity.request_url,
      ...manifest.features.slash_commands.map(({ url }) => url),
    ];

    expect(new Set(addresses).size).toBe(1);
    expect(new URL(addresses[0]!)).toMatchObject({ protocol: 'https:', pathname: EVENTS_PATH });
    expect(interactivity.is_enabled).toBe(true);
    expect(others).toEqual({
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    });
  });
});

describe('what people read in Slack’s manifest', () => {
  const { display_information: about, features } = manifest;
  const WELSH = /\b(?:gynllun|cynllun|gynlluniau|cynlluniau|gweithlu|Gofynnwch|ofyn)\b/iu;
  const ENGLISH = /\b(?:plan|plans|Ask|Which|What)\b/iu;

  it('is in Welsh and in English', () => {
    for (const text of [
      about.name,
      about.description,
      about.long_description,
      features.agent_view.agent_description,
    ]) {
      expect(text).toMatch(WELSH);
      expect(text).toMatch(ENGLISH);
    }
    const prompts = features.agent_view.suggested_prompts.map(({ message }) => message);
    expect(prompts.filter((message) => WELSH.test(message))).toHaveLength(2);
    expect(prompts.filter((message) => ENGLISH.test(message))).toHaveLength(2);
  });

  it('is as long as Slack allows', () => {
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description.length).toBeLessThanOrEqual(4_000);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  });

  it('lets people write to the bot directly, and promises no home page', () => {
    expect(features.app_home).toEqual({
      home_tab_enabled: false,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(features.slash_commands.every(({ should_escape: escaped }) => !escaped)).toBe(true);
  });
});
