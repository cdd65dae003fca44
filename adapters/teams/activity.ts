/** An account of a person or a bot. `entra` is the person's id in the directory, the same in every conversation. */
export interface Account {
  readonly id: string;
  readonly entra?: string;
  readonly role?: string;
}

/** As much of what Teams sends as is read here; everything else about it is ignored. */
export interface TeamsEvent {
  readonly type: string;
  readonly channel: string;
  readonly serviceUrl: string;
  readonly id: string;
  readonly from: Account;
  /** The bot. */
  readonly recipient: Account;
  readonly conversation: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly tenant: string;
  /** A channel that people of other organisations belong to. */
  readonly shared: boolean;
  readonly locale: string;
  readonly text: string;
  /** Of `installationUpdate`. */
  readonly action: string;
  /** Of `invoke`. */
  readonly name: string;
  /** What a pressed button says. */
  readonly say?: string;
  readonly mentions: readonly { readonly id: string; readonly text: string }[];
  readonly membersAdded: readonly string[];
}

/** Where a bot without a tenant talks: a client on the same machine. */
const NO_TENANT = 'local';

/** The body as an event, or undefined where it lacks what every activity has. */
export function toEvent(body: unknown): TeamsEvent | undefined {
  const activity = record(body);
  const conversation = record(activity['conversation']);
  const said = textOf(record(activity['value'])['say']);
  const event: TeamsEvent = {
    type: textOf(activity['type']),
    channel: textOf(activity['channelId']),
    serviceUrl: textOf(activity['serviceUrl']),
    id: textOf(activity['id']),
    from: account(activity['from']),
    recipient: account(activity['recipient']),
    conversation: textOf(conversation['id']),
    kind: kindOf(conversation),
    tenant: tenantOf(activity, conversation),
    shared: record(record(activity['channelData'])['channel'])['type'] === 'shared',
    locale: textOf(activity['locale']),
    text: textOf(activity['text']),
    action: textOf(activity['action']),
    name: textOf(activity['name']),
    mentions: list(activity['entities']).flatMap(mention),
    membersAdded: list(activity['membersAdded']).map((member) => account(member).id),
    ...(said !== '' && { say: said }),
  };
  return event.type && event.serviceUrl && event.conversation && event.recipient.id ? event : undefined;
}

function mention(entity: unknown): TeamsEvent['mentions'] {
  const { type, mentioned, text } = record(entity);
  return type === 'mention' ? [{ id: account(mentioned).id, text: textOf(text) }] : [];
}

function account(value: unknown): Account {
  const { id, aadObjectId, role } = record(value);
  return {
    id: textOf(id),
    ...(typeof aadObjectId === 'string' && { entra: aadObjectId }),
    ...(typeof role === 'string' && { role }),
  };
}

function kindOf(conversation: Readonly<Record<string, unknown>>): TeamsEvent['kind'] {
  const type = conversation['conversationType'];
  if (type === 'channel' || type === 'groupChat' || type === 'personal') return type;
  return conversation['isGroup'] === true ? 'groupChat' : 'personal';
}

function tenantOf(
  activity: Readonly<Record<string, unknown>>,
  conversation: Readonly<Record<string, unknown>>,
): string {
  const tenant =
    textOf(record(record(activity['channelData'])['tenant'])['id']) || textOf(conversation['tenantId']);
  return /^[\w.-]+$/u.test(tenant) ? tenant : NO_TENANT;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  // Safe: every value read from it is checked before use.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
