import type { ConversationKey } from '../../src/domain/conversation.ts';
import type { Instant } from '../../src/domain/dates.ts';
import type { Destinations } from '../../src/ports/store.ts';

/**
 * Which channels people of other organisations read along in (Slack Connect). Slack says so of events alone, so it is
 * kept for the presses and commands that come from the same channel. What is said there is for everybody.
 */
export interface Sharing {
  note(place: ConversationKey, at: Instant): Promise<void>;
  isShared(place: ConversationKey): Promise<boolean>;
}

export function createSharing(destinations: Destinations): Sharing {
  const noted = new Set<ConversationKey>();
  return {
    note: async (place, at) => {
      if (noted.has(place)) return;
      await destinations.rememberDestination(place, { shared: true }, at);
      noted.add(place);
    },
    isShared: async (place) => noted.has(place) || (await destinations.destination(place)) !== undefined,
  };
}
