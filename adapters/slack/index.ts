import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Audience } from '../../src/domain/model.ts';
import { once } from '../../src/domain/once.ts';
import type { Channel, Ear } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpCall, Route } from '../../src/ports/http.ts';
import type { Count, Log } from '../../src/ports/log.ts';
import type { Destinations } from '../../src/ports/store.ts';
import { createCall } from './call.ts';
import { createDoor, type Door } from './door.ts';
import { createRoute } from './http.ts';
import { createIdentity, type Identity } from './identity.ts';
import { listen, onEvent } from './listeners.ts';
import { refusalOf } from './outcome.ts';
import { clientOptions, kitLogger, loadSdk, type Sdk } from './sdk.ts';
import { createSend } from './send.ts';
import { createSharing } from './sharing.ts';
import { createSocket, type Socket } from './socket.ts';

export interface SlackDeps {
  readonly config: {
    readonly botToken: string;
    /** Checks signed HTTP events; may be absent only with an app token. */
    readonly signingSecret?: string;
    /** With it payloads arrive over Socket Mode, and there is no route. */
    readonly appToken?: string;
    /** Slack's Web API where it is not Slack's own. */
    readonly apiUrl?: string;
  };
  /** What may be said in this workspace; in channels shared with other organisations it is `public` all the same. */
  readonly clearance: Audience;
  readonly destinations: Destinations;
  /** Takes messages to Slack. */
  readonly call: HttpCall;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
}

export interface Slack {
  readonly channel: Channel;
  readonly routes: readonly Route[];
  /** Loads what the first command or button would else wait for. */
  warmUp(): Promise<void>;
}

/** Slack as a channel. Calls Slack only from `start` on, and loads Bolt when it is first needed. */
export async function createSlack(deps: SlackDeps): Promise<Slack> {
  const { config, log } = deps;
  const options = clientOptions(config.apiUrl, kitLogger(log));
  const client = new WebClient(config.botToken, options);
  const identity = createIdentity(client);
  let ear: Ear | undefined;
  let isOpen = false;
  const listening = { ...deps, sharing: createSharing(deps.destinations), ear: () => earOf(ear) };
  const sdk = once(loadSdk);
  const app = once(async () => {
    const bolt = createApp(await sdk(), config.botToken, options, identity);
    listen(bolt, listening);
    return bolt;
  });
  const door = createDoor({ ...deps, app, hear: (event) => onEvent(listening, event), identity });
  const socket =
    config.appToken === undefined
      ? undefined
      : createSocketFor(await sdk(), config.appToken, deps, options, door);
  const channel: Channel = {
    name: 'slack',
    start: async (given) => {
      ear = given;
      isOpen = true;
      await identity().catch((fault: unknown) => {
        log.error('slack-identity-unknown', { ...refusalOf(fault), remedy: 'Check SLACK_BOT_TOKEN.' });
      });
      await socket?.start();
    },
    send: createSend(client, createCall(deps.call, config.botToken, config.apiUrl)),
    stop: async () => {
      isOpen = false;
      await socket?.stop();
      await door.idle();
    },
  };
  const routes = socket ? [] : [routeFor(sdk, deps, door, () => isOpen)];
  return { channel, routes, warmUp: async () => void (await app()) };
}

function earOf(ear: Ear | undefined): Ear {
  if (!ear) throw new Error('The Slack channel is not started: call start(ear) before it takes messages.');
  return ear;
}

/** Bolt with a receiver that receives nothing: payloads come through our door. */
function createApp(
  { App: BoltApp }: Sdk,
  botToken: string,
  options: ReturnType<typeof clientOptions>,
  identity: () => Promise<Identity>,
): App {
  const receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const authorize = async () => {
    const { user, bot } = await identity();
    return { botToken, botUserId: user, ...(bot !== undefined && { botId: bot }) };
  };
  return new BoltApp({
    receiver,
    authorize,
    clientOptions: options,
    ...(options.logger && { logger: options.logger }),
    ignoreSelf: false,
    convoStore: false,
  });
}

function createSocketFor(
  sdk: Sdk,
  appToken: string,
  { clock, log }: SlackDeps,
  options: ReturnType<typeof clientOptions>,
  door: Door,
): Socket {
  // The receiver is never given an app: its client alone is used, so that storing comes before acknowledging.
  const { client } = new sdk.SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options },
    ...(options.logger && { logger: options.logger }),
  });
  return createSocket({ client, door, clock, log });
}

function routeFor(sdk: () => Promise<Sdk>, deps: SlackDeps, door: Door, isOpen: () => boolean): Route {
  const { signingSecret } = deps.config;
  if (!signingSecret) {
    throw new Error('Slack needs SLACK_SIGNING_SECRET (HTTP events) or SLACK_APP_TOKEN (Socket Mode).');
  }
  return createRoute({ ...deps, sdk, door, signingSecret, isOpen });
}
