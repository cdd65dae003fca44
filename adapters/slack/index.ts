import type { App } from '@slack/bolt';
import type { Audience } from '../../src/domain/model.ts';
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
}

/** Slack as a channel. Loads Slack's kit; calls Slack only from `start` on. */
export async function createSlack(deps: SlackDeps): Promise<Slack> {
  const { config, log } = deps;
  const sdk = await loadSdk();
  const options = clientOptions(config.apiUrl, kitLogger(sdk, log));
  const client = new sdk.webApi.WebClient(config.botToken, options);
  const identity = createIdentity(client);
  let ear: Ear | undefined;
  let isOpen = false;
  const app = createApp(sdk, config.botToken, options, identity);
  const listening = { ...deps, sharing: createSharing(deps.destinations), ear: () => earOf(ear) };
  listen(app, listening);
  const door = createDoor({ ...deps, app, hear: (event) => onEvent(listening, event), identity });
  const socket = createSocketFor(sdk, deps, options, door);
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
  return { channel, routes: socket ? [] : [routeFor(sdk, deps, door, () => isOpen)] };
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
  { config, clock, log }: SlackDeps,
  options: ReturnType<typeof clientOptions>,
  door: Door,
): Socket | undefined {
  if (config.appToken === undefined) return undefined;
  // The receiver is never given an app: its client alone is used, so that storing comes before acknowledging.
  const { client } = new sdk.SocketModeReceiver({
    appToken: config.appToken,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options },
    ...(options.logger && { logger: options.logger }),
  });
  return createSocket({ client, door, clock, log });
}

function routeFor(sdk: Sdk, deps: SlackDeps, door: Door, isOpen: () => boolean): Route {
  const { signingSecret } = deps.config;
  if (!signingSecret) {
    throw new Error('Slack needs SLACK_SIGNING_SECRET (HTTP events) or SLACK_APP_TOKEN (Socket Mode).');
  }
  return createRoute({ ...deps, sdk, door, signingSecret, isOpen });
}
