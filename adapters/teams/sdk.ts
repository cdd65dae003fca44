import type { CloudAdapter, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import type { TeamsConfig } from './config.ts';
import { CHOICES } from './limits.ts';

/** The SDK, loaded and set up. */
export interface Bot {
  readonly adapter: CloudAdapter;
  /** Checks where a request comes from. */
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly appId: string;
}

/**
 * Addresses of a cloud other than the public one, by the SDK's own names (`ToBotFromChannelOpenIdMetadataUrl`, …). All
 * of a cloud's addresses belong together: give all or none.
 */
export type Cloud = Readonly<Record<string, string>>;

/** Loads the SDK: half a second and 60 MB, so only where Teams is used. */
export async function loadBot(config: TeamsConfig, cloud: Cloud = {}): Promise<Bot> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const settings = {
    ...cloud,
    MicrosoftAppType: config.appType ?? 'SingleTenant',
    MicrosoftAppId: config.appId ?? '',
    MicrosoftAppPassword: config.appPassword ?? '',
    MicrosoftAppTenantId: config.tenantId ?? '',
  };
  // Without an app id the SDK's single-tenant settings do not load; its multi-tenant ones then ask for no token.
  const authentication = new ConfigurationBotFrameworkAuthentication(
    config.appId ? settings : { ...settings, MicrosoftAppType: 'MultiTenant' },
  );
  return { adapter: new CloudAdapter(authentication), authentication, appId: config.appId ?? '' };
}

/** As much of the SDK's client as is used here; it is not among the SDK's declared types. */
export interface Connector {
  readonly client: { readonly pipeline: Pipeline };
  /** Fetches and renews the token of our requests; signs nothing where no app id is configured. */
  readonly credentials: { signRequest(request: Signable): Promise<unknown> };
  readonly conversations: {
    createConversation(parameters: object): Promise<{ readonly id?: string }>;
  };
}
interface Signable {
  readonly headers: { set(name: string, value: string): void };
}
interface Pipeline {
  removePolicy(policy: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest<R>(request: { abortSignal?: AbortSignal }, next: (request: object) => Promise<R>): Promise<R>;
  }): void;
}

/**
 * The SDK's client of each service address. The SDK makes one for every turn, which costs as much as all the rest of an
 * answer; one for an address does, since it fetches and renews its token by itself.
 */
export function createConnectors(bot: () => Promise<Bot>): (serviceUrl: string) => Promise<Connector> {
  const made = new Map<string, Promise<Connector>>();
  return (serviceUrl) => {
    const connector = made.get(serviceUrl) ?? openConnector(bot, serviceUrl);
    made.set(serviceUrl, connector);
    connector.catch(() => made.delete(serviceUrl));
    return connector;
  };
}

async function openConnector(bot: () => Promise<Bot>, serviceUrl: string): Promise<Connector> {
  const { adapter, appId } = await bot();
  const nowhere = { id: '', name: '', isGroup: false, conversationType: '' };
  const reference = { channelId: 'msteams', serviceUrl, bot: { id: appId, name: '' }, conversation: nowhere };
  return new Promise((resolve, reject) => {
    adapter
      .continueConversationAsync(appId, reference, async (context) => resolve(connectorOf(context)))
      .catch(reject);
  });
}

/**
 * The client of a turn, made to tell the truth at once: the SDK would retry a refusal by itself, waiting as long as it
 * was asked to, and would wait for ever for an answer that does not come.
 */
function connectorOf(context: TurnContext): Connector {
  const connector = context.turnState.get<Connector>(context.adapter.ConnectorClientKey);
  const { pipeline } = connector.client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'giveUpInTime',
    sendRequest(request, next) {
      // Not its `timeout`: that timer outlives the request and keeps a stopped process alive.
      request.abortSignal = AbortSignal.timeout(CHOICES.requestSeconds * 1_000);
      return next(request);
    },
  });
  return connector;
}
