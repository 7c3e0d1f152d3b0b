/** Where something is sent, the region as ISO 3166-2 has it without its country; null when it is not known. */
export interface Place {
  country: string
  region: string | null
}

const states: Record<string, string> = {
  IN: `AN Andaman and Nicobar Islands,AP Andhra Pradesh,AR Arunachal Pradesh,AS Assam,BR Bihar,CH Chandigarh,CG Chhattisgarh,
    DH Dadra and Nagar Haveli and Daman and Diu,DL Delhi,GA Goa,GJ Gujarat,HR Haryana,HP Himachal Pradesh,JK Jammu and Kashmir,
    JH Jharkhand,KA Karnataka,KL Kerala,LA Ladakh,LD Lakshadweep,MP Madhya Pradesh,MH Maharashtra,MN Manipur,ML Meghalaya,MZ Mizoram,
    NL Nagaland,OD Odisha,PY Puducherry,PB Punjab,RJ Rajasthan,SK Sikkim,TN Tamil Nadu,TS Telangana,TR Tripura,UP Uttar Pradesh,
    UK Uttarakhand,WB West Bengal`,
  US: `AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,
    GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,
    MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,
    NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,
    SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming`
}
/** Other ways to write a state, and what it was called before. */
const aliases: Record<string, string> = {
  'IN orissa': 'OD',
  'IN or': 'OD',
  'IN tg': 'TS',
  'IN ct': 'CG',
  'IN ut': 'UK',
  'IN pondicherry': 'PY'
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const codes = new Map<string, string>(Object.entries(aliases))
for (const [country, list] of Object.entries(states))
  for (const entry of list.split(',')) {
    const [, code, name] = /^\s*(\w\w) (.+)$/.exec(entry)!
    codes.set(`${country} ${plain(code!)}`, code!).set(`${country} ${plain(name!)}`, code!)
  }

/** Indian states by the first digits of a PIN, the longest that is here; where states share digits, the one that has most of them. */
const pins: Record<string, string> = {}
const pinRanges = `11 DL,12-13 HR,14-15 PB,16 CH,17 HP,18-19 JK,194 LA,20-28 UP,244 UK,246-249 UK,262-263 UK,30-34 RJ,36-39 GJ,396 GJ,40-44 MH,
  403 GA,45-48 MP,49 CG,50 TS,51-53 AP,56-59 KA,60-64 TN,605 PY,67-69 KL,70-74 WB,737 SK,744 AN,75-77 OD,78 AS,790-792 AR,793-794 ML,
  795 MN,796 MZ,797-798 NL,799 TR,80-85 BR,814-816 JH,822 JH,825-829 JH,831-835 JH`
for (const entry of pinRanges.split(',')) {
  const [, from, to, code] = /(\d+)(?:-(\d+))? (\w\w)/.exec(entry)!
  for (let at = Number(from); at <= Number(to ?? from); at++) pins[at] = code!
}

/** A place as addresses tell it: the region by its name or code, in India else by the PIN. What nobody tells of the shop's own country is the shop's own region. */
export function placeOf(
  { country, region, postcode }: { country: string; region?: string | undefined; postcode?: string | undefined },
  shop: { country: string; region: string }
): Place {
  if (region !== undefined) {
    const known = codes.get(`${country} ${plain(region)}`)
    if (known) return { country, region: known }
    if (/^[A-Z0-9]{1,3}$/.test(region)) return { country, region }
  }
  const digits = country === 'IN' ? (postcode ?? '').replaceAll(/\D/g, '') : ''
  const byPin = digits.length === 6 ? (pins[digits.slice(0, 3)] ?? pins[digits.slice(0, 2)]) : undefined
  if (byPin) return { country, region: byPin }
  const isUntold = region === undefined && postcode === undefined
  return { country, region: isUntold && country === shop.country ? shop.region : null }
}
