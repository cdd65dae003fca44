import type { Ask, Wording } from '../../src/domain/answer.ts';
import type { Locale } from '../../src/domain/model.ts';
import type { PageView } from '../../src/domain/page.ts';
import { MOST_CHARACTERS } from './said.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The page before anything has been said. What its scripts say later comes with it, as JSON. */
export function toHtml(view: PageView): string {
  return `<!doctype html>
<html lang="${view.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(view.title)}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/main.js"></script>
</head>
<body>
<a class="skip" href="#question">${text(view.skip)}</a>
${header(view)}
<main>
${welcome(view)}
<section id="log" class="log" role="log" aria-live="polite" aria-label="${text(view.log)}"></section>
</main>
${composer(view)}
<script type="application/json" id="view">${json(view)}</script>
</body>
</html>
`;
}

function header({ title, otherLanguage: { locale, label } }: PageView): string {
  return `<header class="top">
<div class="column bar">
<h1>${text(title)}</h1>
<a class="language" href="/?lang=${locale}" hreflang="${locale}" lang="${locale}">${text(label)}</a>
</div>
</header>`;
}

function welcome({ intro, local, locale, noScript, examples, plans }: PageView): string {
  return `<section class="welcome">
<p class="lead">${text(intro)}</p>
<noscript><p class="notice">${text(noScript)}</p></noscript>
<h2 id="examples">${text(examples.label)}</h2>
<ul class="asks" aria-labelledby="examples">
${examples.asks.map((ask) => `<li>${button(ask, text(ask.label))}</li>`).join('\n')}
</ul>
<h2 id="plans">${text(plans.label)}</h2>
<p class="soft">${text(plans.hint)}</p>
<ul class="plans" aria-labelledby="plans">
${plans.held.map(({ title, holding, ask }) => `<li>${button(ask, worded(title, locale))}<span class="soft">${text(holding)}</span></li>`).join('\n')}
</ul>
<p class="soft local">${text(local)}</p>
</section>`;
}

function composer({ box }: PageView): string {
  return `<form class="composer" id="composer" aria-labelledby="asking">
<div class="column">
<label for="question" id="asking">${text(box.label)}</label>
<div class="row">
<textarea id="question" name="question" rows="1" maxlength="${MOST_CHARACTERS}" aria-describedby="hint" autocomplete="off" enterkeyhint="send"></textarea>
<button type="submit" class="send">${text(box.send)}</button>
</div>
<p class="hint" id="hint">${text(box.hint)}</p>
</div>
</form>`;
}

function button({ say }: Ask, shown: string): string {
  return `<button type="button" class="ask" data-say="${text(say)}">${shown}</button>`;
}

function worded({ text: words, locale }: Wording, page: Locale): string {
  if (locale === undefined || locale === page) return text(words);
  return `<span lang="${locale}">${text(words)}</span>`;
}

function text(words: string): string {
  return words.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A script element ends at its end tag wherever that stands, so no `<` is left in it. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
