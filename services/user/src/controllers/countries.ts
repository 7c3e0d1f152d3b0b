import { Problem } from '@lumora/kit/problem'

/** The countries of ISO 3166-1 by their alpha-2 codes, as officially assigned: 249. */
export const countryCodes: ReadonlySet<string> = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
   CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
   GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
   KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
   NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
   SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
   VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/)
)

interface Rule {
  country: string
  /** Of the postcode in capitals without blanks and hyphens; a country without one has none. */
  postcode?: RegExp
  /** Where a blank or a hyphen is written in it, from the left, or from the right when negative. */
  gap?: [at: number, sign: ' ' | '-']
  example?: string
  /** Codes by the small letters of code and name; only these are taken. */
  regions?: ReadonlyMap<string, string>
  /** What the country calls its regions, when an address must name one. */
  needs?: string
}

/** "MH Maharashtra|…" by code and by name. */
function regionsByCode(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split('|').flatMap((entry) => {
      const [code = '', ...name] = entry.trim().split(' ')
      return [
        [code.toLowerCase(), code],
        [name.join(' ').toLowerCase(), code]
      ] as const
    })
  )
}
const regionsByName = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split('|').map((name) => [name.trim().toLowerCase(), name.trim()]))

const indianStates =
  regionsByCode(`AN Andaman and Nicobar Islands|AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CG Chhattisgarh|
  CH Chandigarh|DH Dadra and Nagar Haveli and Daman and Diu|DL Delhi|GA Goa|GJ Gujarat|HP Himachal Pradesh|HR Haryana|
  JH Jharkhand|JK Jammu and Kashmir|KA Karnataka|KL Kerala|LA Ladakh|LD Lakshadweep|MH Maharashtra|ML Meghalaya|MN Manipur|
  MP Madhya Pradesh|MZ Mizoram|NL Nagaland|OD Odisha|PB Punjab|PY Puducherry|RJ Rajasthan|SK Sikkim|TN Tamil Nadu|
  TR Tripura|TS Telangana|UK Uttarakhand|UP Uttar Pradesh|WB West Bengal`)
const americanStates =
  regionsByCode(`AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|
  DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|
  LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|
  NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|
  OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|
  VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|
  MP Northern Mariana Islands|PR Puerto Rico|VI Virgin Islands|AA Armed Forces Americas|AE Armed Forces Europe|
  AP Armed Forces Pacific`)
const canadianProvinces =
  regionsByCode(`AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|
  NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon`)
const australianStates =
  regionsByCode(`ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|
  SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia`)
const swissCantons =
  regionsByCode(`AG Aargau|AI Appenzell Innerrhoden|AR Appenzell Ausserrhoden|BE Bern|BL Basel-Landschaft|BS Basel-Stadt|
  FR Fribourg|GE Geneva|GL Glarus|GR Graubünden|JU Jura|LU Lucerne|NE Neuchâtel|NW Nidwalden|OW Obwalden|SG St. Gallen|
  SH Schaffhausen|SO Solothurn|SZ Schwyz|TG Thurgau|TI Ticino|UR Uri|VD Vaud|VS Valais|ZG Zug|ZH Zurich`)
const italianProvinces = new Map(
  `AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR
   IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM
   RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV`
    .split(/\s+/)
    .map((code) => [code.toLowerCase(), code])
)
const emirates = regionsByName('Abu Dhabi|Ajman|Dubai|Fujairah|Ras Al Khaimah|Sharjah|Umm Al Quwain')
const japanesePrefectures =
  regionsByName(`Aichi|Akita|Aomori|Chiba|Ehime|Fukui|Fukuoka|Fukushima|Gifu|Gunma|Hiroshima|Hokkaido|Hyogo|Ibaraki|
  Ishikawa|Iwate|Kagawa|Kagoshima|Kanagawa|Kochi|Kumamoto|Kyoto|Mie|Miyagi|Miyazaki|Nagano|Nagasaki|Nara|Niigata|Oita|
  Okayama|Okinawa|Osaka|Saga|Saitama|Shiga|Shimane|Shizuoka|Tochigi|Tokushima|Tokyo|Tottori|Toyama|Wakayama|Yamagata|
  Yamaguchi|Yamanashi`)

const four = /^[1-9]\d{3}$/
const digits = (count: number) => new RegExp(`^\\d{${count}}$`)

/**
 * What is known of addresses by country. Postcodes as the national posts state them in the addressing sheets of the
 * Universal Postal Union; regions by ISO 3166-2. A country that is not here gets the check of shape alone.
 */
const rules: Record<string, Rule> = {
  AE: { country: 'the United Arab Emirates', regions: emirates, needs: 'emirate' },
  AT: { country: 'Austria', postcode: four, example: '1010' },
  AU: { country: 'Australia', postcode: digits(4), example: '2000', regions: australianStates, needs: 'state' },
  BD: { country: 'Bangladesh', postcode: digits(4), example: '1000' },
  BE: { country: 'Belgium', postcode: four, example: '1000' },
  BR: { country: 'Brazil', postcode: digits(8), gap: [5, '-'], example: '01310-100' },
  CA: {
    country: 'Canada',
    postcode: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/,
    gap: [3, ' '],
    example: 'K1A 0B1',
    regions: canadianProvinces,
    needs: 'province'
  },
  CH: { country: 'Switzerland', postcode: four, example: '8001', regions: swissCantons },
  CN: { country: 'China', postcode: digits(6), example: '100000' },
  CZ: { country: 'Czechia', postcode: /^[1-7]\d{4}$/, gap: [3, ' '], example: '110 00' },
  DE: { country: 'Germany', postcode: digits(5), example: '10115' },
  DK: { country: 'Denmark', postcode: digits(4), example: '1050' },
  ES: { country: 'Spain', postcode: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/, example: '28001' },
  FI: { country: 'Finland', postcode: digits(5), example: '00100' },
  FR: { country: 'France', postcode: digits(5), example: '75001' },
  GB: {
    country: 'the United Kingdom',
    postcode: /^(GIR0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2})$/,
    gap: [-3, ' '],
    example: 'SW1A 1AA'
  },
  GR: { country: 'Greece', postcode: /^[1-8]\d{4}$/, gap: [3, ' '], example: '104 31' },
  HK: { country: 'Hong Kong' },
  IE: { country: 'Ireland', postcode: /^[A-Z]\d[\dW][A-Z\d]{4}$/, gap: [3, ' '], example: 'D02 X285' },
  IN: { country: 'India', postcode: /^[1-9]\d{5}$/, example: '400001', regions: indianStates, needs: 'state' },
  IT: { country: 'Italy', postcode: digits(5), example: '00118', regions: italianProvinces, needs: 'province' },
  JP: {
    country: 'Japan',
    postcode: digits(7),
    gap: [3, '-'],
    example: '100-0001',
    regions: japanesePrefectures,
    needs: 'prefecture'
  },
  KR: { country: 'South Korea', postcode: digits(5), example: '03051' },
  LK: { country: 'Sri Lanka', postcode: digits(5), example: '00100' },
  LU: { country: 'Luxembourg', postcode: digits(4), example: '1009' },
  MX: { country: 'Mexico', postcode: digits(5), example: '06000' },
  MY: { country: 'Malaysia', postcode: digits(5), example: '50000' },
  NL: { country: 'the Netherlands', postcode: /^[1-9]\d{3}[A-Z]{2}$/, gap: [4, ' '], example: '1012 JS' },
  NO: { country: 'Norway', postcode: digits(4), example: '0150' },
  NP: { country: 'Nepal', postcode: digits(5), example: '44600' },
  NZ: { country: 'New Zealand', postcode: digits(4), example: '6011' },
  PL: { country: 'Poland', postcode: digits(5), gap: [2, '-'], example: '00-001' },
  PT: { country: 'Portugal', postcode: /^[1-9]\d{6}$/, gap: [4, '-'], example: '1100-148' },
  QA: { country: 'Qatar' },
  SA: { country: 'Saudi Arabia', postcode: digits(5), example: '11564' },
  SE: { country: 'Sweden', postcode: digits(5), gap: [3, ' '], example: '111 20' },
  SG: { country: 'Singapore', postcode: digits(6), example: '018956' },
  TH: { country: 'Thailand', postcode: digits(5), example: '10200' },
  US: {
    country: 'the United States',
    postcode: /^\d{5}(\d{4})?$/,
    gap: [5, '-'],
    example: '10001',
    regions: americanStates,
    needs: 'state'
  },
  ZA: { country: 'South Africa', postcode: digits(4), example: '0001' }
}

/** Examples of the postcodes that the table knows, by country. */
export const postcodeExamples = (): [country: string, example: string][] =>
  Object.entries(rules).flatMap(([code, { example }]) => (example === undefined ? [] : [[code, example] as const]))

function refuse(field: string, detail: string): never {
  throw new Problem(400, 'input-not-valid', detail, { errors: [{ pointer: `#/${field}`, detail }] })
}

function writtenPostcode(given: string, { country, postcode, gap, example }: Rule): string {
  if (!postcode) return given
  const compact = given.toUpperCase().replaceAll(/[ -]/g, '')
  if (!postcode.test(compact)) refuse('postcode', `A postcode of ${country} looks like ${example}.`)
  if (!gap) return compact
  const at = gap[0] < 0 ? compact.length + gap[0] : gap[0]
  return at >= compact.length ? compact : compact.slice(0, at) + gap[1] + compact.slice(at)
}

function writtenRegion(given: string | undefined, { country, regions, needs }: Rule): string | undefined {
  if (given === undefined) return needs ? refuse('region', `An address in ${country} names its ${needs}.`) : undefined
  if (!regions) return given
  const found = regions.get(given.trim().toLowerCase())
  return found ?? refuse('region', `${country} has no such ${needs ?? 'region'}.`)
}

interface Place {
  country: string
  postcode: string
  region?: string
}

/** The place as the country's post writes it; 400 when there is no such country, region or postcode. */
export function checkPlace<T extends Place>(place: T): T {
  if (!countryCodes.has(place.country)) refuse('country', 'There is no country of this code (ISO 3166-1 alpha-2).')
  const rule = rules[place.country]
  if (!rule) return place
  const { region: given, ...rest } = place
  const region = writtenRegion(given, rule)
  const postcode = writtenPostcode(place.postcode, rule)
  return { ...rest, postcode, ...(region === undefined ? {} : { region }) } as T
}
