import { describe, expect, it } from '@jest/globals';
import { assert as always, property, string } from 'fast-check';

import { languageOf } from '../../src/language/detect.ts';
import { fold, placedWords, stemCy, stemEn, unmutated, words } from '../../src/language/fold.ts';

describe('folding what people type', () => {
  it('takes accents off, lowers case and straightens apostrophes', () => {
    expect(fold('Tŷ’r ŴYN, Sgôr')).toBe("ty'r wyn, sgor");
    expect(fold('ty\u0302')).toBe(fold('t\u0177'));
  });

  it('keeps apostrophes inside words and numbers whole', () => {
    expect(words("Beth sy’n newid i'r cam 4.2, £3.3m a 21,000 o swyddi?")).toEqual([
      'beth',
      "sy'n",
      'newid',
      "i'r",
      'cam',
      '4.2',
      '3.3m',
      'a',
      '21000',
      'o',
      'swyddi',
    ]);
  });

  it('says where each word stands as it was written', () => {
    const text = 'Sut mae’r tŷ?';

    const placed = placedWords(text);

    expect(placed.map(({ word }) => word)).toEqual(['sut', "mae'r", 'ty']);
    expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual(
      placed.map(({ written }) => written),
    );
  });

  it('looks at 64 words and 2,000 characters at most, and cuts very long words', () => {
    expect(words('gair '.repeat(5_000))).toHaveLength(64);
    expect(words('a'.repeat(1_000_000))).toEqual(['a'.repeat(40)]);
    expect(words('👍🏽 … —')).toEqual([]);
  });

  it('never throws and never gives more than its bounds, whatever the text', () => {
    always(
      property(string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const found = words(text);
        expect(found.length).toBeLessThanOrEqual(64);
        expect(found.every((word) => word.length > 0 && word.length <= 40)).toBe(true);
        expect(placedWords(text).every(({ start, end }) => start < end)).toBe(true);
        expect(() => languageOf(text)).not.toThrow();
      }),
    );
  });
});

describe('undoing Welsh mutations', () => {
  it.each([
    ['gynllun', 'cynllun'],
    ['nghynllun', 'cynllun'],
    ['chynllun', 'cynllun'],
    ['bobl', 'pobl'],
    ['mhobl', 'pobl'],
    ['phobl', 'pobl'],
    ['dim', 'tim'],
    ['nhim', 'tim'],
    ['thim', 'tim'],
    ['wasanaeth', 'gwasanaeth'],
    ['ofal', 'gofal'],
    ['ngofal', 'gofal'],
    ['fwrdd', 'bwrdd'],
    ['mwrdd', 'bwrdd'],
    ['feddyg', 'meddyg'],
    ['ddysgu', 'dysgu'],
    ['nysgu', 'dysgu'],
    ['lesiant', 'llesiant'],
    ['raglen', 'rhaglen'],
    ['hysgol', 'ysgol'],
  ])('offers the radical of %s', (mutated, radical) => {
    expect(unmutated(mutated)).toContain(radical);
  });

  it('leaves alone what no mutation gives', () => {
    expect(['llesiant', 'ffordd', 'rhaglen', 'tsieina', 'ysgol', 'yn'].flatMap(unmutated)).toEqual([
      'gysgol',
    ]);
  });
});

describe('taking endings off', () => {
  it.each([
    [['camau', 'cam']],
    [['argymhelliad', 'argymhellion']],
    [['ysgol', 'ysgolion']],
    [['hyfforddiant', 'hyfforddi', 'hyfforddai', 'hyfforddeion']],
    [['cynllun', 'cynlluniau', 'cynllunio', "cynllun'r"]],
    [['recriwtio', 'recriwtiad']],
    [['bwrdd', 'byrddau']],
    [['gwaith', 'gweithiwr', 'gweithwyr']],
    [['thema', 'themau']],
    [['gweithredu', 'gweithredoedd']],
    [['nyrs', 'nyrsys', 'nyrsio']],
  ])('knows %j as kin in Welsh', (kin) => {
    expect(new Set(kin.map(stemCy)).size).toBe(1);
  });

  it.each([
    [['recruit', 'recruits', 'recruiting', 'recruitment', 'recruited']],
    [['train', 'training', 'trainee', 'trainees']],
    [['policy', 'policies']],
    [['nurse', 'nurses', 'nursing', "nurse's"]],
    [['flexible', 'flexibly', 'flexibility']],
    [['deliver', 'delivery', 'delivered']],
    [['organisation', 'organisational', 'organizations']],
  ])('knows %j as kin in English', (kin) => {
    expect(new Set(kin.map(stemEn)).size).toBe(1);
  });

  it('keeps words of other meanings apart', () => {
    expect(stemEn('wellbeing')).not.toBe(stemEn('well'));
    expect(stemEn('doctorate')).not.toBe(stemEn('doctor'));
    expect(stemCy('cadw')).not.toBe(stemCy('cadair'));
  });
});

const WELSH = `
beth yw cam 4.2?
Sut mae cam 12 yn mynd?
pwy sy'n arwain ar recriwtio
faint o gamau sydd yn y cynllun
beth sydd wedi newid ers y Pasg
dangos popeth sy'n hwyr
beth sydd mewn perygl
pryd mae'r adroddiad nesaf
rhestrwch yr argymhellion
helo
bore da
diolch yn fawr
diolch
hwyl am y tro
cymorth
beth alli di wneud
oes rhywbeth am nyrsys
llesiant staff
hyfforddiant i feddygon teulu
gyrfaoedd mewn ysgolion
cadw staff
cyllid ar gyfer y cynllun
galwadau i weithredu
themau'r cynllun
pa themau sydd yna
sut ydych chi
pwy wyt ti
yn Gymraeg plis
Cymraeg
siarad cymraeg
stopio'r crynodeb
tanysgrifio bob dydd Llun am 9
dad-danysgrifio
pwy sy'n gyfrifol yn Social Care Wales?
beth mae Centre for Mental Health yn ei ddweud am gyflogwyr
oes diweddariad ar Stepping Forward?
beth yw CAAP
pa mor bell mae'r gwaith
ydy cam 3 wedi ei gwblhau
mae angen help arnaf
dwi ddim yn deall
y trydydd un
mwy
gwybodaeth am y cynllun
pam mae hwn yn goch
o ble daeth hyn
beth ddigwyddodd ym mis Mawrth
gweithlu iechyd meddwl
iechyd meddwl plant
cynllun yr Alban
cymharu Cymru a Lloegr
faint o arian
pryd gafodd ei gyhoeddi
pwy ysgrifennodd yr adroddiad
swyddi newydd i seicolegwyr
arweinyddiaeth ac olyniaeth
modelau gweithlu di-dor
addysg a dysgu rhagorol
denu a recriwtio
ar y trywydd iawn
heb ddechrau
wedi'i gwblhau
beth sydd ar ei hol hi
tywydd heddiw
cyflenwad a siap y gweithlu
beth am y GIG
recriwtio dramor
nos da
be sy'n newydd
tywydd Caerdydd
dyddiad cau
wythnos nesaf
sawl cam sydd gan HEIW
beth am gefnogaeth cyfoedion
gwasanaethau plant
ble mae'r ddogfen
anfonwch grynodeb
ydy'r cynllun yn gweithio
oes unrhyw newyddion
pa gamau sydd ar waith
crynodeb
argymhellion
recriwtio
llesiant
hyfforddiant
cynnydd
themau
y cynllun
beth yw hwn
cofrestru
nyrsio
gweithlu
arweinyddiaeth
ysgolion
sgiliau digidol
y Gymraeg yn y gweithle
prentisiaethau
gwirfoddolwyr
beth am fetws
mae rhywun eisiau gwybod am gyllid
ers mis Medi
ar 31 Mawrth 2024
pryd
pwy
pam
faint
ble
sut
oce, diolch
Ga i weld y camau?
Gawn ni restr o'r camau coch
ydi'r cynllun yn hwyr
dwi isio gwybod am CAAP
os gwelwch yn dda
unrhyw beth newydd wythnos yma
yr ail un
cam nesaf
beth yw rol NES
allwch chi ddangos cam 7
beth yw barn y BMA
seicoleg
seiciatryddion
gweithwyr cymdeithasol
tal a gwobrwyo
cefnogaeth gan gyfoedion
plant a phobl ifanc
gofal sylfaenol
gwasanaethau amenedigol
ymchwil a gwerthuso
beth ddywedodd y gweinidog
pwy yw Lynne Neagle
pwy dalodd am hyn
hynt y gwaith
dwed fwy wrtha i
cau
na
sgwrs
ateb yn y Gymraeg os gweli di'n dda
pa un yw'r pwysicaf
amserlen
dyddiadau
adnoddau dynol
anfon ebost
wnei di ddangos y rhestr
be di'r newyddion diweddaraf
oes modd gweld y cyfan
heddlu gogledd Cymru
iechyd galwedigaethol
pwy fydd yn talu
sut alla i helpu
gwych
da iawn
ga i grynodeb o gynllun yr Alban
beth wnaeth y BMA ddweud
pum colofn
mamau newydd
gwaith maes
carchardai
troseddwyr ifanc
esboniwch hyn yn syml
coch
gwyrdd
oren
pryd daw'r adroddiad
tri mis diwethaf
yr haf
tudalen nesa
yn ol
camau HEIW
Beth mae Mental Health Network yn wneud
ydi Health Education England yn cefnogi hyn
mae'n hwyr
dydd Gwener am 10
bob pythefnos
pa blaid
meysydd ffocws
cyflogwyr
comisiynu
ymyrraeth gynnar
`;
const ENGLISH = `
what is action 4.2?
How is action 12 going?
who leads on recruitment
how many actions are there in the plan
what has changed since Easter
show me everything overdue
what's at risk
when is the next report
list the recommendations
hello
good morning
thank you very much
thanks
bye for now
help
what can you do
anything about nurses
staff wellbeing
training for GPs
careers in schools
staff retention
funding for the plan
calls to action
the plan's themes
which themes are there
how are you
who are you
in English please
English
speak english
stop the digest
subscribe every Monday at 9
unsubscribe
who is responsible at Gofal Cymdeithasol Cymru?
what does Addysg a Gwella Iechyd Cymru lead
any update on Law yn Llaw at Iechyd Meddwl?
what is CAAP
how far along is the work
has action 3 been completed
i need help
i don't understand
the third one
more
information about the plan
why is this red
where does this come from
what happened in March
mental health workforce
children's mental health
the Scottish plan
compare Wales and England
how much money
when was it published
who wrote the report
new posts for psychologists
leadership and succession
seamless workforce models
excellent education and learning
attraction and recruitment
on track
not started
completed
what is behind schedule
weather today
workforce supply and shape
what about the NHS
overseas recruitment
good night
whats new
weather in Cardiff
closing date
next week
how many actions does AaGIC have
what about peer support
children's services
where is the document
send a summary
is the plan working
any news
what actions are under way
summary
recommendations
recruitment
wellbeing
training
progress
themes
the plan
what is this
register
nursing
workforce
leadership
schools
digital skills
Welsh language in the workplace
apprenticeships
volunteers
what about Betsi Cadwaladr
somebody wants to know about funding
since September
on 31 March 2024
when
who
why
how many
where
how
ok, thanks
Can I see the actions?
Could we have a list of red actions
is the plan late
id like to know about CAAP
please
anything new this week
the second one
next action
what is the role of NES
could you show action 7
whats the BMA view
psychology
psychiatrists
social workers
pay and reward
peer support
children and young people
primary care
perinatal services
research and evaluation
what did the minister say
who is Lynne Neagle
who paid for this
tell me more
close
no
chat
answer in English please
which is the most important
pls show red ones
timetable
dates
human resources
send email
will you show the list
latest news
can we see everything
north Wales police
occupational health
who will pay
how can i help
great
well done
could I get a summary of the Scottish plan
what did the BMA say
five pillars
new mothers
fieldwork
prisons
young offenders
explain this simply
red
green
amber
when will the report come
last three months
summer
next page
back
HEIW actions
What does Y Ganolfan Iechyd Meddwl do
does Llywodraeth Cymru support this
it is late
Fridays at 10
every fortnight
which party
focus areas
employers
commissioning
early intervention
`;
const lines = (list: string): readonly string[] => list.trim().split('\n');
/** As typed on a telephone: no accents, capitals or marks. */
const plain = (text: string): string => fold(text).replaceAll(/[?,.]/gu, '');
const shareRight = (list: readonly string[], locale: 'cy' | 'en'): number =>
  list.filter((text) => languageOf(text) === locale).length / list.length;

describe('telling the language of a question', () => {
  it('is right for at least 97 in 100 short Welsh texts, as written and as typed plainly', () => {
    expect(lines(WELSH).length).toBeGreaterThan(150);
    expect(shareRight(lines(WELSH), 'cy')).toBeGreaterThanOrEqual(0.97);
    expect(shareRight(lines(WELSH).map(plain), 'cy')).toBeGreaterThanOrEqual(0.97);
  });

  it('is right for at least 97 in 100 short English texts, as written and as typed plainly', () => {
    expect(lines(ENGLISH).length).toBeGreaterThan(150);
    expect(shareRight(lines(ENGLISH), 'en')).toBeGreaterThanOrEqual(0.97);
    expect(shareRight(lines(ENGLISH).map(plain), 'en')).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ['who is responsible at Gofal Cymdeithasol Cymru?', 'en'],
    ['what does Law yn Llaw at Iechyd Meddwl say', 'en'],
    ['is Addysg a Gwella Iechyd Cymru the lead', 'en'],
    ["pwy sy'n gyfrifol yn Social Care Wales?", 'cy'],
    ['beth mae Health Education England yn ei wneud', 'cy'],
    ['oes diweddariad ar Stepping Forward to 2020/21?', 'cy'],
  ])('goes by the sentence and not by the name in it: %s', (text, locale) => {
    expect(languageOf(text)).toBe(locale);
  });

  it.each(['', '4.2', 'P45?', '👍', '???', 'HEIW', 'CAMHS?', 'HEIW 4.2', 'Cymru', 'Caerdydd', 'OK'])(
    'leaves undecided what shows no language: %j',
    (text) => {
      expect(languageOf(text)).toBeUndefined();
    },
  );
});
