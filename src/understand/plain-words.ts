/** Everyday words that lie one slip from a word that means something here, and are none: "there" is no "theme". */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `there these their where which while those other about above after again could would should might being still
  place plane plant plans staff stuff start state stage stare store story study steel steal trend trade train grade great green greet
  reach teach beach large later latter water water wages pages based basic cause course court count county country
  heard heart heath health wealth beard board bored broad bread break brand brown bring point paint print joint
  close cases chase changed charge charged charger chance chances channel leaver leaver leave leaves ladder leader leaders leading reader
  reading heading feeding needed nurse nurses nursing purse house hours horse worse worst words works world would wound round sound
  right might night light fight sight eight weight height higher hired hiring fired tired retired entire empire
  letter better matter latter bitter butter number numbers member members november december september
  money month months mouth south north worth forth forty fifty sixty support report reports sport short sport
  person persons people peoples public publish private primary social special specific service services device
  mental dental rental metal medal model modes moved movie moves never fever clever lever level level sever seven
  dated rates rated later hated meant means media medic media staffed skills skill still stills pilot pilots
  training trained trainer trainee trainees draining straining recruit recruits recruited career careers carer carers
  worker workers working workload workforce parker parking banking ranking taking making baking
  digital capital hospital vital trial trials total totals local vocal focal legal equal equality quality
  supply reply apply apple ample sample simple temple people steps stepped stops stopped shops
  wellbeing well-being community communities committee commission commissioner commitment comment comments
  partner partners partnership pattern patient patients payment parent parents present prevent percent recent
  language languages luggage damage manage manager managers managing image stage usage wage
  psychiatric psychology psychological therapy therapies therapist counselling council councils counsel
  vacancy vacancies pharmacy agency agencies urgent current rural royal loyal
  accept access across actor actors active activity activist actual acute adult adults advice advise
  where's there's whether weather together gather father mother brother another
  gwaith gwasanaeth gwasanaethau pobl plant iechyd meddwl gofal cymdeithasol staff hyfforddiant recriwtio cadw digidol
  cymru addysg dysgu sgiliau cyflog cyflogau swyddi swydd gyrfa gyrfaoedd nyrs nyrsys meddyg meddygon lles llesiant
  stopping stopped stops hoping shipping gwrdd cwrdd chwrdd cwrddwn cyhoedd cyhoeddus
  mae maen oedd roedd bydd fydd byddai wedi gyda trwy drwy dros hynny rhain honno hwnnw unrhyw arall eraill wneud
  cyntaf olaf mwyaf lleiaf gorau gwell gwaeth newydd newyddion hen ifanc mawr bach llawn gwag amser amserau
  undeb undebau barod parod cefnogaeth cefnogi cymorth cymuned cymunedau cyngor cynghorau llywodraeth llywodraethu gweinidog gweinidogion ysgrifennydd ysgrifenyddion secretary secretaries contract contracts contracted contractor`
    .split(/\s+/u)
    .filter((word) => word.length > 0),
);

/** Verbs by which somebody asks something of others. */
const ASKED_OF: ReadonlySet<string> = new Set(
  'ask asks asked asking expect expects want wants gofyn ofyn ngofyn disgwyl ddisgwyl'.split(' '),
);
/** "what does the Centre ask of employers". `word` is folded. */
export function isAskedOf(word: string): boolean {
  return ASKED_OF.has(word);
}
