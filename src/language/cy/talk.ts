import type { TalkMessages } from '../messages/talk.ts';
import { words } from './words.ts';

export const talk: TalkMessages = {
  notFound: 'Nid oes dim yn y cynlluniau sydd yma yn ateb hynny.',
  notFoundIn: (title) => `Nid oes dim yma sy’n ateb hynny ar gyfer y cynllun hwn: ${title}`,
  notFoundNext: 'Gallwch ofyn pa gynlluniau sydd yma, beth yw eu themâu, neu beth sydd mewn perygl.',
  notFoundRef: (ref) => `Nid oes eitem â’r rhif ${ref} yn y cynlluniau sydd yma.`,
  notFoundAbove: (ref, kind, highest, title) =>
    `${kind ? words.kind(kind) : 'Eitem'} ${ref}: nid oes y fath rif; y rhif uchaf yw ${highest}. Cynllun: ${title}`,
  nearby: 'Pethau agos at hyn, rhag ofn y byddant o gymorth',
  planHolds: (title, declared, held) => `${title}: ${declared} yn y ddogfen; yr hyn sydd yma: ${held}.`,
  outOfScope: 'Ni allaf ateb hynny: dim ond am y cynlluniau gweithlu sydd yma yr wyf yn gwybod.',
  outOfScopeHint:
    'Gallaf ddweud beth yw eu camau gweithredu, pwy sy’n eu harwain, sut maen nhw’n dod yn eu blaen a phwy sy’n dweud hynny.',
  unclear: {
    empty:
      'Doedd dim byd yn y neges honno imi ei ddarllen. Gofynnwch am gynllun neu un o’i gamau gweithredu.',
    symbols: 'Ni allwn weld geiriau yn y neges honno. Gofynnwch am gynllun neu un o’i gamau gweithredu.',
    'nothing-to-point-at':
      'Ni wn at beth y mae hynny’n cyfeirio. Rhowch enw’r cynllun, neu rif y cam gweithredu, os gwelwch yn dda.',
    'no-words':
      'Ni allwn ddarllen cwestiwn yn y neges honno. Rhowch gynnig arall arni, neu enwch gynllun neu rif.',
  },
  mended: (typed, read) => `Darllenwyd “${typed}” fel “${read}”.`,
  vocabulary: (typed, read) => `Chwiliwyd am “${typed}” fel “${read}” hefyd.`,
  unused: (typed) => `Ni chafwyd hyd i ddim yma ar gyfer “${typed}”, felly nid yw’r ateb yn ystyried hynny.`,
  nothingFor: (typed) => `Ni chafwyd hyd i ddim yma ar gyfer “${typed}”.`,
  plansHeld: (titles) => `Y cynlluniau sydd yma: ${titles.join('; ')}.`,
  notOnTrack:
    'Darllenwyd “ddim ar y trywydd iawn” fel: mewn perygl, oddi ar y trywydd, neu wedi methu’r dyddiad cyflawni.',
  assumedPlan: (title) => `Ni enwyd cynllun, felly mae hyn am: ${title}`,
  help: {
    headline: 'Rwy’n ateb cwestiynau am gynlluniau gweithlu cyhoeddedig, yn Gymraeg ac yn Saesneg.',
    plans: 'Cynlluniau: pa rai sydd yma, pwy biau nhw, eu themâu, a faint o bob un sydd yma.',
    items:
      'Camau gweithredu, argymhellion a galwadau i weithredu: yn ôl rhif (“cam gweithredu 4.2”) neu yn ôl pwnc (“recriwtio”).',
    progress:
      'Cynnydd: beth yw statws rhywbeth, pwy sy’n arwain, erbyn pryd, beth sydd mewn perygl neu’n hwyr a pham.',
    time: 'Amser: beth sydd wedi newid ers dyddiad penodol, hanes cam gweithredu, sut roedd pethau ar ddiwrnod penodol.',
    digest: 'Crynodeb wythnosol: “anfonwch grynodeb atom bob dydd Llun am 9”.',
    language: 'Iaith: “yn Saesneg, os gwelwch yn dda”, neu gofynnwch yn yr iaith honno.',
    honesty: 'Daw pob statws gyda’i ddyddiad a’i ffynhonnell; lle nad oes dim yma, dywedaf hynny.',
    digestHeadline:
      'Crynodeb wythnosol yw hwn o’r hyn sydd wedi newid, yr hyn sydd mewn perygl a’r hyn sydd i’w gwblhau.',
    digestHow:
      'Dywedwch “anfonwch grynodeb atom bob dydd Llun am 9”, “rhagolwg o’r crynodeb” neu “pa grynodebau sydd yma?”.',
    digestStop:
      'Dywedwch “newidiwch y crynodeb i ddydd Gwener am 8”, “oedwch y crynodeb tan fis Ionawr”, “ailddechreuwch y crynodeb” neu “stopiwch y crynodeb”.',
    languageHeadline: 'Rwy’n siarad Cymraeg a Saesneg, ac yn ateb yn iaith y cwestiwn.',
    languageHow:
      'Dywedwch “yn Gymraeg, os gwelwch yn dda”, “yn Saesneg, os gwelwch yn dda” neu “y ddwy iaith” a byddaf yn cadw at hynny.',
    searchHeadline:
      'Rwy’n chwilio am eich geiriau yn y cynlluniau, yn y ddwy iaith, ac yn dangos yr hyn sy’n cyfateb orau yn gyntaf.',
    searchHow:
      'Caiff geiriau wedi’u camsillafu eu cywiro a rhoddir cynnig ar eiriau eraill am yr un peth; dywedaf pan fydd hynny o bwys.',
    searchBands:
      'Lle nad oes dim yn cyfateb yn union, dangosaf yr agosaf a dweud hynny; lle nad oes dim o gwbl, dywedaf hynny.',
  },
  smalltalk: {
    greeting: 'Helo. Gofynnwch imi am y cynlluniau gweithlu, yn Gymraeg neu yn Saesneg.',
    thanks: 'Croeso.',
    farewell: 'Hwyl fawr.',
    'how-are-you':
      'Bot ydw i, felly does fawr ddim i’w ddweud, ond rwy’n gweithio’n iawn. Beth hoffech chi ei wybod am y cynlluniau?',
    'who-are-you':
      'Bot ydw i sy’n ateb cwestiynau am gynlluniau gweithlu cyhoeddedig, o gasgliad o ffynonellau wedi’u gwirio.',
    praise: 'Diolch. Gofynnwch unrhyw beth arall am y cynlluniau.',
    complaint:
      'Mae’n ddrwg gen i nad oedd hynny o gymorth. Dywedwch pa gynllun neu rif sydd gennych mewn golwg, ac edrychaf eto.',
  },
  smalltalkHint: 'Dywedwch “cymorth” i weld beth y gellir ei ofyn.',
  language: {
    set: 'Byddaf yn ateb yn Gymraeg o hyn ymlaen.',
    both: 'Byddaf yn ateb yn y ddwy iaith o hyn ymlaen.',
  },
  signpost: {
    immediateSelf:
      'Os yw eich bywyd mewn perygl, ffoniwch y rhif cyntaf isod nawr. Does dim rhaid ichi wynebu hyn ar eich pen eich hun: bot ydw i, ond mae pobl a all helpu, ddydd a nos.',
    immediateOther:
      'Os yw bywyd rhywun mewn perygl, ffoniwch y rhif cyntaf isod nawr. Bot ydw i, ond gall y bobl yno ddweud wrthych beth i’w wneud, ddydd a nos.',
    highSelf:
      'Mae hynny’n swnio’n anodd iawn, a does dim rhaid ichi ei wynebu ar eich pen eich hun. Bot ydw i, ond mae pobl y gallwch siarad â nhw nawr.',
    highOther:
      'Mae hynny’n swnio’n destun pryder mawr, ac rydych yn iawn i ofyn. Bot ydw i, ond mae pobl y gallwch siarad â nhw nawr am rywun arall.',
    lowSelf: 'Mae’n ddrwg gen i fod pethau’n anodd. Bot ydw i, ond mae pobl a fydd yn gwrando.',
    lowOther:
      'Mae’n ddrwg gen i fod pethau’n anodd iddyn nhw. Bot ydw i, ond mae pobl a all eich helpu chi i’w helpu nhw.',
    lines: 'Pobl a all helpu',
    other:
      'Gallwch ffonio ar eu rhan. Os gallwch, arhoswch gyda nhw, gwrandewch, a gofynnwch beth fyddai’n helpu.',
    bot: 'I chi yn unig y mae’r neges hon.',
    elsewhere: {
      wales: 'Rhifau ar gyfer Cymru yw’r rhain.',
      england: 'Rhifau ar gyfer Lloegr yw’r rhain.',
      scotland: 'Rhifau ar gyfer yr Alban yw’r rhain.',
      'northern-ireland': 'Rhifau ar gyfer Gogledd Iwerddon yw’r rhain.',
    },
    line: (phone, how) => `${phone} – ${how}`,
  },
  refused: {
    progress:
      'Nid oes gennych hawl i gofnodi cynnydd yma, felly nid oes dim wedi newid. Perchennog y cynllun sy’n gwneud hynny, y tu allan i’r sgwrs hon.',
    subscription: 'Nid oes gennych hawl i newid y crynodeb hwnnw yma.',
    other: 'Ni chaniateir hynny yma.',
    who: (names) => `Pwy sydd â’r hawl: ${names}`,
  },
  apology: (faultId) => `Aeth rhywbeth o’i le, ac nid eich bai chi yw hynny. Rhif y nam yw ${faultId}.`,
  apologyNext:
    'Gofynnwch eto, os gwelwch yn dda; os digwydd eto, rhowch y rhif hwnnw i’r sawl sy’n gofalu am y bot.',
  sources: 'Ffynonellau',
  sourceLine: (document, published, locator, confidence) =>
    [document, locator, published, confidence && `(${confidence})`]
      .filter(Boolean)
      .join(', ')
      .replace(', (', ' ('),
  asks: 'Gallwch hefyd ofyn',
};
