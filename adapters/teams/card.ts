import type { Locale } from '../../src/domain/model.ts';

/** As much of an Adaptive Card 1.5 as we send. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: Locale;
  readonly speak: string;
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
}
export type Element = TextBlock | FactSet | Container | ActionSet;
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly weight?: 'Bolder';
  readonly size?: 'Medium' | 'Large';
  readonly spacing?: 'None' | 'Small' | 'Medium';
  readonly separator?: boolean;
}
export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}
export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis';
  readonly separator?: boolean;
}
export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly SubmitAction[];
}
/** A press arrives as a message that says `say`. */
export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: {
    readonly msteams: { readonly type: 'messageBack'; readonly text: string; readonly displayText: string };
    readonly say: string;
  };
}

/** What goes out in one request. `summary` is the notification and what is shown where no card can be. */
export interface TeamsActivity {
  readonly type: 'message';
  readonly summary: string;
  readonly attachments: readonly [
    { readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly content: Card },
  ];
}
