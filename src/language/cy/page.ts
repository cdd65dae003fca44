import type { PageMessages } from '../messages/page.ts';
import { ask } from './asks.ts';

function said(text: string): { label: string; say: string } {
  return { label: text, say: text };
}

export const page: PageMessages = {
  title: 'Cynlluniau gweithlu: holi ac ateb',
  intro:
    'Gofynnwch beth mae cynllun gweithlu cyhoeddedig yn ei ddweud, sut mae’n mynd a phwy sy’n dweud hynny. Daw pob statws gyda’i ddyddiad a’i ffynhonnell.',
  local:
    'Ar y cyfrifiadur hwn yn unig y mae’r dudalen hon yn rhedeg: ni chaiff yr hyn a deipiwch ei anfon i unman arall.',
  otherLanguage: 'English',
  skip: 'Neidio i’r blwch cwestiwn',
  noScript:
    'Mae angen JavaScript ar y dudalen hon i anfon cwestiwn. Mae’r sgwrs yn y derfynell yn gweithio hebddo.',
  plans: 'Yr hyn sydd yma',
  plansHint:
    'Nid yw pob cynllun yn gyflawn yma. Mae’r rhifau’n dweud faint sydd yn y ddogfen a faint sydd yma; mae ateb yn dweud lle mae rhywbeth ar goll.',
  factsOnly: 'Yma: ffeithiau am y cynllun, dim eitemau unigol',
  noPlans: 'Nid oes cynlluniau yma eto.',
  examples: 'Cwestiynau i ddechrau',
  exampleAsks: [
    said('Beth sy’n cael ei wneud am recriwtio?'),
    ask.atRisk,
    ask.changes,
    ask.calls,
    said('Beth allwch chi ei wneud?'),
  ],
  log: 'Sgwrs',
  you: 'Chi',
  bot: 'Bot',
  box: 'Eich cwestiwn',
  boxHint: 'Yn Gymraeg neu yn Saesneg. Mae Enter yn anfon; mae Shift ac Enter yn dechrau llinell newydd.',
  send: 'Anfon',
  answering: 'Wrthi’n chwilio …',
  waiting: 'Y cwestiwn hwn sydd nesaf.',
  failed: 'Nid oedd modd cyrraedd y bot, felly nid oes ateb i hyn. Gwnewch yn siŵr ei fod yn rhedeg.',
  retry: 'Rhoi cynnig arall arni',
  newTab: '(yn agor mewn tab newydd)',
  previewSlack: 'Sut mae hyn yn edrych yn Slack',
  previewTeams: 'Sut mae hyn yn edrych yn Teams',
  previewFailed: 'Ni ellir dangos y rhagolwg hwn ar hyn o bryd.',
};
