import type { Audience } from '../../src/domain/model.ts';
import { once } from '../../src/domain/once.ts';
import type { Channel, Ear, Inbound } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpCall, Route } from '../../src/ports/http.ts';
import type { Count, Log } from '../../src/ports/log.ts';
import type { Destinations } from '../../src/ports/store.ts';
import { checkTeamsConfig, type TeamsConfig } from './config.ts';
import { createAtlas } from './destination.ts';
import { takeActivity, type IngressDeps } from './ingress.ts';
import { LIMITS } from './limits.ts';
import { loadBot, type Cloud } from './sdk.ts';
import { createSender, type Sender } from './send.ts';
import { allowsServiceUrl } from './service-url.ts';

export { APP_TYPES, checkTeamsConfig, type TeamsConfig, type TeamsConfigCheck } from './config.ts';

export interface TeamsDeps {
  readonly config: TeamsConfig;
  /** The bot is run on somebody's own machine: clients on loopback are talked to. */
  readonly local: boolean;
  /** What may be said within the configured tenant; in shared channels and other tenants only what is public is. */
  readonly clearance: Audience;
  readonly log: Log;
  readonly count: Count;
  readonly clock: Clock;
  readonly destinations: Destinations;
  /** Takes activities to Teams. */
  readonly call: HttpCall;
  /** Addresses of another cloud than the public one. */
  readonly cloud?: Cloud;
}

export interface Teams {
  readonly channel: Channel;
  readonly routes: readonly Route[];
  /** Loads what the first message would else wait for. */
  warmUp(): Promise<void>;
}

/** Microsoft Teams, and clients on loopback that talk like it. The SDK is loaded when it is first needed. */
export function createTeams(deps: TeamsDeps): Teams {
  const { config, local, clearance, clock } = deps;
  const { missing, unwanted } = checkTeamsConfig(config);
  if (missing.length + unwanted.length > 0)
    throw new Error(
      `The Teams settings do not go together: missing ${missing.join(', ') || 'nothing'}, to be removed ${unwanted.join(', ') || 'nothing'}.`,
    );
  const bot = once(() => loadBot(config, deps.cloud));
  const allows = (serviceUrl: string): boolean =>
    allowsServiceUrl(serviceUrl, { configured: config.serviceUrls, local });
  const atlas = createAtlas(deps.destinations, clock);
  const sender = createSender({ bot, atlas, clock, allows, call: deps.call });
  const listener = createListener(sender, clock);
  const normalise = (): ReturnType<IngressDeps['normalise']> => ({
    clearance,
    tenantId: config.tenantId,
    now: clock.now(),
  });
  const ingress: IngressDeps = { ...deps, bot, atlas, allows, normalise, hear: listener.hear };
  return {
    channel: {
      name: 'teams',
      start: listener.start,
      stop: listener.stop,
      send: (to, post) => sender.send(to, post),
    },
    routes: [{ method: 'POST', path: '/api/messages', handle: (request) => takeActivity(request, ingress) }],
    // Without an app id there may never be such a client, and the SDK takes 60 MB.
    warmUp: async () => void (config.appId && (await bot())),
  };
}

interface Listener extends Pick<Channel, 'start' | 'stop'> {
  readonly hear: IngressDeps['hear'];
}

/** Between the door and the bot: from start to stop, with the work that is still running. */
function createListener(sender: Sender, clock: Clock): Listener {
  const running = new Set<Promise<void>>();
  let ear: Ear | undefined;
  const answer = async (listening: Ear, inbound: Inbound): Promise<void> => {
    const done = listening.answer(inbound).then(() => 'done' as const);
    const first = await Promise.race([done, clock.wait(LIMITS.typingAfterSeconds)]);
    if (first === 'passed') await sender.showTyping(inbound.conversation);
    await done;
  };
  return {
    start: async (listening) => {
      ear = listening;
    },
    stop: async () => {
      ear = undefined;
      await Promise.all(running);
    },
    hear() {
      const listening = ear;
      if (!listening) return undefined;
      return async (inbound) => {
        if (!(await listening.receive(inbound))) return;
        const work = answer(listening, inbound).finally(() => running.delete(work));
        running.add(work);
      };
    },
  };
}
